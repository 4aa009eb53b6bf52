// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"

#include <QPointer>
#include <QThread>
#include <QThreadPool>
#include <functional>
#include <stop_token>

namespace likeness {

/// Runs a function on a thread pool and delivers its result on the thread that made the job. Cancelling or
/// dropping the job requests a stop through the token and does not wait; a result that comes after that is
/// thrown away. The function must own (by value) everything it touches.
template <class T>
class WorkerJob final : public JobOf<T>
{
public:
    using Work = std::function<Result<T>(std::stop_token)>;

    WorkerJob(QThreadPool &pool, Work work)
        : m_pool(pool)
        , m_work(std::move(work))
    {
    }

private:
    /// Shared with the worker: the job may be gone when the work ends.
    struct Mailbox : QObject
    {
        WorkerJob *job = nullptr; // only touched on the logic thread
    };

    /// Not always deleteLater(): a delivery that is still queued when the program ends is destroyed while Qt
    /// holds the lock of the event queue, and posting anything then would wait for ever.
    static void discard(Mailbox *box)
    {
        if (box->thread() == QThread::currentThread())
            delete box;
        else
            box->deleteLater();
    }

    void doStart() override
    {
        m_mailbox = std::shared_ptr<Mailbox>(new Mailbox, &WorkerJob::discard);
        m_mailbox->job = this;
        m_pool.start([box = m_mailbox, work = std::move(m_work), token = m_stop.get_token()]() mutable {
            auto result = std::make_shared<Result<T>>(work(token));
            work = nullptr;
            Mailbox *raw = box.get();
            QMetaObject::invokeMethod(
                raw,
                [box = std::move(box), result] {
                    if (box->job)
                        box->job->finish(std::move(*result));
                },
                Qt::QueuedConnection);
        });
    }
    void doCancel() override
    {
        m_stop.request_stop();
        if (m_mailbox)
            m_mailbox->job = nullptr;
    }

    QThreadPool &m_pool;
    Work m_work;
    std::stop_source m_stop;
    std::shared_ptr<Mailbox> m_mailbox;
};

template <class T>
JobPtr<T> runInWorker(QThreadPool &pool, typename WorkerJob<T>::Work work)
{
    return JobPtr<T>(new WorkerJob<T>(pool, std::move(work)));
}

} // namespace likeness
