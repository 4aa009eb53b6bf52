// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"
#include "models/photo/encodedphoto.h"

#include <optional>

namespace likeness {

/// The photo in bytes that came out of a store, with its pixel size where they are a JPEG.
EncodedPhoto photoFromStore(const QByteArray &bytes);

/// Why a photo is not sent to any store: it is over the limit in bytes, or has none (some servers would take
/// it); nullopt = it may be.
std::optional<Error> unsendable(const EncodedPhoto &photo, qsizetype byteLimit);

} // namespace likeness
