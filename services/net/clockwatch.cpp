// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/clockwatch.h"

#include "services/net/httpcall.h"
#include "services/net/replyheaders.h"

namespace likeness {

void ServerClock::note(const HttpReply &reply, const QDateTime &here)
{
    const std::optional<QDateTime> told = dateIn(reply, "Date");
    const qint64 apart = told ? qAbs(here.secsTo(*told)) : 0;
    if (apart <= m_furthest)
        return;
    m_furthest = apart;
    m_error = clockError(*told, here);
}

ClockWatch::ClockWatch(std::unique_ptr<HttpTransport> inner, ServerClock &clock)
    : m_inner(std::move(inner))
    , m_clock(clock)
{
}

JobPtr<HttpReply> ClockWatch::send(const HttpRequest &request)
{
    return httpCall<HttpReply>(*m_inner, request, [this](const HttpReply &reply) {
        m_clock.note(reply, QDateTime::currentDateTimeUtc());
        return Result<HttpReply>(reply);
    });
}

} // namespace likeness
