// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QImage>
#include <QList>
#include <QRectF>
#include <memory>
#include <stop_token>

namespace likeness {

enum class FaceEffort {
    Thorough, ///< also small and tilted ones; up to two seconds where there is none
    Quick, ///< for many pictures: those of a sixteenth of the longer edge and more
};

/// Finds faces in an upright sRGB image; boxes in its pixels, largest first, empty = none. The detector is a
/// plugin that is loaded by the first call, not before. Any thread, any number at a time. Errors: Unsupported
/// (built or installed without it), Cancelled.
Result<QList<QRectF>> findFaces(
    const QImage &upright, std::stop_token stop = {}, FaceEffort effort = FaceEffort::Thorough);

} // namespace likeness
