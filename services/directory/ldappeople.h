// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "services/directory/ldapconnection.h"

namespace likeness {

/// A Person out of an entry read with personAttributes(). Pure.
Person personFromEntry(LdapDialect dialect, const LdapEntry &entry);

/// objectGUID as people write it: lower case, dashed, without braces; empty unless it has 16 bytes
/// ([MS-DTYP] 2.3.4).
QString guidText(const QByteArray &bytes);

/// The one entry a DN, or else a name, leads to, with these attributes.
Result<LdapEntry> findEntry(
    LdapConnection &connection, const QString &name, const QList<QByteArray> &attributes);

} // namespace likeness
