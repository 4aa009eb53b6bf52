// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QObject>
#include <concepts>
#include <memory>
#include <optional>
#include <utility>

namespace likeness {

/// How far a job is, in units the job chooses (bytes, rows); total -1 = unknown.
struct Progress
{
    qint64 done = 0;
    qint64 total = -1;
};

/// Something that takes time (docs/decisions/001-jobs.md). Owned by whoever asked, through a JobPtr; lives on
/// the logic thread. start() never finishes synchronously; finished() comes exactly once and never after the
/// owner let go; cancel() finishes it with Errc::Cancelled; dropping the pointer cancels silently.
class Job : public QObject
{
    Q_OBJECT
public:
    ~Job() override = default;

    void start();
    void cancel();
    bool isFinished() const { return m_state == State::Finished; }

signals:
    void progressed(likeness::Progress progress);
    void finished();

protected:
    Job() = default;
    /// The work begins here, one turn of the event loop after start().
    virtual void doStart() = 0;
    /// Let go of whatever is under way; called at most once, before the job counts as finished.
    virtual void doCancel() { }
    virtual void finishCancelled() = 0;
    bool enterFinished() { return std::exchange(m_state, State::Finished) != State::Finished; }

private:
    friend struct JobDeleter;
    void abandon();

    enum class State { Idle, Running, Finished } m_state = State::Idle;
};

struct JobDeleter
{
    void operator()(Job *job) const { job->abandon(); }
};

template <class T>
class JobOf;
template <class T>
using JobPtr = std::unique_ptr<JobOf<T>, JobDeleter>;

/// A job with a typed result; derive one small class per use case, with one member function per step().
template <class T>
class JobOf : public Job
{
public:
    const Result<T> &result() const
    {
        Q_ASSERT(m_result);
        return *m_result;
    }

    template <std::derived_from<QObject> Context, std::invocable<const Result<T> &> Then>
    void onFinished(Context *context, Then then)
    {
        connect(this, &Job::finished, context, [this, then = std::move(then)]() mutable { then(*m_result); });
    }

protected:
    void finish(Result<T> result)
    {
        if (!enterFinished())
            return;
        m_step.reset();
        m_result.emplace(std::move(result));
        emit finished();
    }
    void finishCancelled() override { finish(Error {Errc::Cancelled}); }
    void doCancel() override { m_step.reset(); }

    /// Runs one step; its failure becomes this job's failure.
    template <class U, std::derived_from<JobOf> Self>
    void step(JobPtr<U> job, void (Self::*next)(const U &))
    {
        JobOf<U> *raw = job.get();
        m_step = std::unique_ptr<Job, JobDeleter>(job.release());
        raw->onFinished(this, [this, next](const Result<U> &result) {
            // The step object may go away while `next` runs.
            const Result<U> kept = result; // NOLINT(performance-unnecessary-copy-initialization)
            if (!kept)
                return finish(kept.error());
            (static_cast<Self *>(this)->*next)(*kept);
        });
        raw->start();
    }

    /// Runs one step and hands over whatever came of it.
    template <class U, std::derived_from<JobOf> Self>
    void attempt(JobPtr<U> job, void (Self::*next)(const Result<U> &))
    {
        JobOf<U> *raw = job.get();
        m_step = std::unique_ptr<Job, JobDeleter>(job.release());
        raw->onFinished(this, [this, next](const Result<U> &result) {
            const Result<U> kept = result; // NOLINT(performance-unnecessary-copy-initialization)
            (static_cast<Self *>(this)->*next)(kept);
        });
        raw->start();
    }

private:
    std::unique_ptr<Job, JobDeleter> m_step;
    std::optional<Result<T>> m_result;
};

} // namespace likeness
