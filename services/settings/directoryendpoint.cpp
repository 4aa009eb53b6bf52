// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/endpointwords.h"

namespace likeness {

using namespace Qt::StringLiterals;
using namespace endpointwords;

namespace {

void readLdapUrl(JsonFields &fields, EndpointSettings &endpoint)
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
    endpoint.tls = static_cast<Tls>(fields.word(u"tls"_s, endpointwords::tls, static_cast<int>(usual)));
    endpoint.signIn = static_cast<SignIn>(fields.word(u"signIn"_s, JsonFields::Words(signIns).first(3), 0));
    endpoint.account = fields.text(u"account"_s);
    if ((endpoint.tls == Tls::Ldaps) != ldaps)
        fields.refuse(u"tls"_s, u"\"ldaps\" goes with an ldaps:// url, the others with ldap://"_s);
    if (endpoint.tls == Tls::Sealed && endpoint.signIn == SignIn::Simple)
        fields.refuse(u"tls"_s, u"\"sealed\" needs signIn \"gssapi\" or \"gss-spnego\""_s);
    if (endpoint.signIn == SignIn::Simple && endpoint.account.isEmpty())
        fields.refuse(u"account"_s, u"is needed for signIn \"simple\""_s);
}

} // namespace

void readDirectoryFields(JsonFields &fields, EndpointSettings &endpoint)
{
    readLdapUrl(fields, endpoint);
    readProtection(fields, endpoint);
    endpoint.caFile = fields.text(u"caFile"_s);
    endpoint.baseDn = fields.text(u"baseDn"_s);
    endpoint.attribute = fields.text(u"attribute"_s, endpoint.attribute);
    if (!QStringList {u"thumbnailPhoto"_s, u"jpegPhoto"_s, u"photo"_s}.contains(endpoint.attribute))
        fields.refuse(u"attribute"_s, u"must be \"thumbnailPhoto\", \"jpegPhoto\" or \"photo\""_s);
}

void putDirectoryFields(QJsonObject &object, const EndpointSettings &endpoint)
{
    object.insert(u"url"_s, endpoint.url.toString());
    object.insert(u"tls"_s, wordOf(endpointwords::tls, endpoint.tls));
    object.insert(u"signIn"_s, wordOf(signIns, endpoint.signIn));
    putUnlessUsual(object, u"account"_s, endpoint.account, QString());
    putUnlessUsual(object, u"caFile"_s, endpoint.caFile, QString());
    putUnlessUsual(object, u"baseDn"_s, endpoint.baseDn, QString());
    putUnlessUsual(
        object, u"attribute"_s, endpoint.attribute, EndpointSettings::ofKind(endpoint.kind).attribute);
}

} // namespace likeness
