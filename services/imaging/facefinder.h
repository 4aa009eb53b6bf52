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

/// Finds faces in an upright sRGB image; boxes in its pixels, largest first, empty = none. The detector is a
/// plugin that is loaded by the first call, not before. Any thread. Errors: Unsupported (built or installed
/// without it), Cancelled.
Result<QList<QRectF>> findFaces(const QImage &upright, std::stop_token stop = {});

} // namespace likeness
