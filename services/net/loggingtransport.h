// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"

#include <memory>

namespace likeness {

/// Gives every request an id of its own (client-request-id) and logs one line for it in logNet: verb, address
/// without the values of its query, status or error, bytes, milliseconds, and the ids by which the server's
/// administrator finds it. No other header and never a body.
class LoggingTransport final : public HttpTransport
{
public:
    explicit LoggingTransport(std::unique_ptr<HttpTransport> inner);
    JobPtr<HttpReply> send(const HttpRequest &request) override;

private:
    class Call;
    std::unique_ptr<HttpTransport> m_inner;
};

} // namespace likeness
