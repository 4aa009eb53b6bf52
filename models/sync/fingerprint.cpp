// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/fingerprint.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace likeness {
namespace {

constexpr int gridEdge = Fingerprint::lumaEdge;
constexpr int chromaStep = gridEdge / Fingerprint::chromaEdge;
constexpr double aspectUnit = 8192.0;

// Kind and version, shape, luma, blue, red
constexpr char mark[] = {'L', 1};
constexpr int aspectAt = 2;
constexpr int lumaAt = 4;
constexpr int blueAt = lumaAt + gridEdge * gridEdge;
constexpr int redAt = blueAt + Fingerprint::chromaEdge * Fingerprint::chromaEdge;
constexpr int allBytes = redAt + Fingerprint::chromaEdge * Fingerprint::chromaEdge;

/// Sums over the pixels of a cell, each weighted by how much of it lies in the cell. Whole numbers: no
/// rounding before the end, so no machine rounds another way.
using CellSums = std::array<std::array<qint64, 3>, static_cast<std::size_t>(gridEdge) * gridEdge>;

/// Calls take(pixel, share) for each of the `pixels` of a line that lie in a cell; the shares of a cell sum
/// up to `pixels`.
template <class Take>
void forPixelsOf(int cell, int pixels, Take take)
{
    const int from = cell * pixels;
    const int to = from + pixels;
    for (int pixel = from / gridEdge; pixel * gridEdge < to; ++pixel)
        take(pixel, std::min(to, (pixel + 1) * gridEdge) - std::max(from, pixel * gridEdge));
}

/// In 16 bits, which hold every share of a byte: compilers do eight at once so.
void addShare(const uchar *row, int share, std::vector<int> &columns)
{
    static_assert(gridEdge * 255 <= 65535);
    const auto weight = static_cast<quint16>(share);
    for (std::size_t at = 0; at < columns.size(); ++at)
        columns[at] += static_cast<quint16>(weight * row[at]);
}

CellSums sumsOf(const QImage &rgbx)
{
    CellSums sums {};
    std::vector<int> columns(static_cast<std::size_t>(rgbx.width()) * 4);
    for (int line = 0; line < gridEdge; ++line) {
        std::fill(columns.begin(), columns.end(), 0);
        forPixelsOf(
            line, rgbx.height(), [&](int y, int share) { addShare(rgbx.constScanLine(y), share, columns); });
        for (int cell = 0; cell < gridEdge; ++cell) {
            std::array<qint64, 3> sum {};
            forPixelsOf(cell, rgbx.width(), [&](int x, int share) {
                const int *pixel = columns.data() + qsizetype(x) * 4;
                for (std::size_t channel = 0; channel < 3; ++channel)
                    sum[channel] += qint64(share) * pixel[channel];
            });
            sums[static_cast<std::size_t>(line * gridEdge + cell)] = sum;
        }
    }
    return sums;
}

qint64 lumaOf(const std::array<qint64, 3> &rgb)
{
    return 299 * rgb[0] + 587 * rgb[1] + 114 * rgb[2];
}

qint64 roundedQuotient(qint64 number, qint64 by)
{
    return (number >= 0 ? number + by / 2 : number - by / 2) / by;
}

/// The mean of a colour's distance from luma over the cells that make one cell of colour, scaled to a byte.
char chromaByte(const CellSums &sums, int x, int y, std::size_t channel, qint64 scale, qint64 pixels)
{
    qint64 distance = 0;
    for (int line = y * chromaStep; line < (y + 1) * chromaStep; ++line) {
        for (int column = x * chromaStep; column < (x + 1) * chromaStep; ++column) {
            const auto &rgb = sums[static_cast<std::size_t>(line * gridEdge + column)];
            distance += 1000 * rgb[channel] - lumaOf(rgb);
        }
    }
    const qint64 mean = roundedQuotient(distance / 1000 * scale, 1000 * pixels * chromaStep * chromaStep);
    return static_cast<char>(std::clamp<qint64>(mean + 128, 0, 255));
}

} // namespace

Fingerprint Fingerprint::of(const QImage &picture)
{
    Q_ASSERT(!picture.isNull());
    const QImage rgbx = picture.convertToFormat(QImage::Format_RGBX8888);
    const CellSums sums = sumsOf(rgbx);
    const qint64 pixels = qint64(rgbx.width()) * rgbx.height();

    QByteArray bytes(allBytes, '\0');
    std::copy(std::begin(mark), std::end(mark), bytes.begin());
    const double aspect = std::round(aspectUnit * rgbx.width() / rgbx.height());
    qToBigEndian(static_cast<quint16>(std::clamp(aspect, 1.0, 65535.0)), bytes.data() + aspectAt);
    for (int cell = 0; cell < gridEdge * gridEdge; ++cell) {
        const qint64 luma = lumaOf(sums[static_cast<std::size_t>(cell)]);
        bytes[lumaAt + cell] = static_cast<char>(roundedQuotient(luma, 1000 * pixels));
    }
    for (int y = 0; y < chromaEdge; ++y) {
        for (int x = 0; x < chromaEdge; ++x) {
            bytes[blueAt + y * chromaEdge + x] = chromaByte(sums, x, y, 2, 564, pixels);
            bytes[redAt + y * chromaEdge + x] = chromaByte(sums, x, y, 0, 713, pixels);
        }
    }
    return Fingerprint(bytes);
}

std::optional<Fingerprint> Fingerprint::fromBytes(const QByteArray &bytes)
{
    const bool isOurs
        = bytes.size() == allBytes && std::equal(std::begin(mark), std::end(mark), bytes.begin());
    if (!isOurs || qFromBigEndian<quint16>(bytes.constData() + aspectAt) == 0)
        return {};
    return Fingerprint(bytes);
}

double Fingerprint::aspect() const
{
    return qFromBigEndian<quint16>(m_bytes.constData() + aspectAt) / aspectUnit;
}

int Fingerprint::byteAt(int place) const
{
    return static_cast<uchar>(m_bytes[place]);
}

int Fingerprint::luma(int x, int y) const
{
    return byteAt(lumaAt + y * lumaEdge + x);
}

int Fingerprint::blue(int x, int y) const
{
    return byteAt(blueAt + y * chromaEdge + x) - 128;
}

int Fingerprint::red(int x, int y) const
{
    return byteAt(redAt + y * chromaEdge + x) - 128;
}

} // namespace likeness
