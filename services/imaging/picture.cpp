// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/picture.h"

#include "services/imaging/decoders.h"
#include "services/imaging/decodewatch.h"
#include "services/imaging/pictureformat.h"
#include "services/imaging/rasterpicture.h"

using namespace Qt::StringLiterals;

namespace likeness {

Result<Picture> openPicture(const QByteArray &file, const PictureLimits &limits, std::stop_token stop)
{
    if (file.size() > limits.bytes)
        return Error{
            Errc::PictureTooLarge, u"%1 bytes; the limit is %2"_s.arg(file.size()).arg(limits.bytes)};
    const std::optional<PictureFormat> format = sniffedFormat(file);
    if (!format)
        return unknownFormat(file);
    const DecodeWatch watch(limits.decodeTime, std::move(stop));
    switch (*format) {
    case PictureFormat::Jpeg:
        return openJpeg(file, limits, watch);
    case PictureFormat::Heif:
        return Error{Errc::PictureUnsupported, u"HEIF is not read yet"_s};
    case PictureFormat::Png:
    case PictureFormat::WebP:
    case PictureFormat::Gif:
    case PictureFormat::Bmp:
    case PictureFormat::Tiff:
        return openByQt(file, *format, limits, watch);
    }
    return unknownFormat(file);
}

} // namespace likeness
