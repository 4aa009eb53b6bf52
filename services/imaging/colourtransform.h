// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/resampler.h"

#include <QByteArray>
#include <memory>

namespace likeness {

/// From a picture's ICC profile to sRGB. Profiles of three primaries and curves (every camera and phone) by
/// own tables; those of lookup tables by Little CMS; what is sRGB within a hair is left alone. Immutable, any
/// thread.
class ColourTransform
{
public:
    virtual ~ColourTransform() = default;
    Q_DISABLE_COPY_MOVE(ColourTransform)

    /// The last few are kept: making the tables costs more than using them. Null for sRGB: no profile, one
    /// that is sRGB, or one that is broken or no profile of an RGB or grey picture.
    static std::shared_ptr<const ColourTransform> of(const QByteArray &iccProfile);
    /// Whether of() understands the profile; false means it is ignored.
    static bool isUsable(const QByteArray &iccProfile);

    /// Gamma light, in place; samples within lowestSample..highestSample.
    virtual void toSrgb(qint16 *samples, int pixels) const = 0;
    /// Gamma light, RGBX to RGBX; may be the same memory.
    virtual void toSrgb(const uchar *from, uchar *to, int pixels) const = 0;

    /// Null when rows must be converted by toSrgb() before they are made linear by srgbTones().
    virtual const ToneTable *linearTones() const = 0;
    /// Linear light made by linearTones() to linear sRGB, in place.
    virtual void linearToSrgb(qint16 *samples, int pixels) const = 0;

    /// sRGB values to linear light.
    static const ToneTable &srgbTones();
    /// Linear light to sRGB values.
    static void linearToValues(const qint16 *samples, uchar *pixels, int pixelCount);

protected:
    ColourTransform() = default;
};

} // namespace likeness
