// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlscanqueue.h"

#include "services/ledger/scanrow.h"
#include "services/ledger/writermark.h"

#include <QSqlQuery>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// A claim that is not renewed for so long is taken over: whoever made it hangs, or is cut off.
constexpr qint64 claimMilliseconds = 5 * 60 * 1000;

qint64 nowMoment()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/// The directory says so; where it does not say, or did not then, the time decides alone.
bool hasChanged(const Person &person, const StandingMark &then)
{
    return !person.mark.isEmpty() && !then.directoryMark.isEmpty() && person.mark != then.directoryMark;
}

} // namespace

Result<std::optional<SqlScanQueue::Listed>> SqlScanQueue::find(
    const QString &where, const QVariantList &values) const
{
    const auto row = m_database.query(u"SELECT organisation, "_s + scanrow::runColumns()
            + u" FROM scans WHERE "_s + where + u" ORDER BY id DESC LIMIT 1"_s,
        values);
    if (!row)
        return row.error();
    if (!row->isValid())
        return std::optional<Listed> {};
    return std::optional(Listed {row->value(0).toString(), scanrow::readRun(*row, 1)});
}

Result<SqlScanQueue::Listed> SqlScanQueue::found(qint64 scan) const
{
    const auto listed = find(u"id = ?"_s, {scan});
    if (!listed)
        return listed.error();
    if (!*listed)
        return Error {Errc::NotFound, u"The ledger has no scan %1"_s.arg(scan)};
    return **listed;
}

Result<ScanRun> SqlScanQueue::join(const QString &organisation, const std::optional<QDateTime> &since)
{
    if (const auto raised = m_house.mark.raise(); !raised)
        return raised.error();
    return m_database.together([&]() -> Result<ScanRun> {
        if (const auto alone = m_database.backend().holdAlone(m_database, {u"scan of "_s + organisation});
            !alone)
            return alone.error();
        const auto running = find(u"organisation = ? AND ended_at IS NULL"_s, {organisation});
        if (!running)
            return running.error();
        if (!*running)
            return begin(organisation, since);
        const auto freed = freeWhatTheDeadHeld((*running)->run.id);
        return freed ? Result<ScanRun>((*running)->run) : freed.error();
    });
}

Result<ScanRun> SqlScanQueue::begin(const QString &organisation, const std::optional<QDateTime> &since) const
{
    // what the scans before have left is known from the standings
    const auto cleared = m_database.run(
        u"DELETE FROM scan_queue WHERE scan IN (SELECT id FROM scans WHERE organisation = ?)"_s,
        {organisation});
    if (!cleared)
        return cleared.error();
    const auto begun
        = m_database.query(u"INSERT INTO scans (organisation, started_at, since) VALUES (?, ?, ?) "
                           "RETURNING "_s
                + scanrow::runColumns(),
            {organisation, nowMoment(), scanrow::momentOrNull(since)});
    return begun.transform([](const QSqlQuery &row) { return scanrow::readRun(row, 0); });
}

Result<ScanRun> SqlScanQueue::run(qint64 scan)
{
    return found(scan).transform([](const Listed &listed) { return listed.run; });
}

Result<std::optional<ScanRun>> SqlScanQueue::lastEnded(const QString &organisation)
{
    return find(u"organisation = ? AND ended_at IS NOT NULL"_s, {organisation})
        .transform([](const std::optional<Listed> &listed) {
            return listed ? std::optional(listed->run) : std::nullopt;
        });
}

Result<bool> SqlScanQueue::beginListing(qint64 scan)
{
    return m_database.together([&]() -> Result<bool> {
        if (const auto alone = m_database.backend().holdAlone(m_database, {u"list %1"_s.arg(scan)}); !alone)
            return alone.error();
        const auto row = m_database.query(u"SELECT listed_at, lister FROM scans WHERE id = ?"_s, {scan});
        if (!row)
            return row.error();
        const QString lister = row->value(1).toString();
        if (!row->value(0).isNull() || lister == m_house.mark.writer())
            return row->value(0).isNull();
        if (!lister.isEmpty()) {
            const Result<bool> alive = m_house.mark.isAlive(lister);
            if (!alive || *alive)
                return alive.transform([](bool) { return false; });
        }
        return m_database.run(u"UPDATE scans SET lister = ? WHERE id = ?"_s, {m_house.mark.writer(), scan})
            .transform([](Done) { return true; });
    });
}

