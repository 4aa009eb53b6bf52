// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sightingrow.h"

#include "services/ledger/rowreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>
#include <array>

namespace likeness::sightingrow {

using namespace Qt::StringLiterals;

namespace {

struct StoredSign
{
    Sign sign;
    const char *name;
};
constexpr std::array<StoredSign, 12> storedSigns {{
    {Sign::RemovedOnPurpose, "removedOnPurpose"},
    {Sign::PreviewOnly, "previewOnly"},
    {Sign::Placeholder, "placeholder"},
    {Sign::FromExchange, "fromExchange"},
    {Sign::OtherAttribute, "otherAttribute"},
    {Sign::ReplicasDiffer, "replicasDiffer"},
    {Sign::WritesForbidden, "writesForbidden"},
    {Sign::NoMailbox, "noMailbox"},
    {Sign::OldMailbox, "oldMailbox"},
    {Sign::ContactPhoto, "contactPhoto"},
    {Sign::ExternalViewer, "externalViewer"},
    {Sign::CommandGone, "commandGone"},
}};

QString listText(const QStringList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

QStringList listIn(const QString &text)
{
    QStringList list;
    for (const auto &value : QJsonDocument::fromJson(text.toUtf8()).array())
        list.append(value.toString());
    return list;
}

QString signsText(Signs signs)
{
    QStringList names;
    for (const StoredSign &each : storedSigns) {
        if (signs.testFlag(each.sign))
            names.append(QString::fromLatin1(each.name));
    }
    return listText(names);
}

/// A sign of a newer version is not told.
Signs signsIn(const QString &text)
{
    const QStringList names = listIn(text);
    Signs signs;
    for (const StoredSign &each : storedSigns)
        signs.setFlag(each.sign, names.contains(QLatin1StringView(each.name)));
    return signs;
}

QDateTime timeIn(const QVariant &value)
{
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::utc());
}

} // namespace

QString columns()
{
    return u"organisation, person_key, node, at, last_seen, changed_at, tag, signs, evidence"_s;
}

QVariantList values(const SeenPerson &person, const Sighting &sighting)
{
    // an empty QString may be null, and the columns take no NULL
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    const qint64 at = sighting.at.toMSecsSinceEpoch();
    return {text(person.organisation), text(person.key), QString(idOf(sighting.node)), at, at,
        sighting.changed ? QVariant(sighting.changed->toMSecsSinceEpoch())
                         : QVariant(QMetaType(QMetaType::LongLong)),
        text(sighting.tag), signsText(sighting.signs), evidenceText(sighting.evidence)};
}

Result<KeptSighting> read(const QSqlQuery &query)
{
    RowReader row(query);
    const qint64 id = row.number();
    row.next(); // the organisation
    row.next(); // the person
    const std::optional<SyncNode> node = syncNodeOf(row.text());
    if (!node)
        return Error {
            Errc::Local, u"Sighting %1 of the ledger is of a workload this version does not know"_s.arg(id)};
    KeptSighting kept;
    kept.sighting.node = *node;
    kept.sighting.at = timeIn(row.next());
    kept.lastSeen = timeIn(row.next());
    if (const QVariant changed = row.next(); !changed.isNull())
        kept.sighting.changed = timeIn(changed);
    kept.sighting.tag = row.text();
    kept.sighting.signs = signsIn(row.text());
    kept.sighting.evidence = listIn(row.text());
    return kept;
}

QString evidenceText(const QStringList &evidence)
{
    return listText(evidence);
}

} // namespace likeness::sightingrow
