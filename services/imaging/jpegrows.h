// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/rowsource.h"

#include <QByteArray>
#include <memory>
#include <stop_token>

namespace likeness {

/// How much of a JPEG is decoded and at what size.
struct JpegPart
{
    QRectF needed; ///< stored pixels
    int eighths = 8; ///< 1, 2, 4 or 8: the DCT scales that have fast code
};

/// The smallest scale that leaves at least `oversampling` pixels per pixel of a result `resultEdge` wide,
/// made from `edge` stored pixels.
int dctEighths(double edge, int resultEdge, double oversampling);

/// Decodes a part of a JPEG: rows above are only read through, columns outside and rows below not at all. A
/// progressive file is decoded whole, in memory; a limit on memory, on the number of scans and on time keeps
/// hostile ones in check. Errors: PictureBroken, PictureTooLarge, PictureTooSlow, Cancelled.
Result<std::unique_ptr<RowSource>> openJpegRows(
    const QByteArray &file, const JpegPart &part, std::stop_token stop);

} // namespace likeness
