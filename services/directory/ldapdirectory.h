// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"
#include "services/directory/ldapservice.h"

namespace likeness {

/// How the store of the same server reads entries, for a list that brings along what it shows of people.
struct ListedSights
{
    QString store; ///< its instance
    std::function<QList<QByteArray>(const LdapConnection &)> attributes;
    std::function<StoreSight(LdapConnection &, const LdapEntry &)> sightIn; ///< of one that has these
};

/// The people of Active Directory (found by ANR) or of a plain LDAP server. Pages go on where they ended,
/// also when the connection they began on is gone: the people before them are then read again and left out.
class LdapDirectory final : public Directory
{
public:
    /// Without sights a list of everybody brings none along.
    explicit LdapDirectory(std::shared_ptr<LdapService> service, std::optional<ListedSights> sights = {});

    JobPtr<PeoplePage> find(const QString &words, int limit, const QByteArray &cookie = {}) override;
    JobPtr<SeenPage> everybody(int limit, const QByteArray &cookie, bool photos) override;
    JobPtr<Person> person(const QString &name) override;
    JobPtr<PeoplePage> employee(const QString &id) override;
    JobPtr<QStringList> memberships(const PersonKeys &person, const QStringList &groups) override;

private:
    std::shared_ptr<LdapService> m_service;
    std::optional<ListedSights> m_sights;
};

} // namespace likeness
