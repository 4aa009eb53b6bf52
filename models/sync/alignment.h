// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

namespace likeness {

/// Square grid of numbers: luma, or one colour, of a picture.
template <int Edge>
class CellGrid
{
public:
    static constexpr int edge = Edge;
    static constexpr double middle = (Edge - 1) / 2.0;

    double &at(int x, int y) { return m_cells[static_cast<std::size_t>(y * Edge + x)]; }
    double at(int x, int y) const { return m_cells[static_cast<std::size_t>(y * Edge + x)]; }

    /// Between the cells, by the four around; outside, the nearest.
    double between(double x, double y) const;

private:
    std::array<double, static_cast<std::size_t>(Edge) * Edge> m_cells {};
};

using LumaGrid = CellGrid<32>;
using CoarseGrid = CellGrid<16>;
using ChromaGrid = CellGrid<8>;

/// Where in picture a the content of picture b lies: place p of b, counted from the middle in cells of the
/// luma grid, is a's scale * p + (x, y). Where the pictures have different shapes, `stretch` is how much more
/// that is across than down.
struct Alignment
{
    double x = 0.0;
    double y = 0.0;
    double scale = 1.0; ///< down
    double stretch = 1.0;

    double across() const { return scale * stretch; }
};

/// How well two grids agree under an alignment, over the cells that both have.
struct Agreement
{
    double cells = 0.0;
    double left = 0.0; ///< sum of squared differences
    double detail = 0.0; ///< sum of squared slopes: what a small mistake of place makes of them
};

/// The alignment near `start` under which b differs least from a.
Alignment refined(const LumaGrid &a, const LumaGrid &b, const Alignment &start);
Agreement agreement(const LumaGrid &a, const LumaGrid &b, const Alignment &alignment);

/// Alignments worth refining under which b shows a part of a, best first.
std::vector<Alignment> likelyCrops(const LumaGrid &a, const LumaGrid &b, double stretch);

} // namespace likeness
