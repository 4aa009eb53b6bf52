// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/oauthsignin.h"

#include "services/auth/encryptedonly.h"
#include "services/auth/oauthrequests.h"
#include "services/job/readyjob.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Saves a refresh token, if there is a new one, then uses the access token.
class OAuthSignIn::Keeping final : public JobOf<Done>
{
    Q_OBJECT
public:
    /// `signOuts`: how many there had been when the tokens were asked for.
    Keeping(OAuthSignIn &signIn, OAuthTokens tokens, int signOuts)
        : m_signIn(signIn)
        , m_tokens(std::move(tokens))
        , m_signOuts(signOuts)
    {
    }

private:
    void doStart() override
    {
        if (m_tokens.refreshToken.isEmpty())
            return kept(Done {});
        attempt(m_signIn.m_secrets.save(m_signIn.m_secretKey, m_tokens.refreshToken), &Keeping::kept);
    }
    void kept(const Result<Done> &saved)
    {
        if (m_signOuts != m_signIn.m_signOuts)
            return attempt(m_signIn.m_secrets.erase(m_signIn.m_secretKey), &Keeping::tooLate);
        if (!m_tokens.refreshToken.isEmpty())
            m_signIn.m_unsaved = saved ? QByteArray() : m_tokens.refreshToken; // for this run, then
        m_signIn.use(m_tokens);
        finish(Done {});
    }
    void tooLate(const Result<Done> &) { finish(Error {Errc::SignInNeeded, u"signed out meanwhile"_s}); }

    OAuthSignIn &m_signIn;
    OAuthTokens m_tokens;
    int m_signOuts;
};

/// A new access token for the refresh token.
class OAuthSignIn::Refreshing final : public JobOf<bool>
{
    Q_OBJECT
public:
    explicit Refreshing(OAuthSignIn &signIn)
        : m_signIn(signIn)
        , m_signOuts(signIn.m_signOuts)
    {
    }

private:
    void doStart() override
    {
        if (!m_signIn.m_unsaved.isEmpty())
            return ask(m_signIn.m_unsaved);
        step(m_signIn.m_secrets.load(m_signIn.m_secretKey), &Refreshing::ask);
    }
    void ask(const std::optional<QByteArray> &refreshToken)
    {
        if (!refreshToken)
            return finish(Error {Errc::SignInNeeded, u"no refresh token is kept for this account"_s});
        step(m_signIn.m_tokens.send(refreshRequest(m_signIn.m_settings, *refreshToken)),
            &Refreshing::answered);
    }
    void answered(const HttpReply &reply)
    {
        const Result<OAuthTokens> tokens = tokensIn(reply);
        if (!tokens)
            return finish(tokens.error());
        step(JobPtr<Done>(new Keeping(m_signIn, *tokens, m_signOuts)), &Refreshing::kept);
    }
    void kept(const Done &) { finish(true); }

    OAuthSignIn &m_signIn;
    int m_signOuts;
};

class OAuthSignIn::Signing final : public JobOf<HttpRequest>
{
    Q_OBJECT
public:
    Signing(OAuthSignIn &signIn, HttpRequest request)
        : m_signIn(signIn)
        , m_request(std::move(request))
    {
    }

private:
    void doStart() override
    {
        if (std::optional<Error> missing = encryptionMissing(m_request.url))
            return finish(*std::move(missing));
        if (m_signIn.isFresh())
            return sign(true);
        step(m_signIn.refreshed(), &Signing::sign);
    }
    void sign(const bool &)
    {
        m_request.headers.emplace_back("Authorization", "Bearer " + m_signIn.m_access);
        finish(std::move(m_request));
    }

    OAuthSignIn &m_signIn;
    HttpRequest m_request;
};

OAuthSignIn::OAuthSignIn(
    HttpTransport &tokens, OAuthSettings settings, SecretStore &secrets, QString secretKey, Pacing &pacing)
    : m_tokens(tokens)
    , m_settings(std::move(settings))
    , m_secrets(secrets)
    , m_secretKey(std::move(secretKey))
    , m_pacing(pacing)
{
}

JobPtr<HttpRequest> OAuthSignIn::signedRequest(const HttpRequest &request)
{
    return JobPtr<HttpRequest>(new Signing(*this, request));
}

JobPtr<bool> OAuthSignIn::renewed(const HttpReply &refusal)
{
    m_access.clear();
    const QString claims = claimsIn(refusal);
    if (claims.isEmpty())
        return refreshed();
    m_claims = claims;
    return readyJob<bool>(Error {Errc::SignInNeeded, u"the server asks for claims "_s + claims.left(500)});
}

JobPtr<bool> OAuthSignIn::refreshed()
{
    return m_refresh.join([this] { return JobPtr<bool>(new Refreshing(*this)); });
}

JobPtr<Done> OAuthSignIn::accept(const OAuthTokens &tokens)
{
    m_claims.clear();
    return JobPtr<Done>(new Keeping(*this, tokens, m_signOuts));
}

JobPtr<Done> OAuthSignIn::signOut()
{
    ++m_signOuts;
    m_access.clear();
    m_unsaved.clear();
    m_claims.clear();
    return m_secrets.erase(m_secretKey);
}

void OAuthSignIn::use(const OAuthTokens &tokens)
{
    // renewed a little early: the answer took its time, and the next request will too
    const auto early = std::min<std::chrono::milliseconds>(60s, tokens.lifetime / 2);
    m_access = tokens.accessToken;
    m_freshUntil = m_pacing.now() + tokens.lifetime - early;
}

} // namespace likeness

#include "oauthsignin.moc"
