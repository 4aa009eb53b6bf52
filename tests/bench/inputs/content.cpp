// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/inputs/content.h"

#include <QDirIterator>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <vector>

namespace bench {
namespace {

/// Noise on a lattice, smoothly interpolated: value at any point, 0..1.
class Lattice
{
public:
    explicit Lattice(Numbers &numbers)
        : m_values(edge * edge)
    {
        std::generate(m_values.begin(), m_values.end(), [&] { return numbers.unit(); });
    }
    double at(double x, double y) const
    {
        const double fx = smooth(x - std::floor(x));
        const double fy = smooth(y - std::floor(y));
        const auto column = static_cast<std::size_t>(x);
        const auto row = static_cast<std::size_t>(y);
        const double top = value(column, row) * (1 - fx) + value(column + 1, row) * fx;
        const double bottom = value(column, row + 1) * (1 - fx) + value(column + 1, row + 1) * fx;
        return top * (1 - fy) + bottom * fy;
    }

private:
    static constexpr std::size_t edge = 128;
    static double smooth(double t) { return t * t * (3 - 2 * t); }
    double value(std::size_t column, std::size_t row) const
    {
        return m_values[(row % edge) * edge + column % edge];
    }
    std::vector<double> m_values;
};

uchar byteOf(double value)
{
    return static_cast<uchar>(std::clamp(value, 0.0, 255.0));
}

/// Hills and foliage of fractal noise under a sky: detail at every scale, as a photograph has.
void paintLandscape(QImage &image, Numbers &numbers)
{
    const Lattice lattice(numbers);
    for (int y = 0; y < image.height(); ++y) {
        uchar *pixel = image.scanLine(y);
        const double depth = static_cast<double>(y) / image.height();
        for (int x = 0; x < image.width(); ++x, pixel += 3) {
            double sum = 0;
            double size = 1.0 / 160;
            for (double weight = 0.5; weight > 0.01; weight /= 2, size *= 2)
                sum += weight * lattice.at(x * size, y * size);
            const double light = 60 + 190 * (sum - 0.5) * (0.4 + depth) + 110 * (1 - depth);
            pixel[0] = byteOf(light * (0.80 + 0.3 * depth));
            pixel[1] = byteOf(light * (0.95 + 0.1 * sum));
            pixel[2] = byteOf(light * (1.25 - 0.6 * depth));
        }
    }
}

/// Hard edges and flat colour in front: what people, signs and buildings add.
void paintObjects(QImage &image, Numbers &numbers)
{
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 90; ++i) {
        const QColor colour = QColor::fromHsvF(static_cast<float>(numbers.unit()),
            static_cast<float>(0.2 + 0.5 * numbers.unit()), static_cast<float>(0.2 + 0.7 * numbers.unit()));
        const QPointF centre(numbers.unit() * image.width(), numbers.unit() * image.height());
        const double radius = 4 + 70 * numbers.unit() * numbers.unit();
        painter.setPen(QPen(colour.darker(180), 1 + 3 * numbers.unit()));
        painter.setBrush(i % 3 == 0 ? QBrush(Qt::NoBrush) : QBrush(colour));
        if (i % 2 == 0)
            painter.drawEllipse(centre, radius, radius * (0.6 + numbers.unit()));
        else
            painter.drawLine(centre, centre + QPointF(radius * 4 * (numbers.unit() - 0.5), radius * 3));
    }
}

} // namespace

Content contentFor(const QString &folder, const QString &name, std::uint32_t seed)
{
    QDirIterator files(folder, {name}, QDir::Files, QDirIterator::Subdirectories);
    if (files.hasNext()) {
        const QImage photograph(files.next());
        if (!photograph.isNull())
            return {photograph.convertToFormat(QImage::Format_RGB888), true};
    }
    Numbers numbers(seed);
    QImage drawn(1920, 1440, QImage::Format_RGB888);
    paintLandscape(drawn, numbers);
    paintObjects(drawn, numbers);
    return {drawn, false};
}

} // namespace bench
