// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/explain.h"
#include "services/ledger/sightinghistory.h"

#include <map>

namespace likeness {

/// What is known of one person's workloads: what was seen now, last and before that, kept in the history as
/// it comes in. Owned by a BoardSession; logic thread.
class BoardMemory
{
public:
    /// `history` may be null: then nothing outlives the session.
    explicit BoardMemory(SightingHistory *history)
        : m_history(history)
    {
    }

    /// Forgets everything; of this person nothing is known.
    void begin(const SeenPerson &person);
    /// Forgets everything and recalls what the history has of this person.
    Result<Done> recall(const SeenPerson &person);

    /// Puts a new sighting in the place of the one before, which becomes earlier. Where the workload does not
    /// tell when its photo changed, but it was seen to, it is told so.
    Result<Done> take(Sighting sighting);
    /// Whether what was taken last of that workload showed other photos than the one before.
    bool isChanged(SyncNode node) const { return m_changed.value(node); }

    /// The last that was really seen, with bytes; nullopt = never.
    std::optional<Sighting> lastSeen(SyncNode node) const;

    SyncCase &sum() { return m_sum; }
    const SyncCase &sum() const { return m_sum; }

private:
    void placeInSum(const Sighting &sighting);

    SightingHistory *m_history;
    SeenPerson m_person;
    SyncCase m_sum;
    QMap<SyncNode, Sighting> m_lastSeen;
    QMap<SyncNode, bool> m_changed;
};

} // namespace likeness
