// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/encodedphoto.h"

#include <QImage>

namespace likeness {

/// The pixels of a photo that a workload served; null when its bytes are no picture, or one larger than any
/// workload keeps.
QImage servedPicture(const EncodedPhoto &photo);

/// The middle square of it, edge x edge pixels, without decoding more than that needs.
QImage servedThumbnail(const EncodedPhoto &photo, int edge);

} // namespace likeness
