// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/decoders.h"
#include "services/imaging/decodewatch.h"
#include "services/imaging/pictureformat.h"
#include "services/imaging/rasterpicture.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>
#include <array>

using namespace Qt::StringLiterals;

namespace likeness {
namespace {

QByteArray qtFormatName(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Gif:
        return "gif";
    case PictureFormat::Bmp:
        return "bmp";
    case PictureFormat::Tiff:
        return "tiff";
    case PictureFormat::Jpeg:
    case PictureFormat::Png:
    case PictureFormat::WebP:
    case PictureFormat::Heif:
        break;
    }
    return {};
}

/// Qt speaks of transformations where EXIF counts from 1 to 8.
int exifNumber(QImageIOHandler::Transformations transformation)
{
    static constexpr std::array numbers {QImageIOHandler::TransformationNone,
        QImageIOHandler::TransformationMirror, QImageIOHandler::TransformationRotate180,
        QImageIOHandler::TransformationFlip, QImageIOHandler::TransformationFlipAndRotate90,
        QImageIOHandler::TransformationRotate90, QImageIOHandler::TransformationMirrorAndRotate90,
        QImageIOHandler::TransformationRotate270};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (transformation == QImageIOHandler::Transformations(numbers[i]))
            return int(i) + 1;
    }
    return 1;
}

/// Qt reads a BMP that ends too early and says nothing.
bool isCutOffBmp(QByteArrayView file)
{
    constexpr qsizetype fileSizeAt = 2;
    return qFromLittleEndian<quint32>(file.data() + fileSizeAt) > quint64(file.size());
}

Error qtReaderError(const QImageReader &reader)
{
    const bool unsupported = reader.error() == QImageReader::UnsupportedFormatError;
    return {unsupported ? Errc::PictureUnsupported : Errc::PictureBroken, reader.errorString()};
}

} // namespace

Result<Picture> openByQt(
    const QByteArray &file, PictureFormat format, const PictureLimits &limits, const DecodeWatch &watch)
{
    // The size is checked here against our own limits; Qt's limit would refuse ordinary camera pictures. The
    // setting is the process's, so it is made once.
    static const bool unlimited = (QImageReader::setAllocationLimit(0), true);
    Q_UNUSED(unlimited)
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, qtFormatName(format));
    reader.setAutoTransform(false); // Qt 6.4 drops the profile when it turns
    const QSize size = reader.size();
    if (!size.isValid())
        return Error {Errc::PictureBroken, reader.errorString()};
    if (auto error = overLimit(size, limits))
        return *error;
    if (auto tripped = watch.tripped())
        return *tripped;

    DecodedRaster raster;
    raster.format = format;
    raster.orientation = exifNumber(reader.transformation());
    QImage image;
    if (!reader.read(&image))
        return qtReaderError(reader);
    if (auto error = overLimit(image.size(), limits)) // the frame may disagree with the header
        return *error;
    raster.notes.setFlag(PictureNote::FirstFrameOnly, format == PictureFormat::Gif && reader.canRead());
    raster.notes.setFlag(PictureNote::Damaged, format == PictureFormat::Bmp && isCutOffBmp(file));
    raster.isGrey = image.isGrayscale() && image.depth() <= 16 && image.colorCount() == 0;
    raster.iccProfile = profileOf(image);
    const bool alpha = image.hasAlphaChannel();
    raster.pixels
        = std::move(image).convertToFormat(alpha ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
    if (raster.pixels.isNull())
        return Error {Errc::Local, u"no memory for %1 x %2 pixels"_s.arg(size.width()).arg(size.height())};
    return finishedRaster(std::move(raster), watch);
}

} // namespace likeness
