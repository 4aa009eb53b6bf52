// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/signedintransport.h"

namespace likeness {

class SignedInTransport::Call final : public JobOf<HttpReply>
{
    Q_OBJECT
public:
    Call(SignedInTransport &transport, HttpRequest request)
        : m_transport(transport)
        , m_request(std::move(request))
    {
    }

private:
    void doStart() override
    {
        m_signedAfter = m_transport.m_renewals;
        step(m_transport.m_signIn.signedRequest(m_request), &Call::send);
    }
    void send(const HttpRequest &request) { step(m_transport.m_inner->send(request), &Call::answered); }
    void answered(const HttpReply &reply)
    {
        if (reply.status != 401 || std::exchange(m_refused, true))
            return finish(reply);
        m_refusal = reply;
        if (m_signedAfter != m_transport.m_renewals)
            return doStart();
        HttpSignIn &signIn = m_transport.m_signIn;
        step(m_transport.m_renewal.join([&signIn, reply] { return signIn.renewed(reply); }), &Call::renewed);
    }
    void renewed(const bool &worthIt)
    {
        if (!worthIt)
            return finish(m_refusal);
        if (m_signedAfter == m_transport.m_renewals)
            ++m_transport.m_renewals; // the first of those who waited
        doStart();
    }

    SignedInTransport &m_transport;
    HttpRequest m_request;
    HttpReply m_refusal;
    int m_signedAfter = 0;
    bool m_refused = false;
};

SignedInTransport::SignedInTransport(std::unique_ptr<HttpTransport> inner, HttpSignIn &signIn)
    : m_inner(std::move(inner))
    , m_signIn(signIn)
{
}

JobPtr<HttpReply> SignedInTransport::send(const HttpRequest &request)
{
    return JobPtr<HttpReply>(new Call(*this, request));
}

} // namespace likeness

#include "signedintransport.moc"
