// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/boardcontent.h"

#include <algorithm>

namespace likeness {

namespace {

QList<SyncNode> onBoard(const SyncBoard &board, const QList<SyncNode> &nodes)
{
    QList<SyncNode> present;
    std::ranges::copy_if(
        nodes, std::back_inserter(present), [&board](SyncNode node) { return board.at(node) != nullptr; });
    return present;
}

/// Where the flow gives to this workload from: of several, the one the finding names.
QList<SyncNode> giversOf(const SyncBoard &board, const Flow &flow, const Finding &taker)
{
    if (taker.source && flow.from.contains(*taker.source) && board.at(*taker.source))
        return {*taker.source};
    return onBoard(board, flow.from);
}

/// A flow for which findings say that it was weighed leads only to those.
QList<SyncNode> takersOf(const SyncBoard &board, const Flow &flow)
{
    const QList<SyncNode> present = onBoard(board, flow.to);
    QList<SyncNode> weighed;
    std::ranges::copy_if(present, std::back_inserter(weighed),
        [&](SyncNode node) { return board.at(node)->flows.contains(flow.id); });
    return weighed.isEmpty() ? present : weighed;
}

class FlowGathering
{
public:
    explicit FlowGathering(const SyncBoard &board)
        : m_board(board)
    {
    }

    void add(const Flow &flow)
    {
        for (const SyncNode to : takersOf(m_board, flow)) {
            for (const SyncNode from : giversOf(m_board, flow, *m_board.at(to))) {
                SyncNode step = from;
                for (const SyncNode by : onBoard(m_board, flow.via)) {
                    addPair(step, by, flow);
                    step = by;
                }
                addPair(step, to, flow);
            }
        }
    }
    QList<BoardFlow> flows() const { return m_flows; }

private:
    void addPair(SyncNode from, SyncNode to, const Flow &flow)
    {
        const bool known = std::ranges::any_of(
            m_flows, [&](const BoardFlow &other) { return other.from == from && other.to == to; });
        if (known || from == to)
            return;
        const Finding &taker = *m_board.at(to);
        const bool decides = !taker.flows.isEmpty() && taker.flows.constFirst() == flow.id;
        BoardFlow added {from, to, flow, taker.state, decides};
        if (decides && taker.state != SyncState::InStep)
            added.waits = taker.arrival.after != Trigger::Nothing;
        if (decides && taker.state == SyncState::Pending && !added.waits)
            added.latest = taker.arrival.latest;
        m_flows.append(added);
    }

    const SyncBoard &m_board;
    QList<BoardFlow> m_flows;
};

} // namespace

QList<Flow> shownFlows(const SyncBoard &board, const FlowBook &book)
{
    QStringList ids;
    for (const Finding &finding : board.findings) {
        if (!finding.flows.isEmpty())
            ids << finding.flows.constFirst();
    }
    for (const Finding &finding : board.findings)
        ids << finding.flows;
    ids.removeDuplicates();
    QList<Flow> flows;
    for (const QString &id : std::as_const(ids)) {
        const Flow *flow = book.flow(id);
        if (flow && flow->carries())
            flows.append(*flow);
    }
    return flows;
}

QList<BoardFlow> boardFlows(const SyncBoard &board, const QList<Flow> &flows)
{
    FlowGathering gathering(board);
    for (const Flow &flow : flows) {
        if (flow.kind != FlowKind::Composed)
            gathering.add(flow);
    }
    return gathering.flows();
}

} // namespace likeness
