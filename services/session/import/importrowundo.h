// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/import/importrowjob.h"

#include <set>

namespace likeness {

/// Puts back what stood in the stores of one row before the run, by the careful path and in the order of
/// writing; only where what stands there is still what the run wrote, or what another store has made of it.
class ImportRowUndo final : public ImportRowJob
{
    Q_OBJECT
public:
    ImportRowUndo(const ImportRunMeans &means, const ImportRow &row)
        : ImportRowJob(means, row)
    {
    }

private:
    void doStart() override;
    void lookAhead();
    void takeAhead(const Result<std::optional<StoredPhoto>> &found);
    void judgeAhead(const bool &ours);
    void next() override;
    void takeFound(const Result<std::optional<StoredPhoto>> &found);
    void judge(const bool &ours);
    void written(const Result<StoreWritten> &result) override;
    void end(ImportWrite::State state, std::optional<Error> error = {});
    void weigh(void (ImportRowUndo::*next)(const bool &));
    bool readEntry();

    std::set<StoreId> m_tried;
    QList<StoreId> m_ahead; ///< directories to be looked at before Exchange replaces their photo
    ImportWrite m_current;
    ExpectedPhoto m_before; ///< what stood there before the run
    ExpectedPhoto m_after; ///< what the run wrote
    ExpectedPhoto m_found;
    ExpectedPhoto m_passedOn; ///< what Exchange was given back in this job
    bool m_exchangeRestored = false;
    bool m_exchangeBlocked = false;
    bool m_touched = false; ///< something was written to the current store
};

/// Whether the run may have changed the store, so that there is something to put back.
bool isUndoable(const ImportWrite &write);

} // namespace likeness
