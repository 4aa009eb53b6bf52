// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/cropview.h"
#include "services/imaging/resampler.h"

#include <QPoint>
#include <QSize>

namespace likeness {

/// The straightened counterpart of StreamingResampler: a rotation by up to 15 degrees, and the reduction, in
/// two passes along the axes. Rotating is a slant along the rows (each row begins at another place) and then
/// one along the columns; the columns are done as rows of the transposed plane, so one kernel serves both.
/// Each pass uses the full filter, so nothing is blurred twice.
class Straightener
{
public:
    /// `view` in pixels of the source, of which `area` is pushed; the memory is the caller's.
    Straightener(const CropView &view, const QRect &area, int outputs, const ToneTable *tones,
        SamplePlane &slanted, SamplePlane &spare);

    void push(const uchar *rgbx);
    bool isComplete() const { return m_sourceRow == m_slanted.height(); }
    /// The result, transposed: the caller turns it anyway.
    void finishTransposed(SamplePlane &result);

private:
    struct Line
    {
        double start; ///< source position of the first output, sample centres at whole numbers
        double step;
    };
    void slant(const qint16 *paddedRow, int available, Line line, qint16 *out);

    PhaseWeights m_weights;
    int m_outputs;
    const ToneTable *m_tones;
    SamplePlane &m_slanted;
    SamplePlane &m_spare;
    SamplePlane m_row;
    std::vector<HorizontalTap> m_taps;
    double m_cosine;
    double m_sine;
    double m_step; ///< source pixels per output
    QPointF m_corner; ///< of the square, from the picture's centre
    QPointF m_centre; ///< of the picture, from the area's corner
    int m_sourceWidth;
    int m_sourceRow = 0;
};

} // namespace likeness
