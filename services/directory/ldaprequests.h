// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/ldapsettings.h"

#include <QByteArray>
#include <QList>

namespace likeness {

/// A search as it is sent. Pure value.
struct LdapSearch
{
    enum class Scope { Base, Subtree };
    QString base;
    Scope scope = Scope::Base;
    QByteArray filter {"(objectClass=*)"};
    QList<QByteArray> attributes {};
    int sizeLimit = 0; ///< 0 = none
    int pageSize = 0; ///< 0 = not paged
    QByteArray cookie {}; ///< of the page before, on the same connection
    bool readsAhead = false; ///< the next page is asked for before this one is read: both sides work at once

    friend bool operator==(const LdapSearch &, const LdapSearch &) = default;
};

/// One change of one attribute; Delete without a value deletes all.
struct LdapChange
{
    enum class Kind { Add, Delete, Replace };
    Kind kind = Kind::Add;
    QList<QByteArray> values {};

    friend bool operator==(const LdapChange &, const LdapChange &) = default;
};

/// A modification of one attribute of one entry: all changes or none. With an assertion (RFC 4528, sent
/// critical) only if the entry fits that filter.
struct LdapModification
{
    QString dn;
    QByteArray attribute;
    QList<LdapChange> changes {};
    QByteArray assertion {};
};

/// A value inside a filter ([RFC 4515] 3).
QByteArray ldapEscaped(const QByteArray &value);
QByteArray ldapEscaped(const QString &value);

/// Everything a Person is made of.
QList<QByteArray> personAttributes(LdapDialect dialect);
/// People whose name, key, UPN or mail begins with the words; no words = everybody.
QByteArray peopleFilter(LdapDialect dialect, const QString &words);
/// Exactly this key, UPN or mail; DOMAIN\name is taken as name.
QByteArray personFilter(LdapDialect dialect, const QString &name);
/// Exactly the entry with that objectGUID, or entryUUID; empty when it is none.
QByteArray idFilter(LdapDialect dialect, const QString &objectGuid);
/// Those with that employee number.
QByteArray employeeFilter(LdapDialect dialect, const QString &id);
bool looksLikeDn(const QString &name);

} // namespace likeness
