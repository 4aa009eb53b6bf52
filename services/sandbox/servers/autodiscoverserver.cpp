// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/autodiscoverserver.h"

#include "services/sandbox/servers/ewsanswers.h"
#include "services/sandbox/servers/sandboxfaults.h"
#include "services/sandbox/servers/xmlelement.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView poxRequests {
    "http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006"};
constexpr QLatin1StringView poxResponses {
    "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"};
constexpr QLatin1StringView poxErrors {
    "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"};
constexpr QLatin1StringView soapDiscovery {"http://schemas.microsoft.com/exchange/2010/Autodiscover"};
constexpr QLatin1StringView addressing {"http://www.w3.org/2005/08/addressing"};

SandboxReply poxReply(QLatin1StringView schema, const QString &content)
{
    const QString text = u"<?xml version=\"1.0\" encoding=\"utf-8\"?><Autodiscover "
                         "xmlns=\"http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006\">"
                         "<Response xmlns=\"%1\">%2</Response></Autodiscover>"_s.arg(schema, content);
    return {.type = "text/xml; charset=utf-8", .body = text.toUtf8()};
}

SandboxReply poxError(int code, const QString &message)
{
    return poxReply(poxErrors,
        u"<Error Time=\"00:00:00.0000000\" "
        u"Id=\"1\"><ErrorCode>%1</ErrorCode><Message>%2</Message><DebugData/>"
        "</Error>"_s.arg(QString::number(code), message));
}

/// How often the client has been sent on already, as the address tells; the next address, nullopt = arrived.
std::optional<QString> nextHop(const SandboxRequest &request, int redirects)
{
    const int hop = request.parameter(u"hop"_s).value_or(u"0"_s).toInt();
    if (hop >= redirects)
        return std::nullopt;
    return u"https://"_s + QString::fromLatin1(request.header("Host").value_or(QByteArray()))
        + QString::fromLatin1(request.path()) + u"?hop="_s + QString::number(hop + 1);
}

} // namespace

SandboxReply AutodiscoverServer::answer(const SandboxRequest &request) const
{
    const QByteArray path = request.path().toLower();
    const bool isSoap = path == "/autodiscover/autodiscover.svc";
    if (!isSoap && path != "/autodiscover/autodiscover.xml")
        return {.status = 404};
    if (!basicAccount(m_world, request)) {
        SandboxReply refused = unauthorisedReply(SandboxService::Autodiscover);
        refused.add("X-SOAP-Enabled", "True"); // what clients probe for
        return refused;
    }
    if (request.verb != "POST")
        return isSoap ? SandboxReply {.status = 405} : poxError(600, u"Invalid Request"_s);
    if (const auto next = nextHop(request, m_world.settings().autodiscoverRedirects))
        return {.status = 302, .headers = {{"Location", next->toLatin1()}}};
    return isSoap ? soap(request) : pox(request);
}

SandboxReply AutodiscoverServer::pox(const SandboxRequest &request) const
{
    const std::optional<XmlElement> root = xmlElement(request.body);
    const XmlElement *asked = root ? root->child(u"Request"_s) : nullptr;
    if (!asked || asked->ns != poxRequests)
        return poxError(600, u"Invalid Request"_s);
    if (asked->textOf(u"AcceptableResponseSchema"_s) != poxResponses)
        return poxError(601, u"Provider is not available"_s);
    const std::optional<Person> person = m_world.person(asked->textOf(u"EMailAddress"_s));
    if (!person)
        return poxError(500, u"The email address can't be found."_s);
    const QString ews = m_ews.toString().toHtmlEscaped();
    const QString protocol = u"<Protocol><Type>%1</Type><ASUrl>%2</ASUrl><EwsUrl>%2</EwsUrl></Protocol>"_s;
    return poxReply(poxResponses,
        u"<User><DisplayName>%1</DisplayName><AutoDiscoverSMTPAddress>%2</AutoDiscoverSMTPAddress></User>"
        "<Account><AccountType>email</AccountType><Action>settings</Action>%3%4</Account>"_s.arg(
            person->displayName.toHtmlEscaped(), person->keys.mail, protocol.arg(u"EXCH"_s, ews),
            protocol.arg(u"EXPR"_s, ews)));
}

