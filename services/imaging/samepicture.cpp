// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/samepicture.h"

#include "services/imaging/picture.h"
#include "services/imaging/previewproxy.h"

#include <array>
#include <cmath>

namespace likeness {
namespace {

/// Both pictures are compared as grids of so many cells a side.
constexpr int gridEdge = 32;
constexpr double gridMiddle = (gridEdge - 1) / 2.0;

// Between what was measured (tst_samepicture: portraits, generated pictures, flat colours). The same picture
// at 48 to 648 px, JPEG quality 30 to 95, sharpened or not: moved 0.06 cells, grown 0.005, luma 0.24 of the
// detail, chroma 8. A crop 4 % off: moved 0.6 or grown 0.036; a mirrored portrait: luma 0.38 of the detail.
constexpr double mostShift = 0.35; ///< cells: about 1 % of the edge
constexpr double mostZoom = 0.025;
constexpr double mostChroma = 12.0; ///< out of 255
constexpr double mostLuma = 2.5; ///< where a picture is flat …
constexpr double mostLumaPerDetail = 0.29; ///< … and in addition where it is not
constexpr double mostAspect = 0.04;

constexpr PictureLimits comparedLimits {8 * 1024 * 1024, 25'000'000, 8192, std::chrono::milliseconds(3000)};

using Grid = std::array<double, static_cast<std::size_t>(gridEdge) * gridEdge>;

double &cell(Grid &grid, int x, int y)
{
    return grid[static_cast<std::size_t>(y * gridEdge + x)];
}

double cell(const Grid &grid, int x, int y)
{
    return grid[static_cast<std::size_t>(y * gridEdge + x)];
}

struct PictureGrid
{
    Grid luma {};
    Grid blue {};
    Grid red {};
    double aspect = 1.0;
};

/// Calls take(cell, share) for each cell that pixel `at` of `pixels` lies in; a cell's shares sum up to 1.
template <class Take>
void forCellsOf(int at, int pixels, Take take)
{
    const double from = static_cast<double>(at) * gridEdge / pixels;
    const double to = static_cast<double>(at + 1) * gridEdge / pixels;
    for (int number = static_cast<int>(from); number < gridEdge && number < to; ++number)
        take(number, std::min(to, number + 1.0) - std::max(from, static_cast<double>(number)));
}

PictureGrid gridOf(const QImage &rgbx)
{
    PictureGrid grid;
    grid.aspect = static_cast<double>(rgbx.width()) / rgbx.height();
    for (int y = 0; y < rgbx.height(); ++y) {
        std::array<std::array<double, 3>, gridEdge> row {};
        const uchar *pixels = rgbx.constScanLine(y);
        for (int x = 0; x < rgbx.width(); ++x) {
            forCellsOf(x, rgbx.width(), [&](int column, double share) {
                for (std::size_t channel = 0; channel < 3; ++channel)
                    row[static_cast<std::size_t>(column)][channel]
                        += share * pixels[4 * x + static_cast<int>(channel)];
            });
        }
        forCellsOf(y, rgbx.height(), [&](int line, double share) {
            for (int column = 0; column < gridEdge; ++column) {
                const auto &[r, g, b] = row[static_cast<std::size_t>(column)];
                const double luma = 0.299 * r + 0.587 * g + 0.114 * b;
                cell(grid.luma, column, line) += share * luma;
                cell(grid.blue, column, line) += share * 0.564 * (b - luma);
                cell(grid.red, column, line) += share * 0.713 * (r - luma);
            }
        });
    }
    return grid;
}

template <class Visit>
void forInnerCells(Visit visit)
{
    for (int y = 1; y < gridEdge - 1; ++y) {
        for (int x = 1; x < gridEdge - 1; ++x)
            visit(x, y);
    }
}

constexpr double innerCells = (gridEdge - 2.0) * (gridEdge - 2.0);

/// How the luma of a place changes when the picture moves by a cell to the left, up, and grows.
std::array<double, 3> slopesAt(const Grid &a, const Grid &b, int x, int y)
{
    const auto across = [&](const Grid &grid) { return cell(grid, x + 1, y) - cell(grid, x - 1, y); };
    const auto down = [&](const Grid &grid) { return cell(grid, x, y + 1) - cell(grid, x, y - 1); };
    const double right = (across(a) + across(b)) / 4;
    const double below = (down(a) + down(b)) / 4;
    return {right, below, right * (x - gridMiddle) + below * (y - gridMiddle)};
}

/// The move that explains best how b differs from a: right, down (cells) and growth. Least squares (Lucas and
/// Kanade 1981); a picture without detail has not moved.
std::array<double, 3> movement(const Grid &a, const Grid &b)
{
    std::array<std::array<double, 4>, 3> system {};
    forInnerCells([&](int x, int y) {
        const std::array<double, 3> slopes = slopesAt(a, b, x, y);
        const double change = cell(b, x, y) - cell(a, x, y);
        for (std::size_t row = 0; row < 3; ++row) {
            for (std::size_t column = 0; column < 3; ++column)
                system[row][column] += slopes[row] * slopes[column];
            system[row][3] += slopes[row] * change;
        }
    });
    for (std::size_t row = 0; row < 3; ++row)
        system[row][row] += innerCells * (row == 2 ? 80.0 : 1.0); // JPEG noise alone is no movement
    for (std::size_t pivot = 0; pivot < 3; ++pivot) {
        for (std::size_t row = 0; row < 3; ++row) {
            const double share = row == pivot ? 0.0 : system[row][pivot] / system[pivot][pivot];
            for (std::size_t column = pivot; column < 4; ++column)
                system[row][column] -= share * system[pivot][column];
        }
    }
    return {system[0][3] / system[0][0], system[1][3] / system[1][1], system[2][3] / system[2][2]};
}

double chromaDifference(const Grid &a, const Grid &b)
{
    double squares = 0.0;
    forInnerCells([&](int x, int y) { squares += std::pow(cell(a, x, y) - cell(b, x, y), 2); });
    return std::sqrt(squares / innerCells);
}

/// Once the movement is taken out, is what is left no more than coding and scaling leave?
bool lumaAgrees(const Grid &a, const Grid &b, const std::array<double, 3> &moved)
{
    double left = 0.0;
    double detail = 0.0;
    forInnerCells([&](int x, int y) {
        const std::array<double, 3> slopes = slopesAt(a, b, x, y);
        double change = cell(b, x, y) - cell(a, x, y);
        for (std::size_t way = 0; way < 3; ++way)
            change -= moved[way] * slopes[way];
        left += change * change;
        detail += slopes[0] * slopes[0] + slopes[1] * slopes[1];
    });
    return left <= innerCells * mostLuma * mostLuma + detail * mostLumaPerDetail * mostLumaPerDetail;
}

bool gridsAgree(const PictureGrid &a, const PictureGrid &b)
{
    if (std::abs(a.aspect / b.aspect - 1.0) > mostAspect)
        return false;
    if (chromaDifference(a.blue, b.blue) > mostChroma || chromaDifference(a.red, b.red) > mostChroma)
        return false;
    const std::array<double, 3> moved = movement(a.luma, b.luma);
    return std::hypot(moved[0], moved[1]) <= mostShift && std::abs(moved[2]) <= mostZoom
        && lumaAgrees(a.luma, b.luma, moved);
}

Result<PictureGrid> gridOf(const EncodedPhoto &photo)
{
    return openPicture(photo.bytes, comparedLimits)
        .andThen([](const Picture &picture) { return PreviewProxy::of(picture); })
        .transform([](const PreviewProxy &proxy) { return gridOf(proxy.image()); });
}

} // namespace

bool samePicture(const EncodedPhoto &a, const EncodedPhoto &b)
{
    if (a == b)
        return true;
    const Result<PictureGrid> first = gridOf(a);
    const Result<PictureGrid> second = first ? gridOf(b) : first;
    return first && second && gridsAgree(*first, *second);
}

} // namespace likeness
