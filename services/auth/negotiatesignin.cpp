// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/negotiatesignin.h"

#include "services/auth/encryptedonly.h"
#include "services/auth/spnego.h"
#include "services/job/readyjob.h"
#include "services/job/workerjob.h"

namespace likeness {

class NegotiateSignIn::Signing final : public JobOf<HttpRequest>
{
    Q_OBJECT
public:
    Signing(const NegotiateSignIn &signIn, HttpRequest request)
        : m_signIn(signIn)
        , m_request(std::move(request))
    {
    }

private:
    void doStart() override
    {
        if (std::optional<Error> missing = encryptionMissing(m_request.url))
            return finish(*std::move(missing));
        const auto work
            = [host = m_request.url.host(QUrl::FullyEncoded), binding = m_signIn.m_channelBinding](
                  std::stop_token) { return spnegoToken(host, binding); };
        step(runInWorker<QByteArray>(m_signIn.m_pool, work), &Signing::sign);
    }
    void sign(const QByteArray &token)
    {
        m_request.headers.emplace_back("Authorization", "Negotiate " + token.toBase64());
        finish(std::move(m_request));
    }

    const NegotiateSignIn &m_signIn;
    HttpRequest m_request;
};

NegotiateSignIn::NegotiateSignIn(QThreadPool &pool)
    : m_pool(pool)
{
}

JobPtr<HttpRequest> NegotiateSignIn::signedRequest(const HttpRequest &request)
{
    return JobPtr<HttpRequest>(new Signing(*this, request));
}

/// Every request has its own token already; what can be new is the certificate to bind it to.
JobPtr<bool> NegotiateSignIn::renewed(const HttpReply &refusal)
{
    const bool changed = !refusal.channelBinding.isEmpty() && refusal.channelBinding != m_channelBinding;
    if (changed)
        m_channelBinding = refusal.channelBinding;
    return readyJob<bool>(changed);
}

} // namespace likeness

#include "negotiatesignin.moc"
