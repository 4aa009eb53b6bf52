// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/ewsrequests.h"

#include <QXmlStreamWriter>
#include <functional>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

// With http: some published pages print https, which no server understands (docs/protocols/exchange.md E7)
const auto soapSpace = u"http://schemas.xmlsoap.org/soap/envelope/"_s;
const auto typesSpace = u"http://schemas.microsoft.com/exchange/services/2006/types"_s;
const auto messagesSpace = u"http://schemas.microsoft.com/exchange/services/2006/messages"_s;
const auto discoverSpace = u"http://schemas.microsoft.com/exchange/2010/Autodiscover"_s;
const auto addressingSpace = u"http://www.w3.org/2005/08/addressing"_s;
const auto plainRequestSpace
    = u"http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006"_s;
const auto plainReplySpace
    = u"http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"_s;

using WriteXml = std::function<void(QXmlStreamWriter &)>;

QByteArray xmlOf(const WriteXml &write)
{
    QByteArray body;
    QXmlStreamWriter xml(&body);
    xml.writeStartDocument();
    write(xml);
    xml.writeEndDocument();
    return body;
}

/// A question, unless the caller knows better.
HttpRequest xmlPost(const QUrl &url, const QByteArray &body)
{
    HttpRequest request;
    request.verb = "POST";
    request.onlyAsks = true;
    request.url = url;
    request.headers = {{"Content-Type", "text/xml; charset=utf-8"}, {"Accept", "text/xml"}};
    request.body = body;
    return request;
}

/// One EWS operation: its name, the schema it needs and what is in it.
struct EwsOperation
{
    QString name;
    QString version = u"Exchange2013"_s;
    QString impersonated {};
    WriteXml content {};
};

