// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/jpegwriter.h"
#include "services/imaging/picture.h"

#include <QColor>
#include <QImage>
#include <cmath>
#include <functional>
#include <random>

/// Pictures made from formulas, so that every test knows the right answer without asking the code under test.
namespace generated {

using namespace likeness;

/// Red, green, blue in 0..255 at a place in 0..1 x 0..1.
using Pattern = std::function<std::array<double, 3>(double x, double y)>;

/// Slow waves, different in each channel and direction: any correct resampling gives the formula's own
/// values.
inline std::array<double, 3> waves(double x, double y)
{
    return {128 + 90 * std::sin(7 * x + 2 * y), 120 + 90 * std::sin(5 * y - 3 * x + 1),
        110 + 60 * std::cos(4 * x) + 40 * std::sin(9 * y)};
}

inline QImage rasterOf(QSize size, const Pattern &pattern)
{
    QImage image(size, QImage::Format_RGBX8888);
    for (int y = 0; y < size.height(); ++y) {
        uchar *row = image.scanLine(y);
        for (int x = 0; x < size.width(); ++x) {
            const std::array<double, 3> value = pattern((x + 0.5) / size.width(), (y + 0.5) / size.height());
            for (std::size_t c = 0; c < 3; ++c)
                row[4 * x + static_cast<int>(c)]
                    = static_cast<uchar>(std::clamp(std::lround(value[c]), 0L, 255L));
            row[4 * x + 3] = 255;
        }
    }
    return image;
}

/// Edges, fine texture, gradients and grain, about as busy as a photo.
inline QImage busyRaster(QSize size)
{
    std::mt19937 random(7);
    std::normal_distribution<double> grain(0.0, 3.0);
    const int width = size.width();
    return rasterOf(size, [&](double x, double y) -> std::array<double, 3> {
        const double px = x * width;
        const double py = y * width;
        double value = 120 + 60 * std::sin(9 * x + 4 * std::sin(6 * y)) + 25 * std::sin(px / 2.7 + py / 9.1)
            + 18 * std::sin(px / 31 - py / 4.3) + grain(random);
        const double dx = x - 0.5;
        const double dy = y - 0.45;
        if (dx * dx + dy * dy * 0.8 < 0.06)
            value = 205 + 20 * std::sin(px / 5.3) * std::sin(py / 4.1) + grain(random);
        if (std::fmod(px + 0.35 * py, 211.0) < 9.0)
            value -= 70;
        return {value + 12, value, value * 0.85 + 20 * std::sin(5 * y)};
    });
}

inline QByteArray segment(int marker, const QByteArray &payload)
{
    const auto length = static_cast<int>(payload.size()) + 2;
    QByteArray bytes;
    for (const int byte : {0xFF, marker, length >> 8, length & 0xFF})
        bytes += static_cast<char>(byte);
    return bytes + payload;
}

inline QByteArray jpegOf(
    const QImage &rgbx, JpegCoding coding = JpegCoding::Baseline, bool fullChroma = true, int quality = 98)
{
    JpegWriter writer;
    const Result<QByteArray> file = writer.encoded(rgbx, quality, {fullChroma, coding});
    return file ? *file : QByteArray();
}

/// The file with its profile in it, as openPicture() hands it over.
inline Picture streamed(const QByteArray &jpeg, QSize stored, int orientation = 1, const QByteArray &icc = {})
{
    Picture picture;
    picture.file = jpeg;
    picture.storedSize = stored;
    picture.orientation = orientation;
    picture.iccProfile = icc;
    return picture;
}

inline Picture decoded(const QImage &rgbx, int orientation = 1)
{
    Picture picture;
    picture.format = PictureFormat::Png;
    picture.storedSize = rgbx.size();
    picture.orientation = orientation;
    picture.raster = rgbx;
    return picture;
}

/// Colours of two pictures compared; `border` pixels at the edge are left out.
inline double psnr(const QImage &a, const QImage &b, int border = 0)
{
    if (a.size() != b.size())
        return 0.0;
    double sum = 0.0;
    double count = 0.0;
    for (int y = border; y < a.height() - border; ++y) {
        for (int x = border; x < a.width() - border; ++x) {
            for (int c = 0; c < 3; ++c) {
                const double difference = a.constScanLine(y)[4 * x + c] - b.constScanLine(y)[4 * x + c];
                sum += difference * difference;
                count += 1.0;
            }
        }
    }
    return sum == 0.0 ? 99.0 : 10.0 * std::log10(255.0 * 255.0 * count / sum);
}

} // namespace generated
