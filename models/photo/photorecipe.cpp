// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/photorecipe.h"

#include <algorithm>

namespace likeness {

PictureFrame PhotoRecipe::frame(QSize upright) const
{
    return {quarterTurns % 2 ? upright.transposed() : upright, straightenDegrees};
}

CropSquare PhotoRecipe::cropIn(QSize upright) const
{
    return crop ? CropSquare::fitted(crop->rect(), frame(upright)) : CropSquare::centredIn(frame(upright));
}

PhotoRecipe PhotoRecipe::turned(int clockwiseQuarters, QSize upright) const
{
    const int turns = ((clockwiseQuarters % 4) + 4) % 4;
    PhotoRecipe next = *this;
    for (int i = 0; i < turns; ++i) {
        const QSize before = next.frame(upright).size;
        next.quarterTurns = (next.quarterTurns + 1) % 4;
        if (next.crop) {
            const QRect old = next.crop->rect();
            const QRect moved(before.height() - old.y() - old.height(), old.x(), old.width(), old.height());
            next.crop = CropSquare::fitted(moved, next.frame(upright));
        }
    }
    return next;
}

PhotoRecipe PhotoRecipe::flipped(QSize upright) const
{
    PhotoRecipe next = *this;
    next.mirrored = !mirrored;
    // the mirror comes before the turns, so seen through a quarter turn it would flip top to bottom
    next.quarterTurns = (4 - quarterTurns) % 4;
    next.straightenDegrees = -straightenDegrees;
    if (crop) {
        const QRect old = crop->rect();
        const int width = frame(upright).size.width();
        next.crop = CropSquare::fitted(
            QRect(width - old.x() - old.width(), old.y(), old.width(), old.height()), next.frame(upright));
    }
    return next;
}

PhotoRecipe PhotoRecipe::straightened(double degrees, QSize upright) const
{
    PhotoRecipe next = *this;
    next.straightenDegrees = std::clamp(degrees, -largestAngle, largestAngle);
    if (crop)
        next.crop = CropSquare::fitted(crop->rect(), next.frame(upright));
    return next;
}

PhotoRecipe PhotoRecipe::cropped(const QRect &wanted, QSize upright) const
{
    PhotoRecipe next = *this;
    next.crop = CropSquare::fitted(wanted, frame(upright));
    return next;
}

QTransform PhotoRecipe::toFrame(QSize upright) const
{
    const QSizeF turnedSize = frame(upright).size;
    QTransform result;
    result.translate(turnedSize.width() / 2, turnedSize.height() / 2);
    result.rotate(straightenDegrees + 90.0 * quarterTurns);
    result.scale(mirrored ? -1 : 1, 1);
    result.translate(-upright.width() / 2.0, -upright.height() / 2.0);
    return result;
}

} // namespace likeness
