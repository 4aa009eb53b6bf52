// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/microsoft365/graphreplies.h"
#include "services/stores/photostore.h"

#include <QCache>
#include <QUrl>

namespace likeness::graph {

/// Which bytes came with which mediaEtag, so that a write need not fetch them again; shared by the jobs of
/// one store.
class SeenPhotos
{
public:
    void remember(const QString &user, const QString &mediaEtag, const QString &sha256);
    bool isKnown(const QString &user, const QString &mediaEtag, const QString &sha256) const;

private:
    struct Seen
    {
        QString mediaEtag;
        QString sha256;
    };
    QCache<QString, Seen> m_seen {2000};
};

/// One person's photo in one service.
struct PhotoPlace
{
    std::shared_ptr<HttpTransport> transport;
    QUrl service;
    QString user;
    std::shared_ptr<SeenPhotos> seen;
};

/// Whether there is a photo. 404 does not say whether the photo or the person is missing, so the person is
/// asked for then: NotFound.
class PhotoLook final : public JobOf<std::optional<PhotoInfo>>
{
public:
    explicit PhotoLook(PhotoPlace place);

private:
    void doStart() override;
    void askForPerson(const std::optional<PhotoInfo> &info);
    void noPhoto(const QString &upn);

    PhotoPlace m_place;
};

/// Looks, then fetches the bytes, unless the mediaEtag says that they are still those of `former`.
class PhotoRead final : public JobOf<std::optional<StoredPhoto>>
{
public:
    explicit PhotoRead(PhotoPlace place, ExpectedPhoto former = {});

private:
    void doStart() override;
    void fetch(const std::optional<PhotoInfo> &info);
    void deliver(const std::optional<EncodedPhoto> &photo);

    PhotoPlace m_place;
    ExpectedPhoto m_former;
    QString m_mediaEtag;
};

/// Looks, and fetches the bytes unless they are those of a known mediaEtag; then asks who may change photos,
/// which only some may know.
class PhotoSight final : public JobOf<StoreSight>
{
public:
    PhotoSight(PhotoPlace place, StoreSight known);

private:
    void doStart() override;
    void fetch(const std::optional<PhotoInfo> &info);
    void take(const std::optional<EncodedPhoto> &photo);
    void askPolicy();
    void judge(const Result<PhotoPolicy> &policy);

    PhotoPlace m_place;
    StoreSight m_known;
    StoreSight m_sight;
};

/// Looks, compares with what is expected, then writes or removes. The service has no If-Match: what somebody
/// else writes between the comparison and the write is overwritten [M9].
class PhotoChange final : public JobOf<Done>
{
public:
    /// `after` nullopt = remove.
    PhotoChange(PhotoPlace place, ExpectedPhoto expected, std::optional<QByteArray> after);

private:
    void doStart() override;
    void compare(const std::optional<PhotoInfo> &info);
    void compareBytes(const std::optional<EncodedPhoto> &photo);
    void change();
    void succeed(const Done &done) { finish(done); }

    PhotoPlace m_place;
    ExpectedPhoto m_expected;
    std::optional<QByteArray> m_after;
};

/// No, where the organisation takes photos from its own directory only; else Unknown: Graph tells nobody what
/// they may write. That the setting may not be read is no failure.
class PhotoRight final : public JobOf<WriteRight>
{
public:
    explicit PhotoRight(PhotoPlace place);

private:
    void doStart() override;
    void askPolicy(const QString &upn);
    void judge(const Result<PhotoPolicy> &policy);

    PhotoPlace m_place;
};

} // namespace likeness::graph
