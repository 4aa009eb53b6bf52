// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <functional>
#include <optional>

namespace likeness {

struct QualityRange
{
    int lowest = 30;
    int best = 95;
    int start = 88; ///< the first try
};

struct QualityFound
{
    std::optional<int> quality; ///< none = nothing in the range fits
    int tries = 0;
};

/// A quality whose file takes at most `budget` bytes: the best one, or one that already uses 93 % of the
/// budget. `sizeAt` encodes and returns the number of bytes. File size is close to a straight line in
/// logarithms (bytes over quantiser scale), so a secant finds it in two or three tries where halving takes
/// six.
QualityFound searchedQuality(
    const std::function<qint64(int quality)> &sizeAt, qint64 budget, const QualityRange &range);

} // namespace likeness
