// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/scansession.h"

#include "services/net/pacing.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptAtOnce = 512; ///< people; a transaction costs as much for one
constexpr std::chrono::milliseconds longestUnkept = std::chrono::seconds(1);
constexpr std::chrono::milliseconds countedEvery = std::chrono::seconds(2);
constexpr std::chrono::milliseconds waitForOtherPrograms = std::chrono::seconds(1);
/// While another lists: whoever is listed is soon claimed by that one, if nobody else looks.
constexpr std::chrono::milliseconds waitForTheListed {100};
/// So many people in a row of whom nothing could be seen: it is not they.
constexpr int enoughOfNothing = 25;

} // namespace

ScanSession::ScanSession(
    Organisation &organisation, const BoardParts &parts, ScanQueue &queue, QObject *parent)
    : QObject(parent)
    , m_organisation(organisation)
    , m_parts(parts)
    , m_queue(queue)
{
}

ScanSession::~ScanSession()
{
    if (m_state != State::Idle)
        letGo();
}

void ScanSession::start(const ScanWish &wish)
{
    if (m_state != State::Idle)
        return;
    m_wish = wish;
    m_nothingSeen = 0;
    m_progress = {};
    m_rate = {};
    if (m_organisation.nodes.isEmpty() || !m_organisation.directory)
        return finishWith(
            Error {Errc::BadInput, u"a scan needs a directory, and a store that the sync board knows"_s});
    std::optional<QDateTime> since;
    if (wish.since)
        since = QDateTime::currentDateTimeUtc().addSecs(-std::chrono::seconds(*wish.since).count());
    const auto scan = m_queue.join(m_organisation.id, since);
    if (!scan)
        return finishWith(scan.error());
    m_scan = scan->id;
    m_progress.listing = !scan->listed;
    m_kept = m_parts.pacing.now();
    m_bringsSights = !scan->since;
    const auto kind = scan->since ? ScanLook::Kind::Incremental : ScanLook::Kind::Full;
    for (int i = 0; i < wish.atOnce; ++i) {
        auto &look = m_looks.emplace_back(std::make_unique<ScanLook>(m_organisation, m_parts, kind));
        connect(look.get(), &ScanLook::looked, this, &ScanSession::take);
        connect(look.get(), &ScanLook::sawNothing, this, &ScanSession::takeFailure);
        connect(look.get(), &ScanLook::ledgerFailed, this, [this](const Error &error) { finishWith(error); });
    }
    setState(State::Running);
    count();
    list();
    if (m_state == State::Running)
        go();
}

/// By one of all programs, and by the next if that one dies.
void ScanSession::list()
{
    if (m_listing || !m_progress.listing)
        return;
    const Result<bool> mine = m_queue.beginListing(m_scan);
    if (!mine)
        return finishWith(mine.error());
    if (!*mine)
        return;
    std::optional<ScanListing::Sights> sights;
    if (m_bringsSights)
        sights.emplace(ScanListing::Sights {m_brought, m_parts.workers, m_parts.now});
    m_listing.reset(new ScanListing(*m_organisation.directory, m_queue, m_scan, std::move(sights)));
    connect(m_listing.get(), &Job::progressed, this, [this](Progress listed) {
        m_progress.counts.people = std::max(m_progress.counts.people, static_cast<int>(listed.done));
        m_queueIsEmpty = false;
        tell();
        QMetaObject::invokeMethod(this, &ScanSession::go, Qt::QueuedConnection); // not in the job's turn
    });
    m_listing->onFinished(this, [this](const Result<Done> &listed) {
        m_listing.release()->deleteLater(); // it is what called
        m_queueIsEmpty = false;
        if (!listed)
            return finishWith(listed.error());
        count();
        go();
    });
    m_listing->start();
}

/// Everybody who can be looked at now is.
void ScanSession::go()
{
    if (m_state != State::Running)
        return;
    m_waiting.reset();
    for (const auto &look : m_looks) {
        if (look->isBusy())
            continue;
        if (m_tasks.isEmpty() && (m_queueIsEmpty || !claimMore()))
            break;
        const ScanTask task = m_tasks.takeFirst();
        const auto brought = m_taken.constFind(task.person.keys.key);
        look->look(task, brought == m_taken.cend() ? std::nullopt : std::optional(*brought));
    }
    if (m_state != State::Running || isLooking())
        return;
    keepNow();
    if (m_state != State::Running || m_listing) // its next page comes by itself
        return;
    const Result<bool> ended = m_queue.end(m_scan);
    if (!ended)
        return finishWith(ended.error());
    if (*ended)
        return finishWith({});
    waitForOthers();
}

