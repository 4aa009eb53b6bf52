// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/weighing.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What Exchange itself puts into the directory; anything up to that was made by it, or worse.
constexpr int largestMadeByExchange = 64;
/// From here on a mailbox photo is clearly more than its copy in the directory.
constexpr int goodMailboxEdge = 240;
/// What the former forward sync carried.
constexpr qsizetype forwardSyncLimit = 10'240;

/// Works out one finding, the special cases first.
class StoreWeighing
{
public:
    StoreWeighing(SyncNode node, const Weighing &weighing)
        : m_weighing(weighing)
        , m_seen(weighing.seen(node))
    {
        m_finding.node = node;
        m_finding.needs = neededEdge(node);
        m_finding.comparison = weighing.comparison(node);
        if (m_seen) {
            m_finding.evidence = m_seen->evidence;
            m_finding.changed = m_seen->changed;
            if (m_seen->hasPhoto())
                m_finding.shows = *m_seen->largest();
        }
    }

    Finding found()
    {
        if (!m_seen)
            decide(SyncState::Unknown, Cause::NotLooked);
        else if (m_seen->failed)
            unreachable(*m_seen->failed);
        else if (m_weighing.holds(m_finding.node))
            same();
        else if (!missingForAReason() && !otherForAReason())
            other();
        return m_finding;
    }

private:
    SyncNode node() const { return m_finding.node; }
    bool has(Sign sign) const { return m_seen->signs.testFlag(sign); }
    SyncState otherState(SyncState withPhoto) const
    {
        return m_seen->hasPhoto() ? withPhoto : SyncState::Missing;
    }

    void decide(SyncState state, Cause cause, const QString &rule = {}, const QStringList &flows = {})
    {
        m_finding.state = state;
        m_finding.cause = cause;
        m_finding.rule = rule;
        m_finding.flows = flows;
    }

    /// That nobody of that name is there is an answer.
    void unreachable(const Error &error)
    {
        if (error.code == Errc::NotFound && node() == SyncNode::Exchange)
            return decide(SyncState::NoFlow, Cause::MailboxKind, u"F17"_s, {u"E18"_s});
        if (error.code == Errc::NotFound) {
            if (!error.detail.isEmpty())
                m_finding.evidence.append(error.detail);
            return decide(SyncState::NoFlow, Cause::NobodyThere);
        }
        m_finding.error = error;
        decide(SyncState::Unreachable, Cause::CannotReach);
    }

    void same()
    {
        feedFrom();
        const QStringList flows = m_finding.flows;
        const int edge = m_weighing.edgeAt(node());
        const int mailbox = m_weighing.edgeAt(SyncNode::Exchange);
        const bool fromMailbox = m_weighing.holds(SyncNode::Exchange) && mailbox >= goodMailboxEdge
            && edge <= largestMadeByExchange;
        if (has(Sign::ReplicasDiffer))
            return replicating();
        if (node() == SyncNode::ActiveDirectory && fromMailbox)
            return decide(SyncState::Reduced, Cause::DirectoryShrunk, u"F02"_s, {u"E01"_s});
        if (node() == SyncNode::Microsoft365 && fromMailbox)
            return decide(SyncState::Reduced, Cause::SmallFromDirectory, u"F19"_s, {u"E08"_s, u"E06"_s});
        if (isEnlarged(edge))
            return decide(SyncState::Reduced, Cause::Enlarged, u"F09"_s,
                m_weighing.settings().profileImport ? QStringList {u"E13"_s} : flows);
        if (edge < m_finding.needs)
            return decide(SyncState::Reduced, Cause::TooSmall, {}, flows);
        if (m_weighing.changesBackAndForth(node()))
            return decide(SyncState::InStep, Cause::TwoWriters, u"F14"_s, flows);
        const bool reference = m_weighing.reference()->node == node();
        decide(SyncState::InStep, reference ? Cause::Reference : Cause::SamePicture, {}, flows);
    }

    /// SharePoint made a large thumbnail of a small photo, the directory's or the only one there is.
    bool isEnlarged(int edge) const
    {
        const int reference = m_weighing.reference()->photo.edge();
        if (columnOf(node()) == SyncColumn::Caches && reference < m_finding.needs && edge > reference)
            return true;
        const int directory = m_weighing.edgeAt(SyncNode::ActiveDirectory);
        return node() == SyncNode::SharePoint && m_weighing.settings().profileImport
            && !m_weighing.settings().sharePointPulls && m_weighing.holds(SyncNode::ActiveDirectory)
            && directory <= largestMadeByExchange && edge > directory;
    }

    /// Names the flows it may have come by.
    void feedFrom()
    {
        for (const Flow *flow : m_weighing.flowsInto(node())) {
            const auto giver = std::ranges::find_if(
                flow->from, [this](SyncNode from) { return from != node() && m_weighing.holds(from); });
            if (!flow->carries() || giver == flow->from.end() || m_weighing.obstacle(*flow))
                continue;
            m_finding.flows.append(flow->id);
            if (!m_finding.source)
                m_finding.source = *giver;
        }
    }

