// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/photomaking.h"

#include <QJsonObject>

namespace likeness {

/// What a person should know about the picture and the photo made of it: sentences, possibly none.
QStringList notesOn(const MadePhoto &photo, const RecipeOptions &options);

/// The same for programs: picture, crop, notes by name.
QJsonObject jsonOf(const MadePhoto &photo, const RecipeOptions &options);

} // namespace likeness
