// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/broughtsights.h"
#include "services/stores/seenworkload.h"

#include <functional>
#include <stop_token>

class QThreadPool;

namespace likeness {

/// What to look at, and what is known of it.
struct LookOrder
{
    PersonKeys person;
    SyncNode node = SyncNode::ActiveDirectory;
    std::optional<Sighting> known {}; ///< the last one of this workload, with bytes
    std::function<QDateTime()> now;
    /// The store's own word for how it stands there now: where the last sighting has the same (its tag), it
    /// is not asked again. Empty = it is asked.
    QString mark {};
    /// What the store has just shown: it is not asked.
    std::optional<BroughtSight> brought {};
};

/// One look at one store or viewer. What it served gets its fingerprints in a worker, unless they are known.
/// That it could not be seen is a sighting too; the only error is Cancelled. It outlives the job.
class LookOne final : public JobOf<Sighting>
{
public:
    LookOne(SeenWorkload &workload, QThreadPool &workers, LookOrder order);

private:
    void doStart() override;
    bool isKnown() const;
    void takeAnswer(const Result<StoreSight> &sight);
    void understand(const StoreSight &sight);
    void tell(const QList<ServedPhoto> &served);

    SeenWorkload &m_workload;
    QThreadPool &m_workers;
    LookOrder m_order;
    Sighting m_sighting;
};

/// A photo with its fingerprint, and with its size if the store could not tell; slow, for workers.
ServedPhoto recognised(const ServedPhoto &photo, std::stop_token stop);

} // namespace likeness
