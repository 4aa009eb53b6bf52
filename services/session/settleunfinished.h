// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledger.h"
#include "services/session/organisation.h"

namespace likeness {

/// Finds out how the writes ended during which a program ended: reads the store and compares with the photo
/// there was and the one to come; where it shows the new one, in all sizes. Run once at start, logic thread;
/// the result is what was settled, oldest first. An entry whose store cannot be read, or may not show what
/// was written yet (StoreTraits::settles), stays open until the next time.
JobPtr<QList<LedgerEntry>> settleUnfinished(Organisation &organisation, Ledger &ledger);

} // namespace likeness