std::optional<QString> AutodiscoverServer::setting(const Person &person, const QString &name) const
{
    const auto exchange = m_world.settings().exchange;
    if (name == "ExternalEwsUrl"_L1 || name == "InternalEwsUrl"_L1)
        return m_ews.toString();
    if (name == "ExternalPhotosUrl"_L1 || name == "InternalPhotosUrl"_L1)
        return m_ews.toString() + u"/s/GetUserPhoto"_s;
    if (name == "UserDisplayName"_L1)
        return person.displayName;
    if (name == "CasVersion"_L1)
        return exchangeVersion(exchange) + u".0.0"_s;
    if (name == "EwsSupportedSchemas"_L1)
        return exchange == SandboxSettings::Exchange::Server2013
            ? u"Exchange2007, Exchange2010, Exchange2013, Exchange2013_SP1"_s
            : u"Exchange2007, Exchange2010, Exchange2013, Exchange2013_SP1, Exchange2015, Exchange2016"_s;
    return std::nullopt;
}

QString AutodiscoverServer::userResponse(const QString &mailbox, const QStringList &settings) const
{
    const std::optional<Person> person = m_world.person(mailbox);
    if (!person)
        return u"<UserResponse><ErrorCode>InvalidUser</ErrorCode><ErrorMessage>Invalid user: '%1'"
               "</ErrorMessage><RedirectTarget i:nil=\"true\"/><UserSettingErrors/><UserSettings/></UserResponse>"_s
                   .arg(mailbox.toHtmlEscaped());
    QString known;
    QString unknown;
    for (const QString &name : settings) {
        if (const std::optional<QString> value = setting(*person, name))
            known += u"<UserSetting i:type=\"StringSetting\"><Name>%1</Name><Value>%2</Value></UserSetting>"_s
                         .arg(name, value->toHtmlEscaped());
        else
            unknown += u"<UserSettingError><ErrorCode>SettingIsNotAvailable</ErrorCode><ErrorMessage>Setting "
                       u"'%1' is "
                       "not available.</ErrorMessage><SettingName>%1</SettingName></UserSettingError>"_s.arg(
                           name.toHtmlEscaped());
    }
    return u"<UserResponse><ErrorCode>NoError</ErrorCode><ErrorMessage>No error.</ErrorMessage>"
           "<RedirectTarget i:nil=\"true\"/><UserSettingErrors>%1</UserSettingErrors><UserSettings>%2"
           "</UserSettings></UserResponse>"_s.arg(unknown, known);
}

SandboxReply AutodiscoverServer::soap(const SandboxRequest &request) const
{
    const std::optional<XmlElement> envelope = xmlElement(request.body);
    const XmlElement *body = envelope ? envelope->child(u"Body"_s) : nullptr;
    const XmlElement *message = body ? body->child(u"GetUserSettingsRequestMessage"_s) : nullptr;
    const XmlElement *asked
        = message && message->ns == soapDiscovery ? message->child(u"Request"_s) : nullptr;
    const XmlElement *users = asked ? asked->child(u"Users"_s) : nullptr;
    const XmlElement *wanted = asked ? asked->child(u"RequestedSettings"_s) : nullptr;
    const XmlElement *header = envelope ? envelope->child(u"Header"_s) : nullptr;
    if (!users || !wanted || !header || !header->child(u"RequestedServerVersion"_s)
        || !header->child(u"Action"_s))
        return ewsFaultReply(
            soap11, {u"ErrorInvalidRequest"_s, u"The request is not a GetUserSettings request."_s});
    QStringList settings;
    for (const XmlElement &each : wanted->children)
        settings += each.text.trimmed();
    QString responses;
    for (const XmlElement &user : users->children)
        responses += userResponse(user.textOf(u"Mailbox"_s), settings);
    const QString version = exchangeVersion(m_world.settings().exchange);
    const QString text
        = u"<?xml version=\"1.0\" encoding=\"utf-8\"?><s:Envelope xmlns:s=\"%1\" xmlns:a=\"%2\"><s:Header>"
          "<a:Action s:mustUnderstand=\"1\">%3/Autodiscover/GetUserSettingsResponse</a:Action>"
          "<h:ServerVersionInfo xmlns:h=\"%3\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\">"
          "<h:MajorVersion>%4</h:MajorVersion><h:MinorVersion>%5</h:MinorVersion></h:ServerVersionInfo></"
          "s:Header>"
          "<s:Body><GetUserSettingsResponseMessage xmlns=\"%3\"><Response "
          "xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><ErrorCode>NoError</ErrorCode><ErrorMessage/"
          ">"
          "<UserResponses>%6</UserResponses></Response></GetUserSettingsResponseMessage></s:Body></s:Envelope>"_s
              .arg(soap11, addressing, soapDiscovery, version.section(u'.', 0, 0),
                  version.section(u'.', 1, 1), responses);
    return {.type = "text/xml; charset=utf-8", .body = text.toUtf8()};
}

} // namespace likeness
