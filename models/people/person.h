// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace likeness {

/// The names one person goes by in different stores; empty where unknown. `key` is the one that is unique in
/// the directory the person was found in (sAMAccountName, uid, or the CSV's key) and safe to show.
struct PersonKeys
{
    QString key;
    QString dn;
    QString upn;
    QString mail;
    QString objectGuid; ///< lower-case, dashed, without braces

    friend bool operator==(const PersonKeys &, const PersonKeys &) = default;
};

/// A person as the directory describes them.
struct Person
{
    PersonKeys keys;
    QString displayName;
    QString givenName;
    QString surname;
    QString title;
    QString department;
    QString employeeId {}; ///< employeeID or employeeNumber; empty where the directory keeps none

    friend bool operator==(const Person &, const Person &) = default;
};

/// One page of a search; an empty cookie means there is no next page.
struct PeoplePage
{
    QList<Person> people;
    QByteArray cookie;
};

} // namespace likeness
