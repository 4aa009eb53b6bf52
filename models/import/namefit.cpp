// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/import/namefit.h"

#include "models/people/folding.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

bool isSameName(const QString &held, const QString &wanted)
{
    return !held.isEmpty() && folded(held) == folded(wanted);
}

/// Some directories know people by their addresses only.
bool isAccount(const PersonKeys &keys, const QString &account)
{
    if (!keys.key.contains(u'@'))
        return isSameName(keys.key, account);
    return isSameName(keys.upn.section(u'@', 0, 0), account)
        || isSameName(keys.mail.section(u'@', 0, 0), account);
}

bool isDisplayed(const Person &person, const QString &name)
{
    const QString &given = person.givenName;
    const QString &surname = person.surname;
    const bool both = !given.isEmpty() && !surname.isEmpty();
    return isSameName(person.displayName, name)
        || (both
            && (isSameName(given + u' ' + surname, name) || isSameName(surname + u' ' + given, name)
                || isSameName(surname + u", "_s + given, name)));
}

bool fitsPiece(const Person &person, NamePart part, const QString &piece)
{
    switch (part) {
    case NamePart::AccountName:
        return isAccount(person.keys, piece);
    case NamePart::Mail:
        return isSameName(person.keys.mail, piece);
    case NamePart::Upn:
        return isSameName(person.keys.upn, piece);
    case NamePart::GivenName:
        return isSameName(person.givenName, piece);
    case NamePart::Surname:
        return isSameName(person.surname, piece);
    case NamePart::DisplayName:
        return isDisplayed(person, piece);
    case NamePart::EmployeeId:
        return isSameName(person.employeeId, piece);
    }
    Q_UNREACHABLE();
}

} // namespace

bool fits(const Person &person, const NameReading &reading)
{
    return std::ranges::all_of(reading.pieces,
        [&person](const auto &piece) { return fitsPiece(person, piece.first, piece.second); });
}

QList<NameReading> readingsOfName(const QString &name)
{
    static const ParsedPattern usual = NamePattern::parsed(NamePattern::usual());
    return usual.pattern->readings(name.section(u'\\', -1));
}

} // namespace likeness
