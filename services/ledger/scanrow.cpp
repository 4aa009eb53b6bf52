// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/scanrow.h"

#include "services/ledger/rowreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

namespace likeness::scanrow {

using namespace Qt::StringLiterals;

namespace {

std::optional<QDateTime> scanMoment(const QVariant &value)
{
    if (value.isNull())
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::utc());
}

} // namespace

QString runColumns()
{
    return u"id, started_at, since, listed_at, ended_at"_s;
}

ScanRun readRun(const QSqlQuery &query, int first)
{
    RowReader row(query, first);
    ScanRun run;
    run.id = row.number();
    run.started = scanMoment(row.next()).value_or(QDateTime());
    run.since = scanMoment(row.next());
    run.listed = scanMoment(row.next());
    run.ended = scanMoment(row.next());
    return run;
}

QString personText(const Person &person)
{
    const QJsonArray fields {person.keys.key, person.keys.dn, person.keys.upn, person.keys.mail,
        person.keys.objectGuid, person.displayName, person.givenName, person.surname, person.title,
        person.department, person.mark};
    return QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
}

Person personIn(const QString &text)
{
    const QJsonArray fields = QJsonDocument::fromJson(text.toUtf8()).array();
    const auto field = [&fields](qsizetype at) { return fields.at(at).toString(); };
    Person person {
        {field(0), field(1), field(2), field(3), field(4)}, field(5), field(6), field(7), field(8), field(9)};
    person.mark = field(10);
    return person;
}

QVariant momentOrNull(const std::optional<QDateTime> &time)
{
    return time ? QVariant(time->toMSecsSinceEpoch()) : QVariant(QMetaType(QMetaType::LongLong));
}

} // namespace likeness::scanrow
