// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/tombstonecure.h"

#include "services/net/pacing.h"
#include "services/session/operatorname.h"

namespace likeness {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds firstCureWait = 5s;
constexpr std::chrono::milliseconds longestCureWait = 1min;

} // namespace

TombstoneCure::TombstoneCure(const Case &what, const WriteMeans &means, QObject *parent)
    : QObject(parent)
    , m_case(what)
    , m_means(means)
    , m_nextWait(firstCureWait)
{
}

TombstoneCure::~TombstoneCure() = default;

void TombstoneCure::next()
{
    if (m_busy || m_step == Step::Over)
        return;
    m_busy = true;
    m_error.reset();
    m_waiting.reset();
    switch (m_step) {
    case Step::KeepPhoto:
        keepPhoto();
        break;
    case Step::Forget:
        m_nextWait = firstCureWait;
        look();
        break;
    case Step::WriteBack:
        writeBack();
        break;
    case Step::Over:
        break;
    }
    emit changed();
}

void TombstoneCure::keepPhoto()
{
    m_reading = m_case.directory.read(m_case.person.keys);
    m_reading->onFinished(this, [this](const Result<std::optional<StoredPhoto>> &found) { keep(found); });
    m_reading->start();
}

void TombstoneCure::keep(const Result<std::optional<StoredPhoto>> &found)
{
    if (!found)
        return fail(found.error());
    if (!*found) {
        m_busy = false;
        return go(Step::Forget);
    }
    m_found = (*found)->photo;
    m_permitting = m_case.directory.permits(m_case.person.keys, m_found->pixels);
    m_permitting->onFinished(this, [this](const Result<Done> &permit) { keepWhatMayComeBack(permit); });
    m_permitting->start();
}

/// The command takes the photo away: where the policy would not let it be written back, nothing is begun.
void TombstoneCure::keepWhatMayComeBack(const Result<Done> &permit)
{
    if (!permit)
        return fail(permit.error());
    if (const auto done = keptDurably(*m_found); !done)
        return fail(done.error());
    m_kept = m_found;
    m_busy = false;
    go(Step::Forget);
}

/// In the ledger, as an entry that can be restored, and read from there again.
Result<Done> TombstoneCure::keptDurably(const EncodedPhoto &photo)
{
    const auto id = m_means.ledger.begin(entry(LedgerEntry::Action::Keep), photo, photo);
    if (!id)
        return id.error();
    const auto again = m_means.ledger.photo(photo.sha256);
    if (!again)
        return again.error();
    return m_means.ledger.finish(*id, LedgerEntry::Outcome::Verified);
}

/// Exchange serves the directory's photo unless it remembers a removal, so both have to be looked at.
void TombstoneCure::look()
{
    m_reading = m_case.directory.read(m_case.person.keys);
    m_reading->onFinished(this, [this](const Result<std::optional<StoredPhoto>> &found) {
        if (!found)
            return fail(found.error());
        lookAtMailbox(found->has_value());
    });
    m_reading->start();
}

void TombstoneCure::lookAtMailbox(bool directoryHasPhoto)
{
    m_looking = m_case.mailbox.see(m_case.person.keys, {});
    m_looking->onFinished(this,
        [this, directoryHasPhoto](const Result<StoreSight> &sight) { judge(sight, directoryHasPhoto); });
    m_looking->start();
}

void TombstoneCure::judge(const Result<StoreSight> &sight, bool directoryHasPhoto)
{
    if (!sight)
        return fail(sight.error());
    m_stillRemembers
        = sight->signs.testFlag(Sign::RemovedOnPurpose) || (sight->served.isEmpty() && directoryHasPhoto);
    // The command takes the directory's photo along, perhaps a moment later: written back before that, it
    // would be gone again
    const bool settled = std::exchange(m_settling, !m_stillRemembers && directoryHasPhoto);
    if (!m_stillRemembers && (settled || !directoryHasPhoto))
        return go(Step::WriteBack);
    if (m_settling)
        return lookAgainAfter(firstCureWait);
    lookAgainAfter(m_nextWait);
    m_nextWait = std::min(2 * m_nextWait, longestCureWait);
}

void TombstoneCure::lookAgainAfter(std::chrono::milliseconds wait)
{
    m_busy = false;
    m_waiting = std::make_unique<QObject>();
    m_means.pacing.after(wait, m_waiting.get(), [this] {
        m_busy = true;
        look();
        emit changed();
    });
    emit changed();
}

void TombstoneCure::writeBack()
{
    if (!m_kept) {
        m_busy = false;
        return go(Step::Over);
    }
    // Where anything but the kept photo or none stands, somebody else has written: that is left alone
    StoreWrite what {entry(LedgerEntry::Action::Restore), m_case.person.keys, m_kept, ExpectedPhoto()};
    m_writing = JobPtr<StoreWritten>(new UploadOne(m_case.directory, m_means, std::move(what)));
    m_writing->onFinished(this, [this](const Result<StoreWritten> &written) { judgeWrite(written); });
    m_writing->start();
}

void TombstoneCure::judgeWrite(const Result<StoreWritten> &written)
{
    if (!written)
        return fail(written.error());
    if (written->outcome != LedgerEntry::Outcome::Verified)
        return fail(written->error.value_or(Error {Errc::NotVerified, u"not written back"_s}));
    m_busy = false;
    go(Step::Over);
}

void TombstoneCure::go(Step step)
{
    m_step = step;
    if (step == Step::Forget)
        return next(); // somebody may have run the command already
    if (step == Step::WriteBack)
        writeBack();
    emit changed();
}

void TombstoneCure::fail(const Error &error)
{
    m_busy = false;
    m_error = error;
    emit changed();
}

LedgerEntry TombstoneCure::entry(LedgerEntry::Action action) const
{
    LedgerEntry entry;
    entry.organisation = m_case.organisation;
    entry.personKey = m_case.person.keys.key;
    entry.personName = m_case.person.displayName;
    entry.store = m_case.directory.id();
    entry.storeTitle = m_case.directory.traits().title;
    entry.action = action;
    entry.operatorName = operatorName();
    return entry;
}

} // namespace likeness
