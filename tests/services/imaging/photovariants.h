// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBuffer>
#include <QImage>
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

/// What stores and clients make of a photo, by Qt and formulas, so that nothing of ours makes what is
/// expected.
namespace variants {

enum class Filter { Box, Bilinear, Bicubic };

inline double weightOf(Filter filter, double distance)
{
    const double d = std::abs(distance);
    switch (filter) {
    case Filter::Box:
        return d < 0.5 ? 1.0 : d > 0.5 ? 0.0 : 0.5;
    case Filter::Bilinear:
        return std::max(0.0, 1.0 - d);
    case Filter::Bicubic: // a = -0.5, as GDI+ and most others
        return d < 1.0 ? (1.5 * d - 2.5) * d * d + 1.0
            : d < 2.0  ? ((2.5 - 0.5 * d) * d - 4.0) * d + 2.0
                       : 0.0;
    }
    return 0.0;
}

struct Tap
{
    int first = 0;
    std::vector<double> weights;
};

inline std::vector<Tap> tapsOf(Filter filter, int from, int to)
{
    const double ratio = static_cast<double>(from) / to;
    const double wide = std::max(1.0, ratio);
    const double reach = (filter == Filter::Bicubic ? 2.0 : 1.0) * wide;
    std::vector<Tap> taps;
    for (int at = 0; at < to; ++at) {
        const double middle = (at + 0.5) * ratio - 0.5;
        const int first = std::max(0, static_cast<int>(std::ceil(middle - reach)));
        const int last = std::min(from - 1, static_cast<int>(std::floor(middle + reach)));
        Tap tap {first, {}};
        double sum = 0.0;
        for (int pixel = first; pixel <= last; ++pixel) {
            tap.weights.push_back(weightOf(filter, (pixel - middle) / wide));
            sum += tap.weights.back();
        }
        for (double &weight : tap.weights)
            weight /= sum;
        taps.push_back(tap);
    }
    return taps;
}

/// Lines of `picture` resampled and turned, so that twice is both directions.
inline QImage resampledAndTurned(const QImage &picture, int to, Filter filter)
{
    const std::vector<Tap> taps = tapsOf(filter, picture.width(), to);
    QImage turned(picture.height(), to, QImage::Format_RGBX8888);
    for (int x = 0; x < to; ++x) {
        const Tap &tap = taps[static_cast<std::size_t>(x)];
        uchar *pixel = turned.scanLine(x);
        for (int y = 0; y < picture.height(); ++y, pixel += 4) {
            const uchar *from = picture.constScanLine(y) + 4 * tap.first;
            std::array<double, 3> sums {};
            for (const double weight : tap.weights) {
                sums[0] += weight * from[0];
                sums[1] += weight * from[1];
                sums[2] += weight * from[2];
                from += 4;
            }
            for (std::size_t c = 0; c < 3; ++c)
                pixel[c] = static_cast<uchar>(std::clamp(std::lround(sums[c]), 0L, 255L));
            pixel[3] = 255;
        }
    }
    return turned;
}

inline QImage resampled(const QImage &picture, QSize to, Filter filter)
{
    const QImage rgbx = picture.convertToFormat(QImage::Format_RGBX8888);
    return resampledAndTurned(resampledAndTurned(rgbx, to.width(), filter), to.height(), filter);
}

inline QByteArray jpegBytes(const QImage &image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", quality);
    return bytes;
}

inline QImage sharpened(const QImage &image)
{
    QImage result = image.convertToFormat(QImage::Format_RGBX8888);
    const QImage source = result;
    const auto at = [&source](int x, int y) { return source.constScanLine(y) + 4 * x; };
    for (int y = 1; y + 1 < source.height(); ++y) {
        for (int x = 1; x + 1 < source.width(); ++x) {
            for (int c = 0; c < 3; ++c) {
                const int around = at(x - 1, y)[c] + at(x + 1, y)[c] + at(x, y - 1)[c] + at(x, y + 1)[c];
                result.scanLine(y)[4 * x + c]
                    = static_cast<uchar>(std::clamp(qRound(1.6 * at(x, y)[c] - 0.15 * around), 0, 255));
            }
        }
    }
    return result;
}

/// A part of a picture, by fractions cut off at each edge.
inline QImage part(const QImage &image, double left, double top, double right, double bottom)
{
    const int x = qRound(left * image.width());
    const int y = qRound(top * image.height());
    return image.copy(
        x, y, qRound((1.0 - right) * image.width()) - x, qRound((1.0 - bottom) * image.height()) - y);
}

} // namespace variants
