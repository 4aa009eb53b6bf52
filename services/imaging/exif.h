// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace likeness {

/// The orientation (1..8) an EXIF block asks for: the TIFF structure, with or without "Exif\0\0" before it. 1
/// when it says nothing, says nonsense or is broken; hostile input is read within its bounds only.
/// [EXIF 2.32] 4.6.4 A.
int exifOrientation(QByteArrayView exif);

} // namespace likeness
