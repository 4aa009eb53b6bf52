// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/standing.h"

#include <QVariantList>

class QSqlQuery;

/// How a standing lies in the ledger's tables: the names and numbers are part of its format and never change.
namespace likeness::standingrow {

/// The greater, the more important; with room between them.
int numberOf(SyncState state);
SyncState stateOf(int number);

/// Of the table of standings, without id and failed_write_at.
QStringList columns();
QVariantList values(const QString &organisation, const Standing &standing);
/// The row a query stands on that has columns() and failed_write_at from its column `first` on; without its
/// workloads.
Standing read(const QSqlQuery &query, int first);

QStringList nodeColumns();
QVariantList nodeValues(
    qint64 standing, const QString &organisation, const QString &sortName, const NodeStanding &node);
/// The row a query of nodeColumns() stands on; nullopt = a workload or cause of a newer version.
std::optional<NodeStanding> readNode(const QSqlQuery &query);

/// What names are put in order by.
QString sortName(const Person &person);

} // namespace likeness::standingrow
