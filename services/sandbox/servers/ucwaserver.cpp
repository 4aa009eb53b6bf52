// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/ucwaserver.h"

#include "models/photo/photosize.h"
#include "services/sandbox/servers/ewsanswers.h"
#include "services/sandbox/servers/sandboxreplies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int ticketSeconds = 8 * 60 * 60;
constexpr int usualEdge = 48;
constexpr int mostFound = 100;
constexpr QLatin1StringView applicationsPath {"/ucwa/oauth/v1/applications"};
constexpr QLatin1StringView discoveryPath {"/Autodiscover/AutodiscoverService.svc/root"};

QString hostOf(const SandboxRequest &request)
{
    return u"https://"_s + QString::fromLatin1(request.header("Host").value_or("127.0.0.1"));
}

QJsonObject linksTo(const QList<std::pair<QString, QString>> &places)
{
    QJsonObject links;
    for (const auto &[name, href] : places)
        links.insert(name, QJsonObject {{u"href"_s, href}});
    return links;
}

SandboxReply ucwaErrorReply(int status, const QString &code, const QString &subcode)
{
    return jsonReply(
        {{u"code"_s, code}, {u"subcode"_s, subcode}, {u"message"_s, u"The request failed."_s}}, status);
}

SandboxReply badParameter()
{
    return ucwaErrorReply(400, u"BadRequest"_s, u"ParameterValidationFailure"_s);
}

/// "HR96X96", the X in upper case; 0 = no such size.
int edgeOfUcwaSize(const QString &size)
{
    for (const int edge : PhotoSize::ladder) {
        if (size == u"HR%1X%1"_s.arg(edge))
            return edge;
    }
    return 0;
}

QJsonObject contactOf(const Person &person, const QString &base)
{
    const QString self = base + u"/people/"_s + person.keys.key;
    return {{u"rel"_s, u"contact"_s}, {u"name"_s, person.displayName},
        {u"uri"_s, QString(u"sip:"_s + person.keys.mail)}, {u"type"_s, u"User"_s},
        {u"emailAddresses"_s, QJsonArray {person.keys.mail}},
        {u"_links"_s, linksTo({{u"self"_s, self}, {u"contactPhoto"_s, self + u"/contactPhoto"_s}})}};
}

} // namespace

SandboxReply ticketWantedReply(const SandboxRequest &request)
{
    SandboxReply reply {.status = 401, .type = "text/html", .body = "<p>401 - Unauthorized.</p>"};
    reply.add("WWW-Authenticate",
        "Bearer trusted_issuers=\"00000002-0000-0ff1-ce00-000000000000@lab.likeness.test\", "
        "client_id=\"00000004-0000-0ff1-ce00-000000000000\"");
    reply.add("WWW-Authenticate",
        "MsRtcOAuth href=\"" + hostOf(request).toLatin1()
            + "/WebTicket/oauthtoken\",grant_type=\"urn:microsoft.rtc:windows,urn:microsoft.rtc:anonmeeting,"
              "password\"");
    return reply;
}

SandboxReply UcwaServer::answer(const SandboxRequest &request)
{
    const QString path = QUrl::fromPercentEncoding(request.path());
    const QString host = hostOf(request);
    if (path == "/"_L1 || path.compare(discoveryPath, Qt::CaseInsensitive) == 0)
        return jsonReply({{u"_links"_s,
            linksTo({{u"self"_s, host + discoveryPath},
                {u"user"_s, host + discoveryPath + u"/oauth/user?originalDomain=lab.likeness.test"_s},
                {u"xframe"_s, host + u"/Autodiscover/XFrame/XFrame.html"_s}})}});
    if (path.compare("/WebTicket/oauthtoken"_L1, Qt::CaseInsensitive) == 0)
        return ticket(request);
    const std::optional<QString> upn = signedIn(request);
    if (!upn)
        return ticketWantedReply(request);
    if (path.compare(discoveryPath + "/oauth/user"_L1, Qt::CaseInsensitive) == 0)
        return jsonReply({{u"_links"_s,
            linksTo({{u"self"_s, host + discoveryPath + u"/user"_s},
                {u"applications"_s, host + applicationsPath}})}});
    if (path == applicationsPath)
        return applications(*upn, request);
    if (path.startsWith(applicationsPath + "/"_L1))
        return inApplication(*upn, path.sliced(applicationsPath.size() + 1), request);
    return ucwaErrorReply(404, u"NotFound"_s, u"ResourceNotFound"_s);
}

void UcwaServer::forgetApplications()
{
    const std::scoped_lock locked(m_lock);
    m_owners.clear();
}

/// By name and password only: no domain stands behind the sandbox that could check anything else.
SandboxReply UcwaServer::ticket(const SandboxRequest &request)
{
    const auto refused = [](const char *error) {
        SandboxReply reply = jsonReply({{u"error"_s, QString::fromLatin1(error)}}, 400);
        reply.add("Cache-Control", "no-store");
        return reply;
    };
    const QUrlQuery form(QString::fromLatin1(request.body));
    const QString grant = form.queryItemValue(u"grant_type"_s, QUrl::FullyDecoded);
    if (request.verb != "POST" || grant.isEmpty())
        return refused("invalid_request");
    if (grant == "urn:microsoft.rtc:windows"_L1)
        return {.status = 401, .headers = {{"WWW-Authenticate", "Negotiate"}, {"WWW-Authenticate", "NTLM"}}};
    if (grant != "password"_L1)
        return refused("unsupported_grant_type");
    const auto account = m_world.account(form.queryItemValue(u"username"_s, QUrl::FullyDecoded));
    const QByteArray password = form.queryItemValue(u"password"_s, QUrl::FullyDecoded).toUtf8();
    if (!account || account->password != password || account->state != SandboxAccount::State::Active)
        return refused("invalid_grant");
    const QByteArray token = "cwt=AAEB" + newRequestId();
    const std::scoped_lock locked(m_lock);
    m_tickets[token] = {account->upn, m_world.clock().now().addSecs(ticketSeconds)};
    return jsonReply({{u"access_token"_s, QString::fromLatin1(token)}, {u"expires_in"_s, ticketSeconds},
        {u"ms_rtc_identityscope"_s, u"local"_s}, {u"token_type"_s, u"Bearer"_s}});
}

