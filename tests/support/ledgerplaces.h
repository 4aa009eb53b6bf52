// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/sqlledger.h"
#include "tests/support/postgreslab.h"

namespace likeness::test {

/// A ledger's place, for tests that hold for every database: an SQLite file, or an empty database of the
/// PostgreSQL that main() has started. As text it can be handed to a child process.
class LedgerPlace
{
public:
    /// Rows for initTestCase_data(): every test function runs once for each.
    static void addRows();
    /// Of the row that runs, and new.
    static LedgerPlace fresh(PostgresLab &lab);
    static LedgerPlace fromText(const QString &text);
    QString text() const;

    bool isFile() const { return !m_path.isEmpty(); }
    const QString &path() const { return m_path; }
    const LedgerServer &server() const { return m_server; }
    std::unique_ptr<SqlLedger> open() const;
    /// One value, read beside the ledger.
    QVariant value(const QString &query) const;
    void run(const QString &statement) const;

private:
    QString m_path;
    LedgerServer m_server;
    std::shared_ptr<QTemporaryDir> m_folder;
};

} // namespace likeness::test
