// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/legibility.h"

#include <array>

namespace likeness {

namespace {

constexpr int leastFacePixels = 18; ///< below this, eyes and mouth share a handful of pixels
constexpr int leastContrast = 70;
constexpr int darkMedian = 45;
constexpr int brightMedian = 225;

using LumaCounts = std::array<int, 256>;

LumaCounts lumaInsideCircle(const QImage &image)
{
    LumaCounts counts {};
    const double radius = image.width() / 2.0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const double dx = x + 0.5 - radius;
            const double dy = y + 0.5 - image.height() / 2.0;
            if (dx * dx + dy * dy <= radius * radius)
                ++counts[static_cast<size_t>(qGray(image.pixel(x, y)))];
        }
    }
    return counts;
}

int percentile(const LumaCounts &counts, int percent)
{
    qint64 total = 0;
    for (const int count : counts)
        total += count;
    qint64 seen = 0;
    for (size_t value = 0; value < counts.size(); ++value) {
        seen += counts[value];
        if (seen * 100 >= total * percent)
            return static_cast<int>(value);
    }
    return 255;
}

} // namespace

Legibility legibilityOf(const QImage &smallest, double faceShare)
{
    Legibility result;
    if (smallest.isNull())
        return result;
    const LumaCounts counts = lumaInsideCircle(smallest);
    result.contrast = percentile(counts, 95) - percentile(counts, 5);
    result.facePixels = qRound(faceShare * smallest.height());
    const int median = percentile(counts, 50);
    using Verdict = Legibility::Verdict;
    if (result.facePixels > 0 && result.facePixels < leastFacePixels)
        result.verdict = Verdict::FaceSmall;
    else if (result.contrast < leastContrast)
        result.verdict = median < darkMedian ? Verdict::Dark
            : median > brightMedian          ? Verdict::Bright
                                             : Verdict::LowContrast;
    return result;
}

} // namespace likeness
