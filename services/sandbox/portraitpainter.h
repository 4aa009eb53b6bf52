// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/portraitlook.h"

#include <QImage>
#include <QPointF>
#include <QSize>

namespace likeness {

/// Where a figure stands in a picture: the middle of the head as fractions of the picture, and the height of
/// the head (crown to chin) as a fraction of the picture's height.
struct PortraitScene
{
    QSize size {648, 648};
    QPointF head {0.5, 0.45};
    double headHeight = 0.46;
};

/// Draws a head-and-shoulders portrait of a person who does not exist. Pure: the same look and scene give the
/// same pixels; any thread. The picture is Format_RGB32.
QImage paintedPortrait(const PortraitLook &look, const PortraitScene &scene = {});

} // namespace likeness
