// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/photobytes.h"

#include "services/imaging/jpegheader.h"

namespace likeness {

EncodedPhoto photoFromStore(const QByteArray &bytes)
{
    const Result<JpegHeader> header = readJpegHeader(bytes);
    return EncodedPhoto::of(bytes, header ? header->size : QSize());
}

} // namespace likeness
