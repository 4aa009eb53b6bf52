// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/rasterpicture.h"

#include "services/imaging/decodewatch.h"
#include "services/imaging/iccprofile.h"

#include <QColorSpace>

using namespace Qt::StringLiterals;

namespace likeness {
namespace {

constexpr int rowsBetweenRasterLooks = 64;

/// An RGB profile also fits grey pixels, a grey profile does not fit coloured ones.
std::optional<IccProfile> fittingProfile(const DecodedRaster &raster)
{
    if (raster.iccProfile.isEmpty())
        return std::nullopt;
    auto profile = IccProfile::read(raster.iccProfile, IccProfile::Pixels::Rgba);
    if (!profile && raster.isGrey)
        profile = IccProfile::read(raster.iccProfile, IccProfile::Pixels::Grey);
    return profile;
}

void convertGreyRow(const IccProfile &profile, uchar *row, int width)
{
    QByteArray grey(width, Qt::Uninitialized);
    QByteArray rgba(qsizetype(width) * 4, Qt::Uninitialized);
    for (int x = 0; x < width; ++x)
        grey[x] = char(row[x * 4]);
    profile.toSrgb(
        reinterpret_cast<const uchar *>(grey.constData()), reinterpret_cast<uchar *>(rgba.data()), width);
    for (int x = 0; x < width; ++x)
        std::copy_n(rgba.constData() + qsizetype(x) * 4, 3, row + x * 4);
}

void layOverWhite(uchar *row, int width)
{
    for (uchar *pixel = row; pixel != row + qsizetype(width) * 4; pixel += 4) {
        const int alpha = pixel[3];
        if (alpha == 255)
            continue;
        for (int channel = 0; channel < 3; ++channel)
            pixel[channel] = uchar((pixel[channel] * alpha + 255 * (255 - alpha) + 127) / 255);
        pixel[3] = 255;
    }
}

bool hasTransparentPixel(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        const uchar *row = image.constScanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            if (row[x * 4 + 3] != 255)
                return true;
        }
    }
    return false;
}

} // namespace

QImage blankRaster(QSize size, bool hasAlpha)
{
    QImage image(size, hasAlpha ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
    if (!image.isNull())
        image.fill(Qt::white);
    return image;
}

Error noMemoryFor(QSize size)
{
    return {Errc::Local, u"no memory for %1 x %2 pixels"_s.arg(size.width()).arg(size.height())};
}

QByteArray profileOf(const QImage &image)
{
    const QColorSpace space = image.colorSpace();
    return space == QColorSpace(QColorSpace::SRgb) ? QByteArray() : space.iccProfile();
}

Result<Picture> finishedRaster(DecodedRaster raster, const DecodeWatch &watch)
{
    Picture picture;
    picture.format = raster.format;
    picture.storedSize = raster.pixels.size();
    picture.orientation = raster.orientation;
    picture.notes = raster.notes;
    picture.colourSpace = raster.isGrey ? u"Grey"_s : u"sRGB"_s;

    const bool transparent = raster.pixels.hasAlphaChannel() && hasTransparentPixel(raster.pixels);
    picture.notes.setFlag(PictureNote::OnWhite, transparent);
    std::optional<IccProfile> profile = fittingProfile(raster);
    if (profile)
        picture.colourSpace = profile->name();
    else if (!raster.iccProfile.isEmpty())
        picture.notes |= PictureNote::ProfileIgnored;
    const bool convert = profile && !profile->isLikeSrgb();
    picture.notes.setFlag(PictureNote::ConvertedToSrgb, convert);
    const bool greyProfile = convert && !IccProfile::read(raster.iccProfile, IccProfile::Pixels::Rgba);

    for (int y = 0; (convert || transparent) && y < raster.pixels.height(); ++y) {
        if (y % rowsBetweenRasterLooks == 0) {
            if (auto tripped = watch.tripped())
                return *tripped;
        }
        uchar *row = raster.pixels.scanLine(y);
        if (greyProfile)
            convertGreyRow(*profile, row, raster.pixels.width());
        else if (convert)
            profile->toSrgb(row, row, raster.pixels.width());
        if (transparent)
            layOverWhite(row, raster.pixels.width());
    }
    raster.pixels.reinterpretAsFormat(QImage::Format_RGBX8888);
    raster.pixels.setColorSpace({});
    picture.raster = std::move(raster.pixels);
    return picture;
}

} // namespace likeness
