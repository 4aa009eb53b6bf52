// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/photobytes.h"

#include "services/imaging/jpegheader.h"

#include <array>
#include <openssl/sha.h>

namespace likeness {

namespace {

/// What EncodedPhoto::of() does, by the processor's own instructions, which Qt 6.4 leaves alone: a scan
/// hashes everybody's photo.
QString sha256Of(const QByteArray &bytes)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash {};
    SHA256(reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<std::size_t>(bytes.size()),
        hash.data());
    const auto size = static_cast<qsizetype>(hash.size());
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(hash.data()), size).toHex());
}

} // namespace

EncodedPhoto photoFromStore(const QByteArray &bytes)
{
    const Result<JpegHeader> header = readJpegHeader(bytes);
    return {bytes, header ? header->size : QSize(), sha256Of(bytes)};
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
