// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "services/imaging/picture.h"

namespace likeness {

class DecodeWatch;

/// What a decoder hands over: all pixels, in stored orientation, not yet sRGB.
struct DecodedRaster
{
    PictureFormat format = PictureFormat::Png;
    QImage pixels; ///< Format_RGBX8888, or Format_RGBA8888 when there is transparency
    int orientation = 1;
    QByteArray iccProfile; ///< RGB or grey; empty = sRGB
    bool isGrey = false;
    PictureNotes notes;
};

/// An image to decode into, zeroed; null image = no memory.
QImage blankRaster(QSize size, bool hasAlpha);

Error noMemoryFor(QSize size);

/// The profile Qt knows an image by; empty for sRGB. Qt loses it in some conversions, so ask before.
QByteArray profileOf(const QImage &image);

/// Converts to sRGB, lays transparency over white, fills in the words. Errors: Cancelled, PictureTooSlow,
/// Local.
Result<Picture> finishedRaster(DecodedRaster raster, const DecodeWatch &watch);

} // namespace likeness
