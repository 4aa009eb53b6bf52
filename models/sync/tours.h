// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/syncsettings.h"

#include <QStringList>
#include <chrono>

namespace likeness {

/// What is done in a step of a tour before the board is looked at.
enum class TourAction {
    Look,
    Upload, ///< another portrait, to some stores, as the window does it
    Advance, ///< time passes
    OpenProfile, ///< the person opens the own profile page
    DeleteInOutlook,
    ClearRecord, ///< an administrator makes Exchange forget the removal
    ExportProfile, ///< SharePoint's profile synchronisation runs
    StopExport, ///< somebody switches it off
};

struct TourStep
{
    QString id; ///< "ada-upload"; its words are in ui/sync/tourwords.h
    TourAction action = TourAction::Look;
    QStringList stores {}; ///< Upload: instances of the sandbox's organisation
    std::chrono::hours by {0}; ///< Advance
    SyncNode shows = SyncNode::Exchange; ///< the card it is about
    /// How the board stands afterwards, a line a workload: id, state, cause, then the rule if one decided.
    QStringList expects {};
};

/// One of the stories that the board is for, to be clicked through in the sandbox. The settings are those the
/// organisation is given for the time.
struct Tour
{
    QString id; ///< "own-visit"
    QString person; ///< key
    QString portrait; ///< whose portrait is uploaded: another picture than any the person had
    bool sharePointPulls = true;
    bool profileExport = false;
    bool sharePointOnline = false; ///< the My Site host stands in the cloud
    QList<TourStep> steps {};
};

/// Six: SharePoint waits for a visit; removed, and the directory's photo is not used; blurred in meetings;
/// hybrid, with SharePoint Online empty; two writers; uploaded while the export was off. Each begins with
/// another person, so that none spoils another.
QList<Tour> sandboxTours();

} // namespace likeness
