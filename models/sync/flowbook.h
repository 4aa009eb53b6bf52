// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/sync/syncnode.h"

#include <QDate>
#include <QStringList>
#include <chrono>

namespace likeness {

/// How sure a fact is.
enum class Confidence { Microsoft, MicrosoftBlog, Field, Inferred, Unverified };

enum class FlowKind {
    Push, ///< the giver sends it on
    PushOnce, ///< only if the taker has none yet
    Pull, ///< the taker fetches it
    Read, ///< asked for whenever somebody looks
    ReadCached, ///< the same, and kept for a while
    ReadFallback, ///< asked when the first choice has none
    Replicate, ///< among servers of one store
    Delete, ///< a removal travels, not a photo
    Composed, ///< what several flows amount to
    Migration, ///< once, when a mailbox moves
    Redirect, ///< a change made there is really made elsewhere
    None, ///< people expect it, and nothing does it
};

/// What sets a flow going.
enum class Trigger {
    PhotoSaved,
    PhotoRemoved,
    SyncCycle, ///< the directory synchronisation to the cloud
    Periodic,
    OwnVisit, ///< the person looks at the own photo in the taker, and nobody else's visit counts
    ProfileSync, ///< SharePoint's profile synchronisation
    View, ///< somebody looks
    Presence, ///< a presence update says that it has changed
    DailyPurge, ///< copies are thrown away once a day
    HashCheck, ///< clients compare once a day
    Replication,
    MailboxMove,
    Editing, ///< somebody presses "change photo" there
    Nothing,
};

/// As flows.json spells it: "own-visit".
QLatin1String nameOf(Trigger trigger);

/// How long it takes after the trigger, in whole minutes.
struct Delay
{
    std::chrono::minutes least {0};
    std::optional<std::chrono::minutes> most {}; ///< nullopt = nobody knows

    friend bool operator==(const Delay &, const Delay &) = default;
};

/// What has to hold; the organisation's settings and the signs of sightings tell.
enum class Condition {
    PhotoImportEnabled, ///< SharePoint pulls from Exchange
    SourceNotCloud,
    ProfileImport,
    ProfileExport,
    DirectorySync,
    CloudMailbox,
    NoCloudMailbox,
    InternalViewer,
    PublicPhotos, ///< the policy allows photos by URL
    ContactPhotosShown,
    NotRemovedOnPurpose,
    NoMailboxPhoto,
    ExchangeMailbox,
    PeopleMayChange,
};

/// One record of the flows: which workload feeds which, by what trigger, after how long, in what size.
struct Flow
{
    QString id; ///< "E01"
    QList<SyncNode> from;
    QList<SyncNode> to;
    QList<SyncNode> via {};
    FlowKind kind = FlowKind::None;
    Trigger trigger = Trigger::Nothing;
    Delay delay {};
    QList<int> edges {}; ///< what arrives, in pixels; empty = what the giver has, or as asked
    QList<Condition> conditions {};
    QStringList failures {}; ///< ids, likeliest first
    QStringList cures {}; ///< ids
    QStringList sources {}; ///< where the fact is from
    Confidence confidence = Confidence::Unverified;
    QDate since {}; ///< invalid = always
    QDate until {}; ///< the first day it no longer holds; invalid = still does

    /// Whether a photo gets on by it at all.
    bool carries() const;
    bool holdsOn(const QDate &day) const;
};

/// A way in which it goes wrong.
struct Failure
{
    QString id; ///< "F08"
    QStringList cures; ///< ids, best first
    QStringList sources;
    Confidence confidence = Confidence::Unverified;
};

enum class CureRights { Anyone, Person, Helpdesk, Exchange, SharePoint, Directory, Tenant, Skype };

/// What Likeness can help with.
enum class CureAction {
    None,
    Upload, ///< offers the upload plan with that store chosen
    RewriteDirectory, ///< the same with the directory chosen
    ClearTombstone, ///< services/session/tombstonecure.h, step by step
    Restore, ///< opens the history, which has the photos there were
};

/// A remedy; its words are in ui/common/curewords.h, by id.
struct Cure
{
    QString id; ///< "own-visit"
    CureRights rights = CureRights::Anyone;
    QString command {}; ///< a line for a shell, {key}, {upn}, {mail}, {dn} stand for the person; may be empty
    CureAction action = CureAction::None;
};

/// A point on which sources disagree, which stays visible wherever it matters.
struct Dispute
{
    QString id; ///< "D01"
    QStringList about; ///< ids of flows and failures
    QStringList readings; ///< English, one a source: "48 px (TechNet, 2014)"
};

/// All that is known about who feeds whom: resources/flows.json. A value; read once.
struct FlowBook
{
    QList<Flow> flows;
    QList<Failure> failures;
    QList<Cure> cures;
    QList<Dispute> disputes;

    /// Strict: an unknown key, name or id is an error (BadInput) that says where.
    static Result<FlowBook> parse(const QByteArray &json);

    const Flow *flow(const QString &id) const;
    const Failure *failure(const QString &id) const;
    const Cure *cure(const QString &id) const;
};

} // namespace likeness
