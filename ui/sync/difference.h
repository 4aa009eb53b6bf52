// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

namespace likeness {

struct PhotoDifference
{
    QImage picture; ///< grey: black where both are equal, the whiter the more they differ
    double share = 0; ///< of the pixels, those that differ so that people see it; 0 … 1
};

/// What two photos differ by, pixel for pixel: the middle squares of both, the smaller one enlarged to the
/// other. Null when one of them is. Pure.
PhotoDifference differenceOf(const QImage &a, const QImage &b);

} // namespace likeness
