// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/samples.h"

#include <QImage>
#include <QPointF>

namespace likeness {

/// One of the eight ways to turn and mirror a picture, as the whole-number matrix that takes pixels (measured
/// from the picture's centre, y down) to where they go.
struct Turn
{
    int xFromX = 1;
    int xFromY = 0;
    int yFromX = 0;
    int yFromY = 1;

    /// EXIF orientation 1..8: stored to upright.
    static Turn ofOrientation(int orientation);
    static constexpr Turn mirror() { return {-1, 0, 0, 1}; }
    static constexpr Turn clockwiseQuarter() { return {0, -1, 1, 0}; }
    static constexpr Turn transpose() { return {0, 1, 1, 0}; }

    /// This one after `first`.
    Turn after(const Turn &first) const;
    Turn inverse() const { return {xFromX, yFromX, xFromY, yFromY}; }
    QPointF map(QPointF fromCentre) const;
    bool transposes() const { return xFromX == 0; }
    bool mirrors() const { return xFromX * yFromY - xFromY * yFromX < 0; }

    friend bool operator==(const Turn &, const Turn &) = default;
};

void turnPlane(const SamplePlane &from, Turn turn, SamplePlane &to);
QImage turnedImage(const QImage &rgbx, Turn turn);

} // namespace likeness
