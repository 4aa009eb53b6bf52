// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/photo/photorecipe.h"
#include "models/photo/photosize.h"
#include "services/imaging/picture.h"

#include <QImage>
#include <QList>
#include <span>
#include <stop_token>

namespace likeness {

/// One size made from source + recipe: Format_RGBX8888, edge x edge, sRGB.
struct Rendition
{
    PhotoSize size;
    QImage pixels;
};

/// Choices that change pixels; the same in preview and upload. Recorded in
/// docs/decisions/004-imaging-pipeline.md.
struct RenderSettings
{
    enum class Light { Gamma, Linear };
    Light light = Light::Gamma;
    double oversampling
        = 1.6; ///< DCT scaling keeps at least this many source pixels per pixel of the largest size
};

/// The wanted renditions (largest first), in one pass over the source. Pure, any thread, stoppable; same
/// input, same pixels on every machine and thread count. Errors: PictureBroken, PictureTooLarge (memory),
/// PictureTooSlow, Cancelled.
Result<QList<Rendition>> renderedLadder(const Picture &picture, const PhotoRecipe &recipe,
    std::span<const PhotoSize> sizes, const RenderSettings &settings = {}, std::stop_token stop = {});

/// All nine.
Result<QList<Rendition>> renderedLadder(const Picture &picture, const PhotoRecipe &recipe,
    const RenderSettings &settings = {}, std::stop_token stop = {});

} // namespace likeness
