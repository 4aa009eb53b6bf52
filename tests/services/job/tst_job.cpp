// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/job/job.h"
#include "services/job/workerjob.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace likeness;

namespace {

/// A step that the test ends by hand.
class HandJob final : public JobOf<int>
{
public:
    explicit HandJob(int *cancelled = nullptr)
        : m_cancelled(cancelled)
    {
    }
    void end(Result<int> result) { finish(std::move(result)); }
    bool begun = false;

private:
    void doStart() override { begun = true; }
    void doCancel() override
    {
        if (m_cancelled)
            ++*m_cancelled;
    }
    int *m_cancelled;
};

/// Two steps, the second made from the first's value.
class SumJob final : public JobOf<int>
{
public:
    SumJob(JobPtr<int> first, JobPtr<int> second)
        : m_first(std::move(first))
        , m_second(std::move(second))
    {
    }

private:
    void doStart() override { step(std::move(m_first), &SumJob::haveFirst); }
    void haveFirst(const int &value)
    {
        m_sum = value;
        step(std::move(m_second), &SumJob::haveSecond);
    }
    void haveSecond(const int &value) { finish(m_sum + value); }

    JobPtr<int> m_first;
    JobPtr<int> m_second;
    int m_sum = 0;
};

} // namespace

class tst_Job : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void startIsNeverSynchronous();
    void finishesOnce();
    void cancelBeforeItRuns();
    void cancelInFlightReachesTheStep();
    void droppedJobIsSilent();
    void stepsFollowEachOther();
    void firstFailureEndsTheFlow();
    void newestWinsByAssignment();
    void ownerMayDropItInItsHandler();
    void workerDeliversOnThisThread();
    void workerStopsWhenCancelled();
    void workerOutlivedByNobody();
};

void tst_Job::startIsNeverSynchronous()
{
    auto *hand = new HandJob;
    const JobPtr<int> job(hand);
    job->start();
    QVERIFY(!hand->begun);
    QTRY_VERIFY(hand->begun);
}

void tst_Job::finishesOnce()
{
    auto *hand = new HandJob;
    const JobPtr<int> job(hand);
    QSignalSpy spy(job.get(), &Job::finished);
    job->start();
    QTRY_VERIFY(hand->begun);
    hand->end(7);
    hand->end(8);
    job->cancel();
    QCOMPARE(spy.count(), 1);
    QCOMPARE(*job->result(), 7);
}

void tst_Job::cancelBeforeItRuns()
{
    auto *hand = new HandJob;
    const JobPtr<int> job(hand);
    QSignalSpy spy(job.get(), &Job::finished);
    job->start();
    job->cancel();
    QCOMPARE(spy.count(), 1);
    QCOMPARE(job->result().error().code, Errc::Cancelled);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!hand->begun);
}

void tst_Job::cancelInFlightReachesTheStep()
{
    int cancelled = 0;
    auto *first = new HandJob(&cancelled);
    const JobPtr<int> job(new SumJob(JobPtr<int>(first), JobPtr<int>(new HandJob)));
    job->start();
    QTRY_VERIFY(first->begun);
    job->cancel();
    QCOMPARE(job->result().error().code, Errc::Cancelled);
    QCOMPARE(cancelled, 1);
}

void tst_Job::droppedJobIsSilent()
{
    int cancelled = 0;
    auto *hand = new HandJob(&cancelled);
    JobPtr<int> job(hand);
    bool told = false;
    job->onFinished(this, [&told](const Result<int> &) { told = true; });
    job->start();
    QTRY_VERIFY(hand->begun);
    job.reset();
    QCOMPARE(cancelled, 1);
    QVERIFY(!told);
}

void tst_Job::stepsFollowEachOther()
{
    auto *first = new HandJob;
    auto *second = new HandJob;
    const JobPtr<int> job(new SumJob(JobPtr<int>(first), JobPtr<int>(second)));
    job->start();
    QTRY_VERIFY(first->begun);
    QVERIFY(!second->begun);
    first->end(3);
    QTRY_VERIFY(second->begun);
    second->end(4);
    QCOMPARE(*job->result(), 7);
}

void tst_Job::firstFailureEndsTheFlow()
{
    auto *first = new HandJob;
    const JobPtr<int> job(new SumJob(JobPtr<int>(first), JobPtr<int>(new HandJob)));
    job->start();
    QTRY_VERIFY(first->begun);
    first->end(Error {Errc::Forbidden, QStringLiteral("no right")});
    QCOMPARE(job->result().error().code, Errc::Forbidden);
    QCOMPARE(job->result().error().detail, QStringLiteral("no right"));
}

void tst_Job::newestWinsByAssignment()
{
    QList<int> seen;
    auto *older = new HandJob;
    JobPtr<int> job(older);
    job->onFinished(this, [&seen](const Result<int> &result) { seen << *result; });
    job->start();
    QTRY_VERIFY(older->begun);

    auto *newer = new HandJob;
    job.reset(newer);
    job->onFinished(this, [&seen](const Result<int> &result) { seen << *result; });
    job->start();
    QTRY_VERIFY(newer->begun);
    newer->end(2);
    QCOMPARE(seen, QList<int> {2});
}

void tst_Job::ownerMayDropItInItsHandler()
{
    auto *hand = new HandJob;
    JobPtr<int> job(hand);
    int seen = 0;
    job->onFinished(this, [&](const Result<int> &result) {
        seen = *result;
        job.reset();
    });
    job->start();
    QTRY_VERIFY(hand->begun);
    hand->end(5);
    QCOMPARE(seen, 5);
    QVERIFY(!job);
}

void tst_Job::workerDeliversOnThisThread()
{
    QThreadPool pool;
    const JobPtr<QThread *> job = runInWorker<QThread *>(
        pool, [](std::stop_token) -> Result<QThread *> { return QThread::currentThread(); });
    QThread *deliveredOn = nullptr;
    job->onFinished(this, [&](const Result<QThread *> &) { deliveredOn = QThread::currentThread(); });
    job->start();
    QTRY_VERIFY(job->isFinished());
    QCOMPARE(deliveredOn, thread());
    QVERIFY(*job->result() != thread());
}

void tst_Job::workerStopsWhenCancelled()
{
    QThreadPool pool;
    QSemaphore running;
    std::atomic_bool sawStop = false;
    const JobPtr<int> job = runInWorker<int>(pool, [&](std::stop_token stop) -> Result<int> {
        running.release();
        while (!stop.stop_requested())
            QThread::yieldCurrentThread();
        sawStop = true;
        return 1;
    });
    job->start();
    QTRY_COMPARE(running.available(), 1);
    job->cancel();
    QCOMPARE(job->result().error().code, Errc::Cancelled);
    pool.waitForDone();
    QVERIFY(sawStop);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(job->result().error().code, Errc::Cancelled);
}

void tst_Job::workerOutlivedByNobody()
{
    QThreadPool pool;
    QSemaphore running;
    QSemaphore goOn;
    bool told = false;
    JobPtr<int> job = runInWorker<int>(pool, [&](std::stop_token) -> Result<int> {
        running.release();
        goOn.acquire();
        return 1;
    });
    job->onFinished(this, [&told](const Result<int> &) { told = true; });
    job->start();
    QTRY_COMPARE(running.available(), 1);
    job.reset();
    goOn.release();
    pool.waitForDone();
    QCoreApplication::sendPostedEvents();
    QVERIFY(!told);
}

QTEST_GUILESS_MAIN(tst_Job)
#include "tst_job.moc"
