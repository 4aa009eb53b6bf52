// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/ladderstrip.h"

#include "ui/photo/laddertile.h"

#include <QKeyEvent>
#include <QStyle>
#include <algorithm>

namespace likeness {

namespace {

constexpr int tileGap = 12;

} // namespace

LadderStrip::LadderStrip(const Theme &theme, Flow flow, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
{
    for (const int edge : PhotoSize::ladder) {
        const PhotoSize size = *PhotoSize::of(edge);
        auto *tile = new LadderTile(theme, size, this);
        connect(tile, &LadderTile::clicked, this, [this, size] { emit opened(size); });
        connect(tile, &LadderTile::draggedOut, this, [this, size] { emit draggedOut(size); });
        tile->installEventFilter(this); // buttons have their own idea of arrow keys
        m_tiles.append(tile);
    }
}

void LadderStrip::setPixels(const QHash<int, QImage> &pixels)
{
    for (LadderTile *tile : std::as_const(m_tiles))
        tile->setPixels(pixels.value(tile->photoSize().edge()));
}

void LadderStrip::setBytes(const QHash<int, qsizetype> &bytes)
{
    for (LadderTile *tile : std::as_const(m_tiles))
        tile->setBytes(bytes.value(tile->photoSize().edge()));
}

void LadderStrip::setRound(bool round)
{
    for (LadderTile *tile : std::as_const(m_tiles))
        tile->setRound(round);
}

void LadderStrip::setRoom(int points)
{
    for (LadderTile *tile : std::as_const(m_tiles))
        tile->setRoom(points);
    arranged(width(), true);
    updateGeometry();
}

void LadderStrip::setOnly(std::optional<PhotoSize> size)
{
    m_only = size;
    for (LadderTile *tile : std::as_const(m_tiles))
        tile->setVisible(!size || tile->photoSize() == *size);
    arranged(width(), true);
    updateGeometry();
}

void LadderStrip::retranslate()
{
    for (LadderTile *tile : std::as_const(m_tiles))
        tile->retranslate();
}

QList<LadderTile *> LadderStrip::shown() const
{
    QList<LadderTile *> result;
    std::copy_if(m_tiles.begin(), m_tiles.end(), std::back_inserter(result),
        [this](const LadderTile *tile) { return !m_only || tile->photoSize() == *m_only; });
    return result;
}

int LadderStrip::arranged(int width, bool move) const
{
    const QList<LadderTile *> tiles = shown();
    int top = 0;
    for (qsizetype first = 0; first < tiles.size();) {
        int lineHeight = 0;
        int used = 0;
        qsizetype after = first;
        for (; after < tiles.size(); ++after) {
            const QSize size = tiles.at(after)->sizeHint();
            if (m_flow == Flow::Wrapped && after > first && used + size.width() > width)
                break;
            used += size.width() + tileGap;
            lineHeight = std::max(lineHeight, size.height());
        }
        int left = m_only ? (width - used + tileGap) / 2 : 0;
        for (; first < after; ++first) {
            const QSize size = tiles.at(first)->sizeHint();
            const QRect place(QPoint(left, top + lineHeight - size.height()), size);
            if (move)
                tiles.at(first)->setGeometry(
                    isRightToLeft() ? QStyle::visualRect(layoutDirection(), rect(), place) : place);
            left += size.width() + tileGap;
        }
        top += lineHeight + tileGap;
    }
    return top - tileGap;
}

int LadderStrip::heightForWidth(int width) const
{
    return arranged(width, false);
}

QSize LadderStrip::sizeHint() const
{
    int wide = 0;
    int tall = 0;
    for (const LadderTile *tile : shown()) {
        const QSize size = tile->sizeHint();
        wide = m_flow == Flow::Row ? wide + size.width() + tileGap : std::max(wide, size.width());
        tall = std::max(tall, size.height());
    }
    return m_flow == Flow::Row ? QSize(wide - tileGap, tall)
                               : QSize(wide, heightForWidth(std::max(wide, width())));
}

void LadderStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arranged(width(), true);
}

void LadderStrip::walk(int by)
{
    const QList<LadderTile *> tiles = shown();
    const auto now
        = std::find_if(tiles.begin(), tiles.end(), [](const LadderTile *tile) { return tile->hasFocus(); });
    const qsizetype at = now == tiles.end() ? 0 : std::distance(tiles.begin(), now);
    if (tiles.isEmpty())
        return;
    LadderTile *next = tiles.at(std::clamp<qsizetype>(at + by, 0, tiles.size() - 1));
    next->setFocus(Qt::TabFocusReason);
    emit focusMoved(next->geometry());
}

bool LadderStrip::eventFilter(QObject *watched, QEvent *event)
{
    auto *tile = qobject_cast<LadderTile *>(watched);
    if (!tile || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int forward = isRightToLeft() ? -1 : 1;
    const int all = static_cast<int>(m_tiles.size());
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Right:
        walk(forward);
        return true;
    case Qt::Key_Left:
        walk(-forward);
        return true;
    case Qt::Key_Home:
        walk(-all);
        return true;
    case Qt::Key_End:
        walk(all);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        tile->click();
        return true;
    default:
        return false;
    }
}

} // namespace likeness
