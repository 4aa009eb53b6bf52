// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/alignment.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace likeness {
namespace {

constexpr int refinements = 8;
constexpr double settled = 0.002; ///< cells; a smaller step changes no verdict

// Crops up to 15 % at each edge
constexpr int cropSteps = 6;
constexpr double cropStep = 0.06;
constexpr int mostShiftOfCrop = 3; ///< cells of the coarse grid
constexpr std::size_t mostCrops = 3;

using Slopes = std::array<double, 3>; ///< to the right, down, outwards
using System = std::array<std::array<double, 4>, 3>;

/// The neighbours' weights of a cubic curve through them (Catmull and Rom 1974).
std::array<double, 4> cubicWeights(double t)
{
    return {((2.0 - t) * t - 1.0) * t / 2.0, ((3.0 * t - 5.0) * t * t + 2.0) / 2.0,
        ((4.0 - 3.0 * t) * t + 1.0) * t / 2.0, (t - 1.0) * t * t / 2.0};
}

/// A line of a's cells read at 32 other places.
struct CubicTaps
{
    std::array<std::array<double, 4>, LumaGrid::edge> weights {};
    std::array<std::array<int, 4>, LumaGrid::edge> cells {};
    std::array<bool, LumaGrid::edge> inside {};

    CubicTaps(double scale, double shift)
    {
        for (int to = 0; to < LumaGrid::edge; ++to) {
            const double from = scale * (to - LumaGrid::middle) + shift + LumaGrid::middle;
            const int before = static_cast<int>(std::floor(from));
            const auto place = static_cast<std::size_t>(to);
            weights[place] = cubicWeights(from - before);
            inside[place] = from >= -0.25 && from <= LumaGrid::edge - 0.75;
            for (int tap = 0; tap < 4; ++tap)
                cells[place][static_cast<std::size_t>(tap)]
                    = std::clamp(before - 1 + tap, 0, LumaGrid::edge - 1);
        }
    }
};

/// a as b would see it, so that both have the same cells; first along the lines, then along the columns.
LumaGrid asSeenBy(const LumaGrid &a, const CubicTaps &across, const CubicTaps &down)
{
    LumaGrid half;
    LumaGrid seen;
    for (int y = 0; y < LumaGrid::edge; ++y) {
        for (std::size_t x = 0; x < LumaGrid::edge; ++x) {
            double sum = 0.0;
            for (std::size_t tap = 0; tap < 4; ++tap)
                sum += across.weights[x][tap] * a.at(across.cells[x][tap], y);
            half.at(static_cast<int>(x), y) = sum;
        }
    }
    for (std::size_t y = 0; y < LumaGrid::edge; ++y) {
        for (int x = 0; x < LumaGrid::edge; ++x) {
            double sum = 0.0;
            for (std::size_t tap = 0; tap < 4; ++tap)
                sum += down.weights[y][tap] * half.at(x, down.cells[y][tap]);
            seen.at(x, static_cast<int>(y)) = sum;
        }
    }
    return seen;
}

/// Calls visit(value of a, value of b, slopes) for every inner cell of b that lies inside a.
template <class Visit>
void forSharedCells(const LumaGrid &a, const LumaGrid &b, const Alignment &alignment, Visit visit)
{
    const CubicTaps across(alignment.across(), alignment.x);
    const CubicTaps down(alignment.scale, alignment.y);
    const LumaGrid seen = asSeenBy(a, across, down);
    for (int y = 1; y < LumaGrid::edge - 1; ++y) {
        const auto line = static_cast<std::size_t>(y);
        if (!down.inside[line - 1] || !down.inside[line + 1])
            continue;
        for (int x = 1; x < LumaGrid::edge - 1; ++x) {
            const auto column = static_cast<std::size_t>(x);
            if (!across.inside[column - 1] || !across.inside[column + 1])
                continue;
            const double right
                = (seen.at(x + 1, y) - seen.at(x - 1, y) + b.at(x + 1, y) - b.at(x - 1, y)) / 4;
            const double below
                = (seen.at(x, y + 1) - seen.at(x, y - 1) + b.at(x, y + 1) - b.at(x, y - 1)) / 4;
            visit(seen.at(x, y), b.at(x, y),
                Slopes {right, below, right * (x - LumaGrid::middle) + below * (y - LumaGrid::middle)});
        }
    }
}

/// How much coarser a's cells are than b's where b is a part of a, as the variance of a blur: two box filters
/// differ by (1 / scale² - 1) / 12; half as much again for what reading between cells smoothes.
double coarserBy(double scale)
{
    return std::clamp((1.0 / (scale * scale) - 1.0) / 8.0, 0.0, 0.3);
}

/// Blurred by variances across and down.
LumaGrid softened(const LumaGrid &grid, double across, double down)
{
    constexpr int last = LumaGrid::edge - 1;
    LumaGrid half;
    LumaGrid whole;
    for (int y = 0; y <= last; ++y) {
        for (int x = 0; x <= last; ++x) {
            const double beside = grid.at(std::max(x - 1, 0), y) + grid.at(std::min(x + 1, last), y);
            half.at(x, y) = (1.0 - across) * grid.at(x, y) + across / 2 * beside;
        }
    }
    for (int y = 0; y <= last; ++y) {
        for (int x = 0; x <= last; ++x) {
            const double beside = half.at(x, std::max(y - 1, 0)) + half.at(x, std::min(y + 1, last));
            whole.at(x, y) = (1.0 - down) * half.at(x, y) + down / 2 * beside;
        }
    }
    return whole;
}

Slopes solved(System system)
{
    for (std::size_t pivot = 0; pivot < 3; ++pivot) {
        for (std::size_t row = 0; row < 3; ++row) {
            const double share = row == pivot ? 0.0 : system[row][pivot] / system[pivot][pivot];
            for (std::size_t column = pivot; column < 4; ++column)
                system[row][column] -= share * system[pivot][column];
        }
    }
    return {system[0][3] / system[0][0], system[1][3] / system[1][1], system[2][3] / system[2][2]};
}

/// The step that explains best how b differs from a as aligned. Least squares (Lucas and Kanade 1981);
/// a picture without detail has not moved.
Slopes nextStep(const LumaGrid &a, const LumaGrid &b, const Alignment &alignment)
{
    System system {};
    double cells = 1.0;
    forSharedCells(a, b, alignment, [&](double valueOfA, double valueOfB, const Slopes &slopes) {
        for (std::size_t row = 0; row < 3; ++row) {
            for (std::size_t column = 0; column < 3; ++column)
                system[row][column] += slopes[row] * slopes[column];
            system[row][3] += slopes[row] * (valueOfB - valueOfA);
        }
        cells += 1.0;
    });
    for (std::size_t row = 0; row < 3; ++row)
        system[row][row] += cells * (row == 2 ? 80.0 : 1.0); // JPEG noise alone is no movement
    return solved(system);
}

CoarseGrid halved(const LumaGrid &grid)
{
    CoarseGrid half;
    for (int y = 0; y < CoarseGrid::edge; ++y) {
        for (int x = 0; x < CoarseGrid::edge; ++x) {
            half.at(x, y) = (grid.at(2 * x, 2 * y) + grid.at(2 * x + 1, 2 * y) + grid.at(2 * x, 2 * y + 1)
                                + grid.at(2 * x + 1, 2 * y + 1))
                / 4;
        }
    }
    return half;
}

/// A line of a's coarse cells read at 16 other places, between the two around.
struct CoarseTaps
{
    std::array<int, CoarseGrid::edge> before {};
    std::array<double, CoarseGrid::edge> share {}; ///< of the cell after
    std::array<bool, CoarseGrid::edge> inside {};

