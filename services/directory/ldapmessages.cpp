// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldapmessages.h"

#include <QRegularExpression>
#include <ldap.h>

namespace likeness {
namespace {

/// [MS-ADTS] 5.1.1.1.1 leaves the text to the server; these Win32 codes are what it carries since Windows
/// 2000.
std::optional<Errc> signInErrcFromData(const QString &diagnostic)
{
    static const QRegularExpression dataCode(QStringLiteral("\\bdata ([0-9a-fA-F]+)"));
    const QRegularExpressionMatch match = dataCode.match(diagnostic);
    switch (match.hasMatch() ? match.capturedView(1).toInt(nullptr, 16) : 0) {
    case 0x525: // no such user
    case 0x52e: // wrong password, or the server does not tell
        return Errc::SignInNeeded;
    case 0x530: // not at this hour
    case 0x531: // not from this machine
        return Errc::Forbidden;
    case 0x532:
        return Errc::PasswordExpired;
    case 0x533:
        return Errc::AccountDisabled;
    case 0x701:
        return Errc::AccountExpired;
    case 0x773:
        return Errc::PasswordMustChange;
    case 0x775:
        return Errc::AccountLocked;
    default:
        return std::nullopt;
    }
}

/// libldap's own codes; the way to the server, mostly.
std::optional<Errc> errcOfClient(int code)
{
    switch (code) {
    case LDAP_SERVER_DOWN:
    case LDAP_CONNECT_ERROR:
        return Errc::Offline;
    case LDAP_TIMEOUT:
        return Errc::Timeout;
    case LDAP_LOCAL_ERROR: // in a sign-in: what the Kerberos library says
        return Errc::NoTicket;
    case LDAP_AUTH_UNKNOWN:
    case LDAP_NOT_SUPPORTED:
        return Errc::Unsupported;
    case LDAP_USER_CANCELLED:
        return Errc::Cancelled;
    case LDAP_ENCODING_ERROR:
    case LDAP_FILTER_ERROR:
    case LDAP_PARAM_ERROR:
        return Errc::BadInput;
    case LDAP_NO_MEMORY:
        return Errc::Local;
    default:
        return code < 0 ? std::optional(Errc::BadReply) : std::nullopt;
    }
}

/// Codes that mean the same whatever was asked.
std::optional<Errc> errcOfAnyPhase(int code)
{
    switch (code) {
    case LDAP_STRONG_AUTH_REQUIRED:
    case LDAP_CONFIDENTIALITY_REQUIRED:
        return Errc::EncryptionNeeded;
    case LDAP_AUTH_METHOD_NOT_SUPPORTED:
    case LDAP_UNAVAILABLE_CRITICAL_EXTENSION:
        return Errc::Unsupported;
    case LDAP_TIMELIMIT_EXCEEDED:
        return Errc::Timeout;
    case LDAP_BUSY:
    case LDAP_ADMINLIMIT_EXCEEDED:
        return Errc::Throttled;
    case LDAP_UNAVAILABLE:
        return Errc::Offline;
    case LDAP_PROTOCOL_ERROR:
        return Errc::BadReply;
    case LDAP_INSUFFICIENT_ACCESS:
        return Errc::Forbidden;
    case LDAP_INVALID_CREDENTIALS:
    case LDAP_INAPPROPRIATE_AUTH:
        return Errc::SignInNeeded;
    default:
        return std::nullopt;
    }
}

Errc errcOfSearch(int code)
{
    switch (code) {
    case LDAP_NO_SUCH_OBJECT:
    case LDAP_INVALID_DN_SYNTAX:
        return Errc::NotFound;
    case LDAP_OPERATIONS_ERROR: // what Active Directory says to a search before signing in
        return Errc::SignInNeeded;
    case LDAP_SIZELIMIT_EXCEEDED:
        return Errc::Ambiguous;
    default:
        return Errc::BadReply;
    }
}

Errc errcOfModify(int code)
{
    switch (code) {
    case LDAP_NO_SUCH_OBJECT:
    case LDAP_INVALID_DN_SYNTAX:
        return Errc::NotFound;
    case LDAP_NO_SUCH_ATTRIBUTE: // the value to be deleted is no longer there
    case LDAP_TYPE_OR_VALUE_EXISTS: // there is a value already
    case LDAP_ASSERTION_FAILED:
        return Errc::Conflict;
    case LDAP_CONSTRAINT_VIOLATION:
    case LDAP_INVALID_SYNTAX: // Samba's answer to a value over rangeUpper
        return Errc::TooLarge;
    case LDAP_REFERRAL: // a read-only controller names a writable one
        return Errc::ReadOnly;
    case LDAP_UNDEFINED_TYPE:
    case LDAP_INAPPROPRIATE_MATCHING:
    case LDAP_OBJECT_CLASS_VIOLATION:
        return Errc::Unsupported;
    default:
        return Errc::Refused;
    }
}

/// KRB_AP_ERR_SKEW and KRB_AP_ERR_TKT_NYV, of which the Kerberos library hands on the English words.
bool saysClocksDiffer(const QString &diagnostic)
{
    return diagnostic.contains(u"Clock skew too great", Qt::CaseInsensitive)
        || diagnostic.contains(u"Ticket not yet valid", Qt::CaseInsensitive);
}

Errc errcFor(LdapPhase phase, int code, const QString &diagnostic)
{
    if (phase == LdapPhase::SignIn && saysClocksDiffer(diagnostic))
        return Errc::ClockWrong;
    if (const std::optional<Errc> client = errcOfClient(code))
        return *client == Errc::NoTicket && phase != LdapPhase::SignIn ? Errc::Local : *client;
    if (phase == LdapPhase::SignIn && code == LDAP_INVALID_CREDENTIALS)
        return signInErrcFromData(diagnostic).value_or(Errc::SignInNeeded);
    // ERROR_DS_SINGLE_VALUE_CONSTRAINT: a Windows controller's way to say "there is a value already"
    if (phase == LdapPhase::Modify && code == LDAP_CONSTRAINT_VIOLATION && diagnostic.contains(u"00002081"))
        return Errc::Conflict;
    if (const std::optional<Errc> any = errcOfAnyPhase(code))
        return *any;
    switch (phase) {
    case LdapPhase::SignIn:
        return code == LDAP_UNWILLING_TO_PERFORM ? Errc::SignInNeeded : Errc::BadReply;
    case LdapPhase::Search:
        return errcOfSearch(code);
    case LdapPhase::Modify:
        return errcOfModify(code);
    }
    return Errc::BadReply;
}

} // namespace

Error ldapError(LdapPhase phase, int code, const QString &diagnostic)
{
    Error error;
    error.code = errcFor(phase, code, diagnostic);
    error.detail = QString::fromUtf8(ldap_err2string(code));
    error.serverTrace = u"LDAP " % QString::number(code) % (diagnostic.isEmpty() ? u"" : u": ") % diagnostic;
    return error;
}

std::optional<Errc> passwordPolicyErrc(int policyError)
{
    switch (policyError) {
    case PP_passwordExpired:
        return Errc::PasswordExpired;
    case PP_accountLocked:
        return Errc::AccountLocked;
    case PP_changeAfterReset:
        return Errc::PasswordMustChange;
    default:
        return std::nullopt;
    }
}

} // namespace likeness
