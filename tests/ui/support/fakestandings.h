// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/folding.h"
#include "services/ledger/standings.h"

namespace likeness {

/// Invented people in memory, by name; knows states and words of the filter, and remembers which pages were
/// asked for.
class FakeStandings final : public Standings
{
public:
    QList<Standing> people;
    std::optional<Error> failure;
    QList<StandingsPage> asked;

    static QList<SyncNode> nodes()
    {
        return {SyncNode::Exchange, SyncNode::ActiveDirectory, SyncNode::Microsoft365, SyncNode::SharePoint,
            SyncNode::Outlook, SyncNode::Teams};
    }

    /// All states occur, the most of them in step.
    void invent(int count)
    {
        static const char *const names[] = {"Ada Reyes", "Åsa Ångström", "Bohdan Kovalenko", "Chiara Conti",
            "Dara Ní Bhriain", "Elif Şahin", "Farid Haddad", "Grace Okafor", "Hana Novák", "Ivo Petrović",
            "João Almeida", "Krzysztof Żak", "Lin Wei", "Mohammed al-Rashid bin Sultan"};
        for (int i = 0; i < count; ++i) {
            Standing standing;
            const int name = i * int(std::size(names)) / std::max(count, 1);
            standing.person.displayName = QString::fromUtf8(names[name]);
            if (count > int(std::size(names)))
                standing.person.displayName += QStringLiteral(" %1").arg(i, 6, 10, QLatin1Char('0'));
            standing.person.keys.key = QStringLiteral("p%1").arg(i);
            standing.looked = QDateTime(QDate(2026, 11, 21), QTime(6, 10), Qt::UTC);
            for (int n = 0; n < nodes().size(); ++n) {
                const int draw = (i * 7 + n * 11) % 43;
                const auto state
                    = draw < syncStateCount && draw > 3 ? static_cast<SyncState>(draw) : SyncState::InStep;
                standing.nodes.append({nodes().at(n), state, Cause::SamePicture, false, 648, {}, {}});
                standing.overall = std::max(standing.overall, state);
            }
            people.append(standing);
        }
    }

    Result<Done> writeAll(const QString &, const QList<Standing> &) override { return Done {}; }
    Result<Done> forget(const QString &, const QString &) override { return Done {}; }
    Result<QList<Standing>> page(const QString &, const StandingsPage &page) override
    {
        asked.append(page);
        if (failure)
            return *failure;
        return those(page.filter).mid(page.from, page.count);
    }
    Result<StateCounts> counts(const QString &, const StandingsFilter &filter) override
    {
        if (failure)
            return *failure;
        StateCounts counts;
        for (const Standing &each : those(filter))
            ++counts.people[stateOf(each, filter)];
        return counts;
    }
    Result<QHash<QString, StandingMark>> marks(const QString &, const QStringList &) override
    {
        return QHash<QString, StandingMark> {};
    }
    Result<Done> keepDay(const QString &, const QDate &) override { return Done {}; }
    Result<QList<TrendDay>> trend(const QString &, int) override { return QList<TrendDay> {}; }

private:
    static SyncState stateOf(const Standing &standing, const StandingsFilter &filter)
    {
        return filter.node && standing.at(*filter.node) ? standing.at(*filter.node)->state : standing.overall;
    }
    QList<Standing> those(const StandingsFilter &filter) const
    {
        QList<Standing> list;
        for (const Standing &each : people) {
            if ((filter.states.isEmpty() || filter.states.contains(stateOf(each, filter)))
                && folded(each.person.displayName).startsWith(folded(filter.words)))
                list.append(each);
        }
        return list;
    }
};

} // namespace likeness
