// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "services/directory/ldapconnection.h"

namespace likeness {

/// A Person out of an entry read with personAttributes(). Pure.
Person personFromEntry(LdapDialect dialect, const LdapEntry &entry);

/// The one entry a DN, or else a name, leads to, with these attributes.
Result<LdapEntry> findEntry(
    LdapConnection &connection, const QString &name, const QList<QByteArray> &attributes);

} // namespace likeness
