// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/oauthreplies.h"

#include "services/auth/oautherrors.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>
#include <QUrlQuery>
#include <algorithm>

namespace likeness {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype oauthBodyLimit = 256 * 1024;
constexpr qsizetype oauthTokenLimit = 64 * 1024;
constexpr qsizetype oauthWordsLimit = 500;

std::chrono::seconds secondsOf(const QJsonValue &value, int otherwise, int most)
{
    // some servers write numbers as text
    const int seconds = value.isString() ? value.toString().toInt() : value.toInt(otherwise);
    return std::chrono::seconds(std::clamp(seconds, 1, most));
}

Error oauthError(const QString &error, const QString &description, const QString &trace)
{
    const QString words = description.left(oauthWordsLimit).simplified();
    return {oauthErrc(error, description), error.left(100) + u": "_s + words, trace};
}

Error errorIn(const HttpReply &reply, const QJsonObject &object)
{
    const QString error = object.value(u"error").toString();
    if (error.isEmpty()) {
        const Errc code = reply.status == 429 || reply.status == 503 ? Errc::Throttled : Errc::BadReply;
        return {code, u"the token server answered %1 and nothing we know"_s.arg(reply.status)};
    }
    QStringList trace;
    for (const auto &name : {u"trace_id"_s, u"correlation_id"_s}) {
        if (const QString id = object.value(name).toString().left(100); !id.isEmpty())
            trace.append(name + u' ' + id);
    }
    // Entra refuses a refresh token as invalid_grant, and says here that only consent is missing
    const QString kind = object.value(u"suberror").toString();
    return oauthError(kind == u"consent_required" ? kind : error,
        object.value(u"error_description").toString(), trace.join(u", "_s));
}

/// The object of a success; errors are judged by status first.
Result<QJsonObject> objectIn(const HttpReply &reply)
{
    const bool sensible = reply.body.size() <= oauthBodyLimit;
    const QJsonObject object = sensible ? QJsonDocument::fromJson(reply.body).object() : QJsonObject();
    if (!reply.isSuccess())
        return errorIn(reply, object);
    if (object.isEmpty())
        return Error {Errc::BadReply, u"no JSON from the token server"_s};
    return object;
}

/// What may stand in a header or a form: visible ASCII.
bool isTokenText(const QString &text)
{
    return !text.isEmpty() && text.size() <= oauthTokenLimit
        && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

} // namespace

Result<OAuthTokens> tokensIn(const HttpReply &reply)
{
    const Result<QJsonObject> object = objectIn(reply);
    if (!object)
        return object.error();
    const QString access = object->value(u"access_token").toString();
    const QString refresh = object->value(u"refresh_token").toString();
    const QString type = object->value(u"token_type").toString();
    if (!isTokenText(access) || (!refresh.isEmpty() && !isTokenText(refresh)))
        return Error {Errc::BadReply, u"no usable token from the token server"_s};
    if (type.compare(u"bearer", Qt::CaseInsensitive) != 0)
        return Error {Errc::BadReply, u"a token of type "_s + type.left(50)};
    return OAuthTokens {.accessToken = access.toLatin1(),
        .refreshToken = refresh.toLatin1(),
        .lifetime = secondsOf(object->value(u"expires_in"), 3600, 7 * 24 * 3600)};
}

Result<DeviceGrant> deviceGrantIn(const HttpReply &reply)
{
    const Result<QJsonObject> object = objectIn(reply);
    if (!object)
        return object.error();
    DeviceGrant grant {.deviceCode = object->value(u"device_code").toString(),
        .userCode = object->value(u"user_code").toString().left(100),
        .page = QUrl(object->value(u"verification_uri").toString().left(2000), QUrl::StrictMode),
        .lifetime = secondsOf(object->value(u"expires_in"), 900, 24 * 3600),
        .interval = secondsOf(object->value(u"interval"), 5, 300)};
    // the page is opened in a browser: nothing but the web
    if (!isTokenText(grant.deviceCode) || grant.userCode.isEmpty() || grant.page.scheme() != u"https")
        return Error {Errc::BadReply, u"no usable device code from the token server"_s};
    return grant;
}

Result<DevicePoll> devicePollIn(const HttpReply &reply)
{
    if (reply.status == 400 && reply.body.size() <= oauthBodyLimit) {
        const QString error = QJsonDocument::fromJson(reply.body).object().value(u"error").toString();
        if (error == u"authorization_pending" || error == u"slow_down")
            return DevicePoll {.slower = error == u"slow_down"};
    }
    Result<OAuthTokens> tokens = tokensIn(reply);
    if (!tokens)
        return tokens.error();
    return DevicePoll {.tokens = *std::move(tokens)};
}

Result<QString> codeIn(const QUrl &redirected, const QString &issuer)
{
    QString text = redirected.query(QUrl::FullyEncoded);
    const QUrlQuery query(text.replace(u'+', u"%20"_s)); // a form's blanks, which QUrlQuery keeps as plus
    const auto value
        = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    const QString theirs = value(u"iss"_s);
    if (!issuer.isEmpty() && !theirs.isEmpty() && theirs != issuer)
        return Error {Errc::BadReply, u"the answer is of another issuer: "_s + theirs.left(200)};
    if (const QString error = value(u"error"_s); !error.isEmpty())
        return oauthError(error, value(u"error_description"_s), {});
    const QString code = value(u"code"_s);
    if (!isTokenText(code))
        return Error {Errc::BadReply, u"the browser came back without a code"_s};
    return code;
}

QString claimsIn(const HttpReply &refusal)
{
    const QString challenge
        = QString::fromLatin1(refusal.header("WWW-Authenticate").value_or(QByteArray()).left(20000));
    if (!challenge.contains(u"insufficient_claims"))
        return {};
    static const QRegularExpression quoted(u"\\bclaims=\"([^\"]*)\""_s);
    const QByteArray text = quoted.match(challenge).captured(1).toLatin1();
    const QByteArray claims = text.startsWith('{') ? text : QByteArray::fromBase64(text);
    const QJsonDocument json = QJsonDocument::fromJson(claims);
    return json.isObject() ? QString::fromUtf8(json.toJson(QJsonDocument::Compact)) : QString();
}

} // namespace likeness
