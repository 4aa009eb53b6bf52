// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "services/ledger/ledger.h"
#include "services/ledger/sightinghistory.h"
#include "services/session/watchpace.h"
#include "ui/sync/timelinepanel.h"

#include <functional>

namespace likeness {

class WindowNotices;

// What the board's desk tells, in the language of the moment.

void sayPhotoChanged(WindowNotices &notices, SyncNode node, const Person &person);
void sayWatchEnded(WindowNotices &notices, WatchEnd end, const Person &person);
void sayNothingKept(WindowNotices &notices, const Error &error);
void sayNotExported(WindowNotices &notices, const QString &path);
void sayTourStopped(WindowNotices &notices, const Error &error);
QString exportTitle();

/// What was written and what was seen of a person, oldest first. `timeOf` makes organisation time of this
/// machine's.
QList<TimelineEntry> timelineOf(const QString &organisation, const Person &person, Ledger &ledger,
    SightingHistory *history, const std::function<QDateTime(const QDateTime &)> &timeOf);

} // namespace likeness
