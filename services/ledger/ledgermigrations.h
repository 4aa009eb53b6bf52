// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

namespace likeness {

/// Schema 1, 2, … in order, as SQLite spells them (LedgerBackend::definition); the ledger counts how many
/// were run. Append, never edit.
const QList<QStringList> &ledgerMigrations();

} // namespace likeness
