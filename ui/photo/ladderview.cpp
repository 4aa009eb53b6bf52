// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/ladderview.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/segmented.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/photo/ladderstrip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

namespace likeness {

namespace {

constexpr int wordsFrom = 680; ///< narrower than this the buttons show icons only

QToolButton *ladderButton(const Theme &theme, const QString &icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    setButtonKind(*button, ButtonKind::Flat);
    button->setIcon(themedIcon(theme, icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

LadderView::LadderView(const Theme &theme, QWidget *parent)
    : Panel(parent)
    , m_strip(new LadderStrip(theme, LadderStrip::Flow::Row))
    , m_scroll(new QScrollArea(this))
    , m_title(new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, this))
    , m_advice(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, this))
    , m_shape(new SegmentedControl(this))
    , m_all(ladderButton(theme, QStringLiteral("zoom-in"), this))
    , m_save(ladderButton(theme, QStringLiteral("save"), this))
{
    m_shape->addSegment(QString());
    m_shape->addSegment(QString());
    m_scroll->setWidget(m_strip);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->installEventFilter(this);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_strip->setAutoFillBackground(false);
    m_advice->setWordWrap(true);
    setMinimumHeight(196);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padding, 10, padding, 10);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_all);
    head->addWidget(m_save);
    head->addWidget(m_shape);
    column->addLayout(head);
    column->addWidget(m_advice);
    column->addWidget(m_scroll, 1);

    connect(m_strip, &LadderStrip::opened, this, &LadderView::oneWanted);
    connect(m_strip, &LadderStrip::draggedOut, this, &LadderView::draggedOut);
    connect(m_strip, &LadderStrip::focusMoved, this, [this](const QRect &tile) {
        m_scroll->ensureVisible(tile.center().x(), 0, tile.width() / 2 + 8, 0);
    });
    connect(m_all, &QAbstractButton::clicked, this, &LadderView::allWanted);
    connect(m_save, &QAbstractButton::clicked, this, &LadderView::saveWanted);
    connect(m_shape, &SegmentedControl::currentChanged, this, [this] {
        m_strip->setRound(isRound());
        emit roundChanged(isRound());
    });
    setRenditions({});
    retranslate();
}

void LadderView::setRenditions(const QList<Rendition> &renditions)
{
    QHash<int, QImage> pixels;
    for (const Rendition &rendition : renditions)
        pixels.insert(rendition.size.edge(), rendition.pixels);
    m_strip->setPixels(pixels);
    m_save->setEnabled(!renditions.isEmpty());
    m_all->setEnabled(!renditions.isEmpty());
}

void LadderView::setBytes(const QHash<int, qsizetype> &bytes)
{
    m_strip->setBytes(bytes);
}

void LadderView::setLegibility(const std::optional<Legibility> &legibility)
{
    m_legibility = legibility;
    const QString text = legibility ? adviceFor(*legibility) : tr("follows the crop");
    m_advice->setText(text);
    m_advice->setToolTip(text);
}

bool LadderView::isRound() const
{
    return m_shape->currentIndex() == 1;
}

bool LadderView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        fitStrip();
    return Panel::eventFilter(watched, event);
}

void LadderView::resizeEvent(QResizeEvent *event)
{
    const auto style = width() < wordsFrom ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    m_all->setToolButtonStyle(style);
    m_save->setToolButtonStyle(style);
    Panel::resizeEvent(event);
}

void LadderView::fitStrip()
{
    const int caption = fontMetrics().height() + 12;
    m_strip->setRoom(std::max(48, m_scroll->viewport()->height() - caption));
    m_strip->resize(m_strip->sizeHint());
}

void LadderView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

void LadderView::retranslate()
{
    m_title->setText(tr("Every size, true pixels"));
    m_shape->setSegmentText(0, tr("Square"));
    m_shape->setSegmentText(1, tr("Round"));
    m_shape->setAccessibleName(tr("Shape of the sizes"));
    m_all->setText(tr("All sizes"));
    m_all->setAccessibleName(m_all->text());
    m_all->setToolTip(tr("Show all nine sizes whole"));
    //: opens a folder chooser; the nine sizes are written there as files
    m_save->setText(tr("Save sizes…"));
    m_save->setAccessibleName(m_save->text());
    m_save->setToolTip(tr("Write the nine sizes to a folder as JPEG files"));
    m_strip->retranslate();
    setLegibility(m_legibility);
}

QString LadderView::adviceFor(const Legibility &legibility)
{
    switch (legibility.verdict) {
    case Legibility::Verdict::FaceSmall:
        //: %1 is a number of pixels
        return tr("At 48 px the face is only %1 px tall: crop closer to be recognised")
            .arg(legibility.facePixels);
    case Legibility::Verdict::Dark:
        return tr("At 48 px almost everything is dark: a lighter picture shows more");
    case Legibility::Verdict::Bright:
        return tr("At 48 px almost everything is bright: the face fades");
    case Legibility::Verdict::LowContrast:
        return tr("At 48 px there is little contrast: a plainer ground would help");
    case Legibility::Verdict::Fine:
        break;
    }
    if (legibility.facePixels > 0)
        return tr("At 48 px the face is %1 px tall, with good contrast").arg(legibility.facePixels);
    return tr("At 48 px the contrast is good");
}

} // namespace likeness
