// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlsightings.h"

#include "services/ledger/rowreader.h"
#include "services/ledger/sightingrow.h"

#include <QSqlQuery>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

bool isSamePhotos(const QList<ServedPhoto> &a, const QList<ServedPhoto> &b)
{
    return std::ranges::equal(a, b, [](const ServedPhoto &one, const ServedPhoto &other) {
        return one.asked == other.asked && one.photo.sha256 == other.photo.sha256;
    });
}

/// Whether nothing has changed but the time; a server may word its evidence differently.
bool isStillTheSame(const Sighting &kept, const Sighting &now)
{
    return kept.signs == now.signs && kept.changed == now.changed && isSamePhotos(kept.served, now.served);
}

QVariant printOrNull(const std::optional<Fingerprint> &print)
{
    return print ? QVariant(print->toBytes()) : QVariant(QMetaType(QMetaType::QByteArray));
}

} // namespace

Result<Done> SqlSightings::keep(const SeenPerson &person, const Sighting &sighting)
{
    if (sighting.failed)
        return Done {};
    return m_database.togetherLightly([&] { return keepHere(person, sighting); });
}

Result<Done> SqlSightings::keepHere(const SeenPerson &person, const Sighting &sighting)
{
    const auto alone = m_database.backend().holdAlone(
        m_database, person.organisation + u'\n' + person.key + u'\n' + idOf(sighting.node));
    if (!alone)
        return alone.error();
    const auto before = rows(u"organisation = ? AND person_key = ? AND node = ? ORDER BY id DESC LIMIT 1"_s,
        {person.organisation, person.key, QString(idOf(sighting.node))}, Photos::HashesOnly);
    if (!before)
        return before.error();
    if (!before->isEmpty() && isStillTheSame(before->constFirst().kept.sighting, sighting))
        return prolong(before->constFirst().id, sighting);
    return insert(person, sighting);
}

Result<Done> SqlSightings::prolong(qint64 id, const Sighting &sighting)
{
    // Two programs may look at the same time: what is known of until when is never taken back
    return m_database.run(
        u"UPDATE sightings SET last_seen = CASE WHEN last_seen > ? THEN last_seen ELSE ? END, tag = ?, "
        "evidence = ? WHERE id = ?"_s,
        {sighting.at.toMSecsSinceEpoch(), sighting.at.toMSecsSinceEpoch(),
            sighting.tag.isNull() ? u""_s : sighting.tag, sightingrow::evidenceText(sighting.evidence), id});
}

Result<Done> SqlSightings::insert(const SeenPerson &person, const Sighting &sighting)
{
    const QVariantList values = sightingrow::values(person, sighting);
    const QString places = QStringList(values.size(), u"?"_s).join(u", "_s);
    const auto inserted = m_database.query(
        u"INSERT INTO sightings (%1) VALUES (%2) RETURNING id"_s.arg(sightingrow::columns(), places), values);
    if (!inserted)
        return inserted.error();
    const qint64 id = inserted->value(0).toLongLong();
    for (qsizetype place = 0; place < sighting.served.size(); ++place) {
        const ServedPhoto &served = sighting.served.at(place);
        const auto done = m_database.keep(served.photo).andThen([&](Done) {
            return m_database.run(u"INSERT INTO sighted_photos (sighting, place, asked, sha256, fingerprint) "
                                  "VALUES (?, ?, ?, ?, ?)"_s,
                {id, place, served.asked, served.photo.sha256, printOrNull(served.print)});
        });
        if (!done)
            return done.error();
    }
    return Done {};
}

Result<QList<KeptSighting>> SqlSightings::latest(const SeenPerson &person)
{
    const auto found = rows(u"id IN (SELECT max(id) FROM sightings WHERE organisation = ? AND person_key = ? "
                            "GROUP BY node) ORDER BY id"_s,
        {person.organisation, person.key}, Photos::WithBytes);
    if (!found)
        return found.error();
    QList<KeptSighting> list;
    for (const Row &row : *found)
        list.append(row.kept);
    return list;
}

Result<QList<KeptSighting>> SqlSightings::history(const SeenPerson &person, SyncNode node, int limit)
{
    const auto found = rows(u"organisation = ? AND person_key = ? AND node = ? ORDER BY id DESC LIMIT ?"_s,
        {person.organisation, person.key, QString(idOf(node)), limit}, Photos::HashesOnly);
    if (!found)
        return found.error();
    QList<KeptSighting> list;
    for (const Row &row : *found)
        list.append(row.kept);
    return list;
}

Result<QList<SqlSightings::Row>> SqlSightings::rows(
    const QString &where, const QVariantList &values, Photos photos)
{
    auto query = m_database.query(
        u"SELECT id, "_s + sightingrow::columns() + u" FROM sightings WHERE "_s + where, values);
    if (!query)
        return query.error();
    QList<Row> list;
    for (bool more = query->isValid(); more; more = query->next()) {
        Result<KeptSighting> kept = sightingrow::read(*query);
        if (!kept)
            return kept.error();
        list.append({query->value(0).toLongLong(), *std::move(kept)});
    }
    for (Row &row : list) {
        Result<QList<ServedPhoto>> served = photosOf(row.id, photos);
        if (!served)
            return served.error();
        row.kept.sighting.served = *std::move(served);
    }
    return list;
}

Result<QList<ServedPhoto>> SqlSightings::photosOf(qint64 id, Photos photos)
{
    const QString bytes = photos == Photos::WithBytes ? u"photos.bytes"_s : u"NULL"_s;
    auto query = m_database.query(u"SELECT asked, sha256, fingerprint, width, height, "_s + bytes
            + u" AS bytes FROM sighted_photos JOIN photos USING (sha256) WHERE sighting = ? ORDER BY place"_s,
        {id});
    if (!query)
        return query.error();
    QList<ServedPhoto> list;
    for (bool more = query->isValid(); more; more = query->next()) {
        ServedPhoto served;
        RowReader row(*query);
        served.asked = row.integer();
        served.photo.sha256 = row.text();
        served.print = Fingerprint::fromBytes(row.next().toByteArray());
        served.photo.pixels.setWidth(row.integer());
        served.photo.pixels.setHeight(row.integer());
        served.photo.bytes = row.next().toByteArray();
        list.append(served);
    }
    return list;
}

} // namespace likeness
