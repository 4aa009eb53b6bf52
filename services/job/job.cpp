// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/job/job.h"

#include <QMetaObject>

namespace likeness {

void Job::start()
{
    if (m_state != State::Idle)
        return;
    m_state = State::Running;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_state == State::Running)
                doStart();
        },
        Qt::QueuedConnection);
}

void Job::cancel()
{
    if (m_state == State::Finished)
        return;
    doCancel();
    finishCancelled();
}

void Job::abandon()
{
    disconnect();
    if (enterFinished())
        doCancel();
    deleteLater();
}

} // namespace likeness
