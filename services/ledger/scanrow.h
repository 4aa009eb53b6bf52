// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/scanqueue.h"

#include <QVariant>

class QSqlQuery;

/// How scans lie in the ledger's tables: the names are part of its format and never change.
namespace likeness::scanrow {

QString runColumns();
/// The row a query stands on that has runColumns() from its column `first` on.
ScanRun readRun(const QSqlQuery &query, int first);

/// Somebody in the queue, so that the directory is not asked again.
QString personText(const Person &person);
Person personIn(const QString &text);

QVariant momentOrNull(const std::optional<QDateTime> &time);

} // namespace likeness::scanrow
