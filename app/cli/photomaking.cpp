// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/photomaking.h"

#include "models/photo/faceframing.h"
#include "services/imaging/facefinder.h"
#include "services/imaging/previewproxy.h"

#include <QFile>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

Result<QByteArray> pictureFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {Errc::BadInput, path + u": "_s + file.errorString()};
    if (file.size() > PictureLimits {}.bytes)
        return Error {Errc::PictureTooLarge, u"%1 bytes"_s.arg(file.size())};
    return file.readAll();
}

/// Frames the largest face, if there is one; returns how many there are.
Result<qsizetype> frameFace(PhotoRecipe &recipe, const Picture &picture, std::stop_token stop)
{
    const Result<PreviewProxy> small = PreviewProxy::of(picture, stop);
    if (!small)
        return small.error();
    const Result<QList<QRectF>> faces = findFaces(small->image(), stop);
    if (!faces)
        return faces.error();
    if (faces->isEmpty())
        return 0;
    const QRectF &largest = faces->first();
    const double scale = small->scale();
    const QRectF face(largest.topLeft() / scale, largest.size() / scale);
    const QSize upright = picture.uprightSize();
    recipe.crop = framedFace(recipe.toFrame(upright).mapRect(face), recipe.frame(upright));
    return faces->size();
}

} // namespace

Result<MadePhoto> madePhoto(const QString &path, const RecipeOptions &options, std::stop_token stop)
{
    const Result<QByteArray> file = pictureFile(path);
    if (!file)
        return file.error();
    Result<Picture> picture = openPicture(*file, {}, stop);
    if (!picture)
        return picture.error();
    Result<PhotoRecipe> recipe = options.recipeFor(picture->uprightSize());
    if (!recipe)
        return recipe.error();
    qsizetype faces = 0;
    if (options.frameFace) {
        const Result<qsizetype> found = frameFace(*recipe, *picture, stop);
        if (!found)
            return found.error();
        faces = *found;
    }
    Result<QList<Rendition>> renditions = renderedLadder(*picture, *recipe, {}, stop);
    if (!renditions)
        return renditions.error();
    return MadePhoto {*std::move(picture), *recipe, faces, *std::move(renditions)};
}

Result<EncodedRendition> encodedFor(const Rendition &rendition, const RecipeOptions &options)
{
    const int edge = rendition.size.edge();
    return encodeWithin(rendition.pixels, EncodeSettings::forEdge(edge, options.budgets.value(edge)));
}

} // namespace likeness
