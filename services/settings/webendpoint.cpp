// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/photoaddress.h"
#include "services/settings/endpointwords.h"

namespace likeness {

using namespace Qt::StringLiterals;
using namespace endpointwords;

namespace {

using Kind = EndpointSettings::Kind;
using SignIn = EndpointSettings::SignIn;
using Version = EndpointSettings::Version;
using Cloud = EndpointSettings::Cloud;

/// Names, passwords and tokens travel over these addresses, so nothing but https will do.
QUrl httpsUrl(JsonFields &fields, const QString &key, bool needed)
{
    const QString text = needed ? fields.neededText(key) : fields.text(key);
    const QUrl url(text, QUrl::StrictMode);
    if (!text.isEmpty()
        && (!url.isValid() || url.scheme() != "https"_L1 || url.host().isEmpty() || url.hasQuery()))
        fields.refuse(key, u"must be https://SERVER/…"_s);
    if (!url.userInfo().isEmpty())
        fields.refuse(key, u"must not hold a name or password; use \"account\""_s);
    return url;
}

void readWebSignIn(JsonFields &fields, EndpointSettings &endpoint)
{
    constexpr int first = static_cast<int>(SignIn::Basic);
    endpoint.signIn = static_cast<SignIn>(first
        + fields.word(u"signIn"_s, JsonFields::Words(signIns).subspan(first),
            static_cast<int>(endpoint.signIn) - first));
    endpoint.account = fields.text(u"account"_s);
    if (endpoint.asksPassword() && endpoint.account.isEmpty())
        fields.refuse(u"account"_s, u"is needed for signIn \"%1\""_s.arg(wordOf(signIns, endpoint.signIn)));
}

/// To a server of one's own.
void readServerSignIn(JsonFields &fields, EndpointSettings &endpoint)
{
    readWebSignIn(fields, endpoint);
    if (endpoint.signIn == SignIn::OAuth)
        fields.refuse(
            u"signIn"_s, u"\"oauth\" is for Microsoft 365; use \"negotiate\", \"ntlm\" or \"basic\""_s);
}

void readTenant(JsonFields &fields, EndpointSettings &endpoint)
{
    endpoint.cloud = static_cast<Cloud>(fields.word(u"cloud"_s, clouds, 0));
    endpoint.tenant = fields.neededText(u"tenant"_s);
    endpoint.clientId = fields.neededText(u"clientId"_s);
    const bool custom = endpoint.cloud == Cloud::Custom;
    endpoint.loginUrl = httpsUrl(fields, u"loginUrl"_s, custom);
    if (!custom && fields.has(u"loginUrl"_s))
        fields.refuse(u"loginUrl"_s, u"goes with cloud \"custom\" only"_s);
}

void readExchange(JsonFields &fields, EndpointSettings &endpoint)
{
    endpoint.url = httpsUrl(fields, u"url"_s, false);
    readServerSignIn(fields, endpoint);
    if (endpoint.url.isEmpty() && !endpoint.account.contains(u'@'))
        fields.refuse(
            u"url"_s, u"may be left out only when \"account\" is a mail address to look it up by"_s);
    endpoint.version = static_cast<Version>(
        fields.word(u"version"_s, JsonFields::Words(versions).first(4), static_cast<int>(endpoint.version)));
}

void readMicrosoft365(JsonFields &fields, EndpointSettings &endpoint)
{
    endpoint.account = fields.text(u"account"_s);
    readTenant(fields, endpoint);
    const bool custom = endpoint.cloud == Cloud::Custom;
    endpoint.url = httpsUrl(fields, u"url"_s, custom);
    if (!custom && fields.has(u"url"_s))
        fields.refuse(u"url"_s, u"goes with cloud \"custom\" only"_s);
    if (fields.has(u"signIn"_s) && fields.text(u"signIn"_s) != "oauth"_L1)
        fields.refuse(u"signIn"_s, u"must be \"oauth\""_s);
}

void readSharePoint(JsonFields &fields, EndpointSettings &endpoint)
{
    endpoint.url = httpsUrl(fields, u"url"_s, true);
    readWebSignIn(fields, endpoint);
    if (endpoint.signIn == SignIn::OAuth)
        readTenant(fields, endpoint);
    endpoint.version
        = static_cast<Version>(fields.word(u"version"_s, versions, static_cast<int>(endpoint.version)));
    if ((endpoint.version == Version::Online) != (endpoint.signIn == SignIn::OAuth))
        fields.refuse(u"signIn"_s, u"\"oauth\" goes with version \"online\", the others with a server"_s);
    endpoint.domain = fields.text(u"domain"_s);
    if (endpoint.version != Version::Online && endpoint.domain.isEmpty())
        fields.refuse(
            u"domain"_s, u"is missing: the NetBIOS name that accounts begin with, CONTOSO of CONTOSO\\amy"_s);
    endpoint.photoExpirationHours = static_cast<int>(fields.number(u"photoExpirationHours"_s,
        endpoint.photoExpirationHours, 0, EndpointSettings::longestExpirationHours));
    endpoint.photoErrorExpirationHours = static_cast<int>(fields.number(u"photoErrorExpirationHours"_s,
        endpoint.photoErrorExpirationHours, 0, EndpointSettings::longestExpirationHours));
    endpoint.importsPhotos = fields.flag(u"importsPhotos"_s, endpoint.importsPhotos);
}

void refuseEvery(JsonFields &fields, const QStringList &keys, const QString &why)
{
    for (const QString &key : keys) {
        if (fields.has(key))
            fields.refuse(key, why);
    }
}

void readSkype(JsonFields &fields, EndpointSettings &endpoint)
{
    endpoint.url = httpsUrl(fields, u"url"_s, true);
    readServerSignIn(fields, endpoint);
    refuseEvery(fields, {u"edge"_s, u"byteBudget"_s, u"byteLimit"_s},
        u"does not go with \"skypeForBusiness\", which is never written"_s);
}

/// Everybody is served, so there is nobody to sign in; what may be shown is said by
/// sync.largestPublicPhotoKb.
void readWebAddress(JsonFields &fields, EndpointSettings &endpoint)
{
    endpoint.photoAddress = fields.neededText(u"address"_s);
    const Result<PhotoAddress> address = PhotoAddress::parsed(endpoint.photoAddress);
    if (!endpoint.photoAddress.isEmpty() && !address)
        fields.refuse(u"address"_s, address.error().detail);
    refuseEvery(fields, {u"signIn"_s, u"account"_s, u"edge"_s, u"byteBudget"_s, u"byteLimit"_s},
        u"does not go with \"webAddress\", which is read by everybody and never written"_s);
}

} // namespace

void readWebFields(JsonFields &fields, EndpointSettings &endpoint)
{
    endpoint.caFile = fields.text(u"caFile"_s);
    if (fields.has(u"directory"_s)
        && (endpoint.kind != Kind::Exchange && endpoint.kind != Kind::Microsoft365))
        fields.refuse(u"directory"_s, u"goes with \"exchange\" and \"microsoft365\" only"_s);
    else if (fields.has(u"directory"_s))
        endpoint.findsPeople = fields.flag(u"directory"_s, true);
    switch (endpoint.kind) {
    case Kind::Exchange:
        return readExchange(fields, endpoint);
    case Kind::Microsoft365:
        return readMicrosoft365(fields, endpoint);
    case Kind::SharePoint:
        return readSharePoint(fields, endpoint);
    case Kind::WebAddress:
        return readWebAddress(fields, endpoint);
    case Kind::SkypeForBusiness:
        return readSkype(fields, endpoint);
    case Kind::ActiveDirectory:
    case Kind::Ldap:
    case Kind::Folder:
        return;
    }
}

void putWebFields(QJsonObject &object, const EndpointSettings &endpoint)
{
    const EndpointSettings usual = EndpointSettings::ofKind(endpoint.kind);
    if (endpoint.kind == Kind::WebAddress) {
        object.insert(u"address"_s, endpoint.photoAddress);
        putUnlessUsual(object, u"caFile"_s, endpoint.caFile, QString());
        return;
    }
    putUnlessUsual(object, u"url"_s, endpoint.url.toString(), QString());
    putUnlessUsual(object, u"account"_s, endpoint.account, QString());
    putUnlessUsual(object, u"caFile"_s, endpoint.caFile, QString());
    if (endpoint.findsPeople)
        object.insert(u"directory"_s, *endpoint.findsPeople);
    if (endpoint.kind != Kind::Microsoft365) {
        object.insert(u"signIn"_s, wordOf(signIns, endpoint.signIn));
    }
    if (endpoint.kind == Kind::Exchange || endpoint.kind == Kind::SharePoint) {
        putUnlessUsual(
            object, u"version"_s, wordOf(versions, endpoint.version), wordOf(versions, usual.version));
    }
    if (endpoint.kind == Kind::SharePoint) {
        putUnlessUsual(object, u"domain"_s, endpoint.domain, QString());
        putUnlessUsual(
            object, u"photoExpirationHours"_s, endpoint.photoExpirationHours, usual.photoExpirationHours);
        putUnlessUsual(object, u"photoErrorExpirationHours"_s, endpoint.photoErrorExpirationHours,
            usual.photoErrorExpirationHours);
        putUnlessUsual(object, u"importsPhotos"_s, endpoint.importsPhotos, usual.importsPhotos);
    }
    if (endpoint.signIn == SignIn::OAuth) {
        putUnlessUsual(object, u"cloud"_s, wordOf(clouds, endpoint.cloud), wordOf(clouds, usual.cloud));
        object.insert(u"tenant"_s, endpoint.tenant);
        object.insert(u"clientId"_s, endpoint.clientId);
        putUnlessUsual(object, u"loginUrl"_s, endpoint.loginUrl.toString(), QString());
    }
}

} // namespace likeness
