// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/import/importrowundo.h"

#include "services/imaging/samepicture.h"
#include "services/job/workerjob.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

bool isUndoable(const ImportWrite &write)
{
    return write.entry > 0 && write.state != ImportState::Undone && write.state != ImportState::Running;
}

void ImportRowUndo::doStart()
{
    const auto isExchange = [](const ImportWrite &write) {
        return isUndoable(write) && write.store.workload == Workload::Exchange;
    };
    if (std::ranges::any_of(m_row.writes, isExchange)) {
        for (const ImportWrite &write : std::as_const(m_row.writes)) {
            if (isUndoable(write) && write.store.workload == Workload::ActiveDirectory)
                m_ahead.append(write.store);
        }
    }
    lookAhead();
}

/// Exchange's save replaces the directory's photo: where somebody else has put one there since, both stay.
void ImportRowUndo::lookAhead()
{
    if (m_ahead.isEmpty())
        return next();
    m_current = *std::ranges::find(m_row.writes, m_ahead.takeFirst(), &ImportWrite::store);
    if (!readEntry() || !storeOf(m_current))
        return lookAhead();
    attempt(storeOf(m_current)->read(m_row.person->keys), &ImportRowUndo::takeAhead);
}

void ImportRowUndo::takeAhead(const Result<std::optional<StoredPhoto>> &found)
{
    if (!found)
        return judgeAhead(false);
    m_found = *found ? ExpectedPhoto((*found)->photo) : std::nullopt;
    if (m_found == m_before)
        return judgeAhead(true);
    weigh(&ImportRowUndo::judgeAhead);
}

void ImportRowUndo::judgeAhead(const bool &ours)
{
    m_exchangeBlocked = m_exchangeBlocked || !ours;
    lookAhead();
}

/// What the ledger knows of the write; false = it cannot be undone.
bool ImportRowUndo::readEntry()
{
    const Result<LedgerEntry> entry = m_means.ledger.entry(m_current.entry);
    if (!entry)
        return false;
    m_before.reset();
    m_after.reset();
    if (const auto after = m_means.ledger.photo(entry->afterSha256))
        m_after = *after;
    if (entry->beforeSha256.isEmpty())
        return true;
    const Result<EncodedPhoto> before = m_means.ledger.photo(entry->beforeSha256);
    if (before)
        m_before = *before;
    return before.hasValue();
}

void ImportRowUndo::next()
{
    const auto todo = std::ranges::find_if(m_row.writes,
        [this](const ImportWrite &write) { return isUndoable(write) && !m_tried.contains(write.store); });
    if (todo == m_row.writes.end() || isStopping())
        return finish(m_row.writes);
    m_current = *todo;
    m_touched = false;
    m_tried.insert(todo->store);
    if (!storeOf(*todo))
        return end(
            ImportState::NotUndone, Error {Errc::BadInput, u"the organisation has no such store any more"_s});
    if (!readEntry())
        return end(
            ImportState::NotUndone, Error {Errc::Local, u"the ledger no longer has the photo from before"_s});
    if (m_exchangeBlocked && m_current.store.workload == Workload::Exchange)
        return end(ImportState::NotUndone,
            Error {
                Errc::Conflict, u"the directory holds another photo by now, which Exchange would replace"_s});
    attempt(storeOf(*todo)->read(m_row.person->keys), &ImportRowUndo::takeFound);
}

void ImportRowUndo::takeFound(const Result<std::optional<StoredPhoto>> &found)
{
    if (!found)
        return end(ImportState::NotUndone, found.error());
    m_found = *found ? ExpectedPhoto((*found)->photo) : std::nullopt;
    if (m_found == m_before)
        return end(ImportState::Undone);
    weigh(&ImportRowUndo::judge);
}

/// Whether what was found is the run's own photo, or what Exchange has made of the one it was given back.
void ImportRowUndo::weigh(void (ImportRowUndo::*then)(const bool &))
{
    const bool fromExchange = m_exchangeRestored && m_current.store.workload == Workload::ActiveDirectory;
    if (!m_found)
        return (this->*then)(fromExchange && !m_passedOn);
    if (m_found->sha256 == m_current.nowSha256 || m_found == m_after)
        return (this->*then)(true);
    step(runInWorker<bool>(m_means.workers,
             [found = *m_found, after = m_after, passed = fromExchange ? m_passedOn : ExpectedPhoto()](
                 std::stop_token) -> Result<bool> {
                 return (after && samePicture(found, *after)) || (passed && samePicture(found, *passed));
             }),
        then);
}

void ImportRowUndo::judge(const bool &ours)
{
    if (!ours)
        return end(ImportState::NotUndone, Error {Errc::Conflict, u"another photo stands there by now"_s});
    StoreWrite what = blank(m_current, LedgerEntry::Action::Restore);
    what.photo = m_before;
    what.expected = m_found;
    upload(m_current, std::move(what));
}

void ImportRowUndo::written(const Result<StoreWritten> &result)
{
    if (!result && result.error().code == Errc::Cancelled)
        return next();
    m_touched = true;
    const std::optional<Error> error = result ? result->error : result.error();
    if (!result || result->outcome != LedgerEntry::Outcome::Verified)
        return end(ImportState::NotUndone, error.value_or(Error {Errc::NotVerified}));
    if (m_current.store.workload == Workload::Exchange) {
        m_exchangeRestored = true;
        m_passedOn = m_before;
    }
    end(ImportState::Undone);
}

/// A write that had failed and turns out not to have changed anything stays one that failed.
void ImportRowUndo::end(ImportState state, std::optional<Error> error)
{
    const bool wasWritten = m_current.state == ImportState::Done || m_current.state == ImportState::NotUndone;
    const bool nothingToSay = !wasWritten && (state == ImportState::Undone || error->code == Errc::Conflict);
    if (nothingToSay && !m_touched)
        return next();
    m_current.state = state;
    m_current.error = std::move(error);
    if (keep(m_current))
        next();
}

} // namespace likeness
