// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/ldapconnection.h"

namespace likeness {

/// A directory's own word for the state of an entry: while it is the same, nothing of the entry has changed.
/// Active Directory: uSNChanged, which counts for one database only, so that the invocation id of the
/// controller that answers is part of it ([MS-ADTS] 3.1.1.1.9). Other servers: entryCSN.

/// What has to be asked for.
QByteArray markAttribute(const LdapConnection &connection);
/// Of an entry that was read with markAttribute(); empty = unknown. Asks the controller for its invocation id
/// once.
QString entryMark(LdapConnection &connection, const LdapEntry &entry);

} // namespace likeness
