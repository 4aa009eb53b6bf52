// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/photo/encodedphoto.h"

#include <QImage>
#include <QSize>

namespace likeness {

enum class JpegCoding { Baseline, Optimised, Progressive };

/// How one rendition is encoded. forEdge() gives our defaults: up to 120 px 4:4:4 optimised quality 95, above
/// 4:2:0 optimised quality 90 (docs/decisions/004-imaging-pipeline.md has the figures).
struct EncodeSettings
{
    qsizetype maxBytes = 0; ///< 0 = no budget
    int quality = 90; ///< the best we ever ask for; also where the search starts without a budget
    int minQuality = 30; ///< below this nothing is acceptable
    bool fullChroma = false; ///< 4:4:4; given up for 4:2:0 only when the budget cannot be met otherwise
    JpegCoding coding = JpegCoding::Optimised;

    static EncodeSettings forEdge(int edge, qsizetype maxBytes = 0);
};

struct EncodedRendition
{
    EncodedPhoto photo;
    int quality = 0;
    bool fullChroma = false;
    int encodes = 0; ///< how many tries the search took
};

/// Encodes without any metadata (sRGB implied). With a budget: the best quality that fits, by few encodes; at
/// least 93 % of the budget is used unless the quality is already the best. Errors: NothingFits.
Result<EncodedRendition> encodeWithin(const QImage &pixels, const EncodeSettings &settings);

} // namespace likeness
