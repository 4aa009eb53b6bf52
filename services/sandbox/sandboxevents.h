// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"
#include "services/sandbox/servers/sandboxworld.h"

#include <QMap>

class QThreadPool;

namespace likeness {

/// What happens in the sandbox organisation besides what people do in Likeness: time passes, somebody looks
/// at the own profile page, an administrator runs a job. Owned by the Sandbox, logic thread; each event is a
/// job, since the servers' work is done on a worker.
class SandboxEvents final
{
public:
    SandboxEvents(std::shared_ptr<SandboxWorld> world, QThreadPool &workers);
    ~SandboxEvents();
    Q_DISABLE_COPY_MOVE(SandboxEvents)

    /// Called once, before the others: what the directory holds now is nothing new.
    JobPtr<Done> begin();
    /// Moves the clock; a directory synchronisation that falls due meanwhile is run.
    JobPtr<Done> advance(std::chrono::minutes by);
    /// The person opens the own profile page in SharePoint, which then asks Exchange if it may.
    JobPtr<Done> openProfile(const QString &key);
    /// The photo is deleted in Outlook on the web: Exchange remembers that.
    JobPtr<Done> deleteInOutlook(const QString &key);
    /// Entra Connect: directory photos that have changed since the last time go to Microsoft 365.
    JobPtr<Done> syncDirectory();
    /// An administrator makes Exchange forget that the photo was removed.
    JobPtr<Done> clearRecord(const QString &key);
    /// SharePoint's profile synchronisation exports its picture into the directory.
    JobPtr<Done> exportProfile(const QString &key);

private:
    struct State;

    JobPtr<Done> run(std::function<void(SandboxWorld &, State &)> event);

    std::shared_ptr<SandboxWorld> m_world;
    std::shared_ptr<State> m_state;
    QThreadPool &m_workers;
};

} // namespace likeness
