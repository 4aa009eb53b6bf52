// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/boardlayout.h"

#include "ui/sync/boardlabels.h"

#include <QTransform>
#include <algorithm>
#include <array>
#include <cmath>

namespace likeness {

namespace {

constexpr int leastCardWidth = 184;
constexpr int mostCardWidth = 320;
constexpr int leastChannel = 92; ///< between two columns
constexpr int mostChannel = 320;
constexpr int cardGap = 12;
constexpr int arrowGap = 60; ///< between cards that an arrow joins, with its label
constexpr int mostSpread = 96; ///< how much wider a gap of a short column becomes
constexpr int laneGap = 10;
constexpr int laneMargin = 11; ///< from a lane to the cards beside it
constexpr int outerMargin = 4; ///< beyond the outermost lane
constexpr int portGap = 14;
constexpr int portMargin = 14; ///< from a port to the corner of the card
constexpr int loopDepth = 16;

constexpr std::array boardColumns {SyncColumn::Stores, SyncColumn::Caches, SyncColumn::Viewers};

struct ColumnPlan
{
    SyncColumn column = SyncColumn::Stores;
    int left = 0;
    QList<BoardCardSize> cards {};
    QList<int> lanes {}; ///< how many arrows pass above each card, and below the last
    QList<int> tops {};

    qsizetype indexOf(SyncNode node) const
    {
        const auto found = std::ranges::find(cards, node, &BoardCardSize::node);
        return found == cards.end() ? -1 : std::distance(cards.begin(), found);
    }
    int bottom(qsizetype index) const { return tops.at(index) + cards.at(index).height; }
};

enum class Side { Left, Right };

/// A link on its way to become an arrow.
struct LinkPlan
{
    int link = 0;
    qsizetype fromColumn = -1;
    qsizetype fromCard = -1;
    qsizetype toColumn = -1;
    qsizetype toCard = -1;
    qsizetype gap = -1; ///< of the middle column, when it passes there
    double lane = 0; ///< its height there
    int depth = 0; ///< of the loop from a card to another of the same column
    double fromPort = 0;
    double toPort = 0;

    bool isDirect() const { return fromColumn == toColumn && std::abs(fromCard - toCard) == 1; }
    bool isLoop() const { return fromColumn == toColumn && !isDirect(); }
    bool passes() const { return std::abs(fromColumn - toColumn) == 2; }
};

/// Everything between what comes in and what goes out of boardLayout().
struct BoardPlan
{
    QList<ColumnPlan> columns;
    QList<LinkPlan> links;
    int cardWidth = 0;
    int leftMargin = 0;
    int rightMargin = 0;
    int channel = 0;
    int head = 0;

