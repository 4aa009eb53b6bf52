// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/laddergallery.h"

#include "ui/common/buttons.h"
#include "ui/common/text.h"
#include "ui/photo/ladderstrip.h"
#include "ui/photo/laddertile.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>

namespace likeness {

LadderGallery::LadderGallery(const Theme &theme, QWidget *parent)
    : Panel(parent)
    , m_strip(new LadderStrip(theme, LadderStrip::Flow::Wrapped))
    , m_scroll(new QScrollArea(this))
    , m_title(new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, this))
    , m_all(new QPushButton(this))
    , m_back(new QPushButton(this))
{
    m_scroll->setWidget(m_strip);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->installEventFilter(this);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_strip->setAutoFillBackground(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padding, 12, padding, padding);
    column->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_all);
    head->addWidget(m_back);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);

    connect(m_strip, &LadderStrip::opened, this,
        [this](PhotoSize size) { showSize(m_size ? std::nullopt : std::optional(size)); });
    connect(m_strip, &LadderStrip::focusMoved, this, [this](const QRect &tile) {
        m_scroll->ensureVisible(tile.center().x(), tile.center().y(), 60, tile.height() / 2 + 8);
    });
    connect(m_all, &QAbstractButton::clicked, this, [this] { showSize(std::nullopt); });
    connect(m_back, &QAbstractButton::clicked, this, &LadderGallery::closed);
    retranslate();
}

void LadderGallery::setRenditions(const QList<Rendition> &renditions)
{
    QHash<int, QImage> pixels;
    for (const Rendition &rendition : renditions)
        pixels.insert(rendition.size.edge(), rendition.pixels);
    m_strip->setPixels(pixels);
}

void LadderGallery::setBytes(const QHash<int, qsizetype> &bytes)
{
    m_strip->setBytes(bytes);
}

void LadderGallery::setRound(bool round)
{
    m_strip->setRound(round);
}

void LadderGallery::showSize(std::optional<PhotoSize> size)
{
    m_size = size;
    m_strip->setOnly(size);
    m_all->setVisible(size.has_value());
    retranslate();
    fitStrip();
    for (LadderTile *tile : m_strip->tiles()) {
        if (size ? tile->photoSize() == *size : tile->photoSize() == PhotoSize::smallest())
            tile->setFocus();
    }
}

bool LadderGallery::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        fitStrip();
    return Panel::eventFilter(watched, event);
}

void LadderGallery::fitStrip()
{
    const int width = std::max(m_scroll->viewport()->width(), m_strip->sizeHint().width());
    m_strip->resize(width, m_strip->heightForWidth(width));
}

void LadderGallery::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        Panel::keyPressEvent(event);
}

void LadderGallery::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

void LadderGallery::retranslate()
{
    //: %1 is an edge in pixels
    m_title->setText(m_size ? tr("The %1, true pixels").arg(m_size->edge()) : tr("All sizes, true pixels"));
    m_all->setText(tr("&All sizes"));
    m_back->setText(tr("&Back to the crop"));
    m_strip->retranslate();
}

} // namespace likeness
