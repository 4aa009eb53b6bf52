// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/boardview.h"

#include "ui/common/findingwords.h"
#include "ui/common/nodewords.h"
#include "ui/sync/boardcanvas.h"
#include "ui/sync/boardcard.h"
#include "ui/sync/servedpicture.h"

#include <QEvent>
#include <QKeyEvent>
#include <algorithm>

namespace likeness {

namespace {

std::optional<BoardStep> boardStepOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return BoardStep::Left;
    case Qt::Key_Right:
        return BoardStep::Right;
    case Qt::Key_Up:
        return BoardStep::Up;
    case Qt::Key_Down:
        return BoardStep::Down;
    case Qt::Key_Home:
        return BoardStep::First;
    case Qt::Key_End:
        return BoardStep::Last;
    default:
        return std::nullopt;
    }
}

} // namespace

BoardView::BoardView(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_canvas(new BoardCanvas(theme, this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    setWidget(m_canvas);
    m_canvas->setAutoFillBackground(false);
}

void BoardView::setBoard(const BoardContent &content, const QList<Flow> &flows)
{
    m_content = content;
    m_flows = boardFlows(content.board, flows);
    if (m_thumbnails.size() > 64) // of one person there are a handful
        m_thumbnails.clear();
    makeCards();
    showWords();
    layOut();
}

void BoardView::setNow(const QDateTime &now)
{
    m_content.now = now;
    showWords();
    layOut(); // a longer badge makes a card taller
}

void BoardView::setLooking(const QSet<SyncNode> &nodes)
{
    if (m_content.looking == nodes)
        return;
    m_content.looking = nodes;
    showWords();
    layOut();
}

void BoardView::makeCards()
{
    for (auto card = m_cards.begin(); card != m_cards.end();) {
        if (m_content.board.at(card.key())) {
            ++card;
            continue;
        }
        card.value()->deleteLater();
        card = m_cards.erase(card);
    }
    for (const Finding &finding : std::as_const(m_content.board.findings)) {
        if (m_cards.contains(finding.node))
            continue;
        const SyncNode node = finding.node;
        auto *card = new BoardCard(m_theme, node, m_canvas);
        card->installEventFilter(this); // buttons have their own idea of arrow keys
        connect(card, &BoardCard::clicked, this, [this, node] {
            select(node);
            emit chosen(node);
        });
        connect(card, &BoardCard::pointedAt, this,
            [this, node](bool over) { m_canvas->setPointedAt(over ? std::optional(node) : std::nullopt); });
        card->show();
        m_cards.insert(node, card);
    }
    const QList<BoardCard *> cards = cardsInOrder();
    for (qsizetype at = 1; at < cards.size(); ++at)
        setTabOrder(cards.at(at - 1), cards.at(at));
    if (m_selected && !m_cards.contains(*m_selected))
        m_selected.reset();
    const bool stops = std::ranges::any_of(
        cards, [](const BoardCard *card) { return card->focusPolicy() == Qt::StrongFocus; });
    if (!stops && !cards.isEmpty())
        stopTabAt(m_selected.value_or(cards.constFirst()->node()));
}

void BoardView::showWords()
{
    for (const Finding &finding : std::as_const(m_content.board.findings)) {
        const FindingWords words = wordsFor(finding, m_content.board, m_content.person, m_content.now);
        CardLook look;
        look.title = shownTitle(finding.node);
        look.facts = words.facts;
        look.badge = {finding.state, words.badge};
        look.derived = finding.derived;
        look.looking = m_content.looking.contains(finding.node);
        look.known = finding.cause != Cause::NotLooked;
        look.spoken = words.spoken;
        if (look.looking && !look.known) {
            //: read aloud: a workload is being asked what it shows; %1 is like "SharePoint"
            look.spoken = tr("%1: looking").arg(look.title);
        }
        if (finding.shows)
            look.photo = thumbnail(finding.shows->photo);
        m_cards.value(finding.node)->setLook(look);
    }
}

QImage BoardView::thumbnail(const EncodedPhoto &photo)
{
    if (photo.bytes.isEmpty())
        return {};
    const int edge = qRound(BoardCard::photoEdge * devicePixelRatioF());
    const QString key = photo.sha256 + QString::number(edge);
    auto known = m_thumbnails.constFind(key);
    if (known == m_thumbnails.constEnd())
        known = m_thumbnails.insert(key, servedThumbnail(photo, edge));
    return *known;
}

void BoardView::layOut()
{
    const QSize room = viewport()->size();
    QList<SyncNode> nodes = m_cards.keys();
    const int width = boardCardWidth(nodes, room.width());
    QList<BoardCardSize> sizes;
    for (const BoardCard *card : cardsInOrder())
        sizes.append({card->node(), card->heightForWidth(width)});
    QList<BoardLink> links;
    for (const BoardFlow &flow : std::as_const(m_flows))
        links.append({flow.from, flow.to, BoardCanvas::labelSize(flow, m_content.now)});
    const BoardRoom all {
        room.width(), room.height(), BoardCanvas::headHeight(), layoutDirection() == Qt::RightToLeft};
    if (sizes == m_laidOut.sizes && links == m_laidOut.links && all == m_laidOut.room)
        return m_canvas->setDrawn(
            m_layout, m_flows, m_content.now); // only what cards and arrows say has changed
    m_laidOut = {sizes, links, all};
    m_layout = boardLayout(sizes, links, all);
    m_canvas->resize(m_layout.size);
    for (auto card = m_cards.begin(); card != m_cards.end(); ++card)
        card.value()->setGeometry(m_layout.cards.value(card.key()));
    m_canvas->setDrawn(m_layout, m_flows, m_content.now);
}

void BoardView::select(std::optional<SyncNode> node)
{
    m_selected = node;
    for (auto card = m_cards.begin(); card != m_cards.end(); ++card)
        card.value()->setChecked(card.key() == node);
    if (node && m_cards.contains(*node))
        stopTabAt(*node);
}

/// Tab comes to one card and leaves from there; the arrow keys go to the others.
void BoardView::stopTabAt(SyncNode node)
{
    for (auto card = m_cards.begin(); card != m_cards.end(); ++card)
        card.value()->setFocusPolicy(card.key() == node ? Qt::StrongFocus : Qt::ClickFocus);
}

QList<BoardCard *> BoardView::cardsInOrder() const
{
    QList<BoardCard *> cards = m_cards.values();
    std::ranges::sort(cards, {}, &BoardCard::node);
    return cards;
}

void BoardView::walk(BoardStep step)
{
    for (const BoardCard *card : cardsInOrder()) {
        if (!card->hasFocus())
            continue;
        const std::optional<SyncNode> next = boardWalk(m_layout, m_flows, card->node(), step);
        if (!next)
            return;
        stopTabAt(*next);
        m_cards.value(*next)->setFocus(Qt::TabFocusReason);
        ensureWidgetVisible(m_cards.value(*next), 24, 24);
        return;
    }
}

bool BoardView::eventFilter(QObject *watched, QEvent *event)
{
    auto *card = qobject_cast<BoardCard *>(watched);
    if (!card || event->type() != QEvent::KeyPress)
        return QScrollArea::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (const std::optional<BoardStep> step = boardStepOf(key)) {
        walk(*step);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        card->click();
        return true;
    }
    return false;
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    layOut();
}

void BoardView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        showWords();
        layOut();
        break;
    case QEvent::LayoutDirectionChange:
    case QEvent::ApplicationFontChange:
        layOut();
        break;
    default:
        break;
    }
}

} // namespace likeness
