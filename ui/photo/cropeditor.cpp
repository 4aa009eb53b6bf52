// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/cropeditor.h"

#include "models/photo/photosize.h"
#include "ui/photo/cropbar.h"
#include "ui/photo/cropcanvas.h"
#include "ui/photo/straightenslider.h"
#include "ui/photo/surroundchip.h"

#include <QAction>
#include <QEvent>
#include <QLocale>
#include <QUndoStack>

namespace likeness {

namespace {

constexpr int floatGap = 12; ///< between what floats and the canvas's edge

} // namespace

CropEditor::CropEditor(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_canvas(new CropCanvas(theme, this))
    , m_bar(new CropBar(theme, this))
    , m_caption(new SurroundChip(theme, SurroundChip::Tone::Plain, this))
    , m_readOut(new SurroundChip(theme, SurroundChip::Tone::Plain, this))
    , m_warning(new SurroundChip(theme, SurroundChip::Tone::Warning, this))
{
    setMinimumSize(360, 260);
    connect(m_bar, &CropBar::pressed, this, &CropEditor::apply);
    connect(m_bar->slider(), &StraightenSlider::degreesWanted, this, &CropEditor::wantDegrees);
    connect(m_canvas, &CropCanvas::cropWanted, this, &CropEditor::wantCrop);
    connect(m_canvas, &CropCanvas::viewChanged, this,
        [this] { m_bar->action(CropTool::Fit)->setEnabled(!m_canvas->isFitted()); });
    setFocusProxy(m_canvas);
    setPicture({}, {}, {});
    setUndoState({});
    retranslate();
}

void CropEditor::setPicture(const QImage &view, QSize upright, const QString &caption)
{
    m_upright = upright;
    m_canvas->setPicture(view, upright);
    const bool there = !view.isNull();
    m_caption->setText(caption);
    m_bar->setToolsEnabled(there);
    for (QWidget *part :
        {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_caption), static_cast<QWidget *>(m_readOut)})
        part->setVisible(there);
    m_bar->action(CropTool::Fit)->setEnabled(false);
    setRecipe(m_canvas->recipe());
}

void CropEditor::setRecipe(const PhotoRecipe &recipe)
{
    m_canvas->setRecipe(recipe);
    m_bar->showDegrees(recipe.straightenDegrees);
    m_readOut->setText(m_canvas->readOut());
    const QString warning = enlargementWarning();
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
    m_bar->action(CropTool::Reset)->setEnabled(m_canvas->hasPicture() && recipe != PhotoRecipe());
    arrangeChips();
}

CropEditor::UndoState CropEditor::UndoState::of(const QUndoStack &stack)
{
    return {stack.canUndo(), stack.canRedo(), stack.undoText(), stack.redoText()};
}

void CropEditor::setUndoState(const UndoState &state)
{
    m_bar->action(CropTool::Undo)->setEnabled(state.canUndo);
    m_bar->action(CropTool::Redo)->setEnabled(state.canRedo);
    m_bar->showSteps(state.undoStep, state.redoStep);
}

void CropEditor::setFaceSearch(bool running)
{
    m_bar->action(CropTool::FrameFace)->setEnabled(!running && m_canvas->hasPicture());
}

void CropEditor::setCover(QWidget *cover)
{
    m_cover = cover;
    cover->setParent(this);
    cover->raise();
    arrange();
}

QString CropEditor::enlargementWarning() const
{
    if (!m_canvas->hasPicture())
        return {};
    const int edge = m_canvas->recipe().cropIn(m_upright).edge();
    const int largest = PhotoSize::largest().edge();
    if (edge >= largest)
        return {};
    const double factor = static_cast<double>(largest) / edge;
    //: %1 is a factor like "1.4"
    return tr("the largest size will be enlarged ×%1")
        .arg(QLocale().toString(factor, 'f', factor < 1.095 ? 2 : 1));
}

void CropEditor::apply(CropTool tool)
{
    const PhotoRecipe &now = m_canvas->recipe();
    switch (tool) {
    case CropTool::Undo:
        emit undoWanted();
        break;
    case CropTool::Redo:
        emit redoWanted();
        break;
    case CropTool::TurnLeft:
        emit recipeWanted(now.turned(-1, m_upright), tr("Turn left"), 0);
        break;
    case CropTool::TurnRight:
        emit recipeWanted(now.turned(1, m_upright), tr("Turn right"), 0);
        break;
    case CropTool::Mirror:
        emit recipeWanted(now.flipped(m_upright), tr("Mirror"), 0);
        break;
    case CropTool::FrameFace:
        emit faceWanted();
        break;
    case CropTool::RoundMask:
        m_canvas->setRoundMask(m_bar->action(tool)->isChecked());
        break;
    case CropTool::Guides:
        m_canvas->setGuides(m_bar->action(tool)->isChecked());
        break;
    case CropTool::Fit:
        m_canvas->fit();
        break;
    case CropTool::Reset:
        emit recipeWanted(PhotoRecipe(), tr("Reset"), 0);
        break;
    }
}

void CropEditor::wantCrop(const CropSquare &crop, CropHandle handle, int gesture)
{
    PhotoRecipe next = m_canvas->recipe();
    next.crop = crop;
    const QString text = handle == CropHandle::Inside ? tr("Move the crop") : tr("Resize the crop");
    emit recipeWanted(next, text, gesture);
}

void CropEditor::wantDegrees(double degrees, int gesture)
{
    if (m_canvas->hasPicture())
        emit recipeWanted(m_canvas->recipe().straightened(degrees, m_upright), tr("Straighten"), gesture);
}

void CropEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CropEditor::arrange()
{
    m_canvas->setGeometry(rect());
    m_bar->fitTo(width() - 2 * floatGap);
    m_bar->move((width() - m_bar->width()) / 2, height() - m_bar->height() - floatGap);
    const int chips = m_readOut->sizeHint().height();
    m_canvas->setReserved({24, chips + 2 * floatGap, 24, m_bar->height() + 2 * floatGap});
    if (m_cover)
        m_cover->setGeometry(rect());
    arrangeChips();
}

void CropEditor::arrangeChips()
{
    const QSize readOut = m_readOut->sizeHint();
    m_readOut->setGeometry(QRect(QPoint(floatGap, floatGap), readOut));
    const int room = width() - readOut.width() - 3 * floatGap;
    const QSize caption(std::min(m_caption->sizeHint().width(), room), readOut.height());
    m_caption->setGeometry(QRect(QPoint(width() - floatGap - caption.width(), floatGap), caption));
    const QSize warning(std::min(m_warning->sizeHint().width(), width() - 2 * floatGap), readOut.height());
    m_warning->setGeometry(QRect(
        QPoint((width() - warning.width()) / 2, m_bar->y() - floatGap / 2 - warning.height()), warning));
}

void CropEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CropEditor::retranslate()
{
    m_bar->retranslate();
    m_canvas->setAccessibleName(tr("Crop editor"));
    m_canvas->setAccessibleDescription(
        tr("Arrow keys move the crop, with Shift by ten; with Control they resize it; plus and minus zoom"));
    setRecipe(m_canvas->recipe());
    arrange();
}

} // namespace likeness
