// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/import/importrun.h"

#include "services/session/import/importrowrun.h"
#include "services/session/import/importrowundo.h"
#include "services/session/operatorname.h"

#include <algorithm>
#include <vector>

namespace likeness {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostAttempts = 5;
constexpr std::chrono::milliseconds firstRest = 2s;

} // namespace

ImportRun::ImportRun(
    Organisation &organisation, Ledger &ledger, ImportRuns &runs, QThreadPool &workers, QObject *parent)
    : QObject(parent)
    , m_means {organisation, ledger, runs, workers, &m_realPacing}
{
}

ImportRun::~ImportRun() = default;

void ImportRun::setPacing(Pacing &pacing)
{
    m_means.pacing = &pacing;
}

void ImportRun::enter(State state)
{
    if (std::exchange(m_state, state) != state)
        emit stateChanged();
}

Result<Done> ImportRun::begin(const ImportWish &wish, const QList<ImportRow> &rows)
{
    const Result<QList<PhotoStore *>> stores = importStores(m_means.organisation, wish.stores);
    if (!stores)
        return stores.error();
    ImportRunHead head;
    head.at = QDateTime::currentDateTimeUtc();
    head.organisation = m_means.organisation.id;
    head.operatorName = operatorName();
    head.source = wish.source;
    head.pattern = wish.pattern;
    head.onlyIfNone = wish.onlyIfNone;
    for (const PhotoStore *store : *stores)
        head.stores.append(store->id().instance);
    const Result<qint64> id = m_means.runs.begin(head, rows);
    if (!id)
        return id.error();
    head.id = *id;
    m_head = head;
    m_rows = rows;
    m_attempts.clear();
    m_cancelled = m_undoing = false;
    start();
    return Done {};
}

void ImportRun::forget()
{
    if (!m_jobs.empty() || m_state == State::Running)
        return;
    m_head = {};
    m_rows.clear();
    m_undoing = false;
    enter(State::Idle);
}

Result<Done> ImportRun::load(qint64 run)
{
    const Result<ImportRunHead> head = m_means.runs.head(run);
    if (!head)
        return head.error();
    if (head->organisation != m_means.organisation.id)
        return Error {Errc::BadInput, u"import %1 is of another organisation"_s.arg(run)};
    if (const Result<Done> taken = m_means.runs.take(run); !taken)
        return taken.error();
    const Result<QList<ImportRow>> rows = m_means.runs.rows(run);
    if (!rows)
        return rows.error();
    m_head = *head;
    m_rows = *rows;
    m_means.run = run;
    m_means.onlyIfNone = head->onlyIfNone;
    m_attempts.clear();
    m_cancelled = m_undoing = false;
    for (ImportRow &row : m_rows)
        reconcile(row);
    enter(std::ranges::any_of(
              m_rows, [](const ImportRow &row) { return outcomeOf(row) == ImportOutcome::Waiting; })
            ? State::Paused
            : State::Finished);
    return Done {};
}

/// What is known by now of writes that were cut short.
void ImportRun::reconcile(ImportRow &row)
{
    using Outcome = LedgerEntry::Outcome;
    for (ImportWrite &write : row.writes) {
        if (write.state != ImportState::Running)
            continue;
        const Result<LedgerEntry> entry = write.entry > 0 ? m_means.ledger.entry(write.entry)
                                                          : Result<LedgerEntry>(Error {Errc::NotFound});
        if (entry && entry->outcome == Outcome::Verified) {
            write.state = ImportState::Done;
        } else if (entry && entry->outcome == Outcome::Written) {
            write.state = ImportState::Failed;
            write.error = Error {Errc::NotVerified, entry->errorDetail};
        } else if (entry && entry->outcome == Outcome::Conflict) {
            write.state = ImportState::Conflict;
            write.error = Error {Errc::Conflict, entry->errorDetail};
        } else {
            write.state = ImportState::Waiting; // once more; when it has arrived meanwhile, that is found out
            write.entry = entry && entry->outcome == Outcome::Started ? write.entry : 0;
        }
        if (const Result<Done> kept = m_means.runs.keep(m_head.id, row.number, write); !kept)
            return fail(kept.error());
    }
}

