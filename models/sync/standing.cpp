// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/standing.h"

#include <algorithm>
#include <numeric>

namespace likeness {

namespace {

constexpr int badgeEdge = 64; ///< device pixels that make a sharp avatar of a row

/// Of what people get at one workload: the smallest that fills a badge, else the largest.
bool isBetterBadge(const ServedPhoto &candidate, const ServedPhoto &than)
{
    const bool fills = candidate.edge() >= badgeEdge;
    if (fills != (than.edge() >= badgeEdge))
        return fills;
    return fills ? candidate.edge() < than.edge() : candidate.edge() > than.edge();
}

NodeStanding nodeStandingOf(const Finding &finding)
{
    NodeStanding standing;
    standing.node = finding.node;
    standing.state = finding.state;
    standing.cause = finding.cause;
    standing.derived = finding.derived;
    standing.edge = finding.shows ? finding.shows->edge() : 0;
    standing.since = finding.changed;
    standing.expected = finding.arrival.latest;
    return standing;
}

} // namespace

const NodeStanding *Standing::at(SyncNode node) const
{
    const auto found = std::ranges::find(nodes, node, &NodeStanding::node);
    return found == nodes.cend() ? nullptr : &*found;
}

Standing standingOf(const Person &person, const SyncBoard &board, const QDateTime &looked)
{
    Standing standing;
    standing.person = person;
    standing.overall = board.overall;
    standing.looked = looked;
    std::optional<ServedPhoto> badge;
    for (const Finding &finding : board.findings) {
        standing.nodes.append(nodeStandingOf(finding));
        standing.differs = standing.differs || finding.state == SyncState::Different;
        if (finding.changed)
            standing.changed = std::max(standing.changed.value_or(*finding.changed), *finding.changed);
        if (!finding.shows || finding.derived)
            continue;
        standing.edge = std::max(standing.edge, finding.shows->edge());
        if (!badge || isBetterBadge(*finding.shows, *badge))
            badge = finding.shows;
    }
    if (badge)
        standing.photo = badge->photo.sha256;
    return standing;
}

int StateCounts::total() const
{
    return std::accumulate(people.cbegin(), people.cend(), 0);
}

} // namespace likeness
