// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/import/importmeans.h"
#include "services/session/import/importrowjob.h"

#include <QObject>
#include <deque>
#include <map>
#include <set>

namespace likeness {

/// A bulk import being carried out: some rows side by side, each store of a row by the careful write of
/// UploadOne. Everything is in the ledger before the next step, so a run goes on after its program was
/// killed, and can be undone as a whole. A store that is busy or out of reach is asked again, ever less
/// often, while the other rows go on. Presenter without widgets; logic thread. Dropping it in the middle is
/// as good as being killed.
class ImportRun final : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle, ///< nothing was begun
        Running,
        Pausing, ///< what has begun is being finished
        Paused,
        Finished,
    };

    ImportRun(Organisation &organisation, Ledger &ledger, ImportRuns &runs, QThreadPool &workers,
        QObject *parent = nullptr);
    ~ImportRun() override;
    /// The real one unless a test has its own, which outlives the run.
    void setPacing(Pacing &pacing);

    /// Back to Idle, where nothing is under way; the run stays in the ledger.
    void forget();
    /// Keeps the run in the ledger and starts. Rows without a verdict of Ready are kept for the report.
    Result<Done> begin(const ImportWish &wish, const QList<ImportRow> &rows);
    /// Takes up a run where it was; Paused then, or Finished. Run settleUnfinished() first: what it finds out
    /// about writes that were cut short is taken over. Errors: NotFound; BadInput = another organisation's,
    /// or another program works on it.
    Result<Done> load(qint64 run);

    void carryOn();
    void pause();
    /// The rows that wait are left out for good, unless they are tried again.
    void cancel();
    /// Tries the stores again that failed or were cancelled; none of a conflict.
    void retry();
    /// The same for one row, by index; there a conflict is overwritten, after what was found is saved.
    void retry(int row);
    /// Puts back what stood there before, newest first.
    void undo();

    State state() const { return m_state; }
    bool isUndoing() const { return m_undoing; }
    const ImportRunHead &head() const { return m_head; }
    const QList<ImportRow> &rows() const { return m_rows; }
    OutcomeCounts counts() const { return outcomesOf(m_rows); }

signals:
    /// By index.
    void rowChanged(int row);
    void stateChanged();
    /// The ledger cannot be written: nothing more is begun.
    void failed(const likeness::Error &error);

private:
    void enter(State state);
    void start();
    void startNext();
    void startRow(int index);
    void takeRow(int index, const Result<QList<ImportWrite>> &writes);
    bool restLater(int index);
    void stopRows();
    void endWhenDone();
    void reconcile(ImportRow &row);
    bool setWrite(int index, ImportWrite write);
    void waitAgain(int index, bool withConflicts);
    bool hasWork(int index) const;
    void fail(const Error &error);

    RealPacing m_realPacing;
    ImportRunMeans m_means;
    ImportRunHead m_head;
    QList<ImportRow> m_rows;
    State m_state = State::Idle;
    bool m_undoing = false;
    bool m_cancelled = false;
    std::deque<int> m_waiting; ///< indexes
    std::set<int> m_resting; ///< to be tried again when their time has come
    std::map<int, int> m_attempts;
    std::map<int, std::unique_ptr<ImportRowJob, JobDeleter>> m_jobs;
};

} // namespace likeness
