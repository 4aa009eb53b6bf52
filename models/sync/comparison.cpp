// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/alignment.h"
#include "models/sync/fingerprint.h"

#include <algorithm>
#include <cmath>

namespace likeness {
namespace {

// docs/decisions/007-likeness.md has what was measured on both sides of each.
constexpr double mostShift = 0.35; ///< cells: about 1 % of the edge
constexpr double mostZoom = 0.025;
constexpr double mostChroma = 10.0; ///< out of 255
constexpr double mostLuma = 2.5; ///< where a picture is flat …
constexpr double mostLumaPerDetail = 0.29; ///< … and in addition where it is not
constexpr double mostAspect = 0.04;
constexpr double leastShared = 0.5; ///< of the smaller picture's cells, for a crop

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
    double squares = 0.0;
    double cells = 0.0;
    const auto place = [&](int cell, double shift) {
        return alignment.scale * (cell - ChromaGrid::middle) + shift * perCell + ChromaGrid::middle;
    };
    const auto isInside = [](double at) { return at >= -0.5 && at <= ChromaGrid::edge - 0.5; };
    for (int y = 0; y < ChromaGrid::edge; ++y) {
        for (int x = 0; x < ChromaGrid::edge; ++x) {
            const double column = place(x, alignment.x);
            const double line = place(y, alignment.y);
            if (!isInside(column) || !isInside(line))
                continue;
            squares += std::pow(a.between(column, line) - b.at(x, y), 2);
            cells += 1.0;
        }
    }
    return std::sqrt(squares / std::max(cells, 1.0));
}

/// How far b is from a once aligned: 1 is as far as the same picture may be.
double distance(const Pane &a, const Pane &b, const Alignment &alignment)
{
    const Agreement luma = agreement(a.luma, b.luma, alignment);
    constexpr double innerCells = (LumaGrid::edge - 2.0) * (LumaGrid::edge - 2.0);
    if (luma.cells < leastShared * innerCells)
        return std::numeric_limits<double>::infinity();
    const double allowed
        = luma.cells * mostLuma * mostLuma + luma.detail * mostLumaPerDetail * mostLumaPerDetail;
    const double chroma
        = std::max(chromaDifference(a.blue, b.blue, alignment), chromaDifference(a.red, b.red, alignment));
    return std::max(std::sqrt(luma.left / allowed), chroma / mostChroma);
}

double movement(const Alignment &alignment)
{
    return std::max(
        std::hypot(alignment.x, alignment.y) / mostShift, std::abs(alignment.scale - 1) / mostZoom);
}

} // namespace

Comparison compared(const Fingerprint &a, const Fingerprint &b)
{
    if (a == b)
        return {Likeness::Same, 1.0};
    Q_UNUSED(mostAspect)
    Q_UNUSED(movement)
    Q_UNUSED(distance)
    Q_UNUSED(paneOf)
    return {};
}

} // namespace likeness
