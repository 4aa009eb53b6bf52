// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/sync/sighting.h"

#include <QList>

namespace likeness {

/// Whose sightings: the same key may be somebody else in another organisation.
struct SeenPerson
{
    QString organisation; ///< Organisation::id
    QString key;
};

struct SeenSighting
{
    QString personKey;
    Sighting sighting;
};

/// A sighting as it was kept: it was the same from when it was made (Sighting::at) until then.
struct KeptSighting
{
    Sighting sighting;
    QDateTime lastSeen; ///< UTC
};

/// What each workload showed of a person, and from when until when. Implementations: SqlSightings. Owned
/// by the composition root, logic thread; calls are short and synchronous.
class SightingHistory
{
public:
    virtual ~SightingHistory() = default;

    /// Keeps it; when it is what was kept last of that person and workload, only until when is new. Its
    /// photos are kept once by hash, so their bytes have to be there. What could not be seen is not kept.
    Result<Done> keep(const SeenPerson &person, const Sighting &sighting)
    {
        return keepAll(person.organisation, {{person.key, sighting}});
    }
    /// Of several people, as one.
    virtual Result<Done> keepAll(const QString &organisation, const QList<SeenSighting> &seen) = 0;
    /// The newest of each workload, with the bytes of its photos.
    virtual Result<QList<KeptSighting>> latest(const SeenPerson &person) = 0;
    /// All of one workload, newest first; without bytes, which Ledger::photo() has.
    virtual Result<QList<KeptSighting>> history(const SeenPerson &person, SyncNode node, int limit = 100) = 0;
};

} // namespace likeness
