// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/photopage.h"

#include "ui/common/errorwords.h"
#include "ui/common/notice.h"
#include "ui/photo/cropeditor.h"
#include "ui/photo/figures.h"
#include "ui/photo/laddergallery.h"
#include "ui/photo/ladderview.h"
#include "ui/photo/photocover.h"
#include "ui/photo/pictureintake.h"
#include "ui/photo/planview.h"
#include "ui/photo/upscaleview.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QStackedWidget>
#include <QStandardPaths>
#include <chrono>

namespace likeness {

using namespace std::chrono_literals;

namespace {

constexpr int pageGap = 16;

/// How much of the crop the face fills, 0 = no face in it.
double faceShareOf(const PictureSession &picture)
{
    if (picture.faces().isEmpty())
        return 0;
    const QSize upright = picture.uprightSize();
    const QRect crop = picture.recipe().cropIn(upright).rect();
    const QRectF face = picture.recipe().toFrame(upright).mapRect(picture.faces().constFirst());
    return QRectF(crop).contains(face.center()) ? face.height() / crop.height() : 0;
}

} // namespace

PhotoPage::PhotoPage(
    PictureSession &picture, UploadSession &upload, QThreadPool &workers, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_picture(picture)
    , m_upload(upload)
    , m_workers(workers)
    , m_sizes(workers)
    , m_editor(new CropEditor(theme, this))
    , m_cover(new PhotoCover(theme, m_editor))
    , m_gallery(new LadderGallery(theme, this))
    , m_stage(new QStackedWidget(this))
    , m_notice(new Notice(theme, this))
    , m_ladder(new LadderView(theme, this))
    , m_upscale(new UpscaleView(theme, this))
    , m_plan(new PlanView(theme, this))
    , m_side(new QWidget(this))
{
    setAcceptDrops(true);
    m_settled.setSingleShot(true);
    m_settled.setInterval(250ms);
    m_editor->setCover(m_cover);
    layOut();
    connectPicture();
    connectEditor();
    connectLadder();
    connectPlan();
    addShortcuts();
    showPicture();
    showPlan();
    showHistory();
}

PhotoPage::~PhotoPage() = default;

void PhotoPage::layOut()
{
    m_stage->addWidget(m_editor);
    m_stage->addWidget(m_gallery);
    auto *left = new QVBoxLayout;
    left->setSpacing(pageGap);
    left->addWidget(m_notice);
    left->addWidget(m_stage, 1);
    left->addWidget(m_ladder);
    auto *right = new QVBoxLayout(m_side);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(pageGap);
    right->addWidget(m_upscale);
    right->addWidget(m_plan, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 0, 24, pageGap);
    row->setSpacing(pageGap);
    row->addLayout(left, 1);
    row->addWidget(m_side);
}

void PhotoPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int side = std::clamp(width() * 31 / 100, 330, 620);
    m_side->setFixedWidth(side);
    m_upscale->setFixedHeight(std::clamp(height() * 44 / 100, 220, side + 56));
    m_ladder->setFixedHeight(std::clamp(height() * 31 / 100, 196, 420));
}

void PhotoPage::openFile(const QString &path)
{
    m_openingPath = path;
    m_picture.openFile(path);
}

void PhotoPage::setRecentFiles(const QStringList &paths)
{
    m_cover->setRecentFiles(paths);
    m_folder = paths.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::PicturesLocation)
                               : QFileInfo(paths.constFirst()).path();
}

void PhotoPage::offer(const QMimeData &offering)
{
    const OfferedPicture offered = pictureIn(offering);
    if (const auto *file = std::get_if<OfferedFile>(&offered)) {
        openFile(file->path);
    } else if (const auto *image = std::get_if<OfferedImage>(&offered)) {
        m_openingPath.clear();
        m_picture.openImage(image->pixels, tr("Pasted picture"));
    } else {
        m_notice->say(Notice::Kind::Info, [addressOnly = offering.hasUrls()] {
            return NoticeWords {tr("No picture there."),
                addressOnly
                    ? tr("This is only the address of a picture. Copy the picture itself, or save it first.")
                    : tr("Copy a picture or a picture file, then paste again.")};
        });
    }
}

void PhotoPage::paste()
{
    if (const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData())
        offer(*clipboard);
}

void PhotoPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (offersPicture(*event->mimeData()))
        event->acceptProposedAction();
}

void PhotoPage::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->accept();
    offer(*event->mimeData());
}

void PhotoPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setDirectory(m_folder);
    dialog->setNameFilters(
        {tr("Pictures (%1)")
                .arg(QStringLiteral(
                    "*.jpg *.jpeg *.jpe *.png *.webp *.heic *.heif *.avif *.gif *.bmp *.tif *.tiff")),
            tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PhotoPage::openFile);
    dialog->open();
}

void PhotoPage::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Save the nine sizes to a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &PhotoPage::saveSizes);
    dialog->open();
}

bool PhotoPage::isSettled() const
{
    return m_picture.hasPicture() && m_renditionsCurrent && !m_sizes.isMeasuring();
}

void PhotoPage::saveSizes(const QString &folder)
{
    m_save = saveLadder(m_picture.render(), folder, m_workers);
    m_save->onFinished(this, [this, folder](const Result<int> &files) {
        if (files)
            m_notice->say(Notice::Kind::Good, [folder, count = *files] {
                return NoticeWords {tr("Saved."), tr("%n size(s) are in %1.", nullptr, count).arg(folder)};
            });
        else
            sayRefused(files.error(), folder);
    });
    m_save->start();
}

