// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/photo/encodedphoto.h"
#include "services/net/http.h"
#include "services/net/replyheaders.h"

#include <QJsonObject>

namespace likeness {

/// What the stores on the web have in common when they read answers; pure.

enum class WebIntent { Read, Write };

/// The Errc a status stands for when nothing more is known; the detail names the status and, after a write
/// that the server may have carried out all the same, says "not known". Not for 2xx and not for 404, which
/// means something else everywhere.
Error errorOfStatus(const HttpReply &reply, WebIntent intent);

/// The object in a body; BadReply for anything else, and over the limit in bytes.
Result<QJsonObject> jsonObjectOf(const QByteArray &body, qsizetype byteLimit);

/// Whether the answer says that it is a picture (some servers leave the type out; then its bytes have to).
bool saysPicture(const HttpReply &reply);

/// The JPEG that the answer is; BadReply for everything else and for what is larger.
Result<EncodedPhoto> jpegInReply(const HttpReply &reply, qsizetype byteLimit);

} // namespace likeness
