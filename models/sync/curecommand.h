// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "models/sync/flowbook.h"

namespace likeness {

/// The cure's line for PowerShell with the person's names filled in, each quoted so that no name can be read
/// as anything else. Empty where the cure has none. Hosts are guessed from the mail address and marked so.
QString commandFor(const Cure &cure, const PersonKeys &person);

} // namespace likeness
