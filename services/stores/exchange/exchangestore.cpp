// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/exchangestore.h"

#include "models/upload/handover.h"
#include "services/job/readyjob.h"
#include "services/stores/exchange/ewsrequests.h"
#include "services/stores/exchange/exchangeserver.h"
#include "services/stores/exchange/peoplereply.h"
#include "services/stores/exchange/photoreply.h"
#include "services/stores/exchange/soapreply.h"
#include "services/stores/photobytes.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// Front ends keep copies of what they served for a little while; no figure is documented [E32].
constexpr std::chrono::seconds frontEndCacheTime {30};

Error unsupported(const QString &why, const Handover &handover)
{
    Error error {Errc::Unsupported, why};
    error.handover = handoverText(handover).value_or(QString());
    return error;
}

Error notByEws(const QString &address)
{
    return unsupported(u"This Exchange server takes no photos by EWS; Exchange 2016 is the first that does"_s,
        {.step = HandoverStep::SetUserPhoto, .identity = address, .file = u"photo.jpg"_s});
}

class ExchangeWrite final : public JobOf<Done>
{
public:
    ExchangeWrite(std::shared_ptr<ExchangeServer> server, EwsPhotoWrite write, ExpectedPhoto expected)
        : m_server(std::move(server))
        , m_write(std::move(write))
        , m_expected(std::move(expected))
    {
    }

private:
    void doStart() override { step(readFromExchange(m_server, m_write.address), &ExchangeWrite::compare); }

    void compare(const std::optional<StoredPhoto> &found)
    {
        if (!isSamePhoto(found, m_expected))
            return finish(Error {Errc::Conflict, u"The mailbox holds another photo than was read before"_s});
        // what is read next must come from the server, whatever comes of this
        m_server->former = std::exchange(m_server->known, std::nullopt);
        step(m_server->transport->send(setPhotoRequest(m_server->settings.ews, m_write)),
            &ExchangeWrite::judge);
    }

    void judge(const HttpReply &reply)
    {
        const Result<Done> verdict = setPhotoReply(reply);
        if (verdict)
            return finish(verdict);
        Error error = verdict.error();
        if (error.code == Errc::Unsupported)
            error.handover = notByEws(m_write.address).handover;
        else if (error.code == Errc::BadReply || error.code == Errc::Offline || error.code == Errc::Timeout)
            error.detail += u"; whether it was written is not known"_s;
        finish(error);
    }

    std::shared_ptr<ExchangeServer> m_server;
    EwsPhotoWrite m_write;
    ExpectedPhoto m_expected;
};

/// Looks for a name nobody has: needs a sign-in, costs little, and the answer tells the version.
class ExchangeProbe final : public JobOf<QString>
{
public:
    explicit ExchangeProbe(std::shared_ptr<ExchangeServer> server)
        : m_server(std::move(server))
    {
    }

private:
    void doStart() override
    {
        step(m_server->transport->send(
                 resolveNamesRequest(m_server->settings.ews, u"likeness-connection-test"_s)),
            &ExchangeProbe::judge);
    }

    void judge(const HttpReply &reply)
    {
        if (const Result<EwsPeople> people = resolveNamesReply(reply); !people)
            return finish(people.error());
        const Result<SoapAnswer> answer = soapAnswer(reply);
        const auto version = answer ? answer->version : std::nullopt;
        QString text = (version ? version->name() : u"Exchange of an unknown version"_s) % u' '
            % m_server->settings.ews.host() % u", signed in";
        if (version && !version->takesPhotos())
            text += u"; photos can be read only"_s;
        finish(text);
    }

    std::shared_ptr<ExchangeServer> m_server;
};

} // namespace

ExchangeStore::ExchangeStore(
    StoreId id, const QString &title, ExchangeSettings settings, std::shared_ptr<HttpTransport> transport)
    : m_id(std::move(id))
    , m_traits {.title = title,
          .writes = settings.writes,
          .byteBudget = settings.byteBudget,
          .byteLimit = settings.byteLimit,
          .comparesAndSwaps = false,
          .tellsRights = false,
          .keepsBytes = false,
          .settles = frontEndCacheTime}
    , m_server(std::make_shared<ExchangeServer>(ExchangeServer {std::move(settings), std::move(transport)}))
{
}

ExchangeStore::~ExchangeStore() = default;

JobPtr<std::optional<StoredPhoto>> ExchangeStore::read(const PersonKeys &person)
{
    const Result<QString> address = exchangeAddress(person);
    if (!address)
        return readyJob<std::optional<StoredPhoto>>(address.error());
    return readFromExchange(m_server, *address);
}

JobPtr<Done> ExchangeStore::write(
    const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected)
{
    const Result<QString> address = exchangeAddress(person);
    if (!address)
        return readyJob<Done>(address.error());
    if (!m_server->settings.writesPhotos)
        return readyJob<Done>(notByEws(*address));
    if (const std::optional<Error> refusal = unsendable(photo, m_traits.byteLimit))
        return readyJob<Done>(*refusal);
    return JobPtr<Done>(
        new ExchangeWrite(m_server, {*address, photo.bytes, m_server->settings.impersonates}, expected));
}

JobPtr<Done> ExchangeStore::remove(const PersonKeys &person, const ExpectedPhoto &)
{
    const Result<QString> address = exchangeAddress(person);
    if (!address)
        return readyJob<Done>(address.error());
    return readyJob<Done>(unsupported(u"Exchange Web Services cannot remove a photo"_s,
        {.step = HandoverStep::RemoveUserPhoto, .identity = *address}));
}

JobPtr<std::optional<StoredPhoto>> ExchangeStore::readBack(
    const PersonKeys &person, const ReplacedPhoto &change)
{
    const Result<QString> address = exchangeAddress(person);
    if (!address)
        return readyJob<std::optional<StoredPhoto>>(address.error());
    return readBackFromExchange(m_server, *address, change);
}

/// Whether a person may set a photo is a policy of the server (for their own) or documented nowhere (for
/// others'), and only the server's own tools can read it.
JobPtr<WriteRight> ExchangeStore::mayWrite(const PersonKeys &person)
{
    if (const Result<QString> address = exchangeAddress(person); !address)
        return readyJob<WriteRight>(address.error());
    return readyJob<WriteRight>(m_server->settings.writesPhotos ? WriteRight::Unknown : WriteRight::No);
}

JobPtr<StoreSight> ExchangeStore::see(const PersonKeys &person, const StoreSight &known)
{
    const Result<QString> address = exchangeAddress(person);
    if (!address)
        return readyJob<StoreSight>(address.error());
    return seenInExchange(m_server, *address, known);
}

JobPtr<QString> ExchangeStore::probe()
{
    return JobPtr<QString>(new ExchangeProbe(m_server));
}

} // namespace likeness
