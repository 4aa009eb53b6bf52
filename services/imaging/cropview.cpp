// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/cropview.h"

#include <cmath>
#include <numbers>

namespace likeness {

CropView CropView::of(const PhotoRecipe &recipe, QSize upright, int orientation)
{
    Turn turn = Turn::ofOrientation(orientation);
    if (recipe.mirrored)
        turn = Turn::mirror().after(turn);
    for (int i = 0; i < recipe.quarterTurns; ++i)
        turn = Turn::clockwiseQuarter().after(turn);

    const QRectF square = recipe.cropIn(upright).rect();
    const QSizeF frame = recipe.frame(upright).size;
    CropView view;
    view.picture = turn.transposes() ? frame.transposed() : frame;
    view.centre = turn.inverse().map(square.center() - QPointF(frame.width() / 2.0, frame.height() / 2.0));
    view.edge = square.width();
    view.degrees = turn.mirrors() ? -recipe.straightenDegrees : recipe.straightenDegrees;
    view.turn = turn;
    return view;
}

CropView CropView::scaled(double scale) const
{
    CropView view = *this;
    view.picture *= scale;
    view.centre *= scale;
    view.edge *= scale;
    return view;
}

QPointF CropView::corner() const
{
    return centre + QPointF((picture.width() - edge) / 2.0, (picture.height() - edge) / 2.0);
}

QRectF CropView::neededArea(double margin) const
{
    const double angle = degrees * std::numbers::pi / 180.0;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    const double side = edge * (cosine + std::abs(sine)) + 2.0 * margin;
    const QPointF middle(centre.x() * cosine + centre.y() * sine + picture.width() / 2.0,
        centre.y() * cosine - centre.x() * sine + picture.height() / 2.0);
    return {middle.x() - side / 2.0, middle.y() - side / 2.0, side, side};
}

} // namespace likeness
