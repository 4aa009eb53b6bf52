// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"

#include <functional>

namespace likeness {

/// Sends one request and makes a value of the answer by a pure function; one step of a flow.
template <class T>
class HttpCall final : public JobOf<T>
{
public:
    using Reading = std::function<Result<T>(const HttpReply &)>;

    HttpCall(JobPtr<HttpReply> sending, Reading reading)
        : m_sending(std::move(sending))
        , m_reading(std::move(reading))
    {
    }

private:
    void doStart() override { this->step(std::move(m_sending), &HttpCall::read); }
    void read(const HttpReply &reply) { this->finish(m_reading(reply)); }

    JobPtr<HttpReply> m_sending;
    Reading m_reading;
};

template <class T>
JobPtr<T> httpCall(
    HttpTransport &transport, const HttpRequest &request, typename HttpCall<T>::Reading reading)
{
    return JobPtr<T>(new HttpCall<T>(transport.send(request), std::move(reading)));
}

} // namespace likeness
