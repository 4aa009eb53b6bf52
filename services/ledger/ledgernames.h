// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledger.h"

#include <QLatin1String>

namespace likeness {

/// Stable English names of what an entry says: in the database, JSON, CSV and on the command line.
QLatin1String nameOf(LedgerEntry::Action action);
QLatin1String nameOf(LedgerEntry::Outcome outcome);
QLatin1String nameOf(Workload workload);
std::optional<LedgerEntry::Outcome> outcomeNamed(const QString &name);

} // namespace likeness
