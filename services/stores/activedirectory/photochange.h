// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/ldaprequests.h"

#include <optional>

namespace likeness {

/// Where a directory keeps photos; a value of the organisation file.
struct PhotoAttribute
{
    QByteArray name; ///< as the schema spells it
    quint32 replicationId = 0; ///< its number in replPropertyMetaData
    bool singleValued = false;
};
/// thumbnailPhoto, jpegPhoto or photo; nullopt for anything else: nothing but photos is ever written.
std::optional<PhotoAttribute> photoAttribute(const QString &name);

/// Compare-and-swap by value: deleting the old bytes fails when they are not there (any more), and then
/// nothing is added either. With no old photo a plain add, never a replace.
QList<LdapChange> photoSwap(const std::optional<QByteArray> &before, const std::optional<QByteArray> &after);

/// The same for servers that assert a filter before they write (RFC 4528): the entry is as it was when its
/// change number was read, or has no photo at all.
LdapModification assertedPhotoSwap(const QByteArray &attribute, const QByteArray &changeNumber, bool hasPhoto,
    const std::optional<QByteArray> &after);

} // namespace likeness
