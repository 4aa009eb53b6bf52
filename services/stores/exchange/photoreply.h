// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/photo/encodedphoto.h"
#include "services/net/http.h"

namespace likeness {

/// What GetUserPhoto answered.
struct EwsPhotoAnswer
{
    enum class Kind {
        Photo,
        NoPhoto, ///< or nobody of that address: Exchange does not tell the two apart
        Unchanged, ///< still the one of the tag that was sent
    };
    Kind kind = Kind::NoPhoto;
    EncodedPhoto photo {}; ///< its pixels are read from the bytes, whatever size was asked for
    QByteArray tag {}; ///< quotes and all, empty = none
};

/// A 404 also comes from a server that has no such handler; mayLackRest() then says that SOAP should be
/// asked.
Result<EwsPhotoAnswer> photoByRestReply(const HttpReply &reply);
bool mayLackRest(const HttpReply &reply);

Result<EwsPhotoAnswer> photoBySoapReply(const HttpReply &reply);

/// Judged by what the answer says, in both of the shapes that are documented; silence is no success.
Result<Done> setPhotoReply(const HttpReply &reply);

} // namespace likeness
