// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakes/scriptedtransport.h"

namespace likeness {

class ScriptedTransport::Call final : public JobOf<HttpReply>
{
public:
    Call(ScriptedTransport &transport, HttpRequest request)
        : m_transport(transport)
        , m_request(std::move(request))
    {
    }

private:
    void doStart() override
    {
        m_transport.requests.append(m_request);
        finish(m_transport.m_answer(m_request));
    }

    ScriptedTransport &m_transport;
    HttpRequest m_request;
};

JobPtr<HttpReply> ScriptedTransport::send(const HttpRequest &request)
{
    return JobPtr<HttpReply>(new Call(*this, request));
}

} // namespace likeness
