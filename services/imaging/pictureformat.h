// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"
#include "services/imaging/picture.h"

#include <QByteArrayView>
#include <optional>

namespace likeness {

/// The format these bytes announce, whatever the file is called; none when they are no picture we open.
std::optional<PictureFormat> sniffedFormat(QByteArrayView file);

/// What to say about bytes sniffedFormat() does not know: PictureUnsupported for kinds of pictures we
/// recognise and do not open (JPEG 2000, camera raw, SVG …), NotAPicture for everything else.
Error unknownFormat(QByteArrayView file);

/// The error when a picture of this size may not be decoded. Asked before anything is allocated.
std::optional<Error> overLimit(QSize size, const PictureLimits &limits);

} // namespace likeness
