// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

namespace likeness {

/// What can be measured of how well a person is recognised in the smallest size. Says nothing about beauty.
struct Legibility
{
    enum class Verdict { Fine, FaceSmall, Dark, Bright, LowContrast };

    Verdict verdict = Verdict::Fine;
    int facePixels = 0; ///< height of the face in the rendition; 0 = no face known
    int contrast = 0; ///< luma of the 95th percentile minus that of the 5th, 0..255, inside the round mask

    friend bool operator==(const Legibility &, const Legibility &) = default;
};

/// `faceShare` is the height of the face's box as a part of the crop's edge, 0 = not known. Pure.
Legibility legibilityOf(const QImage &smallest, double faceShare);

} // namespace likeness
