// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/import/importrow.h"
#include "models/import/namepattern.h"
#include "services/session/import/importmeans.h"
#include "services/session/import/importpicture.h"

namespace likeness {

/// What checks of rows share; outlives them.
struct ImportCheckMeans
{
    Organisation &organisation;
    QThreadPool &workers;
    QList<PhotoStore *> stores; ///< in the order of writing
    NamePattern pattern;
    bool onlyIfNone = false;
};

/// Finds out what is to become of one file: whom it is of, how it is cropped, what the stores hold of that
/// person. Nothing is written. A row that has a person or a recipe already keeps it. The value is the row
/// with its verdict; an error is only ever Cancelled.
class ImportCheck final : public JobOf<ImportRow>
{
public:
    ImportCheck(const ImportCheckMeans &means, ImportRow row, std::optional<PhotoRecipe> recipe);

private:
    void doStart() override;
    void takePeople(const Result<QList<Person>> &people);
    void openPicture();
    void takeLook(const Result<ImportLook> &look);
    void nextStore();
    void takePermit(const Result<Done> &permit);
    void takeRight(const Result<WriteRight> &right);
    void takePhoto(const Result<std::optional<StoredPhoto>> &photo);
    void compare(const bool &same);
    void storeDone(ImportWrite::State state, std::optional<Error> error = {});
    void conclude();
    void end(ImportVerdict verdict, std::optional<Error> error = {});
    PhotoStore &store() const { return *m_means.stores.at(m_row.writes.size()); }

    const ImportCheckMeans &m_means;
    ImportRow m_row;
    std::optional<PhotoRecipe> m_recipe;
    std::optional<ImportLook> m_look;
    ImportWrite m_write; ///< of the store that is being asked
};

} // namespace likeness
