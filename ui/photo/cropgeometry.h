// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/cropsquare.h"

#include <QPointF>
#include <QRectF>
#include <QTransform>
#include <array>

namespace likeness {

/// How a picture frame lies in the canvas: frame pixels to widget points. Pure; the canvas keeps one and
/// replaces it.
class CanvasView
{
public:
    static constexpr double largestScale = 8.0; ///< points per picture pixel when zoomed in all the way
    static constexpr double largestFit = 4.0; ///< small pictures are not blown up further by fitting

    /// The whole frame inside `area`, centred.
    static CanvasView fitted(QSize frame, const QRectF &area);

    double scale() const { return m_scale; }
    QPointF toWidget(const QPointF &framePoint) const { return framePoint * m_scale + m_origin; }
    QRectF toWidget(const QRectF &frameRect) const;
    QPointF toFrame(const QPointF &widgetPoint) const { return (widgetPoint - m_origin) / m_scale; }
    QTransform transform() const;

    /// Zoomed by `factor` so that the picture under `point` stays under it, between fitted and largestScale.
    CanvasView zoomedAbout(const QPointF &point, double factor, QSize frame, const QRectF &area) const;
    /// Moved; the picture never leaves a gap in a direction in which it is larger than the area.
    CanvasView pannedBy(const QPointF &by, QSize frame, const QRectF &area) const;
    bool isFitted(QSize frame, const QRectF &area) const;

    friend bool operator==(const CanvasView &, const CanvasView &) = default;

private:
    CanvasView(double scale, const QPointF &origin)
        : m_scale(scale)
        , m_origin(origin)
    {
    }
    CanvasView settled(QSize frame, const QRectF &area) const;

    double m_scale;
    QPointF m_origin;
};

/// What a press at some place would drag.
enum class CropHandle { None, Inside, TopLeft, Top, TopRight, Right, BottomRight, Bottom, BottomLeft, Left };

inline constexpr std::array cropHandles {CropHandle::TopLeft, CropHandle::Top, CropHandle::TopRight,
    CropHandle::Right, CropHandle::BottomRight, CropHandle::Bottom, CropHandle::BottomLeft, CropHandle::Left};

/// The middle of a handle on the crop as it is shown.
QPointF cropHandlePoint(CropHandle handle, const QRectF &crop);
/// Hit areas are 28 points wide, outside of small crops only so that a small crop can still be moved.
CropHandle cropHandleAt(const QPointF &point, const QRectF &crop);
Qt::CursorShape cropCursor(CropHandle handle);

/// The crop after dragging a handle by so many frame pixels. A corner keeps the opposite corner, a side keeps
/// the opposite side; both stop at the picture's edge instead of pushing the other side.
CropSquare draggedCrop(
    CropHandle handle, const CropSquare &start, const QPointF &by, const PictureFrame &frame);

} // namespace likeness
