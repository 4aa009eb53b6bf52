// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photorecipe.h"
#include "services/imaging/ladder.h"
#include "services/imaging/picture.h"
#include "services/job/job.h"

#include <QList>
#include <QObject>
#include <QRectF>
#include <QUndoStack>
#include <memory>

class QThreadPool;

namespace likeness {

/// One picture being made into a photo: opening, the recipe with undo, live previews of all nine sizes,
/// faces. Presenter without widgets; owned by the page, used from the logic thread. A picture that cannot be
/// opened leaves everything as it was.
class PictureSession final : public QObject
{
    Q_OBJECT
public:
    explicit PictureSession(QThreadPool &workers, QObject *parent = nullptr);
    ~PictureSession() override;

    /// Open in the background; the newest call wins, and a new picture begins with an empty recipe and undo
    /// stack. `name` is shown, and compared with what the bytes say (PictureNote::WrongExtension).
    void open(const QByteArray &file, const QString &name);
    void openFile(const QString &path);
    void openImage(const QImage &pasted, const QString &name);
    void cancelOpening();
    bool isOpening() const;
    void close();

    bool hasPicture() const;
    const Picture &picture() const;
    QString name() const;
    /// The upright picture, sRGB, at most a few megapixels: what the crop editor paints. Scale = its width /
    /// upright width.
    QImage view() const;
    QSize uprightSize() const;

    const PhotoRecipe &recipe() const;
    /// One undo step from the recipe before. Changes with the same non-zero gesture merge into one step.
    void setRecipe(const PhotoRecipe &recipe, const QString &undoText, int gesture = 0);
    QUndoStack &undoStack();

    /// The nine, largest first, following the recipe: never older than the last one asked for by more than a
    /// frame.
    const QList<Rendition> &previews() const;

    /// Looks for faces in the picture as the recipe turns it; ends in facesChanged(), with NoFace when there
    /// is none.
    void findFaces();
    /// In upright pixels, largest first.
    const QList<QRectF> &faces() const;
    /// The recipe that frames a face of faces(): the present one with another crop.
    PhotoRecipe framing(int face) const;

    /// Full-quality renditions for upload or files; the recipe at the time of the call.
    JobPtr<QList<Rendition>> render() const;

signals:
    void openingChanged(bool opening);
    void pictureChanged();
    void refused(const likeness::Error &error, const QString &name);
    void recipeChanged();
    void previewsChanged();
    void facesChanged(const likeness::Result<likeness::Done> &outcome);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace likeness
