// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "services/directory/ldapconnection.h"

#include <QStringList>

namespace likeness {

/// Those of `groups` (DNs or names) that the person is a member of, directly, through other groups or as
/// their primary group. Active Directory follows the groups itself; elsewhere they are followed one by one,
/// by the members they list and by what the person's entry says. Errors: BadInput where a group is not found,
/// those of a search. For a worker thread.
Result<QStringList> groupsAmong(
    LdapConnection &connection, const PersonKeys &person, const QStringList &groups);

} // namespace likeness
