// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/picturesession.h"
#include "services/session/renditionsizes.h"
#include "services/session/uploadsession.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QMimeData;
class QStackedWidget;

namespace likeness {

class CropEditor;
class LadderGallery;
class LadderView;
class Notice;
class PhotoCover;
class PlanView;
class Theme;
class UpscaleView;

/// *My photo*: the crop editor, the sizes, the comparison and the upload plan of one person, wired to the
/// sessions. The sessions belong to whoever made them and outlive the page; so does the theme. GUI thread.
class PhotoPage final : public QWidget
{
    Q_OBJECT
public:
    PhotoPage(PictureSession &picture, UploadSession &upload, QThreadPool &workers, const Theme &theme,
        QWidget *parent = nullptr);
    ~PhotoPage() override;

    /// Opens what was dropped or pasted; says so when it is nothing that can be opened.
    void offer(const QMimeData &offering);
    void paste();
    void chooseFile();
    void openFile(const QString &path);
    void setRecentFiles(const QStringList &paths);
    /// Everything shown follows the recipe: the sizes are measured and what would be uploaded is rendered.
    bool isSettled() const;
    /// Writes the nine sizes to a folder.
    void saveSizes(const QString &folder);

signals:
    /// A file was opened and is a picture: worth remembering.
    void fileOpened(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectPicture();
    void connectEditor();
    void connectLadder();
    void connectPlan();
    void addShortcuts();

    void showPicture();
    void showRecipe();
    void showPreviews();
    void showBytes();
    void showUndo();
    void showPlan();
    void showHistory();
    void sayRefused(const Error &error, const QString &name);
    void sayOpened();
    void frameFace();
    void showFaces(const Result<Done> &outcome);
    void renderForUpload();
    void chooseFolder();
    void dragOut(PhotoSize size);

    PictureSession &m_picture;
    UploadSession &m_upload;
    QThreadPool &m_workers;
    RenditionSizes m_sizes;
    QTimer m_settled; ///< the recipe rests: render what would be uploaded
    JobPtr<QList<Rendition>> m_render;
    JobPtr<int> m_save;
    QString m_openingPath;
    QString m_folder; ///< where Open begins: the newest file's, else the person's pictures
    int m_face = -1;
    bool m_renditionsCurrent = false;

    CropEditor *m_editor;
    PhotoCover *m_cover;
    LadderGallery *m_gallery;
    QStackedWidget *m_stage;
    Notice *m_notice;
    LadderView *m_ladder;
    UpscaleView *m_upscale;
    PlanView *m_plan;
    QWidget *m_side;
};

} // namespace likeness
