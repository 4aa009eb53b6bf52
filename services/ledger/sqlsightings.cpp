// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlsightings.h"

#include "services/ledger/rowreader.h"
#include "services/ledger/sightingrow.h"

#include <QSet>
#include <QSqlQuery>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t sightingsAtOnce = 128; ///< a statement takes some 30,000 values

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

Result<Done> SqlSightings::keepAll(const QString &organisation, const QList<SeenSighting> &seen)
{
    return m_database.togetherLightly([&]() -> Result<Done> {
        Batch batch;
        for (const SeenSighting &each : seen) {
            if (each.sighting.failed)
                continue;
            const Place place {each.personKey, each.sighting.node};
            if (batch.size() == sightingsAtOnce || batch.contains(place)) {
                if (const auto kept = keepBatch(organisation, batch); !kept)
                    return kept.error();
                batch.clear();
            }
            batch.emplace(place, &each.sighting);
        }
        return keepBatch(organisation, batch);
    });
}

Result<Done> SqlSightings::keepBatch(const QString &organisation, const Batch &batch)
{
    if (batch.empty())
        return Done {};
    QStringList names;
    for (const auto &[place, sighting] : batch)
        names.append(organisation + u'\n' + place.first + u'\n' + idOf(place.second));
    if (const auto alone = m_database.backend().holdAlone(m_database, names); !alone)
        return alone.error();
    const auto before = newest(organisation, batch);
    if (!before)
        return before.error();
    Batch fresh;
    for (const auto &[place, sighting] : batch) {
        const auto last = before->find(place);
        if (last == before->end() || !isStillTheSame(last->second.kept.sighting, *sighting)) {
            fresh.emplace(place, sighting);
            continue;
        }
        if (const auto done = prolong(last->second.id, *sighting); !done)
            return done.error();
    }
    return insert(organisation, fresh);
}

Result<std::map<SqlSightings::Place, SqlSightings::Row>> SqlSightings::newest(
    const QString &organisation, const Batch &batch)
{
    QSet<QString> keys;
    QSet<QString> nodes;
    for (const auto &[place, sighting] : batch) {
        keys.insert(place.first);
        nodes.insert(QString(idOf(place.second)));
    }
    QVariantList values {organisation};
    for (const QString &key : keys)
        values.append(key);
    for (const QString &node : nodes)
        values.append(node);
    auto found
        = rows(u"id IN (SELECT max(id) FROM sightings WHERE organisation = ? AND person_key IN (%1) "
               "AND node IN (%2) GROUP BY person_key, node)"_s.arg(places(keys.size()), places(nodes.size())),
            values, Photos::HashesOnly);
    if (!found)
        return found.error();
    std::map<Place, Row> byPlace;
    for (Row &row : *found)
        byPlace.emplace(Place {row.personKey, row.kept.sighting.node}, std::move(row));
    return byPlace;
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

Result<Done> SqlSightings::insert(const QString &organisation, const Batch &batch)
{
    if (batch.empty())
        return Done {};
    QVariantList values;
    for (const auto &[place, sighting] : batch)
        values += sightingrow::values({organisation, place.first}, *sighting);
    const auto rows = static_cast<qsizetype>(batch.size());
    const auto inserted
        = m_database.query(u"INSERT INTO sightings (%1) VALUES %2 RETURNING id, person_key, node"_s.arg(
                               sightingrow::columns(), rowsOfPlaces(rows, values.size() / rows)),
            values);
    if (!inserted)
        return inserted.error();
    std::map<Place, qint64> ids;
    for (bool more = inserted->isValid(); more; more = inserted->next()) {
        const auto node = syncNodeOf(inserted->value(2).toString());
        Q_ASSERT(node);
        ids.emplace(Place {inserted->value(1).toString(), *node}, inserted->value(0).toLongLong());
    }
    return insertPhotos(batch, ids);
}

Result<Done> SqlSightings::insertPhotos(const Batch &batch, const std::map<Place, qint64> &ids)
{
    QList<EncodedPhoto> photos;
    QVariantList values;
    for (const auto &[place, sighting] : batch) {
        for (qsizetype at = 0; at < sighting->served.size(); ++at) {
            const ServedPhoto &served = sighting->served.at(at);
            photos.append(served.photo);
            values += {ids.at(place), at, served.asked, served.photo.sha256, printOrNull(served.print)};
        }
    }
    if (photos.isEmpty())
        return Done {};
    return m_database.keep(photos).andThen([&](Done) {
        return m_database.run(
            u"INSERT INTO sighted_photos (sighting, place, asked, sha256, fingerprint) VALUES "_s
                + rowsOfPlaces(photos.size(), 5),
            values);
    });
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
        list.append({query->value(0).toLongLong(), query->value(2).toString(), *std::move(kept)});
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
