// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"
#include "models/photo/encodedphoto.h"
#include "models/sync/fingerprint.h"
#include "models/sync/syncnode.h"

#include <QDateTime>
#include <QFlags>
#include <QList>
#include <QStringList>
#include <optional>

namespace likeness {

/// A photo as it was served for one of the sizes clients ask. Bytes may be empty where only what is known
/// about them was kept.
struct ServedPhoto
{
    int asked = 0; ///< edge in pixels; 0 = "as you have it"
    EncodedPhoto photo;
    std::optional<Fingerprint> print {}; ///< nullopt = its bytes are no picture we can open

    int edge() const { return qMin(photo.pixels.width(), photo.pixels.height()); }
};

/// What a workload tells, or an administrator has declared, beside the photo itself.
enum class Sign {
    None = 0,
    RemovedOnPurpose = 1 << 0, ///< the mailbox remembers a deletion (tombstone)
    PreviewOnly = 1 << 1, ///< an uploaded photo waits to be saved
    Placeholder = 1 << 2, ///< the drawing for "no photo" is served
    FromExchange = 1 << 3, ///< SharePoint says that its picture came from Exchange
    OtherAttribute = 1 << 4, ///< jpegPhoto is set, thumbnailPhoto is not
    ReplicasDiffer = 1 << 5, ///< domain controllers give different answers
    WritesForbidden = 1 << 6, ///< a policy stops people from changing it
    NoMailbox = 1 << 7,
    OldMailbox = 1 << 8, ///< of Exchange 2010, which keeps no photos
    ContactPhoto = 1 << 9, ///< a contact of the viewer's has a photo of this person
    ExternalViewer = 1 << 10, ///< whoever looks is of another organisation
    CommandGone = 1 << 11, ///< the former cmdlets were asked and are not there
};
Q_DECLARE_FLAGS(Signs, Sign)
Q_DECLARE_OPERATORS_FOR_FLAGS(Signs)

/// What one workload served at one moment. A value; either photos, or none ("no photo" is an answer), or the
/// reason why nothing could be seen.
struct Sighting
{
    SyncNode node = SyncNode::ActiveDirectory;
    QDateTime at; ///< UTC, when we looked
    QList<ServedPhoto> served {}; ///< largest first; empty = no photo, or not seen
    std::optional<Error> failed {};
    std::optional<QDateTime> changed {}; ///< UTC, when the photo came to be what it is, as the workload tells
    Signs signs {};
    QString tag {}; ///< what the next conditional request sends: an ETag, mediaEtag
    QStringList evidence {}; ///< English, for the Why panel: "GetUserPhoto HR648x648: 200, 648×648, 48,211 B"

    bool hasPhoto() const { return !failed && !served.isEmpty(); }
    bool hasNone() const { return !failed && served.isEmpty(); }
    const ServedPhoto *largest() const { return served.isEmpty() ? nullptr : &served.constFirst(); }
    /// What a client gets that asks for that size: the smallest served that is as large, else the largest.
    const ServedPhoto *inSize(int edge) const;
};

} // namespace likeness
