// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/weighing.h"

#include <QSet>
#include <algorithm>
#include <tuple>

namespace likeness {

namespace {

QDateTime later(const QDateTime &time, std::chrono::minutes by)
{
    return time.addSecs(std::chrono::seconds(by).count());
}

/// Smaller is better.
auto rankOf(const Route &route)
{
    const bool waits = route.arrival.after != Trigger::Nothing;
    const qint64 latest = route.arrival.latest ? route.arrival.latest->toSecsSinceEpoch()
                                               : std::numeric_limits<qint64>::max();
    return std::tuple(route.overdue, waits, latest);
}

class RouteSearch
{
public:
    explicit RouteSearch(const Weighing &weighing)
        : m_weighing(weighing)
    {
    }

    std::optional<Route> to(SyncNode node)
    {
        m_visited.insert(node);
        std::optional<Route> best;
        for (const Flow *flow : m_weighing.flowsInto(node)) {
            const Sighting *there = m_weighing.seen(node);
            const bool justOnce = flow->kind == FlowKind::PushOnce && there && there->hasPhoto();
            if (!flow->carries() || justOnce || m_weighing.obstacle(*flow))
                continue;
            for (const SyncNode giver : flow->from) {
                const auto route = by(*flow, giver, node);
                if (route && (!best || rankOf(*route) < rankOf(*best)))
                    best = route;
            }
        }
        m_visited.remove(node);
        return best;
    }

private:
    std::optional<Route> by(const Flow &flow, SyncNode giver, SyncNode taker)
    {
        if (!m_weighing.settings().has(giver) || m_visited.contains(giver))
            return std::nullopt;
        if (m_weighing.holds(giver))
            return routeFrom(flow, giver, taker, m_weighing.knownSince(giver), m_weighing.knownSince(giver));
        const std::optional<Route> before = to(giver);
        if (!before || before->overdue || !before->arrival.comes() || !before->arrival.latest)
            return std::nullopt;
        return routeFrom(flow, giver, taker, *before->arrival.earliest, *before->arrival.latest);
    }

    Route routeFrom(
        const Flow &flow, SyncNode giver, SyncNode taker, const QDateTime &first, const QDateTime &last) const
    {
        Route route {&flow, giver};
        Arrival &arrival = route.arrival;
        arrival.earliest = later(first, flow.delay.least);
        if (const auto most = longestDelay(flow, m_weighing.settings()))
            arrival.latest = later(last, *most);
        if (flow.trigger == Trigger::OwnVisit) {
            arrival.after = Trigger::OwnVisit;
            arrival.earliest = std::max(first, nextCheck(taker));
        }
        arrival.earliest = std::max(*arrival.earliest, m_weighing.now());
        route.overdue = arrival.latest && *arrival.latest < m_weighing.now();
        return route;
    }

    /// SharePoint asks again when its copy is older than the expiration, not before.
    QDateTime nextCheck(SyncNode taker) const
    {
        const Sighting *there = m_weighing.seen(taker);
        if (taker != SyncNode::SharePoint || !there || !there->changed)
            return m_weighing.now();
        return later(*there->changed, m_weighing.settings().sharePointExpiration);
    }

    const Weighing &m_weighing;
    QSet<SyncNode> m_visited;
};

} // namespace

std::optional<std::chrono::minutes> longestDelay(const Flow &flow, const SyncSettings &settings)
{
    switch (flow.trigger) {
    case Trigger::SyncCycle:
        return settings.syncCycle;
    case Trigger::DailyPurge:
        return settings.addressBookCycle;
    case Trigger::PhotoSaved:
    case Trigger::PhotoRemoved:
    case Trigger::Periodic:
    case Trigger::OwnVisit:
    case Trigger::ProfileSync:
    case Trigger::View:
    case Trigger::Presence:
    case Trigger::HashCheck:
    case Trigger::Replication:
    case Trigger::MailboxMove:
    case Trigger::Editing:
    case Trigger::Nothing:
        break;
    }
    return flow.delay.most;
}

std::optional<Route> routeTo(SyncNode node, const Weighing &weighing)
{
    return RouteSearch(weighing).to(node);
}

} // namespace likeness