bool ScanSession::claimMore()
{
    auto claimed = m_queue.claim(m_scan, 2 * m_wish.atOnce);
    if (!claimed) {
        finishWith(claimed.error());
        return false;
    }
    m_tasks = *std::move(claimed);
    QStringList keys;
    for (const ScanTask &task : std::as_const(m_tasks))
        keys.append(task.person.keys.key);
    m_taken = m_brought.take(keys);
    if (m_listing)
        m_listing->goOn();
    m_queueIsEmpty = m_tasks.isEmpty() && m_listing; // until its next page
    return !m_tasks.isEmpty();
}

/// Somebody else lists people or looks at the last of them; should they die, their work is ours.
void ScanSession::waitForOthers()
{
    m_waiting = std::make_unique<QObject>();
    const auto wait = m_progress.listing ? waitForTheListed : waitForOtherPrograms;
    m_parts.pacing.after(wait, m_waiting.get(), [this] {
        m_waiting.release()->deleteLater(); // it is what called
        tell();
        list();
        go();
    });
}

void ScanSession::take(const ScanResult &result)
{
    m_nothingSeen = 0;
    m_results.append(result);
    ++m_progress.states.people[result.standing->overall];
    if (m_state == State::Pausing && !isLooking()) {
        letGo();
        return setState(State::Paused);
    }
    const std::chrono::milliseconds now = m_parts.pacing.now();
    if (m_results.size() >= keptAtOnce || now - m_kept >= longestUnkept)
        keepNow();
    go();
}

/// One store that is away stops nothing; when nothing can be seen of anybody, going on would only ask again
/// and again with what is refused.
void ScanSession::takeFailure(const ScanResult &result, const Error &why)
{
    const int before = m_nothingSeen;
    if (before + 1 >= enoughOfNothing)
        return finishWith(why);
    take(result);
    m_nothingSeen = before + 1;
}

void ScanSession::keepNow()
{
    m_kept = m_parts.pacing.now();
    if (m_results.isEmpty())
        return;
    const QList<ScanResult> results = std::exchange(m_results, {});
    if (const auto kept = m_queue.settle(m_scan, results); !kept)
        return finishWith(kept.error());
    m_progress.counts.done += static_cast<int>(results.size());
    m_progress.counts.doneHere += static_cast<int>(results.size());
    tell();
}

/// What others have done is asked for now and then: counting half a million rows takes its time.
void ScanSession::tell()
{
    if (m_parts.pacing.now() - m_counted >= countedEvery)
        return count();
    m_rate.tell(m_parts.pacing.now(), m_progress.counts.done);
    m_progress.perSecond = m_rate.perSecond();
    emit progressed();
}

void ScanSession::count()
{
    const auto counts = m_queue.counts(m_scan);
    if (!counts)
        return;
    m_counted = m_parts.pacing.now();
    m_progress.counts = *counts;
    if (m_progress.listing) {
        const auto run = m_queue.run(m_scan);
        m_progress.listing = run && !run->listed;
    }
    m_rate.tell(m_parts.pacing.now(), counts->done);
    m_progress.perSecond = m_rate.perSecond();
    emit progressed();
}

bool ScanSession::isLooking() const
{
    return std::ranges::any_of(m_looks, [](const auto &look) { return look->isBusy(); });
}

void ScanSession::pause()
{
    if (m_state != State::Running)
        return;
    setState(State::Pausing);
    if (isLooking())
        return;
    letGo();
    setState(State::Paused);
}

void ScanSession::resume()
{
    if (m_state != State::Paused)
        return;
    m_rate = {};
    setState(State::Running);
    list();
    go();
}

void ScanSession::stop()
{
    if (m_state == State::Idle)
        return;
    letGo();
    m_looks.clear();
    setState(State::Idle);
}

/// What has been seen is kept, what has not is for others.
void ScanSession::letGo()
{
    m_listing.reset();
    m_brought.clear();
    m_taken.clear();
    m_queueIsEmpty = false;
    m_waiting.reset();
    m_tasks.clear();
    for (const auto &look : m_looks)
        look->cancel();
    // whether or not it can be kept: whoever goes on looks again
    if (!m_results.isEmpty())
        (void)m_queue.settle(m_scan, std::exchange(m_results, {}));
    (void)m_queue.giveBack(m_scan);
    if (m_state != State::Idle)
        count();
}

void ScanSession::finishWith(const std::optional<Error> &error)
{
    if (m_state != State::Idle) {
        letGo();
        for (auto &look : m_looks)
            look.release()->deleteLater(); // one of them may be calling
        m_looks.clear();
        setState(State::Idle);
    }
    if (error)
        emit failed(*error);
    else
        emit completed();
}

void ScanSession::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged();
}

} // namespace likeness
