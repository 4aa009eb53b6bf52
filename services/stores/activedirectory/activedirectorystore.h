// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/ldapdirectory.h"
#include "services/stores/activedirectory/photochange.h"
#include "services/stores/photostore.h"

namespace likeness {

class SightQueue;

/// How photos are kept in a directory.
struct DirectoryPhotoSettings
{
    PhotoAttribute attribute; ///< see photoAttribute()
    PhotoSize writes = PhotoSize::of(96).value_or(PhotoSize::smallest());
    qsizetype byteBudget = 10 * 1024;
    qsizetype byteLimit = 102400; ///< rangeUpper of thumbnailPhoto
};

/// Photos in Active Directory or, by the dialect of its service, in a plain LDAP server. Every write is a
/// compare-and-swap the server decides. When the connection is lost after a write was sent, the job fails
/// with Offline or Timeout and nothing is repeated: only reading tells what stands there now.
class ActiveDirectoryStore final : public PhotoStore
{
public:
    ActiveDirectoryStore(StoreId id, const QString &title, DirectoryPhotoSettings photos,
        std::shared_ptr<LdapService> service);

    /// For the directory of the same service.
    ListedSights listedSights() const;

    StoreId id() const override { return m_id; }
    const StoreTraits &traits() const override { return m_traits; }
    JobPtr<std::optional<StoredPhoto>> read(const PersonKeys &person) override;
    JobPtr<Done> write(
        const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected) override;
    JobPtr<Done> remove(const PersonKeys &person, const ExpectedPhoto &expected) override;
    JobPtr<WriteRight> mayWrite(const PersonKeys &person) override;
    JobPtr<StoreSight> see(const PersonKeys &person, const StoreSight &known) override;
    JobPtr<QString> probe() override;

private:
    StoreId m_id;
    StoreTraits m_traits;
    DirectoryPhotoSettings m_photos;
    std::shared_ptr<LdapService> m_service;
    std::shared_ptr<SightQueue> m_sights;
};

} // namespace likeness
