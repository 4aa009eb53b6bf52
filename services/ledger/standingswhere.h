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
    struct Question
    {
        QString organisation;
        StandingsFilter filter {};
        StandingsOrder order = StandingsOrder::Name;
        QString positionOf; ///< LedgerBackend::positionOf()
    };
    explicit StandingsWhere(const Question &question);

    QString text() const;
    const QVariantList &values() const { return m_values; }

    QString id() const { return m_byNode ? QStringLiteral("n.standing") : QStringLiteral("s.id"); }
    QString state() const { return m_byNode ? QStringLiteral("n.state") : QStringLiteral("s.overall"); }
    QString order() const;

private:
    void add(const QString &condition, const QVariantList &values = {});
    void addStates();
    void addAboutPeople();

    const Question m_question;
    const bool m_byNode;
    bool m_needsPeople;
    QStringList m_conditions;
    QVariantList m_values;
};

} // namespace likeness
