// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/httphost.h"
#include "services/sandbox/servers/logintokens.h"

namespace likeness {

/// The fields of a form, or of a query.
using LoginForm = QMap<QString, QString>;

/// The OAuth issuer: discovery, authorization code with PKCE, refresh with rotation, device code, in the
/// words of the Microsoft identity platform v2. Signing in is choosing an account on a page. Any thread.
class LoginServer final
{
public:
    explicit LoginServer(SandboxWorld &world)
        : m_world(world)
        , m_tokens(world.clock())
    {
    }
    SandboxReply answer(const SandboxRequest &request);
    LoginTokens &tokens() { return m_tokens; }

private:
    struct Place; ///< where a request was sent to
    SandboxReply discovery(const Place &place) const;
    SandboxReply authorize(const Place &place, const LoginForm &form);
    SandboxReply deviceCode(const Place &place, const LoginForm &form);
    SandboxReply deviceAuth(const Place &place, const LoginForm &form);
    SandboxReply token(const Place &place, const LoginForm &form);
    SandboxReply tokenByCode(const Place &place, const LoginForm &form);
    SandboxReply tokenByRefresh(const Place &place, const LoginForm &form);
    SandboxReply tokenByDevice(const Place &place, const LoginForm &form);
    SandboxReply issued(const Place &place, const LoginForm &form, const LoginGrant &grant);
    QByteArray idToken(const Place &place, const LoginGrant &grant) const;

    SandboxWorld &m_world;
    LoginTokens m_tokens;
};

/// Something an issuer refuses, with the number Microsoft gives it.
struct LoginRefusal
{
    const char *error; ///< "invalid_grant"
    int number; ///< AADSTS…
    const char *words;
};
SandboxReply loginRefusalReply(const LoginRefusal &refusal);
/// Why that account may not have a token, by its state; nullopt = it may. `silently`: nobody can answer a
/// second factor.
std::optional<LoginRefusal> accountRefusal(const SandboxAccount &account, bool silently);
/// What is wrong with the scopes asked for; nullopt = nothing.
std::optional<LoginRefusal> scopeRefusal(const QStringList &scopes);

/// The page people choose an account on; every field of `kept` comes back with the answer.
SandboxReply signInPage(
    const SandboxWorld &world, const QString &action, const LoginForm &kept, const QString &note);
/// A page that only says something.
SandboxReply notePage(const QString &title, const QString &note, int status = 200);
/// The page a code of another device is typed on.
SandboxReply deviceCodePage(const SandboxWorld &world, const QString &action, const QString &note);

} // namespace likeness
