// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/rendering.h"

#include "services/imaging/resampler.h"
#include "services/imaging/straightener.h"

namespace likeness {

namespace {

constexpr int largestEdge = PhotoSize::largest().edge();

/// Which light the filter works in, and the way there and back to sRGB.
class LightPath
{
public:
    LightPath(const ColourTransform *colour, RenderSettings::Light light)
        : m_colour(colour)
        , m_linear(light == RenderSettings::Light::Linear)
        , m_convertsRows(colour && m_linear && !colour->linearTones())
    {
    }
    const ToneTable *tones() const
    {
        if (!m_linear)
            return nullptr;
        return m_colour && !m_convertsRows ? m_colour->linearTones() : &ColourTransform::srgbTones();
    }
    bool convertsRows() const { return m_convertsRows; }
    void convertRow(const uchar *from, uchar *to, int pixels) const { m_colour->toSrgb(from, to, pixels); }
    void finish(SamplePlane &plane) const
    {
        if (!m_colour || m_convertsRows)
            return;
        for (int y = 0; y < plane.height(); ++y) {
            if (m_linear)
                m_colour->linearToSrgb(plane.row(y), plane.width());
            else
                m_colour->toSrgb(plane.row(y), plane.width());
        }
    }

private:
    const ColourTransform *m_colour;
    bool m_linear;
    bool m_convertsRows;
};

template <class Sink>
Result<Done> pumpRows(RowSource &rows, Sink &sink, const LightPath &path, const std::stop_token &stop)
{
    constexpr int rowsPerCheck = 16;
    std::vector<uchar> converted;
    if (path.convertsRows())
        converted.resize(static_cast<std::size_t>(rows.area().width()) * samplesPerPixel);
    for (int y = 0; y < rows.area().height() && !sink.isComplete(); ++y) {
        if (y % rowsPerCheck == 0 && stop.stop_requested())
            return Error {Errc::Cancelled};
        const Result<const uchar *> row = rows.nextRow();
        if (!row)
            return row.error();
        if (path.convertsRows()) {
            path.convertRow(*row, converted.data(), rows.area().width());
            sink.push(converted.data());
        } else {
            sink.push(*row);
        }
    }
    Q_ASSERT(sink.isComplete());
    return Done {};
}

/// What lies in scratch.largest, turned. It is not held twice while the sizes are made and encoded.
const SamplePlane *turnedLargest(RenderScratch &scratch, Turn turn)
{
    if (turn == Turn())
        return &scratch.largest;
    turnPlane(scratch.largest, turn, scratch.turned);
    scratch.largest.release();
    return &scratch.turned;
}

} // namespace

double neededMargin(const CropView &view, double scale)
{
    constexpr double slack = 2.0; // rounding to whole pixels
    return (filterReach(view.edge * scale / largestEdge) + slack) / scale;
}

Result<const SamplePlane *> renderedLargest(
    const RenderInput &input, RenderScratch &scratch, std::stop_token stop)
{
    const LightPath path(input.colour, input.light);
    const QRect area = input.rows.area();
    const CropView view = input.view.scaled(input.rows.scale());
    if (!view.isStraightened()) {
        const ResampleArea part {area.size(), view.corner() - area.topLeft(), QSizeF(view.edge, view.edge)};
        StreamingResampler resampler(
            part, QSize(largestEdge, largestEdge), path.tones(), scratch.ring, scratch.largest);
        const Result<Done> pumped = pumpRows(input.rows, resampler, path, stop);
        if (!pumped)
            return pumped.error();
        path.finish(scratch.largest);
        return turnedLargest(scratch, view.turn);
    }
    Straightener straightener(view, area, largestEdge, path.tones(), scratch.ring, scratch.spare);
    const Result<Done> pumped = pumpRows(input.rows, straightener, path, stop);
    if (!pumped)
        return pumped.error();
    straightener.finishTransposed(scratch.largest);
    path.finish(scratch.largest);
    return turnedLargest(scratch, view.turn.after(Turn::transpose()));
}

} // namespace likeness
