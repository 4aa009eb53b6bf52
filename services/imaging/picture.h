// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QFlags>
#include <QImage>
#include <QSize>
#include <QString>
#include <chrono>
#include <stop_token>

namespace likeness {

enum class PictureFormat { Jpeg, Png, WebP, Heif, Gif, Bmp, Tiff };

/// What the person is told about an opened picture; each has its sentence in ui/common.
enum class PictureNote {
    Damaged = 1, ///< readable, with errors: the end or parts may be grey
    ProfileIgnored = 2, ///< the colour profile is broken; colours taken as sRGB
    ConvertedToSrgb = 4,
    FirstFrameOnly = 8, ///< an animation
    OnWhite = 16, ///< transparency laid over white
    WrongExtension = 32, ///< named .jpg, is a PNG
};
Q_DECLARE_FLAGS(PictureNotes, PictureNote)
Q_DECLARE_OPERATORS_FOR_FLAGS(PictureNotes)

/// Checked against the header before anything is allocated.
struct PictureLimits
{
    qint64 bytes = 256LL * 1024 * 1024;
    qint64 pixels = 200'000'000;
    int edge = 65'500;
    std::chrono::milliseconds decodeTime {20'000};
    bool looksForDamage
        = true; ///< else PictureNote::Damaged is not known; who decodes it all anyway sees what fails
};

/// A source picture, opened and understood. A value, cheap to copy (implicitly shared); immutable.
/// Either a JPEG the renderer decodes partially on demand (`raster` is null; `file` holds the bytes), or any
/// other picture, decoded once: `raster` is Format_RGBX8888, sRGB, in stored orientation.
struct Picture
{
    QByteArray file;
    PictureFormat format = PictureFormat::Jpeg;
    QSize storedSize; ///< pixels as stored
    int orientation = 1; ///< EXIF 1..8, stored -> upright; also for PNG, WebP, HEIF
    bool progressive = false;
    QByteArray iccProfile; ///< only for a streamed JPEG, empty = sRGB
    QString colourSpace; ///< for the read-out: "Display P3", "sRGB", "CMYK (FOGRA39)"
    PictureNotes notes;
    QImage raster;

    QSize uprightSize() const { return orientation >= 5 ? storedSize.transposed() : storedSize; }
    bool isStreamed() const { return raster.isNull(); }
};

/// Recognises the format by its bytes (never by its name), checks the limits, reads orientation and profile,
/// and for everything but streamed JPEGs decodes. Pure, any thread, stoppable. Errors: NotAPicture,
/// PictureUnsupported, PictureBroken, PictureTooLarge, PictureTooSlow, Cancelled.
Result<Picture> openPicture(
    const QByteArray &file, const PictureLimits &limits = {}, std::stop_token stop = {});

/// The same for pixels that never were a file (the clipboard, a drag from a browser).
Result<Picture> pictureOf(const QImage &pasted, const PictureLimits &limits = {}, std::stop_token stop = {});

/// Whether this build reads the format; only HEIF can be missing.
bool canOpen(PictureFormat format);

} // namespace likeness
