// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledgerbackend.h"

namespace likeness {

/// A ledger in one SQLite file: WAL with full synchronisation, and a busy timeout, so that programs wait for
/// each other.
class SqliteBackend final : public LedgerBackend
{
public:
    explicit SqliteBackend(QString path)
        : m_path(std::move(path))
    {
    }

    QString title() const override { return m_path; }
    QString driver() const override;
    void configure(QSqlDatabase &database) const override;
    Result<Done> prepare(const LedgerDatabase &database) const override;
    QString begin() const override;
    Lightly lightly() const override;
    Result<Done> holdAlone(const LedgerDatabase &database, const QStringList &what) const override;
    QString skippingLocked() const override { return {}; }
    QString positionOf() const override { return QStringLiteral("instr"); }
    QString definition(const QString &statement) const override { return statement; }
    Result<int> schemaVersion(const LedgerDatabase &database) const override;
    Result<Done> keepSchemaVersion(const LedgerDatabase &database, int version) const override;
    bool prepares() const override { return true; }
    Error errorOf(const QSqlError &error) const override;
    bool mayBeGone(const QSqlError &) const override { return false; }

private:
    QString m_path;
};

} // namespace likeness
