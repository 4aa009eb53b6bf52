// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/picturesession.h"

#include "models/photo/faceframing.h"
#include "services/imaging/facefinder.h"
#include "services/job/workerjob.h"
#include "services/session/pictureopening.h"
#include "services/session/previewfeed.h"
#include "services/session/recipecommand.h"

#include <QFileInfo>
#include <cmath>

namespace likeness {
namespace {

/// The picture turned and mirrored as in the recipe, not straightened: what faces are looked for in.
QImage turnedAsIn(const PhotoRecipe &recipe, const QImage &upright)
{
    const QImage mirrored = recipe.mirrored ? upright.mirrored(true, false) : upright;
    return recipe.quarterTurns == 0 ? mirrored
                                    : mirrored.transformed(QTransform().rotate(recipe.quarterTurns * 90));
}

/// Faces of the turned proxy in pixels of the upright source.
QList<QRectF> facesInUpright(
    const QList<QRectF> &found, const PhotoRecipe &recipe, QSize upright, double scale)
{
    PhotoRecipe turns;
    turns.quarterTurns = recipe.quarterTurns;
    turns.mirrored = recipe.mirrored;
    const QTransform toUpright = turns.toFrame(upright).inverted();
    QList<QRectF> faces;
    for (const QRectF &box : found)
        faces.append(toUpright.mapRect(QRectF(box.topLeft() / scale, box.size() / scale)));
    return faces;
}

/// A box of the same area about the same point, upright in the frame whatever its angle.
QRectF faceInFrame(const QRectF &face, const QTransform &toFrame)
{
    const double edge = std::sqrt(face.width() * face.height());
    const QPointF centre = toFrame.map(face.center());
    return {centre.x() - edge / 2, centre.y() - edge / 2, edge, edge};
}

} // namespace

class PictureSession::Private final
{
public:
    Private(PictureSession &session, QThreadPool &pool)
        : q(session)
        , workers(pool)
        , feed(pool)
    {
    }

    void startOpening(const QString &shownName, WorkerJob<OpenedPicture>::Work work);
    void takeOpened(const Result<OpenedPicture> &opened, const QString &shownName);
    void endOpening();
    void applyRecipe(const PhotoRecipe &next);
    void startFinding();

    PictureSession &q;
    QThreadPool &workers;
    PreviewFeed feed;
    QUndoStack undoStack;
    JobPtr<OpenedPicture> opening;
    JobPtr<QList<QRectF>> finding;
    bool hasPicture = false;
    Picture picture;
    QString name;
    QImage view;
    PhotoRecipe recipe;
    QList<QRectF> faces;
};

void PictureSession::Private::startOpening(const QString &shownName, WorkerJob<OpenedPicture>::Work work)
{
    const bool alreadyOpening = opening != nullptr;
    opening = runInWorker<OpenedPicture>(workers, std::move(work));
    opening->onFinished(
        &q, [this, shownName](const Result<OpenedPicture> &opened) { takeOpened(opened, shownName); });
    opening->start();
    if (!alreadyOpening)
        emit q.openingChanged(true);
}

void PictureSession::Private::takeOpened(const Result<OpenedPicture> &opened, const QString &shownName)
{
    // the job goes away here
    const Result<OpenedPicture> kept = opened; // NOLINT(performance-unnecessary-copy-initialization)
    endOpening();
    if (!kept) {
        emit q.refused(kept.error(), shownName);
        return;
    }
    finding.reset();
    faces.clear();
    undoStack.clear();
    recipe = {};
    hasPicture = true;
    picture = kept->picture;
    name = shownName;
    view = kept->proxy.image();
    emit q.pictureChanged();
    emit q.recipeChanged();
    feed.setSource(kept->picture, kept->proxy, kept->previews);
}

void PictureSession::Private::endOpening()
{
    opening.reset();
    emit q.openingChanged(false);
}

void PictureSession::Private::applyRecipe(const PhotoRecipe &next)
{
    recipe = next;
    feed.follow(recipe);
    emit q.recipeChanged();
}

void PictureSession::Private::startFinding()
{
    const double scale = double(view.width()) / picture.uprightSize().width();
    finding = runInWorker<QList<QRectF>>(
        workers, [upright = view, turns = recipe, size = picture.uprightSize(), scale](std::stop_token stop) {
            return likeness::findFaces(turnedAsIn(turns, upright), std::move(stop))
                .transform(
                    [&](const QList<QRectF> &found) { return facesInUpright(found, turns, size, scale); });
        });
    finding->onFinished(&q, [this](const Result<QList<QRectF>> &found) {
        // the job goes away here
        const Result<QList<QRectF>> kept = found; // NOLINT(performance-unnecessary-copy-initialization)
        finding.reset();
        if (kept)
            faces = *kept;
        if (kept && faces.isEmpty())
            emit q.facesChanged(Error {Errc::NoFace});
        else
            emit q.facesChanged(kept.transform([](const QList<QRectF> &) { return Done {}; }));
    });
    finding->start();
}

PictureSession::PictureSession(QThreadPool &workers, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, workers))
{
    connect(&d->feed, &PreviewFeed::previewsChanged, this, &PictureSession::previewsChanged);
}

