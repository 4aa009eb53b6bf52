// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/cropbar.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/photo/straightenslider.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace likeness {

namespace {

constexpr int barButton = 32;
constexpr int barIcon = 20;
constexpr int mostWords = 2;

} // namespace

CropBar::CropBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
{
    setPalette(theme.surroundPalette());
    setCursor(Qt::ArrowCursor);
    m_row->setContentsMargins(8, 6, 8, 6);
    m_row->setSpacing(2);
    addTool(CropTool::Undo, QStringLiteral("undo"), QKeySequence());
    addTool(CropTool::Redo, QStringLiteral("redo"), QKeySequence());
    addGap();
    addTool(CropTool::TurnLeft, QStringLiteral("turn-left"), QKeySequence(Qt::CTRL | Qt::Key_L));
    addTool(CropTool::TurnRight, QStringLiteral("turn-right"), QKeySequence(Qt::CTRL | Qt::Key_R));
    addTool(CropTool::Mirror, QStringLiteral("mirror"), QKeySequence(Qt::CTRL | Qt::Key_M));
    addGap();
    addStraighten();
    addGap();
    addTool(CropTool::FrameFace, QStringLiteral("face"), QKeySequence(Qt::CTRL | Qt::Key_F));
    addTool(CropTool::RoundMask, QStringLiteral("round"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    addTool(CropTool::Guides, QStringLiteral("thirds"), QKeySequence(Qt::CTRL | Qt::Key_G));
    addTool(CropTool::Fit, QStringLiteral("fit"), QKeySequence(Qt::CTRL | Qt::Key_0));
    addGap();
    addTool(CropTool::Reset, QStringLiteral("reset"), QKeySequence(Qt::CTRL | Qt::Key_Backspace));
    action(CropTool::Undo)->setShortcuts(QKeySequence::Undo);
    action(CropTool::Redo)->setShortcuts(QKeySequence::Redo);
    for (const CropTool tool : {CropTool::RoundMask, CropTool::Guides}) {
        action(tool)->setCheckable(true);
        action(tool)->setChecked(true);
    }
    connect(&theme, &Theme::changed, this, [this] { setPalette(m_theme.surroundPalette()); });
    retranslate();
    showDegrees(0);
}

void CropBar::addTool(CropTool tool, const QString &icon, const QKeySequence &keys)
{
    auto *made = new QAction(this);
    made->setIcon(themedIcon(m_theme, icon, ColourRole::OnSurround));
    made->setShortcut(keys);
    connect(made, &QAction::triggered, this, [this, tool] { emit pressed(tool); });
    m_actions[tool] = made;

    auto *button = new QToolButton(this);
    setButtonKind(*button, ButtonKind::Flat);
    button->setDefaultAction(made);
    button->setIconSize({barIcon, barIcon});
    button->setMinimumSize(barButton, barButton);
    button->setFocusPolicy(Qt::StrongFocus);
    m_buttons[tool] = button;
    m_row->addWidget(button);
}

void CropBar::addGap()
{
    m_row->addStretch();
    m_row->addSpacing(6);
}

void CropBar::addStraighten()
{
    m_straighten = new TextLabel(TextRole::Body, TextLabel::Tone::Ink, this);
    m_slider = new StraightenSlider(this);
    m_degrees = new TextLabel(TextRole::Body, TextLabel::Tone::Ink, this);
    m_degrees->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_degrees->setMinimumWidth(m_degrees->fontMetrics().horizontalAdvance(degreesText(-15.0)) + 2);
    m_straighten->setBuddy(m_slider);
    m_row->addWidget(m_straighten);
    m_row->addSpacing(4);
    m_row->addWidget(m_slider, 1);
    m_row->addWidget(m_degrees);
    m_slider->setMinimumWidth(72);
    m_slider->setMaximumWidth(160);
}

QString CropBar::withStep(const QString &verb, const QString &step)
{
    //: a tool tip: "Undo: Turn left"
    return step.isEmpty() ? verb : tr("%1: %2").arg(verb, step);
}

CropBar::Words CropBar::words(CropTool tool) const
{
    switch (tool) {
    case CropTool::Undo:
        return {tr("Undo"), withStep(tr("Undo"), m_undoStep)};
    case CropTool::Redo:
        return {tr("Redo"), withStep(tr("Redo"), m_redoStep)};
    case CropTool::TurnLeft:
        return {tr("Turn left"), tr("Turn a quarter to the left")};
    case CropTool::TurnRight:
        return {tr("Turn right"), tr("Turn a quarter to the right")};
    //: a verb: flip the picture left to right
    case CropTool::Mirror:
        return {tr("Mirror"), tr("Mirror left to right")};
    //: a verb: put the crop about the face
    case CropTool::FrameFace:
        return {tr("Frame the face"), tr("Find the face and frame it; again for the next one")};
    case CropTool::RoundMask:
        return {tr("Round"), tr("Show what a round picture keeps")};
    case CropTool::Guides:
        return {tr("Guides"), tr("Show thirds and the line for the eyes")};
    case CropTool::Fit:
        return {tr("Fit"), tr("Show the whole picture")};
    case CropTool::Reset:
        return {tr("Reset"), tr("Back to the picture as it was opened")};
    }
    return {};
}

void CropBar::showTip(CropTool tool)
{
    QAction *shown = action(tool);
    const QString tip = words(tool).tip;
    const QString keys = shown->shortcut().toString(QKeySequence::NativeText);
    //: a tool tip: what a button does, and its keys
    shown->setToolTip(keys.isEmpty() ? tip : tr("%1 (%2)").arg(tip, keys));
}

void CropBar::showSteps(const QString &undo, const QString &redo)
{
    m_undoStep = undo;
    m_redoStep = redo;
    showTip(CropTool::Undo);
    showTip(CropTool::Redo);
}

void CropBar::retranslate()
{
    m_undoStep.clear(); // said in the language of when it was done
    m_redoStep.clear();
    for (const auto &[tool, made] : m_actions) {
        const QString text = words(tool).text;
        made->setText(text);
        showTip(tool);
        m_buttons.at(tool)->setAccessibleName(text);
    }
    m_straighten->setText(tr("Straighten"));
    m_slider->setAccessibleName(tr("Straighten"));
    m_slider->setToolTip(tr("Turn by up to 15 degrees; a double click goes back to 0"));
}

void CropBar::showDegrees(double degrees)
{
    m_slider->setDegrees(degrees);
    m_degrees->setText(degreesText(degrees));
}

void CropBar::setToolsEnabled(bool enabled)
{
    for (const auto &[tool, made] : m_actions) {
        if (tool != CropTool::Undo && tool != CropTool::Redo)
            made->setEnabled(enabled);
    }
    m_slider->setEnabled(enabled);
}

void CropBar::showWords(int level)
{
    const auto style
        = [level](int from) { return level >= from ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly; };
    m_buttons.at(CropTool::FrameFace)->setToolButtonStyle(style(1));
    m_buttons.at(CropTool::Mirror)->setToolButtonStyle(style(2));
    m_buttons.at(CropTool::RoundMask)->setToolButtonStyle(style(2));
    m_buttons.at(CropTool::Reset)->setToolButtonStyle(style(2));
    m_straighten->setVisible(level >= 1);
    m_row->invalidate();
}

void CropBar::fitTo(int width)
{
    for (int level = mostWords; level >= 0; --level) {
        showWords(level);
        if (m_row->sizeHint().width() <= width)
            break;
    }
    resize(width, m_row->sizeHint().height());
}

void CropBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = mixed(m_theme.colour(ColourRole::Surround), m_theme.colour(ColourRole::OnSurround), 0.08);
    ground.setAlphaF(0.95F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), 10, 10);
}

} // namespace likeness
