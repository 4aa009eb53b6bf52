// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace likeness {

// What libheif 1.15 does not tell, read from the boxes of the file. [ISO 14496-12] 4.2, [ISO 23008-12] 6.5

/// Whether the container itself turns or mirrors its picture (irot, imir), which libheif then does.
bool hasHeifTurn(QByteArrayView file);
/// Whether the file says it is first of all a sequence of pictures.
bool isHeifSequence(QByteArrayView file);

} // namespace likeness
