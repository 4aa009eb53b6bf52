// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/boardwalk.h"

#include <algorithm>
#include <cstdlib>

namespace likeness {

namespace {

/// The cards in their order, which is that of SyncNode.
QList<SyncNode> cardsInOrder(const BoardLayout &layout)
{
    QList<SyncNode> nodes = layout.cards.keys();
    std::ranges::sort(nodes);
    return nodes;
}

std::optional<SyncNode> inColumn(const BoardLayout &layout, SyncNode from, int by)
{
    QList<SyncNode> column;
    std::ranges::copy_if(cardsInOrder(layout), std::back_inserter(column),
        [from](SyncNode node) { return columnOf(node) == columnOf(from); });
    const qsizetype next = column.indexOf(from) + by;
    if (next < 0 || next >= column.size())
        return std::nullopt;
    return column.at(next);
}

/// How good a next step a card is, the less the better: arrows first, then what is near.
struct StepCost
{
    int arrow = 0; ///< 0 = the deciding flow, 1 = another, 2 = none
    int columns = 0;
    int height = 0;

    auto operator<=>(const StepCost &) const = default;
};

int arrowCost(const QList<BoardFlow> &flows, SyncNode a, SyncNode b)
{
    int cost = 2;
    for (const BoardFlow &flow : flows) {
        if ((flow.from == a && flow.to == b) || (flow.from == b && flow.to == a))
            cost = std::min(cost, flow.decides ? 0 : 1);
    }
    return cost;
}

std::optional<SyncNode> sideways(
    const BoardLayout &layout, const QList<BoardFlow> &flows, SyncNode from, bool right)
{
    const QRect here = layout.cards.value(from);
    std::optional<SyncNode> best;
    StepCost least;
    for (const SyncNode node : cardsInOrder(layout)) {
        const QRect there = layout.cards.value(node);
        if (right ? there.left() <= here.right() : there.right() >= here.left())
            continue;
        const StepCost cost {arrowCost(flows, from, node), std::abs(there.left() - here.left()),
            std::abs(there.center().y() - here.center().y())};
        if (!best || cost < least) {
            best = node;
            least = cost;
        }
    }
    return best;
}

} // namespace

std::optional<SyncNode> boardWalk(
    const BoardLayout &layout, const QList<BoardFlow> &flows, SyncNode from, BoardStep step)
{
    const QList<SyncNode> all = cardsInOrder(layout);
    if (all.isEmpty())
        return std::nullopt;
    switch (step) {
    case BoardStep::First:
        return all.constFirst();
    case BoardStep::Last:
        return all.constLast();
    case BoardStep::Up:
        return inColumn(layout, from, -1);
    case BoardStep::Down:
        return inColumn(layout, from, 1);
    case BoardStep::Left:
        return sideways(layout, flows, from, false);
    case BoardStep::Right:
        return sideways(layout, flows, from, true);
    }
    return std::nullopt;
}

} // namespace likeness
