// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledger.h"
#include "services/ledger/ledgerdatabase.h"
#include "services/ledger/ledgerserver.h"
#include "services/ledger/sqlimportruns.h"
#include "services/ledger/sqlscanqueue.h"
#include "services/ledger/sqlsightings.h"
#include "services/ledger/sqlstandings.h"
#include "services/ledger/writermark.h"

#include <memory>

namespace likeness {

/// The ledger in one SQLite file, shared by all programs of this account, or in a PostgreSQL database that
/// several desks share. What begin() returned is on the disk before a store is touched. Photos are kept once
/// by hash. Logic thread.
class SqlLedger final : public Ledger
{
public:
    struct Opening
    {
        std::unique_ptr<SqlLedger> ledger;
        QString
            movedAside; ///< where a damaged file was put before a new one was begun; empty = nothing happened
    };
    /// Makes the file and its folder when they are not there. A damaged file is moved aside, never deleted;
    /// one of a newer version is left alone (Errc::Unsupported).
    static Result<Opening> open(const QString &path);
    /// Makes the tables when they are not there. Errors: those of the way to the server; SignInNeeded;
    /// Forbidden; Unsupported, also where Qt's driver is missing.
    static Result<Opening> open(const LedgerServer &server, const QByteArray &password);

    Q_DISABLE_COPY_MOVE(SqlLedger)

    Result<qint64> begin(const LedgerEntry &entry, const std::optional<EncodedPhoto> &before,
        const std::optional<EncodedPhoto> &after) override;
    Result<Done> finish(qint64 id, LedgerEntry::Outcome outcome, const QString &errorDetail = {}) override;
    Result<QList<LedgerEntry>> history(
        const QString &organisation, const QString &personKey, int limit = 200) override;
    Result<LedgerEntry> entry(qint64 id) override;
    Result<QList<AuditRow>> audit(const AuditFilter &filter, qint64 after, int limit) override;
    Result<qint64> auditCount(const AuditFilter &filter) override;
    Result<EncodedPhoto> photo(const QString &sha256) override;
    Result<QList<LedgerEntry>> unfinished() override;

    /// What was seen, in the same file.
    SightingHistory &sightings() { return m_sightings; }
    /// How everybody stood last, in the same file.
    Standings &standings() { return m_standings; }
    /// Who is still to be looked at, in the same file.
    ScanQueue &scanQueue() { return m_scanQueue; }
    /// Bulk imports, in the same file.
    ImportRuns &imports() { return m_imports; }

private:
    explicit SqlLedger(const QString &path);
    SqlLedger(const LedgerServer &server, const QByteArray &password);

    Result<QList<LedgerEntry>> entries(const QString &where, const QVariantList &values) const;
    Result<QStringList> writersOfStarted() const;
    Result<qint64> insert(const LedgerEntry &entry) const;

    LedgerDatabase m_database;
    SqlSightings m_sightings;
    SqlStandings m_standings;
    std::unique_ptr<WriterMark> m_mark;
    SqlScanQueue m_scanQueue;
    SqlImportRuns m_imports;
};

} // namespace likeness
