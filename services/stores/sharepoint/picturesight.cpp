// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/picturesight.h"

#include "services/net/httpcall.h"
#include "services/stores/sharepoint/shownpicture.h"

namespace likeness::sharepoint {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array largestFirst {PictureFile::Large, PictureFile::Medium, PictureFile::Small};

} // namespace

PictureSight::PictureSight(PersonPlace place, bool online, StoreSight known)
    : m_place(std::move(place))
    , m_online(online)
    , m_known(std::move(known))
{
}

void PictureSight::doStart()
{
    step(askedProfile(m_place), &PictureSight::findFile);
}

void PictureSight::findFile(const Profile &profile)
{
    tellOfExchange(profile);
    if (profile.placeholder) {
        m_sight.signs |= Sign::Placeholder;
        m_sight.evidence.append(u"SPS-PicturePlaceholderState 1"_s);
    }
    if (profile.pictureUrl.isEmpty() || profile.placeholder) {
        m_sight.evidence.append(u"Profile: no photo"_s);
        return finish(m_sight);
    }
    if (m_online)
        return fetchNext();
    const std::optional<PicturePlace> place = placeOfUrl(m_place.site.url, profile.pictureUrl);
    if (!place)
        return finish(Error {Errc::Unsupported, u"the picture is kept elsewhere: "_s + profile.pictureUrl});
    m_files = *place;
    step(httpCall<std::optional<FileInfo>>(*m_place.transport,
             fileInfo(m_place.site, m_files.path(PictureFile::Large)),
             [](const HttpReply &reply) { return fileInfo(reply); }),
        &PictureSight::judgeFile);
}

/// When SharePoint last took something over, and whether it did at all [S6].
void PictureSight::tellOfExchange(const Profile &profile)
{
    if (!profile.fromExchange)
        return;
    m_sight.signs |= Sign::FromExchange;
    m_sight.evidence.append(u"SPS-PictureExchangeSyncState 1"_s);
    if (profile.synced.isValid()) {
        m_sight.changed = profile.synced;
        m_sight.evidence.append(u"SPS-PictureTimestamp "_s + profile.synced.toString(Qt::ISODate));
    }
}

void PictureSight::judgeFile(const std::optional<FileInfo> &file)
{
    if (!file) {
        m_sight.evidence.append(m_files.name(PictureFile::Large) + u": no such file"_s);
        return finish(m_sight);
    }
    if (file->modified.isValid()) {
        if (!m_sight.changed)
            m_sight.changed = file->modified;
        m_sight.evidence.append(
            u"%1 modified %2"_s.arg(m_files.name(PictureFile::Large), file->modified.toString(Qt::ISODate)));
    }
    m_sight.tag = QString::fromLatin1(file->etag);
    if (m_sight.tag.isEmpty() || m_sight.tag != m_known.tag || m_known.served.isEmpty())
        return fetchNext();
    m_sight.served = m_known.served;
    m_sight.evidence.append(photoEvidence(
        m_files.name(PictureFile::Large) + u" (unchanged)"_s, m_sight.served.constFirst().photo));
    finish(m_sight);
}

QString PictureSight::question() const
{
    const PictureFile file = largestFirst[m_next];
    return m_online ? u"userphoto.aspx size %1"_s.arg(QLatin1Char(letterOf(file))) : m_files.name(file);
}

void PictureSight::fetchNext()
{
    if (m_next == largestFirst.size() || (m_next > 0 && m_files.isSingle))
        return finish(m_sight);
    const PictureFile file = largestFirst[m_next];
    if (m_online) {
        step(JobPtr<std::optional<EncodedPhoto>>(new ShownLook(m_place, file)), &PictureSight::take);
        return;
    }
    step(
        httpCall<std::optional<EncodedPhoto>>(*m_place.transport, fileBytes(m_place.site, m_files.path(file)),
            [](const HttpReply &reply) { return fileBytes(reply); }),
        &PictureSight::take);
}

void PictureSight::take(const std::optional<EncodedPhoto> &photo)
{
    const int edge = m_place.sizes.value_or(PictureSizes {}).edge(largestFirst[m_next]);
    if (photo)
        m_sight.add(edge, *photo);
    m_sight.evidence.append(photo ? photoEvidence(question(), *photo) : question() + u": no photo"_s);
    ++m_next;
    fetchNext();
}

} // namespace likeness::sharepoint
