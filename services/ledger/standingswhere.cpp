// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/standingswhere.h"

#include "models/people/folding.h"
#include "services/ledger/standingrow.h"

#include <QRegularExpression>

namespace likeness {

using namespace Qt::StringLiterals;

StandingsWhere::StandingsWhere(const Question &question)
    : m_question(question)
    , m_byNode(question.filter.node.has_value())
    , m_needsPeople(
          !m_byNode || question.order == StandingsOrder::Changed || question.order == StandingsOrder::Looked)
{
    if (m_byNode)
        add(u"n.organisation = ? AND n.node = ?"_s,
            {question.organisation, QString(idOf(*question.filter.node))});
    else
        add(u"s.organisation = ?"_s, {question.organisation});
    addStates();
    addAboutPeople();
}

void StandingsWhere::add(const QString &condition, const QVariantList &values)
{
    m_conditions.append(condition);
    m_values.append(values);
}

void StandingsWhere::addStates()
{
    const QList<SyncState> &states = m_question.filter.states;
    if (states.isEmpty())
        return;
    QVariantList numbers;
    for (const SyncState each : states)
        numbers.append(standingrow::numberOf(each));
    if (numbers.size() == 1) // keeps to the order of the index
        return add(state() + u" = ?"_s, numbers);
    add(state() + u" IN (%1)"_s.arg(QStringList(numbers.size(), u"?"_s).join(u", "_s)), numbers);
}

void StandingsWhere::addAboutPeople()
{
    const StandingsFilter &filter = m_question.filter;
    const qsizetype before = m_conditions.size();
    if (filter.changedSince)
        add(u"s.changed_at >= ?"_s, {filter.changedSince->toMSecsSinceEpoch()});
    const QString words = folded(filter.words);
    static const QRegularExpression blanks(u"\\s+"_s);
    for (const QString &word : words.split(blanks, Qt::SkipEmptyParts))
        add(m_question.positionOf + u"(s.words, ?) > 0"_s, {QString(u' ' + word)}); // where a word begins
    if (filter.withoutPhoto)
        add(u"s.edge = 0"_s);
    if (filter.smallerThan > 0)
        add(u"s.edge > 0 AND s.edge < ?"_s, {filter.smallerThan});
    if (filter.differs)
        add(u"s.differs = 1"_s);
    if (filter.failedWrite)
        add(u"s.failed_write_at > 0"_s);
    m_needsPeople = m_needsPeople || m_conditions.size() > before;
}

QString StandingsWhere::text() const
{
    QString from = u" FROM standings s"_s;
    if (m_byNode)
        from = m_needsPeople ? u" FROM standing_nodes n JOIN standings s ON s.id = n.standing"_s
                             : u" FROM standing_nodes n"_s;
    return from + u" WHERE "_s + m_conditions.join(u" AND "_s);
}

QString StandingsWhere::order() const
{
    const QString byName = m_byNode ? u"n.sort_name, n.standing"_s : u"s.sort_name, s.id"_s;
    switch (m_question.order) {
    case StandingsOrder::Name:
        break;
    case StandingsOrder::Importance:
        return state() + u" DESC, "_s + byName;
    case StandingsOrder::Changed:
        return u"s.changed_at DESC, "_s + byName;
    case StandingsOrder::Looked:
        return u"s.looked_at DESC, "_s + byName;
    }
    return byName;
}

} // namespace likeness
