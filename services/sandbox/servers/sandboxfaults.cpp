// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/sandboxfaults.h"

#include "services/sandbox/servers/ewsanswers.h"
#include "services/sandbox/servers/sandboxreplies.h"
#include "services/sandbox/servers/ucwaserver.h"

namespace likeness {

namespace {

constexpr std::size_t mostRecordedRequests = 300;
constexpr qsizetype mostRecordedBytes = 32 * 1024 * 1024;

bool isMeant(const SandboxFault &fault, const SandboxRequest &request)
{
    const QByteArray line = request.verb + ' ' + request.target;
    return line.contains(fault.matching) || request.body.contains(fault.matching);
}

SandboxReply throttledReply(SandboxService service, const SandboxFault &fault)
{
    SandboxReply reply = service == SandboxService::Graph
        ? graphErrorReply(fault.status, "TooManyRequests", "Please retry again later.")
        : SandboxReply {.status = fault.status};
    reply.add("Retry-After", QByteArray::number(fault.retryAfter));
    return reply;
}

SandboxReply malformedReply(SandboxReply reply)
{
    reply.body = "<html><{\"unfinished\": [";
    return reply;
}

/// The answer of a request nothing is done for; nullopt = it reaches the server.
std::optional<SandboxReply> refusal(
    SandboxService service, const SandboxFault &fault, const SandboxRequest &request)
{
    using enum SandboxFault::Kind;
    switch (fault.kind) {
    case Throttled:
        return throttledReply(service, fault);
    case Busy:
        return service == SandboxService::Exchange ? ewsBusyReply(fault.delay)
                                                   : throttledReply(service, fault);
    case DroppedBefore:
        return SandboxReply {.ending = SandboxReply::Ending::Dropped};
    case Unauthorised:
        return unauthorisedReply(service, request);
    case Failed:
        return SandboxReply {.status = fault.status};
    case Delay:
    case DroppedAfter:
    case Truncated:
    case WrongType:
    case Malformed:
        return std::nullopt;
    }
    return std::nullopt;
}

SandboxReply spoilt(SandboxReply reply, const SandboxFault &fault)
{
    using enum SandboxFault::Kind;
    if (fault.kind == Delay)
        reply.delay = fault.delay;
    if (fault.kind == DroppedAfter)
        reply.ending = SandboxReply::Ending::Dropped;
    if (fault.kind == Truncated)
        reply.ending = SandboxReply::Ending::Truncated;
    if (fault.kind == WrongType)
        reply.type = "text/html; charset=utf-8";
    return fault.kind == Malformed ? malformedReply(reply) : reply;
}

} // namespace

SandboxReply unauthorisedReply(SandboxService service, const SandboxRequest &request)
{
    SandboxReply reply {.status = 401};
    switch (service) {
    case SandboxService::Exchange:
    case SandboxService::Autodiscover:
        reply.add("WWW-Authenticate", "Basic realm=\"127.0.0.1\"");
        break;
    case SandboxService::SharePoint:
        reply.add("WWW-Authenticate", "Basic realm=\"127.0.0.1\"");
        reply.type = "text/plain; charset=utf-8";
        reply.body = "401 UNAUTHORIZED";
        break;
    case SandboxService::Graph:
        reply = graphErrorReply(
            401, "InvalidAuthenticationToken", "Access token has expired or is not yet valid.");
        reply.add("WWW-Authenticate",
            "Bearer realm=\"\", error=\"invalid_token\", error_description=\"The access token is not "
            "valid.\"");
        break;
    case SandboxService::Skype:
        return ticketWantedReply(request);
    case SandboxService::Login:
    case SandboxService::WebPictures:
        break;
    }
    return reply;
}

void SandboxFaults::add(SandboxService service, const SandboxFault &fault)
{
    const std::scoped_lock locked(m_lock);
    m_faults.emplaceBack(service, fault);
}

void SandboxFaults::clear()
{
    const std::scoped_lock locked(m_lock);
    m_faults.clear();
}

QList<RecordedRequest> SandboxFaults::requests() const
{
    const std::scoped_lock locked(m_lock);
    return {m_requests.cbegin(), m_requests.cend()};
}

void SandboxFaults::forget()
{
    const std::scoped_lock locked(m_lock);
    m_requests.clear();
    m_recordedBytes = 0;
}

std::optional<SandboxFault> SandboxFaults::taken(SandboxService service, const SandboxRequest &request)
{
    const std::scoped_lock locked(m_lock);
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        SandboxFault &fault = m_faults[i].second;
        if (m_faults[i].first != service || !isMeant(fault, request))
            continue;
        const SandboxFault due = fault;
        if (--fault.requests <= 0)
            m_faults.removeAt(i);
        return due;
    }
    return std::nullopt;
}

void SandboxFaults::record(const RecordedRequest &request)
{
    const std::scoped_lock locked(m_lock);
    m_requests.push_back(request);
    m_recordedBytes += request.request.body.size();
    while (m_requests.size() > mostRecordedRequests || m_recordedBytes > mostRecordedBytes) {
        m_recordedBytes -= m_requests.front().request.body.size();
        m_requests.pop_front();
    }
}

SandboxReply SandboxFaults::answered(
    SandboxService service, const SandboxRequest &request, const HttpHost::Handler &handle)
{
    const std::optional<SandboxFault> fault = taken(service, request);
    const std::optional<SandboxReply> refused = fault ? refusal(service, *fault, request) : std::nullopt;
    SandboxReply reply = refused ? *refused : handle(request);
    if (fault && !refused)
        reply = spoilt(std::move(reply), *fault);
    const bool silent = reply.ending == SandboxReply::Ending::Dropped;
    record({service, request, silent ? 0 : reply.status});
    return reply;
}

} // namespace likeness
