// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/samepicture.h"
#include "services/stores/exchange/ewserrors.h"
#include "services/stores/exchange/exchangeserver.h"

#include <algorithm>

namespace likeness {
namespace {

using Kind = EwsPhotoAnswer::Kind;

class ExchangeQuestion final : public JobOf<EwsPhotoAnswer>
{
public:
    ExchangeQuestion(std::shared_ptr<ExchangeServer> server, EwsPhotoQuery query)
        : m_server(std::move(server))
        , m_query(std::move(query))
    {
    }

private:
    void doStart() override
    {
        if (m_server->rest == ExchangeServer::Rest::Missing)
            return askBySoap();
        step(m_server->transport->send(photoByRestRequest(m_server->photoUrl(), m_query)),
            &ExchangeQuestion::byRest);
    }

    void byRest(const HttpReply &reply)
    {
        // Once it has worked, its 404 means what it says
        if (mayLackRest(reply) && !(reply.status == 404 && m_server->rest == ExchangeServer::Rest::There)) {
            m_restLacks = reply.status == 404 || reply.status == 405 || reply.status == 501;
            return askBySoap();
        }
        const Result<EwsPhotoAnswer> answer = photoByRestReply(reply);
        if (!answer)
            return finish(answer.error());
        m_server->rest = ExchangeServer::Rest::There;
        if (answer->kind == Kind::Unchanged && m_query.knownTag.isEmpty())
            return finish(ewsBadReply(QStringLiteral("Unchanged, but it was never read"), reply));
        finish(answer);
    }

    void askBySoap()
    {
        const EwsPhotoQuery query {m_query.address, m_query.size};
        step(m_server->transport->send(photoBySoapRequest(m_server->settings.ews, query)),
            &ExchangeQuestion::bySoap);
    }

    void bySoap(const HttpReply &reply)
    {
        const Result<EwsPhotoAnswer> answer = photoBySoapReply(reply);
        if (!answer)
            return finish(answer.error());
        if (answer->kind == Kind::Unchanged) // it was not asked so
            return finish(ewsBadReply(QStringLiteral("Unchanged, but it was never read"), reply));
        if (answer->kind == Kind::Photo && m_restLacks)
            m_server->rest = ExchangeServer::Rest::Missing;
        EwsPhotoAnswer told = *answer;
        told.tag.clear(); // SOAP is never asked with one
        finish(told);
    }

    std::shared_ptr<ExchangeServer> m_server;
    EwsPhotoQuery m_query;
    bool m_restLacks = false;
};

class ExchangeRead final : public JobOf<std::optional<StoredPhoto>>
{
public:
    /// `known`: what a server may call unchanged.
    ExchangeRead(std::shared_ptr<ExchangeServer> server, QString address, PhotoSize size,
        std::optional<ExchangeServer::Known> known)
        : m_server(std::move(server))
        , m_address(std::move(address))
        , m_size(size)
    {
        if (known && known->address == m_address)
            m_known = std::move(known);
    }

private:
    void doStart() override
    {
        const EwsPhotoQuery query {m_address, m_size, m_known ? m_known->tag : QByteArray()};
        step(askedOfExchange(m_server, query), &ExchangeRead::keep);
    }

    void keep(const EwsPhotoAnswer &answer)
    {
        if (answer.kind == Kind::Unchanged)
            return finish(std::optional(StoredPhoto {m_known->photo}));
        if (m_size == m_server->settings.writes)
            remember(answer);
        finish(answer.kind == Kind::Photo ? std::optional(StoredPhoto {answer.photo}) : std::nullopt);
    }

    void remember(const EwsPhotoAnswer &answer)
    {
        if (answer.kind == Kind::Photo && !answer.tag.isEmpty())
            m_server->known = ExchangeServer::Known {m_address, answer.tag, answer.photo};
        else
            m_server->known.reset();
    }

    std::shared_ptr<ExchangeServer> m_server;
    QString m_address;
    PhotoSize m_size;
    std::optional<ExchangeServer::Known> m_known;
};

class ExchangeReadBack final : public JobOf<std::optional<StoredPhoto>>
{
public:
    ExchangeReadBack(std::shared_ptr<ExchangeServer> server, QString address, ReplacedPhoto change)
        : m_server(std::move(server))
        , m_address(std::move(address))
        , m_change(std::move(change))
    {
    }

private:
    void doStart() override { step(reading(m_server->settings.writes), &ExchangeReadBack::large); }

    JobPtr<std::optional<StoredPhoto>> reading(PhotoSize size) const
    {
        return JobPtr<std::optional<StoredPhoto>>(
            new ExchangeRead(m_server, m_address, size, m_server->former));
    }

    void large(const std::optional<StoredPhoto> &found)
    {
        if (!isSamePhoto(found, m_change.after))
            return finish(found);
        m_large = found;
        step(reading(PhotoSize::smallest()), &ExchangeReadBack::small);
    }

    void small(const std::optional<StoredPhoto> &found)
    {
        finish(isSamePhoto(found, m_change.after) ? m_large : found);
    }

    std::shared_ptr<ExchangeServer> m_server;
    QString m_address;
    ReplacedPhoto m_change;
    std::optional<StoredPhoto> m_large;
};

} // namespace

QUrl ExchangeServer::photoUrl() const
{
    return settings.photos.isEmpty() ? ewsPhotoUrl(settings.ews) : settings.photos;
}

Result<QString> exchangeAddress(const PersonKeys &person)
{
    const QString address = person.mail.isEmpty() ? person.upn : person.mail;
    if (address.isEmpty())
        return Error {Errc::NotFound, QStringLiteral("No mail address is known of this person")};
    const auto isControl = [](QChar each) { return each.category() == QChar::Other_Control; };
    if (std::any_of(address.cbegin(), address.cend(), isControl)) // neither for XML nor for headers
        return Error {Errc::BadInput, QStringLiteral("The mail address holds control characters")};
    return address;
}

JobPtr<EwsPhotoAnswer> askedOfExchange(std::shared_ptr<ExchangeServer> server, const EwsPhotoQuery &query)
{
    return JobPtr<EwsPhotoAnswer>(new ExchangeQuestion(std::move(server), query));
}

JobPtr<std::optional<StoredPhoto>> readFromExchange(
    std::shared_ptr<ExchangeServer> server, const QString &address)
{
    const PhotoSize size = server->settings.writes;
    const auto known = server->known;
    return JobPtr<std::optional<StoredPhoto>>(new ExchangeRead(std::move(server), address, size, known));
}

JobPtr<std::optional<StoredPhoto>> readBackFromExchange(
    std::shared_ptr<ExchangeServer> server, const QString &address, const ReplacedPhoto &change)
{
    return JobPtr<std::optional<StoredPhoto>>(new ExchangeReadBack(std::move(server), address, change));
}

bool isSamePhoto(const std::optional<StoredPhoto> &found, const ExpectedPhoto &expected)
{
    if (!found || !expected)
        return found.has_value() == expected.has_value();
    return samePicture(found->photo, *expected);
}

} // namespace likeness