    Side loopSide(qsizetype column) const { return column == 0 ? Side::Left : Side::Right; }
    Side outSide(const LinkPlan &link) const
    {
        if (link.isLoop())
            return loopSide(link.fromColumn);
        return link.fromColumn < link.toColumn ? Side::Right : Side::Left;
    }
    Side inSide(const LinkPlan &link) const
    {
        if (link.isLoop())
            return loopSide(link.toColumn);
        return link.fromColumn < link.toColumn ? Side::Left : Side::Right;
    }
    double edge(qsizetype column, Side side) const
    {
        return columns.at(column).left + (side == Side::Right ? cardWidth : 0);
    }
    double centre(qsizetype column, qsizetype card) const
    {
        const ColumnPlan &plan = columns.at(column);
        return plan.tops.at(card) + plan.cards.at(card).height / 2.0;
    }
    int width() const
    {
        return leftMargin + static_cast<int>(columns.size()) * cardWidth
            + static_cast<int>(columns.size() - 1) * channel + rightMargin;
    }
};

BoardPlan plannedBoard(
    const QList<BoardCardSize> &cards, const QList<BoardLink> &links, const BoardRoom &room)
{
    BoardPlan plan;
    plan.head = room.head;
    for (const SyncColumn column : boardColumns) {
        ColumnPlan planned;
        planned.column = column;
        for (const BoardCardSize &card : cards) {
            if (columnOf(card.node) == column)
                planned.cards.append(card);
        }
        std::ranges::stable_sort(planned.cards, {}, &BoardCardSize::node);
        planned.lanes.fill(0, planned.cards.size() + 1);
        if (!planned.cards.isEmpty())
            plan.columns.append(planned);
    }
    for (int at = 0; at < links.size(); ++at) {
        LinkPlan link;
        link.link = at;
        for (qsizetype column = 0; column < plan.columns.size(); ++column) {
            if (const qsizetype card = plan.columns.at(column).indexOf(links.at(at).from); card >= 0) {
                link.fromColumn = column;
                link.fromCard = card;
            }
            if (const qsizetype card = plan.columns.at(column).indexOf(links.at(at).to); card >= 0) {
                link.toColumn = column;
                link.toCard = card;
            }
        }
        if (link.fromColumn >= 0 && link.toColumn >= 0 && links.at(at).from != links.at(at).to)
            plan.links.append(link);
    }
    return plan;
}

/// The longer loops lie outside of the shorter ones.
void planLoops(BoardPlan &plan)
{
    for (qsizetype column = 0; column < plan.columns.size(); ++column) {
        QList<LinkPlan *> loops;
        for (LinkPlan &link : plan.links) {
            if (link.isLoop() && link.fromColumn == column)
                loops.append(&link);
        }
        std::ranges::stable_sort(
            loops, {}, [](const LinkPlan *link) { return std::abs(link->fromCard - link->toCard); });
        int depth = 0;
        for (LinkPlan *loop : loops)
            loop->depth = depth += loopDepth;
        if (column == 0)
            plan.leftMargin = depth > 0 ? depth + outerMargin : 0;
        else if (column == plan.columns.size() - 1)
            plan.rightMargin = depth > 0 ? depth + outerMargin : 0;
    }
}

void planWidths(BoardPlan &plan, int cardWidth, int width)
{
    plan.cardWidth = cardWidth;
    const int columns = static_cast<int>(plan.columns.size());
    const int spare = width - plan.leftMargin - plan.rightMargin - columns * cardWidth;
    plan.channel = columns > 1 ? std::clamp(spare / (columns - 1), leastChannel, mostChannel) : 0;
    int left = plan.leftMargin;
    for (ColumnPlan &column : plan.columns) {
        column.left = left;
        left += cardWidth + plan.channel;
    }
}

int gapAbove(const BoardPlan &plan, qsizetype column, qsizetype card)
{
    const int lanes = plan.columns.at(column).lanes.at(card);
    const bool outer = card == 0 || card == plan.columns.at(column).cards.size();
    int gap = outer ? 0 : cardGap;
    if (lanes > 0)
        gap = std::max(gap, laneMargin + (outer ? outerMargin : laneMargin) + (lanes - 1) * laneGap);
    const bool joined = std::ranges::any_of(plan.links, [&](const LinkPlan &link) {
        return link.isDirect() && link.fromColumn == column && std::max(link.fromCard, link.toCard) == card;
    });
    return joined ? std::max(gap, arrowGap) : gap;
}

int heightOf(const BoardPlan &plan, qsizetype column)
{
    const ColumnPlan &planned = plan.columns.at(column);
    int height = 0;
    for (qsizetype card = 0; card < planned.cards.size(); ++card)
        height += gapAbove(plan, column, card) + planned.cards.at(card).height;
    return height + gapAbove(plan, column, planned.cards.size());
}

/// Stacks the columns; the shorter ones are spread over the height of the tallest and stand in its middle.
void planTops(BoardPlan &plan, int height)
{
    int tallest = 0;
    for (qsizetype column = 0; column < plan.columns.size(); ++column)
        tallest = std::max(tallest, heightOf(plan, column));
    for (qsizetype at = 0; at < plan.columns.size(); ++at) {
        ColumnPlan &column = plan.columns[at];
        const int gaps = static_cast<int>(column.cards.size()) - 1;
        const int least = heightOf(plan, at);
        const int roomy = std::clamp(height, tallest, tallest + gaps * 16);
        const int spread = gaps > 0 ? std::min((roomy - least) / gaps, mostSpread) : 0;
        int top = plan.head + std::max(0, tallest - least - spread * gaps) / 2;
        column.tops.clear();
        for (qsizetype card = 0; card < column.cards.size(); ++card) {
            top += gapAbove(plan, at, card) + (card > 0 ? spread : 0);
            column.tops.append(top);
            top += column.cards.at(card).height;
        }
    }
}

/// The middle of a gap between the cards of a column; the outer ones begin at the outermost cards.
double gapCentre(const ColumnPlan &column, qsizetype gap)
{
    if (gap == 0)
        return column.tops.first() - laneMargin;
    if (gap == column.cards.size())
        return column.bottom(gap - 1) + laneMargin;
    return (column.bottom(gap - 1) + column.tops.at(gap)) / 2.0;
}

/// Each arrow that goes two columns takes the gap that is least out of its way.
void planGaps(BoardPlan &plan)
{
    for (LinkPlan &link : plan.links) {
        if (!link.passes())
            continue;
        ColumnPlan &middle = plan.columns[1];
        const double from = plan.centre(link.fromColumn, link.fromCard);
        const double to = plan.centre(link.toColumn, link.toCard);
        double least = 0;
        for (qsizetype gap = 0; gap <= middle.cards.size(); ++gap) {
            const double y = gapCentre(middle, gap);
            const double way = std::abs(from - y) + std::abs(to - y) + 6.0 * middle.lanes.at(gap);
            if (link.gap < 0 || way < least) {
                link.gap = gap;
                least = way;
            }
        }
        ++middle.lanes[link.gap];
    }
}

/// Lanes beside each other in a gap, in the order in which their arrows come and go.
void planLanes(BoardPlan &plan)
{
    if (plan.columns.size() < 3)
        return;
    const ColumnPlan &middle = plan.columns.at(1);
    for (qsizetype gap = 0; gap <= middle.cards.size(); ++gap) {
        QList<LinkPlan *> lanes;
        for (LinkPlan &link : plan.links) {
            if (link.passes() && link.gap == gap)
                lanes.append(&link);
        }
        std::ranges::stable_sort(lanes, {}, [&plan](const LinkPlan *link) {
            return plan.centre(link->fromColumn, link->fromCard) + plan.centre(link->toColumn, link->toCard);
        });
        const double all = (static_cast<double>(lanes.size()) - 1) * laneGap;
        double y = gapCentre(middle, gap) - all / 2;
        if (gap == 0)
            y = middle.tops.first() - laneMargin - all;
        else if (gap == middle.cards.size())
            y = middle.bottom(gap - 1) + laneMargin;
        for (LinkPlan *lane : lanes) {
            lane->lane = y;
            y += laneGap;
        }
    }
}

/// The places on one side of a card where arrows touch it, sorted by where they come from or go to.
void planPorts(BoardPlan &plan, qsizetype column, qsizetype card, Side side)
{
    struct PortPlan
    {
        LinkPlan *link;
        bool out;
        double other;
    };
    QList<PortPlan> ports;
    for (LinkPlan &link : plan.links) {
        if (link.isDirect())
            continue;
        if (link.fromColumn == column && link.fromCard == card && plan.outSide(link) == side)
            ports.append({&link, true, link.passes() ? link.lane : plan.centre(link.toColumn, link.toCard)});
        if (link.toColumn == column && link.toCard == card && plan.inSide(link) == side)
            ports.append(
                {&link, false, link.passes() ? link.lane : plan.centre(link.fromColumn, link.fromCard)});
    }
    if (ports.isEmpty())
        return;
    std::ranges::stable_sort(ports, {}, &PortPlan::other);
    const double room = plan.columns.at(column).cards.at(card).height - 2.0 * portMargin;
    const double count = static_cast<double>(ports.size()) - 1;
    const double gap = count > 0 ? std::min<double>(portGap, room / count) : 0;
    double y = plan.centre(column, card) - gap * count / 2;
    for (const PortPlan &port : ports) {
        (port.out ? port.link->fromPort : port.link->toPort) = y;
        y += gap;
    }
}

void bend(QPainterPath &path, const QPointF &to)
{
    const QPointF from = path.currentPosition();
    const double middle = (from.x() + to.x()) / 2;
    path.cubicTo({middle, from.y()}, {middle, to.y()}, to);
}

BoardArrow directArrow(const BoardPlan &plan, const LinkPlan &link, double aside)
{
    const ColumnPlan &column = plan.columns.at(link.fromColumn);
    const bool down = link.fromCard < link.toCard;
    const double x = column.left + plan.cardWidth / 2.0 + aside;
    BoardArrow arrow;
    arrow.path.moveTo(x, down ? column.bottom(link.fromCard) : column.tops.at(link.fromCard));
    arrow.path.lineTo(x, down ? column.tops.at(link.toCard) : column.bottom(link.toCard));
    arrow.towards = QPointF(0, down ? 1 : -1);
    return arrow;
}

BoardArrow arrowOf(const BoardPlan &plan, const LinkPlan &link)
{
    if (link.isDirect()) {
        const bool both = std::ranges::any_of(plan.links, [&link](const LinkPlan &other) {
            return other.isDirect() && other.fromColumn == link.fromColumn && other.fromCard == link.toCard
                && other.toCard == link.fromCard;
        });
        return directArrow(plan, link, both ? (link.fromCard < link.toCard ? -40 : 40) : 0);
    }
    const QPointF from(plan.edge(link.fromColumn, plan.outSide(link)), link.fromPort);
    const QPointF to(plan.edge(link.toColumn, plan.inSide(link)), link.toPort);
    BoardArrow arrow;
    arrow.towards = QPointF(plan.inSide(link) == Side::Left ? 1 : -1, 0);
    arrow.path.moveTo(from);
    if (link.isLoop()) {
        const double x
            = from.x() - arrow.towards.x() * link.depth * 4 / 3; // so deep that the curve reaches depth
        arrow.path.cubicTo({x, from.y()}, {x, to.y()}, to);
    } else if (link.passes()) {
        const Side near = link.fromColumn < link.toColumn ? Side::Left : Side::Right;
        const Side far = near == Side::Left ? Side::Right : Side::Left;
        bend(arrow.path, {plan.edge(1, near), link.lane});
        arrow.path.lineTo(plan.edge(1, far), link.lane);
        bend(arrow.path, to);
    } else {
        bend(arrow.path, to);
    }
    return arrow;
}

BoardLayout drawnBoard(const BoardPlan &plan, qsizetype links)
{
    BoardLayout layout;
    layout.arrows.resize(links);
    int bottom = plan.head;
    for (qsizetype at = 0; at < plan.columns.size(); ++at) {
        const ColumnPlan &column = plan.columns.at(at);
        layout.heads.insert(column.column, QRect(column.left, 0, plan.cardWidth, plan.head));
        for (qsizetype card = 0; card < column.cards.size(); ++card) {
            const QRect place(
                column.left, column.tops.at(card), plan.cardWidth, column.cards.at(card).height);
            layout.cards.insert(column.cards.at(card).node, place);
        }
        bottom = std::max(
            bottom, column.bottom(column.cards.size() - 1) + gapAbove(plan, at, column.cards.size()));
    }
    for (const LinkPlan &link : plan.links)
        layout.arrows[link.link] = arrowOf(plan, link);
    layout.size = QSize(plan.width(), bottom);
    return layout;
}

void mirror(BoardLayout &layout)
{
    const int width = layout.size.width();
    const auto mirrored = [width](const QRect &rect) {
        return QRect(width - rect.x() - rect.width(), rect.y(), rect.width(), rect.height());
    };
    for (QRect &card : layout.cards)
        card = mirrored(card);
    for (QRect &head : layout.heads)
        head = mirrored(head);
    const QTransform flip(-1, 0, 0, 1, width, 0);
    for (BoardArrow &arrow : layout.arrows) {
        arrow.path = flip.map(arrow.path);
        arrow.towards.rx() *= -1;
        if (!arrow.label.isNull())
            arrow.label = flip.mapRect(arrow.label);
    }
}

} // namespace

int boardCardWidth(const QList<SyncNode> &nodes, int width)
{
    const auto columns = std::ranges::count_if(boardColumns, [&nodes](SyncColumn column) {
        return std::ranges::any_of(nodes, [column](SyncNode node) { return columnOf(node) == column; });
    });
    if (columns == 0)
        return leastCardWidth;
    // a channel gets about half of what a card gets
    const int shares = static_cast<int>(columns) * 2 + static_cast<int>(columns) - 1;
    return std::clamp(width * 2 / shares, leastCardWidth, mostCardWidth);
}

BoardLayout boardLayout(
    const QList<BoardCardSize> &cards, const QList<BoardLink> &links, const BoardRoom &room)
{
    QList<SyncNode> nodes;
    for (const BoardCardSize &card : cards)
        nodes.append(card.node);
    BoardPlan plan = plannedBoard(cards, links, room);
    if (plan.columns.isEmpty())
        return {};
    planLoops(plan);
    planWidths(plan, boardCardWidth(nodes, room.width), room.width);
    planTops(plan, room.height - room.head);
    planGaps(plan); // by where the cards are without lanes between them
    planTops(plan, room.height - room.head);
    planLanes(plan);
    for (qsizetype column = 0; column < plan.columns.size(); ++column) {
        for (qsizetype card = 0; card < plan.columns.at(column).cards.size(); ++card) {
            planPorts(plan, column, card, Side::Left);
            planPorts(plan, column, card, Side::Right);
        }
    }
    BoardLayout layout = drawnBoard(plan, links.size());
    placeBoardLabels(layout, links);
    if (room.rightToLeft)
        mirror(layout);
    return layout;
}

} // namespace likeness
