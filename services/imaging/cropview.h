// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photorecipe.h"
#include "services/imaging/turn.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace likeness {

/// What a recipe shows of a picture, seen from the stored pixels: a square of `edge` about `centre`, in the
/// picture straightened by `degrees` about its centre, and the turn that makes the result upright. So the
/// renderer reads and resamples in stored orientation and turns only the small result.
struct CropView
{
    QSizeF picture; ///< stored
    QPointF centre; ///< from the picture's centre, after straightening
    double edge = 0.0;
    double degrees = 0.0; ///< clockwise, as stored
    Turn turn;

    /// `upright` is the picture's size after EXIF orientation.
    static CropView of(const PhotoRecipe &recipe, QSize upright, int orientation);
    /// The same view of the picture reduced to `scale`.
    CropView scaled(double scale) const;

    bool isStraightened() const { return degrees != 0.0; }
    /// The square's top left corner in picture pixels; for a view without straightening.
    QPointF corner() const;
    /// The smallest upright rectangle of the picture around the square, `margin` wider on every side.
    QRectF neededArea(double margin) const;
};

} // namespace likeness
