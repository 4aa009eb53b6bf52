// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/difference.h"

#include <algorithm>
#include <cstdlib>

namespace likeness {

namespace {

constexpr int visibleStep = 24; ///< of 255, in the colour that differs most

QImage squareOf(const QImage &image, int edge)
{
    const int side = std::min(image.width(), image.height());
    const QImage square = image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side);
    return square.scaled(edge, edge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_RGB32);
}

int stepBetween(QRgb a, QRgb b)
{
    return std::max(
        {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

} // namespace

PhotoDifference differenceOf(const QImage &a, const QImage &b)
{
    if (a.isNull() || b.isNull())
        return {};
    const int edge = std::max(std::min(a.width(), a.height()), std::min(b.width(), b.height()));
    const QImage first = squareOf(a, edge);
    const QImage second = squareOf(b, edge);
    PhotoDifference difference;
    difference.picture = QImage(edge, edge, QImage::Format_Grayscale8);
    qint64 visible = 0;
    for (int y = 0; y < edge; ++y) {
        const auto *left = reinterpret_cast<const QRgb *>(first.constScanLine(y));
        const auto *right = reinterpret_cast<const QRgb *>(second.constScanLine(y));
        uchar *out = difference.picture.scanLine(y);
        for (int x = 0; x < edge; ++x) {
            const int step = stepBetween(left[x], right[x]);
            visible += step > visibleStep ? 1 : 0;
            out[x] = static_cast<uchar>(step);
        }
    }
    difference.share = static_cast<double>(visible) / (static_cast<double>(edge) * edge);
    return difference;
}

} // namespace likeness