    void replicating() { within(u"E25"_s, m_weighing.knownSince(node()), Cause::NotReplicated, u"F15"_s); }

    /// Comes right by itself within the time of that flow, counted from `since`; later it is stale.
    void within(const QString &flow, const QDateTime &since, Cause cause, const QString &rule)
    {
        const Flow *record = m_weighing.book().flow(flow);
        const std::chrono::seconds most = record ? record->delay.most.value_or(0min) : 0min;
        const QDateTime latest = since.addSecs(most.count());
        const bool late = latest < m_weighing.now();
        decide(late ? SyncState::Stale : SyncState::Pending, cause, rule, {flow});
        if (!late)
            m_finding.arrival = {m_weighing.now(), latest};
    }

    /// True = there is no photo, and it is known why.
    bool missingForAReason()
    {
        if (m_seen->hasPhoto())
            return false;
        const bool mailbox = node() == SyncNode::Exchange;
        if (mailbox && (m_seen->signs & (Sign::NoMailbox | Sign::OldMailbox)))
            decide(SyncState::NoFlow, Cause::MailboxKind, u"F17"_s, {u"E18"_s});
        else if (mailbox && m_weighing.isRemovedOnPurpose())
            decide(SyncState::RemovedOnPurpose, Cause::Tombstone, u"F01"_s, {u"E04"_s});
        else if (node() == SyncNode::ActiveDirectory && has(Sign::OtherAttribute))
            decide(SyncState::Missing, Cause::WrongAttribute, u"F16"_s);
        else if (node() == SyncNode::ActiveDirectory && m_weighing.isRemovedOnPurpose())
            decide(SyncState::RemovedOnPurpose, Cause::RemovedWithIt, u"E02"_s, {u"E02"_s});
        else if (!m_weighing.reference())
            decide(SyncState::Missing, Cause::NobodyHasOne);
        else
            return false;
        return true;
    }

    /// True = another picture, or none, for a reason that no flow will change.
    bool otherForAReason()
    {
        if (node() == SyncNode::Exchange && has(Sign::PreviewOnly))
            decide(otherState(SyncState::Stale), Cause::PreviewNotSaved, u"F04"_s, {u"E05"_s});
        else if (node() == SyncNode::Exchange && servesFormerDirectoryPhoto())
            within(
                u"E04"_s, m_weighing.knownSince(SyncNode::ActiveDirectory), Cause::FilesOfServer, u"F05"_s);
        else if (has(Sign::ReplicasDiffer))
            replicating();
        else if (m_seen->hasPhoto() && m_weighing.changesBackAndForth(node()))
            decide(SyncState::Different, Cause::TwoWriters, u"F14"_s, {u"E12"_s, u"E01"_s});
        else if (has(Sign::CommandGone))
            decide(otherState(SyncState::Different), Cause::CommandRetired, u"F20"_s, {u"E07b"_s});
        else if (tooLargeForForwardSync())
            decide(SyncState::Blocked, Cause::TooLargeForCloud, u"F06"_s, {u"E07a"_s});
        else
            return false;
        return true;
    }

    /// The mailbox has none, and a server still has the directory's former photo on its disk.
    bool servesFormerDirectoryPhoto() const
    {
        if (!m_seen->hasPhoto() || !m_weighing.holds(SyncNode::ActiveDirectory))
            return false;
        return std::ranges::any_of(m_weighing.seenCase().earlier, [this](const Sighting &older) {
            return older.node == SyncNode::ActiveDirectory && older.hasPhoto()
                && older.largest()->photo.sha256 == m_seen->largest()->photo.sha256;
        });
    }

    bool tooLargeForForwardSync() const
    {
        const Flow *flow = m_weighing.book().flow(u"E07a"_s);
        const Sighting *giver = m_weighing.seen(SyncNode::Microsoft365);
        return node() == SyncNode::ExchangeOnline && m_seen->hasNone() && flow
            && flow->holdsOn(m_weighing.now().date()) && giver && giver->hasPhoto()
            && giver->largest()->photo.bytes.size() > forwardSyncLimit;
    }

    void other()
    {
        const auto route = routeTo(node(), m_weighing);
        if (!route)
            return withoutRoute();
        m_finding.source = route->from;
        m_finding.arrival = route->arrival;
        const QStringList flows {route->flow->id};
        const bool waits = route->arrival.after == Trigger::OwnVisit;
        if (route->overdue) {
            m_finding.arrival.latest.reset();
            const bool stuck = has(Sign::FromExchange) || has(Sign::Placeholder);
            if (waits && node() == SyncNode::SharePointOnline && stuck)
                return decide(otherState(SyncState::Stale), Cause::CloudSiteStuck, u"F10"_s, flows);
            if (waits)
                return decide(otherState(SyncState::Stale), Cause::NeverAsked, u"F08"_s, flows);
            m_finding.arrival = {};
            return decide(otherState(SyncState::Stale), Cause::Overdue, flows.constFirst(), flows);
        }
        if (waits && !route->arrival.latest)
            return decide(otherState(SyncState::Stale), Cause::NeverAsked, u"F08"_s, flows);
        decide(SyncState::Pending, Cause::OnItsWay, flows.constFirst(), flows);
    }

