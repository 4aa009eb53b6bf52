// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/endpointsettings.h"

#include "services/settings/endpointwords.h"

#include <QRegularExpression>

namespace likeness {

using namespace Qt::StringLiterals;
using namespace endpointwords;

namespace {

constexpr qsizetype largestPhoto = 100'000'000;

void readSize(JsonFields &fields, EndpointSettings &endpoint)
{
    const qsizetype edge = fields.number(u"edge"_s, endpoint.writes.edge(), 1, 648);
    if (const auto size = PhotoSize::of(static_cast<int>(edge)))
        endpoint.writes = *size;
    else
        fields.refuse(u"edge"_s, u"must be 48, 64, 96, 120, 240, 360, 432, 504 or 648"_s);
    endpoint.byteLimit = fields.number(u"byteLimit"_s, endpoint.byteLimit, 1, largestPhoto);
    endpoint.byteBudget = fields.number(u"byteBudget"_s, endpoint.byteBudget, 1, largestPhoto);
    if (endpoint.byteBudget > endpoint.byteLimit)
        fields.refuse(u"byteBudget"_s, u"must not be more than byteLimit, %1"_s.arg(endpoint.byteLimit));
}

qsizetype webLimit(EndpointSettings::Kind kind)
{
    if (kind == EndpointSettings::Kind::Exchange)
        return EndpointSettings::exchangeLimit;
    return kind == EndpointSettings::Kind::SharePoint ? EndpointSettings::sharePointLimit
                                                      : EndpointSettings::microsoft365Limit;
}

} // namespace

void putUnlessUsual(QJsonObject &object, const QString &key, const QJsonValue &value, const QJsonValue &usual)
{
    if (value != usual || object.contains(key))
        object.insert(key, value);
}

namespace {

void putSize(QJsonObject &object, const EndpointSettings &endpoint)
{
    const EndpointSettings usual = EndpointSettings::ofKind(endpoint.kind);
    putUnlessUsual(object, u"edge"_s, endpoint.writes.edge(), usual.writes.edge());
    putUnlessUsual(object, u"byteBudget"_s, qint64(endpoint.byteBudget), qint64(usual.byteBudget));
    putUnlessUsual(object, u"byteLimit"_s, qint64(endpoint.byteLimit), qint64(usual.byteLimit));
}

} // namespace

EndpointSettings EndpointSettings::ofKind(Kind kind)
{
    EndpointSettings endpoint;
    endpoint.kind = kind;
    switch (kind) {
    case Kind::ActiveDirectory:
        endpoint.attribute = u"thumbnailPhoto"_s;
        break;
    case Kind::Ldap:
        endpoint.attribute = u"jpegPhoto"_s;
        break;
    case Kind::Folder:
        endpoint.writes = PhotoSize::largest();
        endpoint.byteBudget = folderBudget;
        endpoint.byteLimit = folderLimit;
        break;
    case Kind::WebAddress: // only read
        break;
    case Kind::SkypeForBusiness: // the same
        endpoint.signIn = SignIn::Negotiate;
        break;
    case Kind::Exchange:
    case Kind::Microsoft365:
    case Kind::SharePoint:
        endpoint.writes = PhotoSize::largest();
        endpoint.byteBudget = webBudget;
        endpoint.byteLimit = webLimit(kind);
        if (kind == Kind::SharePoint) // the next above the 300 px it keeps
            endpoint.writes = *PhotoSize::of(360);
        endpoint.signIn = kind == Kind::Microsoft365 ? SignIn::OAuth : SignIn::Negotiate;
        break;
    }
    return endpoint;
}

bool EndpointSettings::asksPassword() const
{
    return kind != Kind::Folder && kind != Kind::WebAddress
        && (signIn == SignIn::Simple || signIn == SignIn::Basic || signIn == SignIn::Ntlm);
}

Result<EndpointSettings> EndpointSettings::fromJson(const QJsonObject &object, const QString &where)
{
    JsonFields fields(object, where);
    EndpointSettings endpoint = ofKind(static_cast<Kind>(fields.neededWord(u"kind"_s, kinds)));
    endpoint.source = object;
    endpoint.name = fields.neededText(u"name"_s);
    static const QRegularExpression plainName(u"^[A-Za-z0-9][A-Za-z0-9._-]*$"_s);
    if (!plainName.match(endpoint.name).hasMatch())
        fields.refuse(u"name"_s, u"may hold letters, digits, dots, dashes and underscores only"_s);
    endpoint.title = fields.text(u"title"_s, endpoint.name);
    if (endpoint.isWritten())
        readSize(fields, endpoint);
    if (endpoint.isDirectory()) {
        readDirectoryFields(fields, endpoint);
    } else if (endpoint.isWeb()) {
        readWebFields(fields, endpoint);
    } else {
        endpoint.path = fields.neededText(u"path"_s);
        endpoint.people = fields.text(u"people"_s);
    }
    for (const QString &secret : {u"password"_s, u"secret"_s, u"token"_s}) {
        if (fields.has(secret))
            fields.refuse(
                secret, u"does not belong into this file; it is asked for and kept in the keychain"_s);
    }
    if (fields.error())
        return *fields.error();
    return endpoint;
}

QString EndpointSettings::secretKey() const
{
    if (signIn == SignIn::OAuth) {
        const QString login = cloud == Cloud::Custom ? loginUrl.authority() : wordOf(clouds, cloud);
        return u"oauth:%1@%2/%3:%4"_s.arg(clientId, login, tenant, account);
    }
    const int usualPort = isWeb() ? 443 : tls == Tls::Ldaps ? 636 : 389;
    const QString host = url.isEmpty() ? u"autodiscover"_s : url.host();
    return u"%1@%2:%3"_s.arg(account, host).arg(url.port(usualPort));
}

QJsonObject EndpointSettings::toJson() const
{
    QJsonObject object = source;
    object.insert(u"kind"_s, wordOf(kinds, kind));
    object.insert(u"name"_s, name);
    putUnlessUsual(object, u"title"_s, title, name);
    if (isWritten())
        putSize(object, *this);
    if (isDirectory()) {
        putDirectoryFields(object, *this);
    } else if (isWeb()) {
        putWebFields(object, *this);
    } else {
        object.insert(u"path"_s, path);
        putUnlessUsual(object, u"people"_s, people, QString());
    }
    return object;
}

} // namespace likeness
