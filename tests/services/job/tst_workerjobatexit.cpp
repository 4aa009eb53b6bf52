// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/job/workerjob.h"

#include <QCoreApplication>

using namespace likeness;

/// A program that ends while the result of a job is on its way must end: not deliver, not crash, not wait for
/// ever. ctest's time limit is what fails.
int main(int argc, char **argv)
{
    QThreadPool pool;
    QObject context;
    int delivered = 0;
    {
        QCoreApplication app(argc, argv);
        JobPtr<int> job = runInWorker<int>(pool, [](const std::stop_token &) -> Result<int> { return 42; });
        job->onFinished(&context, [&delivered](const Result<int> &) { ++delivered; });
        job->start();
        QCoreApplication::sendPostedEvents(); // the work begins
        pool.waitForDone(); // its result is queued
        job.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // only the delivery is left
    }
    return delivered;
}
