// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/colourtransform.h"

#include <array>
#include <optional>

namespace likeness {

/// A profile of primaries and curves: linear light per 8-bit value, and the way to linear sRGB.
struct ShaperProfile
{
    std::array<std::array<double, 256>, 3> curves;
    std::array<std::array<double, 3>, 3> toSrgb {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

    bool isSrgb() const;
};

/// Out of an open Little CMS profile; nullopt when it is of another kind or incomplete.
std::optional<ShaperProfile> greyShaper(void *profile);
std::optional<ShaperProfile> rgbShaper(void *profile);

/// By tables and whole numbers only, so that the result is the same everywhere.
class ShaperTransform final : public ColourTransform
{
public:
    explicit ShaperTransform(const ShaperProfile &profile);

    void toSrgb(qint16 *samples, int pixels) const override;
    void toSrgb(const uchar *from, uchar *to, int pixels) const override;
    const ToneTable *linearTones() const override { return &m_tones; }
    void linearToSrgb(qint16 *samples, int pixels) const override;

private:
    using LightTable = std::vector<quint16>;
    using Matrix = std::array<std::array<qint64, 3>, 3>;
    /// What an 8-bit value adds to linear red, green and blue; the fourth is unused.
    using ValueLight = std::array<std::array<qint32, 4>, 256>;

    void addValueLight(std::size_t channel, std::size_t value, double light);

    std::array<std::shared_ptr<const LightTable>, 3> m_light; ///< one for all when the curves are equal
    ToneTable m_tones;
    Matrix m_matrix; ///< to linear sRGB, of matrixOne
    std::array<ValueLight, 3> m_valueLight;
};

} // namespace likeness
