// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// Which signal of which part moves which session; what the page then shows is in photopage.cpp.
#include "ui/common/notice.h"
#include "ui/photo/cropeditor.h"
#include "ui/photo/laddergallery.h"
#include "ui/photo/ladderview.h"
#include "ui/photo/photocover.h"
#include "ui/photo/photopage.h"
#include "ui/photo/planview.h"

#include <QDir>
#include <QDrag>
#include <QFileInfo>
#include <QMimeData>
#include <QSaveFile>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>

namespace likeness {

void PhotoPage::connectPicture()
{
    connect(&m_picture, &PictureSession::openingChanged, this, [this](bool opening) {
        m_cover->setOpening(
            opening, m_openingPath.isEmpty() ? m_picture.name() : QFileInfo(m_openingPath).fileName());
    });
    connect(&m_picture, &PictureSession::pictureChanged, this, [this] {
        showPicture();
        if (m_picture.hasPicture()) {
            m_editor->setFocus(Qt::OtherFocusReason); // whoever opens a picture goes on with it
            sayOpened();
            if (!m_openingPath.isEmpty())
                emit fileOpened(m_openingPath);
        }
    });
    connect(&m_picture, &PictureSession::refused, this, &PhotoPage::sayRefused);
    connect(&m_picture, &PictureSession::recipeChanged, this, &PhotoPage::showRecipe);
    connect(&m_picture, &PictureSession::previewsChanged, this, &PhotoPage::showPreviews);
    connect(&m_picture, &PictureSession::facesChanged, this, &PhotoPage::showFaces);
    connect(&m_picture.undoStack(), &QUndoStack::indexChanged, this, &PhotoPage::showUndo);
    connect(&m_sizes, &RenditionSizes::changed, this, &PhotoPage::showBytes);
    connect(&m_settled, &QTimer::timeout, this, &PhotoPage::renderForUpload);
}

void PhotoPage::connectEditor()
{
    connect(m_editor, &CropEditor::recipeWanted, &m_picture, &PictureSession::setRecipe);
    connect(m_editor, &CropEditor::undoWanted, &m_picture.undoStack(), &QUndoStack::undo);
    connect(m_editor, &CropEditor::redoWanted, &m_picture.undoStack(), &QUndoStack::redo);
    connect(m_editor, &CropEditor::faceWanted, this, &PhotoPage::frameFace);
    connect(m_cover, &PhotoCover::openPressed, this, &PhotoPage::chooseFile);
    connect(m_cover, &PhotoCover::pastePressed, this, &PhotoPage::paste);
    connect(m_cover, &PhotoCover::cancelPressed, &m_picture, &PictureSession::cancelOpening);
    connect(m_cover, &PhotoCover::recentChosen, this, &PhotoPage::openFile);
}

void PhotoPage::connectLadder()
{
    connect(m_ladder, &LadderView::roundChanged, m_gallery, &LadderGallery::setRound);
    connect(m_ladder, &LadderView::saveWanted, this, &PhotoPage::chooseFolder);
    connect(m_ladder, &LadderView::draggedOut, this, &PhotoPage::dragOut);
    connect(m_ladder, &LadderView::allWanted, this, [this] {
        m_stage->setCurrentWidget(m_gallery);
        m_gallery->showSize(std::nullopt);
    });
    connect(m_ladder, &LadderView::oneWanted, this, [this](PhotoSize size) {
        m_stage->setCurrentWidget(m_gallery);
        m_gallery->showSize(size);
    });
    connect(m_gallery, &LadderGallery::closed, this, [this] { m_stage->setCurrentWidget(m_editor); });
}

void PhotoPage::connectPlan()
{
    connect(m_plan, &PlanView::chosen, &m_upload, &UploadSession::choose);
    connect(m_plan, &PlanView::uploadPressed, &m_upload, &UploadSession::upload);
    connect(m_plan, &PlanView::cancelPressed, &m_upload, &UploadSession::cancel);
    connect(m_plan, &PlanView::retryPressed, &m_upload, &UploadSession::retry);
    connect(m_plan, &PlanView::overwritePressed, &m_upload, &UploadSession::overwrite);
    connect(m_plan, &PlanView::leavePressed, &m_upload, &UploadSession::leave);
    connect(m_plan, &PlanView::refreshPressed, &m_upload, &UploadSession::refresh);
    connect(m_plan, &PlanView::restorePressed, this, [this](qint64 entry) {
        m_plan->showHistory(false);
        const Result<Done> begun = m_upload.restore(entry);
        if (!begun)
            sayRefused(begun.error(), tr("History"));
    });
    connect(&m_upload, &UploadSession::offersChanged, this, &PhotoPage::showPlan);
    connect(&m_upload, &UploadSession::progressChanged, this, [this](const StoreId &store) {
        m_plan->setProgress(store, m_upload.progress(store));
        m_plan->setRunning(m_upload.isRunning());
    });
    connect(&m_upload, &UploadSession::finished, this, &PhotoPage::showPlan);
    connect(&m_upload, &UploadSession::historyChanged, this, &PhotoPage::showHistory);
}

void PhotoPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto call) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, call);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { m_plan->pressUpload(); });
    add(QKeySequence(Qt::Key_F5), [this] {
        if (!m_upload.isRunning())
            m_upload.refresh();
    });
    add(QKeySequence::Save, [this] {
        if (m_picture.hasPicture())
            chooseFolder();
    });
}

void PhotoPage::dragOut(PhotoSize size)
{
    const auto encoded = m_sizes.encoded().constFind(size.edge());
    if (encoded == m_sizes.encoded().constEnd())
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::TempLocation);
    const QString name = QFileInfo(m_picture.name()).completeBaseName();
    QSaveFile file(QDir(folder).filePath(QStringLiteral("%1-%2.jpg").arg(name).arg(size.edge())));
    if (!file.open(QIODevice::WriteOnly) || file.write(encoded->bytes) < 0 || !file.commit())
        return sayRefused(Error {Errc::Local, file.errorString()}, file.fileName());
    auto *offering = new QMimeData;
    offering->setUrls({QUrl::fromLocalFile(file.fileName())});
    offering->setData(QStringLiteral("image/jpeg"), encoded->bytes);
    auto *drag = new QDrag(m_ladder); // Qt deletes both when the drag is over
    drag->setMimeData(offering);
    drag->exec(Qt::CopyAction);
}

} // namespace likeness
