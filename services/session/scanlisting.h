// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"
#include "services/ledger/scanqueue.h"
#include "services/session/broughtsights.h"

#include <functional>

class QThreadPool;

namespace likeness {

/// Pages through the directory and puts everybody in the queue. Cut short it is begun again from the first
/// page: nobody gets there twice. The directory and the queue outlive it.
///
/// With sights, photos come along, are recognised a page at a time in a worker, and the next page waits until
/// there is room for them.
class ScanListing final : public JobOf<Done>
{
public:
    struct Sights
    {
        BroughtSights &brought; ///< outlives the job, as do the workers
        QThreadPool &workers;
        std::function<QDateTime()> now;
    };
    ScanListing(
        Directory &directory, ScanQueue &queue, qint64 scan, std::optional<Sights> sights = std::nullopt);

    /// Some of what it brought has been taken.
    void goOn();

private:
    using SightsByKey = QHash<QString, StoreSight>;

    void doStart() override;
    void doCancel() override;
    void askFor(const QByteArray &cookie);
    void take(const SeenPage &seen);
    void recogniseNext();
    void putAway(const SeenPage &seen);

    Directory &m_directory;
    ScanQueue &m_queue;
    qint64 m_scan;
    const std::optional<Sights> m_sights;
    qint64 m_listed = 0;
    QByteArray m_waiting; ///< the cookie of the page that is not asked for yet, empty = none
    QList<SeenPage> m_arrived; ///< and not put away
    bool m_allArrived = false;
    JobPtr<SightsByKey> m_recognising; ///< of the first of these
};

} // namespace likeness
