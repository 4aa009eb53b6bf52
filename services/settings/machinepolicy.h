// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy/policy.h"

namespace likeness {

/// Where an administrator lays a policy down for everybody on this machine: likeness/policy.json in the
/// system's folders of configuration, never in the account's own.
QStringList machinePolicyPlaces();

/// All policies there are at these places, together. One that is there and cannot be read makes the whole
/// unusable(), so that nothing is written; none at all forbids nothing.
Policy policyAt(const QStringList &places);

/// Of this machine.
Policy machinePolicy();

} // namespace likeness
