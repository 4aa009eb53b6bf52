// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/webreplies.h"

#include "services/stores/photobytes.h"

#include <QJsonDocument>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

Errc errcOfStatus(int status, WebIntent intent)
{
    const Errc refused = intent == WebIntent::Write ? Errc::Refused : Errc::BadReply;
    switch (status) {
    case 401:
    case 407:
        return Errc::SignInNeeded;
    case 403:
        return Errc::Forbidden;
    case 408:
    case 504:
        return Errc::Timeout;
    case 409:
    case 412:
        return Errc::Conflict;
    case 413:
        return Errc::TooLarge;
    case 423:
    case 429:
    case 503:
    case 509:
        return Errc::Throttled;
    case 501:
        return Errc::Unsupported;
    case 507:
        return refused;
    default:
        return status >= 400 && status < 500 ? refused : Errc::BadReply;
    }
}

/// The server failed while it was at it, or somebody in between did.
bool mayHaveWritten(int status)
{
    return status == 408
        || (status >= 500 && status != 501 && status != 503 && status != 507 && status != 509);
}

} // namespace

Error errorOfStatus(const HttpReply &reply, WebIntent intent)
{
    Error error {errcOfStatus(reply.status, intent), u"HTTP %1"_s.arg(reply.status)};
    if (intent == WebIntent::Write && mayHaveWritten(reply.status))
        error.detail += u"; whether it was written is not known"_s;
    if (error.code == Errc::Throttled)
        error.retryAfter = retryAfterOf(reply);
    return error;
}

Result<QJsonObject> jsonObjectOf(const QByteArray &body, qsizetype byteLimit)
{
    if (body.size() > byteLimit)
        return Error {Errc::BadReply, u"an answer of %1 bytes"_s.arg(body.size())};
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(body, &wrong);
    if (wrong.error != QJsonParseError::NoError)
        return Error {Errc::BadReply, u"no JSON: "_s + wrong.errorString()};
    if (!document.isObject())
        return Error {Errc::BadReply, u"JSON, but no object"_s};
    return document.object();
}

bool saysPicture(const HttpReply &reply)
{
    const QByteArray type = reply.header("Content-Type").value_or(QByteArray()).trimmed().toLower();
    return type.isEmpty() || type.startsWith("image/") || type.startsWith("application/octet-stream");
}

Result<EncodedPhoto> jpegInReply(const HttpReply &reply, qsizetype byteLimit)
{
    if (!saysPicture(reply))
        return Error {Errc::BadReply,
            u"no picture: it says it is "_s
                + QString::fromLatin1(reply.header("Content-Type").value_or(QByteArray()).left(100))};
    if (reply.body.size() > byteLimit)
        return Error {Errc::BadReply, u"%1 bytes, more than a portrait has"_s.arg(reply.body.size())};
    const EncodedPhoto photo = photoFromStore(reply.body);
    if (photo.pixels.isEmpty())
        return Error {Errc::BadReply, u"its %1 bytes are no JPEG"_s.arg(reply.body.size())};
    return photo;
}

} // namespace likeness
