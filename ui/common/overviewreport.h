// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/syncsettings.h"
#include "services/ledger/standings.h"

namespace likeness {

/// What a report of the Overview is about.
struct OverviewScope
{
    QString organisation; ///< Organisation::id
    QString title;
    QList<SyncNode> nodes; ///< the columns
    StandingsFilter filter {};
};

/// The workloads of the Overview, in the order of the board.
QList<SyncNode> overviewNodes(const SyncSettings &settings);

/// One row a person, for spreadsheets: UTF-8 with its mark, states by their stable names. Read and written
/// page by page. Errors: those of the ledger; Local.
Result<Done> writeOverviewCsv(const QString &path, const OverviewScope &scope, Standings &standings);
/// One page to read and to print: the counts, how they came about, and everybody whom the filter leaves, as
/// far as a report is read.
Result<Done> writeOverviewHtml(
    const QString &path, const OverviewScope &scope, Standings &standings, const QDateTime &now);

} // namespace likeness
