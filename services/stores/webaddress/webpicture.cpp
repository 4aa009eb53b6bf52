// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/webaddress/webpicture.h"

#include "services/stores/webreplies.h"

namespace likeness::webaddress {

using namespace Qt::StringLiterals;

namespace {

/// An ETag as the server quoted it, strong or weak [RFC 9110] 8.8.3.
bool isEntityTag(const QByteArray &text)
{
    const QByteArray bare = text.startsWith("W/") ? text.mid(2) : text;
    return bare.size() >= 2 && bare.startsWith('"') && bare.endsWith('"');
}

QString tagOf(const HttpReply &reply)
{
    const QByteArray tag = reply.header("ETag").value_or(QByteArray()).trimmed();
    if (isEntityTag(tag))
        return QString::fromLatin1(tag);
    return dateIn(reply, "Last-Modified") ? QString::fromLatin1(*reply.header("Last-Modified")) : QString();
}

Error noPicture(const QString &what)
{
    return {Errc::BadReply, what};
}

Result<WebPicture> jpegIn(const HttpReply &reply)
{
    return jpegInReply(reply, largestPicture).transform([&reply](const EncodedPhoto &photo) {
        return WebPicture {false, photo, tagOf(reply), dateIn(reply, "Last-Modified")};
    });
}

} // namespace

HttpRequest pictureRequest(const QUrl &address, const QString &knownTag)
{
    HttpRequest request;
    request.url = address;
    request.headers = {{"Accept", "image/jpeg"}};
    if (!knownTag.isEmpty()) {
        const QByteArray tag = knownTag.toLatin1();
        request.headers.emplaceBack(isEntityTag(tag) ? "If-None-Match" : "If-Modified-Since", tag);
    }
    return request;
}

Result<WebPicture> pictureIn(const HttpReply &reply)
{
    switch (reply.status) {
    case 200:
        return jpegIn(reply);
    case 304:
        return WebPicture {true, {}, tagOf(reply), dateIn(reply, "Last-Modified")};
    case 404:
    case 410:
        return WebPicture {};
    case 401:
    case 403:
        return Error {Errc::NotPublic, u"HTTP %1 to somebody who does not sign in"_s.arg(reply.status)};
    default:
        break;
    }
    if (reply.status >= 300 && reply.status < 400)
        return noPicture(u"HTTP %1: sends on to another address, which is not followed"_s.arg(reply.status));
    return errorOfStatus(reply, WebIntent::Read);
}

} // namespace likeness::webaddress
