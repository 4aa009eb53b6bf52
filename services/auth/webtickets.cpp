// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/webtickets.h"

#include "services/auth/formpost.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ticketBodyLimit = 256 * 1024;
constexpr qsizetype ticketLimit = 64 * 1024;
constexpr int longestTicketSeconds = 24 * 60 * 60;

QString grantName(TicketGrant grant)
{
    return grant == TicketGrant::Windows ? u"urn:microsoft.rtc:windows"_s : u"password"_s;
}

Error ticketRefusal(const QJsonObject &object, int status)
{
    const QString error = object.value(u"error").toString().left(100);
    if (object.contains(u"ms_rtc_passiveauthuri"))
        return {Errc::Unsupported, u"the server wants a sign-in by a federation server (AD FS)"_s};
    if (error == "invalid_grant"_L1 || status == 401)
        return {Errc::SignInNeeded, u"no ticket: "_s + (error.isEmpty() ? u"HTTP 401"_s : error)};
    if (error == "unsupported_grant_type"_L1)
        return {Errc::Unsupported, u"no ticket: this kind of sign-in is switched off ("_s + error + u')'};
    if (status == 429 || status == 503)
        return {Errc::Throttled, u"no ticket: HTTP %1"_s.arg(status)};
    return {Errc::BadReply, u"no ticket: HTTP %1 %2"_s.arg(status).arg(error)};
}

/// What may stand in a header.
bool isTicketText(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= ticketLimit
        && std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

} // namespace

bool TicketIssuer::gives(TicketGrant grant) const
{
    return grants.contains(grantName(grant));
}

std::optional<TicketIssuer> ticketIssuerIn(const HttpReply &refusal)
{
    static const QRegularExpression address(
        u"\\bhref\\s*=\\s*\"?([^\",\\s]+)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression grants(
        u"\\bgrant_type\\s*=\\s*\"([^\"]*)\""_s, QRegularExpression::CaseInsensitiveOption);
    for (const auto &[name, value] : refusal.headers) {
        const QString challenge = QString::fromLatin1(value);
        const qsizetype begin = challenge.indexOf("MsRtcOAuth"_L1, 0, Qt::CaseInsensitive);
        if (name.compare("WWW-Authenticate", Qt::CaseInsensitive) != 0 || begin < 0)
            continue;
        // several challenges may have been joined to one header; ours begins here
        const QUrl url(address.match(challenge, begin).captured(1), QUrl::StrictMode);
        if (!url.isValid() || url.scheme() != "https"_L1 || url.host().isEmpty())
            continue;
        return TicketIssuer {url, grants.match(challenge, begin).captured(1).split(u',', Qt::SkipEmptyParts)};
    }
    return std::nullopt;
}

HttpRequest ticketRequest(const QUrl &issuer)
{
    HttpRequest request = formPost(issuer, {{"grant_type", grantName(TicketGrant::Windows)}});
    request.onlyAsks = true;
    return request;
}

HttpRequest ticketRequest(const QUrl &issuer, const QString &user, const QByteArray &password)
{
    return formPost(issuer,
        {{"grant_type", grantName(TicketGrant::Password)}, {"username", user},
            {"password", QString::fromUtf8(password)}});
}

Result<WebTicket> ticketIn(const HttpReply &reply)
{
    const bool sensible = reply.body.size() <= ticketBodyLimit;
    const QJsonObject object = sensible ? QJsonDocument::fromJson(reply.body).object() : QJsonObject();
    if (!reply.isSuccess())
        return ticketRefusal(object, reply.status);
    const QByteArray token = object.value(u"access_token").toString().toLatin1();
    const bool bearer = object.value(u"token_type").toString().compare("Bearer"_L1, Qt::CaseInsensitive) == 0;
    if (!isTicketText(token) || !bearer)
        return Error {Errc::BadReply, u"the ticket server answered with no ticket"_s};
    const int seconds = std::clamp(object.value(u"expires_in").toInt(), 0, longestTicketSeconds);
    return WebTicket {token, std::chrono::seconds(seconds)};
}

bool isOfSameOrganisation(const QUrl &named, const QUrl &configured)
{
    if (named.scheme() != "https"_L1 || named.host().isEmpty() || !named.userInfo().isEmpty())
        return false;
    if (named.host() == configured.host())
        return true;
    for (const QLatin1StringView first : {"lyncdiscover."_L1, "lyncdiscoverinternal."_L1}) {
        const QString domain = configured.host().mid(first.size());
        if (configured.host().startsWith(first) && domain.contains(u'.'))
            return named.host() == domain || named.host().endsWith(u'.' + domain);
    }
    return false;
}

} // namespace likeness
