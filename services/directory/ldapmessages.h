// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

#include <QByteArray>

namespace likeness {

/// What was being done when a result code came.
enum class LdapPhase { SignIn, Search, Modify };

/// The Error for an LDAP result code (RFC 4511; negative = libldap's own) and the server's diagnostic text.
/// Active Directory tells the reason of a failed sign-in as "data xxx" in the text. Pure; the table
/// tests/services/directory/tst_ldapmessages.cpp is its specification.
Error ldapError(LdapPhase phase, int code, const QString &diagnostic);

/// What the password policy control of a sign-in answer says (draft-behera-ldap-password-policy), if it is
/// the reason of a failure: 0 expired, 1 locked, 2 must change.
std::optional<Errc> passwordPolicyErrc(int policyError);

} // namespace likeness
