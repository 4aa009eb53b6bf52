// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/rowsource.h"

#include "services/imaging/samples.h"

#include <algorithm>
#include <cmath>

namespace likeness {

QRect wholePixels(const QRectF &needed, QSize size)
{
    const int left = std::clamp(static_cast<int>(std::floor(needed.left())), 0, size.width() - 1);
    const int top = std::clamp(static_cast<int>(std::floor(needed.top())), 0, size.height() - 1);
    const int right = std::clamp(static_cast<int>(std::ceil(needed.right())), left + 1, size.width());
    const int bottom = std::clamp(static_cast<int>(std::ceil(needed.bottom())), top + 1, size.height());
    return {left, top, right - left, bottom - top};
}

RasterRows::RasterRows(const QImage &raster, const QRectF &needed)
    : m_raster(raster)
{
    Q_ASSERT(raster.format() == QImage::Format_RGBX8888);
    setArea(wholePixels(needed, raster.size()), 1.0);
    m_next = area().top();
}

Result<const uchar *> RasterRows::nextRow()
{
    return m_raster.constScanLine(m_next++) + area().left() * samplesPerPixel;
}

} // namespace likeness
