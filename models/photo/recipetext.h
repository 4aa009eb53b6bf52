// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photorecipe.h"

#include <QString>

namespace likeness {

/// A recipe as it is kept: JSON on one line.
QString recipeText(const PhotoRecipe &recipe);
/// Of a picture of that size; nullopt = not what recipeText() writes.
std::optional<PhotoRecipe> recipeFromText(const QString &text, QSize upright);

} // namespace likeness
