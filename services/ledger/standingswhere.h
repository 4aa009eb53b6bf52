// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/standing.h"

#include <QVariantList>

namespace likeness {

/// A filter of the Overview as the part of a SELECT from FROM to WHERE, and where its id and its state are
/// then. Where a workload is named, the rows come from the table of workloads, whose index has what most
/// questions ask; the table of people is joined only where more is asked.
class StandingsWhere
{
public:
    StandingsWhere(const QString &organisation, const StandingsFilter &filter,
        StandingsOrder order = StandingsOrder::Name);

    QString text() const;
    const QVariantList &values() const { return m_values; }

    QString id() const { return m_byNode ? QStringLiteral("n.standing") : QStringLiteral("s.id"); }
    QString state() const { return m_byNode ? QStringLiteral("n.state") : QStringLiteral("s.overall"); }
    QString order() const;

private:
    void add(const QString &condition, const QVariantList &values = {});
    void addStates(const QList<SyncState> &states);
    void addAboutPeople(const StandingsFilter &filter);

    const bool m_byNode;
    const StandingsOrder m_order;
    bool m_needsPeople;
    QStringList m_conditions;
    QVariantList m_values;
};

} // namespace likeness
