// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QSize>
#include <optional>

namespace likeness {

/// What a JPEG file says about itself before its first scan; nothing is decoded.
struct JpegHeader
{
    enum class Process { Sequential, Progressive, Lossless, Hierarchical };

    QSize size; ///< as stored
    Process process = Process::Sequential;
    bool arithmetic = false; ///< entropy coding; else Huffman
    int precision = 8; ///< bits per sample
    int components = 3;
    int orientation = 1; ///< EXIF 1..8, 1 when absent or nonsense
    QByteArray iccProfile; ///< joined from its chunks; empty when absent or a chunk is missing
    std::optional<int> adobeTransform; ///< 0 = RGB or CMYK, 1 = YCbCr, 2 = YCCK

    /// 8-bit Huffman-coded grey or three-colour: what renderedLadder() decodes partially, on demand.
    bool isStreamable() const;
};

/// Errors: NotAPicture (no JPEG), PictureBroken (ends or goes wrong before the size is known).
Result<JpegHeader> readJpegHeader(const QByteArray &file);

} // namespace likeness
