// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/browsersignin.h"

#include "services/auth/pkce.h"

namespace likeness {
namespace {

using namespace Qt::StringLiterals;

class BrowserSignIn final : public JobOf<OAuthTokens>
{
    Q_OBJECT
public:
    BrowserSignIn(HttpTransport &transport, BrowserSignInSettings settings)
        : m_transport(transport)
        , m_settings(std::move(settings))
    {
    }

private:
    void doStart() override;
    void cameBack(const QUrl &address);
    void exchanged(const HttpReply &reply) { finish(tokensIn(reply)); }

    HttpTransport &m_transport;
    BrowserSignInSettings m_settings;
    BrowserTry m_try;
};

void BrowserSignIn::doStart()
{
    m_try = {.state = unguessableText(), .verifier = unguessableText(), .claims = m_settings.claims};
    auto *listener = new LoopbackListener(m_try.state, m_settings.page, m_settings.timeLimit);
    JobPtr<QUrl> listening(listener);
    m_try.redirect = listener->address();
    step(std::move(listening), &BrowserSignIn::cameBack);
    if (m_try.redirect.isValid() && !m_settings.openBrowser(authorizeUrl(m_settings.oauth, m_try)))
        finish(Error {Errc::Local, u"no browser could be opened"_s});
}

void BrowserSignIn::cameBack(const QUrl &address)
{
    const Result<QString> code = codeIn(address, m_settings.oauth.issuer);
    if (!code)
        return finish(code.error());
    step(m_transport.send(codeRequest(m_settings.oauth, m_try, *code)), &BrowserSignIn::exchanged);
}

} // namespace

JobPtr<OAuthTokens> browserSignIn(HttpTransport &transport, BrowserSignInSettings settings)
{
    return JobPtr<OAuthTokens>(new BrowserSignIn(transport, std::move(settings)));
}

} // namespace likeness

#include "browsersignin.moc"
