// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledger.h"
#include "services/ledger/ledgerdatabase.h"
#include "services/ledger/sqliteimportruns.h"
#include "services/ledger/sqlitesightings.h"
#include "services/ledger/writermark.h"

#include <memory>

namespace likeness {

/// The ledger in one SQLite file, shared by all programs of this account: WAL with full synchronisation, so
/// that what begin() returned is on the disk before a store is touched, and a busy timeout, so that programs
/// wait for each other. Photos are kept once by hash. Logic thread.
class SqliteLedger final : public Ledger
{
public:
    struct Opening
    {
        std::unique_ptr<SqliteLedger> ledger;
        QString
            movedAside; ///< where a damaged file was put before a new one was begun; empty = nothing happened
    };
    /// Makes the file and its folder when they are not there. A damaged file is moved aside, never deleted;
    /// one of a newer version is left alone (Errc::Unsupported).
    static Result<Opening> open(const QString &path);

    Q_DISABLE_COPY_MOVE(SqliteLedger)

    Result<qint64> begin(const LedgerEntry &entry, const std::optional<EncodedPhoto> &before,
        const std::optional<EncodedPhoto> &after) override;
    Result<Done> finish(qint64 id, LedgerEntry::Outcome outcome, const QString &errorDetail = {}) override;
    Result<QList<LedgerEntry>> history(
        const QString &organisation, const QString &personKey, int limit = 200) override;
    Result<LedgerEntry> entry(qint64 id) override;
    Result<EncodedPhoto> photo(const QString &sha256) override;
    Result<QList<LedgerEntry>> unfinished() override;

    /// What was seen, in the same file.
    SightingHistory &sightings() { return m_sightings; }
    /// Bulk imports, in the same file.
    ImportRuns &imports() { return m_imports; }

private:
    explicit SqliteLedger(const QString &path);

    Result<QList<LedgerEntry>> entries(const QString &where, const QVariantList &values) const;
    Result<qint64> insert(const LedgerEntry &entry) const;

    QString m_path;
    LedgerDatabase m_database;
    SqliteSightings m_sightings;
    WriterMark m_mark;
    SqliteImportRuns m_imports;
};

} // namespace likeness
