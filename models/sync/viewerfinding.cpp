// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/weighing.h"

#include <QMap>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What a viewer asks, in its order: the first that is there counts (docs/protocols/sync.md).
QStringList flowsOfViewer(SyncNode node)
{
    static const QMap<SyncNode, QStringList> orders {
        {SyncNode::AddressBook, {u"E19"_s}},
        {SyncNode::OfflineAddressBook, {u"E22"_s}},
        {SyncNode::Outlook, {u"E23"_s, u"E24"_s, u"E22"_s}},
        {SyncNode::OutlookWeb, {u"E04"_s, u"E05"_s, u"E24"_s}},
        {SyncNode::Lync2010, {u"E32"_s, u"E20"_s}},
        {SyncNode::SkypeForBusiness, {u"E32"_s, u"E18"_s, u"E20"_s}},
        {SyncNode::Teams, {u"E17"_s}},
        {SyncNode::Delve, {u"E16"_s}},
        {SyncNode::VivaEngage, {u"E21"_s}},
    };
    return orders.value(node);
}

/// Works out what one viewer shows by rule.
class ViewerWeighing
{
public:
    ViewerWeighing(SyncNode node, const Weighing &weighing, const SyncBoard &board)
        : m_weighing(weighing)
        , m_board(board)
    {
        m_finding.node = node;
        m_finding.derived = true;
        m_finding.needs = neededEdge(node);
        if (const Sighting *declared = weighing.seen(node))
            m_finding.evidence = declared->evidence;
    }

    Finding found()
    {
        if (hiddenByPolicy())
            return m_finding;
        choose();
        if (node() == SyncNode::ExchangeFiles)
            take(SyncNode::Exchange, nullptr);
        if (contactWins() || tooLargeForPolicy() || shownToOutsiders())
            return m_finding;
        if (m_source)
            follow();
        else if (m_empty)
            decide(SyncState::NoFlow, Cause::NothingBringsIt);
        else
            decide(SyncState::Unknown, Cause::SourceUnknown);
        return m_finding;
    }

private:
    SyncNode node() const { return m_finding.node; }
    bool has(Sign sign) const { return m_weighing.hasSign(node(), sign); }

    void decide(SyncState state, Cause cause, const QString &rule = {})
    {
        m_finding.state = state;
        m_finding.cause = cause;
        m_finding.rule = rule;
    }

    bool hiddenByPolicy()
    {
        const bool governed = node() == SyncNode::AddressBook || node() == SyncNode::Lync2010
            || node() == SyncNode::SkypeForBusiness;
        if (!governed || m_weighing.settings().contactPhotos != SyncSettings::ContactPhotos::None)
            return false;
        decide(SyncState::NoFlow, Cause::PolicyHides);
        m_finding.flows = node() == SyncNode::AddressBook ? QStringList {u"E19"_s} : QStringList {u"E20"_s};
        return true;
    }

    /// The first in its order that leads from something the organisation has and that answers.
    void choose()
    {
        const QList<const Flow *> here = m_weighing.flowsInto(node());
        for (const QString &id : flowsOfViewer(node())) {
            const auto flow = std::ranges::find(here, id, [](const Flow *each) { return each->id; });
            const bool fallsBack = flow != here.end() && (*flow)->kind == FlowKind::ReadFallback;
            if (flow == here.end() || (fallsBack && !m_weighing.settings().has(SyncNode::Exchange)))
                continue;
            // an outsider is told so; a mailbox that is no mailbox is passed over
            const auto obstacle = m_weighing.obstacle(**flow);
            if (obstacle && *obstacle != Condition::InternalViewer
                && *obstacle != Condition::NotRemovedOnPurpose)
                continue;
            for (const SyncNode giver : (*flow)->from) {
                const Finding *source = m_board.at(giver);
                const bool none = source && !source->shows && source->state == SyncState::NoFlow;
                const bool noUrl = giver == SyncNode::PublicUrl && (!source || !source->shows);
                if (none && !m_empty)
                    m_empty = *flow;
                if (!source || none || noUrl)
                    continue;
                // what the mailbox says decides: it may be out of sight, or remember a deletion and serve
                // nothing
                const bool asksMailbox = fallsBack && (obstacle || !isSeen(SyncNode::Exchange));
                return take(asksMailbox ? SyncNode::Exchange : giver, *flow);
            }
        }
    }

    bool isSeen(SyncNode store) const
    {
        const Sighting *sighting = m_weighing.seen(store);
        return sighting && !sighting->failed;
    }

    void take(SyncNode source, const Flow *flow)
    {
        m_source = m_board.at(source);
        m_flow = flow;
        m_finding.source = source;
        if (flow)
            m_finding.flows = {flow->id};
    }

    bool contactWins()
    {
        if (node() != SyncNode::Outlook || !has(Sign::ContactPhoto)
            || m_weighing.settings().prefersDirectoryPhotos)
            return false;
        decide(SyncState::Different, Cause::ContactWins, u"F13"_s);
        return true;
    }

