// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlstandings.h"

#include "services/ledger/standingrow.h"
#include "services/ledger/standingswhere.h"

#include <QSqlQuery>
#include <QTimeZone>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int keysAtOnce = 200;
constexpr std::size_t peopleAtOnce = 64; ///< a statement takes some 30,000 values

/// The last time a write failed and none after it, in the same store, did not.
QString failedWriteOf(const QString &organisation, const QString &personKey)
{
    return u"coalesce((SELECT max(e.at) FROM entries e WHERE e.organisation = %1 AND e.person_key = %2 "
           "AND e.outcome IN ('failed', 'conflict') AND NOT EXISTS (SELECT 1 FROM entries l "
           "WHERE l.organisation = e.organisation AND l.person_key = e.person_key "
           "AND l.instance = e.instance AND l.id > e.id AND l.outcome IN ('written', 'verified'))), 0)"_s.arg(
               organisation, personKey);
}

QString standingUpsert(std::size_t people)
{
    QStringList updates;
    for (const QString &column : standingrow::columns())
        updates.append(column + u" = excluded."_s + column);
    const QString row
        = u'(' + places(standingrow::columns().size()) + u", "_s + failedWriteOf(u"?"_s, u"?"_s) + u')';
    return u"INSERT INTO standings (%1, failed_write_at) VALUES %2 "
           "ON CONFLICT (organisation, person_key) DO UPDATE SET %3, "
           "failed_write_at = excluded.failed_write_at "
           "WHERE standings.looked_at <= excluded.looked_at RETURNING id, person_key"_s.arg(
               standingrow::columns().join(u", "_s),
               QStringList(static_cast<qsizetype>(people), row).join(u", "_s), updates.join(u", "_s));
}

} // namespace

Result<Done> SqlStandings::writeAll(const QString &organisation, const QList<Standing> &standings)
{
    return m_database.togetherLightly([&]() -> Result<Done> {
        Batch batch;
        for (const Standing &standing : standings) {
            const QString &key = standing.person.keys.key;
            if (batch.size() == peopleAtOnce || batch.contains(key)) {
                if (const auto written = writeBatch(organisation, batch); !written)
                    return written.error();
                batch.clear();
            }
            batch.emplace(key, &standing);
        }
        return writeBatch(organisation, batch);
    });
}

Result<Done> SqlStandings::writeBatch(const QString &organisation, const Batch &batch) const
{
    if (batch.empty())
        return Done {};
    QVariantList values;
    for (const auto &[key, standing] : batch)
        values += standingrow::values(organisation, *standing) + QVariantList {organisation, key};
    const auto written = m_database.query(standingUpsert(batch.size()), values);
    if (!written)
        return written.error();
    std::map<qint64, const Standing *> byId; // without those at whom somebody has looked since
    for (bool more = written->isValid(); more; more = written->next())
        byId.emplace(written->value(0).toLongLong(), batch.at(written->value(1).toString()));
    return writeNodes(organisation, byId);
}

Result<Done> SqlStandings::writeNodes(
    const QString &organisation, const std::map<qint64, const Standing *> &byId) const
{
    QVariantList ids;
    QVariantList values;
    qsizetype rows = 0;
    for (const auto &[id, standing] : byId) {
        ids.append(id);
        rows += standing->nodes.size();
        const QString sortName = standingrow::sortName(standing->person);
        for (const NodeStanding &node : standing->nodes)
            values += standingrow::nodeValues(id, organisation, sortName, node);
    }
    if (ids.isEmpty())
        return Done {};
    const auto cleared
        = m_database.run(u"DELETE FROM standing_nodes WHERE standing IN (%1)"_s.arg(places(ids.size())), ids);
    if (!cleared || rows == 0)
        return cleared;
    return m_database.run(
        u"INSERT INTO standing_nodes (%1) VALUES %2"_s.arg(
            standingrow::nodeColumns().join(u", "_s), rowsOfPlaces(rows, standingrow::nodeColumns().size())),
        values);
}

Result<Done> SqlStandings::forget(const QString &organisation, const QString &personKey)
{
    return m_database.run(
        u"DELETE FROM standings WHERE organisation = ? AND person_key = ?"_s, {organisation, personKey});
}

Result<QList<Standing>> SqlStandings::page(const QString &organisation, const StandingsPage &page)
{
    const StandingsWhere where({organisation, page.filter, page.order, m_database.backend().positionOf()});
    auto picked = m_database.query(
        u"SELECT %1%2 ORDER BY %3 LIMIT ? OFFSET ?"_s.arg(where.id(), where.text(), where.order()),
        where.values() + QVariantList {page.count, page.from});
    if (!picked)
        return picked.error();
    QVariantList ids;
    for (bool more = picked->isValid(); more; more = picked->next())
        ids.append(picked->value(0));
    if (ids.isEmpty())
        return QList<Standing> {};
    auto rows = m_database.query(u"SELECT id, %1, failed_write_at FROM standings WHERE id IN (%2)"_s.arg(
                                     standingrow::columns().join(u", "_s), places(ids.size())),
        ids);
    if (!rows)
        return rows.error();
    QMap<qint64, Standing> byId;
    for (bool more = rows->isValid(); more; more = rows->next())
        byId.insert(rows->value(0).toLongLong(), standingrow::read(*rows, 1));
    if (const auto added = addNodes(byId); !added)
        return added.error();
    QList<Standing> list;
    for (const QVariant &id : ids)
        list.append(byId.value(id.toLongLong()));
    return list;
}

