// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/previewproxy.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace likeness {

namespace {

constexpr int blendShift = 7;
constexpr int blendOne = 1 << blendShift;

/// Between which two stored pixels a shown one lies.
struct Blend
{
    int first;
    int second;
    int secondShare; ///< of blendOne
};

std::vector<Blend> blendsFor(int stored, int shown)
{
    std::vector<Blend> blends;
    for (int i = 0; i < shown; ++i) {
        const double position = std::clamp((i + 0.5) * stored / shown - 0.5, 0.0, stored - 1.0);
        const int first = static_cast<int>(position);
        blends.push_back({first, std::min(first + 1, stored - 1), static_cast<int>((position - first) * blendOne + 0.5)});
    }
    return blends;
}

/// One stored row at the shown width, in blendOne parts of a value.
void stretchRow(const uchar *stored, const std::vector<Blend> &columns, quint16 *out)
{
    for (const Blend &column : columns) {
        for (int channel = 0; channel < 4; ++channel) {
            const int first = stored[column.first * 4 + channel];
            const int second = stored[column.second * 4 + channel];
            *out++ = static_cast<quint16>((first << blendShift) + (second - first) * column.secondShare);
        }
    }
}

} // namespace

QImage asUpscaledByClient(const QImage &stored, int shownEdge)
{
    const QImage source = stored.convertToFormat(QImage::Format_RGBX8888);
    if (source.isNull() || shownEdge <= 0)
        return {};
    QImage shown(shownEdge, shownEdge, QImage::Format_RGBX8888);
    const std::vector<Blend> columns = blendsFor(source.width(), shownEdge);
    const std::vector<Blend> rows = blendsFor(source.height(), shownEdge);
    const std::size_t rowValues = static_cast<std::size_t>(shownEdge) * 4;
    std::vector<quint16> stretched(rowValues * static_cast<std::size_t>(source.height()));
    for (int y = 0; y < source.height(); ++y)
        stretchRow(source.constScanLine(y), columns, stretched.data() + rowValues * static_cast<std::size_t>(y));
    for (int y = 0; y < shownEdge; ++y) {
        const Blend row = rows[static_cast<std::size_t>(y)];
        const quint16 *first = stretched.data() + rowValues * static_cast<std::size_t>(row.first);
        const quint16 *second = stretched.data() + rowValues * static_cast<std::size_t>(row.second);
        uchar *out = shown.scanLine(y);
        for (std::size_t i = 0; i < rowValues; ++i) {
            const int sum = first[i] * (blendOne - row.secondShare) + second[i] * row.secondShare;
            out[i] = static_cast<uchar>((sum + (1 << (2 * blendShift - 1))) >> (2 * blendShift));
        }
    }
    return shown;
}

} // namespace likeness
