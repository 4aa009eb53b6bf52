// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/sharpness.h"

namespace likeness {

namespace {
constexpr int measuredEdge = 240;
}

double sharpnessOf(const QImage &picture)
{
    if (picture.isNull())
        return 0.0;
    const QImage luma
        = picture.scaled(measuredEdge, measuredEdge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
              .convertToFormat(QImage::Format_Grayscale8);
    double sum = 0.0;
    double squares = 0.0;
    for (int y = 1; y < measuredEdge - 1; ++y) {
        const uchar *above = luma.constScanLine(y - 1);
        const uchar *row = luma.constScanLine(y);
        const uchar *below = luma.constScanLine(y + 1);
        for (int x = 1; x < measuredEdge - 1; ++x) {
            const double edge = above[x] + below[x] + row[x - 1] + row[x + 1] - 4.0 * row[x];
            sum += edge;
            squares += edge * edge;
        }
    }
    constexpr double count = double(measuredEdge - 2) * (measuredEdge - 2);
    const double mean = sum / count;
    return squares / count - mean * mean;
}

} // namespace likeness
