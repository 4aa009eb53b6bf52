// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "services/imaging/ladder.h"

#include <QImage>
#include <QList>
#include <stop_token>

namespace likeness {

/// A source picture made small enough to preview at 60 frames a second: decoded once, turned upright, in
/// sRGB. A value, cheap to copy; renditions() may run on any thread and several at once. What it shows
/// differs from renderedLadder() only where the crop has fewer proxy pixels than the rendition needs.
class PreviewProxy
{
public:
    static constexpr qint64 mostPixels = 4'200'000;

    /// With at most so many pixels. Errors: PictureBroken, Cancelled.
    static Result<PreviewProxy> of(
        const Picture &picture, std::stop_token stop = {}, qint64 pixels = mostPixels);

    const QImage &image() const
    {
        return m_image;
    } ///< upright, sRGB, Format_RGBX8888, at most as many pixels
    double scale() const { return m_scale; } ///< proxy pixels per pixel of the upright picture
    QSize uprightSize() const { return m_uprightSize; } ///< of the source, in its own pixels

    /// The nine, largest first, as the recipe (in source pixels) makes them.
    QList<Rendition> renditions(const PhotoRecipe &recipe, const RenderSettings &settings = {}) const;

private:
    PreviewProxy() = default;

    QImage m_image;
    double m_scale = 1.0;
    QSize m_uprightSize;
};

/// What a client shows that has only `stored` and stretches it to `shownEdge`: plain bilinear.
QImage asUpscaledByClient(const QImage &stored, int shownEdge);

} // namespace likeness
