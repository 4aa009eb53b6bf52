// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

#include <QList>
#include <QStringList>

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

/// By what else a person is recognised in another directory; nothing is kept under these names.
struct PersonTraces
{
    QStringList anchors {}; ///< GUIDs: objectGUID, ms-DS-ConsistencyGuid, the cloud's immutable id
    QString account {}; ///< sAMAccountName on premises
    QString dn {}; ///< on premises
    QStringList addresses {}; ///< all mail addresses

    friend bool operator==(const PersonTraces &, const PersonTraces &) = default;
};

/// Another account that looks like this person's and is listed on its own all the same.
struct PersonDoubt
{
    enum class Why {
        OtherAccount, ///< the directories' ids say that they are two accounts
        SeveralFit, ///< more than one would fit, so none was taken
        SameDirectory, ///< one directory lists both
    };
    Why why = Why::OtherAccount;
    QString shared; ///< the address or account name both have
    QString otherName;
    QString otherSource; ///< title of the directory; empty = the organisation's only one

    friend bool operator==(const PersonDoubt &, const PersonDoubt &) = default;
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

    /// The directory's word for the state of its entry (services/directory/entrymark.h), where it listed
    /// everybody: the same as before = unchanged. Empty = unknown.
    QString mark {};
    PersonTraces traces {};
    // where several directories are asked (models/people/mergepeople.h)
    QString source {}; ///< title of the directory the keys are of
    QStringList alsoIn {}; ///< titles of those that know the person too
    QList<PersonDoubt> doubts {};

    friend bool operator==(const Person &, const Person &) = default;
};

/// Why a list may be without some people; one directory's trouble does not take the others' people away.
struct PeopleNote
{
    enum class Kind {
        Failed, ///< the directory could not be asked
        Late, ///< it has not answered yet; the next page waits for it
        TooMany, ///< too many fit for people known only there to be told from the rest
    };
    Kind kind = Kind::Failed;
    QString source; ///< title of the directory
    Error error {}; ///< of Failed
};

/// One page of a search; an empty cookie means there is no next page.
struct PeoplePage
{
    QList<Person> people;
    QByteArray cookie {};
    QList<PeopleNote> notes {};
};

} // namespace likeness
