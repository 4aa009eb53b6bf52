// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/alignment.h"
#include "models/sync/fingerprint.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace likeness {
namespace {

// docs/decisions/007-likeness.md has what was measured on both sides of each.
constexpr double mostShift = 0.35; ///< cells: about 1 % of the edge
constexpr double mostZoom = 0.025;
constexpr double mostChroma = 10.0; ///< out of 255
constexpr double mostLuma = 2.5; ///< where a picture is flat …
constexpr double mostLumaPerDetail = 0.42; ///< … and in addition where it is not
constexpr double mostAspect = 0.04;
constexpr double mostOfCrop = 1.15; ///< a part is resampled once more, so it may be this much further away
constexpr double clearlySame = 0.25; ///< so close that the mirrored one need not be asked
constexpr double closer = 0.9; ///< a face may be nearly its own mirror image: the mirrored one must win
constexpr double hopeless = 7.0; ///< so far before anything is refined is no part (measured: at most 5.4)
constexpr double leastShared = 0.5; ///< of the smaller picture's cells, for a crop
constexpr double leastDetail = 4.0; ///< mean square of the slopes; a part of less resembles anything flat

/// A fingerprint as numbers to compute with.
struct Pane
{
    LumaGrid luma;
    ChromaGrid blue;
    ChromaGrid red;
};

Pane paneOf(const Fingerprint &print, bool mirrored)
{
    Pane pane;
    const auto column = [mirrored](int x, int edge) { return mirrored ? edge - 1 - x : x; };
    for (int y = 0; y < LumaGrid::edge; ++y) {
        for (int x = 0; x < LumaGrid::edge; ++x)
            pane.luma.at(x, y) = print.luma(column(x, LumaGrid::edge), y);
    }
    for (int y = 0; y < ChromaGrid::edge; ++y) {
        for (int x = 0; x < ChromaGrid::edge; ++x) {
            pane.blue.at(x, y) = print.blue(column(x, ChromaGrid::edge), y);
            pane.red.at(x, y) = print.red(column(x, ChromaGrid::edge), y);
        }
    }
    return pane;
}

double chromaDifference(const ChromaGrid &a, const ChromaGrid &b, const Alignment &alignment)
{
    constexpr double perCell = static_cast<double>(ChromaGrid::edge) / LumaGrid::edge;
    const auto isInside = [](double at) { return at >= -0.5 && at <= ChromaGrid::edge - 0.5; };
    double squares = 0.0;
    double cells = 0.0;
    for (int y = 0; y < ChromaGrid::edge; ++y) {
        const double line
            = alignment.scale * (y - ChromaGrid::middle) + alignment.y * perCell + ChromaGrid::middle;
        for (int x = 0; x < ChromaGrid::edge; ++x) {
            const double column
                = alignment.across() * (x - ChromaGrid::middle) + alignment.x * perCell + ChromaGrid::middle;
            if (!isInside(column) || !isInside(line))
                continue;
            const double difference = a.between(column, line) - b.at(x, y);
            squares += difference * difference;
            cells += 1.0;
        }
    }
    return std::sqrt(squares / std::max(cells, 1.0));
}

/// How far b is from a once aligned: 1 is as far as the same picture may be.
double distance(const Pane &a, const Pane &b, const Alignment &alignment, const Agreement &luma)
{
    const double allowed
        = luma.cells * mostLuma * mostLuma + luma.detail * mostLumaPerDetail * mostLumaPerDetail;
    const double chroma
        = std::max(chromaDifference(a.blue, b.blue, alignment), chromaDifference(a.red, b.red, alignment));
    return std::max(std::sqrt(luma.left / allowed), chroma / mostChroma);
}

/// How far b is from being a in place: 1 is as far as the same picture may be.
double distanceInPlace(const Pane &a, const Pane &b)
{
    const Alignment found = refined(a.luma, b.luma, {});
    const double moved
        = std::max(std::hypot(found.x, found.y) / mostShift, std::abs(found.scale - 1.0) / mostZoom);
    return std::max(moved, distance(a, b, found, agreement(a.luma, b.luma, found)));
}

/// How far b is from the part of a that it resembles most.
double distanceAsCrop(const Pane &a, const Pane &b, double stretch)
{
    constexpr double innerCells = (LumaGrid::edge - 2.0) * (LumaGrid::edge - 2.0);
    double least = std::numeric_limits<double>::infinity();
    for (const Alignment &likely : likelyCrops(a.luma, b.luma, stretch)) {
        if (distance(a, b, likely, agreement(a.luma, b.luma, likely)) > hopeless)
            continue;
        const Alignment found = refined(a.luma, b.luma, likely);
        const Agreement luma = agreement(a.luma, b.luma, found);
        if (luma.cells >= leastShared * innerCells && luma.detail >= leastDetail * luma.cells)
            least = std::min(least, distance(a, b, found, luma));
    }
    return least;
}

double scoreOf(double distance)
{
    return 1.0 / (1.0 + distance);
}

} // namespace

Comparison compared(const Fingerprint &a, const Fingerprint &b)
{
    if (a == b)
        return {Likeness::Same, 1.0};
    const Pane ours = paneOf(a, false);
    const Pane theirs = paneOf(b, false);
    const Pane mirrored = paneOf(b, true);
    const double stretch = b.aspect() / a.aspect();
    double direct = std::numeric_limits<double>::infinity();
    if (std::abs(stretch - 1.0) <= mostAspect) {
        direct = distanceInPlace(ours, theirs);
        const double turned = direct <= clearlySame ? direct : distanceInPlace(ours, mirrored);
        if (turned <= 1.0 && turned < closer * direct)
            return {Likeness::Mirrored, scoreOf(turned)};
        if (direct <= 1.0)
            return {Likeness::Same, scoreOf(direct)};
    }
    const double part
        = std::min(distanceAsCrop(ours, theirs, stretch), distanceAsCrop(theirs, ours, 1.0 / stretch));
    if (part <= mostOfCrop)
        return {Likeness::Cropped, scoreOf(part / mostOfCrop)};
    return {Likeness::Different, scoreOf(std::max(1.0, direct))};
}

} // namespace likeness
