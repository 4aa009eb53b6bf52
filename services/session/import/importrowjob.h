// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/import/importrow.h"
#include "services/ledger/importruns.h"
#include "services/session/organisation.h"
#include "services/session/uploadone.h"

namespace likeness {

/// What the jobs of a run work with; outlives them.
struct ImportRunMeans
{
    Organisation &organisation;
    Ledger &ledger;
    ImportRuns &runs;
    QThreadPool &workers;
    Pacing *pacing;
    qint64 run = 0;
    bool onlyIfNone = false;
};

/// One row on its way to its stores, or back: its value is how the stores stand then. Each change is in the
/// ledger before the next step is taken. Owned by ImportRun, logic thread.
class ImportRowJob : public JobOf<QList<ImportWrite>>
{
    Q_OBJECT
public:
    /// A write that has begun is finished and verified; nothing further is begun.
    void stopSoon();

signals:
    void writeChanged(const likeness::ImportWrite &write);

protected:
    ImportRowJob(const ImportRunMeans &means, const ImportRow &row);

    /// The next store, or the end.
    virtual void next() = 0;
    virtual void written(const Result<StoreWritten> &result) = 0;

    bool isStopping() const { return m_stopping; }
    /// Keeps the store's state in the ledger; false = that failed, and so has the job.
    bool keep(const ImportWrite &write);
    void upload(ImportWrite &write, StoreWrite what);
    /// What is to be written, but for the photos.
    StoreWrite blank(const ImportWrite &write, LedgerEntry::Action action) const;
    qint64 uploadEntry() const { return m_upload ? m_upload->entry() : 0; }
    PhotoStore *storeOf(const ImportWrite &write) const;

    const ImportRunMeans &m_means;
    ImportRow m_row;

private:
    std::unique_ptr<UploadOne, JobDeleter> m_upload;
    bool m_stopping = false;
};

/// Whether the same may work a moment later.
bool isPassing(const std::optional<Error> &error);

} // namespace likeness
