// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "ui/sync/boardcontent.h"
#include "ui/sync/timelinepanel.h"

namespace likeness {

/// The whole diagnosis as one page for a ticket: the reference, every workload with photo, state, cause,
/// until when, cures and evidence, and what was seen when. Self-contained and printable; of what the stores
/// were told to get in there is nothing in it.
QString diagnosisHtml(const BoardContent &content, const QList<TimelineEntry> &timeline = {});

/// The same on A4 or Letter, as the language's country has it.
Result<Done> writeDiagnosisPdf(
    const QString &path, const BoardContent &content, const QList<TimelineEntry> &timeline = {});
Result<Done> writeDiagnosisHtml(
    const QString &path, const BoardContent &content, const QList<TimelineEntry> &timeline = {});

/// "sync-ada.reyes-2026-11-21", to propose when it is saved.
QString diagnosisFileName(const BoardContent &content);

} // namespace likeness
