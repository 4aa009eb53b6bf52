// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/uploadone.h"

#include <QObject>
#include <memory>

namespace likeness {

/// The cure for a removal that Exchange remembers while the directory still has a photo. The command that
/// makes Exchange forget takes the directory's photo along (docs/protocols/sync.md), so that photo is kept in
/// the ledger first and written back afterwards. No protocol of Exchange can forget: that step is a command
/// for somebody with the right, and the cure looks until it has worked. Each step is verified before the
/// next begins; what was kept and written can be restored from the history. Presenter without widgets; owned
/// by the desk of the board, logic thread. Dropping it in the middle of a write leaves the ledger's entry
/// open, as UploadSession does.
class TombstoneCure final : public QObject
{
    Q_OBJECT
public:
    enum class Step {
        KeepPhoto, ///< the directory's, in the ledger
        Forget, ///< the command, run by somebody else; looked for again and again
        WriteBack,
        Over,
    };
    /// Both stores outlive the cure.
    struct Case
    {
        Person person;
        PhotoStore &directory;
        PhotoStore &mailbox;
        QString organisation; ///< Organisation::id
    };
    TombstoneCure(const Case &what, const WriteMeans &means, QObject *parent = nullptr);
    ~TombstoneCure() override;

    Step step() const { return m_step; }
    bool isBusy() const { return m_busy; }
    /// Why the present step did not succeed when it was last tried; next() tries it again.
    const std::optional<Error> &error() const { return m_error; }
    /// Step Forget: it was looked, and Exchange had not forgotten.
    bool stillRemembers() const { return m_stillRemembers; }
    /// Step Forget: Exchange has forgotten, but the directory's photo, which the command takes along, still
    /// stands; the next look decides.
    bool isSettling() const { return m_settling; }
    /// What the directory had at the beginning; nullopt = nothing, so nothing is written back.
    const ExpectedPhoto &kept() const { return m_kept; }

    /// Begins, looks at once, or tries the present step again; nothing while busy or over.
    void next();

signals:
    void changed();

private:
    void keepPhoto();
    void keep(const Result<std::optional<StoredPhoto>> &found);
    void keepWhatMayComeBack(const Result<Done> &permit);
    Result<Done> keptDurably(const EncodedPhoto &photo);
    void look();
    void lookAtMailbox(bool directoryHasPhoto);
    void judge(const Result<StoreSight> &sight, bool directoryHasPhoto);
    void lookAgainAfter(std::chrono::milliseconds wait);
    void writeBack();
    void judgeWrite(const Result<StoreWritten> &written);
    void go(Step step);
    void fail(const Error &error);
    LedgerEntry entry(LedgerEntry::Action action) const;

    const Case m_case;
    const WriteMeans m_means;
    Step m_step = Step::KeepPhoto;
    bool m_busy = false;
    bool m_stillRemembers = false;
    bool m_settling = false;
    std::optional<Error> m_error;
    ExpectedPhoto m_found; ///< in the directory, before it is kept
    ExpectedPhoto m_kept;
    std::chrono::milliseconds m_nextWait;
    JobPtr<std::optional<StoredPhoto>> m_reading;
    JobPtr<Done> m_permitting;
    JobPtr<StoreSight> m_looking;
    JobPtr<StoreWritten> m_writing;
    std::unique_ptr<QObject> m_waiting; ///< whoever is called after the wait; gone = nobody
};

} // namespace likeness
