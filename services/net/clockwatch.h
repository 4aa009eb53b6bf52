// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/clockskew.h"
#include "services/net/http.h"

#include <memory>

namespace likeness {

/// What a server said the time was, and what it was here. Logic thread.
class ServerClock final
{
public:
    /// Of an answer's Date header [RFC 9110] 6.6.1, where there is one.
    void note(const HttpReply &reply, const QDateTime &here);
    /// By the answer whose time was furthest from ours; nullopt = all were near, or there was none.
    const std::optional<Error> &error() const { return m_error; }

private:
    std::optional<Error> m_error;
    qint64 m_furthest = 0; ///< seconds
};

/// Tells a ServerClock of every answer that passes. Both references outlive its jobs.
class ClockWatch final : public HttpTransport
{
public:
    ClockWatch(std::unique_ptr<HttpTransport> inner, ServerClock &clock);
    JobPtr<HttpReply> send(const HttpRequest &request) override;

private:
    std::unique_ptr<HttpTransport> m_inner;
    ServerClock &m_clock;
};

} // namespace likeness
