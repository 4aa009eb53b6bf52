// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QImage>
#include <QRect>
#include <QRectF>

namespace likeness {

/// The part of a picture the renderer asked for, row by row from top to bottom, RGBX. The picture may come
/// reduced: area() is in pixels of the reduced picture, whose pixels lie `scale` to one of the stored.
class RowSource
{
public:
    virtual ~RowSource() = default;
    Q_DISABLE_COPY_MOVE(RowSource)

    /// The next row of area(), valid until the next call. Errors: PictureBroken, PictureTooLarge,
    /// PictureTooSlow, Cancelled.
    virtual Result<const uchar *> nextRow() = 0;

    QRect area() const { return m_area; }
    double scale() const { return m_scale; }

protected:
    RowSource() = default;
    void setArea(const QRect &area, double scale)
    {
        m_area = area;
        m_scale = scale;
    }

private:
    QRect m_area;
    double m_scale = 1.0;
};

/// The pixels that `needed` touches, inside a picture of `size`; never empty.
QRect wholePixels(const QRectF &needed, QSize size);

/// Rows of a decoded picture, as they are.
class RasterRows final : public RowSource
{
public:
    RasterRows(const QImage &raster, const QRectF &needed);
    Result<const uchar *> nextRow() override;

private:
    QImage m_raster;
    int m_next = 0;
};

} // namespace likeness
