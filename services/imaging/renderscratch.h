// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photosize.h"
#include "services/imaging/samples.h"

#include <array>
#include <memory>

namespace likeness {

/// Memory to render in; may be used again for the next picture, by one thread at a time.
struct RenderScratch
{
    SamplePlane ring;
    SamplePlane largest;
    SamplePlane spare;
    SamplePlane turned;
    SamplePlane row;
    std::array<SamplePlane, PhotoSize::ladder.size()> steps;
};

/// A RenderScratch for as long as this lives, out of those that earlier renderings left behind: memory fresh
/// from the system costs more than some stages of the renderer. At most one a processor is kept, and no huge
/// one.
class ScratchLease
{
public:
    ScratchLease();
    ~ScratchLease();
    Q_DISABLE_COPY_MOVE(ScratchLease)

    RenderScratch &operator*() const { return *m_scratch; }

private:
    std::unique_ptr<RenderScratch> m_scratch;
};

} // namespace likeness
