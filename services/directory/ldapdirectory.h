// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"
#include "services/directory/ldapservice.h"

namespace likeness {

/// The people of Active Directory (found by ANR) or of a plain LDAP server. Pages go on where they ended,
/// also when the connection they began on is gone: the people before them are then read again and left out.
class LdapDirectory final : public Directory
{
public:
    explicit LdapDirectory(std::shared_ptr<LdapService> service);

    JobPtr<PeoplePage> find(const QString &words, int limit, const QByteArray &cookie = {}) override;
    JobPtr<Person> person(const QString &name) override;
    JobPtr<PeoplePage> employee(const QString &id) override;
    JobPtr<QStringList> memberships(const PersonKeys &person, const QStringList &groups) override;

private:
    std::shared_ptr<LdapService> m_service;
};

} // namespace likeness
