// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>
#include <chrono>

namespace likeness {

/// How the way to an LDAP server is protected. There is no unprotected way.
enum class LdapProtection {
    Ldaps, ///< TLS from the first byte, ldaps://
    StartTls, ///< TLS after the first request, ldap://
    Sealed, ///< Kerberos signs and seals, ldap://
};

enum class LdapSignIn { Simple, Gssapi, GssSpnego };

/// What the server speaks: Active Directory (ANR, allowedAttributesEffective, sAMAccountName) or a directory
/// of inetOrgPerson entries.
enum class LdapDialect { ActiveDirectory, InetOrgPerson };

/// One LDAP server and how to reach it; a value of the organisation file. The password is not in it.
struct LdapSettings
{
    QUrl url; ///< ldap://host[:port] or ldaps://host[:port]
    LdapProtection protection = LdapProtection::Ldaps;
    LdapSignIn signIn = LdapSignIn::Simple;
    LdapDialect dialect = LdapDialect::ActiveDirectory;
    QString account; ///< of a simple sign-in: UPN, DOMAIN\name or DN
    QString caFile; ///< PEM; empty = the system's authorities
    QString baseDn;
    std::chrono::milliseconds timeout {10000}; ///< of each request, connecting included
};

} // namespace likeness
