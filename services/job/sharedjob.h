// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"

#include <functional>

namespace likeness {

/// One job for everyone who wants the same at the same time: who joins while it is under way gets its result,
/// who comes after it has ended begins a new one. It runs to its end even when nobody waits any more.
/// Outlives those who join, logic thread.
template <class T>
class SharedJob final
{
public:
    using Make = std::function<JobPtr<T>()>;
    JobPtr<T> join(Make make) { return JobPtr<T>(new Waiter(*this, std::move(make))); }

private:
    class Waiter final : public JobOf<T>
    {
    public:
        Waiter(SharedJob &shared, Make make)
            : m_shared(shared)
            , m_make(std::move(make))
        {
        }

    private:
        void doStart() override
        {
            m_job = m_shared.running(m_make);
            m_job->onFinished(this, [this](const Result<T> &result) { this->finish(result); });
        }
        void doCancel() override
        {
            if (m_job)
                m_job->disconnect(this);
        }

        SharedJob &m_shared;
        Make m_make;
        std::shared_ptr<JobOf<T>> m_job;
    };

    std::shared_ptr<JobOf<T>> running(const Make &make)
    {
        if (!m_job || m_job->isFinished()) {
            m_job = make();
            m_job->start();
        }
        return m_job;
    }

    std::shared_ptr<JobOf<T>> m_job;
};

} // namespace likeness
