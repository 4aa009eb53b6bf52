// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledgerdatabase.h"
#include "services/ledger/standings.h"

namespace likeness {

/// The standings in the ledger's tables. Part of SqlLedger; logic thread.
class SqlStandings final : public Standings
{
public:
    explicit SqlStandings(LedgerDatabase &database)
        : m_database(database)
    {
    }

    Result<Done> writeAll(const QString &organisation, const QList<Standing> &standings) override;
    Result<Done> forget(const QString &organisation, const QString &personKey) override;
    Result<QList<Standing>> page(const QString &organisation, const StandingsPage &page) override;
    Result<StateCounts> counts(const QString &organisation, const StandingsFilter &filter = {}) override;
    Result<QHash<QString, StandingMark>> marks(
        const QString &organisation, const QStringList &personKeys) override;
    Result<Done> keepDay(const QString &organisation, const QDate &day) override;
    Result<QList<TrendDay>> trend(const QString &organisation, int days) override;

    /// Something was written for this person, or failed to be.
    Result<Done> noteWrite(const QString &organisation, const QString &personKey) const;

private:
    using Batch = std::map<QString, const Standing *>; ///< of different people, by their keys
    Result<Done> writeBatch(const QString &organisation, const Batch &batch) const;
    Result<Done> writeNodes(
        const QString &organisation, const std::map<qint64, const Standing *> &byId) const;
    Result<Done> addNodes(QMap<qint64, Standing> &byId) const;

    LedgerDatabase &m_database;
};

} // namespace likeness
