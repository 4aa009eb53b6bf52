// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/sharepointstore.h"

#include "services/job/readyjob.h"
#include "services/net/httpcall.h"
#include "services/stores/photobytes.h"
#include "services/stores/sharepoint/libraryreadback.h"
#include "services/stores/sharepoint/pictureflows.h"
#include "services/stores/sharepoint/picturesight.h"
#include "services/stores/sharepoint/shownpicture.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// The photo in the library, with when it was written.
class LibraryRead final : public JobOf<std::optional<StoredPhoto>>
{
public:
    explicit LibraryRead(sharepoint::PersonPlace place)
        : m_place(std::move(place))
    {
    }

private:
    void doStart() override
    {
        step(JobPtr<sharepoint::LibraryPicture>(new sharepoint::LibraryLook(m_place)), &LibraryRead::deliver);
    }
    void deliver(const sharepoint::LibraryPicture &found)
    {
        if (!found.photo)
            return finish(std::optional<StoredPhoto>());
        StoredPhoto stored {*found.photo};
        if (found.file && found.file->modified.isValid())
            stored.written = WriteStamp {found.file->modified, m_place.site.url.host()};
        finish(std::optional(stored));
    }

    sharepoint::PersonPlace m_place;
};

/// Online there is no library to look into: whether there is a person, then what pages show.
class OnlineRead final : public JobOf<std::optional<StoredPhoto>>
{
public:
    explicit OnlineRead(sharepoint::PersonPlace place)
        : m_place(std::move(place))
    {
    }

private:
    void doStart() override { step(askedProfile(m_place), &OnlineRead::look); }
    void look(const sharepoint::Profile &profile)
    {
        if (profile.pictureUrl.isEmpty() || profile.placeholder)
            return finish(std::optional<StoredPhoto>());
        step(JobPtr<std::optional<EncodedPhoto>>(
                 new sharepoint::ShownLook(m_place, sharepoint::PictureFile::Large)),
            &OnlineRead::deliver);
    }
    void deliver(const std::optional<EncodedPhoto> &photo)
    {
        finish(photo ? std::optional(StoredPhoto {*photo}) : std::nullopt);
    }

    sharepoint::PersonPlace m_place;
};

Error goesToMicrosoft365()
{
    return {Errc::Unsupported, u"SharePoint Online shows the photo of Microsoft 365; write it there"_s};
}

} // namespace

SharePointStore::SharePointStore(StoreId id, const QString &title, SharePointSettings settings,
    std::shared_ptr<HttpTransport> transport, QThreadPool &workers)
    : m_id(std::move(id))
    , m_traits {.title = title,
          .writes = settings.writes,
          .byteBudget = settings.byteBudget,
          .byteLimit = settings.byteLimit,
          .comparesAndSwaps = false,
          .tellsRights = settings.release == SharePointSettings::Release::Online,
          .keepsBytes = false,
          .readOnly = settings.release == SharePointSettings::Release::Online}
    , m_settings(std::move(settings))
    , m_transport(std::move(transport))
    , m_workers(workers)
    , m_known(std::make_shared<sharepoint::FarmKnowledge>())
{
}

Result<sharepoint::PersonPlace> SharePointStore::placeOf(const PersonKeys &person) const
{
    using Release = SharePointSettings::Release;
    const QString account = isOnline() ? (person.upn.isEmpty() ? person.mail : person.upn) : person.key;
    if (account.isEmpty() || (!isOnline() && account.contains(u'@')))
        return Error {Errc::NotFound, u"'"_s + person.key + u"' has no account name here"_s};
    sharepoint::PersonPlace place {.transport = m_transport,
        .site = {m_settings.mySiteHost,
            m_settings.release == Release::Server2013 ? sharepoint::Json::Verbose
                                                      : sharepoint::Json::NoMetadata},
        .bySoap = m_settings.release == Release::Server2013,
        .login = sharepoint::onlineLogin(account),
        .shownAs = account,
        .newPlace = sharepoint::newPlace(m_settings.mySiteHost, m_settings.domain, account),
        .sizes = m_settings.sizes,
        .workers = &m_workers,
        .known = m_known};
    if (!isOnline()) {
        place.login = sharepoint::windowsLogin(m_settings.domain, account);
        place.shownAs = sharepoint::withoutClaim(place.login);
    }
    return place;
}

