// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/sightinghistory.h"

namespace likeness {

/// A history that keeps nothing yet: what is given to it is held until it is taken, so that many can be kept
/// as one. Owned by a ScanLook; logic thread.
class HeldSightings final : public SightingHistory
{
public:
    explicit HeldSightings(SightingHistory &below)
        : m_below(below)
    {
    }

    QList<Sighting> take() { return std::exchange(m_held, {}); }

    Result<Done> keepAll(const QString &, const QList<SeenSighting> &seen) override
    {
        for (const SeenSighting &each : seen) {
            if (!each.sighting.failed)
                m_held.append(each.sighting);
        }
        return Done {};
    }
    Result<QList<KeptSighting>> latest(const SeenPerson &person) override { return m_below.latest(person); }
    Result<QList<KeptSighting>> history(const SeenPerson &person, SyncNode node, int limit) override
    {
        return m_below.history(person, node, limit);
    }

private:
    SightingHistory &m_below;
    QList<Sighting> m_held;
};

} // namespace likeness
