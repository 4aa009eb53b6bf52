// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/explain.h"

namespace likeness {

/// A case with what follows from it at once: the reference, and how each sighting compares with it. Made and
/// used by explain(); refers to its arguments.
class Weighing
{
public:
    Weighing(const SyncCase &seen, const FlowBook &book, const SyncSettings &settings, const QDateTime &now);

    const SyncSettings &settings() const { return m_settings; }
    const FlowBook &book() const { return m_book; }
    const QDateTime &now() const { return m_now; }
    const SyncCase &seenCase() const { return m_case; }
    const std::optional<Reference> &reference() const { return m_reference; }

    /// Null = not looked.
    const Sighting *seen(SyncNode node) const;
    bool hasSign(SyncNode node, Sign sign) const;
    Comparison comparison(SyncNode node) const;
    /// Was seen with the reference picture, in whatever size.
    bool holds(SyncNode node) const;
    /// Of the largest photo seen there; 0 = none.
    int edgeAt(SyncNode node) const;
    /// Since when the photo is there at the latest: as the workload tells, else when it was first seen.
    QDateTime knownSince(SyncNode node) const;
    /// The mailbox has no photo of its own, so that Exchange serves the directory's.
    bool exchangeFallsBack() const;
    /// The mailbox remembers a deletion, and serves nothing.
    bool isRemovedOnPurpose() const;
    /// Changed from one picture to another and back, as far as kept.
    bool changesBackAndForth(SyncNode node) const;

    /// False only where it is known not to hold.
    bool mayHold(Condition condition) const;
    /// The first condition that is known not to hold.
    std::optional<Condition> obstacle(const Flow &flow) const;
    /// Those that hold on this day between workloads the organisation has, in the order of the book.
    QList<const Flow *> flowsInto(SyncNode node) const;

private:
    const SyncCase &m_case;
    const FlowBook &m_book;
    const SyncSettings &m_settings;
    const QDateTime m_now;
    std::optional<Reference> m_reference;
    QMap<SyncNode, Comparison> m_comparisons;
};

/// The picture all are compared with: what was uploaded on purpose, else the newest photo of a store, in the
/// largest size seen.
std::optional<Reference> chosenReference(const SyncCase &seen, const SyncSettings &settings);

/// How a photo gets to a workload that does not have it.
struct Route
{
    const Flow *flow = nullptr;
    SyncNode from = SyncNode::ActiveDirectory;
    Arrival arrival {};
    bool overdue = false; ///< should have been there by now
};
/// The best there is: one that is on its way before one that waits for somebody, and that before one that is
/// overdue. nullopt = none leads there from where the photo is.
std::optional<Route> routeTo(SyncNode node, const Weighing &weighing);
/// How long the flow may take here, by the organisation's own settings.
std::optional<std::chrono::minutes> longestDelay(const Flow &flow, const SyncSettings &settings);

/// Edge in pixels of what a workload shows at its largest.
int neededEdge(SyncNode node);

Finding explainedStore(SyncNode node, const Weighing &weighing);
/// `board` has the findings of everything before it in the order of SyncNode.
Finding explainedViewer(SyncNode node, const Weighing &weighing, const SyncBoard &board);
/// The same, where the viewer could be asked: what it serves counts more than what the rules let expect,
/// which then says why.
Finding seenViewer(Finding byRule, const Weighing &weighing);

} // namespace likeness
