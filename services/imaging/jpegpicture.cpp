// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/decoders.h"
#include "services/imaging/decodewatch.h"
#include "services/imaging/exif.h"
#include "services/imaging/iccprofile.h"
#include "services/imaging/jpegreader.h"
#include "services/imaging/pictureformat.h"
#include "services/imaging/rasterpicture.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace likeness {
namespace {

/// Up to this size every bit is looked at when a JPEG is opened (a few milliseconds); above it only the
/// markers, and what else is damaged shows in the first preview.
constexpr qint64 pixelsCheckedWhole = 2'000'000;

/// Decodes at an eighth of the size only to see whether it can be done and how well.
Result<long> defectsFound(const QByteArray &file, const DecodeWatch &watch)
{
    JpegReader reader(file, watch);
    if (!reader.readHeader() || !reader.start(1))
        return reader.error();
    const QSize size = reader.outputSize();
    std::vector<uchar> row(std::size_t(size.width()) * std::size_t(reader.bytesPerPixel()));
    for (int y = 0; y < size.height(); ++y) {
        if (!reader.readRow(row.data()))
            return reader.error();
    }
    if (!reader.finish())
        return reader.error();
    return reader.warnings();
}

Result<bool> isJpegDamaged(
    const QByteArray &file, JpegReader &reader, const PictureLimits &limits, const DecodeWatch &watch)
{
    if (!limits.looksForDamage)
        return false;
    bool damaged = reader.warnings() > 0 || !markersInOrder(file);
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() <= pixelsCheckedWhole) {
        const Result<long> defects = defectsFound(file, watch);
        if (!defects)
            return defects.error();
        damaged = damaged || *defects > 0;
    }
    return damaged;
}

/// Without a profile: ink as light taken away, the way every viewer without colour management shows it.
void plainCmykToRgb(const uchar *cmyk, bool inverted, uchar *rgba, int pixels)
{
    const int flip = inverted ? 0 : 255;
    for (int x = 0; x < pixels; ++x, cmyk += 4, rgba += 4) {
        const int key = cmyk[3] ^ flip;
        for (int channel = 0; channel < 3; ++channel)
            rgba[channel] = uchar(((cmyk[channel] ^ flip) * key + 127) / 255);
        rgba[3] = 255;
    }
}

void plainGreyToRgb(const uchar *grey, uchar *rgba, int pixels)
{
    for (int x = 0; x < pixels; ++x, rgba += 4) {
        std::fill_n(rgba, 3, grey[x]);
        rgba[3] = 255;
    }
}

/// Decodes what the renderer does not stream: CMYK, and grey with a profile of its own.
Result<QImage> wholeJpegInSrgb(JpegReader &reader, const std::optional<IccProfile> &profile)
{
    const QSize size = reader.size();
    QImage image = blankRaster(size, false);
    if (image.isNull())
        return Error {Errc::Local, u"no memory for %1 x %2 pixels"_s.arg(size.width()).arg(size.height())};
    if (!reader.start())
        return reader.error();
    std::vector<uchar> row(std::size_t(size.width()) * std::size_t(reader.bytesPerPixel()));
    for (int y = 0; y < size.height(); ++y) {
        if (!reader.readRow(row.data()))
            return reader.error();
        if (profile)
            profile->toSrgb(row.data(), image.scanLine(y), size.width());
        else if (reader.colours() == JpegReader::Colours::Cmyk)
            plainCmykToRgb(row.data(), reader.isInverted(), image.scanLine(y), size.width());
        else
            plainGreyToRgb(row.data(), image.scanLine(y), size.width());
    }
    return image;
}

IccProfile::Pixels profilePixels(const JpegReader &reader)
{
    switch (reader.colours()) {
    case JpegReader::Colours::Grey:
        return IccProfile::Pixels::Grey;
    case JpegReader::Colours::Rgb:
        return IccProfile::Pixels::Rgba;
    case JpegReader::Colours::Cmyk:
        break;
    }
    return reader.isInverted() ? IccProfile::Pixels::CmykInverted : IccProfile::Pixels::Cmyk;
}

QString plainColourSpace(const JpegReader &reader)
{
    switch (reader.colours()) {
    case JpegReader::Colours::Grey:
        return u"Grey"_s;
    case JpegReader::Colours::Rgb:
        return u"sRGB"_s;
    case JpegReader::Colours::Cmyk:
        break;
    }
    return u"CMYK"_s;
}

/// Sets the colours' name and notes; the profile is handed on only when it has to be applied.
std::optional<IccProfile> understandColours(JpegReader &reader, Picture &picture)
{
    picture.colourSpace = plainColourSpace(reader);
    const JpegReader::EmbeddedProfile embedded = reader.profile();
    std::optional<IccProfile> profile;
    if (!embedded.bytes.isEmpty())
        profile = IccProfile::read(embedded.bytes, profilePixels(reader));
    picture.notes.setFlag(
        PictureNote::ProfileIgnored, !profile && (embedded.broken || !embedded.bytes.isEmpty()));
    if (profile)
        picture.colourSpace = profile->name();
    if (profile && profile->isLikeSrgb())
        profile.reset();
    if (profile && reader.colours() == JpegReader::Colours::Rgb)
        picture.iccProfile = embedded.bytes;
    picture.notes.setFlag(
        PictureNote::ConvertedToSrgb, profile.has_value() || reader.colours() == JpegReader::Colours::Cmyk);
    return profile;
}

} // namespace

Result<Picture> openJpeg(const QByteArray &file, const PictureLimits &limits, const DecodeWatch &watch)
{
    JpegReader reader(file, watch);
    if (!reader.readHeader())
        return reader.error();
    if (auto error = overLimit(reader.size(), limits))
        return *error;
    const Result<bool> damaged = isJpegDamaged(file, reader, limits, watch);
    if (!damaged)
        return damaged.error();

    Picture picture;
    picture.format = PictureFormat::Jpeg;
    picture.storedSize = reader.size();
    picture.orientation = exifOrientation(reader.exif());
    picture.progressive = reader.isProgressive();
    picture.notes.setFlag(PictureNote::Damaged, *damaged);
    const std::optional<IccProfile> profile = understandColours(reader, picture);
    if (reader.colours() == JpegReader::Colours::Rgb
        || (reader.colours() == JpegReader::Colours::Grey && !profile)) {
        picture.file = file;
        return picture;
    }
    const Result<QImage> pixels = wholeJpegInSrgb(reader, profile);
    if (!pixels)
        return pixels.error();
    picture.raster = *pixels;
    picture.notes.setFlag(PictureNote::Damaged, *damaged || reader.warnings() > 0);
    return picture;
}

} // namespace likeness
