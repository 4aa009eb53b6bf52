// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/pictureformat.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace likeness {
namespace {

bool bytesAt(QByteArrayView file, qsizetype offset, QByteArrayView magic)
{
    return file.size() >= offset + magic.size() && file.sliced(offset, magic.size()) == magic;
}

template <std::size_t N>
QByteArrayView magicBytes(const char (&literal)[N])
{
    return {literal, qsizetype(N - 1)}; // with the zeros inside
}

/// ISO base media file (HEIF, AVIF) by its major or compatible brands.
bool isHeif(QByteArrayView file)
{
    static constexpr std::array brands {
        "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis"};
    if (!bytesAt(file, 4, "ftyp"))
        return false;
    const qsizetype end = std::min<qsizetype>(file.size(), 64);
    for (qsizetype at = 8; at + 4 <= end; at += 4) {
        const QByteArrayView brand = file.sliced(at, 4);
        if (std::any_of(brands.begin(), brands.end(), [&](const char *known) { return brand == known; }))
            return true;
    }
    return false;
}

bool isBmp(QByteArrayView file)
{
    // "BM" begins many texts; the size of the second header tells
    static constexpr std::array<uchar, 6> headerSizes {12, 40, 52, 56, 108, 124};
    return bytesAt(file, 0, "BM") && file.size() > 18
        && std::find(headerSizes.begin(), headerSizes.end(), uchar(file[14])) != headerSizes.end()
        && bytesAt(file, 15, magicBytes("\0\0\0"));
}

struct UnopenedKind
{
    qsizetype offset;
    QByteArrayView magic;
    QLatin1StringView name;
};

const std::array<UnopenedKind, 9> &unopenedKinds()
{
    static const std::array<UnopenedKind, 9> kinds {{
        {0, magicBytes("\0\0\0\x0cjP  "), "JPEG 2000"_L1},
        {0, magicBytes("\xff\x4f\xff\x51"), "JPEG 2000"_L1},
        {0, magicBytes("\xff\x0a"), "JPEG XL"_L1},
        {0, magicBytes("\0\0\0\x0cJXL "), "JPEG XL"_L1},
        {0, magicBytes("\0\0\1\0"), "Windows icon"_L1},
        {0, magicBytes("8BPS"), "Photoshop document"_L1},
        {0, magicBytes("%PDF-"), "PDF document"_L1},
        {0, magicBytes("FUJIFILMCCD-RAW"), "camera raw"_L1},
        {4, magicBytes("ftypcrx "), "camera raw"_L1},
    }};
    return kinds;
}

} // namespace

std::optional<PictureFormat> sniffedFormat(QByteArrayView file)
{
    if (bytesAt(file, 0, "\xff\xd8\xff"))
        return PictureFormat::Jpeg;
    if (bytesAt(file, 0, "\x89PNG\r\n\x1a\n"))
        return PictureFormat::Png;
    if (bytesAt(file, 0, "RIFF") && bytesAt(file, 8, "WEBP"))
        return PictureFormat::WebP;
    if (bytesAt(file, 0, "GIF87a") || bytesAt(file, 0, "GIF89a"))
        return PictureFormat::Gif;
    if (bytesAt(file, 0, magicBytes("II*\0")) || bytesAt(file, 0, magicBytes("MM\0*")))
        return PictureFormat::Tiff;
    if (isBmp(file))
        return PictureFormat::Bmp;
    if (isHeif(file))
        return PictureFormat::Heif;
    return std::nullopt;
}

Error unknownFormat(QByteArrayView file)
{
    for (const UnopenedKind &kind : unopenedKinds()) {
        if (bytesAt(file, kind.offset, kind.magic))
            return {Errc::PictureUnsupported, u"this is a %1"_s.arg(kind.name)};
    }
    if (file.first(std::min<qsizetype>(file.size(), 1024)).contains("<svg"))
        return {Errc::PictureUnsupported, u"this is an SVG drawing"_s};
    return {Errc::NotAPicture, u"the first bytes are those of no picture we know"_s};
}

std::optional<Error> overLimit(QSize size, const PictureLimits &limits)
{
    if (size.isEmpty())
        return Error {Errc::PictureBroken, u"the picture has no pixels"_s};
    const qint64 pixels = qint64(size.width()) * size.height();
    if (size.width() > limits.edge || size.height() > limits.edge || pixels > limits.pixels) {
        return Error {Errc::PictureTooLarge,
            u"%1 x %2 pixels; the limit is %3 pixels, %4 on an edge"_s.arg(size.width())
                .arg(size.height())
                .arg(limits.pixels)
                .arg(limits.edge)};
    }
    return std::nullopt;
}

} // namespace likeness