    CoarseTaps(double scale, double shift)
    {
        constexpr double last = CoarseGrid::edge - 1.0;
        for (int to = 0; to < CoarseGrid::edge; ++to) {
            const double from = scale * (to - CoarseGrid::middle) + shift + CoarseGrid::middle;
            const auto place = static_cast<std::size_t>(to);
            inside[place] = from >= -0.5 && from <= last + 0.5;
            const double nearest = std::clamp(from, 0.0, last);
            before[place] = std::min(static_cast<int>(nearest), CoarseGrid::edge - 2);
            share[place] = nearest - before[place];
        }
    }
    double cells() const { return static_cast<double>(std::ranges::count(inside, true)); }
};

/// Mean squared difference where they overlap; infinite as soon as it is known to be over `limit`.
double coarseDifference(
    const CoarseGrid &a, const CoarseGrid &b, const CoarseTaps &across, const CoarseTaps &down, double limit)
{
    const double cells = std::max(across.cells() * down.cells(), 1.0);
    double squares = 0.0;
    for (std::size_t y = 0; y < CoarseGrid::edge; ++y) {
        if (!down.inside[y])
            continue;
        const int line = down.before[y];
        for (std::size_t x = 0; x < CoarseGrid::edge; ++x) {
            if (!across.inside[x])
                continue;
            const int column = across.before[x];
            const double above
                = a.at(column, line) + across.share[x] * (a.at(column + 1, line) - a.at(column, line));
            const double below = a.at(column, line + 1)
                + across.share[x] * (a.at(column + 1, line + 1) - a.at(column, line + 1));
            const double difference
                = above + down.share[y] * (below - above) - b.at(static_cast<int>(x), static_cast<int>(y));
            squares += difference * difference;
        }
        if (squares > limit * cells)
            return std::numeric_limits<double>::infinity();
    }
    return squares / cells;
}

/// The few best of many.
class BestAlignments
{
public:
    double limit() const { return m_best.back().first; }
    void add(double difference, const Alignment &alignment)
    {
        if (difference >= limit())
            return;
        m_best.back() = {difference, alignment};
        std::ranges::sort(m_best, {}, &Scored::first);
    }
    std::vector<Alignment> alignments() const
    {
        std::vector<Alignment> all;
        for (const Scored &each : m_best)
            all.push_back(each.second);
        return all;
    }

private:
    using Scored = std::pair<double, Alignment>;
    static constexpr Scored none {std::numeric_limits<double>::infinity(), {}};
    std::array<Scored, mostCrops> m_best {none, none, none};
};

} // namespace

