// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/scanlisting.h"

namespace likeness {

namespace {

constexpr int listedAtOnce = 500;
constexpr int listedWithPhotos = 250; ///< a photo may have 100 KB

} // namespace

ScanListing::ScanListing(Directory &directory, ScanQueue &queue, qint64 scan, std::optional<Sights> sights)
    : m_directory(directory)
    , m_queue(queue)
    , m_scan(scan)
    , m_sights(std::move(sights))
{
}

void ScanListing::doStart()
{
    askFor({});
}

void ScanListing::askFor(const QByteArray &cookie)
{
    const int count = m_sights ? listedWithPhotos : listedAtOnce;
    step(m_directory.everybody(count, cookie, m_sights.has_value()), &ScanListing::take);
}

void ScanListing::take(const SeenPage &seen)
{
    const PeoplePage &page = seen.page;
    if (m_sights)
        m_sights->brought.add(seen, m_sights->now());
    if (const auto added = m_queue.add(m_scan, page.people); !added)
        return finish(added.error());
    m_listed += page.people.size();
    emit progressed({m_listed, -1});
    if (page.cookie.isEmpty())
        return finish(m_queue.endListing(m_scan));
    if (!m_sights || m_sights->brought.hasRoom())
        return askFor(page.cookie);
    m_waiting = page.cookie;
}

void ScanListing::goOn()
{
    if (!m_waiting.isEmpty() && m_sights->brought.hasRoom())
        askFor(std::exchange(m_waiting, {}));
}

} // namespace likeness
