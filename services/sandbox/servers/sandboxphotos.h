// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QSize>
#include <optional>

namespace likeness {

/// A photo as Exchange and Microsoft 365 keep it: made ready in each of the nine sizes up to its own. What is
/// given out are these, never the bytes that came in.
struct PreparedPhoto
{
    QMap<int, QByteArray> sizes; ///< JPEG by edge length, at least one
    QByteArray tag; ///< without quotes; another photo, another tag
    QDateTime at;

    int largestEdge() const { return sizes.lastKey(); }
    QByteArray largest() const { return sizes.last(); }
    /// In that size; if it is not kept, the largest there is.
    QByteArray inSize(int edge) const { return sizes.value(edge, sizes.last()); }

    friend bool operator==(const PreparedPhoto &, const PreparedPhoto &) = default;
};

/// Made ready as the servers do it: the middle square, never larger than it came; a picture smaller than all
/// sizes stays as it is. nullopt = not a picture.
std::optional<PreparedPhoto> preparedPhoto(const QByteArray &picture, const QDateTime &at);
/// What tells one photo from the next, as hex.
QByteArray photoTag(const QByteArray &bytes);
/// The middle square in one size, as JPEG; empty = not a picture.
QByteArray squareJpeg(const QByteArray &picture, int edge);
/// What Exchange writes into the directory.
inline constexpr int directoryEdgeOfExchange = 64;

/// A file in the picture library of a My Site host.
struct LibraryFile
{
    QByteArray bytes;
    int version = 1;
    QDateTime modified;

    friend bool operator==(const LibraryFile &, const LibraryFile &) = default;
};

/// What SharePoint has of somebody.
struct SharePointPhotos
{
    QMap<char, LibraryFile> files {}; ///< by 'S', 'M', 'L'
    bool listed = false; ///< PictureURL says where they are
    bool placeholder = true; ///< SPS-PicturePlaceholderState: the files are not shown
    bool exchangeSync = true; ///< SPS-PictureExchangeSyncState
    QDateTime pulled {}; ///< when Exchange was asked last

    friend bool operator==(const SharePointPhotos &, const SharePointPhotos &) = default;
};

/// What readers of a store are still given after a change of it.
struct FormerPhoto
{
    std::optional<PreparedPhoto> photo;
    QDateTime until;

    friend bool operator==(const FormerPhoto &, const FormerPhoto &) = default;
};

/// What everything in the sandbox organisation has of one person.
struct SandboxPhotos
{
    std::optional<PreparedPhoto> mailbox {};
    bool mailboxRemoved = false; ///< removed on purpose: nothing is served, not even the directory's photo
    std::optional<PreparedPhoto> cloud {};
    std::optional<FormerPhoto> formerMailbox {};
    std::optional<FormerPhoto> formerCloud {};
    SharePointPhotos sharePoint {};
    std::optional<LibraryFile> onTheWeb {}; ///< for everybody, as Lync can be told to show it
    std::optional<QByteArray> directory {}; ///< thumbnailPhoto, as far as the servers were told

    friend bool operator==(const SandboxPhotos &, const SandboxPhotos &) = default;
};

} // namespace likeness
