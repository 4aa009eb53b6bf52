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

/// Resamples a picture that arrives row by row, without ever holding it: a ring of as many rows as the filter
/// is high, vertical pass first.
class StreamingResampler
{
public:
    /// `ring` and `result` are the caller's memory, used until the result is complete.
    StreamingResampler(const ResampleArea &area, QSize outputs, const ToneTable *tones, SamplePlane &ring,
        SamplePlane &result);

    /// Rows go here, one after the other, instead of into `result`, of which only the first row is then used.
    void handRowsTo(std::function<void(qint16 *)> taker);

    void push(const uchar *rgbx);
    bool isComplete() const { return m_outputRow == m_vertical.outputs; }

private:
    void emitRows();

    AxisWeights m_vertical;
    HorizontalWeights m_horizontal;
    int m_sourceWidth;
    const ToneTable *m_tones;
    SamplePlane &m_ring; ///< its last row holds the vertical pass's result
    SamplePlane &m_result;
    std::function<void(qint16 *)> m_taker;
    QSize m_outputs;
    std::vector<const qint16 *> m_rows;
    int m_sourceRow = 0;
    int m_outputRow = 0;
};

void applyTones(const uchar *rgbx, const ToneTable &tones, qint16 *samples, int pixels);

/// Resamples a whole plane to a square of `edge`; keeps the weights, so make one per pair of sizes.
class PlaneResampler
{
public:
    PlaneResampler(int fromEdge, int toEdge);
    /// One row of the result. `scratch` holds a row of the source's width.
    void row(const SamplePlane &source, int y, qint16 *scratch, qint16 *out) const;
    int edge() const { return m_vertical.outputs; }

private:
    AxisWeights m_vertical;
    HorizontalWeights m_horizontal;
};

} // namespace likeness