std::optional<QString> UcwaServer::signedIn(const SandboxRequest &request) const
{
    const QByteArray header = request.header("Authorization").value_or(QByteArray());
    if (header.left(7).toLower() != "bearer ")
        return std::nullopt;
    const std::scoped_lock locked(m_lock);
    const auto ticket = m_tickets.constFind(header.mid(7).trimmed());
    if (ticket == m_tickets.cend() || ticket->until <= m_world.clock().now())
        return std::nullopt;
    return ticket->upn;
}

SandboxReply UcwaServer::applications(const QString &upn, const SandboxRequest &request)
{
    if (request.verb != "POST")
        return ucwaErrorReply(405, u"MethodNotAllowed"_s, u"None"_s);
    const QJsonObject wish = QJsonDocument::fromJson(request.body).object();
    for (const QString &needed : {u"UserAgent"_s, u"EndpointId"_s, u"Culture"_s}) {
        const QString value = wish.value(needed).toString();
        if (value.isEmpty() || value.size() > 100)
            return badParameter();
    }
    const std::optional<Person> person = m_world.person(upn);
    const std::scoped_lock locked(m_lock);
    const QString number = QString::number(101 + m_owners.size());
    m_owners.insert(number, upn);
    const QString base = applicationsPath + u'/' + number;
    QJsonObject me = contactOf(person.value_or(Person {}), base);
    me.insert(u"rel"_s, u"me"_s);
    me.insert(u"_links"_s,
        linksTo({{u"self"_s, base + u"/me"_s}, {u"makeMeAvailable"_s, base + u"/me/makeMeAvailable"_s},
            {u"photo"_s, base + u"/photos/"_s + person.value_or(Person {}).keys.mail}}));
    const QJsonObject people {{u"rel"_s, u"people"_s},
        {u"_links"_s,
            linksTo({{u"self"_s, base + u"/people"_s}, {u"search"_s, base + u"/people/search"_s}})}};
    return jsonReply({{u"culture"_s, wish.value(u"Culture"_s)}, {u"userAgent"_s, wish.value(u"UserAgent"_s)},
                         {u"_links"_s, linksTo({{u"self"_s, base}})},
                         {u"_embedded"_s, QJsonObject {{u"me"_s, me}, {u"people"_s, people}}},
                         {u"rel"_s, u"application"_s}},
        201, "application/json; charset=utf-8");
}

/// `path` begins with the application's number.
SandboxReply UcwaServer::inApplication(const QString &upn, const QString &path, const SandboxRequest &request)
{
    const QString number = path.section(u'/', 0, 0);
    {
        const std::scoped_lock locked(m_lock);
        if (m_owners.value(number) != upn)
            return ucwaErrorReply(404, u"NotFound"_s, u"ApplicationNotFound"_s);
    }
    const QString rest = path.section(u'/', 1);
    if (rest == "me/makeMeAvailable"_L1 && request.verb == "POST")
        return {.status = 204};
    if (request.verb != "GET")
        return ucwaErrorReply(405, u"MethodNotAllowed"_s, u"None"_s);
    if (rest == "people/search"_L1)
        return search(applicationsPath + u'/' + number, request);
    if (rest.startsWith("photos/"_L1))
        return photo(rest.section(u'/', 1), request);
    if (rest.startsWith("people/"_L1) && rest.endsWith("/contactPhoto"_L1))
        return photo(rest.section(u'/', 1, 1), request);
    return ucwaErrorReply(404, u"NotFound"_s, u"ResourceNotFound"_s);
}

SandboxReply UcwaServer::search(const QString &base, const SandboxRequest &request) const
{
    const QString words = request.parameter(u"query"_s).value_or(QString());
    const int limit = request.parameter(u"limit"_s).value_or(u"10"_s).toInt();
    if (words.isEmpty() || words.size() > 256 || limit < 1 || limit > mostFound)
        return badParameter();
    QJsonArray found;
    for (const Person &person : m_world.people()) {
        const bool fits = person.displayName.contains(words, Qt::CaseInsensitive)
            || person.keys.mail.contains(words, Qt::CaseInsensitive);
        if (fits && found.size() < limit)
            found.append(contactOf(person, base));
    }
    return jsonReply({{u"rel"_s, u"search"_s}, {u"moreResultsAvailable"_s, false},
        {u"_embedded"_s, QJsonObject {{u"contact"_s, found}}}});
}

/// What Exchange serves at this moment, fetched for whoever asks here.
SandboxReply UcwaServer::photo(const QString &name, const SandboxRequest &request) const
{
    const std::optional<QString> size = request.parameter(u"size"_s);
    const int edge = size ? edgeOfUcwaSize(*size) : usualEdge;
    if (edge == 0)
        return badParameter();
    const std::optional<Person> person = m_world.person(name);
    const auto served = person ? servedPhoto(m_world, person->keys.key, edge) : std::nullopt;
    if (!served)
        return ucwaErrorReply(404, u"NotFound"_s, u"ResourceNotFound"_s);
    SandboxReply reply = pictureReply(served->bytes);
    reply.add("Cache-Control", "private");
    return reply;
}

} // namespace likeness
