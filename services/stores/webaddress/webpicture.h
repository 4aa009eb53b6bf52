// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/photo/encodedphoto.h"
#include "services/net/http.h"

#include <QDateTime>

namespace likeness::webaddress {

/// A picture on the web is a file for everybody: more than this is no portrait.
inline constexpr qsizetype largestPicture = 4 * 1024 * 1024;

/// Asks without anybody's name. `knownTag` is WebPicture::tag of what was seen last; empty = send it all.
HttpRequest pictureRequest(const QUrl &address, const QString &knownTag = {});

/// What lies behind one address.
struct WebPicture
{
    bool unchanged = false; ///< it is what the tag was about; `photo` is empty then
    std::optional<EncodedPhoto> photo {}; ///< nullopt = none
    QString tag {}; ///< an ETag, else the date of the last change; empty = the server tells neither
    std::optional<QDateTime> modified {};
};

/// Errors: NotPublic, BadReply for everything that is no JPEG, and those of errorOfStatus().
Result<WebPicture> pictureIn(const HttpReply &reply);

} // namespace likeness::webaddress
