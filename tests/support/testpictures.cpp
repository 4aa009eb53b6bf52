// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testpictures.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageWriter>
#include <QTransform>
#include <QtEndian>
#include <cstdlib>
#include <zlib.h>

namespace likeness::testing {
namespace {

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray pngChunk(const QByteArray &name, const QByteArray &content)
{
    const QByteArray body = name + content;
    const uLong sum
        = crc32(0, reinterpret_cast<const Bytef *>(body.constData()), static_cast<uInt>(body.size()));
    return bigEndian(quint32(content.size())) + body + bigEndian(quint32(sum));
}

QByteArray savedByQt(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format))
        qFatal("Qt does not write %s", format);
    return bytes;
}

bool isAlike(QRgb a, QRgb b)
{
    constexpr int tolerance = 12; // what a good lossy encoder may do to a flat colour
    return std::abs(qRed(a) - qRed(b)) <= tolerance && std::abs(qGreen(a) - qGreen(b)) <= tolerance
        && std::abs(qBlue(a) - qBlue(b)) <= tolerance;
}

} // namespace

QImage quarters(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const std::size_t quarter
                = (x * 2 >= size.width() ? 1U : 0U) + (y * 2 >= size.height() ? 2U : 0U);
            image.setPixel(x, y, quarterColours[quarter]);
        }
    }
    return image;
}

std::array<int, 4> cornersOf(const QImage &image)
{
    std::array<int, 4> corners {-1, -1, -1, -1};
    for (std::size_t corner = 0; corner < corners.size(); ++corner) {
        const int x = image.width() * (corner % 2 == 0 ? 1 : 3) / 4;
        const int y = image.height() * (corner < 2 ? 1 : 3) / 4;
        for (std::size_t i = 0; i < quarterColours.size(); ++i) {
            if (isAlike(image.pixel(x, y), quarterColours[i]))
                corners[corner] = int(i);
        }
    }
    return corners;
}

QImage storedFor(const QImage &upright, int orientation)
{
    const auto turned
        = [](const QImage &image, int degrees) { return image.transformed(QTransform().rotate(degrees)); };
    switch (orientation) { // [EXIF 2.32] 4.6.4 A: where the 0th row and the 0th column are
    case 2:
        return upright.mirrored(true, false);
    case 3:
        return upright.mirrored(true, true);
    case 4:
        return upright.mirrored(false, true);
    case 5:
        return turned(upright, -90).mirrored(false, true);
    case 6:
        return turned(upright, -90);
    case 7:
        return turned(upright, 90).mirrored(false, true);
    case 8:
        return turned(upright, 90);
    default:
        return upright;
    }
}

QByteArray exifBlock(int orientation)
{
    QByteArray tiff = QByteArray::fromHex("4d4d002a00000008" // big-endian, directory at 8
                                          "0001" // one entry: orientation, SHORT, one value
                                          "0112000300000001"
                                          "00000000"
                                          "00000000"); // no other directory
    tiff[19] = char(orientation);
    return tiff;
}

QByteArray displayP3Profile()
{
    return QColorSpace(QColorSpace::DisplayP3).iccProfile();
}

QByteArray pngOf(const QImage &image)
{
    return savedByQt(image, "png");
}

QByteArray withPngChunk(const QByteArray &png, const char *name, const QByteArray &content)
{
    constexpr qsizetype behindHeader = 8 + 12 + 13; // signature, IHDR
    return png.first(behindHeader) + pngChunk(name, content) + png.sliced(behindHeader);
}

QByteArray pngHeaderOnly(quint32 width, quint32 height)
{
    const QByteArray depthAndType = QByteArray::fromHex("0802000000"); // 8 bits RGB
    return QByteArray("\x89PNG\r\n\x1a\n")
        + pngChunk("IHDR", bigEndian(width) + bigEndian(height) + depthAndType);
}

QByteArray bmpOf(const QImage &image)
{
    return savedByQt(image, "bmp");
}

QByteArray tiffOf(const QImage &image, int orientation)
{
    static constexpr std::array transformations {QImageIOHandler::TransformationNone,
        QImageIOHandler::TransformationMirror, QImageIOHandler::TransformationRotate180,
        QImageIOHandler::TransformationFlip, QImageIOHandler::TransformationFlipAndRotate90,
        QImageIOHandler::TransformationRotate90, QImageIOHandler::TransformationMirrorAndRotate90,
        QImageIOHandler::TransformationRotate270};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "tiff");
    writer.setTransformation(transformations[std::size_t(orientation - 1)]);
    if (!writer.write(image))
        qFatal("Qt does not write TIFF: is qt6-image-formats-plugins installed?");
    return bytes;
}

} // namespace likeness::testing
