// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/samples.h"

#include <array>
#include <vector>

namespace likeness {

/// IEC 61966-2-1; 0..1 to 0..1.
double linearOfSrgb(double value);
double srgbOfLinear(double light);

/// Linear light in 1/16384 to a sample in sRGB.
class SrgbEncoding
{
public:
    static constexpr int full = 16384;
    static const SrgbEncoding &instance();
    qint16 sample(int light) const { return m_samples[static_cast<std::size_t>(light)]; }

private:
    SrgbEncoding();
    std::vector<qint16> m_samples;
};

} // namespace likeness
