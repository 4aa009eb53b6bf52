// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledgerdatabase.h"
#include "services/ledger/scanqueue.h"
#include "services/ledger/standings.h"

#include <QElapsedTimer>

namespace likeness {

class WriterMark;

/// The scan's queue in the ledger's tables. In PostgreSQL people are claimed by locked rows that others skip,
/// in a file by a transaction of its own. Part of SqlLedger; logic thread.
class SqlScanQueue final : public ScanQueue
{
public:
    struct House
    {
        LedgerDatabase &database;
        WriterMark &mark;
        SightingHistory &sightings;
        Standings &standings;
    };
    explicit SqlScanQueue(const House &house)
        : m_house(house)
        , m_database(house.database)
    {
    }

    Result<ScanRun> join(const QString &organisation, const std::optional<QDateTime> &since) override;
    Result<ScanRun> run(qint64 scan) override;
    Result<std::optional<ScanRun>> lastEnded(const QString &organisation) override;
    Result<bool> beginListing(qint64 scan) override;
    Result<Done> add(qint64 scan, const QList<Person> &people) override;
    Result<Done> endListing(qint64 scan) override;
    Result<QList<ScanTask>> claim(qint64 scan, int count) override;
    Result<Done> settle(qint64 scan, const QList<ScanResult> &results) override;
    Result<Done> giveBack(qint64 scan) override;
    Result<ScanCounts> counts(qint64 scan) override;
    Result<bool> end(qint64 scan) override;

private:
    struct Listed
    {
        QString organisation;
        ScanRun run;
    };
    Result<std::optional<Listed>> find(const QString &where, const QVariantList &values) const;
    Result<Listed> found(qint64 scan) const;
    Result<ScanRun> begin(const QString &organisation, const std::optional<QDateTime> &since) const;
    Result<Done> freeWhatTheDeadHeld(qint64 scan) const;
    Result<Done> markDone(qint64 scan, const QList<ScanResult> &results);
    Result<Done> forgetWhoIsGone(qint64 scan, const Listed &listed) const;

    House m_house;
    LedgerDatabase &m_database;
    QElapsedTimer m_renewed; ///< since this program's claims were
};

} // namespace likeness
