// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/photo/encodedphoto.h"
#include "models/sync/fingerprint.h"

#include <QByteArray>
#include <stop_token>

namespace likeness {

/// The fingerprint of a photo as a store holds it: upright and in sRGB, however the file says so. Pure, any
/// thread, stoppable; it decodes, so a few milliseconds. Errors: as openPicture(), and PictureTooLarge for
/// anything larger than a photo of a store can be (8 MB, 25 megapixels).
Result<Fingerprint> fingerprintOf(const QByteArray &file, std::stop_token stop = {});
Result<Fingerprint> fingerprintOf(const EncodedPhoto &photo, std::stop_token stop = {});

} // namespace likeness
