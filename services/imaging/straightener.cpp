// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/straightener.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace likeness {

namespace {

void copyPixel(const qint16 *from, qint16 *to)
{
    std::memcpy(to, from, samplesPerPixel * sizeof(qint16));
}

/// Repeats the first and last pixel into the room before and after, for filters that reach over the edge.
void extendEdges(qint16 *padded, int before, int width, int after)
{
    const qint16 *first = padded + before * samplesPerPixel;
    const qint16 *last = first + (width - 1) * samplesPerPixel;
    for (int i = 0; i < before; ++i)
        copyPixel(first, padded + i * samplesPerPixel);
    for (int i = 0; i < after; ++i)
        copyPixel(last, padded + (before + width + i) * samplesPerPixel);
}

} // namespace

Straightener::Straightener(const CropView &view, const QRect &area, int outputs, const ToneTable *tones,
    SamplePlane &slanted, SamplePlane &spare)
    : m_weights(phaseWeights(view.edge / outputs))
    , m_outputs(outputs)
    , m_tones(tones)
    , m_slanted(slanted)
    , m_spare(spare)
    , m_taps(static_cast<std::size_t>(outputs))
    , m_cosine(std::cos(view.degrees * std::numbers::pi / 180.0))
    , m_sine(std::sin(view.degrees * std::numbers::pi / 180.0))
    , m_step(view.edge / outputs)
    , m_corner(view.centre - QPointF(view.edge / 2.0, view.edge / 2.0))
    , m_centre(QPointF(view.picture.width() / 2.0, view.picture.height() / 2.0) - area.topLeft())
    , m_sourceWidth(area.width())
{
    m_slanted.reshape(outputs, area.height());
    m_row.reshape(std::max(area.width(), area.height()) + 2 * m_weights.taps, 1);
}

/// The first pass undoes x' = x cos - y sin: in row y the output at x' lies at x = (x' + y sin) / cos.
void Straightener::push(const uchar *rgbx)
{
    if (isComplete())
        return;
    qint16 *padded = m_row.row(0);
    qint16 *row = padded + m_weights.taps * samplesPerPixel;
    if (m_tones)
        applyTones(rgbx, *m_tones, row, m_sourceWidth);
    else
        resampleKernels().widen(rgbx, row, m_sourceWidth * samplesPerPixel);
    extendEdges(padded, m_weights.taps, m_sourceWidth, m_weights.taps);
    const double y = m_sourceRow + 0.5 - m_centre.y();
    const double x = (m_corner.x() + m_step / 2.0 + y * m_sine) / m_cosine;
    slant(padded, m_sourceWidth, {x + m_centre.x() - 0.5, m_step / m_cosine}, m_slanted.row(m_sourceRow));
    ++m_sourceRow;
}

/// The second undoes y' = x sin + y cos, written with x': in column x' the output at y' lies at
/// y = (y' - x' tan) cos.
void Straightener::finishTransposed(SamplePlane &result)
{
    turnPlane(m_slanted, Turn::transpose(), m_spare);
    result.reshape(m_outputs, m_outputs);
    const int height = m_slanted.height();
    qint16 *padded = m_row.row(0);
    for (int column = 0; column < m_outputs; ++column) {
        std::memcpy(padded + m_weights.taps * samplesPerPixel, m_spare.row(column),
            static_cast<std::size_t>(height) * samplesPerPixel * sizeof(qint16));
        extendEdges(padded, m_weights.taps, height, m_weights.taps);
        const double x = m_corner.x() + (column + 0.5) * m_step;
        const double y = (m_corner.y() + m_step / 2.0) * m_cosine - x * m_sine;
        slant(padded, height, {y + m_centre.y() - 0.5, m_step * m_cosine}, result.row(column));
    }
}

void Straightener::slant(const qint16 *paddedRow, int available, Line line, qint16 *out)
{
    constexpr double fixedOne = 4294967296.0; // 32 bits of fraction: the sum of 648 steps stays exact enough
    const auto step = static_cast<qint64>(std::floor(line.step * fixedOne));
    auto position = static_cast<qint64>(std::floor(line.start * fixedOne));
    for (HorizontalTap &tap : m_taps) {
        const int first = static_cast<int>(position >> 32) - m_weights.before;
        const int phase = static_cast<int>((position & 0xFFFFFFFF) * PhaseWeights::phases >> 32);
        tap.first = std::clamp(first, -m_weights.taps, available) + m_weights.taps;
        tap.weights = m_weights.weightsOf(phase);
        position += step;
    }
    resampleKernels().horizontal(
        paddedRow, m_taps.data(), m_weights.weights.data(), m_weights.groups, m_outputs, out);
}

} // namespace likeness
