// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/import/importpicture.h"
#include "services/session/import/importrowjob.h"

namespace likeness {

/// Makes the photos of one row and writes them to the stores that still wait, one after the other, by the
/// careful path. A store whose photo has changed since it was looked at is left as it is.
class ImportRowRun final : public ImportRowJob
{
    Q_OBJECT
public:
    ImportRowRun(const ImportRunMeans &means, const ImportRow &row)
        : ImportRowJob(means, row)
    {
    }

private:
    void doStart() override;
    void takePhotos(const Result<QList<ImportPhoto>> &photos);
    void saveDirectories();
    void saveDirectory(const Result<std::optional<StoredPhoto>> &found);
    void next() override;
    void written(const Result<StoreWritten> &result) override;
    ImportWrite ended(const ImportWrite &write, const StoreWritten &written);
    void settleFormer(const ImportWrite &before, const ImportWrite &after);
    StoreWrite wished(const ImportWrite &write, const EncodedPhoto &photo) const;
    void failOpen(const Error &error);
    bool exchangeSaves() const;

    QList<ImportPhoto> m_photos;
    QList<StoreId> m_toSave; ///< directories whose photo Exchange's save will replace
    StoreId m_saving;
    ImportWrite m_current; ///< as it was before it was begun
};

} // namespace likeness
