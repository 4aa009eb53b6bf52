// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/cropsquare.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace likeness {

namespace {

double radians(const PictureFrame &frame)
{
    return frame.degrees * std::numbers::pi / 180.0;
}

/// How much wider a straightened square is, measured along the picture's own axes.
double spread(const PictureFrame &frame)
{
    return std::abs(std::cos(radians(frame))) + std::abs(std::sin(radians(frame)));
}

QPointF turned(const QPointF &point, double angle)
{
    return {point.x() * std::cos(angle) - point.y() * std::sin(angle),
        point.x() * std::sin(angle) + point.y() * std::cos(angle)};
}

QRect placed(const QPointF &centre, int edge)
{
    return {qRound(centre.x() - edge / 2.0), qRound(centre.y() - edge / 2.0), edge, edge};
}

/// Moves a square of `edge` so that its four corners, turned back by the straightening, lie in the picture.
QRect movedInside(const QPointF &centre, int edge, const PictureFrame &frame)
{
    if (qFuzzyIsNull(frame.degrees)) {
        QRect rect = placed(centre, edge);
        rect.moveLeft(std::clamp(rect.left(), 0, frame.size.width() - edge));
        rect.moveTop(std::clamp(rect.top(), 0, frame.size.height() - edge));
        return rect;
    }
    const QPointF middle(frame.size.width() / 2.0, frame.size.height() / 2.0);
    const double half = edge * spread(frame) / 2.0;
    // one pixel of slack, because the corner is rounded to whole pixels afterwards
    const double roomX = std::max(0.0, middle.x() - half - 1.0);
    const double roomY = std::max(0.0, middle.y() - half - 1.0);
    QPointF inPicture = turned(centre - middle, -radians(frame));
    inPicture.setX(std::clamp(inPicture.x(), -roomX, roomX));
    inPicture.setY(std::clamp(inPicture.y(), -roomY, roomY));
    return placed(turned(inPicture, radians(frame)) + middle, edge);
}

} // namespace

int CropSquare::largestEdge(const PictureFrame &frame)
{
    const int shortSide = std::min(frame.size.width(), frame.size.height());
    if (qFuzzyIsNull(frame.degrees))
        return shortSide;
    return std::max(1, static_cast<int>(std::floor((shortSide - 2) / spread(frame))));
}

CropSquare CropSquare::centredIn(const PictureFrame &frame)
{
    return fitted(QRect(QPoint(0, 0), frame.size), frame);
}

CropSquare CropSquare::fitted(const QRect &wanted, const PictureFrame &frame)
{
    Q_ASSERT(!frame.size.isEmpty());
    const int largest = largestEdge(frame);
    const int edge = std::clamp(std::min(std::max(wanted.width(), 1), std::max(wanted.height(), 1)),
        std::min(minimumEdge, largest), largest);
    const QPointF centre(wanted.x() + wanted.width() / 2.0, wanted.y() + wanted.height() / 2.0);
    return CropSquare(movedInside(centre, edge, frame));
}

CropSquare CropSquare::movedBy(const QPoint &by, const PictureFrame &frame) const
{
    return fitted(m_rect.translated(by), frame);
}

CropSquare CropSquare::resizedAbout(const QPointF &anchor, int edge, const PictureFrame &frame) const
{
    const int largest = largestEdge(frame);
    const int allowed = std::clamp(edge, std::min(minimumEdge, largest), largest);
    const double scale = static_cast<double>(allowed) / m_rect.width();
    const QPointF centre = anchor
        + (QPointF(m_rect.x() + m_rect.width() / 2.0, m_rect.y() + m_rect.height() / 2.0) - anchor) * scale;
    return CropSquare(movedInside(centre, allowed, frame));
}

} // namespace likeness
