// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QRectF>
#include <cmath>
#include <numbers>
#include <vector>

/// Three-lobed Lanczos in double precision, written down as its definition: slow and exact.
namespace reference {

inline double kernel(double x)
{
    x = std::abs(x);
    if (x < 1e-12)
        return 1.0;
    const double angle = std::numbers::pi * x;
    return x < 3.0 ? 3.0 * std::sin(angle) * std::sin(angle / 3.0) / (angle * angle) : 0.0;
}

struct Taps
{
    int first;
    std::vector<double> weights;
};

inline std::vector<Taps> taps(int available, double offset, double length, int outputs)
{
    std::vector<Taps> result;
    const double scale = length / outputs;
    const double stretch = std::max(1.0, scale);
    for (int i = 0; i < outputs; ++i) {
        const double centre = offset + (i + 0.5) * scale - 0.5;
        const int first = std::max(0, static_cast<int>(std::ceil(centre - 3 * stretch)));
        const int last = std::min(available - 1, static_cast<int>(std::floor(centre + 3 * stretch)));
        Taps tap {first, {}};
        double sum = 0.0;
        for (int k = first; k <= last; ++k) {
            tap.weights.push_back(kernel((k - centre) / stretch));
            sum += tap.weights.back();
        }
        for (double &weight : tap.weights)
            weight /= sum;
        result.push_back(tap);
    }
    return result;
}

inline double toLinear(double v)
{
    v /= 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}
inline double fromLinear(double v)
{
    v = std::max(v, 0.0);
    return 255.0 * (v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055);
}

/// The part of an RGBX8888 picture at `edge` x `edge`.
inline QImage resampled(const QImage &source, const QRectF &part, int edge, bool linearLight = false)
{
    const std::vector<Taps> columns = taps(source.width(), part.x(), part.width(), edge);
    const std::vector<Taps> rows = taps(source.height(), part.y(), part.height(), edge);
    std::array<double, 256> light;
    for (std::size_t v = 0; v < 256; ++v)
        light[v] = linearLight ? toLinear(static_cast<double>(v)) : static_cast<double>(v);
    const auto width = static_cast<std::size_t>(edge) * 3;
    std::vector<double> narrow(width * static_cast<std::size_t>(source.height()));
    for (int y = 0; y < source.height(); ++y) {
        const uchar *in = source.constScanLine(y);
        double *out = narrow.data() + width * static_cast<std::size_t>(y);
        for (const Taps &column : columns) {
            for (int c = 0; c < 3; ++c) {
                double sum = 0.0;
                int k = column.first;
                for (const double weight : column.weights)
                    sum += weight * light[in[4 * k++ + c]];
                *out++ = sum;
            }
        }
    }
    QImage result(edge, edge, QImage::Format_RGBX8888);
    for (int y = 0; y < edge; ++y) {
        const Taps &row = rows[static_cast<std::size_t>(y)];
        uchar *out = result.scanLine(y);
        for (std::size_t i = 0; i < width; ++i) {
            double sum = 0.0;
            auto k = static_cast<std::size_t>(row.first);
            for (const double weight : row.weights)
                sum += weight * narrow[width * k++ + i];
            const double value = linearLight ? fromLinear(sum) : sum;
            out[i / 3 * 4 + i % 3] = static_cast<uchar>(std::clamp(std::lround(value), 0L, 255L));
        }
    }
    return result;
}

} // namespace reference
