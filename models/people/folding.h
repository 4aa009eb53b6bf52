// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace likeness {

/// A name as it is compared: without accents and letter case, other letters as those people write who do not
/// have them on their keyboard (ß = ss, ł = l, ø = o), one blank between words, straight quotes. Pure.
QString folded(const QString &name);

} // namespace likeness
