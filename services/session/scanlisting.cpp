// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/scanlisting.h"

namespace likeness {

namespace {

constexpr int listedAtOnce = 500;

} // namespace

ScanListing::ScanListing(Directory &directory, ScanQueue &queue, qint64 scan)
    : m_directory(directory)
    , m_queue(queue)
    , m_scan(scan)
{
}

void ScanListing::doStart()
{
    askFor({});
}

void ScanListing::askFor(const QByteArray &cookie)
{
    step(m_directory.find({}, listedAtOnce, cookie), &ScanListing::take);
}

void ScanListing::take(const PeoplePage &page)
{
    if (const auto added = m_queue.add(m_scan, page.people); !added)
        return finish(added.error());
    m_listed += page.people.size();
    emit progressed({m_listed, -1});
    if (!page.cookie.isEmpty())
        return askFor(page.cookie);
    finish(m_queue.endListing(m_scan));
}

} // namespace likeness
