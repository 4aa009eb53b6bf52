// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/librarylook.h"

#include "models/photo/photosize.h"
#include "services/net/httpcall.h"

#include <algorithm>

namespace likeness::sharepoint {

using namespace Qt::StringLiterals;

namespace {

JobPtr<std::optional<EncodedPhoto>> fetchedFile(const PersonPlace &place, const QString &path)
{
    return httpCall<std::optional<EncodedPhoto>>(*place.transport, fileBytes(place.site, path),
        [](const HttpReply &reply) { return fileBytes(reply); });
}

int longestSide(const std::optional<EncodedPhoto> &photo)
{
    return photo ? std::max(photo->pixels.width(), photo->pixels.height()) : 0;
}

bool canBeOfAFarm(const PictureSizes &sizes)
{
    return sizes.small >= 24 && sizes.small < sizes.medium && sizes.medium <= 200
        && sizes.medium < sizes.large && sizes.large <= PhotoSize::largest().edge();
}

} // namespace

QString withoutClaim(const QString &login)
{
    return login.section(u'|', -1);
}

JobPtr<Profile> askedProfile(const PersonPlace &place)
{
    return httpCall<Profile>(*place.transport, propertiesOf(place.site, place.login),
        [](const HttpReply &reply) { return profile(reply); });
}

LibraryLook::LibraryLook(PersonPlace place)
    : m_place(std::move(place))
{
}

void LibraryLook::doStart()
{
    step(askedProfile(m_place), &LibraryLook::findFile);
}

void LibraryLook::findFile(const Profile &profile)
{
    m_found.profile = profile;
    m_found.place = m_place.newPlace;
    if (!profile.pictureUrl.isEmpty()) {
        const std::optional<PicturePlace> place = placeOfUrl(m_place.site.url, profile.pictureUrl);
        if (!place)
            return finish(
                Error {Errc::Unsupported, u"the picture is kept elsewhere: "_s + profile.pictureUrl});
        m_found.place = *place;
    }
    step(httpCall<std::optional<FileInfo>>(*m_place.transport,
             fileInfo(m_place.site, m_found.place.path(PictureFile::Large)),
             [](const HttpReply &reply) { return fileInfo(reply); }),
        &LibraryLook::fetch);
}

void LibraryLook::fetch(const std::optional<FileInfo> &file)
{
    m_found.file = file;
    if (!file || m_found.profile.pictureUrl.isEmpty() || m_found.profile.placeholder)
        return finish(m_found);
    step(fetchedFile(m_place, m_found.place.path(PictureFile::Large)), &LibraryLook::deliver);
}

void LibraryLook::deliver(const std::optional<EncodedPhoto> &photo)
{
    m_found.photo = photo;
    finish(m_found);
}

SizesMeasure::SizesMeasure(PersonPlace place, LibraryPicture found)
    : m_place(std::move(place))
    , m_found(std::move(found))
{
}

void SizesMeasure::doStart()
{
    m_sizes.large = longestSide(m_found.photo);
    step(fetchedFile(m_place, m_found.place.path(PictureFile::Medium)), &SizesMeasure::takeMedium);
}

void SizesMeasure::takeMedium(const std::optional<EncodedPhoto> &photo)
{
    m_sizes.medium = longestSide(photo);
    step(fetchedFile(m_place, m_found.place.path(PictureFile::Small)), &SizesMeasure::takeSmall);
}

void SizesMeasure::takeSmall(const std::optional<EncodedPhoto> &photo)
{
    m_sizes.small = longestSide(photo);
    if (!canBeOfAFarm(m_sizes))
        return finish(PictureSizes {});
    m_place.known->sizes = m_sizes;
    finish(m_sizes);
}

} // namespace likeness::sharepoint
