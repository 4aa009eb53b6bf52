// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/encodedphoto.h"

namespace likeness {

/// The photo in bytes that came out of a store, with its pixel size where they are a JPEG.
EncodedPhoto photoFromStore(const QByteArray &bytes);

} // namespace likeness
