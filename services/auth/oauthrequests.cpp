// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/oauthrequests.h"

#include "services/auth/formpost.h"
#include "services/auth/pkce.h"

namespace likeness {

using namespace Qt::StringLiterals;

OAuthSettings entraSettings(const QUrl &authority, const QString &tenant, const QString &clientId)
{
    const auto endpoint = [&](const QString &name) {
        QUrl url = authority;
        url.setPath(u'/' + tenant + u"/oauth2/v2.0/"_s + name);
        return url;
    };
    return {.authorize = endpoint(u"authorize"_s),
        .token = endpoint(u"token"_s),
        .device = endpoint(u"devicecode"_s),
        .clientId = clientId};
}

QUrl authorizeUrl(const OAuthSettings &settings, const BrowserTry &attempt)
{
    FormFields fields {{"client_id", settings.clientId}, {"response_type", u"code"_s},
        {"redirect_uri", attempt.redirect.toString()}, {"scope", settings.scopes.join(u' ')},
        {"state", QString::fromLatin1(attempt.state)},
        {"code_challenge", QString::fromLatin1(codeChallenge(attempt.verifier))},
        {"code_challenge_method", u"S256"_s}};
    if (!settings.userHint.isEmpty())
        fields.append({"login_hint", settings.userHint});
    if (!attempt.claims.isEmpty())
        fields.append({"claims", attempt.claims});
    QUrl url = settings.authorize;
    const QString given = url.query(QUrl::FullyEncoded);
    const QString ours = QString::fromLatin1(formBody(fields));
    url.setQuery(given.isEmpty() ? ours : QString(given + u'&' + ours));
    return url;
}

HttpRequest codeRequest(const OAuthSettings &settings, const BrowserTry &attempt, const QString &code)
{
    return formPost(settings.token,
        {{"client_id", settings.clientId}, {"grant_type", u"authorization_code"_s}, {"code", code},
            {"redirect_uri", attempt.redirect.toString()},
            {"code_verifier", QString::fromLatin1(attempt.verifier)}});
}

/// Without scopes: those that were granted, which may be fewer than were asked for.
HttpRequest refreshRequest(const OAuthSettings &settings, const QByteArray &refreshToken)
{
    return formPost(settings.token,
        {{"client_id", settings.clientId}, {"grant_type", u"refresh_token"_s},
            {"refresh_token", QString::fromLatin1(refreshToken)}});
}

HttpRequest deviceRequest(const OAuthSettings &settings)
{
    return formPost(
        settings.device, {{"client_id", settings.clientId}, {"scope", settings.scopes.join(u' ')}});
}

HttpRequest devicePollRequest(const OAuthSettings &settings, const QString &deviceCode)
{
    return formPost(settings.token,
        {{"client_id", settings.clientId}, {"grant_type", u"urn:ietf:params:oauth:grant-type:device_code"_s},
            {"device_code", deviceCode}});
}

} // namespace likeness