void PhotoPage::sayRefused(const Error &error, const QString &name)
{
    if (error.code == Errc::Cancelled)
        return;
    m_notice->say(Notice::Kind::Error, failureText(error, name));
}

void PhotoPage::sayOpened()
{
    const PictureNotes notes = m_picture.picture().notes;
    if (wordsFor(notes).isEmpty())
        m_notice->clear();
    else
        m_notice->say(Notice::Kind::Info, [notes] { return NoticeWords {{}, wordsFor(notes).join(u' ')}; });
}

void PhotoPage::showPicture()
{
    const bool has = m_picture.hasPicture();
    m_face = -1;
    m_cover->setHasPicture(has);
    m_plan->setHasPicture(has);
    m_stage->setCurrentWidget(m_editor);
    if (!has) {
        m_editor->setPicture({}, {}, {});
        m_ladder->setRenditions({});
        m_ladder->setLegibility(std::nullopt);
        m_upscale->setRenditions({});
        m_sizes.clear();
        return;
    }
    QStringList caption {m_picture.name(), pixelSize(m_picture.uprightSize())};
    const Picture &picture = m_picture.picture();
    if (picture.notes.testFlag(PictureNote::ConvertedToSrgb)) {
        //: the colour space of the picture, converted; %1 is like "Display P3"
        caption += tr("%1 → sRGB").arg(picture.colourSpace);
    } else if (!picture.colourSpace.isEmpty()) {
        caption += picture.colourSpace;
    }
    m_editor->setPicture(m_picture.view(), m_picture.uprightSize(), caption.join(QStringLiteral(" · ")));
    showRecipe();
    showUndo();
    showPreviews();
}

void PhotoPage::showRecipe()
{
    if (!m_picture.hasPicture())
        return;
    m_editor->setRecipe(m_picture.recipe());
    m_render.reset();
    if (std::exchange(m_renditionsCurrent, false))
        m_upload.setRenditions({}, 0);
    m_settled.start();
    m_plan->setHasPicture(false); // until what would be uploaded is made
}

void PhotoPage::showPreviews()
{
    const QList<Rendition> &previews = m_picture.previews();
    m_ladder->setRenditions(previews);
    m_upscale->setRenditions(previews);
    m_gallery->setRenditions(previews);
    if (previews.isEmpty())
        return;
    m_ladder->setLegibility(legibilityOf(previews.constLast().pixels, faceShareOf(m_picture)));
    m_sizes.measure(previews);
}

void PhotoPage::showBytes()
{
    QHash<int, qsizetype> bytes;
    for (auto size = m_sizes.encoded().begin(); size != m_sizes.encoded().end(); ++size)
        bytes.insert(size.key(), size.value().bytes.size());
    m_ladder->setBytes(bytes);
    m_gallery->setBytes(bytes);
}

void PhotoPage::showUndo()
{
    m_editor->setUndoState(CropEditor::UndoState::of(m_picture.undoStack()));
}

void PhotoPage::renderForUpload()
{
    if (!m_picture.hasPicture())
        return;
    const int cropEdge = m_picture.recipe().cropIn(m_picture.uprightSize()).edge();
    m_render = m_picture.render();
    m_render->onFinished(this, [this, cropEdge](const Result<QList<Rendition>> &result) {
        if (!result)
            return sayRefused(result.error(), m_picture.name());
        m_renditionsCurrent = true;
        m_upload.setRenditions(*result, cropEdge);
        showPlan();
    });
    m_render->start();
}

void PhotoPage::showPlan()
{
    const bool has = m_picture.hasPicture();
    m_plan->setHasPicture(has && m_renditionsCurrent);
    m_plan->setPlan(m_upload.offers(), m_upload.plan(),
        has ? m_picture.recipe().cropIn(m_picture.uprightSize()).edge() : 0);
    m_plan->setRunning(m_upload.isRunning());
}

void PhotoPage::showHistory()
{
    const Result<QList<LedgerEntry>> history = m_upload.history();
    m_plan->setHistory(history ? *history : QList<LedgerEntry> {});
    if (!history)
        sayRefused(history.error(), tr("History"));
}

void PhotoPage::frameFace()
{
    const qsizetype count = m_picture.faces().size();
    if (count == 0) {
        m_editor->setFaceSearch(true);
        m_notice->clear();
        m_picture.findFaces();
        return;
    }
    m_face = static_cast<int>((m_face + 1) % count);
    m_picture.setRecipe(m_picture.framing(m_face), tr("Frame the face"));
    if (count > 1)
        m_notice->say(Notice::Kind::Info, [which = m_face + 1, count] {
            return NoticeWords {
                {}, tr("Face %1 of %2. Press Frame the face again for the next one.").arg(which).arg(count)};
        });
}

void PhotoPage::showFaces(const Result<Done> &outcome)
{
    m_editor->setFaceSearch(false);
    if (outcome && !m_picture.faces().isEmpty())
        return frameFace();
    if (outcome || outcome.error().code == Errc::NoFace) {
        PhotoRecipe centred = m_picture.recipe();
        centred.crop.reset();
        m_picture.setRecipe(centred, tr("Centre the crop"));
        m_notice->say(Notice::Kind::Info, [] {
            return NoticeWords {tr("No face was found."), tr("The crop is centred; move it where you like.")};
        });
        return;
    }
    sayRefused(outcome.error(), tr("Frame the face"));
}

void PhotoPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showPicture();
    QWidget::changeEvent(event);
}

} // namespace likeness
