// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/ladder.h"
#include "services/imaging/renderscratch.h"

#include <span>

namespace likeness {

/// All nine.
std::span<const PhotoSize> wholeLadder();

/// The size a step is made from: the smallest that is at least 1.75 times as large, so that making one from
/// another costs no quality, or the largest.
PhotoSize chainParent(PhotoSize size);

/// The wanted sizes, largest first, out of the largest; every step is made once, whoever needs it.
QList<Rendition> renderedChain(const SamplePlane &largest, std::span<const PhotoSize> sizes,
    RenderSettings::Light light, RenderScratch &scratch);

} // namespace likeness
