// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/skype/ucwa.h"

#include "services/stores/webreplies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace likeness::ucwa {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype jsonLimit = 1024 * 1024;
constexpr qsizetype largestPhoto = 4 * 1024 * 1024;
constexpr int contactsAsked = 10;

/// {"code", "subcode", "message"} of an answer that is none.
struct Complaint
{
    QString code;
    QString subcode;
};

Complaint complaintIn(const HttpReply &reply)
{
    const Result<QJsonObject> read = jsonObjectOf(reply.body, jsonLimit);
    const QJsonObject object = read ? *read : QJsonObject();
    return {object.value(u"code").toString().left(100), object.value(u"subcode").toString().left(100)};
}

Error ucwaError(const HttpReply &reply)
{
    Error error = errorOfStatus(reply, WebIntent::Read);
    const Complaint complaint = complaintIn(reply);
    if (!complaint.code.isEmpty())
        error.detail += u": "_s + complaint.code;
    if (!complaint.subcode.isEmpty())
        error.detail += u", "_s + complaint.subcode;
    if (complaint.subcode == "InvalidExchangeServerVersion"_L1)
        error.code = Errc::Unsupported;
    error.serverTrace
        = QString::fromLatin1(reply.header("X-MS-Correlation-Id").value_or(QByteArray()).left(100));
    return error;
}

QUrl linkIn(const QJsonObject &object, const QString &name, const QUrl &asked)
{
    const QString href = object.value(u"_links").toObject().value(name).toObject().value(u"href").toString();
    const QUrl link(href, QUrl::StrictMode);
    return href.isEmpty() || !link.isValid() ? QUrl() : asked.resolved(link);
}

QString bareAddress(const QString &address)
{
    const QString lower = address.toLower();
    return lower.startsWith("sip:"_L1) ? lower.mid(4) : lower;
}

QStringList addressesOf(const QJsonObject &person)
{
    QStringList addresses;
    const QJsonArray mails = person.value(u"emailAddresses").toArray();
    for (const auto &mail : mails)
        addresses.append(bareAddress(mail.toString()));
    addresses.append(bareAddress(person.value(u"uri").toString()));
    addresses.removeAll(QString());
    return addresses;
}

HttpRequest jsonGet(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"Accept", "application/json"}};
    return request;
}

/// One contact is sometimes no list.
QJsonArray contactsIn(const QJsonObject &found)
{
    const QJsonValue contacts = found.value(u"_embedded").toObject().value(u"contact");
    return contacts.isArray() ? contacts.toArray() : QJsonArray {contacts};
}

} // namespace

HttpRequest discoveryRequest(const QUrl &address)
{
    return jsonGet(address);
}

Result<Discovery> discoveryIn(const HttpReply &reply, const QUrl &asked)
{
    if (reply.status >= 300 && reply.status < 400) {
        const QUrl location(QString::fromLatin1(reply.header("Location").value_or(QByteArray())));
        if (location.isEmpty() || !location.isValid())
            return Error {Errc::BadReply, u"HTTP %1 that leads nowhere"_s.arg(reply.status)};
        return Discovery {asked.resolved(location), {}, {}};
    }
    if (reply.status == 404)
        return Error {Errc::BadInput, u"HTTP 404: no Skype for Business answers at "_s + asked.path()};
    if (!reply.isSuccess())
        return ucwaError(reply);
    const Result<QJsonObject> object = jsonObjectOf(reply.body, jsonLimit);
    if (!object)
        return object.error();
    const Discovery discovery {linkIn(*object, u"redirect"_s, asked), linkIn(*object, u"user"_s, asked),
        linkIn(*object, u"applications"_s, asked)};
    if (discovery.redirect.isEmpty() && discovery.user.isEmpty() && discovery.applications.isEmpty())
        return Error {Errc::BadReply, u"discovery that names no links we know"_s};
    return discovery;
}

HttpRequest applicationRequest(const QUrl &applications, const QString &endpointId)
{
    HttpRequest request = jsonGet(applications);
    request.verb = "POST";
    request.headers.emplaceBack("Content-Type", "application/json");
    const QJsonObject body {
        {u"UserAgent"_s, u"Likeness"_s}, {u"EndpointId"_s, endpointId}, {u"Culture"_s, u"en-US"_s}};
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

Result<Application> applicationIn(const HttpReply &reply, const QUrl &asked)
{
    if (!reply.isSuccess())
        return ucwaError(reply);
    const Result<QJsonObject> object = jsonObjectOf(reply.body, jsonLimit);
    if (!object)
        return object.error();
    const QJsonObject parts = object->value(u"_embedded").toObject();
    const QJsonObject me = parts.value(u"me").toObject();
    if (me.isEmpty())
        return Error {Errc::BadReply, u"an application that does not say whose it is"_s};
    return Application {addressesOf(me), linkIn(me, u"photo"_s, asked),
        linkIn(parts.value(u"people").toObject(), u"search"_s, asked)};
}

HttpRequest searchRequest(const QUrl &search, const QString &address)
{
    QUrlQuery query(search);
    query.addQueryItem(u"query"_s, QString::fromLatin1(QUrl::toPercentEncoding(address)));
    query.addQueryItem(u"limit"_s, QString::number(contactsAsked));
    QUrl url = search;
    url.setQuery(query);
    return jsonGet(url);
}

Result<QUrl> contactPhotoIn(const HttpReply &reply, const QUrl &asked, const QString &address)
{
    if (!reply.isSuccess())
        return ucwaError(reply);
    const Result<QJsonObject> object = jsonObjectOf(reply.body, jsonLimit);
    if (!object)
        return object.error();
    const QJsonArray contacts = contactsIn(*object);
    for (const auto &each : contacts) {
        const QJsonObject contact = each.toObject();
        if (addressesOf(contact).contains(bareAddress(address)))
            return linkIn(contact, u"contactPhoto"_s, asked);
    }
    return Error {Errc::NotFound, u"Skype for Business knows nobody of that address"_s};
}

HttpRequest photoRequest(const QUrl &photo, int edge)
{
    HttpRequest request;
    QUrlQuery query(photo);
    query.addQueryItem(u"size"_s, u"HR%1X%1"_s.arg(edge));
    request.url = photo;
    request.url.setQuery(query);
    request.headers = {{"Accept", "image/jpeg"}};
    return request;
}

Result<std::optional<EncodedPhoto>> photoIn(const HttpReply &reply)
{
    if (reply.status == 404 || reply.status == 204)
        return std::optional<EncodedPhoto>();
    if (!reply.isSuccess())
        return ucwaError(reply);
    return jpegInReply(reply, largestPhoto).transform([](const EncodedPhoto &photo) {
        return std::optional(photo);
    });
}

bool hasForgottenApplication(const HttpReply &reply)
{
    if (reply.status != 404 && reply.status != 410)
        return false;
    const Complaint complaint = complaintIn(reply);
    return complaint.subcode == "ApplicationNotFound"_L1
        || complaint.subcode == "InactiveApplicationExpired"_L1 || complaint.code == "ApplicationNotFound"_L1;
}

} // namespace likeness::ucwa
