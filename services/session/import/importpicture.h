// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/import/importrow.h"
#include "models/photo/encodedphoto.h"
#include "models/photo/photosize.h"
#include "models/sync/fingerprint.h"
#include "services/imaging/picture.h"

#include <stop_token>

namespace likeness {

/// What one look at a picture tells. Small: the picture itself is not kept.
struct ImportLook
{
    QSize pixels; ///< upright
    PhotoRecipe recipe; ///< frames the face, where there is one
    ImportHints hints;
    QByteArray thumb; ///< JPEG, 96 x 96
    Fingerprint print; ///< of what the recipe shows
};

/// Opens a file and proposes how to crop it; with a recipe, says how that one looks. Any thread, stoppable.
/// Errors: those of openPicture(), Local.
Result<ImportLook> lookedAt(
    const QString &file, const std::optional<PhotoRecipe> &recipe, std::stop_token stop);

/// What one store is to be given.
struct ImportTarget
{
    StoreId store;
    PhotoSize writes = PhotoSize::largest();
    qsizetype budget = 0; ///< bytes; 0 = none
};

struct ImportPhoto
{
    StoreId store;
    Result<EncodedPhoto> photo = Error {Errc::NothingFits};
};

/// The file once more, made into the photos of the targets, by the recipe. Any thread, stoppable. Errors: as
/// above.
Result<QList<ImportPhoto>> importPhotos(
    const QString &file, const PhotoRecipe &recipe, const QList<ImportTarget> &targets, std::stop_token stop);

} // namespace likeness
