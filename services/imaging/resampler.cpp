// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/resampler.h"

#include <algorithm>

namespace likeness {

StreamingResampler::StreamingResampler(
    const ResampleArea &area, QSize outputs, const ToneTable *tones, SamplePlane &ring, SamplePlane &result)
    : m_vertical(axisWeights(area.size.height(), area.corner.y(), area.part.height(), outputs.height()))
    , m_horizontal(horizontalWeights(
          axisWeights(area.size.width(), area.corner.x(), area.part.width(), outputs.width())))
    , m_sourceWidth(area.size.width())
    , m_tones(tones)
    , m_ring(ring)
    , m_result(result)
    , m_outputs(outputs)
    , m_rows(static_cast<std::size_t>(m_vertical.taps))
{
    m_ring.reshape(m_sourceWidth, m_vertical.taps + 1);
}

void StreamingResampler::handRowsTo(std::function<void(qint16 *)> taker)
{
    m_taker = std::move(taker);
}

void applyTones(const uchar *rgbx, const ToneTable &tones, qint16 *samples, int pixels)
{
    for (int i = 0; i < pixels * samplesPerPixel; i += samplesPerPixel) {
        samples[i] = tones[0][rgbx[i]];
        samples[i + 1] = tones[1][rgbx[i + 1]];
        samples[i + 2] = tones[2][rgbx[i + 2]];
        samples[i + 3] = 0;
    }
}

void StreamingResampler::push(const uchar *rgbx)
{
    if (isComplete())
        return;
    if (m_sourceRow == 0)
        m_result.reshape(m_outputs.width(), m_taker ? 1 : m_outputs.height());
    if (m_sourceRow >= m_vertical.first[static_cast<std::size_t>(m_outputRow)]) {
        qint16 *row = m_ring.row(m_sourceRow % m_vertical.taps);
        if (m_tones)
            applyTones(rgbx, *m_tones, row, m_sourceWidth);
        else
            resampleKernels().widen(rgbx, row, m_sourceWidth * samplesPerPixel);
    }
    ++m_sourceRow;
    emitRows();
}

void StreamingResampler::emitRows()
{
    const ResampleKernels &kernels = resampleKernels();
    const int taps = m_vertical.taps;
    qint16 *combined = m_ring.row(taps);
    while (!isComplete()) {
        const auto output = static_cast<std::size_t>(m_outputRow);
        const int first = m_vertical.first[output];
        if (first + taps > m_sourceRow)
            return;
        for (int k = 0; k < taps; ++k)
            m_rows[static_cast<std::size_t>(k)] = m_ring.row((first + k) % taps);
        const qint16 *weights = m_vertical.weights.data() + output * static_cast<std::size_t>(taps);
        qint16 *out = m_result.row(m_taker ? 0 : m_outputRow);
        kernels.vertical(m_rows.data(), weights, taps, combined, m_ring.blockedSamples());
        kernels.horizontal(combined, m_horizontal.taps.data(), m_horizontal.weights.data(),
            m_horizontal.groups, m_outputs.width(), out);
        if (m_taker)
            m_taker(out);
        ++m_outputRow;
    }
}

PlaneResampler::PlaneResampler(int fromEdge, int toEdge)
    : m_vertical(axisWeights(fromEdge, 0.0, fromEdge, toEdge))
    , m_horizontal(horizontalWeights(m_vertical))
{
}

void PlaneResampler::row(const SamplePlane &source, int y, qint16 *scratch, qint16 *out) const
{
    constexpr int mostTaps = 64;
    Q_ASSERT(m_vertical.taps <= mostTaps);
    const ResampleKernels &kernels = resampleKernels();
    const auto output = static_cast<std::size_t>(y);
    std::array<const qint16 *, mostTaps> rows;
    for (int k = 0; k < m_vertical.taps; ++k)
        rows[static_cast<std::size_t>(k)] = source.row(m_vertical.first[output] + k);
    const qint16 *weights = m_vertical.weights.data() + y * m_vertical.taps;
    kernels.vertical(rows.data(), weights, m_vertical.taps, scratch, source.blockedSamples());
    kernels.horizontal(scratch, m_horizontal.taps.data(), m_horizontal.weights.data(), m_horizontal.groups,
        m_vertical.outputs, out);
}

} // namespace likeness
