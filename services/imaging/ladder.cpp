// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/ladder.h"

#include "services/imaging/jpegrows.h"
#include "services/imaging/rendering.h"

namespace likeness {

namespace {

Result<std::unique_ptr<RowSource>> rowsOf(
    const Picture &picture, const CropView &view, double oversampling, std::stop_token stop)
{
    if (!picture.isStreamed()) {
        const QRectF needed = view.neededArea(neededMargin(view, 1.0));
        return std::unique_ptr<RowSource>(std::make_unique<RasterRows>(picture.raster, needed));
    }
    const int eighths = dctEighths(view.edge, PhotoSize::largest().edge(), oversampling);
    const QRectF needed = view.neededArea(neededMargin(view, eighths / 8.0));
    return openJpegRows(picture.file, {needed, eighths}, std::move(stop));
}

} // namespace

Result<QList<Rendition>> renderedLadder(const Picture &picture, const PhotoRecipe &recipe,
    std::span<const PhotoSize> sizes, const RenderSettings &settings, std::stop_token stop)
{
    const CropView view = CropView::of(recipe, picture.uprightSize(), picture.orientation);
    const Result<std::unique_ptr<RowSource>> rows = rowsOf(picture, view, settings.oversampling, stop);
    if (!rows)
        return rows.error();
    const std::shared_ptr<const ColourTransform> colour
        = picture.isStreamed() ? ColourTransform::of(picture.iccProfile) : nullptr;
    const ScratchLease scratch;
    const Result<const SamplePlane *> largest
        = renderedLargest({**rows, view, colour.get(), settings.light}, *scratch, stop);
    if (!largest)
        return largest.error();
    if (stop.stop_requested())
        return Error {Errc::Cancelled};
    return renderedChain(**largest, sizes, settings.light, *scratch);
}

Result<QList<Rendition>> renderedLadder(
    const Picture &picture, const PhotoRecipe &recipe, const RenderSettings &settings, std::stop_token stop)
{
    return renderedLadder(picture, recipe, wholeLadder(), settings, std::move(stop));
}

} // namespace likeness
