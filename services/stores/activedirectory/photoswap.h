// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/ldapconnection.h"
#include "services/stores/activedirectory/photochange.h"
#include "services/stores/photostore.h"

namespace likeness {

/// The work of ActiveDirectoryStore on a connection; for workers.

/// The entry of a person, by DN and, where that has been renamed meanwhile, by key.
Result<LdapEntry> photoEntry(
    LdapConnection &connection, const PersonKeys &person, const QList<QByteArray> &attributes);

Result<std::optional<StoredPhoto>> readPhoto(
    LdapConnection &connection, const PersonKeys &person, const PhotoAttribute &attribute);

/// The same for the board: when it was last changed even if that was its removal, and whether a photo stands
/// in the other attribute instead.
Result<StoreSight> seePhoto(
    LdapConnection &connection, const PersonKeys &person, const PhotoAttribute &attribute);

/// What an entry is asked for to be such a sight, and the sight in one that has these.
QList<QByteArray> sightAttributes(const LdapConnection &connection, const PhotoAttribute &attribute);
StoreSight photoSight(LdapConnection &connection, const LdapEntry &entry, const PhotoAttribute &attribute);

/// Of several people with one search, in their order; whoever it does not find is looked for alone. Fails as
/// a whole when the connection is lost.
Result<QList<Result<StoreSight>>> seePhotos(
    LdapConnection &connection, const QList<PersonKeys> &people, const PhotoAttribute &attribute);

/// Writes (or, without `after`, removes) if the entry holds what is expected; Conflict otherwise.
Result<Done> swapPhoto(LdapConnection &connection, const PersonKeys &person, const PhotoAttribute &attribute,
    const ExpectedPhoto &expected, const std::optional<QByteArray> &after);

Result<WriteRight> photoRight(
    LdapConnection &connection, const PersonKeys &person, const PhotoAttribute &attribute);

} // namespace likeness
