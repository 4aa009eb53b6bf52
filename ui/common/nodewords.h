// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/syncnode.h"

namespace likeness {

/// What a person reads as the name of a workload: its product's name, or in their own language what has none.
/// Translated at the time of the call.
QString shownTitle(SyncNode node);

} // namespace likeness
