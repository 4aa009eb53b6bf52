// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/explain.h"

#include "models/sync/weighing.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// The remedies of the failure, else of the flow; where nothing is known to help, writing it there does.
QStringList curesFor(const Finding &finding, const FlowBook &book)
{
    if (finding.cause == Cause::NobodyThere)
        return {};
    switch (finding.state) {
    case SyncState::InStep:
    case SyncState::Unknown:
    case SyncState::Unreachable:
        if (finding.cause != Cause::TwoWriters)
            return {};
        break;
    case SyncState::NoFlow:
    case SyncState::Pending:
    case SyncState::Missing:
    case SyncState::Reduced:
    case SyncState::Stale:
    case SyncState::Different:
    case SyncState::RemovedOnPurpose:
    case SyncState::Blocked:
        break;
    }
    if (const Failure *failure = book.failure(finding.rule))
        return failure->cures;
    const Flow *flow = book.flow(finding.flows.value(0));
    if (flow && !flow->cures.isEmpty() && finding.cause != Cause::SwitchedOff)
        return flow->cures;
    if (columnOf(finding.node) == SyncColumn::Viewers || finding.derived
        || finding.state == SyncState::Pending)
        return {};
    if (finding.node == SyncNode::ActiveDirectory)
        return {u"rewrite-directory"_s};
    return {columnOf(finding.node) == SyncColumn::Stores ? u"upload"_s : u"write-thumbnails"_s};
}

Confidence confidenceOf(const Finding &finding, const FlowBook &book)
{
    if (const Failure *failure = book.failure(finding.rule))
        return failure->confidence;
    if (const Flow *flow = book.flow(finding.flows.value(0)))
        return flow->confidence;
    return Confidence::Microsoft;
}

QStringList disputesAbout(const Finding &finding, const FlowBook &book)
{
    QStringList ids;
    const QString deciding = finding.flows.value(0);
    for (const Dispute &dispute : book.disputes) {
        if (dispute.about.contains(finding.rule) || dispute.about.contains(deciding))
            ids.append(dispute.id);
    }
    return ids;
}

/// What comes of a change made there belongs to what is to be known of a workload.
bool isAboutChangesAt(const Flow &flow, const Finding &finding)
{
    const bool nowhere = flow.kind == FlowKind::None && isDerived(finding.node);
    return (flow.kind == FlowKind::Redirect || nowhere) && flow.from.contains(finding.node);
}

void complete(Finding &finding, const FlowBook &book, const SyncSettings &settings, const QDateTime &now)
{
    for (const Flow &flow : book.flows) {
        const bool edits = finding.cause != Cause::NobodyThere && isAboutChangesAt(flow, finding)
            && flow.holdsOn(now.date())
            && std::ranges::any_of(flow.to, [&](SyncNode to) { return settings.has(to); });
        if (edits && !finding.flows.contains(flow.id))
            finding.flows.append(flow.id);
    }
    finding.cures = curesFor(finding, book);
    finding.confidence = confidenceOf(finding, book);
    finding.disputes = disputesAbout(finding, book);
}

} // namespace

SyncBoard explain(
    const SyncCase &seen, const FlowBook &book, const SyncSettings &settings, const QDateTime &now)
{
    const Weighing weighing(seen, book, settings, now);
    SyncBoard board;
    board.reference = weighing.reference();
    for (const SyncNode node : allSyncNodes()) {
        if (!settings.has(node))
            continue;
        Finding finding = isDerived(node) ? seenViewer(explainedViewer(node, weighing, board), weighing)
                                          : explainedStore(node, weighing);
        complete(finding, book, settings, now);
        board.overall = std::max(board.overall, finding.state);
        board.findings.append(finding);
    }
    return board;
}

} // namespace likeness
