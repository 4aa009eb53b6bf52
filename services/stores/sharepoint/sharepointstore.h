// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/photostore.h"
#include "services/stores/sharepoint/profilepictures.h"

#include <QUrl>

class QThreadPool;

namespace likeness {

class HttpTransport;

namespace sharepoint {
struct FarmKnowledge;
struct PersonPlace;
} // namespace sharepoint

struct SharePointSettings
{
    enum class Release { Server2013, Server2016OrLater, Online };

    QUrl mySiteHost;
    Release release = Release::Server2016OrLater;
    QString domain; ///< NetBIOS name: "CONTOSO" in CONTOSO\anna; not needed online
    std::optional<sharepoint::PictureSizes> sizes {}; ///< declared; else measured on the farm
    /// The next size of the ladder above the 300 px that are kept
    PhotoSize writes = PhotoSize::of(360).value_or(PhotoSize::largest());
    qsizetype byteBudget = 100 * 1024;
    qsizetype byteLimit = 5'000'000; ///< of SetMyProfilePicture, docs/protocols/sharepoint.md [S8]
};

/// Profile pictures of a My Site host, 2013 and later. Other people's are three files in a picture library
/// and a property of the profile; the account's own is handed to the server, which makes the files. The photo
/// of this store is the large file; shown() is what pages make of it, which may be a day old. Files are
/// replaced by compare-and-swap; an own photo cannot be, so traits() do not promise it. SharePoint Online is
/// read only: what it shows comes from Microsoft 365.
class SharePointStore final : public PhotoStore
{
public:
    SharePointStore(StoreId id, const QString &title, SharePointSettings settings,
        std::shared_ptr<HttpTransport> transport, QThreadPool &workers);

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

    /// By userphoto.aspx, the way clients read; nullopt = a placeholder.
    JobPtr<std::optional<EncodedPhoto>> shown(const PersonKeys &person, sharepoint::PictureFile size);
    /// Longest sides of the files here: declared, measured, or what most farms have.
    sharepoint::PictureSizes sizes() const;

private:
    bool isOnline() const { return m_settings.release == SharePointSettings::Release::Online; }
    Result<sharepoint::PersonPlace> placeOf(const PersonKeys &person) const;
    std::optional<Error> refusalOf(const EncodedPhoto &photo) const;

    StoreId m_id;
    StoreTraits m_traits;
    SharePointSettings m_settings;
    std::shared_ptr<HttpTransport> m_transport;
    QThreadPool &m_workers;
    std::shared_ptr<sharepoint::FarmKnowledge> m_known;
};

} // namespace likeness
