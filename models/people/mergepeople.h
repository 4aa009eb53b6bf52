// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"

namespace likeness {

/// What one directory answered.
struct PeopleAnswer
{
    QString source; ///< its title, unlike all others'
    QList<Person> people;
};

/// One list out of the answers of several directories: those of the first in its order, then of each other
/// those whom no earlier one has. Pure.
///
/// Two are one person when they share, in this order of weight, an anchor (GUID); a DN; the UPN; a mail
/// address, or a UPN that is the other's address; or the account name where nothing else could be compared.
/// They never are when both have anchors and none in common, when both are of one directory, or when two
/// would fit equally: then each is a row of its own, and `doubts` says with whom it shares what. A person
/// keeps the keys of the first directory that has them and gains from the others what is missing.
///
/// `shown` are rows of earlier pages: whom they stand for is left out.
QList<Person> mergePeople(const QList<PeopleAnswer> &answers, const QList<Person> &shown = {});

/// Whether the name is exactly one of theirs: key, UPN, address, account (also as DOMAIN\account) or DN;
/// letter case does not count.
bool goesBy(const Person &person, const QString &name);

/// A GUID as it lies in Active Directory, the first three fields little-endian, as people write it: lower
/// case, dashed, without braces; empty unless it has 16 bytes ([MS-DTYP] 2.3.4).
QString guidText(const QByteArray &bytes);
/// The same out of an onPremisesImmutableId, which is Base64 of those bytes; empty where it is anything else.
QString guidOfImmutableId(const QString &id);
/// "SMTP:amy@contoso.example" and "smtp:…" of proxyAddresses without the prefix; other kinds, and what comes
/// after the first fifty, are left out.
QStringList mailAddressesIn(const QStringList &proxyAddresses);

} // namespace likeness
