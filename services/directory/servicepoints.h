// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/ldapservice.h"

#include <QUrl>

namespace likeness {

/// The URLs of Autodiscover that Exchange has left in an Active Directory (service connection points), those
/// of the controller's own site first, then those of no site, then the rest; https only. No Exchange, or a
/// server that is no Active Directory: none, and no error.
JobPtr<QList<QUrl>> autodiscoverServicePoints(LdapService &service);

/// What is searched for below the configuration naming context. Pure.
LdapSearch servicePointSearch(const QString &configurationDn);
/// Out of what was found. Pointers to other forests are left out: they name an LDAP server, and nobody has
/// said that our sign-in may go there. Pure.
QList<QUrl> autodiscoverUrlsIn(const QList<LdapEntry> &entries, const QString &site);
/// The site out of a rootDSE's serverName; empty = none. Pure.
QString siteOfServer(const QString &serverDn);

} // namespace likeness
