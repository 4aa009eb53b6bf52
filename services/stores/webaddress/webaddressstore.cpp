// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/webaddress/webaddressstore.h"

#include "models/upload/handover.h"
#include "services/job/readyjob.h"
#include "services/net/httpcall.h"
#include "services/stores/webaddress/webpicture.h"

namespace likeness {

using namespace Qt::StringLiterals;
using webaddress::pictureIn;
using webaddress::pictureRequest;
using webaddress::WebPicture;

namespace {

std::optional<StoredPhoto> storedOnTheWeb(const WebPicture &picture, const QString &host)
{
    if (!picture.photo)
        return std::nullopt;
    StoredPhoto stored {*picture.photo};
    if (picture.modified)
        stored.written = WriteStamp {*picture.modified, host};
    return stored;
}

StoreSight webSight(const WebPicture &picture, const StoreSight &known, qsizetype byteLimit)
{
    StoreSight sight;
    sight.tag = picture.unchanged ? known.tag : picture.tag;
    sight.changed = picture.unchanged && !picture.modified ? known.changed : picture.modified;
    if (picture.unchanged)
        sight.served = known.served;
    else if (picture.photo)
        sight.add(0, *picture.photo);
    if (sight.served.isEmpty()) {
        sight.evidence.append(u"GET: no picture"_s);
        return sight;
    }
    const EncodedPhoto &photo = sight.served.constFirst().photo;
    sight.evidence.append(photoEvidence(picture.unchanged ? u"GET (unchanged)"_s : u"GET"_s, photo));
    if (photo.bytes.size() > byteLimit)
        sight.evidence.append(
            u"Over MaxPhotoSizeKB: %1 B, at most %2 B"_s.arg(photo.bytes.size()).arg(byteLimit));
    return sight;
}

} // namespace

WebAddressStore::WebAddressStore(
    StoreId id, const QString &title, WebAddressSettings settings, std::shared_ptr<HttpTransport> transport)
    : m_id(std::move(id))
    , m_traits {.title = title,
          .writes = *PhotoSize::of(96),
          .byteBudget = settings.byteLimit,
          .byteLimit = settings.byteLimit,
          .tellsRights = true,
          .readOnly = true}
    , m_settings(std::move(settings))
    , m_transport(std::move(transport))
{
}

JobPtr<std::optional<StoredPhoto>> WebAddressStore::read(const PersonKeys &person)
{
    const Result<QUrl> address = m_settings.address.of(person);
    if (!address)
        return readyJob<std::optional<StoredPhoto>>(address.error());
    return httpCall<std::optional<StoredPhoto>>(
        *m_transport, pictureRequest(*address), [host = address->host()](const HttpReply &reply) {
            return pictureIn(reply).transform(
                [&host](const WebPicture &picture) { return storedOnTheWeb(picture, host); });
        });
}

JobPtr<StoreSight> WebAddressStore::see(const PersonKeys &person, const StoreSight &known)
{
    const Result<QUrl> address = m_settings.address.of(person);
    if (!address)
        return readyJob<StoreSight>(address.error());
    const QString tag = known.served.isEmpty() ? QString() : known.tag;
    return httpCall<StoreSight>(*m_transport, pictureRequest(*address, tag),
        [known, limit = m_settings.byteLimit](const HttpReply &reply) {
            return pictureIn(reply).transform(
                [&](const WebPicture &picture) { return webSight(picture, known, limit); });
        });
}

QString WebAddressStore::handoverPlace(const PersonKeys &person) const
{
    const Result<QUrl> address = m_settings.address.of(person);
    return address ? address->toString(QUrl::FullyEncoded) : QString();
}

Error WebAddressStore::onlyRead(const PersonKeys &person) const
{
    Error error {Errc::Unsupported, u"pictures behind a web address are only read"_s};
    error.handover = handoverText({.step = HandoverStep::PublishPicture,
                                      .identity = handoverPlace(person),
                                      .byteLimit = m_settings.byteLimit})
                         .value_or(QString());
    return error;
}

JobPtr<Done> WebAddressStore::write(const PersonKeys &person, const EncodedPhoto &, const ExpectedPhoto &)
{
    return readyJob<Done>(onlyRead(person));
}

JobPtr<Done> WebAddressStore::remove(const PersonKeys &person, const ExpectedPhoto &)
{
    return readyJob<Done>(onlyRead(person));
}

JobPtr<WriteRight> WebAddressStore::mayWrite(const PersonKeys &)
{
    return readyJob<WriteRight>(WriteRight::No);
}

/// Asks for somebody whom there is hardly: that there is no such picture is a good answer.
JobPtr<QString> WebAddressStore::probe()
{
    const QString nobody = u"likeness-test"_s;
    const Result<QUrl> address
        = m_settings.address.of({nobody, {}, nobody + u"@example.org"_s, nobody + u"@example.org"_s, {}});
    if (!address)
        return readyJob<QString>(address.error());
    return httpCall<QString>(
        *m_transport, pictureRequest(*address), [host = address->host()](const HttpReply &reply) {
            return pictureIn(reply).transform([&host](const WebPicture &) {
                return QString(u"Pictures at "_s + host + u", for everybody"_s);
            });
        });
}

} // namespace likeness