    bool tooLargeForPolicy()
    {
        if (m_finding.source != SyncNode::PublicUrl)
            return false;
        const qsizetype limit = m_weighing.settings().largestPublicPhotoKb * qsizetype {1024};
        if (m_source->shows->photo.bytes.size() <= limit)
            return false;
        decide(SyncState::Blocked, Cause::PolicyHides, u"E32"_s);
        return true;
    }

    bool shownToOutsiders()
    {
        const bool toldNothing = m_flow && m_weighing.obstacle(*m_flow) == Condition::InternalViewer
            && has(Sign::ExternalViewer);
        if (!toldNothing)
            return false;
        decide(SyncState::NoFlow, Cause::ViewerOutside, u"F18"_s);
        return true;
    }

    void follow()
    {
        m_finding.comparison = m_source->comparison;
        m_finding.changed = m_source->changed;
        switch (m_source->state) {
        case SyncState::InStep:
        case SyncState::Reduced:
            show();
            return keepsOwnCopy() ? ownCopy() : atOnce();
        case SyncState::Pending:
            show();
            return afterSource();
        case SyncState::RemovedOnPurpose:
            return decide(SyncState::RemovedOnPurpose, Cause::Follows, u"F01"_s);
        case SyncState::Unknown:
        case SyncState::Unreachable:
            return decide(SyncState::Unknown, Cause::SourceUnknown);
        case SyncState::NoFlow:
        case SyncState::Missing:
        case SyncState::Stale:
        case SyncState::Different:
        case SyncState::Blocked:
            break;
        }
        show();
        const bool none = !m_source->shows;
        decide(none ? SyncState::Missing : m_source->state, Cause::Follows);
    }

    /// In the size it is asked for.
    void show()
    {
        const Sighting *source = m_weighing.seen(*m_finding.source);
        if (!source || !source->hasPhoto()) {
            m_finding.shows = m_source->shows;
            return;
        }
        int asked = m_finding.needs;
        if (m_flow && m_flow->edges.size() == 2) // the larger where the photo has it
            asked = source->largest()->edge() > m_flow->edges.last() ? m_flow->edges.last()
                                                                     : m_flow->edges.first();
        m_finding.shows = *source->inSize(asked);
    }

    bool keepsOwnCopy() const
    {
        return m_flow && m_flow->kind != FlowKind::Read && m_flow->delay.most.value_or(0min) > 0min
            && latestOwn() > m_weighing.now();
    }

    QDateTime sourceSince() const
    {
        return m_source->derived ? m_source->changed.value_or(m_weighing.now())
                                 : m_weighing.knownSince(*m_finding.source);
    }

    QDateTime latestOwn() const
    {
        const auto most = longestDelay(*m_flow, m_weighing.settings()).value_or(0min);
        return sourceSince().addSecs(std::chrono::seconds(most).count());
    }

    void ownCopy()
    {
        m_finding.changed = sourceSince();
        m_finding.arrival = {m_weighing.now(), latestOwn()};
        if (node() == SyncNode::Teams)
            return decide(SyncState::Pending, Cause::TeamsCache, u"F11"_s);
        if (m_flow->failures.contains(u"F12"_s))
            return decide(SyncState::Pending, Cause::AddressBookCycle, u"F12"_s);
        decide(SyncState::Pending, Cause::OwnCopy, m_flow->id);
    }

    void atOnce()
    {
        m_finding.changed = m_flow && m_flow->kind != FlowKind::Read ? latestOwn() : sourceSince();
        const int edge = m_finding.shows ? m_finding.shows->edge() : 0;
        const bool small = edge < m_finding.needs && (!m_flow || edge < neededByFlow());
        decide(small ? SyncState::Reduced : SyncState::InStep, small ? Cause::TooSmall : Cause::Follows);
    }

    int neededByFlow() const { return m_flow->edges.isEmpty() ? m_finding.needs : m_flow->edges.first(); }

    void afterSource()
    {
        decide(SyncState::Pending, Cause::Follows, m_source->rule);
        m_finding.arrival = m_source->arrival;
        const auto most = m_flow ? longestDelay(*m_flow, m_weighing.settings()) : std::nullopt;
        if (m_finding.arrival.latest && most)
            m_finding.arrival.latest = m_finding.arrival.latest->addSecs(std::chrono::seconds(*most).count());
    }

    const Weighing &m_weighing;
    const SyncBoard &m_board;
    const Flow *m_flow = nullptr;
    const Flow *m_empty = nullptr; ///< leads here, but from where there is no photo and none will come
    const Finding *m_source = nullptr;
    Finding m_finding;
};

} // namespace

Finding explainedViewer(SyncNode node, const Weighing &weighing, const SyncBoard &board)
{
    return ViewerWeighing(node, weighing, board).found();
}

} // namespace likeness
