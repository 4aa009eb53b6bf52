// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "services/imaging/picture.h"

namespace likeness {

class DecodeWatch;

// One function a format; each checks the limits as soon as its header tells the size, before it allocates.
// Errors as openPicture().

Result<Picture> openJpeg(const QByteArray &file, const PictureLimits &limits, const DecodeWatch &watch);
Result<Picture> openPng(const QByteArray &file, const PictureLimits &limits, const DecodeWatch &watch);
Result<Picture> openWebP(const QByteArray &file, const PictureLimits &limits, const DecodeWatch &watch);
Result<Picture> openHeif(const QByteArray &file, const PictureLimits &limits, const DecodeWatch &watch);
/// GIF, BMP and TIFF by Qt's image plugins.
Result<Picture> openByQt(
    const QByteArray &file, PictureFormat format, const PictureLimits &limits, const DecodeWatch &watch);

} // namespace likeness
