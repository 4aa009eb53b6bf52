// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/photo/photorecipe.h"

#include <QCommandLineParser>
#include <QMap>
#include <QRect>
#include <optional>

namespace likeness {

/// What the command line says about making a photo, before the picture is known.
struct RecipeOptions
{
    std::optional<QRect>
        crop {}; ///< pixels of the picture as it stands after turning, mirroring and straightening
    bool frameFace = false;
    int quarterTurns = 0;
    bool mirrored = false;
    double straightenDegrees = 0;
    QMap<int, qsizetype> budgets {{96, 10'240}, {648, 102'400}}; ///< edge -> bytes; 0 = none

    /// The recipe for a picture of that size, the face not yet framed. Errors: BadInput, a crop that does not
    /// lie inside the picture.
    Result<PhotoRecipe> recipeFor(QSize upright) const;
};

void addRecipeOptions(QCommandLineParser &parser);
/// The budgets of the sizes; for commands that have no organisation to ask for them.
void addBudgetOption(QCommandLineParser &parser);
/// Errors: BadInput; the detail is a translated sentence that says which option and what it takes.
Result<RecipeOptions> recipeOptions(const QCommandLineParser &parser);
Result<Done> readBudgets(const QCommandLineParser &parser, RecipeOptions &options);

} // namespace likeness
