// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/ewsserver.h"

#include "services/sandbox/servers/ewsoperations.h"
#include "services/sandbox/servers/sandboxfaults.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// How long clients may keep a photo before they ask again.
constexpr qint64 ewsPhotoFreshSeconds = 24 * 60 * 60;

SandboxReply ewsStatus(int status)
{
    return {.status = status, .headers = {{"request-id", newRequestId()}}};
}

} // namespace

SandboxReply EwsServer::answer(const SandboxRequest &request) const
{
    const QByteArray path = request.path().toLower();
    const bool photoByGet = path == "/ews/exchange.asmx/s/getuserphoto";
    if (!photoByGet && path != "/ews/exchange.asmx")
        return ewsStatus(404);
    const std::optional<SandboxAccount> asker = basicAccount(m_world, request);
    if (!asker)
        return unauthorisedReply(SandboxService::Exchange);
    if (!m_world.settings().ewsEnabled)
        return ewsStatus(403);
    if (photoByGet)
        return request.verb == "GET" ? photo(request) : ewsStatus(405);
    return request.verb == "POST" ? soap(*asker, request) : ewsStatus(405);
}

/// [MS-OXWSPHOTO] 3.1.5.1.1: 200 with the picture, 304, or 404 without one.
SandboxReply EwsServer::photo(const SandboxRequest &request) const
{
    const int edge = edgeOfSizeCode(request.parameter(u"size"_s).value_or(QString()), m_world.settings());
    const QString mail = request.parameter(u"email"_s).value_or(QString());
    if (edge == 0 || mail.isEmpty())
        return ewsStatus(400);
    const std::optional<Person> person = m_world.person(mail);
    const auto served = person ? servedPhoto(m_world, person->keys.key, edge) : std::nullopt;
    if (!served)
        return ewsStatus(404);
    SandboxReply reply = pictureReply(served->bytes);
    reply.headers = {{"request-id", newRequestId()}, {"ETag", served->etag},
        {"Expires", httpDate(m_world.clock().now().addSecs(ewsPhotoFreshSeconds))}};
    if (request.header("If-None-Match") == served->etag) {
        reply.status = 304;
        reply.body.clear();
        reply.type.clear();
    }
    return reply;
}

SandboxReply EwsServer::soap(const SandboxAccount &asker, const SandboxRequest &request) const
{
    const EwsParsed parsed = parsedEwsRequest(m_world, asker, request);
    if (parsed.refusal)
        return *parsed.refusal;
    const QString operation = parsed.request.operation.name;
    const bool is2013 = m_world.settings().exchange == SandboxSettings::Exchange::Server2013;
    if (operation == "GetUserPhoto"_L1)
        return getUserPhoto(m_world, parsed.request);
    if (operation == "SetUserPhoto"_L1 && !is2013)
        return setUserPhoto(m_world, parsed.request);
    if (operation == "ResolveNames"_L1)
        return resolveNames(m_world, parsed.request);
    if (operation == "FindPeople"_L1)
        return findPeople(m_world, parsed.request);
    return ewsFaultReply(parsed.request.soap,
        {u"ErrorSchemaValidation"_s,
            u"The request failed schema validation: The element 'Body' has invalid child element '%1'."_s.arg(
                operation)});
}

} // namespace likeness
