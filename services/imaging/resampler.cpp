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
    , m_rows(static_cast<std::size_t>(m_vertical.pairReach()))
{
    m_ring.reshape(m_sourceWidth, ringRows() + 2);
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
        m_result.reshape(m_outputs.width(), m_taker ? 2 : m_outputs.height());
    if (m_sourceRow >= m_vertical.firstOf(m_outputRow)) {
        qint16 *row = m_ring.row(m_sourceRow % ringRows());
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
    while (!isComplete()) {
        const int first = m_vertical.firstOf(m_outputRow);
        const bool paired = m_outputRow + 1 < m_vertical.outputs;
        const int needed = m_vertical.firstOf(paired ? m_outputRow + 1 : m_outputRow) + m_vertical.taps;
        if (needed > m_sourceRow)
            return;
        for (int row = first; row < needed; ++row)
            m_rows[static_cast<std::size_t>(row - first)] = m_ring.row(row % ringRows());
        if (paired)
            emitPair(needed - first - m_vertical.taps);
        else
            emitLast();
    }
}

void StreamingResampler::emitPair(int shift)
{
    const ResampleKernels &kernels = resampleKernels();
    const std::array<qint16 *, 2> combined {m_ring.row(ringRows()), m_ring.row(ringRows() + 1)};
    const int row = m_taker ? 0 : m_outputRow;
    const std::array<qint16 *, 2> out {m_result.row(row), m_result.row(row + 1)};
    kernels.verticalPair(m_rows.data(), m_vertical.weightsOf(m_outputRow), m_vertical.taps, shift,
        combined.data(), m_ring.blockedSamples());
    kernels.horizontalPair(combined.data(), m_horizontal.taps.data(), m_horizontal.weights.data(),
        m_horizontal.groups, m_outputs.width(), out.data());
    if (m_taker) {
        m_taker(out[0]);
        m_taker(out[1]);
    }
    m_outputRow += 2;
}

void StreamingResampler::emitLast()
{
    const ResampleKernels &kernels = resampleKernels();
    qint16 *combined = m_ring.row(ringRows());
    qint16 *out = m_result.row(m_taker ? 0 : m_outputRow);
    kernels.vertical(
        m_rows.data(), m_vertical.weightsOf(m_outputRow), m_vertical.taps, combined, m_ring.blockedSamples());
    kernels.horizontal(combined, m_horizontal.taps.data(), m_horizontal.weights.data(), m_horizontal.groups,
        m_outputs.width(), out);
    if (m_taker)
        m_taker(out);
    ++m_outputRow;
}

PlaneResampler::PlaneResampler(int fromEdge, int toEdge)
    : m_vertical(axisWeights(fromEdge, 0.0, fromEdge, toEdge))
    , m_horizontal(horizontalWeights(m_vertical))
{
    Q_ASSERT(toEdge % 2 == 0);
}

void PlaneResampler::rows(
    const SamplePlane &source, int even, qint16 *const *scratch, qint16 *const *out) const
{
    constexpr int mostRows = 64;
    const ResampleKernels &kernels = resampleKernels();
    const int first = m_vertical.firstOf(even);
    const int shift = m_vertical.firstOf(even + 1) - first;
    Q_ASSERT(m_vertical.taps + shift <= mostRows);
    std::array<const qint16 *, mostRows> rows;
    for (int k = 0; k < m_vertical.taps + shift; ++k)
        rows[static_cast<std::size_t>(k)] = source.row(first + k);
    kernels.verticalPair(
        rows.data(), m_vertical.weightsOf(even), m_vertical.taps, shift, scratch, source.blockedSamples());
    kernels.horizontalPair(scratch, m_horizontal.taps.data(), m_horizontal.weights.data(),
        m_horizontal.groups, m_vertical.outputs, out);
}

} // namespace likeness
