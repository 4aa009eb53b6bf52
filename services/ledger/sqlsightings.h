// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledgerdatabase.h"
#include "services/ledger/sightinghistory.h"

namespace likeness {

/// The history of sightings in the ledger's file. Part of SqlLedger; logic thread.
class SqlSightings final : public SightingHistory
{
public:
    explicit SqlSightings(LedgerDatabase &database)
        : m_database(database)
    {
    }

    Result<Done> keepAll(const QString &organisation, const QList<SeenSighting> &seen) override;
    Result<QList<KeptSighting>> latest(const SeenPerson &person) override;
    Result<QList<KeptSighting>> history(const SeenPerson &person, SyncNode node, int limit = 100) override;

private:
    struct Row
    {
        qint64 id = 0;
        QString personKey;
        KeptSighting kept;
    };
    using Place = std::pair<QString, SyncNode>; ///< whose, and where
    using Batch = std::map<Place, const Sighting *>;
    enum class Photos { WithBytes, HashesOnly };

    Result<Done> keepBatch(const QString &organisation, const Batch &batch);
    Result<std::map<Place, Row>> newest(const QString &organisation, const Batch &batch);
    Result<Done> insert(const QString &organisation, const Batch &batch);
    Result<Done> insertPhotos(const Batch &batch, const std::map<Place, qint64> &ids);
    Result<Done> prolong(qint64 id, const Sighting &sighting);
    Result<QList<Row>> rows(const QString &where, const QVariantList &values, Photos photos);
    Result<QList<ServedPhoto>> photosOf(qint64 id, Photos photos);

    LedgerDatabase &m_database;
};

} // namespace likeness