PictureSession::~PictureSession() = default;

void PictureSession::open(const QByteArray &file, const QString &name)
{
    d->startOpening(
        name, [file, name](std::stop_token stop) { return openedFromBytes(file, name, std::move(stop)); });
}

void PictureSession::openFile(const QString &path)
{
    d->startOpening(QFileInfo(path).fileName(),
        [path](std::stop_token stop) { return openedFromFile(path, std::move(stop)); });
}

void PictureSession::openImage(const QImage &pasted, const QString &name)
{
    d->startOpening(
        name, [pasted](std::stop_token stop) { return openedFromImage(pasted, std::move(stop)); });
}

void PictureSession::cancelOpening()
{
    if (isOpening())
        d->endOpening();
}

bool PictureSession::isOpening() const
{
    return d->opening != nullptr;
}

void PictureSession::close()
{
    cancelOpening();
    if (!d->hasPicture)
        return;
    d->finding.reset();
    d->feed.clear();
    d->undoStack.clear();
    d->hasPicture = false;
    d->picture = {};
    d->name.clear();
    d->view = {};
    d->recipe = {};
    d->faces.clear();
    emit pictureChanged();
    emit recipeChanged();
    emit previewsChanged();
}

bool PictureSession::hasPicture() const
{
    return d->hasPicture;
}

const Picture &PictureSession::picture() const
{
    return d->picture;
}

QString PictureSession::name() const
{
    return d->name;
}

QImage PictureSession::view() const
{
    return d->view;
}

QSize PictureSession::uprightSize() const
{
    return d->picture.uprightSize();
}

const PhotoRecipe &PictureSession::recipe() const
{
    return d->recipe;
}

void PictureSession::setRecipe(const PhotoRecipe &recipe, const QString &undoText, int gesture)
{
    if (!d->hasPicture || recipe == d->recipe)
        return;
    d->undoStack.push(new RecipeCommand({d->recipe, recipe, gesture}, undoText,
        [this](const PhotoRecipe &next) { d->applyRecipe(next); })); // the stack owns it
}

QUndoStack &PictureSession::undoStack()
{
    return d->undoStack;
}

const QList<Rendition> &PictureSession::previews() const
{
    return d->feed.previews();
}

void PictureSession::findFaces()
{
    if (d->hasPicture)
        d->startFinding();
}

const QList<QRectF> &PictureSession::faces() const
{
    return d->faces;
}

PhotoRecipe PictureSession::framing(int face) const
{
    PhotoRecipe framed = d->recipe;
    const QTransform toFrame = framed.toFrame(uprightSize());
    framed.crop = framedFace(faceInFrame(d->faces.at(face), toFrame), framed.frame(uprightSize()));
    return framed;
}

JobPtr<QList<Rendition>> PictureSession::render() const
{
    return runInWorker<QList<Rendition>>(
        d->workers, [picture = d->picture, recipe = d->recipe](std::stop_token stop) {
            return renderedLadder(picture, recipe, {}, std::move(stop));
        });
}

} // namespace likeness
