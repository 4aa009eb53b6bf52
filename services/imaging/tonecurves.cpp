// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/tonecurves.h"

#include <cmath>

namespace likeness {

double linearOfSrgb(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double srgbOfLinear(double light)
{
    return light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1.0 / 2.4) - 0.055;
}

SrgbEncoding::SrgbEncoding()
{
    m_samples.reserve(full + 1);
    for (int i = 0; i <= full; ++i)
        m_samples.push_back(
            static_cast<qint16>(std::lround(fullSample * srgbOfLinear(static_cast<double>(i) / full))));
}

const SrgbEncoding &SrgbEncoding::instance()
{
    static const SrgbEncoding encoding;
    return encoding;
}

} // namespace likeness
