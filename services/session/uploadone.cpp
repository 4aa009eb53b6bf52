// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/uploadone.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

ExpectedPhoto photoOf(const std::optional<StoredPhoto> &stored)
{
    return stored ? ExpectedPhoto(stored->photo) : std::nullopt;
}

/// After these the store may have written all the same: the answer was lost, not the request.
bool leavesOpenWhatHappened(Errc code)
{
    return code == Errc::Offline || code == Errc::Timeout || code == Errc::BadReply || code == Errc::Local;
}

} // namespace

UploadOne::UploadOne(PhotoStore &store, Ledger &ledger, StoreWrite what)
    : m_store(store)
    , m_ledger(ledger)
    , m_what(std::move(what))
{
}

void UploadOne::doStart()
{
    emit stageChanged(Stage::Reading);
    attempt(m_store.read(m_what.person), &UploadOne::compare);
}

void UploadOne::compare(const Result<std::optional<StoredPhoto>> &found)
{
    if (!found)
        return finish(StoreWritten {LedgerEntry::Outcome::Failed, found.error()});
    const ExpectedPhoto before = photoOf(*found);
    if (before == m_what.photo)
        return finish(StoreWritten {LedgerEntry::Outcome::Verified, {}, before});
    if (m_what.expected && *m_what.expected != before)
        return finish(StoreWritten {LedgerEntry::Outcome::Conflict, Error {Errc::Conflict}, before});
    save(before);
}

void UploadOne::save(const ExpectedPhoto &before)
{
    emit stageChanged(Stage::Saving);
    const Result<qint64> entry = m_ledger.begin(m_what.entry, before, m_what.photo);
    if (!entry)
        return finish(StoreWritten {LedgerEntry::Outcome::Failed, entry.error(), before});
    m_entry = *entry;
    write(before);
}

void UploadOne::write(const ExpectedPhoto &before)
{
    emit stageChanged(Stage::Writing);
    attempt(m_what.photo ? m_store.write(m_what.person, *m_what.photo, before)
                         : m_store.remove(m_what.person, before),
        &UploadOne::readBack);
}

/// Also after a failure: it tells whether the store wrote, and what stands in the way of a conflict.
void UploadOne::readBack(const Result<Done> &written)
{
    if (!written)
        m_writeError = written.error();
    emit stageChanged(Stage::Verifying);
    attempt(m_store.read(m_what.person), &UploadOne::verify);
}

void UploadOne::verify(const Result<std::optional<StoredPhoto>> &found)
{
    if (found)
        judge(photoOf(*found));
    else
        judgeUnread(found.error());
}

void UploadOne::judge(const ExpectedPhoto &now)
{
    if (now == m_what.photo)
        return conclude({LedgerEntry::Outcome::Verified, {}, now});
    if (!m_writeError)
        return conclude({LedgerEntry::Outcome::Failed, Error {Errc::NotVerified}, now});
    const bool conflict = m_writeError->code == Errc::Conflict;
    conclude({conflict ? LedgerEntry::Outcome::Conflict : LedgerEntry::Outcome::Failed, m_writeError, now});
}

void UploadOne::judgeUnread(const Error &unreadable)
{
    if (!m_writeError) {
        const Error error {Errc::NotVerified,
            u"Written, but it could not be read back: "_s + unreadable.detail, unreadable.serverTrace};
        return conclude({LedgerEntry::Outcome::Written, error});
    }
    if (leavesOpenWhatHappened(m_writeError->code)) // the entry stays open for settleUnfinished()
        return finish(StoreWritten {LedgerEntry::Outcome::Started, m_writeError});
    conclude({LedgerEntry::Outcome::Failed, m_writeError});
}

void UploadOne::conclude(StoreWritten written)
{
    const Result<Done> kept
        = m_ledger.finish(*m_entry, written.outcome, written.error ? written.error->detail : QString());
    if (!kept && !written.error)
        written.error = kept.error();
    finish(std::move(written));
}

} // namespace likeness
