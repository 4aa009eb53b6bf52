// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/microsoft365/microsoft365store.h"

#include "services/job/readyjob.h"
#include "services/net/httpcall.h"
#include "services/stores/microsoft365/graphrequests.h"
#include "services/stores/microsoft365/photoflows.h"
#include "services/stores/photobytes.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// No figure is documented; people report anything up to minutes [M8].
constexpr std::chrono::seconds settlingTime {60};

QString graphUserOf(const PersonKeys &person)
{
    return person.upn.isEmpty() ? person.mail : person.upn;
}

Result<Microsoft365Store::Thumbnails> thumbnailsIn(const HttpReply &reply, qsizetype questions)
{
    const Result<QList<Result<HttpReply>>> answers = graph::batch(reply, questions);
    if (!answers)
        return answers.error();
    Microsoft365Store::Thumbnails photos;
    for (const Result<HttpReply> &answer : *answers)
        photos.append(answer.andThen([](const HttpReply &one) { return graph::photoBytes(one); }));
    return photos;
}

} // namespace

Microsoft365Store::Microsoft365Store(
    StoreId id, const QString &title, Microsoft365Settings settings, std::shared_ptr<HttpTransport> transport)
    : m_id(std::move(id))
    , m_traits {.title = title,
          .writes = settings.writes,
          .byteBudget = settings.byteBudget,
          .byteLimit = settings.byteLimit,
          .comparesAndSwaps = false,
          .tellsRights = false,
          .keepsBytes = false,
          .settles = settlingTime}
    , m_settings(std::move(settings))
    , m_transport(std::move(transport))
    , m_seen(std::make_shared<graph::SeenPhotos>())
{
}

Result<graph::PhotoPlace> Microsoft365Store::placeOf(const PersonKeys &person) const
{
    const QString user = graphUserOf(person);
    if (user.isEmpty())
        return Error {Errc::NotFound, u"'"_s + person.key + u"' has neither UPN nor mail address"_s};
    return graph::PhotoPlace {m_transport, m_settings.graph, user, m_seen};
}

JobPtr<std::optional<StoredPhoto>> Microsoft365Store::read(const PersonKeys &person)
{
    const Result<graph::PhotoPlace> place = placeOf(person);
    if (!place)
        return readyJob<std::optional<StoredPhoto>>(place.error());
    return JobPtr<std::optional<StoredPhoto>>(new graph::PhotoRead(*place));
}

JobPtr<Done> Microsoft365Store::write(
    const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected)
{
    if (const std::optional<Error> refusal = unsendable(photo, m_settings.byteLimit))
        return readyJob<Done>(*refusal);
    const Result<graph::PhotoPlace> place = placeOf(person);
    if (!place)
        return readyJob<Done>(place.error());
    return JobPtr<Done>(new graph::PhotoChange(*place, expected, photo.bytes));
}

JobPtr<Done> Microsoft365Store::remove(const PersonKeys &person, const ExpectedPhoto &expected)
{
    const Result<graph::PhotoPlace> place = placeOf(person);
    if (!place)
        return readyJob<Done>(place.error());
    return JobPtr<Done>(new graph::PhotoChange(*place, expected, std::nullopt));
}

JobPtr<std::optional<StoredPhoto>> Microsoft365Store::readBack(
    const PersonKeys &person, const ReplacedPhoto &change)
{
    const Result<graph::PhotoPlace> place = placeOf(person);
    if (!place)
        return readyJob<std::optional<StoredPhoto>>(place.error());
    return JobPtr<std::optional<StoredPhoto>>(new graph::PhotoRead(*place, change.before));
}

JobPtr<WriteRight> Microsoft365Store::mayWrite(const PersonKeys &person)
{
    const Result<graph::PhotoPlace> place = placeOf(person);
    if (!place)
        return readyJob<WriteRight>(place.error());
    return JobPtr<WriteRight>(new graph::PhotoRight(*place));
}

JobPtr<StoreSight> Microsoft365Store::see(const PersonKeys &person, const StoreSight &known)
{
    const Result<graph::PhotoPlace> place = placeOf(person);
    if (!place)
        return readyJob<StoreSight>(place.error());
    return JobPtr<StoreSight>(new graph::PhotoSight(*place, known));
}

JobPtr<QString> Microsoft365Store::probe()
{
    return httpCall<QString>(
        *m_transport, graph::me(m_settings.graph), [host = m_settings.graph.host()](const HttpReply &reply) {
            return graph::user(reply).transform([&host](const QString &upn) {
                return QString(u"Microsoft Graph at "_s + host + u", signed in as "_s + upn);
            });
        });
}

JobPtr<std::optional<graph::PhotoInfo>> Microsoft365Store::look(const PersonKeys &person)
{
    const Result<graph::PhotoPlace> place = placeOf(person);
    if (!place)
        return readyJob<std::optional<graph::PhotoInfo>>(place.error());
    return JobPtr<std::optional<graph::PhotoInfo>>(new graph::PhotoLook(*place));
}

JobPtr<graph::PhotoPolicy> Microsoft365Store::policy()
{
    return httpCall<graph::PhotoPolicy>(*m_transport, graph::photoUpdateSettings(m_settings.graph),
        [](const HttpReply &reply) { return graph::photoPolicy(reply); });
}

JobPtr<Microsoft365Store::Thumbnails> Microsoft365Store::thumbnails(
    const QList<PersonKeys> &people, PhotoSize size)
{
    QList<HttpRequest> reads;
    for (const PersonKeys &person : people)
        reads.append(graph::photoBytes(m_settings.graph, graphUserOf(person), size));
    return httpCall<Thumbnails>(*m_transport, graph::batch(m_settings.graph, reads),
        [questions = reads.size()](const HttpReply &reply) { return thumbnailsIn(reply, questions); });
}

} // namespace likeness