    void withoutRoute()
    {
        if (isForbidden())
            return;
        if (const Flow *off = switchedOff()) {
            m_finding.source = holderAmong(*off);
            return decide(otherState(SyncState::Different), Cause::SwitchedOff, off->id, {off->id});
        }
        const Flow *record = recordOfNone();
        const QStringList flows = record ? QStringList {record->id} : QStringList();
        if (record)
            m_finding.source = holderAmong(*record);
        const QString rule = flows.value(0);
        // nobody has to have a picture on the web
        const bool never = node() == SyncNode::PublicUrl || (record && record->kind == FlowKind::None);
        if (m_seen->hasNone())
            return decide(
                never ? SyncState::NoFlow : SyncState::Missing, Cause::NothingBringsIt, rule, flows);
        const Reference &reference = *m_weighing.reference();
        const bool newer
            = reference.uploaded && reference.since && m_seen->changed && *m_seen->changed > *reference.since;
        if (newer)
            return decide(SyncState::Different, Cause::WrittenLater, rule, flows);
        if (m_finding.comparison.likeness == Likeness::Mirrored)
            return decide(SyncState::Different, Cause::MirroredCopy, rule, flows);
        if (m_finding.comparison.likeness == Likeness::Cropped)
            return decide(SyncState::Different, Cause::CroppedCopy, rule, flows);
        if (node() == SyncNode::Exchange && m_weighing.holds(SyncNode::ActiveDirectory))
            return decide(SyncState::Different, Cause::MailboxOlder, u"F03"_s, flows);
        decide(SyncState::Different, Cause::NothingBringsIt, rule, flows);
    }

    /// A policy keeps it from being put right.
    bool isForbidden()
    {
        const SyncSettings &settings = m_weighing.settings();
        const bool cloud = node() == SyncNode::Microsoft365 || node() == SyncNode::ExchangeOnline;
        const bool mailbox = node() == SyncNode::Exchange || node() == SyncNode::ExchangeOnline;
        const bool forbidden = has(Sign::WritesForbidden) || (mailbox && !settings.peopleMayChange)
            || (cloud && settings.photoSource != SyncSettings::PhotoSource::Unknown
                && !(settings.photoSource == SyncSettings::PhotoSource::Cloud
                    && !m_weighing.holds(SyncNode::ActiveDirectory)));
        if (!forbidden)
            return false;
        QStringList flows;
        for (const Flow *flow : m_weighing.flowsInto(node())) {
            if (flow->failures.contains(u"F07"_s))
                flows.append(flow->id);
        }
        decide(SyncState::Blocked, Cause::PolicyForbids, u"F07"_s, flows);
        return true;
    }

    std::optional<SyncNode> holderAmong(const Flow &flow) const
    {
        const auto holder = std::ranges::find_if(
            flow.from, [this](SyncNode from) { return from != node() && m_weighing.holds(from); });
        return holder == flow.from.end() ? std::nullopt : std::optional(*holder);
    }

    const Flow *switchedOff() const
    {
        for (const Flow *flow : m_weighing.flowsInto(node())) {
            if (flow->carries() && holderAmong(*flow) && m_weighing.obstacle(*flow))
                return flow;
        }
        return nullptr;
    }

    /// People expect one to bring it, and there is a record that it does not.
    const Flow *recordOfNone() const
    {
        for (const Flow *flow : m_weighing.flowsInto(node())) {
            const bool brings = flow->carries() || flow->kind == FlowKind::Redirect;
            if (!brings && flow->kind != FlowKind::Delete && holderAmong(*flow))
                return flow;
        }
        return nullptr;
    }

    const Weighing &m_weighing;
    const Sighting *m_seen;
    Finding m_finding;
};

} // namespace

int neededEdge(SyncNode node)
{
    switch (node) {
    case SyncNode::Exchange:
    case SyncNode::Microsoft365:
    case SyncNode::ExchangeOnline:
    case SyncNode::ExchangeFiles:
        return 648;
    case SyncNode::SharePoint:
    case SyncNode::SkypeForBusiness: // the window of a call
        return 300;
    case SyncNode::SharePointOnline: // sources disagree, D08
        return 200;
    case SyncNode::SharePoint2010:
        return 144;
    case SyncNode::Delve:
    case SyncNode::VivaEngage:
        return 120;
    case SyncNode::ActiveDirectory:
    case SyncNode::PublicUrl:
    case SyncNode::AddressBook:
    case SyncNode::OfflineAddressBook:
    case SyncNode::Outlook:
    case SyncNode::OutlookWeb:
    case SyncNode::Lync2010:
    case SyncNode::Teams:
        break;
    }
    return 96;
}

Finding explainedStore(SyncNode node, const Weighing &weighing)
{
    return StoreWeighing(node, weighing).found();
}

} // namespace likeness
