// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/sharedjob.h"
#include "services/stores/exchange/autodiscover.h"
#include "services/stores/exchange/exchangestore.h"

#include <functional>

namespace likeness {

/// An Exchange whose address nobody has typed: Autodiscover finds it with the first request, once for all who
/// wait, and from then on it is an ExchangeStore like any other. What could not be found is looked for again
/// with the next request. Outlives its jobs.
class DiscoveredExchange final : public PhotoStore
{
public:
    /// `settings` without addresses; `account` is the mail address to look up.
    DiscoveredExchange(
        StoreId id, const QString &title, ExchangeSettings settings, AutodiscoverWays ways, QString account);

    StoreId id() const override { return m_unfound.id(); }
    const StoreTraits &traits() const override { return m_unfound.traits(); }
    JobPtr<std::optional<StoredPhoto>> read(const PersonKeys &person) override;
    JobPtr<Done> write(
        const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected) override;
    JobPtr<Done> remove(const PersonKeys &person, const ExpectedPhoto &expected) override;
    JobPtr<std::optional<StoredPhoto>> readBack(
        const PersonKeys &person, const ReplacedPhoto &change) override;
    JobPtr<WriteRight> mayWrite(const PersonKeys &person) override;
    JobPtr<StoreSight> see(const PersonKeys &person, const StoreSight &known) override;
    JobPtr<QString> probe() override;

private:
    template <class T>
    class WhenFound;
    template <class T>
    JobPtr<T> whenFound(std::function<JobPtr<T>(PhotoStore &)> ask);
    void use(const AutodiscoverSettings &found);

    ExchangeSettings m_settings;
    AutodiscoverWays m_ways;
    QString m_account;
    ExchangeStore m_unfound; ///< tells id and traits
    SharedJob<AutodiscoverSettings> m_finding;
    std::unique_ptr<ExchangeStore> m_found;
};

} // namespace likeness