Result<Done> SqlScanQueue::add(qint64 scan, const QList<Person> &people)
{
    if (people.isEmpty())
        return Done {};
    const auto listed = found(scan);
    if (!listed)
        return listed.error();
    QStringList keys;
    for (const Person &person : people)
        keys.append(person.keys.key);
    const auto marks = m_house.standings.marks(listed->organisation, keys);
    if (!marks)
        return marks.error();
    QVariantList values;
    for (const Person &person : people) {
        const auto mark = marks->constFind(person.keys.key);
        const bool fresh = listed->run.since && mark != marks->cend() && mark->looked >= *listed->run.since
            && !hasChanged(person, *mark);
        values += {scan, person.keys.key, scanrow::personText(person), fresh ? 1 : 0};
    }
    const QString rows = rowsOfPlaces(people.size(), 4);
    return m_database.togetherLightly([&] { // the end of the listing makes sure of it
        return m_database.run(u"INSERT INTO scan_queue (scan, person_key, person, left_out) VALUES "_s + rows
                + u" ON CONFLICT DO NOTHING"_s,
            values);
    });
}

Result<Done> SqlScanQueue::endListing(qint64 scan)
{
    return m_database.run(u"UPDATE scans SET listed_at = ? WHERE id = ?"_s, {nowMoment(), scan});
}

Result<QList<ScanTask>> SqlScanQueue::claim(qint64 scan, int count)
{
    const auto listed = found(scan);
    if (!listed)
        return listed.error();
    // without the CAST SQLite does not use the index, as a returned column has no type for it
    const QString known = u"EXISTS (SELECT 1 FROM %1 WHERE organisation = ? AND person_key = "
                          "CAST(scan_queue.person_key AS TEXT))"_s;
    const QString claiming
        = u"UPDATE scan_queue SET claimed_by = ?, claimed_until = ? WHERE id IN (SELECT id FROM scan_queue "
          "WHERE scan = ? AND done_at IS NULL AND left_out = 0 AND claimed_until < ? ORDER BY id LIMIT ?%1) "
          "RETURNING id, person, %2 OR %3"_s.arg(
              m_database.backend().skippingLocked(), known.arg(u"sightings"_s), known.arg(u"entries"_s));
    const auto claimed = [&]() -> Result<QList<ScanTask>> {
        auto rows = m_database.query(claiming,
            {m_house.mark.writer(), nowMoment() + claimMilliseconds, scan, nowMoment(), count,
                listed->organisation, listed->organisation});
        if (!rows)
            return rows.error();
        QList<ScanTask> tasks;
        for (bool more = rows->isValid(); more; more = rows->next())
            tasks.append({rows->value(0).toLongLong(), scanrow::personIn(rows->value(1).toString()),
                rows->value(2).toBool()});
        return tasks;
    };
    auto tasks = m_database.togetherLightly(claimed); // a claim that is lost with the power is nobody's
    if (!tasks || !tasks->isEmpty())
        return tasks;
    if (const auto freed = freeWhatTheDeadHeld(scan); !freed)
        return freed.error();
    return m_database.togetherLightly(claimed);
}

Result<Done> SqlScanQueue::freeWhatTheDeadHeld(qint64 scan) const
{
    auto rows
        = m_database.query(u"SELECT DISTINCT claimed_by FROM scan_queue WHERE scan = ? AND done_at IS NULL "
                           "AND left_out = 0 AND claimed_until > 0"_s,
            {scan});
    if (!rows)
        return rows.error();
    QStringList claimers;
    for (bool more = rows->isValid(); more; more = rows->next())
        claimers.append(rows->value(0).toString());
    for (const QString &claimer : claimers) {
        const Result<bool> alive = m_house.mark.isAlive(claimer);
        if (!alive)
            return alive.error();
        if (*alive)
            continue;
        const auto freed = m_database.run(u"UPDATE scan_queue SET claimed_until = 0 WHERE scan = ? "
                                          "AND claimed_by = ? AND done_at IS NULL"_s,
            {scan, claimer});
        if (!freed)
            return freed.error();
    }
    return Done {};
}

