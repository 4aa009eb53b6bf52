// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/renderscratch.h"

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

namespace likeness {

namespace {

constexpr std::size_t mostBytesKept = 32U * 1024 * 1024;

std::size_t bytesOf(const RenderScratch &scratch)
{
    std::size_t bytes = 0;
    for (const SamplePlane *plane :
        {&scratch.ring, &scratch.largest, &scratch.spare, &scratch.turned, &scratch.row})
        bytes += plane->capacity();
    for (const SamplePlane &step : scratch.steps)
        bytes += step.capacity();
    return bytes;
}

struct ScratchPool
{
    std::mutex mutex;
    std::vector<std::unique_ptr<RenderScratch>> unused;
    const std::size_t mostKept = std::max(std::thread::hardware_concurrency(), 1U);
};

ScratchPool &scratchPool()
{
    static ScratchPool pool;
    return pool;
}

} // namespace

ScratchLease::ScratchLease()
{
    ScratchPool &pool = scratchPool();
    {
        const std::lock_guard lock(pool.mutex);
        if (!pool.unused.empty()) {
            m_scratch = std::move(pool.unused.back());
            pool.unused.pop_back();
        }
    }
    if (!m_scratch)
        m_scratch = std::make_unique<RenderScratch>();
}

ScratchLease::~ScratchLease()
{
    if (bytesOf(*m_scratch) > mostBytesKept)
        return;
    ScratchPool &pool = scratchPool();
    const std::lock_guard lock(pool.mutex);
    if (pool.unused.size() < pool.mostKept)
        pool.unused.push_back(std::move(m_scratch));
}

} // namespace likeness