template <int Edge>
double CellGrid<Edge>::between(double x, double y) const
{
    const double insideX = std::clamp(x, 0.0, Edge - 1.0);
    const double insideY = std::clamp(y, 0.0, Edge - 1.0);
    const int left = std::min(static_cast<int>(insideX), Edge - 2);
    const int top = std::min(static_cast<int>(insideY), Edge - 2);
    const double toRight = insideX - left;
    const double toBottom = insideY - top;
    return (at(left, top) * (1 - toRight) + at(left + 1, top) * toRight) * (1 - toBottom)
        + (at(left, top + 1) * (1 - toRight) + at(left + 1, top + 1) * toRight) * toBottom;
}

template class CellGrid<32>;
template class CellGrid<16>;
template class CellGrid<8>;

Alignment refined(const LumaGrid &a, const LumaGrid &b, const Alignment &start)
{
    Alignment alignment = start;
    for (int round = 0; round < refinements; ++round) {
        const Slopes step = nextStep(a, b, alignment);
        // The slopes are per cell of b; a cell of b is `scale` cells of a
        alignment.x += alignment.across() * std::clamp(step[0], -1.0, 1.0);
        alignment.y += alignment.scale * std::clamp(step[1], -1.0, 1.0);
        alignment.scale *= 1.0 + std::clamp(step[2], -0.05, 0.05);
        if (std::abs(step[0]) + std::abs(step[1]) + LumaGrid::middle * std::abs(step[2]) < settled)
            break;
    }
    return alignment;
}

Agreement agreement(const LumaGrid &a, const LumaGrid &b, const Alignment &alignment)
{
    const LumaGrid asCoarse = softened(b, coarserBy(alignment.across()), coarserBy(alignment.scale));
    Agreement result;
    forSharedCells(a, asCoarse, alignment, [&](double valueOfA, double valueOfB, const Slopes &slopes) {
        result.cells += 1.0;
        result.left += (valueOfB - valueOfA) * (valueOfB - valueOfA);
        result.detail += slopes[0] * slopes[0] + slopes[1] * slopes[1];
    });
    return result;
}

std::vector<Alignment> likelyCrops(const LumaGrid &a, const LumaGrid &b, double stretch)
{
    const CoarseGrid coarseA = halved(a);
    const CoarseGrid coarseB = halved(b);
    BestAlignments best;
    for (int step = 0; step < cropSteps; ++step) {
        // in the way in which b shows the greater share of a
        const double largest = 1.0 - step * cropStep;
        const double scale = largest / std::max(stretch, 1.0);
        for (int y = -mostShiftOfCrop; y <= mostShiftOfCrop; ++y) {
            const CoarseTaps down(scale, y);
            for (int x = -mostShiftOfCrop; x <= mostShiftOfCrop; ++x) {
                const CoarseTaps across(scale * stretch, x);
                const double difference = coarseDifference(coarseA, coarseB, across, down, best.limit());
                best.add(difference, {2.0 * x, 2.0 * y, scale, stretch});
            }
        }
    }
    return best.alignments();
}

} // namespace likeness
