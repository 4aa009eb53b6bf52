// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/flowbook.h"
#include "models/sync/sighting.h"

namespace likeness {

/// How a workload stands; the greater, the more important (PRODUCT's order), so that several together are
/// their maximum.
enum class SyncState {
    Unknown, ///< not looked, or no way to tell
    Unreachable,
    NoFlow, ///< has none, and nothing ever brings one
    InStep,
    Pending, ///< will arrive by itself
    Missing,
    Reduced, ///< the same picture, smaller than it needs
    Stale, ///< an older picture, for longer than its delay allows, or until somebody does something
    Different, ///< another picture, and nothing will change that
    RemovedOnPurpose,
    Blocked, ///< a policy stands in the way
};
inline constexpr int syncStateCount = 11;

/// As `status --json` spells it: "in-step".
QLatin1String nameOf(SyncState state);
std::optional<SyncState> syncStateNamed(const QString &name);

/// Why it stands so; the sentences are in ui/common/findingwords.h.
enum class Cause {
    NotLooked,
    CannotReach,
    NobodyThere, ///< it was asked, and knows nobody of that name
    NobodyHasOne, ///< no store has a photo of this person
    Reference, ///< this is the photo all others are compared with
    SamePicture,
    OnItsWay, ///< by a flow, within its delay
    Overdue, ///< by a flow, and its delay has passed
    NothingBringsIt, ///< no flow leads there from where the photo is
    SwitchedOff, ///< a flow would bring it, but a setting of the organisation keeps it from running
    TooSmall, ///< nothing larger is to be had there
    MirroredCopy,
    CroppedCopy,
    WrittenLater, ///< somebody has put another photo there since
    Follows, ///< a viewer: shows what its source has
    OwnCopy, ///< a viewer: may show its own older copy
    SourceUnknown, ///< a viewer: what it takes its photo from could not be seen
    PolicyHides, ///< a viewer: photos are switched off, or the photo is larger than the policy allows
    RemovedWithIt, ///< the directory: removing the mailbox photo removes the directory's too
    // the failures of the flow book
    Tombstone, ///< F01
    DirectoryShrunk, ///< F02
    MailboxOlder, ///< F03
    PreviewNotSaved, ///< F04
    FilesOfServer, ///< F05
    TooLargeForCloud, ///< F06
    PolicyForbids, ///< F07
    NeverAsked, ///< F08
    Enlarged, ///< F09
    CloudSiteStuck, ///< F10
    TeamsCache, ///< F11
    AddressBookCycle, ///< F12
    ContactWins, ///< F13
    TwoWriters, ///< F14
    NotReplicated, ///< F15
    WrongAttribute, ///< F16
    MailboxKind, ///< F17
    ViewerOutside, ///< F18
    SmallFromDirectory, ///< F19
    CommandRetired, ///< F20
};

/// As `status --json` spells it: "never-asked".
QLatin1String nameOf(Cause cause);
std::optional<Cause> causeNamed(const QString &name);

/// As `status --json` spells it: "mirrored".
QLatin1String nameOf(Likeness likeness);

/// When it will be there. Nothing set: never by itself.
struct Arrival
{
    std::optional<QDateTime> earliest {}; ///< UTC
    std::optional<QDateTime> latest {}; ///< UTC; nullopt although earliest is set = nobody knows
    Trigger after = Trigger::Nothing; ///< what has to happen first; Nothing = it comes by itself

    bool comes() const { return earliest.has_value(); }
    friend bool operator==(const Arrival &, const Arrival &) = default;
};

/// A sighting explained.
struct Finding
{
    SyncNode node = SyncNode::ActiveDirectory;
    SyncState state = SyncState::Unknown;
    Cause cause = Cause::NotLooked;
    bool derived = false; ///< by rule, never seen
    std::optional<ServedPhoto> shows {}; ///< what people get there, in the size it shows them
    int needs = 0; ///< edge in pixels of what it shows at its largest
    std::optional<QDateTime> changed {}; ///< since when it shows that
    std::optional<SyncNode> source {}; ///< where it takes, or would take, its photo from
    Comparison comparison {}; ///< with the reference
    Arrival arrival {};
    QString rule {}; ///< id of the failure or flow that decided; empty = none was needed
    QStringList flows {}; ///< ids of the flows that lead here and were weighed, the deciding one first
    QStringList disputes {}; ///< ids
    QStringList cures {}; ///< ids, best first
    Confidence confidence = Confidence::Microsoft; ///< of the rule
    std::optional<Error> error {}; ///< why it could not be seen
    QStringList evidence {}; ///< English
};

/// The picture all others are compared with.
struct Reference
{
    SyncNode node = SyncNode::ActiveDirectory; ///< where it was seen first, or largest
    ServedPhoto photo {};
    std::optional<QDateTime> since {}; ///< UTC; when it got there
    bool uploaded = false; ///< it is what Likeness has written, not what we judged to be newest
};

/// The board: one finding for each workload the organisation has, in the order of SyncNode.
struct SyncBoard
{
    std::optional<Reference> reference {}; ///< nullopt = nobody has a photo that could be seen
    QList<Finding> findings {};
    SyncState overall = SyncState::Unknown; ///< the most important of them

    const Finding *at(SyncNode node) const;
};

} // namespace likeness
