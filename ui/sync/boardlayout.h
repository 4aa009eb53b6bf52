// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/syncnode.h"

#include <QHash>
#include <QPainterPath>
#include <QRectF>

namespace likeness {

struct BoardCardSize
{
    SyncNode node = SyncNode::ActiveDirectory;
    int height = 0;

    friend bool operator==(const BoardCardSize &, const BoardCardSize &) = default;
};

/// An arrow to be drawn, and how much room its label takes; an empty size = it has none.
struct BoardLink
{
    SyncNode from = SyncNode::ActiveDirectory;
    SyncNode to = SyncNode::ActiveDirectory;
    QSizeF label {};

    friend bool operator==(const BoardLink &, const BoardLink &) = default;
};

struct BoardRoom
{
    int width = 0; ///< what there is; the board may need more
    int height = 0;
    int head = 0; ///< height of the titles above the columns
    bool rightToLeft = false;

    friend bool operator==(const BoardRoom &, const BoardRoom &) = default;
};

/// Where an arrow goes. The path ends at the edge of the card it points to.
struct BoardArrow
{
    QPainterPath path {}; ///< empty when one of its cards is not on the board
    QPointF towards {}; ///< the direction in which it arrives, of length 1
    QRectF label {}; ///< null when no place was found that covers nothing

    friend bool operator==(const BoardArrow &, const BoardArrow &) = default;
};

struct BoardLayout
{
    QSize size;
    QHash<SyncNode, QRect> cards;
    QHash<SyncColumn, QRect> heads; ///< of the columns that have cards
    QList<BoardArrow> arrows; ///< one a link, in their order

    friend bool operator==(const BoardLayout &, const BoardLayout &) = default;
};

/// How wide the cards become in that room, so that their heights can be found out: columns without cards take
/// no room.
int boardCardWidth(const QList<SyncNode> &nodes, int width);

/// Places the cards in up to three columns, in the order of SyncNode, and bends the arrows around them: an
/// arrow to the next column runs in the space between both, one that goes two columns further through a gap
/// between the cards of the middle one, and none ever through a card. Pure.
BoardLayout boardLayout(
    const QList<BoardCardSize> &cards, const QList<BoardLink> &links, const BoardRoom &room);

} // namespace likeness
