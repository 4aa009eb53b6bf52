// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "services/job/readyjob.h"
#include "services/stores/storesight.h"

#include <QHash>
#include <QStringList>

namespace likeness {

/// A page of everybody. Where the directory is a photo store as well, it may bring along what that store
/// shows of them.
struct SeenPage
{
    PeoplePage page {};
    QString store {}; ///< the instance of that store, empty = none
    QHash<QString, StoreSight> sights {}; ///< by the key of the person
};

/// Where people are found: Active Directory (ANR), a plain LDAP server, or the CSV of a folder store. Owned
/// by the organisation, used from the logic thread.
class Directory
{
public:
    virtual ~Directory() = default;

    /// People whose name, key, UPN or mail begins with the words; at most `limit` a page (1..500), in the
    /// directory's own order. `cookie` is that of the page before, empty for the first.
    virtual JobPtr<PeoplePage> find(const QString &words, int limit, const QByteArray &cookie = {}) = 0;
    /// The same without words, for a scan: `limit` and `cookie` as there. With `photos` the sights as well,
    /// where there are any: that asks a server once instead of twice.
    virtual JobPtr<SeenPage> everybody(int limit, const QByteArray &cookie, bool photos);
    /// Exactly one person by key, UPN, mail or DN; Errc::NotFound or Errc::Ambiguous otherwise.
    virtual JobPtr<Person> person(const QString &name) = 0;
    /// Those with that employee number, two or three at most; nobody where the directory keeps no numbers.
    virtual JobPtr<PeoplePage> employee(const QString &) { return readyJob<PeoplePage>(PeoplePage {}); }
    /// Those of the groups (DNs or names) that the person is a member of, also by way of other groups. Never
    /// a guess: a group that is not found (BadInput) or a directory that knows no groups (Unsupported) is an
    /// error.
    virtual JobPtr<QStringList> memberships(const PersonKeys &, const QStringList &)
    {
        return readyJob<QStringList>(
            Error {Errc::Unsupported, QStringLiteral("this directory cannot be asked about groups")});
    }
};

} // namespace likeness