JobPtr<std::optional<StoredPhoto>> SharePointStore::read(const PersonKeys &person)
{
    const Result<sharepoint::PersonPlace> place = placeOf(person);
    if (!place)
        return readyJob<std::optional<StoredPhoto>>(place.error());
    if (isOnline())
        return JobPtr<std::optional<StoredPhoto>>(new OnlineRead(*place));
    return JobPtr<std::optional<StoredPhoto>>(new LibraryRead(*place));
}

JobPtr<std::optional<StoredPhoto>> SharePointStore::readBack(
    const PersonKeys &person, const ReplacedPhoto &change)
{
    const Result<sharepoint::PersonPlace> place = placeOf(person);
    if (!place || isOnline())
        return read(person);
    return JobPtr<std::optional<StoredPhoto>>(new sharepoint::LibraryReadBack(*place, change.after));
}

std::optional<Error> SharePointStore::refusalOf(const EncodedPhoto &photo) const
{
    if (isOnline())
        return goesToMicrosoft365();
    return unsendable(photo, m_settings.byteLimit);
}

JobPtr<Done> SharePointStore::write(
    const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected)
{
    if (const std::optional<Error> refusal = refusalOf(photo))
        return readyJob<Done>(*refusal);
    const Result<sharepoint::PersonPlace> place = placeOf(person);
    if (!place)
        return readyJob<Done>(place.error());
    return JobPtr<Done>(new sharepoint::PictureWrite(*place, expected, photo));
}

JobPtr<Done> SharePointStore::remove(const PersonKeys &person, const ExpectedPhoto &expected)
{
    if (isOnline())
        return readyJob<Done>(goesToMicrosoft365());
    const Result<sharepoint::PersonPlace> place = placeOf(person);
    if (!place)
        return readyJob<Done>(place.error());
    return JobPtr<Done>(new sharepoint::PictureRemove(*place, expected));
}

JobPtr<WriteRight> SharePointStore::mayWrite(const PersonKeys &person)
{
    const Result<sharepoint::PersonPlace> place = placeOf(person);
    if (!place)
        return readyJob<WriteRight>(place.error());
    const WriteRight right = isOnline() ? WriteRight::No : WriteRight::Unknown;
    return httpCall<WriteRight>(
        *m_transport, propertiesOf(place->site, place->login), [right](const HttpReply &reply) {
            return sharepoint::profile(reply).transform(
                [right](const sharepoint::Profile &) { return right; });
        });
}

JobPtr<StoreSight> SharePointStore::see(const PersonKeys &person, const StoreSight &known)
{
    const Result<sharepoint::PersonPlace> place = placeOf(person);
    if (!place)
        return readyJob<StoreSight>(place.error());
    return JobPtr<StoreSight>(new sharepoint::PictureSight(*place, isOnline(), known));
}

JobPtr<QString> SharePointStore::probe()
{
    const sharepoint::Site site {m_settings.mySiteHost,
        m_settings.release == SharePointSettings::Release::Server2013 ? sharepoint::Json::Verbose
                                                                      : sharepoint::Json::NoMetadata};
    return httpCall<QString>(*m_transport, myProperties(site),
        [host = site.url.host()](const HttpReply &reply) -> Result<QString> {
            const QString where = u"SharePoint at "_s + host + u", signed in"_s;
            const Result<sharepoint::Profile> me = sharepoint::profile(reply);
            if (!me && me.error().code == Errc::NotFound && reply.isSuccess())
                return QString(where + u", without a profile of its own"_s);
            return me.transform([&where](const sharepoint::Profile &profile) {
                return QString(where + u" as "_s + sharepoint::withoutClaim(profile.login));
            });
        });
}

JobPtr<std::optional<EncodedPhoto>> SharePointStore::shown(
    const PersonKeys &person, sharepoint::PictureFile size)
{
    const Result<sharepoint::PersonPlace> place = placeOf(person);
    if (!place)
        return readyJob<std::optional<EncodedPhoto>>(place.error());
    return JobPtr<std::optional<EncodedPhoto>>(new sharepoint::ShownLook(*place, size));
}

sharepoint::PictureSizes SharePointStore::sizes() const
{
    if (m_settings.sizes)
        return *m_settings.sizes;
    return m_known->sizes.value_or(sharepoint::PictureSizes {});
}

} // namespace likeness
