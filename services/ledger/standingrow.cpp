// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/standingrow.h"

#include "models/people/folding.h"
#include "services/ledger/rowreader.h"

#include <QTimeZone>
#include <algorithm>
#include <array>

namespace likeness::standingrow {

using namespace Qt::StringLiterals;

namespace {

struct StoredState
{
    SyncState state;
    int number;
};
constexpr std::array<StoredState, syncStateCount> storedStates {{
    {SyncState::Unknown, 0},
    {SyncState::Unreachable, 10},
    {SyncState::NoFlow, 20},
    {SyncState::InStep, 30},
    {SyncState::Pending, 40},
    {SyncState::Missing, 50},
    {SyncState::Reduced, 60},
    {SyncState::Stale, 70},
    {SyncState::Different, 80},
    {SyncState::RemovedOnPurpose, 90},
    {SyncState::Blocked, 100},
}};

/// An entry of an index of PostgreSQL has at most 2,700 bytes.
constexpr int longestWords = 400;
constexpr int longestSortName = 150;

/// The columns take no NULL, and an empty QString may be one.
QString textOf(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

qint64 momentOrZero(const std::optional<QDateTime> &time)
{
    return time ? time->toMSecsSinceEpoch() : 0;
}

QVariant momentOrNull(const std::optional<QDateTime> &time)
{
    return time ? QVariant(time->toMSecsSinceEpoch()) : QVariant(QMetaType(QMetaType::LongLong));
}

std::optional<QDateTime> momentIn(const QVariant &value)
{
    const qint64 moment = value.isNull() ? 0 : value.toLongLong();
    return moment == 0 ? std::nullopt
                       : std::optional(QDateTime::fromMSecsSinceEpoch(moment, QTimeZone::utc()));
}

/// Every word begins after a blank.
QString wordsOf(const Person &person)
{
    const QString words = folded(QStringList {person.displayName, person.givenName, person.surname,
        person.keys.key, person.keys.mail, person.department}
                                     .join(u' '));
    return u' ' + words.left(longestWords);
}

} // namespace

int numberOf(SyncState state)
{
    return std::ranges::find(storedStates, state, &StoredState::state)->number;
}

SyncState stateOf(int number)
{
    const auto found = std::ranges::find(storedStates, number, &StoredState::number);
    return found == storedStates.cend() ? SyncState::Unknown : found->state;
}

QString sortName(const Person &person)
{
    return folded(person.displayName.isEmpty() ? person.keys.key : person.displayName).left(longestSortName);
}

QStringList columns()
{
    return {u"organisation"_s, u"person_key"_s, u"dn"_s, u"upn"_s, u"mail"_s, u"object_guid"_s, u"name"_s,
        u"given_name"_s, u"surname"_s, u"title"_s, u"department"_s, u"sort_name"_s, u"words"_s, u"overall"_s,
        u"photo_sha256"_s, u"edge"_s, u"differs"_s, u"changed_at"_s, u"looked_at"_s, u"directory_mark"_s};
}

QVariantList values(const QString &organisation, const Standing &standing)
{
    const Person &person = standing.person;
    return {textOf(organisation), textOf(person.keys.key), textOf(person.keys.dn), textOf(person.keys.upn),
        textOf(person.keys.mail), textOf(person.keys.objectGuid), textOf(person.displayName),
        textOf(person.givenName), textOf(person.surname), textOf(person.title), textOf(person.department),
        textOf(sortName(person)), wordsOf(person), numberOf(standing.overall), textOf(standing.photo),
        standing.edge, standing.differs ? 1 : 0, momentOrZero(standing.changed),
        standing.looked.toMSecsSinceEpoch(), textOf(person.mark)};
}

Standing read(const QSqlQuery &query, int first)
{
    RowReader row(query, first);
    Standing standing;
    row.next(); // the organisation
    PersonKeys &keys = standing.person.keys;
    for (QString *text : {&keys.key, &keys.dn, &keys.upn, &keys.mail, &keys.objectGuid,
             &standing.person.displayName, &standing.person.givenName, &standing.person.surname,
             &standing.person.title, &standing.person.department})
        *text = row.text();
    row.next(); // the sort name
    row.next(); // the words
    standing.overall = stateOf(row.integer());
    standing.photo = row.text();
    standing.edge = row.integer();
    standing.differs = row.integer() != 0;
    standing.changed = momentIn(row.next());
    standing.looked = QDateTime::fromMSecsSinceEpoch(row.number(), QTimeZone::utc());
    standing.person.mark = row.text();
    standing.failedWrite = momentIn(row.next());
    return standing;
}

QStringList nodeColumns()
{
    return {u"standing"_s, u"node"_s, u"organisation"_s, u"sort_name"_s, u"state"_s, u"cause"_s, u"derived"_s,
        u"edge"_s, u"since"_s, u"expected"_s};
}

QVariantList nodeValues(
    qint64 standing, const QString &organisation, const QString &sortName, const NodeStanding &node)
{
    return {standing, QString(idOf(node.node)), textOf(organisation), textOf(sortName), numberOf(node.state),
        QString(nameOf(node.cause)), node.derived ? 1 : 0, node.edge, momentOrNull(node.since),
        momentOrNull(node.expected)};
}

std::optional<NodeStanding> readNode(const QSqlQuery &query)
{
    RowReader row(query, 1); // behind the standing
    const std::optional<SyncNode> node = syncNodeOf(row.text());
    row.next(); // the organisation
    row.next(); // the sort name
    NodeStanding standing;
    standing.state = stateOf(row.integer());
    const std::optional<Cause> cause = causeNamed(row.text());
    if (!node || !cause)
        return std::nullopt;
    standing.node = *node;
    standing.cause = *cause;
    standing.derived = row.integer() != 0;
    standing.edge = row.integer();
    standing.since = momentIn(row.next());
    standing.expected = momentIn(row.next());
    return standing;
}

} // namespace likeness::standingrow
