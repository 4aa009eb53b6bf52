// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/import/importlist.h"
#include "models/import/importreport.h"
#include "models/import/importrow.h"
#include "models/import/namepattern.h"
#include "services/ledger/importruns.h"

namespace likeness {

/// What people read about an import; translated at the time of the call.
QString wordsFor(ImportVerdict verdict); ///< a few words: "Already the same"
QString wordsFor(ImportHint hint); ///< a short sentence without a full stop
QString wordsFor(ImportOutcome outcome); ///< a few words
QString wordsFor(const PatternComplaint &complaint); ///< a sentence that says what to write instead
QString wordsFor(const ListComplaint &complaint);
/// Why a row is left out or failed, in one or two sentences; empty where there is nothing to say. `titles`
/// are those of the stores by their instance.
QString reasonFor(const ImportRow &row, const QMap<QString, QString> &titles = {});

/// Rows as they are planned, or, with a run, as they ended.
ImportReport importReport(const ImportRunHead &run, const QList<ImportRow> &rows, bool planned,
    const QMap<QString, QString> &titles = {});

} // namespace likeness
