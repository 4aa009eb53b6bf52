// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/graphserver.h"

#include "services/sandbox/servers/sandboxfaults.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype graphMostInBatch = 20;

SandboxReply unknownUser(const QString &name)
{
    return graphErrorReply(404, "Request_ResourceNotFound",
        u"Resource '%1' does not exist or one of its queried reference-property objects are not present."_s
            .arg(name));
}

SandboxReply insufficient()
{
    return graphErrorReply(
        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}

SandboxReply unknownSegment(const QString &segment)
{
    return graphErrorReply(400, "BadRequest", u"Resource not found for the segment '%1'."_s.arg(segment));
}

/// One request of a batch as the request it stands for.
SandboxRequest batchedRequest(const QJsonObject &item, const QByteArray &version)
{
    SandboxRequest request;
    request.verb = item["method"_L1].toString().toUpper().toLatin1();
    request.target = version + item["url"_L1].toString().toUtf8();
    const QJsonObject headers = item["headers"_L1].toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        request.headers.emplaceBack(header.key().toLatin1(), header.value().toString().toLatin1());
    const QJsonValue body = item["body"_L1];
    request.body = body.isObject() ? QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact)
                                   : QByteArray::fromBase64(body.toString().toLatin1());
    return request;
}

QJsonObject batchedReply(const QString &id, const SandboxReply &reply)
{
    QJsonObject headers;
    for (const auto &[name, value] : reply.headers)
        headers[QString::fromLatin1(name)] = QString::fromLatin1(value);
    QJsonObject item {{u"id"_s, id}, {u"status"_s, reply.status}};
    if (!reply.type.isEmpty())
        headers[u"Content-Type"_s] = QString::fromLatin1(reply.type);
    if (reply.type.startsWith("application/json"))
        item[u"body"_s] = QJsonDocument::fromJson(reply.body).object();
    else if (!reply.body.isEmpty())
        item[u"body"_s] = QString::fromLatin1(reply.body.toBase64());
    item[u"headers"_s] = headers;
    return item;
}

/// A token names the service it is for in its scopes; those without one are Graph's.
bool isForGraph(const LoginGrant &grant)
{
    return std::none_of(grant.scopes.cbegin(), grant.scopes.cend(), [](const QString &scope) {
        return scope.contains("://"_L1) && !scope.startsWith("https://graph.microsoft.com/"_L1);
    });
}

} // namespace

bool GraphCaller::hasOneOf(std::initializer_list<QLatin1StringView> wanted) const
{
    return std::any_of(wanted.begin(), wanted.end(),
        [this](QLatin1StringView each) { return scopes.contains(each) || scopes.contains(".default"_L1); });
}

bool GraphCaller::mayRead(const Person &person) const
{
    if (account.upn == person.keys.upn && hasOneOf({"User.Read"_L1, "User.ReadWrite"_L1}))
        return true;
    return hasOneOf({"User.ReadBasic.All"_L1, "User.Read.All"_L1, "User.ReadWrite.All"_L1,
        "ProfilePhoto.Read.All"_L1, "ProfilePhoto.ReadWrite.All"_L1});
}

bool GraphCaller::mayWrite(const Person &person) const
{
    const bool all = hasOneOf({"User.ReadWrite.All"_L1, "ProfilePhoto.ReadWrite.All"_L1});
    if (account.upn == person.keys.upn)
        return all || hasOneOf({"User.ReadWrite"_L1});
    return all && account.writesEverybody;
}

SandboxReply GraphServer::answer(const SandboxRequest &request) const
{
    const QByteArray header = request.header("Authorization").value_or(QByteArray());
    const bool bearer = header.left(7).toLower() == "bearer ";
    const std::optional<LoginGrant> grant = bearer ? m_tokens.access(header.mid(7).trimmed()) : std::nullopt;
    SandboxReply reply
        = grant && isForGraph(*grant) ? answerOne(request, *grant) : unauthorisedReply(SandboxService::Graph);
    if (!headerOf(reply.headers, "request-id"))
        reply.add("request-id", newRequestId());
    if (const auto id = request.header("client-request-id"))
        reply.add("client-request-id", *id);
    return reply;
}

SandboxReply GraphServer::answerOne(const SandboxRequest &request, const LoginGrant &grant) const
{
    GraphCaller caller {*m_world.account(grant.upn), {}};
    for (const QString &scope : grant.scopes)
        caller.scopes += scope.mid(scope.lastIndexOf(u'/') + 1);
    QStringList path = QUrl::fromPercentEncoding(request.path()).mid(1).split(u'/');
    const QString version = path.takeFirst();
    if ((version != "v1.0"_L1 && version != "beta"_L1) || path.isEmpty())
        return graphErrorReply(400, "BadRequest", "Invalid version: "_L1 + version);
    const QString root = path.takeFirst();
    if (root == "$batch"_L1)
        return batch(request, grant);
    if (version == "beta"_L1 && root == "admin"_L1 && path.join(u'/') == "people/photoUpdateSettings"_L1)
        return photoSettingsReply(m_world, caller, request);
    if (root != "me"_L1 && root != "users"_L1)
        return unknownSegment(root);
    if (root == "users"_L1 && path.isEmpty()) {
        const bool lists
            = caller.hasOneOf({"User.ReadBasic.All"_L1, "User.Read.All"_L1, "User.ReadWrite.All"_L1});
        return lists ? graphUsersReply(m_world, request) : insufficient();
    }
    const QString name = root == "me"_L1 ? grant.upn : path.takeFirst();
    const std::optional<Person> person = m_world.person(name);
    if (!person)
        return unknownUser(name);
    if (!caller.mayRead(*person))
        return insufficient();
    return path.isEmpty() ? graphUserReply(*person, request)
                          : graphPhotoReply(m_world, caller, *person, path.join(u'/'), request);
}

/// One after the other; an item whose forerunner failed is not tried.
SandboxReply GraphServer::batch(const SandboxRequest &request, const LoginGrant &grant) const
{
    const QJsonArray items = QJsonDocument::fromJson(request.body).object()["requests"_L1].toArray();
    if (request.verb != "POST" || items.isEmpty())
        return graphErrorReply(400, "BadRequest", "Invalid batch payload format.");
    if (items.size() > graphMostInBatch)
        return graphErrorReply(
            400, "BadRequest", "Number of batch request steps exceeds the maximum value of 20.");
    const QByteArray version = request.path().left(request.path().lastIndexOf('/'));
    QMap<QString, int> statuses;
    QJsonArray replies;
    for (const auto &value : items) {
        const QJsonObject item = value.toObject();
        const QString id = item["id"_L1].toString();
        const QJsonArray needed = item["dependsOn"_L1].toArray();
        const bool skipped = std::any_of(needed.begin(), needed.end(),
            [&statuses](const QJsonValue &each) { return statuses.value(each.toString(), 424) >= 400; });
        const SandboxReply reply = skipped
            ? graphErrorReply(424, "FailedDependency", "A request it depends on failed.")
            : answerOne(batchedRequest(item, version), grant);
        statuses[id] = reply.status;
        replies.prepend(batchedReply(id, reply)); // in no order clients could count on
    }
    return jsonReply({{u"responses"_s, replies}});
}

} // namespace likeness
