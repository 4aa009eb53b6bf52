// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/chain.h"
#include "services/imaging/colourtransform.h"
#include "services/imaging/cropview.h"
#include "services/imaging/rowsource.h"

#include <stop_token>

namespace likeness {

/// Where the pixels come from and what becomes of them on the way to the largest size.
struct RenderInput
{
    RowSource &rows;
    CropView view; ///< of the source, unreduced
    const ColourTransform *colour = nullptr; ///< null = sRGB already
    RenderSettings::Light light = RenderSettings::Light::Gamma;
};

/// How far around the crop the source is read, for a source that comes reduced to `scale`; source pixels.
double neededMargin(const CropView &view, double scale);

/// Rows to the largest size, upright, in sRGB (in linear light if asked); lies in the scratch. Errors: those
/// of the rows, Cancelled.
Result<const SamplePlane *> renderedLargest(
    const RenderInput &input, RenderScratch &scratch, std::stop_token stop);

} // namespace likeness
