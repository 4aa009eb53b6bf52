// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "models/sync/finding.h"

#include <QDate>
#include <QHash>

namespace likeness {

/// How one workload of one person stood when it was looked at last: what is kept of a Finding.
struct NodeStanding
{
    SyncNode node = SyncNode::ActiveDirectory;
    SyncState state = SyncState::Unknown;
    Cause cause = Cause::NotLooked;
    bool derived = false; ///< by rule, never seen
    int edge = 0; ///< pixels of what people get there at its largest; 0 = no photo
    std::optional<QDateTime> since {}; ///< UTC, since when it shows that
    std::optional<QDateTime> expected {}; ///< UTC, the latest at which the reference arrives by itself

    friend bool operator==(const NodeStanding &, const NodeStanding &) = default;
};

/// How one person stood when they were looked at last. A value, without the bytes of photos.
struct Standing
{
    Person person {};
    SyncState overall = SyncState::Unknown;
    QString
        photo {}; ///< hash of the smallest photo that fills a badge, which Ledger::photo() has; may be empty
    int edge = 0; ///< pixels of the largest photo anywhere; 0 = no photo
    bool differs = false; ///< some workload shows another picture than the others
    std::optional<QDateTime> changed {}; ///< UTC, the newest change of a photo
    QDateTime looked {}; ///< UTC
    std::optional<QDateTime> failedWrite {}; ///< UTC; only where nothing was written there after it
    QList<NodeStanding> nodes {}; ///< in the order of SyncNode

    const NodeStanding *at(SyncNode node) const;
    friend bool operator==(const Standing &, const Standing &) = default;
};

/// Of a board that was just explained. `failedWrite` is the ledger's to know and stays empty.
Standing standingOf(const Person &person, const SyncBoard &board, const QDateTime &looked);

/// What a list of people shows beside a name.
struct StandingMark
{
    SyncState overall = SyncState::Unknown;
    QString photo {}; ///< hash, may be empty
    int edge = 0;
    QDateTime looked {};
    QString directoryMark {}; ///< Person::mark of then

    friend bool operator==(const StandingMark &, const StandingMark &) = default;
};

/// Which people; everything that is set has to hold.
struct StandingsFilter
{
    QList<SyncState> states {}; ///< overall, or of `node` where one is named; empty = any
    std::optional<SyncNode> node {}; ///< who has that workload
    std::optional<QDateTime> changedSince {};
    QString
        words {}; ///< beginnings of words of the name, key, mail or department; case and accents are folded
    bool withoutPhoto = false;
    int smallerThan = 0; ///< the largest photo anywhere has a shorter edge; 0 = any
    bool differs = false;
    bool failedWrite = false;

    friend bool operator==(const StandingsFilter &, const StandingsFilter &) = default;
};

enum class StandingsOrder { Name, Importance, Changed, Looked };

/// One window of the list.
struct StandingsPage
{
    StandingsFilter filter {};
    StandingsOrder order = StandingsOrder::Name; ///< the others: most first, then by name
    int from = 0;
    int count = 50;
};

/// People by their state: overall, or of the workload that was asked for.
struct StateCounts
{
    QHash<SyncState, int> people {};

    int of(SyncState state) const { return people.value(state); }
    int total() const;
    friend bool operator==(const StateCounts &, const StateCounts &) = default;
};

/// How it stood at the end of a day.
struct TrendDay
{
    QDate day {}; ///< UTC
    StateCounts counts {};

    friend bool operator==(const TrendDay &, const TrendDay &) = default;
};

} // namespace likeness
