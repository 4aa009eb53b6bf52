// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"
#include "services/ledger/ledger.h"

#include <QSaveFile>
#include <memory>

namespace likeness {

enum class AuditFormat { Csv, Json };

/// By the file's name; nullopt = neither .csv nor .json.
std::optional<AuditFormat> auditFormatOf(const QString &file);

/// Writes what the ledger knows was written to a file: who, when (UTC), where, for whom, how it ended, the
/// photos before and after by hash and size. Page by page with the event loop in between, so that its memory
/// stays flat and the window alive; the file is replaced as a whole in the end, or not at all. The value is
/// the number of entries. Logic thread; the ledger outlives it. Errors: BadInput (the name), Local, those of
/// the ledger.
class AuditExport final : public JobOf<qint64>
{
public:
    AuditExport(Ledger &ledger, AuditFilter filter, const QString &file);

private:
    void doStart() override;
    void doCancel() override { m_ending = true; }
    void nextPage();
    bool put(const QList<AuditRow> &rows);
    void fail();

    Ledger &m_ledger;
    const AuditFilter m_filter;
    QSaveFile m_file;
    AuditFormat m_format = AuditFormat::Csv;
    qint64 m_after = 0;
    qint64 m_written = 0;
    qint64 m_total = 0;
    bool m_ending = false;
};

} // namespace likeness
