// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/gui/tombstonedesk.h"
#include "services/ledger/ledger.h"
#include "services/ledger/sightinghistory.h"
#include "services/net/pacing.h"
#include "services/sandbox/tourrun.h"
#include "services/session/boardsession.h"
#include "ui/sync/sandboxbar.h"
#include "ui/sync/syncpage.h"

#include <QPointer>

class QThreadPool;

namespace likeness {

class Sandbox;
class Theme;
class WindowNotices;

/// Brings the sync board's page together with the session that looks, the history and, in the sandbox, with
/// what else happens there. Made by the desk for one organisation, after its ledger and before its pages are
/// shown; does not own the page. GUI thread.
class BoardDesk final : public QObject
{
    Q_OBJECT
public:
    struct House
    {
        Organisation &organisation;
        UploadSession &upload;
        Ledger &ledger;
        SightingHistory *history; ///< null: nothing is kept, as with the next
        Standings *standings;
        QThreadPool &workers;
        Sandbox *sandbox; ///< null: a real organisation
        const Theme &theme;
        WindowNotices &notices;
    };
    explicit BoardDesk(const House &house, QObject *parent = nullptr);
    ~BoardDesk() override;

    /// A new page; whoever puts it somewhere owns it.
    SyncPage *makePage();
    BoardSession &session() { return *m_session; }
    void setPerson(const Person &person);
    /// Looks at all stores, unless that was done a moment ago.
    void look();
    /// The same when something was written.
    void lookAgain();
    /// Writes the diagnosis; the path is asked for by exportRequested() of the page.
    Result<Done> writeDiagnosis(const QString &path, DiagnosisFormat format) const;

signals:
    /// The photo is to be offered for upload to that workload's store.
    void uploadWanted(const likeness::EncodedPhoto &photo, likeness::SyncNode node);
    void photoWanted();
    /// A cure has written something down.
    void historyChanged();
    void historyWanted();
    /// A tour is about somebody else than the window was.
    void personWanted(const likeness::Person &person);

private:
    void connectPage();
    void connectSandbox();
    void showSoon();
    void show();
    void showTimeline();
    void tellWatchEnd(WatchEnd end);
    void exportTo(DiagnosisFormat format);
    void cure(const QString &id, SyncNode node);
    void run(JobPtr<Done> event);
    void beginTour(const QString &id);
    void startTour(const Tour &tour, const Person &person);
    void showTour();
    void endTour();
    QDateTime now() const;

    House m_house;
    FlowBook m_book;
    RealPacing m_pacing;
    std::unique_ptr<BoardSession> m_session;
    QPointer<SyncPage> m_page;
    QList<TimelineEntry> m_timeline;
    JobPtr<Done> m_event;
    JobPtr<Person> m_finding;
    std::unique_ptr<TourRun> m_tour;
    TombstoneDesk m_tombstone;
    QDateTime m_looked;
    bool m_willShow = false;
};

} // namespace likeness
