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
        return Error {
            Errc::PictureTooLarge, u"%1 bytes; the limit is %2"_s.arg(file.size()).arg(limits.bytes)};
    const std::optional<PictureFormat> format = sniffedFormat(file);
    if (!format)
        return unknownFormat(file);
    const DecodeWatch watch(limits.decodeTime, std::move(stop));
    switch (*format) {
    case PictureFormat::Jpeg:
        return openJpeg(file, limits, watch);
    case PictureFormat::Png:
        return openPng(file, limits, watch);
    case PictureFormat::WebP:
        return openWebP(file, limits, watch);
    case PictureFormat::Heif:
        return openHeif(file, limits, watch);
    case PictureFormat::Gif:
    case PictureFormat::Bmp:
    case PictureFormat::Tiff:
        return openByQt(file, *format, limits, watch);
    }
    return unknownFormat(file);
}

Result<Picture> pictureOf(const QImage &pasted, const PictureLimits &limits, std::stop_token stop)
{
    if (auto error = overLimit(pasted.size(), limits))
        return *error;
    const DecodeWatch watch(limits.decodeTime, std::move(stop));
    DecodedRaster raster;
    raster.format = PictureFormat::Png; // what clipboards hold
    raster.iccProfile = profileOf(pasted);
    raster.pixels = pasted.convertToFormat(
        pasted.hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
    if (raster.pixels.isNull())
        return noMemoryFor(pasted.size());
    return finishedRaster(std::move(raster), watch);
}

bool canOpen(PictureFormat format)
{
#ifdef LIKENESS_HAS_HEIF
    Q_UNUSED(format)
    return true;
#else
    return format != PictureFormat::Heif;
#endif
}

} // namespace likeness
