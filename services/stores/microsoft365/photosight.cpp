// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/httpcall.h"
#include "services/stores/microsoft365/graphrequests.h"
#include "services/stores/microsoft365/photoflows.h"

namespace likeness::graph {

using namespace Qt::StringLiterals;

PhotoSight::PhotoSight(PhotoPlace place, StoreSight known)
    : m_place(std::move(place))
    , m_known(std::move(known))
{
}

void PhotoSight::doStart()
{
    step(JobPtr<std::optional<PhotoInfo>>(new PhotoLook(m_place)), &PhotoSight::fetch);
}

void PhotoSight::fetch(const std::optional<PhotoInfo> &info)
{
    if (!info) {
        m_sight.evidence.append(u"Graph photo: no photo"_s);
        return askPolicy();
    }
    m_sight.tag = info->mediaEtag;
    if (!info->mediaEtag.isEmpty() && info->mediaEtag == m_known.tag && !m_known.served.isEmpty()) {
        m_sight.served = m_known.served;
        m_sight.evidence.append(
            photoEvidence(u"Graph photo (unchanged)"_s, m_sight.served.constFirst().photo));
        return askPolicy();
    }
    step(httpCall<std::optional<EncodedPhoto>>(*m_place.transport, photoBytes(m_place.service, m_place.user),
             [](const HttpReply &reply) { return photoBytes(reply); }),
        &PhotoSight::take);
}

void PhotoSight::take(const std::optional<EncodedPhoto> &photo)
{
    if (photo) {
        m_place.seen->remember(m_place.user, m_sight.tag, photo->sha256);
        m_sight.add(0, *photo);
        m_sight.evidence.append(photoEvidence(u"Graph photo"_s, *photo));
    } else { // removed between the two questions
        m_sight.tag.clear();
        m_sight.evidence.append(u"Graph photo: no photo"_s);
    }
    askPolicy();
}

void PhotoSight::askPolicy()
{
    attempt(httpCall<PhotoPolicy>(*m_place.transport, photoUpdateSettings(m_place.service),
                [](const HttpReply &reply) { return photoPolicy(reply); }),
        &PhotoSight::judge);
}

void PhotoSight::judge(const Result<PhotoPolicy> &policy)
{
    if (policy && policy->source == PhotoPolicy::Source::OnPremises) {
        m_sight.signs |= Sign::WritesForbidden;
        m_sight.evidence.append(u"photoUpdateSettings: source onPremises"_s);
    } else if (policy && !policy->allowedRoles.isEmpty()) {
        m_sight.signs |= Sign::WritesForbidden;
        m_sight.evidence.append(u"photoUpdateSettings: allowedRoles "_s + policy->allowedRoles.join(u", "_s));
    }
    finish(m_sight);
}

} // namespace likeness::graph