Result<Done> SqlScanQueue::settle(qint64 scan, const QList<ScanResult> &results)
{
    if (results.isEmpty())
        return Done {};
    const auto listed = found(scan);
    if (!listed)
        return listed.error();
    QList<SeenSighting> sightings;
    QList<Standing> standings;
    for (const ScanResult &result : results) {
        for (const Sighting &sighting : result.sightings)
            sightings.append({result.personKey, sighting});
        if (result.standing)
            standings.append(*result.standing);
    }
    return m_database.togetherLightly([&] {
        return m_house.sightings.keepAll(listed->organisation, sightings)
            .andThen([&](Done) { return m_house.standings.writeAll(listed->organisation, standings); })
            .andThen([&](Done) { return markDone(scan, results); });
    });
}

Result<Done> SqlScanQueue::markDone(qint64 scan, const QList<ScanResult> &results)
{
    // whoever has taken one over meanwhile settles it again
    const QVariant mine = m_house.mark.writer();
    QVariantList values {nowMoment(), mine, mine};
    for (const ScanResult &result : results)
        values.append(result.task);
    const auto marked = m_database.run(
        u"UPDATE scan_queue SET done_at = ?, done_by = ? WHERE claimed_by = ? AND id IN (%1)"_s.arg(
            places(results.size())),
        values);
    const bool isSoon = m_renewed.isValid() && !m_renewed.hasExpired(claimMilliseconds / 5);
    if (!marked || isSoon) // it goes through all that is left
        return marked;
    m_renewed.start();
    return m_database.run(
        u"UPDATE scan_queue SET claimed_until = ? WHERE scan = ? AND done_at IS NULL AND left_out = 0 AND "
        "claimed_by = ? AND claimed_until > 0"_s,
        {nowMoment() + claimMilliseconds, scan, mine});
}

Result<Done> SqlScanQueue::giveBack(qint64 scan)
{
    return m_database.run(
        u"UPDATE scan_queue SET claimed_until = 0 WHERE scan = ? AND claimed_by = ? AND done_at IS NULL"_s,
        {scan, m_house.mark.writer()});
}

Result<ScanCounts> SqlScanQueue::counts(qint64 scan)
{
    return m_database
        .query(u"SELECT count(*), coalesce(sum(left_out), 0), count(done_at), "
               "coalesce(sum(CASE WHEN done_by = ? THEN 1 ELSE 0 END), 0) FROM scan_queue WHERE scan = ?"_s,
            {m_house.mark.writer(), scan})
        .transform([](const QSqlQuery &row) {
            return ScanCounts {
                row.value(0).toInt(), row.value(1).toInt(), row.value(2).toInt(), row.value(3).toInt()};
        });
}

Result<bool> SqlScanQueue::end(qint64 scan)
{
    return m_database.together([&]() -> Result<bool> {
        const auto listed = found(scan);
        if (!listed)
            return listed.error();
        if (listed->run.ended)
            return true;
        const auto left = m_database.query(
            u"SELECT 1 FROM scan_queue WHERE scan = ? AND done_at IS NULL AND left_out = 0 LIMIT 1"_s,
            {scan});
        if (!left)
            return left.error();
        if (left->isValid() || !listed->run.listed)
            return false;
        return forgetWhoIsGone(scan, *listed)
            .andThen([&](Done) {
                return m_house.standings.keepDay(
                    listed->organisation, QDateTime::currentDateTimeUtc().date());
            })
            .andThen([&](Done) {
                return m_database.run(u"UPDATE scans SET ended_at = ? WHERE id = ? AND ended_at IS NULL"_s,
                    {nowMoment(), scan});
            })
            .transform([](Done) { return true; });
    });
}

Result<Done> SqlScanQueue::forgetWhoIsGone(qint64 scan, const Listed &listed) const
{
    return m_database.run(
        u"DELETE FROM standings WHERE organisation = ? AND looked_at < ? AND NOT EXISTS (SELECT 1 FROM "
        "scan_queue q WHERE q.scan = ? AND q.person_key = standings.person_key)"_s,
        {listed.organisation, listed.run.started.toMSecsSinceEpoch(), scan});
}

} // namespace likeness
