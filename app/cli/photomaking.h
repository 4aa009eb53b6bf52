// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/recipeoptions.h"
#include "services/imaging/encoder.h"
#include "services/imaging/ladder.h"

#include <stop_token>

namespace likeness {

/// A picture made into a photo: all nine sizes, and what is worth knowing about how.
struct MadePhoto
{
    Picture picture;
    PhotoRecipe recipe;
    qsizetype faces = 0; ///< how many were found, when they were looked for
    QList<Rendition> renditions; ///< largest first

    CropSquare crop() const { return recipe.cropIn(picture.uprightSize()); }
};

/// Reads the file and makes the photo. When a face is to be framed and there is none, the crop stays the
/// largest in the middle and faces is 0. Any thread. Errors: BadInput (the file cannot be read), those of
/// openPicture and renderedLadder, Unsupported (no face detector here).
Result<MadePhoto> madePhoto(const QString &file, const RecipeOptions &options, std::stop_token stop);

/// One rendition as the options' budget for its size wants it.
Result<EncodedRendition> encodedFor(const Rendition &rendition, const RecipeOptions &options);

} // namespace likeness
