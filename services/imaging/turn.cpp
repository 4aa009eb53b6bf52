// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/turn.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace likeness {

namespace {

/// Rows of pixels of `Bytes` bytes each.
template <std::size_t Bytes, class Memory>
struct PixelRows
{
    Memory *base;
    std::size_t rowBytes;
    int width;
    int height;

    Memory *at(int x, int y) const
    {
        return base + rowBytes * static_cast<std::size_t>(y) + Bytes * static_cast<std::size_t>(x);
    }
};

template <std::size_t Bytes>
using PixelsIn = PixelRows<Bytes, const uchar>;
template <std::size_t Bytes>
using PixelsOut = PixelRows<Bytes, uchar>;

/// The pixels of `part` of the source; `Tile` > 0 when it is that wide and high, which the compiler unrolls.
template <std::size_t Bytes, int Tile>
void transposeTile(
    const PixelsIn<Bytes> &from, QRect part, bool flipX, bool flipY, const PixelsOut<Bytes> &to)
{
    const int width = Tile ? Tile : part.width();
    const int height = Tile ? Tile : part.height();
    const int firstColumn = flipX ? from.height - 1 - part.top() : part.top();
    const std::ptrdiff_t step = flipX ? -std::ptrdiff_t(Bytes) : std::ptrdiff_t(Bytes);
    for (int x = part.left(); x < part.left() + width; ++x) {
        uchar *out = to.at(firstColumn, flipY ? from.width - 1 - x : x);
        const uchar *in = from.at(x, part.top());
        for (int y = 0; y < height; ++y) {
            std::memcpy(out, in, Bytes);
            out += step;
            in += from.rowBytes;
        }
    }
}

/// In tiles, so that cache lines are read and written as a whole.
template <std::size_t Bytes>
void transposePixels(const PixelsIn<Bytes> &from, bool flipX, bool flipY, const PixelsOut<Bytes> &to)
{
    constexpr int tile = 64 / Bytes;
    const QRect whole(0, 0, from.width, from.height);
    for (int top = 0; top < from.height; top += tile) {
        for (int left = 0; left < from.width; left += tile) {
            const QRect part(left, top, tile, tile);
            if (whole.contains(part))
                transposeTile<Bytes, tile>(from, part, flipX, flipY, to);
            else
                transposeTile<Bytes, 0>(from, part & whole, flipX, flipY, to);
        }
    }
}

template <std::size_t Bytes>
void flipPixels(const PixelsIn<Bytes> &from, bool flipX, bool flipY, const PixelsOut<Bytes> &to)
{
    for (int y = 0; y < from.height; ++y) {
        const int row = flipY ? from.height - 1 - y : y;
        if (!flipX) {
            std::memcpy(to.at(0, row), from.at(0, y), Bytes * static_cast<std::size_t>(from.width));
            continue;
        }
        for (int x = 0; x < from.width; ++x)
            std::memcpy(to.at(from.width - 1 - x, row), from.at(x, y), Bytes);
    }
}

template <std::size_t Bytes>
void turnPixels(const PixelsIn<Bytes> &from, Turn turn, const PixelsOut<Bytes> &to)
{
    const bool flipX = turn.xFromX + turn.xFromY < 0;
    const bool flipY = turn.yFromX + turn.yFromY < 0;
    if (turn.transposes())
        transposePixels<Bytes>(from, flipX, flipY, to);
    else
        flipPixels<Bytes>(from, flipX, flipY, to);
}

template <std::size_t Bytes>
PixelsIn<Bytes> pixelsOf(const SamplePlane &plane)
{
    const auto *base = reinterpret_cast<const uchar *>(plane.row(0));
    return {base, plane.rowBytes(), plane.width(), plane.height()};
}

} // namespace

Turn Turn::ofOrientation(int orientation)
{
    static constexpr std::array<Turn, 8> turns {{
        {1, 0, 0, 1},
        {-1, 0, 0, 1},
        {-1, 0, 0, -1},
        {1, 0, 0, -1},
        {0, 1, 1, 0},
        {0, -1, 1, 0},
        {0, -1, -1, 0},
        {0, 1, -1, 0},
    }};
    return turns[static_cast<std::size_t>(std::clamp(orientation, 1, 8) - 1)];
}

Turn Turn::after(const Turn &first) const
{
    return {xFromX * first.xFromX + xFromY * first.yFromX, xFromX * first.xFromY + xFromY * first.yFromY,
        yFromX * first.xFromX + yFromY * first.yFromX, yFromX * first.xFromY + yFromY * first.yFromY};
}

QPointF Turn::map(QPointF p) const
{
    return {xFromX * p.x() + xFromY * p.y(), yFromX * p.x() + yFromY * p.y()};
}

void turnPlane(const SamplePlane &from, Turn turn, SamplePlane &to)
{
    constexpr std::size_t bytes = samplesPerPixel * sizeof(qint16);
    if (turn.transposes())
        to.reshape(from.height(), from.width());
    else
        to.reshape(from.width(), from.height());
    auto *base = reinterpret_cast<uchar *>(to.row(0));
    turnPixels<bytes>(pixelsOf<bytes>(from), turn, {base, to.rowBytes(), to.width(), to.height()});
}

QImage turnedImage(const QImage &rgbx, Turn turn)
{
    if (turn == Turn())
        return rgbx;
    constexpr std::size_t bytes = samplesPerPixel;
    QImage result(turn.transposes() ? rgbx.size().transposed() : rgbx.size(), rgbx.format());
    const auto stride = [](const QImage &image) { return static_cast<std::size_t>(image.bytesPerLine()); };
    turnPixels<bytes>({rgbx.constBits(), stride(rgbx), rgbx.width(), rgbx.height()}, turn,
        {result.bits(), stride(result), result.width(), result.height()});
    return result;
}

} // namespace likeness
