// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/sharepointrequests.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamWriter>

namespace likeness::sharepoint {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds uploadTime {120'000};

QByteArray rootOf(const Site &site)
{
    QByteArray root = site.url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (root.endsWith('/'))
        root.chop(1);
    return root;
}

QString profileService()
{
    return u"http://microsoft.com/webservices/SharePointPortalServer/UserProfileService"_s;
}

/// A text in quotes, as it goes into a URL.
QByteArray literal(const QString &text)
{
    return "'" + QUrl::toPercentEncoding(QString(text).replace(u"'"_s, u"''"_s), "/'") + "'";
}

QByteArray jsonType(const Site &site)
{
    return site.json == Json::Verbose ? "application/json;odata=verbose"
                                      : "application/json;odata=nometadata";
}

HttpRequest get(const Site &site, const QByteArray &path, const QByteArray &accept)
{
    HttpRequest request;
    request.url = QUrl::fromEncoded(QByteArray(rootOf(site) + path), QUrl::StrictMode);
    // Without this a site with forms sign-in answers with its form [S12]
    request.headers = {{"Accept", accept}, {"X-FORMS_BASED_AUTH_ACCEPTED", "f"}};
    return request;
}

HttpRequest post(const Site &site, const QByteArray &path, const QByteArray &type, const QByteArray &digest)
{
    HttpRequest request = get(site, path, jsonType(site));
    request.verb = "POST";
    request.headers.emplaceBack("Content-Type", type);
    if (!digest.isEmpty())
        request.headers.emplaceBack("X-RequestDigest", digest);
    return request;
}

HttpRequest upload(
    const Site &site, const QByteArray &path, const QByteArray &bytes, const QByteArray &digest)
{
    HttpRequest request = post(site, path, "application/octet-stream", digest);
    request.body = bytes;
    request.timeLimit = uploadTime;
    return request;
}

QByteArray filePath(const QString &path)
{
    return "/_api/web/GetFileByServerRelativeUrl(" + literal(path) + ')';
}

QByteArray propertyEnvelope(const QString &login, const QString &name, const QString &value)
{
    const QString soap = u"http://schemas.xmlsoap.org/soap/envelope/"_s;
    const QString schema = u"http://www.w3.org/2001/XMLSchema"_s;
    const QString instance = u"http://www.w3.org/2001/XMLSchema-instance"_s;
    QByteArray body;
    QXmlStreamWriter xml(&body);
    xml.writeStartDocument();
    xml.writeNamespace(soap, u"soap"_s);
    xml.writeNamespace(instance, u"xsi"_s);
    xml.writeNamespace(schema, u"xsd"_s);
    xml.writeStartElement(soap, u"Envelope"_s);
    xml.writeStartElement(soap, u"Body"_s);
    xml.writeDefaultNamespace(profileService());
    xml.writeStartElement(profileService(), u"ModifyUserPropertyByAccountName"_s);
    xml.writeTextElement(profileService(), u"accountName"_s, login);
    xml.writeStartElement(profileService(), u"newData"_s);
    xml.writeStartElement(profileService(), u"PropertyData"_s);
    xml.writeTextElement(profileService(), u"IsPrivacyChanged"_s, u"false"_s);
    xml.writeTextElement(profileService(), u"IsValueChanged"_s, u"true"_s);
    xml.writeTextElement(profileService(), u"Name"_s, name);
    xml.writeTextElement(profileService(), u"Privacy"_s, u"NotSet"_s);
    xml.writeStartElement(profileService(), u"Values"_s);
    xml.writeStartElement(profileService(), u"ValueData"_s);
    xml.writeStartElement(profileService(), u"Value"_s);
    xml.writeAttribute(instance, u"type"_s, u"xsd:string"_s);
    xml.writeCharacters(value);
    xml.writeEndDocument();
    return body;
}

} // namespace

HttpRequest myProperties(const Site &site)
{
    return get(site, "/_api/SP.UserProfiles.PeopleManager/GetMyProperties", jsonType(site));
}

HttpRequest propertiesOf(const Site &site, const QString &login)
{
    return get(site,
        "/_api/SP.UserProfiles.PeopleManager/GetPropertiesFor(accountName=@v)?@v=" + literal(login),
        jsonType(site));
}

HttpRequest digest(const Site &site)
{
    return post(site, "/_api/contextinfo", jsonType(site), {});
}

HttpRequest fileInfo(const Site &site, const QString &path)
{
    return get(site, filePath(path) + "?$select=ETag,Length,TimeLastModified", jsonType(site));
}

HttpRequest fileBytes(const Site &site, const QString &path)
{
    return get(site, filePath(path) + "/$value", "*/*");
}

HttpRequest addFile(
    const Site &site, const QString &path, const QByteArray &bytes, const QByteArray &digest, bool overwrites)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return upload(site,
        "/_api/web/GetFolderByServerRelativeUrl(" + literal(path.left(slash)) + ")/Files/add(url="
            + literal(path.mid(slash + 1)) + ",overwrite=" + (overwrites ? "true" : "false") + ')',
        bytes, digest);
}

