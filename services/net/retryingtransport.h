// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"
#include "services/net/servergates.h"

#include <memory>

namespace likeness {

struct RetryPolicy
{
    int attempts = 4;
    std::chrono::milliseconds firstPause {1000}; ///< doubled each time, where the server names no time
};

/// Sends again what may be sent again: what a server turned away unread (429, and 503 with Retry-After) with
/// any verb, and reads that met 429, 502, 503 or 504. All requests go through the server's gate, and a pause
/// holds for everyone who talks to that server. A wait over the gate's limit, or a server that goes on
/// refusing, gives Throttled with retryAfter; other answers come back as they are, errors of the way too.
class RetryingTransport final : public HttpTransport
{
public:
    RetryingTransport(
        std::unique_ptr<HttpTransport> inner, ServerGates &gates, Pacing &pacing, RetryPolicy policy = {});

    JobPtr<HttpReply> send(const HttpRequest &request) override;

private:
    class Call;
    std::unique_ptr<HttpTransport> m_inner;
    ServerGates &m_gates;
    Pacing &m_pacing;
    RetryPolicy m_policy;
};

} // namespace likeness
