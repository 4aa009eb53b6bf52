// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/microsoft365/photoflows.h"

#include "services/net/httpcall.h"
#include "services/stores/microsoft365/graphrequests.h"

namespace likeness::graph {

using namespace Qt::StringLiterals;

void SeenPhotos::remember(const QString &user, const QString &mediaEtag, const QString &sha256)
{
    if (!mediaEtag.isEmpty())
        m_seen.insert(user, new Seen {mediaEtag, sha256});
}

bool SeenPhotos::isKnown(const QString &user, const QString &mediaEtag, const QString &sha256) const
{
    const Seen *seen = m_seen.object(user);
    return seen && !mediaEtag.isEmpty() && seen->mediaEtag == mediaEtag && seen->sha256 == sha256;
}

PhotoLook::PhotoLook(PhotoPlace place)
    : m_place(std::move(place))
{
}

void PhotoLook::doStart()
{
    using Info = std::optional<PhotoInfo>;
    const HttpRequest request = photoInfo(m_place.service, m_place.user);
    step(httpCall<Info>(*m_place.transport, request, [](const HttpReply &reply) { return photoInfo(reply); }),
        &PhotoLook::askForPerson);
}

void PhotoLook::askForPerson(const std::optional<PhotoInfo> &info)
{
    if (info)
        return finish(info);
    step(httpCall<QString>(*m_place.transport, user(m_place.service, m_place.user),
             [](const HttpReply &reply) { return user(reply); }),
        &PhotoLook::noPhoto);
}

void PhotoLook::noPhoto(const QString &)
{
    finish(std::optional<PhotoInfo>());
}

PhotoRead::PhotoRead(PhotoPlace place, ExpectedPhoto former)
    : m_place(std::move(place))
    , m_former(std::move(former))
{
}

void PhotoRead::doStart()
{
    step(JobPtr<std::optional<PhotoInfo>>(new PhotoLook(m_place)), &PhotoRead::fetch);
}

void PhotoRead::fetch(const std::optional<PhotoInfo> &info)
{
    if (!info)
        return finish(std::optional<StoredPhoto>());
    m_mediaEtag = info->mediaEtag;
    if (m_former && m_place.seen->isKnown(m_place.user, m_mediaEtag, m_former->sha256))
        return finish(std::optional(StoredPhoto {*m_former}));
    step(httpCall<std::optional<EncodedPhoto>>(*m_place.transport, photoBytes(m_place.service, m_place.user),
             [](const HttpReply &reply) { return photoBytes(reply); }),
        &PhotoRead::deliver);
}

void PhotoRead::deliver(const std::optional<EncodedPhoto> &photo)
{
    if (!photo)
        return finish(std::optional<StoredPhoto>());
    m_place.seen->remember(m_place.user, m_mediaEtag, photo->sha256);
    finish(std::optional(StoredPhoto {*photo}));
}

PhotoChange::PhotoChange(PhotoPlace place, ExpectedPhoto expected, std::optional<QByteArray> after)
    : m_place(std::move(place))
    , m_expected(std::move(expected))
    , m_after(std::move(after))
{
}

void PhotoChange::doStart()
{
    step(JobPtr<std::optional<PhotoInfo>>(new PhotoLook(m_place)), &PhotoChange::compare);
}

void PhotoChange::compare(const std::optional<PhotoInfo> &info)
{
    if (info.has_value() != m_expected.has_value())
        return finish(
            Error {Errc::Conflict, info ? u"there is a photo now"_s : u"there is no photo any more"_s});
    if (!info || m_place.seen->isKnown(m_place.user, info->mediaEtag, m_expected->sha256))
        return change();
    step(httpCall<std::optional<EncodedPhoto>>(*m_place.transport, photoBytes(m_place.service, m_place.user),
             [](const HttpReply &reply) { return photoBytes(reply); }),
        &PhotoChange::compareBytes);
}

void PhotoChange::compareBytes(const std::optional<EncodedPhoto> &photo)
{
    if (photo != m_expected)
        return finish(Error {Errc::Conflict, u"the photo is not what was read before"_s});
    change();
}

void PhotoChange::change()
{
    if (!m_after && !m_expected)
        return finish(Done {});
    const HttpRequest request = m_after ? putPhoto(m_place.service, m_place.user, *m_after)
                                        : deletePhoto(m_place.service, m_place.user);
    step(httpCall<Done>(*m_place.transport, request,
             [removes = !m_after](
                 const HttpReply &reply) { return removes ? removed(reply) : written(reply); }),
        &PhotoChange::succeed);
}

PhotoRight::PhotoRight(PhotoPlace place)
    : m_place(std::move(place))
{
}

void PhotoRight::doStart()
{
    step(httpCall<QString>(*m_place.transport, user(m_place.service, m_place.user),
             [](const HttpReply &reply) { return user(reply); }),
        &PhotoRight::askPolicy);
}

void PhotoRight::askPolicy(const QString &)
{
    attempt(httpCall<PhotoPolicy>(*m_place.transport, photoUpdateSettings(m_place.service),
                [](const HttpReply &reply) { return photoPolicy(reply); }),
        &PhotoRight::judge);
}

void PhotoRight::judge(const Result<PhotoPolicy> &policy)
{
    const bool fromDirectoryOnly = policy && policy->source == PhotoPolicy::Source::OnPremises;
    finish(fromDirectoryOnly ? WriteRight::No : WriteRight::Unknown);
}

} // namespace likeness::graph
