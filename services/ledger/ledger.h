// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/base/workload.h"
#include "models/photo/encodedphoto.h"

#include <QDateTime>
#include <QList>
#include <optional>

namespace likeness {

/// One write, as it was planned, done and verified. `before` is saved before the store is touched.
struct LedgerEntry
{
    enum class Action {
        Upload,
        Restore,
        Remove,
        Keep, ///< nothing was written: the photo was saved because something else is about to take it away
    };
    enum class Outcome {
        Started, ///< begun, and not known how it ended
        Written, ///< the store said so, but it could not be read back
        Verified, ///< read back: the same bytes, or the same picture where the store makes its own file
        Failed,
        Conflict, ///< somebody else had written; nothing was overwritten
        Cancelled,
    };

    qint64 id = 0;
    QDateTime at; ///< UTC; begin() fills it in when it is not given
    QString organisation; ///< Organisation::id: the same key may name somebody else elsewhere
    QString personKey;
    QString personName;
    StoreId store;
    QString storeTitle;
    Action action = Action::Upload;
    Outcome outcome = Outcome::Started;
    QString operatorName; ///< the account of this machine's user
    QString beforeSha256; ///< empty = there was no photo
    QString afterSha256; ///< empty = removed
    QString errorDetail;

    /// Something else can be put where it stands now: what `before` says.
    bool isRestorable() const
    {
        const bool changed = outcome == Outcome::Written || outcome == Outcome::Verified;
        return changed && (action == Action::Keep || beforeSha256 != afterSha256);
    }
};

/// Which entries are wanted; what is not set does not matter.
struct AuditFilter
{
    QString organisation {}; ///< Organisation::id
    QString personKey {};
    QString store {}; ///< StoreId::instance
    std::optional<LedgerEntry::Outcome> outcome {};
    QDateTime since {}; ///< this moment or later
    QDateTime until {}; ///< before this moment
};

/// A photo of the ledger without its bytes.
struct KeptPhoto
{
    qint64 bytes = 0;
    QSize pixels {}; ///< empty = not a picture we know
};

/// An entry with what is known of its photos; nullopt = no photo.
struct AuditRow
{
    LedgerEntry entry;
    std::optional<KeptPhoto> before {};
    std::optional<KeptPhoto> after {};
};

/// The history of what was written (PRODUCT words); photos are kept once by hash. Implementations:
/// SqlLedger. Owned by the composition root, logic thread; calls are short and synchronous.
class Ledger
{
public:
    virtual ~Ledger() = default;

    /// Keeps the photo there was and the one to come, durably, and opens an entry; returns its id. Nothing
    /// may be written to a store before this succeeded.
    virtual Result<qint64> begin(const LedgerEntry &entry, const std::optional<EncodedPhoto> &before,
        const std::optional<EncodedPhoto> &after)
        = 0;
    virtual Result<Done> finish(qint64 id, LedgerEntry::Outcome outcome, const QString &errorDetail = {}) = 0;
    /// Newest first; empty key = everybody of the organisation.
    virtual Result<QList<LedgerEntry>> history(
        const QString &organisation, const QString &personKey, int limit = 200)
        = 0;
    virtual Result<LedgerEntry> entry(qint64 id) = 0;
    /// Page by page, oldest first: at most `limit` entries after the one with the id `after` (0 = from the
    /// beginning).
    virtual Result<QList<AuditRow>> audit(const AuditFilter &filter, qint64 after, int limit) = 0;
    virtual Result<qint64> auditCount(const AuditFilter &filter) = 0;
    virtual Result<EncodedPhoto> photo(const QString &sha256) = 0;
    /// Entries that were Started and never finished because their program ended; those of a program that
    /// still runs are its own affair.
    virtual Result<QList<LedgerEntry>> unfinished() = 0;
};

} // namespace likeness
