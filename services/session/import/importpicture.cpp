// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/import/importpicture.h"

#include "models/photo/faceframing.h"
#include "services/imaging/encoder.h"
#include "services/imaging/facefinder.h"
#include "services/imaging/previewproxy.h"
#include "services/imaging/sharpness.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <functional>
#include <vector>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int thumbEdge = 96;
constexpr int measuredForBlur = 240;
constexpr qint64 lookedAtPixels
    = 1'100'000; ///< enough for the faces of a portrait, a quarter of the cost of more
constexpr double sharpReduction = 1.6; ///< with fewer pixels for one the look would blur
constexpr double squareEnough = 1.02; ///< the long side by the short one

Result<Picture> pictureIn(const QString &path, const std::stop_token &stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {Errc::Local, path + u": "_s + file.errorString()};
    const QByteArray bytes = file.read(PictureLimits {}.bytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error {Errc::Local, path + u": "_s + file.errorString()};
    return openPicture(bytes, {}, stop);
}

/// Frames the largest face; where there is no detector, nothing is said about faces.
Result<ImportHints> frameFace(const PreviewProxy &proxy, PhotoRecipe &recipe, const std::stop_token &stop)
{
    const Result<QList<QRectF>> faces = findFaces(proxy.image(), stop, FaceEffort::Quick);
    if (!faces)
        return faces.error().code == Errc::Unsupported ? Result<ImportHints>(ImportHints {}) : faces.error();
    if (faces->isEmpty())
        return ImportHints(ImportHint::NoFace);
    const QRectF &largest = faces->first();
    const QRectF face(largest.topLeft() / proxy.scale(), largest.size() / proxy.scale());
    recipe.crop = framedFace(face, recipe.frame(proxy.uprightSize()));
    return faces->size() > 1 ? ImportHints(ImportHint::SeveralFaces) : ImportHints();
}

const QImage &inSize(const QList<Rendition> &renditions, int edge)
{
    return std::ranges::find_if(renditions, [edge](const Rendition &each) {
        return each.size.edge() == edge;
    })->pixels;
}

ImportHints hintsOn(const QList<Rendition> &renditions, const PhotoRecipe &recipe, QSize pixels)
{
    ImportHints hints;
    const double longSide = std::max(pixels.width(), pixels.height());
    hints.setFlag(ImportHint::NotSquare, longSide > squareEnough * std::min(pixels.width(), pixels.height()));
    hints.setFlag(ImportHint::TooSmall, recipe.cropIn(pixels).edge() < PhotoSize::largest().edge());
    hints.setFlag(ImportHint::Blurred, sharpnessOf(inSize(renditions, measuredForBlur)) < leastSharpness);
    return hints;
}

/// By what was decoded already, unless the square is a small part of it.
Result<QList<Rendition>> shownIn(
    const Picture &picture, const PreviewProxy &proxy, const PhotoRecipe &recipe, const std::stop_token &stop)
{
    static constexpr std::array shown {*PhotoSize::of(measuredForBlur), *PhotoSize::of(thumbEdge)};
    const double edge = recipe.cropIn(picture.uprightSize()).edge() * proxy.scale();
    const bool isEnough = proxy.scale() == 1.0 || edge >= sharpReduction * measuredForBlur;
    return isEnough ? Result<QList<Rendition>>(proxy.renditions(recipe))
                    : renderedLadder(picture, recipe, shown, {}, stop);
}

} // namespace

Result<ImportLook> lookedAt(
    const QString &file, const std::optional<PhotoRecipe> &recipe, std::stop_token stop)
{
    const Result<Picture> picture = pictureIn(file, stop);
    if (!picture)
        return picture.error();
    const Result<PreviewProxy> proxy = PreviewProxy::of(*picture, stop, lookedAtPixels);
    if (!proxy)
        return proxy.error();
    PhotoRecipe framed = recipe.value_or(PhotoRecipe {});
    const Result<ImportHints> faces
        = recipe ? Result<ImportHints>(ImportHints {}) : frameFace(*proxy, framed, stop);
    if (!faces)
        return faces.error();
    const QSize pixels = picture->uprightSize();
    const Result<QList<Rendition>> made = shownIn(*picture, *proxy, framed, stop);
    if (!made)
        return made.error();
    const QList<Rendition> &renditions = *made;
    const auto thumb = encodeWithin(inSize(renditions, thumbEdge), EncodeSettings::forEdge(thumbEdge));
    if (!thumb)
        return thumb.error();
    return ImportLook {pixels, framed, *faces | hintsOn(renditions, framed, pixels), thumb->photo.bytes,
        Fingerprint::of(inSize(renditions, measuredForBlur))};
}

Result<QList<ImportPhoto>> importPhotos(
    const QString &file, const PhotoRecipe &recipe, const QList<ImportTarget> &targets, std::stop_token stop)
{
    const Result<Picture> picture = pictureIn(file, stop);
    if (!picture)
        return picture.error();
    std::vector<PhotoSize> sizes;
    for (const ImportTarget &target : targets) {
        if (std::ranges::find(sizes, target.writes) == sizes.end())
            sizes.push_back(target.writes);
    }
    std::ranges::sort(sizes, std::greater {});
    const Result<QList<Rendition>> renditions = renderedLadder(*picture, recipe, sizes, {}, stop);
    if (!renditions)
        return renditions.error();
    QList<ImportPhoto> photos;
    for (const ImportTarget &target : targets) {
        const int edge = target.writes.edge();
        const auto encoded
            = encodeWithin(inSize(*renditions, edge), EncodeSettings::forEdge(edge, target.budget));
        photos.append({target.store,
            encoded.transform([](const EncodedRendition &rendition) { return rendition.photo; })});
    }
    return photos;
}

} // namespace likeness
