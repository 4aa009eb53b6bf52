// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/endpointsettings.h"

#include "services/settings/jsonfields.h"

#include <QRegularExpression>
#include <array>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

// the index is the enum's value
constexpr std::array<const char *, 3> kindWords {"activeDirectory", "ldap", "folder"};
constexpr std::array<const char *, 3> tlsWords {"ldaps", "startTls", "sealed"};
constexpr std::array<const char *, 3> signInWords {"simple", "gssapi", "gss-spnego"};
constexpr qsizetype largestPhoto = 100'000'000;

template <std::size_t Size, class Enum>
QString wordOf(const std::array<const char *, Size> &words, Enum value)
{
    return QString::fromLatin1(words.at(static_cast<std::size_t>(value)));
}

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

void readUrl(JsonFields &fields, EndpointSettings &endpoint)
{
    endpoint.url = QUrl(fields.neededText(u"url"_s), QUrl::StrictMode);
    const QString scheme = endpoint.url.scheme();
    if (!endpoint.url.isValid() || (scheme != "ldap"_L1 && scheme != "ldaps"_L1)
        || endpoint.url.host().isEmpty())
        fields.refuse(
            u"url"_s, u"must be ldap://SERVER or ldaps://SERVER, with :PORT where it is not the usual"_s);
    if (!endpoint.url.userInfo().isEmpty())
        fields.refuse(u"url"_s, u"must not hold a name or password; use \"account\""_s);
}

/// A password never crosses an open line, whatever the file says.
void readProtection(JsonFields &fields, EndpointSettings &endpoint)
{
    using Tls = EndpointSettings::Tls;
    using SignIn = EndpointSettings::SignIn;
    const bool ldaps = endpoint.url.scheme() == "ldaps"_L1;
    const Tls usual = ldaps ? Tls::Ldaps : Tls::StartTls;
    endpoint.tls = static_cast<Tls>(fields.word(u"tls"_s, tlsWords, static_cast<int>(usual)));
    endpoint.signIn = static_cast<SignIn>(fields.word(u"signIn"_s, signInWords, 0));
    endpoint.account = fields.text(u"account"_s);
    if ((endpoint.tls == Tls::Ldaps) != ldaps)
        fields.refuse(u"tls"_s, u"\"ldaps\" goes with an ldaps:// url, the others with ldap://"_s);
    if (endpoint.tls == Tls::Sealed && endpoint.signIn == SignIn::Simple)
        fields.refuse(u"tls"_s, u"\"sealed\" needs signIn \"gssapi\" or \"gss-spnego\""_s);
    if (endpoint.signIn == SignIn::Simple && endpoint.account.isEmpty())
        fields.refuse(u"account"_s, u"is needed for signIn \"simple\""_s);
}

void readDirectory(JsonFields &fields, EndpointSettings &endpoint)
{
    readUrl(fields, endpoint);
    readProtection(fields, endpoint);
    endpoint.caFile = fields.text(u"caFile"_s);
    endpoint.baseDn = fields.text(u"baseDn"_s);
    endpoint.attribute = fields.text(u"attribute"_s, endpoint.attribute);
    if (!QStringList {u"thumbnailPhoto"_s, u"jpegPhoto"_s, u"photo"_s}.contains(endpoint.attribute))
        fields.refuse(u"attribute"_s, u"must be \"thumbnailPhoto\", \"jpegPhoto\" or \"photo\""_s);
}

/// Writes a value unless it is the usual one and the file did not name it.
void put(QJsonObject &object, const QString &key, const QJsonValue &value, const QJsonValue &usual)
{
    if (value != usual || object.contains(key))
        object.insert(key, value);
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
    }
    return endpoint;
}

Result<EndpointSettings> EndpointSettings::fromJson(const QJsonObject &object, const QString &where)
{
    JsonFields fields(object, where);
    EndpointSettings endpoint = ofKind(static_cast<Kind>(fields.neededWord(u"kind"_s, kindWords)));
    endpoint.source = object;
    endpoint.name = fields.neededText(u"name"_s);
    static const QRegularExpression plainName(u"^[A-Za-z0-9][A-Za-z0-9._-]*$"_s);
    if (!plainName.match(endpoint.name).hasMatch())
        fields.refuse(u"name"_s, u"may hold letters, digits, dots, dashes and underscores only"_s);
    endpoint.title = fields.text(u"title"_s, endpoint.name);
    readSize(fields, endpoint);
    if (endpoint.isDirectory()) {
        readDirectory(fields, endpoint);
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
    return u"%1@%2:%3"_s.arg(account, url.host()).arg(url.port(tls == Tls::Ldaps ? 636 : 389));
}

QJsonObject EndpointSettings::toJson() const
{
    const EndpointSettings usual = ofKind(kind);
    QJsonObject object = source;
    object.insert(u"kind"_s, wordOf(kindWords, kind));
    object.insert(u"name"_s, name);
    put(object, u"title"_s, title, name);
    put(object, u"edge"_s, writes.edge(), usual.writes.edge());
    put(object, u"byteBudget"_s, qint64(byteBudget), qint64(usual.byteBudget));
    put(object, u"byteLimit"_s, qint64(byteLimit), qint64(usual.byteLimit));
    if (kind == Kind::Folder) {
        object.insert(u"path"_s, path);
        put(object, u"people"_s, people, QString());
        return object;
    }
    object.insert(u"url"_s, url.toString());
    object.insert(u"tls"_s, wordOf(tlsWords, tls));
    object.insert(u"signIn"_s, wordOf(signInWords, signIn));
    put(object, u"account"_s, account, QString());
    put(object, u"caFile"_s, caFile, QString());
    put(object, u"baseDn"_s, baseDn, QString());
    put(object, u"attribute"_s, attribute, usual.attribute);
    return object;
}

} // namespace likeness
