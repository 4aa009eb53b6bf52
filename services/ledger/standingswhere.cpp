// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/standingswhere.h"

#include "models/people/folding.h"
#include "services/ledger/standingrow.h"

#include <QRegularExpression>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

QString asBeginningOfWord(QString word)
{
    for (const QChar special : {u'\\', u'%', u'_'})
        word.replace(special, u"\\"_s + special);
    return u"% "_s + word + u'%';
}

} // namespace

StandingsWhere::StandingsWhere(
    const QString &organisation, const StandingsFilter &filter, StandingsOrder order)
    : m_byNode(filter.node.has_value())
    , m_order(order)
    , m_needsPeople(!m_byNode || order == StandingsOrder::Changed || order == StandingsOrder::Looked)
{
    if (m_byNode)
        add(u"n.organisation = ? AND n.node = ?"_s, {organisation, QString(idOf(*filter.node))});
    else
        add(u"s.organisation = ?"_s, {organisation});
    addStates(filter.states);
    addAboutPeople(filter);
}

void StandingsWhere::add(const QString &condition, const QVariantList &values)
{
    m_conditions.append(condition);
    m_values.append(values);
}

void StandingsWhere::addStates(const QList<SyncState> &states)
{
    if (states.isEmpty())
        return;
    QVariantList numbers;
    for (const SyncState each : states)
        numbers.append(standingrow::numberOf(each));
    if (numbers.size() == 1) // keeps to the order of the index
        return add(state() + u" = ?"_s, numbers);
    add(state() + u" IN (%1)"_s.arg(QStringList(numbers.size(), u"?"_s).join(u", "_s)), numbers);
}

void StandingsWhere::addAboutPeople(const StandingsFilter &filter)
{
    const qsizetype before = m_conditions.size();
    if (filter.changedSince)
        add(u"s.changed_at >= ?"_s, {filter.changedSince->toMSecsSinceEpoch()});
    const QString words = folded(filter.words);
    static const QRegularExpression blanks(u"\\s+"_s);
    for (const QString &word : words.split(blanks, Qt::SkipEmptyParts))
        add(u"s.words LIKE ? ESCAPE '\\'"_s, {asBeginningOfWord(word)});
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
    switch (m_order) {
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
