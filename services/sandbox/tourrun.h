// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/tours.h"
#include "services/session/boardsession.h"
#include "services/session/uploadsession.h"

namespace likeness {

class Sandbox;

/// Plays a tour: each step does something in the sandbox, by the same sessions that the window uses, and
/// looks at the board. All of it outlives the run; the sessions are about the tour's person from begin() on.
/// Owned by the page's desk, logic thread.
class TourRun final : public QObject
{
    Q_OBJECT
public:
    struct House
    {
        Sandbox &sandbox;
        Organisation &organisation;
        UploadSession &upload;
        BoardSession &board;
        QThreadPool &workers;
    };
    TourRun(const House &house, Tour tour, const Person &person, QObject *parent = nullptr);
    /// The organisation has its own settings again.
    ~TourRun() override;

    const Tour &tour() const { return m_tour; }
    /// The step that was taken last, -1 = none yet.
    int step() const { return m_step; }
    bool isBusy() const { return m_busy; }
    bool isOver() const { return m_step + 1 == m_tour.steps.size(); }
    /// Takes the next step; stepped() follows. Not while busy or over.
    void next();

signals:
    void stepped(const likeness::Result<likeness::Done> &done);

private:
    void act(const TourStep &step);
    void run(JobPtr<Done> event);
    void paint();
    void plan();
    void write();
    void judgeWrites();
    void look();
    void end(const Result<Done> &done);

    House m_house;
    const Tour m_tour;
    const Person m_person;
    const SyncSettings m_usual;
    int m_step = -1;
    bool m_busy = false;
    JobPtr<Done> m_event;
    JobPtr<QList<Rendition>> m_painting;
    std::unique_ptr<QObject> m_waiting; ///< receives what the sessions tell, for as long as it is waited for
};

/// Which of the step's expectations the board does not meet, in English; empty = all are met.
QStringList unmetBy(const SyncBoard &board, const TourStep &step);

} // namespace likeness
