// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/chain.h"

#include "services/imaging/colourtransform.h"
#include "services/imaging/kernels.h"
#include "services/imaging/resampler.h"

#include <algorithm>
#include <vector>

namespace likeness {

namespace {

constexpr std::size_t stepCount = PhotoSize::ladder.size();
constexpr std::size_t largestStep = stepCount - 1;

std::size_t stepOf(PhotoSize size)
{
    return static_cast<std::size_t>(
        std::ranges::find(PhotoSize::ladder, size.edge()) - PhotoSize::ladder.begin());
}

std::size_t parentStep(std::size_t step)
{
    const auto large = [step](int edge) { return 4 * edge >= 7 * PhotoSize::ladder[step]; };
    const auto found = std::ranges::find_if(PhotoSize::ladder, large);
    return std::min(static_cast<std::size_t>(found - PhotoSize::ladder.begin()), largestStep);
}

struct ChainPlan
{
    std::array<bool, stepCount> wanted {};
    std::array<bool, stepCount> kept {}; ///< something else is made from it
};

ChainPlan planFor(std::span<const PhotoSize> sizes)
{
    ChainPlan plan;
    for (const PhotoSize size : sizes) {
        plan.wanted[stepOf(size)] = true;
        for (std::size_t step = stepOf(size); step != largestStep; step = parentStep(step))
            plan.kept[parentStep(step)] = true;
    }
    return plan;
}

const PlaneResampler &resamplerTo(std::size_t step)
{
    static const std::vector<PlaneResampler> all = [] {
        std::vector<PlaneResampler> resamplers;
        for (std::size_t i = 0; i < largestStep; ++i)
            resamplers.emplace_back(PhotoSize::ladder[parentStep(i)], PhotoSize::ladder[i]);
        return resamplers;
    }();
    return all[step];
}

/// Samples to the pixels of one rendition, row by row.
class RenditionWriter
{
public:
    RenditionWriter(PhotoSize size, RenderSettings::Light light)
        : m_rendition {size, QImage(size.edge(), size.edge(), QImage::Format_RGBX8888)}
        , m_write(light == RenderSettings::Light::Linear ? &ColourTransform::linearToValues
                                                         : resampleKernels().narrow)
        , m_next(m_rendition.pixels.bits())
    {
    }
    void row(const qint16 *samples)
    {
        m_write(samples, m_next, m_rendition.size.edge());
        m_next += m_rendition.pixels.bytesPerLine();
    }
    Rendition taken() { return std::move(m_rendition); }

private:
    Rendition m_rendition;
    void (*m_write)(const qint16 *, uchar *, int);
    uchar *m_next;
};

} // namespace

std::span<const PhotoSize> wholeLadder()
{
    static constexpr std::array<PhotoSize, stepCount> all {*PhotoSize::of(48), *PhotoSize::of(64),
        *PhotoSize::of(96), *PhotoSize::of(120), *PhotoSize::of(240), *PhotoSize::of(360),
        *PhotoSize::of(432), *PhotoSize::of(504), *PhotoSize::of(648)};
    return all;
}

PhotoSize chainParent(PhotoSize size)
{
    return *PhotoSize::of(PhotoSize::ladder[parentStep(stepOf(size))]);
}

QList<Rendition> renderedChain(const SamplePlane &largest, std::span<const PhotoSize> sizes,
    RenderSettings::Light light, RenderScratch &scratch)
{
    Q_ASSERT(largest.width() == PhotoSize::largest().edge() && largest.height() == largest.width());
    const ChainPlan plan = planFor(sizes);
    scratch.row.reshape(largest.width(), 4);
    const std::array<qint16 *, 2> between {scratch.row.row(0), scratch.row.row(1)};
    QList<Rendition> renditions;
    for (std::size_t step = stepCount; step-- > 0;) {
        if (!plan.wanted[step] && !plan.kept[step])
            continue;
        const int edge = PhotoSize::ladder[step];
        std::optional<RenditionWriter> writer;
        if (plan.wanted[step])
            writer.emplace(*PhotoSize::of(edge), light);
        const std::size_t parent = parentStep(step);
        const SamplePlane &from = parent == largestStep ? largest : scratch.steps[parent];
        if (step != largestStep && plan.kept[step])
            scratch.steps[step].reshape(edge, edge);
        for (int y = 0; y < edge; y += 2) {
            std::array<const qint16 *, 2> made {largest.row(y), largest.row(y + 1)};
            if (step != largestStep) {
                SamplePlane &to = plan.kept[step] ? scratch.steps[step] : scratch.row;
                const int row = plan.kept[step] ? y : 2;
                const std::array<qint16 *, 2> out {to.row(row), to.row(row + 1)};
                resamplerTo(step).rows(from, y, between.data(), out.data());
                made = {out[0], out[1]};
            }
            if (writer) {
                writer->row(made[0]);
                writer->row(made[1]);
            }
        }
        if (writer)
            renditions.append(writer->taken());
    }
    return renditions;
}

} // namespace likeness
