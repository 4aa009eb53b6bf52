// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"

namespace likeness {

/// A job whose result is known before it starts.
template <class T>
class ReadyJob final : public JobOf<T>
{
public:
    explicit ReadyJob(Result<T> result)
        : m_ready(std::move(result))
    {
    }

private:
    void doStart() override { this->finish(std::move(m_ready)); }
    Result<T> m_ready;
};

template <class T>
JobPtr<T> readyJob(Result<T> result)
{
    return JobPtr<T>(new ReadyJob<T>(std::move(result)));
}

} // namespace likeness
