// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/theme.h"

#include <QIcon>
#include <QPixmap>

namespace likeness {

/// One of the SVGs of resources/icons by file name ("turn-left"), painted in a colour role. The icon looks
/// the colour up whenever it is painted, so it follows the theme; a checked control shows it in the accent.
/// The theme must outlive the icon.
QIcon themedIcon(const Theme &theme, const QString &name, ColourRole role = ColourRole::Ink);

/// The same in a fixed colour, `edge` logical pixels.
QPixmap drawnIcon(const QString &name, const QColor &colour, int edge, double devicePixelRatio);

/// The icon that points from what was to what will be, in the direction of reading.
QString onwardArrow(Qt::LayoutDirection direction);

} // namespace likeness
