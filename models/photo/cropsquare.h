// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPoint>
#include <QPointF>
#include <QRect>
#include <QSize>

namespace likeness {

/// The upright picture a crop lives in: its size after orientation, quarter turns and mirroring, and the
/// angle by which it is then straightened about its centre (degrees, positive = clockwise on screen). Crop
/// coordinates are pixels of this frame; with an angle, the picture is the rotated rectangle inside it.
struct PictureFrame
{
    QSize size;
    double degrees = 0.0;

    friend bool operator==(const PictureFrame &, const PictureFrame &) = default;
};

/// A square inside a picture; the only way to make one is to fit it, so it can never reach outside, also when
/// the picture is straightened. Whole pixels of the frame; at least minimumEdge, or the picture's short side
/// if smaller.
class CropSquare
{
public:
    static constexpr int minimumEdge = 16;

    /// The largest square about the centre.
    static CropSquare centredIn(const PictureFrame &frame);
    /// The nearest allowed square: made square about its centre, shrunk to what fits, then moved inside.
    static CropSquare fitted(const QRect &wanted, const PictureFrame &frame);
    /// The largest edge any square in this frame can have.
    static int largestEdge(const PictureFrame &frame);

    CropSquare movedBy(const QPoint &by, const PictureFrame &frame) const;
    /// A square of `edge` that keeps `anchor` (frame pixels) at the same relative place; the anchored point
    /// stays where it is as long as the picture's edge allows it.
    CropSquare resizedAbout(const QPointF &anchor, int edge, const PictureFrame &frame) const;

    QRect rect() const { return m_rect; }
    int edge() const { return m_rect.width(); }
    friend bool operator==(const CropSquare &, const CropSquare &) = default;

private:
    explicit CropSquare(const QRect &rect)
        : m_rect(rect)
    {
    }
    QRect m_rect;
};

} // namespace likeness
