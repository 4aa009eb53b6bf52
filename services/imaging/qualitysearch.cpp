// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/qualitysearch.h"

#include <algorithm>
#include <cmath>

namespace likeness {

namespace {

constexpr double wellUsed = 0.93;
constexpr double aim = -0.03; ///< logarithm: a little below the budget, so that the next try fits
constexpr double typicalSlope = -0.72;
constexpr double scaleOffset = 6.0;

/// libjpeg's percentage for a quality, as a logarithm that file size is nearly straight over.
double logScale(int quality)
{
    const double percent = quality < 50 ? 5000.0 / quality : 200.0 - 2.0 * quality;
    return std::log(percent + scaleOffset);
}

int qualityAt(double logScale)
{
    const double percent = std::exp(logScale) - scaleOffset;
    const double quality = percent >= 100.0 ? 5000.0 / percent : (200.0 - percent) / 2.0;
    return static_cast<int>(std::floor(std::clamp(quality, 1.0, 100.0)));
}

struct Tried
{
    int quality;
    double excess; ///< logarithm of size over budget
};

/// The next quality to try, by what is known on one or both sides of the answer.
int nextQuality(const std::optional<Tried> &fits, const std::optional<Tried> &exceeds)
{
    double slope = typicalSlope;
    if (fits && exceeds)
        slope = (exceeds->excess - fits->excess) / (logScale(exceeds->quality) - logScale(fits->quality));
    const bool fromFits
        = fits && (!exceeds || std::abs(fits->excess - aim) <= std::abs(exceeds->excess - aim));
    const Tried &from = fromFits ? *fits : *exceeds;
    return qualityAt(logScale(from.quality) + (aim - from.excess) / slope);
}

} // namespace

QualityFound searchedQuality(
    const std::function<qint64(int quality)> &sizeAt, qint64 budget, const QualityRange &range)
{
    Q_ASSERT(budget > 0 && range.lowest <= range.best);
    std::optional<Tried> fits;
    std::optional<Tried> exceeds;
    QualityFound found;
    int quality = std::clamp(range.start, range.lowest, range.best);
    for (;;) {
        const qint64 size = std::max<qint64>(sizeAt(quality), 1);
        ++found.tries;
        const Tried tried {quality, std::log(static_cast<double>(size) / static_cast<double>(budget))};
        if (size <= budget) {
            fits = tried;
            found.quality = quality;
            if (static_cast<double>(size) >= wellUsed * static_cast<double>(budget))
                return found;
        } else {
            exceeds = tried;
        }
        // what is still open lies strictly between the two
        const int low = fits ? fits->quality + 1 : range.lowest;
        const int high = exceeds ? exceeds->quality - 1 : range.best;
        if (low > high)
            return found;
        quality = std::clamp(nextQuality(fits, exceeds), low, high);
    }
}

} // namespace likeness
