// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/encodedphoto.h"

namespace likeness {

/// Whether both show the same picture, as far as a store that makes its own files of what it is given leaves
/// it the same: another size of the ladder, JPEG once more, mild sharpening. Not the same: another photo, the
/// mirrored one, a crop that lies elsewhere. Equal bytes are always the same; what cannot be opened, or is
/// larger than any photo of a store, is the same as nothing else. Pure, any thread; decodes both, so a few
/// milliseconds.
bool samePicture(const EncodedPhoto &a, const EncodedPhoto &b);

} // namespace likeness
