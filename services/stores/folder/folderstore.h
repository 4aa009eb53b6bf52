// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/photostore.h"

#include <chrono>

class QThreadPool;

namespace likeness {

/// How a folder of photos is set up; all of it the composition root's knowledge.
struct FolderSettings
{
    QString path;
    QString operatorName; ///< for the sidecar: who writes
    QString tool; ///< for the sidecar: "Likeness 0.1.0"
    PhotoSize writes = PhotoSize::largest();
    qsizetype byteBudget = 100 * 1024;
    qsizetype byteLimit = 4 * 1024 * 1024;
    std::chrono::milliseconds lockPatience {5000};
};

/// A folder of <key>.jpg, each with <key>.json beside it that says when, by whom and with what it was
/// written. A photo is replaced in one step or not at all, also across a power cut. Writers of this kind
/// exclude each other by a lock file; a first photo cannot overwrite one that another program puts there at
/// the same moment, a replacement can, within the microseconds between comparing and renaming.
class FolderStore final : public PhotoStore
{
public:
    FolderStore(StoreId id, const QString &title, FolderSettings settings, QThreadPool &workers);

    StoreId id() const override { return m_id; }
    const StoreTraits &traits() const override { return m_traits; }
    JobPtr<std::optional<StoredPhoto>> read(const PersonKeys &person) override;
    JobPtr<Done> write(
        const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected) override;
    JobPtr<Done> remove(const PersonKeys &person, const ExpectedPhoto &expected) override;
    JobPtr<WriteRight> mayWrite(const PersonKeys &person) override;
    JobPtr<QString> probe() override;

private:
    StoreId m_id;
    StoreTraits m_traits;
    FolderSettings m_settings;
    QThreadPool &m_workers;
};

} // namespace likeness
