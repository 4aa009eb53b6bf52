// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/people/mergepeople.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDoubts = 3;

/// What weighs more comes first.
enum class Bond { Anchor, Dn, Upn, Address, Account };
constexpr std::array bonds {Bond::Anchor, Bond::Dn, Bond::Upn, Bond::Address, Bond::Account};

QString comparable(const QString &text)
{
    return text.trimmed().toCaseFolded();
}

QStringList comparable(QStringList texts)
{
    for (QString &text : texts)
        text = comparable(text);
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

/// The names of that weight; the prefix keeps apart what is compared with what.
QStringList namesFor(Bond bond, const Person &person)
{
    const PersonTraces &traces = person.traces;
    QStringList names;
    switch (bond) {
    case Bond::Anchor:
        names = traces.anchors;
        break;
    case Bond::Dn:
        names = {person.keys.dn, traces.dn};
        break;
    case Bond::Upn:
        names = {person.keys.upn};
        break;
    case Bond::Address:
        names = traces.addresses + QStringList {person.keys.mail, person.keys.upn};
        break;
    case Bond::Account:
        names = {traces.account};
        break;
    }
    return comparable(names);
}

bool share(const QStringList &some, const QStringList &others)
{
    return std::any_of(
        some.cbegin(), some.cend(), [&](const QString &each) { return others.contains(each); });
}

bool contradict(const Person &one, const Person &other)
{
    const QStringList some = namesFor(Bond::Anchor, one);
    const QStringList others = namesFor(Bond::Anchor, other);
    return !some.isEmpty() && !others.isEmpty() && !share(some, others);
}

bool inOneDirectory(const Person &row, const Person &person)
{
    return row.source == person.source || row.alsoIn.contains(person.source);
}

/// An account name says little: the next domain may have it too.
bool mayBond(Bond bond, const Person &row, const Person &person)
{
    if (inOneDirectory(row, person) || contradict(row, person))
        return false;
    return bond != Bond::Account || row.keys.mail.isEmpty() || person.keys.mail.isEmpty();
}

void gain(QString &mine, const QString &theirs)
{
    if (mine.isEmpty())
        mine = theirs;
}

void gain(QStringList &mine, const QStringList &theirs)
{
    for (const QString &each : theirs) {
        if (!mine.contains(each, Qt::CaseInsensitive))
            mine.append(each);
    }
}

void joinTo(Person &row, const Person &person)
{
    gain(row.keys.upn, person.keys.upn);
    gain(row.keys.mail, person.keys.mail);
    gain(row.displayName, person.displayName);
    gain(row.givenName, person.givenName);
    gain(row.surname, person.surname);
    gain(row.title, person.title);
    gain(row.department, person.department);
    gain(row.employeeId, person.employeeId);
    gain(row.traces.anchors, person.traces.anchors);
    gain(row.traces.addresses, person.traces.addresses);
    gain(row.traces.account, person.traces.account);
    gain(row.traces.dn, person.traces.dn);
    row.alsoIn.append(person.source);
}

using Rows = QList<Person>;
using RowsByName = QMultiHash<QString, qsizetype>;

RowsByName indexOf(Bond bond, const Rows &rows)
{
    RowsByName index;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        for (const QString &name : namesFor(bond, rows.at(at)))
            index.insert(name, at);
    }
    return index;
}

/// Joins whom only one row fits, and nobody else, by this bond.
void joinBy(Bond bond, Rows &rows, QList<Person> &people)
{
    const RowsByName index = indexOf(bond, rows);
    QList<QSet<qsizetype>> fitting(people.size());
    QHash<qsizetype, int> wanted; // how many want a row
    for (qsizetype at = 0; at < people.size(); ++at) {
        for (const QString &name : namesFor(bond, people.at(at))) {
            for (auto row = index.constFind(name); row != index.cend() && row.key() == name; ++row) {
                if (mayBond(bond, rows.at(*row), people.at(at)))
                    fitting[at].insert(*row);
            }
        }
        for (const qsizetype row : std::as_const(fitting[at]))
            ++wanted[row];
    }
    QList<Person> left;
    for (qsizetype at = 0; at < people.size(); ++at) {
        const bool one = fitting.at(at).size() == 1 && wanted.value(*fitting.at(at).cbegin()) == 1;
        if (one)
            joinTo(rows[*fitting.at(at).cbegin()], people.at(at));
        else
            left.append(people.at(at));
    }
    people = left;
}

PersonDoubt doubtAbout(const Person &other, const QString &shared, PersonDoubt::Why why)
{
    const QString &name = other.displayName.isEmpty() ? other.keys.key : other.displayName;
    return {why, shared, name, other.source};
}

PersonDoubt::Why whyApart(const Person &one, const Person &other)
{
    if (inOneDirectory(one, other) || inOneDirectory(other, one))
        return PersonDoubt::Why::SameDirectory;
    return contradict(one, other) ? PersonDoubt::Why::OtherAccount : PersonDoubt::Why::SeveralFit;
}

/// Rows that share an address although they are two.
void explainPairs(Rows &rows)
{
    const RowsByName index = indexOf(Bond::Address, rows);
    for (qsizetype at = 0; at < rows.size(); ++at) {
        QSet<qsizetype> said {at};
        for (const QString &name : namesFor(Bond::Address, rows.at(at))) {
            QList<qsizetype> others = index.values(name);
            std::sort(others.begin(), others.end());
            for (const qsizetype other : std::as_const(others)) {
                if (said.contains(other) || rows.at(at).doubts.size() == mostDoubts)
                    continue;
                said.insert(other);
                const Person &theirs = rows.at(other);
                rows[at].doubts.append(doubtAbout(theirs, name, whyApart(rows.at(at), theirs)));
            }
        }
    }
}

} // namespace

QList<Person> mergePeople(const QList<PeopleAnswer> &answers, const QList<Person> &shown)
{
    Rows rows = shown;
    for (const PeopleAnswer &answer : answers) {
        QList<Person> people = answer.people;
        for (Person &person : people)
            person.source = answer.source;
        for (const Bond bond : bonds)
            joinBy(bond, rows, people);
        rows += people;
    }
    explainPairs(rows);
    return rows.mid(shown.size());
}

} // namespace likeness
