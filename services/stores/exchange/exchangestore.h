// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"
#include "services/stores/photostore.h"

#include <memory>

namespace likeness {

struct ExchangeSettings
{
    QUrl ews; ///< of Exchange.asmx
    QUrl photos {}; ///< of GetUserPhoto where Autodiscover named it; empty = beside Exchange.asmx
    PhotoSize writes = PhotoSize::largest();
    qsizetype byteBudget = 100 * 1024;
    /// No limit is documented. A 648 x 648 photo of full quality has about 240 KB; more than twice that is
    /// not a photo we would send.
    qsizetype byteLimit = 500 * 1024;
    bool writesPhotos = true; ///< SetUserPhoto: Exchange 2016 and later
    bool impersonates = false; ///< the account writes in the name of the person
};

/// Photos in mailboxes of Exchange Server 2013 and later, by Exchange Web Services. What Exchange gives back
/// is its own rendition of what it was given, and the directory's thumbnail for a person who has no photo in
/// the mailbox; nobody of an address looks the same as no photo. It has no compare-and-swap: write() reads,
/// compares and writes, with a gap between. It cannot remove; the error then hands over the line that does.
class ExchangeStore final : public PhotoStore
{
public:
    ExchangeStore(StoreId id, const QString &title, ExchangeSettings settings,
        std::shared_ptr<HttpTransport> transport);
    ~ExchangeStore() override;

    StoreId id() const override { return m_id; }
    const StoreTraits &traits() const override { return m_traits; }
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
    StoreId m_id;
    StoreTraits m_traits;
    std::shared_ptr<struct ExchangeServer> m_server;
};

} // namespace likeness
