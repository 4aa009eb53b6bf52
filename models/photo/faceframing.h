// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/cropsquare.h"

#include <QRectF>

namespace likeness {

/// The crop that frames a face: eyes on the upper third, head and some shoulder inside, never outside the
/// picture. `face` is a detector's box in frame pixels (brow to chin, roughly).
CropSquare framedFace(const QRectF &face, const PictureFrame &frame);

} // namespace likeness