HttpRequest replaceFile(const Site &site, const QString &path, const QByteArray &bytes,
    const QByteArray &digest, const QByteArray &etag)
{
    HttpRequest request = upload(site, filePath(path) + "/$value", bytes, digest);
    request.headers.emplaceBack("X-HTTP-Method", "PUT");
    request.headers.emplaceBack("If-Match", etag);
    return request;
}

HttpRequest deleteFile(
    const Site &site, const QString &path, const QByteArray &digest, const QByteArray &etag)
{
    HttpRequest request = post(site, filePath(path), jsonType(site), digest);
    request.headers.emplaceBack("X-HTTP-Method", "DELETE");
    request.headers.emplaceBack("If-Match", etag);
    return request;
}

HttpRequest setMyPicture(const Site &site, const QByteArray &jpeg, const QByteArray &digest)
{
    return upload(site, "/_api/SP.UserProfiles.PeopleManager/SetMyProfilePicture", jpeg, digest);
}

HttpRequest setProperty(const Site &site, const QString &login, const QString &name, const QString &value,
    const QByteArray &digest)
{
    HttpRequest request = post(
        site, "/_api/SP.UserProfiles.PeopleManager/SetSingleValueProfileProperty", jsonType(site), digest);
    request.body = QJsonDocument(
        QJsonObject {{u"accountName"_s, login}, {u"propertyName"_s, name}, {u"propertyValue"_s, value}})
                       .toJson(QJsonDocument::Compact);
    return request;
}

HttpRequest setPropertyBySoap(
    const Site &site, const QString &login, const QString &name, const QString &value)
{
    HttpRequest request = get(site, "/_vti_bin/UserProfileService.asmx", "text/xml");
    request.verb = "POST";
    request.headers.emplaceBack("Content-Type", "text/xml; charset=utf-8");
    request.headers.emplaceBack(
        "SOAPAction", QString(u'"' + profileService() + u"/ModifyUserPropertyByAccountName\""_s).toLatin1());
    request.body = propertyEnvelope(login, name, value);
    return request;
}

HttpRequest shownPicture(const Site &site, const QString &person, PictureFile size)
{
    return get(site,
        QByteArray("/_layouts/15/userphoto.aspx?size=") + letterOf(size)
            + "&accountname=" + QUrl::toPercentEncoding(person, "@"),
        "image/*");
}

std::optional<HttpRequest> redirected(const Site &site, const QUrl &from, const QByteArray &location)
{
    const QUrl to = from.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    if (!to.isValid() || to.scheme() != site.url.scheme() || to.host() != site.url.host()
        || to.port() != site.url.port() || !to.userInfo().isEmpty())
        return std::nullopt;
    HttpRequest request = get(site, {}, "image/*");
    request.url = to;
    return request;
}

} // namespace likeness::sharepoint
