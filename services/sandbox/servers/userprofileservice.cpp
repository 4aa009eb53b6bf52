// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/sharepointserver.h"
#include "services/sandbox/servers/xmlelement.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView profileServiceNs {
    "http://microsoft.com/webservices/SharePointPortalServer/UserProfileService"};
constexpr QLatin1StringView profileSoapNs {"http://schemas.xmlsoap.org/soap/envelope/"};

SandboxReply profileSoapReply(int status, const QString &content)
{
    return {.status = status,
        .type = "text/xml; charset=utf-8",
        .body = (u"<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"%1\"><soap:Body>%2"
                 "</soap:Body></soap:Envelope>"_s.arg(profileSoapNs, content))
                    .toUtf8()};
}

SandboxReply profileFault(const QString &exception, const QString &words)
{
    return profileSoapReply(500,
        u"<soap:Fault><faultcode>soap:Server</faultcode><faultstring>%1: %2</faultstring><detail /></soap:Fault>"_s
            .arg(exception, words.toHtmlEscaped()));
}

/// The first element of that name below, in the service's namespace; nullptr = none.
const XmlElement *elementBelow(const XmlElement &element, const QString &name)
{
    for (const XmlElement &child : element.children) {
        if (child.name == name && child.ns == profileServiceNs)
            return &child;
        if (const XmlElement *found = elementBelow(child, name))
            return found;
    }
    return nullptr;
}

QString textBelow(const XmlElement &element, const QString &name)
{
    const XmlElement *found = elementBelow(element, name);
    return found ? found->text.trimmed() : QString();
}

} // namespace

/// [MS-UPSPSWS] ModifyUserPropertyByAccountName; what else the service can do nobody here asks.
SandboxReply userProfileServiceReply(SandboxWorld &world, const SharePointCall &call)
{
    if (call.request.verb != "POST")
        return {.status = 405};
    const QByteArray action = call.request.header("SOAPAction").value_or(QByteArray());
    const std::optional<XmlElement> envelope = xmlElement(call.request.body);
    if (!envelope || envelope->name != "Envelope"_L1 || envelope->ns != profileSoapNs)
        return profileFault(u"System.InvalidOperationException"_s, u"Server was unable to read request."_s);
    const XmlElement *modification = elementBelow(*envelope, u"ModifyUserPropertyByAccountName"_s);
    if (!modification || !action.contains("/ModifyUserPropertyByAccountName"))
        return profileFault(u"System.Web.Services.Protocols.SoapException"_s,
            u"Server did not recognize the value of HTTP Header SOAPAction."_s);
    const std::optional<Person> person = personOfAccount(world, textBelow(*modification, u"accountName"_s));
    if (!person)
        return profileFault(u"Microsoft.Office.Server.UserProfiles.UserNotFoundException"_s,
            u"User Not Found: Could not load profile data from the database."_s);
    if (!mayChange(call.asker, *person))
        return profileFault(
            u"System.UnauthorizedAccessException"_s, u"Attempted to perform an unauthorized operation."_s);
    const XmlElement *changes = elementBelow(*modification, u"newData"_s);
    for (const XmlElement &data : changes ? changes->children : QList<XmlElement>())
        setProfileProperty(world, person->keys.key, textBelow(data, u"Name"_s), textBelow(data, u"Value"_s));
    return profileSoapReply(
        200, u"<ModifyUserPropertyByAccountNameResponse xmlns=\"%1\" />"_s.arg(profileServiceNs));
}

} // namespace likeness
