// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/watchpace.h"

#include <algorithm>

namespace likeness {

QSet<SyncNode> awaitedOn(const SyncBoard &board)
{
    QSet<SyncNode> awaited;
    for (const Finding &finding : board.findings) {
        if (!finding.derived && finding.arrival.comes())
            awaited.insert(finding.node);
    }
    return awaited;
}

std::optional<WatchEnd> endOfWatch(const SyncBoard &board, const QSet<SyncNode> &awaited)
{
    if (!awaitedOn(board).isEmpty())
        return std::nullopt;
    const bool allInStep = std::ranges::all_of(board.findings, [](const Finding &finding) {
        return finding.derived || finding.state == SyncState::InStep || finding.state == SyncState::NoFlow;
    });
    if (allInStep)
        return WatchEnd::InStep;
    const bool anyLate = std::ranges::any_of(board.findings, [&](const Finding &finding) {
        return awaited.contains(finding.node) && finding.state != SyncState::InStep
            && finding.state != SyncState::Reduced;
    });
    return anyLate ? WatchEnd::TimePassed : WatchEnd::NothingComes;
}

std::optional<QDateTime> latestArrival(const SyncBoard &board)
{
    std::optional<QDateTime> latest;
    for (const Finding &finding : board.findings) {
        if (finding.derived || !finding.arrival.comes())
            continue;
        if (!finding.arrival.latest)
            return std::nullopt;
        latest = std::max(latest.value_or(*finding.arrival.latest), *finding.arrival.latest);
    }
    return latest;
}

} // namespace likeness
