// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/loginserver.h"

#include "services/sandbox/servers/sandboxreplies.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

namespace likeness {

using namespace Qt::StringLiterals;

struct LoginServer::Place
{
    QString root; ///< https://127.0.0.1:PORT/TENANT
    QString issuer() const { return root + "/v2.0"_L1; }
    QString endpoint(const QString &name) const { return root + "/oauth2/v2.0/"_L1 + name; }
};

namespace {

constexpr QLatin1StringView sandboxTenantId {"7d1f3f5e-0a6b-4a59-9c3e-2b9d6f1c8a10"};

LoginForm formFields(const QByteArray &encoded)
{
    const auto decoded = [](QByteArray text) {
        return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
    };
    LoginForm fields;
    for (const QByteArray &pair : encoded.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0)
            fields[decoded(pair.first(equals))] = decoded(pair.mid(equals + 1));
    }
    return fields;
}

QStringList scopesIn(const LoginForm &form)
{
    return form.value(u"scope"_s).split(u' ', Qt::SkipEmptyParts);
}

/// "Mobile and desktop applications": any port of this machine, http.
bool isLoopback(const QUrl &redirect)
{
    return redirect.isValid() && redirect.scheme() == "http"_L1
        && (redirect.host() == "127.0.0.1"_L1 || redirect.host() == "localhost"_L1)
        && !redirect.hasFragment();
}

QByteArray challengeOf(const QString &verifier)
{
    return QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

SandboxReply redirected(const LoginForm &form, const LoginForm &answer)
{
    QUrl url(form.value(u"redirect_uri"_s));
    if (url.path().isEmpty())
        url.setPath(u"/"_s);
    QUrlQuery query(url);
    for (auto each = answer.cbegin(); each != answer.cend(); ++each)
        query.addQueryItem(each.key(), QString::fromLatin1(QUrl::toPercentEncoding(*each)));
    if (form.contains(u"state"_s))
        query.addQueryItem(u"state"_s, QString::fromLatin1(QUrl::toPercentEncoding(form[u"state"_s])));
    url.setQuery(query);
    return {.status = 302, .headers = {{"Location", url.toEncoded()}, {"Cache-Control", "no-store"}}};
}

SandboxReply refusedByRedirect(const LoginForm &form, const LoginRefusal &refusal)
{
    return redirected(form,
        {{u"error"_s, QString::fromLatin1(refusal.error)},
            {u"error_description"_s,
                u"AADSTS%1: %2"_s.arg(QString::number(refusal.number), QString::fromUtf8(refusal.words))}});
}

/// What is wrong with a request to authorize, told to the application; nullopt = nothing.
std::optional<LoginRefusal> authorizeRefusal(const LoginForm &form)
{
    if (form.value(u"response_type"_s) != "code"_L1)
        return LoginRefusal {"unsupported_response_type", 700054, "Only response_type 'code' is enabled."};
    if (form.value(u"code_challenge_method"_s) != "S256"_L1 || form.value(u"code_challenge"_s).size() != 43)
        return LoginRefusal {"invalid_request", 9002325,
            "Proof Key for Code Exchange is required for cross-origin redemption."};
    if (form.value(u"prompt"_s) == "none"_L1)
        return LoginRefusal {
            "login_required", 50058, "A silent sign-in request was sent but no user is signed in."};
    return scopeRefusal(scopesIn(form));
}

} // namespace

SandboxReply LoginServer::answer(const SandboxRequest &request)
{
    static const QStringList tenants {
        u"common"_s, u"organizations"_s, u"lab.likeness.test"_s, sandboxTenantId};
    const QStringList path = QString::fromUtf8(request.path()).mid(1).split(u'/');
    if (!tenants.contains(path.first()))
        return loginRefusalReply({"invalid_tenant", 90002, "The tenant was not found."});
    const Place place {u"https://"_s + QString::fromLatin1(request.header("Host").value_or(QByteArray()))
        + u'/' + path.first()};
    const QString rest = path.mid(1).join(u'/');
    if (rest == "v2.0/.well-known/openid-configuration"_L1)
        return discovery(place);
    const bool posted = request.verb == "POST";
    const LoginForm form = formFields(posted ? request.body : request.target.split('?').value(1));
    if (rest == "oauth2/v2.0/authorize"_L1)
        return authorize(place, form);
    if (rest == "oauth2/deviceauth"_L1)
        return deviceAuth(place, posted ? form : LoginForm());
    if (posted && rest == "oauth2/v2.0/devicecode"_L1)
        return deviceCode(place, form);
    if (posted && rest == "oauth2/v2.0/token"_L1)
        return token(place, form);
    return notePage(u"Not found"_s, u"There is nothing at this address."_s, 404);
}

SandboxReply LoginServer::discovery(const Place &place) const
{
    return jsonReply({{u"issuer"_s, place.issuer()},
        {u"authorization_endpoint"_s, place.endpoint(u"authorize"_s)},
        {u"token_endpoint"_s, place.endpoint(u"token"_s)},
        {u"device_authorization_endpoint"_s, place.endpoint(u"devicecode"_s)},
        {u"jwks_uri"_s, QString(place.root + "/discovery/v2.0/keys"_L1)},
        {u"response_types_supported"_s, QJsonArray {u"code"_s}},
        {u"response_modes_supported"_s, QJsonArray {u"query"_s}},
        {u"subject_types_supported"_s, QJsonArray {u"pairwise"_s}},
        {u"code_challenge_methods_supported"_s, QJsonArray {u"S256"_s}},
        {u"id_token_signing_alg_values_supported"_s, QJsonArray {u"none"_s}},
        {u"token_endpoint_auth_methods_supported"_s, QJsonArray {u"none"_s}},
        {u"scopes_supported"_s, QJsonArray {u"openid"_s, u"profile"_s, u"email"_s, u"offline_access"_s}}});
}

/// The page, and what the person pressed on it. An address that is no loopback gets neither code nor error.
SandboxReply LoginServer::authorize(const Place &place, const LoginForm &form)
{
    if (form.value(u"client_id"_s).isEmpty())
        return notePage(u"Sign-in failed"_s, u"AADSTS900144: 'client_id' is missing."_s, 400);
    if (!isLoopback(QUrl(form.value(u"redirect_uri"_s))))
        return notePage(u"Sign-in failed"_s, u"AADSTS50011: The redirect URI does not match."_s, 400);
    if (const auto refusal = authorizeRefusal(form))
        return refusedByRedirect(form, *refusal);
    const QString action = place.endpoint(u"authorize"_s);
    if (!form.contains(u"account"_s))
        return signInPage(m_world, action, form, {});
    const std::optional<SandboxAccount> account = m_world.account(form[u"account"_s]);
    if (!account)
        return refusedByRedirect(form, {"access_denied", 65004, "The user declined to sign in."});
    if (const auto refusal = accountRefusal(*account, false)) {
        if (account->state == SandboxAccount::State::ConsentMissing)
            return refusedByRedirect(form, *refusal);
        return signInPage(m_world, action, form, QString::fromUtf8(refusal->words));
    }
    const LoginGrant grant {account->upn, form[u"client_id"_s], scopesIn(form), form.value(u"nonce"_s)};
    const QByteArray code
        = m_tokens.addCode({grant, form[u"redirect_uri"_s], form[u"code_challenge"_s].toLatin1()});
    return redirected(form, {{u"code"_s, QString::fromLatin1(code)}});
}

SandboxReply LoginServer::deviceCode(const Place &place, const LoginForm &form)
{
    const QStringList scopes = scopesIn(form);
    if (const auto refusal = scopeRefusal(scopes))
        return loginRefusalReply(*refusal);
    const SandboxSettings settings = m_world.settings();
    const QByteArray code
        = m_tokens.addDevice({{}, form.value(u"client_id"_s), scopes}, settings.deviceLifetime);
    const QString userCode = m_tokens.device(code)->userCode;
    const QString page = place.root + "/oauth2/deviceauth"_L1;
    return jsonReply({{u"device_code"_s, QString::fromLatin1(code)}, {u"user_code"_s, userCode},
        {u"verification_uri"_s, page}, {u"expires_in"_s, qint64(settings.deviceLifetime.count())},
        {u"interval"_s, qint64(settings.deviceInterval.count())},
        {u"message"_s, u"To sign in, open %1 and enter the code %2."_s.arg(page, userCode)}});
}

SandboxReply LoginServer::deviceAuth(const Place &place, const LoginForm &form)
{
    const QString action = place.root + "/oauth2/deviceauth"_L1;
    if (form.isEmpty())
        return deviceCodePage(m_world, action, {});
    const std::optional<SandboxAccount> account = m_world.account(form.value(u"account"_s));
    const std::optional<LoginRefusal> refusal = account ? accountRefusal(*account, false) : std::nullopt;
    if (refusal)
        return deviceCodePage(m_world, action, QString::fromUtf8(refusal->words));
    const QString upn = account ? account->upn : QString();
    if (!m_tokens.decideDevice(form.value(u"user_code"_s), upn, account.has_value()))
        return deviceCodePage(m_world, action, u"That code is not known or has expired."_s);
    return notePage(u"Sandbox sign-in"_s,
        account ? u"You are signed in on the other device. You can close this page."_s
                : u"You declined. You can close this page."_s);
}

SandboxReply LoginServer::token(const Place &place, const LoginForm &form)
{
    const QString kind = form.value(u"grant_type"_s);
    if (form.value(u"client_id"_s).isEmpty())
        return loginRefusalReply({"invalid_request", 900144, "The request body must contain 'client_id'."});
    if (form.contains(u"client_secret"_s))
        return loginRefusalReply(
            {"invalid_request", 700025, "Client is public so 'client_secret' should not be presented."});
    if (kind == "authorization_code"_L1)
        return tokenByCode(place, form);
    if (kind == "refresh_token"_L1)
        return tokenByRefresh(place, form);
    if (kind == "urn:ietf:params:oauth:grant-type:device_code"_L1)
        return tokenByDevice(place, form);
    return loginRefusalReply(
        {"unsupported_grant_type", 70003, "The app requested an unsupported grant type."});
}

SandboxReply LoginServer::tokenByCode(const Place &place, const LoginForm &form)
{
    const std::optional<LoginCode> code = m_tokens.takeCode(form.value(u"code"_s).toLatin1());
    if (!code || code->grant.clientId != form[u"client_id"_s])
        return loginRefusalReply(
            {"invalid_grant", 70008, "The provided authorization code has expired or was used."});
    if (code->redirectUri != form.value(u"redirect_uri"_s))
        return loginRefusalReply(
            {"invalid_grant", 50011, "The redirect URI is not that of the authorization request."});
    const QString verifier = form.value(u"code_verifier"_s);
    if (verifier.size() < 43 || verifier.size() > 128 || challengeOf(verifier) != code->challenge)
        return loginRefusalReply(
            {"invalid_grant", 501481, "The Code_Verifier does not match the code_challenge."});
    return issued(place, form, code->grant);
}

SandboxReply LoginServer::tokenByRefresh(const Place &place, const LoginForm &form)
{
    std::optional<LoginGrant> grant = m_tokens.takeRefresh(form.value(u"refresh_token"_s).toLatin1());
    if (!grant || grant->clientId != form[u"client_id"_s])
        return loginRefusalReply(
            {"invalid_grant", 70000, "The refresh token was used, revoked or issued to somebody else."});
    if (const auto refusal = accountRefusal(*m_world.account(grant->upn), true))
        return loginRefusalReply(*refusal);
    if (form.contains(u"scope"_s)) {
        if (const auto refusal = scopeRefusal(scopesIn(form)))
            return loginRefusalReply(*refusal);
        grant->scopes = scopesIn(form)
            + (grant->scopes.contains(u"offline_access"_s) ? QStringList(u"offline_access"_s)
                                                           : QStringList());
        grant->scopes.removeDuplicates();
    }
    return issued(place, form, *grant);
}

SandboxReply LoginServer::tokenByDevice(const Place &place, const LoginForm &form)
{
    const QByteArray code = form.value(u"device_code"_s).toLatin1();
    const std::optional<DeviceAsking> device = m_tokens.device(code);
    if (!device || device->grant.clientId != form[u"client_id"_s])
        return loginRefusalReply({"expired_token", 70020, "The provided device code has expired."});
    if (device->state == DeviceAsking::State::Pending) {
        if (m_tokens.asksTooSoon(code, m_world.settings().deviceInterval))
            return loginRefusalReply({"slow_down", 70035, "Polling too quickly."});
        return loginRefusalReply(
            {"authorization_pending", 70016, "OAuth 2.0 device flow error. Authorization is pending."});
    }
    m_tokens.dropDevice(code);
    if (device->state == DeviceAsking::State::Declined)
        return loginRefusalReply({"authorization_declined", 70018, "The user declined to sign in."});
    return issued(place, form, device->grant);
}

SandboxReply LoginServer::issued(const Place &place, const LoginForm &form, const LoginGrant &grant)
{
    const std::chrono::seconds lifetime = m_world.settings().tokenLifetime;
    QJsonObject answer {{u"token_type"_s, u"Bearer"_s}, {u"scope"_s, grant.scopes.join(u' ')},
        {u"expires_in"_s, qint64(lifetime.count())}, {u"ext_expires_in"_s, qint64(lifetime.count())},
        {u"access_token"_s, QString::fromLatin1(m_tokens.addAccess(grant, lifetime))}};
    if (grant.scopes.contains(u"offline_access"_s))
        answer[u"refresh_token"_s] = QString::fromLatin1(m_tokens.addRefresh(grant));
    if (grant.scopes.contains(u"openid"_s))
        answer[u"id_token"_s] = QString::fromLatin1(idToken(place, grant));
    if (form.contains(u"client_info"_s)) {
        const QJsonObject who {
            {u"uid"_s, m_world.person(grant.upn)->keys.objectGuid}, {u"utid"_s, sandboxTenantId}};
        answer[u"client_info"_s] = QString::fromLatin1(
            QJsonDocument(who)
                .toJson(QJsonDocument::Compact)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    }
    SandboxReply reply = jsonReply(answer);
    reply.add("Cache-Control", "no-store");
    return reply;
}

/// Unsigned, which is allowed to a client that gets it from the issuer over TLS.
QByteArray LoginServer::idToken(const Place &place, const LoginGrant &grant) const
{
    const Person person = *m_world.person(grant.upn);
    const qint64 now = m_world.clock().now().toSecsSinceEpoch();
    QJsonObject claims {{u"iss"_s, place.issuer()}, {u"aud"_s, grant.clientId},
        {u"sub"_s, person.keys.objectGuid}, {u"oid"_s, person.keys.objectGuid}, {u"tid"_s, sandboxTenantId},
        {u"preferred_username"_s, person.keys.upn}, {u"name"_s, person.displayName}, {u"iat"_s, now},
        {u"nbf"_s, now}, {u"exp"_s, now + 3600}, {u"ver"_s, u"2.0"_s}};
    if (!grant.nonce.isEmpty())
        claims[u"nonce"_s] = grant.nonce;
    const auto part = [](const QJsonObject &object) {
        return QJsonDocument(object)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part({{u"alg"_s, u"none"_s}, {u"typ"_s, u"JWT"_s}}) + '.' + part(claims) + '.';
}

} // namespace likeness
