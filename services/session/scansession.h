// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/boardsession.h"
#include "services/session/broughtsights.h"
#include "services/session/scanlisting.h"
#include "services/session/scanlook.h"
#include "services/session/scanprogress.h"

namespace likeness {

/// How a scan is to go.
struct ScanWish
{
    /// Whoever was looked at since, and of whom the directory says nothing has changed there, is left out; of
    /// the others the directory is asked for changed photos only. nullopt = everybody and everything.
    std::optional<std::chrono::hours> since {};
    int atOnce = 64; ///< people; a directory answers for several with one search, web servers have gates of
                     ///< their own
};

/// Looks at everybody of the organisation, a few at once, and keeps how they stand. Other programs with the
/// same ledger that scan at the same time share the work; what was cut short is gone on with. Owned by the
/// page or command, logic thread.
class ScanSession final : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Running, Pausing, Paused };
    Q_ENUM(State)

    /// `parts` with a ledger and a history; all of it outlives the session.
    ScanSession(
        Organisation &organisation, const BoardParts &parts, ScanQueue &queue, QObject *parent = nullptr);
    ~ScanSession() override;

    State state() const { return m_state; }
    const ScanProgress &progress() const { return m_progress; }

    /// Begins, or joins what is under way and goes on with what was cut short.
    void start(const ScanWish &wish);
    /// Whoever is being looked at is looked at to the end; then the rest is for others.
    void pause();
    void resume();
    /// At once: what is under way is given back, what has been seen is kept.
    void stop();

signals:
    void stateChanged();
    void progressed();
    /// Everybody has been looked at, by whichever program.
    void completed();
    /// It cannot go on; what has been seen is kept, and the next start goes on from there.
    void failed(const likeness::Error &error);

private:
    void list();
    void go();
    bool claimMore();
    void waitForOthers();
    void take(const ScanResult &result);
    void takeFailure(const ScanResult &result, const Error &why);
    void keepNow();
    void tell();
    void count();
    bool isLooking() const;
    void letGo();
    void finishWith(const std::optional<Error> &error);
    void setState(State state);

    Organisation &m_organisation;
    BoardParts m_parts;
    ScanQueue &m_queue;
    ScanWish m_wish;
    State m_state = State::Idle;
    qint64 m_scan = 0;
    ScanProgress m_progress;
    ScanRate m_rate;
    bool m_bringsSights = false; ///< all is read anew, so the list may bring it along
    BroughtSights m_brought;
    QHash<QString, BroughtSight> m_taken; ///< of that, what those have who are claimed
    std::unique_ptr<ScanListing, JobDeleter> m_listing;
    std::vector<std::unique_ptr<ScanLook>> m_looks;
    QList<ScanTask> m_tasks; ///< claimed, and not begun
    bool m_queueIsEmpty = false; ///< of what this program has listed so far
    QList<ScanResult> m_results; ///< to be kept
    std::chrono::milliseconds m_kept {0}; ///< when that was done last
    std::chrono::milliseconds m_counted {0}; ///< the same of what others have done
    std::unique_ptr<QObject> m_waiting; ///< whoever is called after the wait; gone = nobody
    int m_nothingSeen = 0; ///< people in a row of whom no store showed anything
};

} // namespace likeness
