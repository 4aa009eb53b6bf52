// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/cropgeometry.h"

#include <algorithm>
#include <cmath>

namespace likeness {

namespace {

constexpr double hitReach = 14.0;

/// -1, 0, 1 across and down: which sides of the crop a handle pulls.
QPoint cropPull(CropHandle handle)
{
    switch (handle) {
    case CropHandle::TopLeft:
        return {-1, -1};
    case CropHandle::Top:
        return {0, -1};
    case CropHandle::TopRight:
        return {1, -1};
    case CropHandle::Right:
        return {1, 0};
    case CropHandle::BottomRight:
        return {1, 1};
    case CropHandle::Bottom:
        return {0, 1};
    case CropHandle::BottomLeft:
        return {-1, 1};
    case CropHandle::Left:
        return {-1, 0};
    case CropHandle::None:
    case CropHandle::Inside:
        break;
    }
    return {0, 0};
}

/// The sides opposite to the pulled ones stay where they were, but for the rounding of a turned crop.
bool keepsOppositeSides(const CropSquare &start, const CropSquare &now, const QPoint &pull, double slack)
{
    const QRectF a = start.rect();
    const QRectF b = now.rect();
    const double across = pull.x() > 0 ? b.left() - a.left() : b.right() - a.right();
    const double down = pull.y() > 0 ? b.top() - a.top() : b.bottom() - a.bottom();
    return (pull.x() == 0 || std::abs(across) <= slack) && (pull.y() == 0 || std::abs(down) <= slack);
}

double fitScale(QSize frame, const QRectF &area)
{
    const double fit = std::min(area.width() / frame.width(), area.height() / frame.height());
    return std::clamp(fit, 1e-4, CanvasView::largestFit);
}

} // namespace

CanvasView CanvasView::fitted(QSize frame, const QRectF &area)
{
    const double scale = fitScale(frame, area);
    return {scale, area.center() - QPointF(frame.width(), frame.height()) * scale / 2};
}

QRectF CanvasView::toWidget(const QRectF &frameRect) const
{
    return {toWidget(frameRect.topLeft()), frameRect.size() * m_scale};
}

QTransform CanvasView::transform() const
{
    return QTransform::fromScale(m_scale, m_scale) * QTransform::fromTranslate(m_origin.x(), m_origin.y());
}

CanvasView CanvasView::zoomedAbout(const QPointF &point, double factor, QSize frame, const QRectF &area) const
{
    const double fit = fitScale(frame, area);
    const double scale = std::clamp(m_scale * factor, fit, std::max(fit, largestScale));
    if (scale <= fit)
        return fitted(frame, area);
    return CanvasView(scale, point - toFrame(point) * scale).settled(frame, area);
}

CanvasView CanvasView::pannedBy(const QPointF &by, QSize frame, const QRectF &area) const
{
    return CanvasView(m_scale, m_origin + by).settled(frame, area);
}

bool CanvasView::isFitted(QSize frame, const QRectF &area) const
{
    return m_scale <= fitScale(frame, area) * 1.0001;
}

CanvasView CanvasView::settled(QSize frame, const QRectF &area) const
{
    const auto settle = [](double origin, double length, double from, double to) {
        return std::clamp(origin, std::min(from, to - length), std::max(from, to - length));
    };
    return {m_scale,
        {settle(m_origin.x(), frame.width() * m_scale, area.left(), area.right()),
            settle(m_origin.y(), frame.height() * m_scale, area.top(), area.bottom())}};
}

QPointF cropHandlePoint(CropHandle handle, const QRectF &crop)
{
    const QPoint pull = cropPull(handle);
    return crop.center() + QPointF(pull.x() * crop.width() / 2, pull.y() * crop.height() / 2);
}

CropHandle cropHandleAt(const QPointF &point, const QRectF &crop)
{
    // on a crop of a few points the inner third stays free, or it could not be moved any more
    const double inward = std::min(hitReach, crop.width() / 6);
    const QRectF inner = crop.adjusted(inward, inward, -inward, -inward);
    if (inner.contains(point)) {
        return CropHandle::Inside;
    }
    CropHandle nearest = CropHandle::None;
    double best = hitReach + 0.5;
    for (const CropHandle handle : cropHandles) {
        const QPointF away = point - cropHandlePoint(handle, crop);
        const double distance = std::max(std::abs(away.x()), std::abs(away.y()));
        if (distance < best) {
            best = distance;
            nearest = handle;
        }
    }
    if (nearest == CropHandle::None && crop.contains(point))
        return CropHandle::Inside;
    return nearest;
}

Qt::CursorShape cropCursor(CropHandle handle)
{
    switch (handle) {
    case CropHandle::None:
        return Qt::ArrowCursor;
    case CropHandle::Inside:
        return Qt::SizeAllCursor;
    case CropHandle::TopLeft:
    case CropHandle::BottomRight:
        return Qt::SizeFDiagCursor;
    case CropHandle::TopRight:
    case CropHandle::BottomLeft:
        return Qt::SizeBDiagCursor;
    case CropHandle::Top:
    case CropHandle::Bottom:
        return Qt::SizeVerCursor;
    case CropHandle::Left:
    case CropHandle::Right:
        return Qt::SizeHorCursor;
    }
    return Qt::ArrowCursor;
}

CropSquare draggedCrop(
    CropHandle handle, const CropSquare &start, const QPointF &by, const PictureFrame &frame)
{
    if (handle == CropHandle::None)
        return start;
    if (handle == CropHandle::Inside)
        return start.movedBy(by.toPoint(), frame);
    const QPoint pull = cropPull(handle);
    const double across = pull.x() * by.x();
    const double down = pull.y() * by.y();
    const double growth = pull.x() == 0 ? down : pull.y() == 0 ? across : std::max(across, down);
    const QRectF from = start.rect();
    const QPointF anchor = from.center() - QPointF(pull.x() * from.width() / 2, pull.y() * from.height() / 2);

    const double slack = qFuzzyIsNull(frame.degrees) ? 0.0 : 1.0;
    const int wanted = start.edge() + qRound(growth);
    const CropSquare free = start.resizedAbout(anchor, wanted, frame);
    if (wanted <= start.edge() || keepsOppositeSides(start, free, pull, slack))
        return free;
    int fits = start.edge();
    int tooFar = free.edge();
    while (tooFar - fits > 1) {
        const int middle = (fits + tooFar) / 2;
        (keepsOppositeSides(start, start.resizedAbout(anchor, middle, frame), pull, slack) ? fits : tooFar)
            = middle;
    }
    return start.resizedAbout(anchor, fits, frame);
}

} // namespace likeness
