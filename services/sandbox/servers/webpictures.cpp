// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/webpictures.h"

#include <QUrl>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView webFolder {"/pictures/"};
constexpr QLatin1StringView webSuffix {".jpg"};

bool isKnownAlready(const SandboxRequest &request, const QByteArray &tag, const QByteArray &modified)
{
    if (const auto known = request.header("If-None-Match")) // which counts before the date
        return *known == tag;
    return request.header("If-Modified-Since") == modified;
}

} // namespace

SandboxReply webPictureReply(const SandboxWorld &world, const SandboxRequest &request)
{
    if (request.verb != "GET" && request.verb != "HEAD")
        return {.status = 405, .headers = {{"Allow", "GET, HEAD"}}};
    const QString path = QUrl::fromPercentEncoding(request.path());
    if (!path.startsWith(webFolder) || !path.endsWith(webSuffix))
        return {.status = 404};
    const QString key = path.sliced(webFolder.size()).chopped(webSuffix.size());
    const std::optional<LibraryFile> file = world.photos(key).onTheWeb;
    if (!file)
        return {.status = 404, .type = "text/html", .body = "<p>There is no such file.</p>"};
    const QByteArray tag = '"' + photoTag(file->bytes) + '"';
    const QByteArray modified = httpDate(file->modified);
    const bool known = isKnownAlready(request, tag, modified);
    SandboxReply reply = known ? SandboxReply {.status = 304} : pictureReply(file->bytes);
    reply.add("ETag", tag);
    reply.add("Last-Modified", modified);
    return reply;
}

} // namespace likeness
