// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace likeness {

class Theme;

/// A picture of a card in each state of the sync board, for the user guide: state-in-step.png and so on, in
/// that folder. False = one could not be written.
bool writeStatePictures(const QString &folder, const Theme &theme);

} // namespace likeness
