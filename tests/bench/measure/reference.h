// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/measure/contestant.h"

#include <string>
#include <vector>

namespace bench {

/// A square of RGB values, 0..255, three to a pixel.
struct Plane
{
    int edge = 0;
    std::vector<double> values;
};

/// The square of a picture, upright, and what a perfect reduction of it looks like in sRGB.
class Reference
{
public:
    Reference(const std::string &picture, const Square &square);
    Plane at(int edge) const;

private:
    Plane m_square; ///< in the colours of the file
    Bytes m_profile; ///< empty = sRGB
};

/// Peak signal-to-noise ratio in decibels.
double psnr(const Plane &expected, const Plane &actual);
/// Structural similarity of the brightness, Gaussian window of 1.5 pixels.
double ssim(const Plane &expected, const Plane &actual);

} // namespace bench
