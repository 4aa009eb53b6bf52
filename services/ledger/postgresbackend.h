// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledgerbackend.h"
#include "services/ledger/ledgerserver.h"

#include <QByteArray>

namespace likeness {

/// A ledger in a PostgreSQL database that several desks share. Over a network the server has to prove by its
/// certificate who it is; libpq signs in by whatever the server asks for: SCRAM, Kerberos, the account of a
/// local socket. The password is never part of an error.
class PostgresBackend final : public LedgerBackend
{
public:
    PostgresBackend(LedgerServer server, QByteArray password);

    QString title() const override { return m_server.title(); }
    QString driver() const override;
    void configure(QSqlDatabase &database) const override;
    Result<Done> prepare(const LedgerDatabase &database) const override;
    QString begin() const override;
    Lightly lightly() const override;
    Result<Done> holdAlone(const LedgerDatabase &database, const QStringList &what) const override;
    QString skippingLocked() const override;
    QString positionOf() const override { return QStringLiteral("strpos"); }
    QString definition(const QString &statement) const override;
    Result<int> schemaVersion(const LedgerDatabase &database) const override;
    Result<Done> keepSchemaVersion(const LedgerDatabase &database, int version) const override;
    bool prepares() const override { return false; }
    Error errorOf(const QSqlError &error) const override;
    bool mayBeGone(const QSqlError &error) const override;

private:
    QString connectOptions() const;

    LedgerServer m_server;
    QByteArray m_password;
};

} // namespace likeness
