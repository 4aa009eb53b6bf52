// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledger.h"

#include <QString>
#include <QVariantList>

class QSqlQuery;

/// How an entry lies in the ledger's table: the names are part of the file format and never change.
namespace likeness::ledgerrow {

QString columns();
/// The values of all columns but the id.
QVariantList values(const LedgerEntry &entry, const QString &writer);
/// The row a query of columns() stands on.
Result<LedgerEntry> read(const QSqlQuery &query);
QString outcomeName(LedgerEntry::Outcome outcome);

struct Where
{
    QString condition;
    QVariantList values;
};
Where whereOf(const AuditFilter &filter);
/// The same for a page in the order of ids: SQLite would rather sort everybody's entries for each page by the
/// index that begins with the organisation.
Where pagedWhereOf(const AuditFilter &filter);
/// One page of the entries under that condition with the sizes of their photos; its last two values are the
/// id to go on after and how many.
QString auditQuery(const QString &condition);
Result<AuditRow> readAudit(const QSqlQuery &query);
QString workloadName(Workload workload);
std::optional<Workload> workloadNamed(const QString &name);

} // namespace likeness::ledgerrow
