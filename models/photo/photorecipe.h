// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/cropsquare.h"

#include <QTransform>
#include <optional>

namespace likeness {

/// Everything the person did to the source picture; the source itself is never changed, and undo is the
/// recipe before. Applied in this order to the picture after its EXIF orientation: mirror left-right, quarter
/// turns clockwise, straighten about the centre, crop. `upright` below is the picture's size after EXIF
/// orientation.
struct PhotoRecipe
{
    static constexpr double largestAngle = 15.0;

    int quarterTurns = 0; ///< 0..3, clockwise
    bool mirrored = false;
    double straightenDegrees = 0.0; ///< -15..15, positive = clockwise
    std::optional<CropSquare> crop; ///< none = the largest centred square

    PictureFrame frame(QSize upright) const;
    CropSquare cropIn(QSize upright) const;

    /// The steps a person takes. Each keeps what the crop shows as far as the picture allows.
    PhotoRecipe turned(int clockwiseQuarters, QSize upright) const;
    PhotoRecipe flipped(QSize upright) const;
    PhotoRecipe straightened(double degrees, QSize upright) const;
    PhotoRecipe cropped(const QRect &wanted, QSize upright) const;

    /// From pixels of the upright picture to pixels of the frame (mirror, turn, straighten; not the crop).
    QTransform toFrame(QSize upright) const;

    friend bool operator==(const PhotoRecipe &, const PhotoRecipe &) = default;
};

} // namespace likeness
