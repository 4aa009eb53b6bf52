// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/photoreply.h"

#include "services/stores/exchange/ewserrors.h"
#include "services/stores/exchange/soapreply.h"
#include "services/stores/photobytes.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

using Kind = EwsPhotoAnswer::Kind;

EwsPhotoAnswer photoAnswer(const QByteArray &bytes, const HttpReply &reply)
{
    if (bytes.isEmpty())
        return {};
    return {Kind::Photo, photoFromStore(bytes), reply.header("ETag").value_or(QByteArray())};
}

/// A sign-in page or a proxy's notice is not a photo, whatever its status.
bool isPicture(const HttpReply &reply)
{
    const QByteArray type = reply.header("Content-Type").value_or(QByteArray()).trimmed().toLower();
    return type.startsWith("image/") || !photoFromStore(reply.body).pixels.isEmpty();
}

Result<EwsPhotoAnswer> photoOfMessage(const XmlNode &message, const HttpReply &reply)
{
    const QString changed = message.childText(u"HasChanged");
    if (changed == u"false" || changed == u"0")
        return EwsPhotoAnswer {Kind::Unchanged, {}, reply.header("ETag").value_or(QByteArray())};
    QByteArray text = message.childText(u"PictureData").toLatin1();
    text.removeIf([](char each) { return each == ' ' || each == '\n' || each == '\r' || each == '\t'; });
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return ewsBadReply(u"The photo is no base64"_s, reply);
    return photoAnswer(*decoded, reply);
}

} // namespace

Result<EwsPhotoAnswer> photoByRestReply(const HttpReply &reply)
{
    if (reply.status == 304)
        return EwsPhotoAnswer {Kind::Unchanged, {}, reply.header("ETag").value_or(QByteArray())};
    if (reply.status == 404)
        return EwsPhotoAnswer {};
    if (!reply.isSuccess())
        return ewsStatusError(reply);
    if (!reply.body.isEmpty() && !isPicture(reply))
        return ewsBadReply(u"The answer is no picture but "_s
                + QString::fromLatin1(reply.header("Content-Type").value_or("of no type").left(80)),
            reply);
    return photoAnswer(reply.body, reply);
}

bool mayLackRest(const HttpReply &reply)
{
    switch (reply.status) {
    case 400:
    case 404:
    case 405:
    case 500:
    case 501:
        return true;
    default:
        return false;
    }
}

Result<EwsPhotoAnswer> photoBySoapReply(const HttpReply &reply)
{
    if (reply.status == 404) // with an empty photo in a body that says Success, or with no body of use
        return EwsPhotoAnswer {};
    if (reply.status == 500 && !isSoapEnvelope(reply))
        return Error {Errc::NotFound,
            u"Exchange answers so when it knows nobody of that address, or when it fails"_s, ewsTrace(reply)};
    const Result<SoapAnswer> answer = soapAnswer(reply);
    if (!answer)
        return answer.error();
    const XmlNode &message = ewsMessage(answer->content);
    if (message.childText(u"ResponseCode") == u"ErrorItemNotFound")
        return EwsPhotoAnswer {};
    if (const Result<Done> verdict = ewsVerdict(message, reply); !verdict)
        return verdict.error();
    return photoOfMessage(message, reply);
}

Result<Done> setPhotoReply(const HttpReply &reply)
{
    const Result<SoapAnswer> answer = soapAnswer(reply);
    return answer ? ewsVerdict(ewsMessage(answer->content), reply) : answer.error();
}

} // namespace likeness
