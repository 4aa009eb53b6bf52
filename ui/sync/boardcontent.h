// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "models/sync/finding.h"

#include <QSet>

namespace likeness {

/// All that is needed to tell of one person's board, and what its words are made from.
struct BoardContent
{
    Person person {};
    SyncBoard board {};
    FlowBook book {};
    QDateTime now {}; ///< UTC, of the organisation's clock: the sandbox has its own
    QSet<SyncNode> looking {}; ///< being asked at this moment
};

/// An arrow of the board: what feeds which, and how that stands.
struct BoardFlow
{
    SyncNode from = SyncNode::ActiveDirectory;
    SyncNode to = SyncNode::ActiveDirectory;
    Flow flow;
    SyncState state = SyncState::Unknown; ///< of the card it points to
    bool decides = false; ///< that state comes by this flow
    bool waits = false; ///< nothing comes before somebody or something has set it going
    std::optional<QDateTime> latest {}; ///< when it will have arrived by itself

    friend bool operator==(const BoardFlow &a, const BoardFlow &b)
    {
        return a.from == b.from && a.to == b.to && a.flow.id == b.flow.id && a.state == b.state
            && a.decides == b.decides && a.waits == b.waits && a.latest == b.latest;
    }
};

/// The flows that were weighed for the findings and carry photos, the deciding ones first.
QList<Flow> shownFlows(const SyncBoard &board, const FlowBook &book);

/// One arrow for each pair of workloads on the board that a flow joins; where several do, the first. What
/// goes by way of another workload on the board is drawn by way of it, and what only sums up others is not
/// drawn.
QList<BoardFlow> boardFlows(const SyncBoard &board, const QList<Flow> &flows);

} // namespace likeness
