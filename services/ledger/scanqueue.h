// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/standing.h"
#include "services/ledger/sightinghistory.h"

namespace likeness {

/// One scan of an organisation, in which any number of programs may take part.
struct ScanRun
{
    qint64 id = 0;
    QDateTime started {}; ///< UTC
    std::optional<QDateTime> since {}; ///< whoever was looked at after that, and has not changed in the
                                       ///< directory, is left out; nullopt = nobody, and all is read anew
    std::optional<QDateTime> listed {}; ///< UTC, when everybody was in the queue
    std::optional<QDateTime> ended {}; ///< UTC
};

/// Somebody who is to be looked at; theirs is whoever claimed them.
struct ScanTask
{
    qint64 id = 0;
    Person person {};
    bool isKnown = true; ///< something of theirs was seen or written before
};

/// What came of one.
struct ScanResult
{
    qint64 task = 0;
    QString personKey {};
    QList<Sighting> sightings {};
    std::optional<Standing> standing {}; ///< nullopt = nothing could be said
};

struct ScanCounts
{
    int people = 0; ///< everybody who was listed
    int leftOut = 0; ///< looked at a short while ago
    int done = 0; ///< by whomever
    int doneHere = 0; ///< by this program

    int left() const { return people - leftOut - done; }
};

/// The people a scan has still to look at, shared by all programs of one ledger: each claims some and settles
/// them. What a program had claimed that has ended goes back at once; of one that hangs, after a while.
/// Implementations: SqlScanQueue. Owned by the composition root, logic thread; calls are short and
/// synchronous.
class ScanQueue
{
public:
    virtual ~ScanQueue() = default;

    /// The scan that is under way, else a new one.
    virtual Result<ScanRun> join(const QString &organisation, const std::optional<QDateTime> &since) = 0;
    virtual Result<ScanRun> run(qint64 scan) = 0;
    /// The last that came to its end; nullopt = none ever.
    virtual Result<std::optional<ScanRun>> lastEnded(const QString &organisation) = 0;

    /// Whether it is this program that lists people: nobody else does, and not everybody is listed yet.
    virtual Result<bool> beginListing(qint64 scan) = 0;
    /// Whoever is listed already is left alone.
    virtual Result<Done> add(qint64 scan, const QList<Person> &people) = 0;
    virtual Result<Done> endListing(qint64 scan) = 0;

    virtual Result<QList<ScanTask>> claim(qint64 scan, int count) = 0;
    /// Keeps all results as one, and goes on holding what this program has claimed beside them.
    virtual Result<Done> settle(qint64 scan, const QList<ScanResult> &results) = 0;
    /// Whatever this program has claimed and not settled.
    virtual Result<Done> giveBack(qint64 scan) = 0;

    virtual Result<ScanCounts> counts(qint64 scan) = 0;
    /// True when everybody was listed and looked at: the scan has ended, once, and those who are no longer in
    /// the directory are forgotten.
    virtual Result<bool> end(qint64 scan) = 0;
};

} // namespace likeness
