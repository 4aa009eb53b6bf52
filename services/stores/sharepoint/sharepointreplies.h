// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/encodedphoto.h"
#include "services/stores/webreplies.h"

#include <QDateTime>

namespace likeness::sharepoint {

/// Answers of a My Site host as values, in both spellings of its JSON; pure, and every answer is hostile
/// until read. The status is judged first. Numbers in brackets are claims of docs/protocols/sharepoint.md.

/// What a profile says about the picture.
struct Profile
{
    QString login;
    QString pictureUrl; ///< empty = none
    bool placeholder = false; ///< pages show a placeholder whatever files there are [S6]
    bool fromExchange = false; ///< the files are a copy of the mailbox's photo [S6]
    QDateTime synced {}; ///< when Exchange was asked last, as far as it is told [S6]
};

struct FileInfo
{
    QByteArray etag; ///< as If-Match wants it back: to the letter [S10]
    QDateTime modified;
};

/// A picture or where it is instead.
struct ShownPicture
{
    std::optional<EncodedPhoto> photo {};
    QByteArray location {}; ///< of a redirect
};

Error errorOf(const HttpReply &reply, WebIntent intent);

/// NotFound = nobody of that login has a profile [S5].
Result<Profile> profile(const HttpReply &reply);
Result<QByteArray> digest(const HttpReply &reply);
/// nullopt = no such file.
Result<std::optional<FileInfo>> fileInfo(const HttpReply &reply);
Result<std::optional<EncodedPhoto>> fileBytes(const HttpReply &reply);
Result<Done> written(const HttpReply &reply);
/// Also when it was gone already.
Result<Done> removed(const HttpReply &reply);
Result<Done> pictureSet(const HttpReply &reply);
Result<Done> propertySetBySoap(const HttpReply &reply);
/// nullopt in both = nothing, or the placeholder that pages are sent to.
Result<ShownPicture> shownPicture(const HttpReply &reply);

} // namespace likeness::sharepoint
