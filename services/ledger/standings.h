// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/sync/standing.h"

namespace likeness {

/// How everybody of an organisation stood when they were looked at last: what the Overview, the badges of the
/// People list and the reports read. Written by the scan and by every look of a sync board. Implementations:
/// SqlStandings, part of the ledger. Owned by the composition root, logic thread; calls are short and
/// synchronous, a page of 100,000 people too.
class Standings
{
public:
    virtual ~Standings() = default;

    /// Takes the place of what was known of this person; `failedWrite` is not taken over, the ledger's
    /// entries tell it. An older look never replaces a newer one.
    Result<Done> write(const QString &organisation, const Standing &standing)
    {
        return writeAll(organisation, {standing});
    }
    /// Of several people as one.
    virtual Result<Done> writeAll(const QString &organisation, const QList<Standing> &standings) = 0;
    /// They are no longer in the directory.
    virtual Result<Done> forget(const QString &organisation, const QString &personKey) = 0;

    virtual Result<QList<Standing>> page(const QString &organisation, const StandingsPage &page) = 0;
    /// How many people the filter leaves, by their state: overall, or of the workload the filter names.
    virtual Result<StateCounts> counts(const QString &organisation, const StandingsFilter &filter = {}) = 0;
    /// Whoever was never looked at is left out.
    virtual Result<QHash<QString, StandingMark>> marks(
        const QString &organisation, const QStringList &personKeys)
        = 0;

    /// Keeps today's counts for the trend; the last of a day stays.
    virtual Result<Done> keepDay(const QString &organisation, const QDate &day) = 0;
    /// Newest first.
    virtual Result<QList<TrendDay>> trend(const QString &organisation, int days) = 0;
};

} // namespace likeness
