// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/output.h"
#include "models/import/importrow.h"
#include "services/ledger/importruns.h"

#include <QMap>

namespace likeness {

/// What `import` says of its rows and how it ends.
struct ImportAnswer
{
    ImportRunHead run; ///< id 0 = nothing was begun
    QList<ImportRow> rows;
    bool planned = false; ///< a dry run
    QMap<QString, QString> titles; ///< of the stores, by instance

    /// One object a row, the counts, the run.
    QJsonObject json() const;
    /// The rows that need somebody, then the counts.
    void print(Output &output) const;
    /// A report as the file's name wants it: .html or .htm, else CSV. Errors: Local.
    Result<Done> save(const QString &path) const;
    /// Ok when every row ended as it should; Partial when some did; the failure's code when all failed alike.
    ExitCode verdict() const;
};

QJsonObject jsonOf(const ImportRunHead &run);

} // namespace likeness