void ImportRun::start()
{
    m_means.run = m_head.id;
    m_means.onlyIfNone = m_head.onlyIfNone;
    m_waiting.clear();
    m_resting.clear();
    for (int row = 0; row < m_rows.size(); ++row) {
        if (hasWork(row))
            m_waiting.push_back(row);
    }
    if (m_undoing)
        std::ranges::reverse(m_waiting);
    enter(State::Running);
    startNext();
}

bool ImportRun::hasWork(int index) const
{
    const ImportRow &row = m_rows.at(index);
    if (!row.isPlanned() || !row.person)
        return false;
    return std::ranges::any_of(row.writes,
        [this](const ImportWrite &write) { return m_undoing ? isUndoable(write) : write.isOpen(); });
}

void ImportRun::startNext()
{
    while (m_state == State::Running && !m_waiting.empty() && m_jobs.size() < importRowsAtOnce) {
        const int index = m_waiting.front();
        m_waiting.pop_front();
        startRow(index);
    }
    endWhenDone();
}

void ImportRun::startRow(int index)
{
    const ImportRow &row = m_rows.at(index);
    auto &job = m_jobs[index];
    if (m_undoing)
        job.reset(new ImportRowUndo(m_means, row));
    else
        job.reset(new ImportRowRun(m_means, row));
    connect(job.get(), &ImportRowJob::writeChanged, this, [this, index](const ImportWrite &write) {
        *std::ranges::find(m_rows[index].writes, write.store, &ImportWrite::store) = write;
        emit rowChanged(index);
    });
    job->onFinished(this, [this, index](const Result<QList<ImportWrite>> &writes) {
        const Result<QList<ImportWrite>> kept = writes; // the job that holds them goes away
        m_jobs.erase(index);
        takeRow(index, kept);
    });
    job->start();
}

void ImportRun::takeRow(int index, const Result<QList<ImportWrite>> &writes)
{
    if (!writes)
        return fail(writes.error());
    m_rows[index].writes = *writes;
    emit rowChanged(index);
    if (m_state == State::Running)
        restLater(index);
    startNext();
}

/// When a store was busy or out of reach: later, and the others go on.
bool ImportRun::restLater(int index)
{
    std::chrono::milliseconds told = 0s;
    bool passing = false;
    for (const ImportWrite &write : m_rows.at(index).writes) {
        const bool ended = write.state == (m_undoing ? ImportState::NotUndone : ImportState::Failed);
        if (!ended || !isPassing(write.error))
            continue;
        passing = true;
        told = std::max<std::chrono::milliseconds>(told, write.error->retryAfter.value_or(0s));
    }
    const int attempt = ++m_attempts[index];
    if (!passing || attempt >= mostAttempts)
        return false;
    const auto rest = std::max(told, firstRest * (1 << (attempt - 1)));
    const auto spread = std::chrono::milliseconds(static_cast<int>(m_means.pacing->chance() * 1000));
    m_resting.insert(index);
    m_means.pacing->after(rest + spread, this, [this, index] {
        if (m_resting.erase(index) == 0)
            return;
        if (!m_undoing)
            waitAgain(index, false);
        m_waiting.push_back(index);
        startNext();
    });
    return true;
}

void ImportRun::endWhenDone()
{
    if (!m_jobs.empty())
        return;
    if (m_state == State::Pausing)
        return enter(State::Paused);
    if (m_state != State::Running || !m_waiting.empty() || !m_resting.empty())
        return;
    using HeadState = ImportRunHead::State;
    m_head.state = m_undoing ? HeadState::Undone : m_cancelled ? HeadState::Cancelled : HeadState::Finished;
    if (const Result<Done> kept = m_means.runs.setState(m_head.id, m_head.state); !kept)
        return fail(kept.error());
    enter(State::Finished);
}

