// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/scanlisting.h"

#include "services/job/workerjob.h"
#include "services/session/lookone.h"

namespace likeness {

namespace {

constexpr int listedAtOnce = 500;
constexpr int listedWithPhotos = 250; ///< a photo may have 100 KB
constexpr qsizetype mostWaiting = 4; ///< pages, to be recognised

QHash<QString, StoreSight> allRecognised(QHash<QString, StoreSight> sights, const std::stop_token &stop)
{
    for (StoreSight &sight : sights) {
        for (ServedPhoto &photo : sight.served)
            photo = recognised(photo, stop);
    }
    return sights;
}

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
    m_waiting = seen.page.cookie;
    m_allArrived = m_waiting.isEmpty();
    m_arrived.append(seen);
    goOn(); // first: the directory is at work while this page is put away
    if (!m_recognising)
        recogniseNext();
}

void ScanListing::recogniseNext()
{
    while (!m_arrived.isEmpty() && !isFinished()) {
        const SightsByKey &sights = m_arrived.constFirst().sights;
        if (sights.isEmpty() || !m_sights) {
            putAway(m_arrived.takeFirst());
            continue;
        }
        m_recognising = runInWorker<SightsByKey>(m_sights->workers,
            [sights](std::stop_token stop) -> Result<SightsByKey> { return allRecognised(sights, stop); });
        m_recognising->onFinished(this, [this](const Result<SightsByKey> &recognised) {
            SeenPage page = m_arrived.takeFirst();
            if (recognised)
                page.sights = *recognised;
            m_recognising.release()->deleteLater(); // it is what called
            putAway(page);
            recogniseNext();
        });
        m_recognising->start();
        return;
    }
}

void ScanListing::putAway(const SeenPage &seen)
{
    if (m_sights)
        m_sights->brought.add(seen, m_sights->now());
    if (const auto added = m_queue.add(m_scan, seen.page.people); !added)
        return finish(added.error());
    m_listed += seen.page.people.size();
    emit progressed({m_listed, -1});
    goOn();
    if (m_allArrived && m_arrived.isEmpty())
        finish(m_queue.endListing(m_scan));
}

void ScanListing::doCancel()
{
    m_recognising.reset();
    JobOf::doCancel();
}

void ScanListing::goOn()
{
    const bool hasRoom = !m_sights || (m_sights->brought.hasRoom() && m_arrived.size() < mostWaiting);
    if (!m_waiting.isEmpty() && hasRoom)
        askFor(std::exchange(m_waiting, {}));
}

} // namespace likeness
