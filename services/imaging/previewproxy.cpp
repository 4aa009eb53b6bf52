// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/previewproxy.h"

#include "services/imaging/jpegrows.h"
#include "services/imaging/rendering.h"
#include "services/imaging/resampler.h"

#include <cmath>
#include <optional>

namespace likeness {

namespace {

/// A DCT scale may leave a proxy this much smaller than allowed, which saves resampling it.
constexpr double goodEnough = 0.65;

double pixelCount(QSize size)
{
    return static_cast<double>(size.width()) * size.height();
}

int proxyEighths(QSize stored, qint64 pixels)
{
    for (const int eighths : {1, 2, 4}) {
        const double scale = eighths / 8.0;
        if (pixelCount(stored) * scale * scale >= goodEnough * static_cast<double>(pixels))
            return eighths;
    }
    return 8;
}

/// The whole picture, as stored, not above the allowed size.
struct StoredProxy
{
    QImage image;
    double scale = 1.0;
};

Result<StoredProxy> readProxy(
    RowSource &rows, const ColourTransform *colour, qint64 pixels, const std::stop_token &stop)
{
    const QSize size = rows.area().size();
    const double shrink = std::min(1.0, std::sqrt(static_cast<double>(pixels) / pixelCount(size)));
    const QSize outputs(std::max(1, static_cast<int>(size.width() * shrink)),
        std::max(1, static_cast<int>(size.height() * shrink)));
    StoredProxy result {QImage(outputs, QImage::Format_RGBX8888), rows.scale() * shrink};
    if (result.image.isNull())
        return Error {Errc::PictureTooLarge};
    uchar *next = result.image.bits();
    const qsizetype stride = result.image.bytesPerLine();

    const ScratchLease scratch;
    std::optional<StreamingResampler> resampler;
    if (shrink < 1.0) {
        resampler.emplace(ResampleArea {size, QPointF(0, 0), QSizeF(outputs) / shrink}, outputs, nullptr,
            (*scratch).ring, (*scratch).largest);
        resampler->handRowsTo([&](qint16 *samples) {
            if (colour)
                colour->toSrgb(samples, outputs.width());
            resampleKernels().narrow(samples, next, outputs.width());
            next += stride;
        });
    }
    for (int y = 0; y < size.height(); ++y) {
        if (y % 16 == 0 && stop.stop_requested())
            return Error {Errc::Cancelled};
        const Result<const uchar *> row = rows.nextRow();
        if (!row)
            return row.error();
        if (resampler) {
            resampler->push(*row);
        } else if (colour) {
            colour->toSrgb(*row, next, size.width());
            next += stride;
        } else {
            std::memcpy(next, *row, static_cast<std::size_t>(stride));
            next += stride;
        }
    }
    return result;
}

Result<StoredProxy> proxyOf(const Picture &picture, qint64 pixels, const std::stop_token &stop)
{
    const QRectF whole(QPointF(0, 0), picture.storedSize);
    if (picture.isStreamed()) {
        const auto rows = openJpegRows(picture.file, {whole, proxyEighths(picture.storedSize, pixels)}, stop);
        if (!rows)
            return rows.error();
        const std::shared_ptr<const ColourTransform> colour = ColourTransform::of(picture.iccProfile);
        return readProxy(**rows, colour.get(), pixels, stop);
    }
    if (pixelCount(picture.raster.size()) <= static_cast<double>(pixels))
        return StoredProxy {picture.raster, 1.0};
    RasterRows rows(picture.raster, whole);
    return readProxy(rows, nullptr, pixels, stop);
}

} // namespace

Result<PreviewProxy> PreviewProxy::of(const Picture &picture, std::stop_token stop, qint64 pixels)
{
    const Result<StoredProxy> stored = proxyOf(picture, pixels, stop);
    if (!stored)
        return stored.error();
    PreviewProxy proxy;
    proxy.m_image = turnedImage(stored->image, Turn::ofOrientation(picture.orientation));
    proxy.m_scale = stored->scale;
    proxy.m_uprightSize = picture.uprightSize();
    return proxy;
}

QList<Rendition> PreviewProxy::renditions(const PhotoRecipe &recipe, const RenderSettings &settings) const
{
    const CropView view = CropView::of(recipe, m_uprightSize, 1).scaled(m_scale);
    RasterRows rows(m_image, view.neededArea(neededMargin(view, 1.0)));
    const ScratchLease scratch;
    const Result<const SamplePlane *> largest
        = renderedLargest({rows, view, nullptr, settings.light}, *scratch, {});
    return largest ? renderedChain(**largest, wholeLadder(), settings.light, *scratch) : QList<Rendition>();
}

} // namespace likeness
