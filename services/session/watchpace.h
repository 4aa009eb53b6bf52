// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/finding.h"

#include <QSet>
#include <chrono>

namespace likeness {

/// Why a watch came to its end.
enum class WatchEnd {
    InStep, ///< everything shows the photo
    TimePassed, ///< what was on its way has not come within its time
    NothingComes, ///< nothing more will change by itself
};

/// How long a watch waits from one look to the next: ever longer while nothing changes.
class WatchPace
{
public:
    static constexpr std::chrono::milliseconds shortest = std::chrono::seconds(15);
    static constexpr std::chrono::milliseconds longest = std::chrono::minutes(15);

    std::chrono::milliseconds nextWait() { return std::exchange(m_wait, std::min(2 * m_wait, longest)); }
    void startAgain() { m_wait = shortest; }

private:
    std::chrono::milliseconds m_wait = shortest;
};

/// The workloads that can be looked at and will show something else by themselves.
QSet<SyncNode> awaitedOn(const SyncBoard &board);

/// nullopt = worth looking again. `awaited`: what was awaited when it was looked last. What cannot be looked
/// at keeps no watch going.
std::optional<WatchEnd> endOfWatch(const SyncBoard &board, const QSet<SyncNode> &awaited);

/// When the last of what is awaited must be there; nullopt = nobody knows.
std::optional<QDateTime> latestArrival(const SyncBoard &board);

} // namespace likeness
