// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/uploadone.h"

#include "models/upload/uploadplan.h"
#include "services/imaging/samepicture.h"
#include "services/job/workerjob.h"

namespace likeness {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

ExpectedPhoto photoOf(const std::optional<StoredPhoto> &stored)
{
    return stored ? ExpectedPhoto(stored->photo) : std::nullopt;
}

constexpr std::chrono::milliseconds longestWait = 8s;

/// After these the store may have written all the same: the answer was lost, not the request.
bool leavesOpenWhatHappened(Errc code)
{
    return code == Errc::Offline || code == Errc::Timeout || code == Errc::BadReply || code == Errc::Local;
}

} // namespace

UploadOne::UploadOne(PhotoStore &store, const WriteMeans &means, StoreWrite what)
    : m_store(store)
    , m_means(means)
    , m_what(std::move(what))
{
}

void UploadOne::doStart()
{
    emit stageChanged(Stage::Reading);
    attempt(m_store.permits(m_what.person, m_what.photo ? std::optional(m_what.photo->pixels) : std::nullopt),
        &UploadOne::read);
}

void UploadOne::read(const Result<Done> &permit)
{
    if (!permit)
        return finish(StoreWritten {LedgerEntry::Outcome::Failed, permit.error()});
    attempt(m_store.read(m_what.person), &UploadOne::compare);
}

/// Whether `photo` shows what is to be written; decoding belongs on a worker.
void UploadOne::compareWithPlanned(const ExpectedPhoto &photo, void (UploadOne::*next)(const bool &))
{
    if (!photo || !m_what.photo || *photo == *m_what.photo)
        return (this->*next)(photo == m_what.photo);
    step(runInWorker<bool>(m_means.workers,
             [a = *photo, b = *m_what.photo](std::stop_token) -> Result<bool> { return samePicture(a, b); }),
        next);
}

void UploadOne::compare(const Result<std::optional<StoredPhoto>> &found)
{
    if (!found)
        return finish(StoreWritten {LedgerEntry::Outcome::Failed, found.error()});
    m_before = photoOf(*found);
    if (m_before == m_what.photo)
        return finish(StoreWritten {LedgerEntry::Outcome::Verified, {}, m_before});
    compareWithPlanned(m_before, &UploadOne::weigh);
}

void UploadOne::weigh(const bool &samePicture)
{
    const bool isThere = samePicture && !m_store.traits().keepsBytes && isAsLarge(*m_before, *m_what.photo);
    if (isThere)
        return finish(StoreWritten {LedgerEntry::Outcome::Verified, {}, m_before});
    if (isAsExpected())
        return save(m_before);
    if (samePicture && m_what.expected)
        return save(*m_what.expected);
    finish(StoreWritten {LedgerEntry::Outcome::Conflict, Error {Errc::Conflict}, m_before});
}

bool UploadOne::isAsExpected() const
{
    if (m_what.expected)
        return *m_what.expected == m_before;
    return !m_what.expectedSha256 || *m_what.expectedSha256 == (m_before ? m_before->sha256 : QString());
}

void UploadOne::save(const ExpectedPhoto &restorable)
{
    emit stageChanged(Stage::Saving);
    const Result<qint64> entry = m_means.ledger.begin(m_what.entry, restorable, m_what.photo);
    if (!entry)
        return finish(StoreWritten {LedgerEntry::Outcome::Failed, entry.error(), m_before});
    m_entry = *entry;
    write();
}

void UploadOne::write()
{
    emit stageChanged(Stage::Writing);
    attempt(m_what.photo ? m_store.write(m_what.person, *m_what.photo, m_before)
                         : m_store.remove(m_what.person, m_before),
        &UploadOne::written);
}

/// Also after a failure: it tells whether the store wrote, and what stands in the way of a conflict.
void UploadOne::written(const Result<Done> &answer)
{
    if (!answer)
        m_writeError = answer.error();
    emit stageChanged(Stage::Verifying);
    readBack();
}

void UploadOne::readBack()
{
    attempt(m_store.readBack(m_what.person, {m_before, m_what.photo}), &UploadOne::verify);
}

/// A store that takes its time is asked again after a second, then ever less often. False = it had its time.
bool UploadOne::askAgain()
{
    if (m_writeError && !leavesOpenWhatHappened(m_writeError->code))
        return false;
    const std::chrono::milliseconds left = m_store.traits().settles - m_waited;
    if (left <= 0ms)
        return false;
    const auto wait = std::min(m_nextWait, left);
    m_waited += wait;
    m_nextWait = std::min<std::chrono::milliseconds>(m_nextWait * 2, longestWait);
    m_means.pacing.after(wait, this, [this] { readBack(); });
    return true;
}

void UploadOne::verify(const Result<std::optional<StoredPhoto>> &found)
{
    if (!found)
        return judgeUnread(found.error());
    m_now = photoOf(*found);
    if (m_store.traits().keepsBytes)
        judge(m_now == m_what.photo);
    else
        compareWithPlanned(m_now, &UploadOne::judge);
}

void UploadOne::judge(const bool &samePicture)
{
    if (samePicture)
        return conclude({LedgerEntry::Outcome::Verified, {}, m_now});
    if (askAgain())
        return;
    const bool stillFormer = m_waited > 0ms && m_now == m_before;
    if (!m_writeError)
        return conclude({stillFormer ? LedgerEntry::Outcome::Written : LedgerEntry::Outcome::Failed,
            notVerified(), m_now});
    const bool conflict = m_writeError->code == Errc::Conflict;
    conclude({conflict ? LedgerEntry::Outcome::Conflict : LedgerEntry::Outcome::Failed, m_writeError, m_now});
}

Error UploadOne::notVerified() const
{
    if (m_waited == 0ms)
        return {Errc::NotVerified, u"another photo was read back"_s};
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_waited).count();
    const QString shown
        = m_now == m_before ? u"it still shows the former photo"_s : u"it shows another photo"_s;
    return {Errc::NotVerified, u"written; after %1 seconds "_s.arg(seconds) + shown};
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
    written.wrote = true;
    const Result<Done> kept
        = m_means.ledger.finish(*m_entry, written.outcome, written.error ? written.error->detail : QString());
    if (!kept && !written.error)
        written.error = kept.error();
    finish(std::move(written));
}

} // namespace likeness