void writeEwsHeader(QXmlStreamWriter &xml, const EwsOperation &operation)
{
    xml.writeStartElement(soapSpace, u"Header"_s);
    xml.writeEmptyElement(typesSpace, u"RequestServerVersion"_s);
    xml.writeAttribute(u"Version"_s, operation.version);
    if (!operation.impersonated.isEmpty()) {
        xml.writeStartElement(typesSpace, u"ExchangeImpersonation"_s);
        xml.writeStartElement(typesSpace, u"ConnectingSID"_s);
        xml.writeTextElement(typesSpace, u"SmtpAddress"_s, operation.impersonated);
        xml.writeEndElement();
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

HttpRequest ewsRequest(const QUrl &ews, const EwsOperation &operation)
{
    const QByteArray body = xmlOf([&operation](QXmlStreamWriter &xml) {
        xml.writeNamespace(soapSpace, u"soap"_s);
        xml.writeNamespace(typesSpace, u"t"_s);
        xml.writeNamespace(messagesSpace, u"m"_s);
        xml.writeStartElement(soapSpace, u"Envelope"_s);
        writeEwsHeader(xml, operation);
        xml.writeStartElement(soapSpace, u"Body"_s);
        xml.writeStartElement(messagesSpace, operation.name);
        operation.content(xml);
    });
    HttpRequest request = xmlPost(ews, body);
    request.headers.append(
        {"SOAPAction", QString(u'"' % messagesSpace % u'/' % operation.name % u'"').toUtf8()});
    if (!operation.impersonated.isEmpty())
        request.headers.append({"X-AnchorMailbox", operation.impersonated.toUtf8()});
    return request;
}

QString sizeCode(PhotoSize size)
{
    const QString edge = QString::number(size.edge());
    return u"HR"_s % edge % u'x' % edge;
}

void addKnownTag(HttpRequest &request, const QByteArray &tag)
{
    if (!tag.isEmpty())
        request.headers.append({"If-None-Match", tag});
}

} // namespace

QUrl ewsPhotoUrl(const QUrl &ews)
{
    QUrl url = ews.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    url.setPath(url.path(QUrl::FullyEncoded) % u"/s/GetUserPhoto", QUrl::StrictMode);
    return url;
}

HttpRequest photoByRestRequest(const QUrl &photos, const EwsPhotoQuery &query)
{
    HttpRequest request;
    request.url = photos;
    // By hand: QUrlQuery leaves "+" and "'" as they are, and servers read "+" as a blank
    request.url.setQuery(QString::fromLatin1("email=" + QUrl::toPercentEncoding(query.address)
                             + "&size=" + sizeCode(query.size).toLatin1()),
        QUrl::StrictMode);
    addKnownTag(request, query.knownTag);
    return request;
}

HttpRequest photoBySoapRequest(const QUrl &ews, const EwsPhotoQuery &query)
{
    HttpRequest request
        = ewsRequest(ews, {.name = u"GetUserPhoto"_s, .content = [&query](QXmlStreamWriter &xml) {
                               xml.writeTextElement(messagesSpace, u"Email"_s, query.address);
                               xml.writeTextElement(messagesSpace, u"SizeRequested"_s, sizeCode(query.size));
                           }});
    addKnownTag(request, query.knownTag);
    return request;
}

HttpRequest setPhotoRequest(const QUrl &ews, const EwsPhotoWrite &write)
{
    EwsOperation operation {.name = u"SetUserPhoto"_s, .version = u"Exchange2016"_s};
    if (write.impersonates)
        operation.impersonated = write.address;
    operation.content = [&write](QXmlStreamWriter &xml) {
        xml.writeTextElement(messagesSpace, u"Email"_s, write.address);
        xml.writeTextElement(messagesSpace, u"Content"_s, QString::fromLatin1(write.photo.toBase64()));
    };
    HttpRequest request = ewsRequest(ews, operation);
    request.onlyAsks = false;
    return request;
}

HttpRequest resolveNamesRequest(const QUrl &ews, const QString &words)
{
    return ewsRequest(ews, {.name = u"ResolveNames"_s, .content = [&words](QXmlStreamWriter &xml) {
                                xml.writeAttribute(u"ReturnFullContactData"_s, u"true"_s);
                                xml.writeAttribute(u"SearchScope"_s, u"ActiveDirectory"_s);
                                xml.writeTextElement(messagesSpace, u"UnresolvedEntry"_s, words);
                            }});
}

HttpRequest findPeopleRequest(const QUrl &ews, const EwsPeopleQuery &query)
{
    return ewsRequest(ews, {.name = u"FindPeople"_s, .content = [&query](QXmlStreamWriter &xml) {
                                xml.writeStartElement(messagesSpace, u"PersonaShape"_s);
                                xml.writeTextElement(typesSpace, u"BaseShape"_s, u"Default"_s);
                                xml.writeEndElement();
                                xml.writeEmptyElement(messagesSpace, u"IndexedPageItemView"_s);
                                xml.writeAttribute(u"MaxEntriesReturned"_s, QString::number(query.limit));
                                xml.writeAttribute(u"Offset"_s, QString::number(query.offset));
                                xml.writeAttribute(u"BasePoint"_s, u"Beginning"_s);
                                xml.writeStartElement(messagesSpace, u"ParentFolderId"_s);
                                xml.writeEmptyElement(typesSpace, u"DistinguishedFolderId"_s);
                                xml.writeAttribute(u"Id"_s, u"directory"_s);
                                xml.writeEndElement();
                                xml.writeTextElement(messagesSpace, u"QueryString"_s, query.words);
                            }});
}

HttpRequest userSettingsRequest(const QUrl &service, const QString &address)
{
    const QString action = discoverSpace % u"/Autodiscover/GetUserSettings"_s;
    const QByteArray body = xmlOf([&](QXmlStreamWriter &xml) {
        xml.writeNamespace(soapSpace, u"soap"_s);
        xml.writeNamespace(discoverSpace, u"a"_s);
        xml.writeNamespace(addressingSpace, u"wsa"_s);
        xml.writeStartElement(soapSpace, u"Envelope"_s);
        xml.writeStartElement(soapSpace, u"Header"_s);
        xml.writeTextElement(discoverSpace, u"RequestedServerVersion"_s, u"Exchange2013"_s);
        xml.writeTextElement(addressingSpace, u"Action"_s, action);
        xml.writeTextElement(addressingSpace, u"To"_s, service.toString(QUrl::FullyEncoded));
        xml.writeEndElement();
        xml.writeStartElement(soapSpace, u"Body"_s);
        xml.writeStartElement(discoverSpace, u"GetUserSettingsRequestMessage"_s);
        xml.writeStartElement(discoverSpace, u"Request"_s);
        xml.writeStartElement(discoverSpace, u"Users"_s);
        xml.writeStartElement(discoverSpace, u"User"_s);
        xml.writeTextElement(discoverSpace, u"Mailbox"_s, address);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement(discoverSpace, u"RequestedSettings"_s);
        for (const auto &setting : {u"ExternalEwsUrl"_s, u"InternalEwsUrl"_s, u"ExternalPhotosUrl"_s,
                 u"InternalPhotosUrl"_s, u"ExternalEcpUrl"_s, u"EcpPhotoUrlFragment"_s, u"CasVersion"_s,
                 u"EwsSupportedSchemas"_s, u"UserDisplayName"_s})
            xml.writeTextElement(discoverSpace, u"Setting"_s, setting);
    });
    HttpRequest request = xmlPost(service, body);
    request.headers.append({"SOAPAction", QString(u'"' % action % u'"').toUtf8()});
    return request;
}

HttpRequest plainXmlSettingsRequest(const QUrl &service, const QString &address)
{
    return xmlPost(service, xmlOf([&address](QXmlStreamWriter &xml) {
        xml.writeDefaultNamespace(plainRequestSpace);
        xml.writeStartElement(plainRequestSpace, u"Autodiscover"_s);
        xml.writeStartElement(plainRequestSpace, u"Request"_s);
        xml.writeTextElement(plainRequestSpace, u"EMailAddress"_s, address);
        xml.writeTextElement(plainRequestSpace, u"AcceptableResponseSchema"_s, plainReplySpace);
    }));
}

HttpRequest autodiscoverRedirectRequest(const QString &domain)
{
    HttpRequest request;
    request.url.setScheme(u"http"_s);
    request.url.setHost(u"autodiscover."_s % domain);
    request.url.setPath(u"/autodiscover/autodiscover.xml"_s);
    return request;
}

} // namespace likeness
