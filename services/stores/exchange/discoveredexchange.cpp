// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/discoveredexchange.h"

namespace likeness {

template <class T>
class DiscoveredExchange::WhenFound final : public JobOf<T>
{
public:
    using Ask = std::function<JobPtr<T>(PhotoStore &)>;

    WhenFound(DiscoveredExchange &exchange, Ask ask)
        : m_exchange(exchange)
        , m_ask(std::move(ask))
    {
    }

private:
    void doStart() override
    {
        if (m_exchange.m_found)
            return ask();
        this->step(m_exchange.m_finding.join(
                       [this] { return autodiscovered(m_exchange.m_ways, m_exchange.m_account); }),
            &WhenFound::found);
    }
    void found(const AutodiscoverSettings &settings)
    {
        m_exchange.use(settings);
        ask();
    }
    void ask() { this->attempt(m_ask(*m_exchange.m_found), &WhenFound::end); }
    void end(const Result<T> &result) { this->finish(result); }

    DiscoveredExchange &m_exchange;
    Ask m_ask;
};

DiscoveredExchange::DiscoveredExchange(
    StoreId id, const QString &title, ExchangeSettings settings, AutodiscoverWays ways, QString account)
    : m_settings(std::move(settings))
    , m_ways(std::move(ways))
    , m_account(std::move(account))
    , m_unfound(std::move(id), title, m_settings, m_ways.signedIn)
{
}

void DiscoveredExchange::use(const AutodiscoverSettings &found)
{
    if (m_found) // somebody else who waited was faster
        return;
    ExchangeSettings settings = m_settings;
    settings.ews = found.ews;
    settings.photos = found.photos;
    settings.writesPhotos = m_settings.writesPhotos && (!found.version || found.version->takesPhotos());
    m_found = std::make_unique<ExchangeStore>(id(), traits().title, settings, m_ways.signedIn);
}

template <class T>
JobPtr<T> DiscoveredExchange::whenFound(std::function<JobPtr<T>(PhotoStore &)> ask)
{
    return JobPtr<T>(new WhenFound<T>(*this, std::move(ask)));
}

JobPtr<std::optional<StoredPhoto>> DiscoveredExchange::read(const PersonKeys &person)
{
    return whenFound<std::optional<StoredPhoto>>([person](PhotoStore &store) { return store.read(person); });
}

JobPtr<Done> DiscoveredExchange::write(
    const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected)
{
    return whenFound<Done>(
        [person, photo, expected](PhotoStore &store) { return store.write(person, photo, expected); });
}

JobPtr<Done> DiscoveredExchange::remove(const PersonKeys &person, const ExpectedPhoto &expected)
{
    return whenFound<Done>([person, expected](PhotoStore &store) { return store.remove(person, expected); });
}

JobPtr<std::optional<StoredPhoto>> DiscoveredExchange::readBack(
    const PersonKeys &person, const ReplacedPhoto &change)
{
    return whenFound<std::optional<StoredPhoto>>(
        [person, change](PhotoStore &store) { return store.readBack(person, change); });
}

JobPtr<WriteRight> DiscoveredExchange::mayWrite(const PersonKeys &person)
{
    return whenFound<WriteRight>([person](PhotoStore &store) { return store.mayWrite(person); });
}

JobPtr<StoreSight> DiscoveredExchange::see(const PersonKeys &person, const StoreSight &known)
{
    return whenFound<StoreSight>([person, known](PhotoStore &store) { return store.see(person, known); });
}

JobPtr<QString> DiscoveredExchange::probe()
{
    return whenFound<QString>([](PhotoStore &store) { return store.probe(); });
}

} // namespace likeness
