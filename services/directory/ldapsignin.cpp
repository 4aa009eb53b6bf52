// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldapconnection.h"
#include "services/directory/ldapcontrols.h"

#include <sasl/sasl.h>

namespace likeness {
namespace {

/// Kerberos needs nothing from us but the ticket.
int noSaslAnswers(LDAP *, unsigned, void *, void *interactions)
{
    for (auto *one = static_cast<sasl_interact_t *>(interactions); one->id != SASL_CB_LIST_END; ++one) {
        one->result = "";
        one->len = 0;
    }
    return LDAP_SUCCESS;
}

std::optional<Errc> policyReason(LDAP *ldap, LDAPControl **controls)
{
    LDAPControl *control = ldap_control_find(LDAP_CONTROL_PASSWORDPOLICYRESPONSE, controls, nullptr);
    ber_int_t expires = -1;
    ber_int_t grace = -1;
    LDAPPasswordPolicyError reason = PP_noError;
    if (!control
        || ldap_parse_passwordpolicy_control(ldap, control, &expires, &grace, &reason) != LDAP_SUCCESS)
        return std::nullopt;
    return passwordPolicyErrc(static_cast<int>(reason));
}

} // namespace

Result<Done> LdapConnection::signIn(const QByteArray &password)
{
    return m_settings.signIn == LdapSignIn::Simple ? signInSimply(password) : signInByTicket();
}

Result<Done> LdapConnection::signInSimply(const QByteArray &password)
{
    // A name without a password would be an anonymous sign-in that succeeds on some servers
    if (password.isEmpty() || m_settings.account.isEmpty())
        return Error {Errc::SignInNeeded, QStringLiteral("no account or no password")};
    LdapControlList controls;
    if (m_settings.dialect == LdapDialect::InetOrgPerson) {
        LDAPControl *policy = nullptr;
        if (ldap_control_create(LDAP_CONTROL_PASSWORDPOLICYREQUEST, 0, nullptr, 0, &policy) == LDAP_SUCCESS)
            controls.append(policy);
    }
    berval secret = bervalOf(password);
    int messageId = 0;
    const int sent = ldap_sasl_bind(m_ldap, m_settings.account.toUtf8().constData(), LDAP_SASL_SIMPLE,
        &secret, controls.get(), nullptr, &messageId);
    if (sent != LDAP_SUCCESS)
        return connectFailure(LdapPhase::SignIn, sent);
    limitBlocking();
    Result<Message> message = answer(messageId, LdapPhase::SignIn);
    if (!message)
        return message.error();
    int code = LDAP_OTHER;
    char *text = nullptr;
    LDAPControl **raw = nullptr;
    const int parsed = ldap_parse_result(m_ldap, message->get(), &code, nullptr, &text, nullptr, &raw, 0);
    const LdapControlsPtr answered(raw);
    const QString diagnosis = QString::fromUtf8(text);
    ldap_memfree(text);
    if (parsed != LDAP_SUCCESS)
        return failure(LdapPhase::SignIn, parsed);
    const std::optional<Errc> reason = policyReason(m_ldap, raw);
    if (code == LDAP_SUCCESS && reason != Errc::PasswordMustChange)
        return Done {};
    Error error = failure(LdapPhase::SignIn, code, diagnosis);
    error.code = reason.value_or(error.code);
    return error;
}

Result<Done> LdapConnection::signInByTicket()
{
    // Active Directory takes no SASL layer inside TLS, and nothing without a layer outside of it
    const bool sealed = m_settings.protection == LdapProtection::Sealed;
    const char *properties = sealed ? "noplain,noanonymous,minssf=56" : "noplain,noanonymous,maxssf=0";
    ldap_set_option(m_ldap, LDAP_OPT_X_SASL_SECPROPS, properties);
    const char *mechanism = m_settings.signIn == LdapSignIn::Gssapi ? "GSSAPI" : "GSS-SPNEGO";
    const char *chosen = nullptr;
    int messageId = 0;
    Message message(nullptr, &ldap_msgfree);
    for (;;) {
        const int code = ldap_sasl_interactive_bind(m_ldap, nullptr, mechanism, nullptr, nullptr,
            LDAP_SASL_QUIET, noSaslAnswers, nullptr, message.get(), &chosen, &messageId);
        if (code == LDAP_SERVER_DOWN || code == LDAP_CONNECT_ERROR)
            return connectFailure(LdapPhase::SignIn, code);
        if (code == LDAP_SUCCESS)
            break;
        if (code != LDAP_SASL_BIND_IN_PROGRESS)
            return failure(LdapPhase::SignIn, code);
        limitBlocking();
        Result<Message> next = answer(messageId, LdapPhase::SignIn);
        if (!next)
            return next.error();
        message = *std::move(next);
    }
    ber_len_t strength = 0;
    ldap_get_option(m_ldap, LDAP_OPT_X_SASL_SSF, &strength);
    if (sealed && strength <= 1)
        return Error {Errc::EncryptionNeeded, QStringLiteral("the server does not seal the connection")};
    return Done {};
}

} // namespace likeness
