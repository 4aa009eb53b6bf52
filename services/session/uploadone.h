// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledger.h"
#include "services/net/pacing.h"
#include "services/stores/photostore.h"

#include <optional>

class QThreadPool;

namespace likeness {

/// What is to be done to one store.
struct StoreWrite
{
    LedgerEntry entry; ///< who, where, which action, by whom
    PersonKeys person;
    std::optional<EncodedPhoto> photo; ///< none = remove the one that is there
    /// What the person was shown when they decided; not set = whatever is there (it is saved first).
    std::optional<ExpectedPhoto> expected;
    /// The same by its hash, empty = no photo; for those who do not keep the bytes of what they showed.
    std::optional<QString> expectedSha256 {};
};

/// How it ended, as far as it could be found out.
struct StoreWritten
{
    LedgerEntry::Outcome outcome = LedgerEntry::Outcome::Failed;
    std::optional<Error> error {};
    /// What stands there now; not set = it could not be read.
    std::optional<ExpectedPhoto> now {};
    bool wrote = false; ///< the store was asked to change something; otherwise that very photo stood there
};

/// What every write works with; all outlive it.
struct WriteMeans
{
    Ledger &ledger;
    QThreadPool &workers;
    Pacing &pacing;
};

/// One careful write: read what is there, stop if it is not what was expected, save it in the ledger, write
/// by compare-and-swap, read back, compare. What is there may also be the very picture that is to be written,
/// smaller: another store has passed it on meanwhile, and what stood there before that is what is saved. What
/// is read back from a store that makes its own file is compared as a picture; a store that takes its time
/// (StoreTraits::settles) is asked again, ever less often. Owned by UploadSession. Cancel it before
/// hasBegun() only: later the ledger's entry stays open, because nobody knows how the write ends.
class UploadOne final : public JobOf<StoreWritten>
{
    Q_OBJECT
public:
    enum class Stage { Reading, Saving, Writing, Verifying };

    UploadOne(PhotoStore &store, const WriteMeans &means, StoreWrite what);

    bool hasBegun() const { return m_entry.has_value(); }
    /// Of the ledger; 0 = the store was left as it is. Known from Stage::Writing on.
    qint64 entry() const { return m_entry.value_or(0); }

signals:
    void stageChanged(likeness::UploadOne::Stage stage);

private:
    void doStart() override;
    void read(const Result<Done> &permit);
    void compare(const Result<std::optional<StoredPhoto>> &found);
    void weigh(const bool &samePicture);
    void save(const ExpectedPhoto &restorable);
    void write();
    void written(const Result<Done> &answer);
    void readBack();
    bool askAgain();
    void verify(const Result<std::optional<StoredPhoto>> &found);
    void judge(const bool &samePicture);
    bool isAsExpected() const;
    Error notVerified() const;
    void judgeUnread(const Error &unreadable);
    void conclude(StoreWritten written);
    void compareWithPlanned(const ExpectedPhoto &photo, void (UploadOne::*next)(const bool &));

    PhotoStore &m_store;
    WriteMeans m_means;
    StoreWrite m_what;
    ExpectedPhoto m_before; ///< what stood there when it was read
    ExpectedPhoto m_now; ///< what was read back
    std::optional<qint64> m_entry;
    std::optional<Error> m_writeError;
    std::chrono::milliseconds m_waited {0}; ///< between read-backs
    std::chrono::milliseconds m_nextWait {1000};
};

} // namespace likeness
