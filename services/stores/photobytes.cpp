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

std::optional<Error> unsendable(const EncodedPhoto &photo, qsizetype byteLimit)
{
    if (photo.bytes.size() > byteLimit)
        return Error {Errc::TooLarge, QString::number(photo.bytes.size()) + QStringLiteral(" bytes")};
    if (photo.bytes.isEmpty())
        return Error {Errc::Refused, QStringLiteral("a photo of no bytes")};
    return std::nullopt;
}

} // namespace likeness
