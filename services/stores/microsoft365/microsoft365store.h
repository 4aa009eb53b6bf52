// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/microsoft365/graphreplies.h"
#include "services/stores/photostore.h"

#include <QUrl>

namespace likeness {

namespace graph {
class SeenPhotos;
struct PhotoPlace;
} // namespace graph

struct Microsoft365Settings
{
    QUrl graph {QStringLiteral("https://graph.microsoft.com")}; ///< microsoftClouds, or a gateway
    PhotoSize writes = PhotoSize::largest();
    qsizetype byteBudget = 100 * 1024;
    qsizetype byteLimit = 4 * 1024 * 1024; ///< of the service, docs/protocols/microsoft365.md [M6]
};

/// Photos in Microsoft 365 by Microsoft Graph v1.0, for people named by UPN (else by mail address, which is
/// the same for most). A write compares first, but the service cannot compare while it writes, so a write
/// that lost a race overwrites. The service may take its time: for a while it can show the photo before, and
/// readBack() then asks for the metadata only.
class Microsoft365Store final : public PhotoStore
{
public:
    Microsoft365Store(StoreId id, const QString &title, Microsoft365Settings settings,
        std::shared_ptr<HttpTransport> transport);

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

    /// Cheap: what to ask again and again to see whether a photo changed. nullopt = no photo.
    JobPtr<std::optional<graph::PhotoInfo>> look(const PersonKeys &person);
    /// Who may change photos, for those who may know.
    JobPtr<graph::PhotoPolicy> policy();

    using Thumbnails = QList<Result<std::optional<EncodedPhoto>>>;
    /// Small photos for a list of at most graph::batchLimit people, in their order, by one request. A missing
    /// photo and a missing person look the same here.
    JobPtr<Thumbnails> thumbnails(const QList<PersonKeys> &people, PhotoSize size);

private:
    Result<graph::PhotoPlace> placeOf(const PersonKeys &person) const;

    StoreId m_id;
    StoreTraits m_traits;
    Microsoft365Settings m_settings;
    std::shared_ptr<HttpTransport> m_transport;
    std::shared_ptr<graph::SeenPhotos> m_seen;
};

} // namespace likeness
