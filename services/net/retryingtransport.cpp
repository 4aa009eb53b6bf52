// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/retryingtransport.h"

#include "services/net/replyheaders.h"

namespace likeness {

using namespace std::chrono;
using namespace Qt::StringLiterals;

class RetryingTransport::Call final : public JobOf<HttpReply>
{
    Q_OBJECT
public:
    Call(RetryingTransport &transport, HttpRequest request)
        : m_transport(transport)
        , m_request(std::move(request))
    {
    }

private:
    void doStart() override { attempt(m_transport.m_gates.pass(m_request.url), &Call::send); }
    void send(const Result<ServerGates::Pass> &pass)
    {
        if (!pass) {
            Error error = pass.error();
            error.serverTrace = m_trace;
            return finish(std::move(error));
        }
        m_pass = *pass;
        attempt(m_transport.m_inner->send(m_request), &Call::answered);
    }
    void answered(const Result<HttpReply> &answer);
    void doCancel() override
    {
        JobOf::doCancel();
        m_pass.reset();
    }
    milliseconds pause(const std::optional<seconds> &asked) const;

    RetryingTransport &m_transport;
    HttpRequest m_request;
    ServerGates::Pass m_pass;
    QString m_trace; ///< of the last refusal
    int m_done = 0;
};

milliseconds RetryingTransport::Call::pause(const std::optional<seconds> &asked) const
{
    const milliseconds base = asked ? milliseconds(*asked) : m_transport.m_policy.firstPause * (1 << m_done);
    // a little more than asked for, not the same for everyone
    return base + milliseconds(qRound64(double(base.count()) * 0.2 * m_transport.m_pacing.chance()));
}

void RetryingTransport::Call::answered(const Result<HttpReply> &answer)
{
    m_pass.reset();
    if (!answer)
        return finish(answer);
    const int status = answer->status;
    const std::optional<seconds> asked = retryAfterOf(*answer);
    const bool turnedAway = status == 429 || (status == 503 && asked);
    const bool worthAnother
        = turnedAway || (m_request.isRead() && (status == 502 || status == 503 || status == 504));
    if (!worthAnother)
        return finish(answer);
    m_trace = serverTraceOf(*answer);
    const milliseconds wait = pause(asked);
    m_transport.m_gates.quiet(m_request.url, wait);
    if (++m_done < m_transport.m_policy.attempts)
        return attempt(m_transport.m_gates.pass(m_request.url), &Call::send);
    if (!turnedAway)
        return finish(answer);
    finish(Error {Errc::Throttled, u"the server went on refusing, with status "_s % QString::number(status),
        m_trace, ceil<seconds>(wait)});
}

RetryingTransport::RetryingTransport(
    std::unique_ptr<HttpTransport> inner, ServerGates &gates, Pacing &pacing, RetryPolicy policy)
    : m_inner(std::move(inner))
    , m_gates(gates)
    , m_pacing(pacing)
    , m_policy(policy)
{
}

JobPtr<HttpReply> RetryingTransport::send(const HttpRequest &request)
{
    return JobPtr<HttpReply>(new Call(*this, request));
}

} // namespace likeness

#include "retryingtransport.moc"
