// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <array>

/// Pictures of every kind, made here and nowhere copied from, with known pixels.
namespace likeness::testing {

/// Four quarters: red, green above blue, white.
inline constexpr std::array<QRgb, 4> quarterColours {0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffffff};
QImage quarters(QSize size = {64, 48});
/// Which quarter each corner of an image shows: top left, top right, bottom left, bottom right as indexes of
/// quarterColours, -1 for none of them.
std::array<int, 4> cornersOf(const QImage &image);
/// How an upright image has to be stored so that the orientation turns it back.
QImage storedFor(const QImage &upright, int orientation);

QByteArray exifBlock(int orientation); ///< the TIFF structure alone
QByteArray displayP3Profile();

struct JpegKind
{
    enum class Colours { Rgb, Grey, Cmyk, AdobeCmyk, AdobeYcck };
    Colours colours = Colours::Rgb;
    bool progressive = false;
    int restartRows = 0;
    int horizontalSampling = 2; ///< of luma, chroma being 1
    int verticalSampling = 2;
    int orientation = 0; ///< 0 = no EXIF
    QByteArray profile;
};
QByteArray jpegOf(const QImage &image, const JpegKind &kind = {});

/// By Qt: palette, grey, 16 bits and alpha follow the image's format.
QByteArray pngOf(const QImage &image);
/// The same PNG with one more chunk before its pixels.
QByteArray withPngChunk(const QByteArray &png, const char *name, const QByteArray &content);
/// A well-formed header that promises more than is there.
QByteArray pngHeaderOnly(quint32 width, quint32 height);

struct WebPKind
{
    int orientation = 0;
    QByteArray profile;
    bool animated = false; ///< the image, then a black frame
};
QByteArray webpOf(const QImage &image, const WebPKind &kind = {});

/// Empty when this machine's libheif cannot write HEVC. The orientation is in EXIF only.
QByteArray heicOf(const QImage &image, int orientation = 0, const QByteArray &profile = {});

/// At most four colours; every frame is one image.
QByteArray gifOf(const QList<QImage> &frames);
QByteArray bmpOf(const QImage &image);
QByteArray tiffOf(const QImage &image, int orientation = 1);

} // namespace likeness::testing