void ImportRun::stopRows()
{
    std::vector<int> running;
    for (const auto &[index, job] : m_jobs)
        running.push_back(index);
    for (const int index : running) { // one that stops at once leaves m_jobs
        if (const auto found = m_jobs.find(index); found != m_jobs.end())
            found->second->stopSoon();
    }
}

void ImportRun::pause()
{
    if (m_state != State::Running)
        return;
    // those that rest are tried again when the run goes on
    for (const int index : std::exchange(m_resting, {})) {
        if (!m_undoing)
            waitAgain(index, false);
    }
    m_waiting.clear();
    enter(State::Pausing);
    stopRows();
    endWhenDone();
}

void ImportRun::carryOn()
{
    if (m_state == State::Paused)
        start();
}

bool ImportRun::setWrite(int index, ImportWrite write)
{
    ImportRow &row = m_rows[index];
    if (const Result<Done> kept = m_means.runs.keep(m_head.id, row.number, write); !kept) {
        fail(kept.error());
        return false;
    }
    *std::ranges::find(row.writes, write.store, &ImportWrite::store) = std::move(write);
    emit rowChanged(index);
    return true;
}

void ImportRun::cancel()
{
    if (m_state == State::Finished || m_state == State::Idle || m_undoing)
        return pause();
    m_cancelled = true;
    m_resting.clear();
    m_waiting.clear();
    for (int index = 0; index < m_rows.size(); ++index) {
        if (!hasWork(index) || m_jobs.contains(index))
            continue;
        for (ImportWrite write : QList<ImportWrite>(m_rows.at(index).writes)) {
            if (!write.isOpen())
                continue;
            write.state = ImportState::Cancelled;
            if (!setWrite(index, write))
                return;
        }
    }
    enter(State::Running);
    stopRows();
    startNext();
}

void ImportRun::waitAgain(int index, bool withConflicts)
{
    for (ImportWrite write : QList<ImportWrite>(m_rows.at(index).writes)) {
        const bool conflict = write.state == ImportState::Conflict;
        if (write.state != ImportState::Failed && write.state != ImportState::Cancelled
            && !(conflict && withConflicts))
            continue;
        write.state = ImportState::Waiting;
        write.error.reset();
        write.looked = write.looked && !conflict;
        if (!setWrite(index, write))
            return;
    }
}

void ImportRun::retry()
{
    if (m_state != State::Finished && m_state != State::Paused)
        return;
    for (int index = 0; index < m_rows.size(); ++index) {
        if (m_rows.at(index).isPlanned())
            waitAgain(index, false);
    }
    m_attempts.clear();
    m_undoing = m_cancelled = false;
    start();
}

void ImportRun::retry(int row)
{
    if (row < 0 || row >= m_rows.size() || m_jobs.contains(row) || m_undoing || m_state == State::Idle)
        return;
    waitAgain(row, true);
    if (!hasWork(row))
        return;
    m_attempts.erase(row);
    m_resting.erase(row);
    if (std::ranges::find(m_waiting, row) == m_waiting.end())
        m_waiting.push_back(row);
    if (m_state == State::Pausing || m_state == State::Paused)
        return; // when the run goes on
    enter(State::Running);
    startNext();
}

void ImportRun::undo()
{
    if (m_state != State::Finished && m_state != State::Paused)
        return;
    for (int index = 0; index < m_rows.size(); ++index) {
        if (!hasWork(index))
            continue;
        for (ImportWrite write : QList<ImportWrite>(m_rows.at(index).writes)) {
            if (write.isOpen()) {
                write.state = ImportState::Cancelled;
                if (!setWrite(index, write))
                    return;
            }
        }
    }
    m_undoing = true;
    m_attempts.clear();
    start();
}

/// The ledger cannot be written: what is under way finds out for itself, and nothing more is begun.
void ImportRun::fail(const Error &error)
{
    m_waiting.clear();
    m_resting.clear();
    m_jobs.clear();
    enter(State::Paused);
    emit failed(error);
}

} // namespace likeness
