// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/importruns.h"
#include "services/ledger/ledgerdatabase.h"
#include "services/ledger/writermark.h"

namespace likeness {

/// The runs of imports in the ledger's tables. Part of SqlLedger; logic thread.
class SqlImportRuns final : public ImportRuns
{
public:
    SqlImportRuns(LedgerDatabase &database, WriterMark &mark)
        : m_database(database)
        , m_mark(mark)
    {
    }

    Result<qint64> begin(const ImportRunHead &run, const QList<ImportRow> &rows) override;
    Result<Done> take(qint64 run) override;
    Result<Done> keep(qint64 run, int number, const ImportWrite &write) override;
    Result<Done> setState(qint64 run, ImportRunHead::State state) override;
    Result<Done> keepPhoto(const EncodedPhoto &photo) override;
    Result<ImportRunHead> head(qint64 run) override;
    Result<QList<ImportRow>> rows(qint64 run) override;
    Result<QList<ImportRunHead>> runs(const QString &organisation, int limit = 50) override;

private:
    Result<qint64> insert(const ImportRunHead &run) const;
    Result<Done> insert(qint64 run, const ImportRow &row) const;

    LedgerDatabase &m_database;
    WriterMark &m_mark;
};

} // namespace likeness
