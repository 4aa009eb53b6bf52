// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/kernels.h"
#include "services/imaging/samples.h"
#include "services/imaging/weights.h"

#include <QImage>
#include <QPointF>
#include <QSize>
#include <array>
#include <functional>
#include <vector>

namespace likeness {

/// 8-bit value to sample, per channel; for light that is not simply the value (linear light).
using ToneTable = std::array<std::array<qint16, 256>, 3>;

/// The part of a source of `size` that becomes the result.
struct ResampleArea
{
    QSize size; ///< pixels there are
    QPointF corner; ///< of the part, in them
    QSizeF part;
};

/// Resamples a picture that arrives row by row, without ever holding it: a ring of as many rows as two
/// outputs need, vertical pass first. Two rows are made at a time, since they come from nearly the same
/// source rows.
class StreamingResampler
{
public:
    /// `ring` and `result` are the caller's memory, used until the result is complete.
    StreamingResampler(const ResampleArea &area, QSize outputs, const ToneTable *tones, SamplePlane &ring,
        SamplePlane &result);

    /// Rows go here, one after the other, instead of into `result`, of which two rows are then used.
    void handRowsTo(std::function<void(qint16 *)> taker);

    void push(const uchar *rgbx);
    bool isComplete() const { return m_outputRow == m_vertical.outputs; }

private:
    int ringRows() const { return static_cast<int>(m_rows.size()); }
    void emitRows();
    void emitPair(int shift);
    void emitLast();

    AxisWeights m_vertical;
    HorizontalWeights m_horizontal;
    int m_sourceWidth;
    const ToneTable *m_tones;
    SamplePlane &m_ring; ///< its last two rows hold the vertical pass's result
    SamplePlane &m_result;
    std::function<void(qint16 *)> m_taker;
    QSize m_outputs;
    std::vector<const qint16 *> m_rows; ///< as many as the ring has for the source
    int m_sourceRow = 0;
    int m_outputRow = 0; ///< even, until the last
};

void applyTones(const uchar *rgbx, const ToneTable &tones, qint16 *samples, int pixels);

/// Resamples a whole plane to a square of `edge`; keeps the weights, so make one per pair of sizes.
class PlaneResampler
{
public:
    PlaneResampler(int fromEdge, int toEdge);
    /// Rows `even` and `even` + 1 of the result. `scratch` holds two rows of the source's width.
    void rows(const SamplePlane &source, int even, qint16 *const *scratch, qint16 *const *out) const;

private:
    AxisWeights m_vertical;
    HorizontalWeights m_horizontal;
};

} // namespace likeness