Result<Done> SqlStandings::addNodes(QMap<qint64, Standing> &byId) const
{
    QVariantList ids;
    for (const qint64 id : byId.keys())
        ids.append(id);
    auto rows = m_database.query(u"SELECT %1 FROM standing_nodes WHERE standing IN (%2)"_s.arg(
                                     standingrow::nodeColumns().join(u", "_s), places(ids.size())),
        ids);
    if (!rows)
        return rows.error();
    for (bool more = rows->isValid(); more; more = rows->next()) {
        if (const auto node = standingrow::readNode(*rows))
            byId[rows->value(0).toLongLong()].nodes.append(*node);
    }
    for (Standing &standing : byId)
        std::ranges::sort(standing.nodes, {}, &NodeStanding::node);
    return Done {};
}

Result<StateCounts> SqlStandings::counts(const QString &organisation, const StandingsFilter &filter)
{
    const StandingsWhere where(
        {organisation, filter, StandingsOrder::Name, m_database.backend().positionOf()});
    // SQLite would else go by the order of the states, from row to row, and not by the index that has the
    // words
    const QString state = filter.words.isEmpty() ? where.state() : QString(u'+' + where.state());
    auto rows
        = m_database.query(u"SELECT %1, count(*)%2 GROUP BY 1"_s.arg(state, where.text()), where.values());
    if (!rows)
        return rows.error();
    StateCounts counts;
    for (bool more = rows->isValid(); more; more = rows->next())
        counts.people[standingrow::stateOf(rows->value(0).toInt())] += rows->value(1).toInt();
    return counts;
}

Result<QHash<QString, StandingMark>> SqlStandings::marks(
    const QString &organisation, const QStringList &personKeys)
{
    QHash<QString, StandingMark> marks;
    for (qsizetype from = 0; from < personKeys.size(); from += keysAtOnce) {
        QVariantList values {organisation};
        for (const QString &key : personKeys.mid(from, keysAtOnce))
            values.append(key);
        auto rows = m_database.query(
            u"SELECT person_key, overall, photo_sha256, edge, looked_at, directory_mark FROM "
            "standings "
            "WHERE organisation = ? AND person_key IN (%1)"_s.arg(places(values.size() - 1)),
            values);
        if (!rows)
            return rows.error();
        for (bool more = rows->isValid(); more; more = rows->next())
            marks.insert(rows->value(0).toString(),
                {standingrow::stateOf(rows->value(1).toInt()), rows->value(2).toString(),
                    rows->value(3).toInt(),
                    QDateTime::fromMSecsSinceEpoch(rows->value(4).toLongLong(), QTimeZone::utc()),
                    rows->value(5).toString()});
    }
    return marks;
}

Result<Done> SqlStandings::keepDay(const QString &organisation, const QDate &day)
{
    const QString name = day.toString(Qt::ISODate);
    return m_database.together([&] {
        return m_database.backend()
            .holdAlone(m_database, {organisation + u'\n' + name})
            .andThen([&](Done) {
                return m_database.run(
                    u"DELETE FROM standing_days WHERE organisation = ? AND day = ?"_s, {organisation, name});
            })
            .andThen([&](Done) {
                return m_database.run(u"INSERT INTO standing_days (organisation, day, state, people) "
                                      "SELECT organisation, ?, overall, count(*) FROM standings "
                                      "WHERE organisation = ? GROUP BY organisation, overall"_s,
                    {name, organisation});
            });
    });
}

Result<QList<TrendDay>> SqlStandings::trend(const QString &organisation, int days)
{
    auto rows = m_database.query(
        u"SELECT day, state, people FROM standing_days WHERE organisation = ? AND day IN (SELECT DISTINCT "
        u"day "
        "FROM standing_days WHERE organisation = ? ORDER BY day DESC LIMIT ?) ORDER BY day DESC"_s,
        {organisation, organisation, days});
    if (!rows)
        return rows.error();
    QList<TrendDay> list;
    for (bool more = rows->isValid(); more; more = rows->next()) {
        const QDate day = QDate::fromString(rows->value(0).toString(), Qt::ISODate);
        if (list.isEmpty() || list.constLast().day != day)
            list.append({day, {}});
        list.last().counts.people[standingrow::stateOf(rows->value(1).toInt())] += rows->value(2).toInt();
    }
    return list;
}

Result<Done> SqlStandings::noteWrite(const QString &organisation, const QString &personKey) const
{
    return m_database.run(u"UPDATE standings SET failed_write_at = "_s
            + failedWriteOf(u"standings.organisation"_s, u"standings.person_key"_s)
            + u" WHERE organisation = ? AND person_key = ?"_s,
        {organisation, personKey});
}

} // namespace likeness
