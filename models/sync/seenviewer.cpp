// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/weighing.h"

namespace likeness {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Weighs what a viewer was seen to serve against what the rules say it should.
class ViewerSight
{
public:
    ViewerSight(Finding byRule, const Sighting &seen, const Weighing &weighing)
        : m_finding(std::move(byRule))
        , m_seen(seen)
        , m_weighing(weighing)
    {
        m_finding.evidence = seen.evidence;
    }

    Finding found()
    {
        if (m_seen.failed) {
            notSeen(*m_seen.failed);
            return m_finding;
        }
        const bool expected = isAsExpected();
        m_finding.derived = false;
        m_finding.changed = m_seen.changed; // the source's time is not its own
        m_finding.comparison = m_weighing.comparison(m_finding.node);
        m_finding.shows.reset();
        if (m_seen.hasPhoto())
            m_finding.shows = *m_seen.inSize(m_finding.needs);
        // the server knows nothing of what its clients are not to show
        if (m_finding.cause == Cause::PolicyHides || m_finding.cause == Cause::ViewerOutside)
            return m_finding;
        if (m_weighing.holds(m_finding.node))
            right(expected);
        else if (!expected)
            surprising();
        return m_finding;
    }

private:
    void decide(SyncState state, Cause cause, const QString &rule = {})
    {
        m_finding.state = state;
        m_finding.cause = cause;
        m_finding.rule = rule;
        m_finding.arrival = {};
    }

    /// The rules go on to say what is likely.
    void notSeen(const Error &error)
    {
        if (error.code == Errc::NotFound) {
            m_finding.derived = false;
            m_finding.shows.reset();
            decide(SyncState::NoFlow, Cause::NobodyThere);
        }
        m_finding.evidence.append(u"could not be asked: "_s + error.detail);
    }

    bool isAsExpected() const
    {
        if (!m_finding.shows || !m_seen.hasPhoto())
            return !m_finding.shows && !m_seen.hasPhoto() && m_finding.source;
        return m_weighing.seenCase().compare(*m_finding.shows, *m_seen.largest()).likeness == Likeness::Same;
    }

    void right(bool expected)
    {
        const bool small = m_finding.shows->edge() < m_finding.needs;
        if (expected && !small && m_finding.state == SyncState::InStep) // the rules say by which way
            return;
        decide(small ? SyncState::Reduced : SyncState::InStep, small ? Cause::TooSmall : Cause::SamePicture);
    }

    /// Another picture than that of its source, or none although the source has one.
    void surprising()
    {
        if (m_finding.state == SyncState::Pending) // the rules say until when
            return;
        const SyncState wrong = m_seen.hasPhoto() ? SyncState::Different : SyncState::Missing;
        const Flow *flow = m_weighing.book().flow(m_finding.flows.value(0));
        if (!m_weighing.reference())
            return decide(wrong, Cause::NobodyHasOne);
        if (!flow || !m_finding.source || !m_weighing.holds(*m_finding.source))
            return decide(wrong, Cause::SourceUnknown);
        const std::chrono::seconds most = longestDelay(*flow, m_weighing.settings()).value_or(0min);
        const QDateTime latest = m_weighing.knownSince(*m_finding.source).addSecs(most.count());
        if (latest > m_weighing.now()) {
            decide(SyncState::Pending, Cause::OnItsWay, flow->id);
            m_finding.arrival = {m_weighing.now(), latest};
            return;
        }
        decide(m_seen.hasPhoto() ? SyncState::Stale : wrong, Cause::Overdue, flow->id);
    }

    Finding m_finding;
    const Sighting &m_seen;
    const Weighing &m_weighing;
};

} // namespace

Finding seenViewer(Finding byRule, const Weighing &weighing)
{
    const Sighting *seen = weighing.seen(byRule.node);
    if (!seen || !weighing.settings().asked.contains(byRule.node))
        return byRule;
    return ViewerSight(std::move(byRule), *seen, weighing).found();
}

} // namespace likeness
