// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photoaddress.h"
#include "services/stores/photostore.h"

namespace likeness {

class HttpTransport;

struct WebAddressSettings
{
    PhotoAddress address;
    qsizetype byteLimit = 30 * 1024; ///< MaxPhotoSizeKB: Lync shows nothing larger
};

/// Pictures behind public web addresses, as Lync and Skype for Business show them where their policy lets
/// people name one (docs/protocols/web-address.md). Only read, and always as anybody: nobody has defined how
/// to write there. What is over the limit is given out like any other; the board says what comes of it.
class WebAddressStore final : public PhotoStore
{
public:
    /// `transport` signs nobody in.
    WebAddressStore(StoreId id, const QString &title, WebAddressSettings settings,
        std::shared_ptr<HttpTransport> transport);

    StoreId id() const override { return m_id; }
    const StoreTraits &traits() const override { return m_traits; }
    JobPtr<std::optional<StoredPhoto>> read(const PersonKeys &person) override;
    JobPtr<Done> write(
        const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected) override;
    JobPtr<Done> remove(const PersonKeys &person, const ExpectedPhoto &expected) override;
    JobPtr<WriteRight> mayWrite(const PersonKeys &person) override;
    JobPtr<StoreSight> see(const PersonKeys &person, const StoreSight &known) override;
    JobPtr<QString> probe() override;
    QString handoverPlace(const PersonKeys &person) const override;

private:
    Error onlyRead(const PersonKeys &person) const;

    StoreId m_id;
    StoreTraits m_traits;
    WebAddressSettings m_settings;
    std::shared_ptr<HttpTransport> m_transport;
};

} // namespace likeness
