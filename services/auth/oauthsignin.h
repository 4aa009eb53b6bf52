// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/auth/oauthreplies.h"
#include "services/auth/oauthsettings.h"
#include "services/auth/signin.h"
#include "services/job/sharedjob.h"
#include "services/net/pacing.h"
#include "services/secrets/secretstore.h"

namespace likeness {

/// One account signed in by OAuth 2.0. The access token lives in memory, the refresh token in the secret
/// store; a new one is saved before what came with it is used, because the old one no longer counts then.
/// One refresh at a time, the others wait for it; it ends even when they have all gone. Times are measured on
/// a clock that only moves forward, so that a wrong clock does no harm. Outlives its jobs.
class OAuthSignIn final : public HttpSignIn
{
public:
    /// The transport to the token server.
    OAuthSignIn(HttpTransport &tokens, OAuthSettings settings, SecretStore &secrets, QString secretKey,
        Pacing &pacing);

    JobPtr<HttpRequest> signedRequest(const HttpRequest &request) override;
    /// SignInNeeded when the server asks for more than a token; claims() then says what.
    JobPtr<bool> renewed(const HttpReply &refusal) override;

    /// After a sign-in by browser or device: keeps what came of it.
    JobPtr<Done> accept(const OAuthTokens &tokens);
    /// Forgets everything, here and in the secret store.
    JobPtr<Done> signOut();
    /// What the next sign-in by browser has to ask for; empty = nothing in particular.
    QString claims() const { return m_claims; }

private:
    class Keeping;
    class Refreshing;
    class Signing;
    bool isFresh() const { return !m_access.isEmpty() && m_pacing.now() < m_freshUntil; }
    JobPtr<bool> refreshed();
    void use(const OAuthTokens &tokens);

    HttpTransport &m_tokens;
    OAuthSettings m_settings;
    SecretStore &m_secrets;
    QString m_secretKey;
    Pacing &m_pacing;
    QByteArray m_access;
    std::chrono::milliseconds m_freshUntil {};
    QByteArray m_unsaved; ///< a refresh token the secret store would not take
    QString m_claims;
    int m_signOuts = 0; ///< tells a refresh that it came too late
    SharedJob<bool> m_refresh;
};

} // namespace likeness
