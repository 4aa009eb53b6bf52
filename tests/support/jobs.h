// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"

#include <QEventLoop>
#include <QTimer>

namespace likeness::test {

/// Starts a job and turns the event loop until it has finished; Errc::Local after half a minute.
template <class T>
Result<T> outcome(const JobPtr<T> &job)
{
    QEventLoop loop;
    QObject::connect(job.get(), &Job::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(30000, &loop, &QEventLoop::quit);
    job->start();
    loop.exec();
    return job->isFinished() ? job->result() : Error {Errc::Local, QStringLiteral("the job never finished")};
}

} // namespace likeness::test
