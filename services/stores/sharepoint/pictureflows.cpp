// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/pictureflows.h"

#include "services/imaging/photosofedges.h"
#include "services/job/workerjob.h"
#include "services/net/httpcall.h"

namespace likeness::sharepoint {

using namespace Qt::StringLiterals;

namespace {

JobPtr<QByteArray> askedDigest(const PersonPlace &place)
{
    return httpCall<QByteArray>(
        *place.transport, digest(place.site), [](const HttpReply &reply) { return digest(reply); });
}

PictureChange propertyChange(
    const PersonPlace &place, const QString &name, const QString &value, const QByteArray &digest)
{
    if (place.bySoap)
        return {setPropertyBySoap(place.site, place.login, name, value), propertySetBySoap};
    return {setProperty(place.site, place.login, name, value, digest), written};
}

Result<Done> asExpected(const LibraryPicture &found, const ExpectedPhoto &expected)
{
    if (found.photo != expected)
        return Error {Errc::Conflict, u"the photo is not what was read before"_s};
    return Done {};
}

} // namespace

ChangesInOrder::ChangesInOrder(std::shared_ptr<HttpTransport> transport, QList<PictureChange> changes)
    : m_transport(std::move(transport))
    , m_changes(std::move(changes))
{
}

void ChangesInOrder::sendNext()
{
    if (m_done == m_changes.size())
        return finish(Done {});
    const PictureChange &change = m_changes.at(m_done);
    attempt(httpCall<Done>(*m_transport, change.request, change.read), &ChangesInOrder::count);
}

void ChangesInOrder::count(const Result<Done> &done)
{
    if (!done) {
        Error error = done.error();
        if (m_done > 0)
            error.detail += u"; %1 of %2 steps were done before"_s.arg(m_done).arg(m_changes.size());
        return finish(error);
    }
    ++m_done;
    sendNext();
}

PictureWrite::PictureWrite(PersonPlace place, ExpectedPhoto expected, EncodedPhoto photo)
    : m_place(std::move(place))
    , m_expected(std::move(expected))
    , m_photo(std::move(photo))
{
}

void PictureWrite::doStart()
{
    if (m_place.known->account)
        return look();
    attempt(httpCall<Profile>(*m_place.transport, myProperties(m_place.site),
                [](const HttpReply &reply) { return profile(reply); }),
        &PictureWrite::learnAccount);
}

void PictureWrite::learnAccount(const Result<Profile> &me)
{
    if (!me && me.error().code != Errc::NotFound) // an account without profile is nobody's
        return finish(me.error());
    m_place.known->account = me ? withoutClaim(me->login) : QString();
    look();
}

void PictureWrite::look()
{
    step(JobPtr<LibraryPicture>(new LibraryLook(m_place)), &PictureWrite::compare);
}

bool PictureWrite::isOwn() const
{
    return withoutClaim(m_place.login).compare(*m_place.known->account, Qt::CaseInsensitive) == 0;
}

void PictureWrite::compare(const LibraryPicture &found)
{
    if (const Result<Done> same = asExpected(found, m_expected); !same)
        return finish(same.error());
    m_found = found;
    if (isOwn())
        return step(askedDigest(m_place), &PictureWrite::change);
    const std::optional<PictureSizes> sizes = m_place.sizes ? m_place.sizes : m_place.known->sizes;
    if (sizes || !found.photo || found.place.isSingle)
        return scale(sizes.value_or(PictureSizes {}));
    step(JobPtr<PictureSizes>(new SizesMeasure(m_place, found)), &PictureWrite::scale);
}

void PictureWrite::scale(const PictureSizes &sizes)
{
    const QList<int> edges {sizes.large, sizes.medium, sizes.small};
    step(runInWorker<QList<EncodedPhoto>>(*m_place.workers,
             [photo = m_photo, edges](std::stop_token stop) { return photosOfEdges(photo, edges, stop); }),
        &PictureWrite::askDigest);
}

void PictureWrite::askDigest(const QList<EncodedPhoto> &files)
{
    m_files = files;
    step(askedDigest(m_place), &PictureWrite::change);
}

void PictureWrite::change(const QByteArray &digest)
{
    const QList<PictureChange> changes = isOwn()
        ? QList<PictureChange> {{setMyPicture(m_place.site, m_photo.bytes, digest), pictureSet}}
        : changesToFiles(digest);
    step(JobPtr<Done>(new ChangesInOrder(m_place.transport, changes)), &PictureWrite::succeed);
}

QList<PictureChange> PictureWrite::changesToFiles(const QByteArray &digest) const
{
    const Site &site = m_place.site;
    const bool moves = m_found.place.isSingle;
    const PicturePlace target = moves ? m_place.newPlace : m_found.place;
    const QString large = target.path(PictureFile::Large);
    QList<PictureChange> changes;
    if (m_found.file && !moves)
        changes.append({replaceFile(site, large, m_files.at(0).bytes, digest, m_found.file->etag), written});
    else
        changes.append({addFile(site, large, m_files.at(0).bytes, digest, moves), written});
    changes.append(
        {addFile(site, target.path(PictureFile::Medium), m_files.at(1).bytes, digest, true), written});
    changes.append(
        {addFile(site, target.path(PictureFile::Small), m_files.at(2).bytes, digest, true), written});
    if (moves || m_found.profile.pictureUrl.isEmpty())
        changes.append(propertyChange(m_place, u"PictureURL"_s, pictureUrl(site.url, target), digest));
    if (m_found.profile.placeholder)
        changes.append(propertyChange(m_place, u"SPS-PicturePlaceholderState"_s, u"0"_s, digest));
    return changes;
}

PictureRemove::PictureRemove(PersonPlace place, ExpectedPhoto expected)
    : m_place(std::move(place))
    , m_expected(std::move(expected))
{
}

void PictureRemove::doStart()
{
    step(JobPtr<LibraryPicture>(new LibraryLook(m_place)), &PictureRemove::compare);
}

void PictureRemove::compare(const LibraryPicture &found)
{
    if (const Result<Done> same = asExpected(found, m_expected); !same)
        return finish(same.error());
    if (!found.photo)
        return finish(Done {});
    m_found = found;
    step(askedDigest(m_place), &PictureRemove::change);
}

void PictureRemove::change(const QByteArray &digest)
{
    const Site &site = m_place.site;
    const PicturePlace &place = m_found.place;
    QList<PictureChange> changes {
        {deleteFile(site, place.path(PictureFile::Large), digest, m_found.file->etag), removed}};
    if (!place.isSingle) {
        for (const PictureFile file : {PictureFile::Medium, PictureFile::Small})
            changes.append({deleteFile(site, place.path(file), digest, "*"), removed});
    }
    changes.append(propertyChange(m_place, u"PictureURL"_s, {}, digest));
    step(JobPtr<Done>(new ChangesInOrder(m_place.transport, changes)), &PictureRemove::succeed);
}

} // namespace likeness::sharepoint
