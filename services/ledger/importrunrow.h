// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/importruns.h"

#include <QVariantList>

class QSqlQuery;

/// How runs of imports lie in the ledger's tables: the names are part of the file format and never change.
namespace likeness::importrunrow {

QString stateName(ImportRunHead::State state);
/// All columns but id and writer.
QVariantList values(const ImportRunHead &run);
Result<ImportRunHead> readHead(const QSqlQuery &query);

/// All columns but run.
QVariantList values(const ImportRow &row);
Result<ImportRow> readRow(const QSqlQuery &query);

/// All columns but run, number and place.
QVariantList values(const ImportWrite &write);
Result<ImportWrite> readWrite(const QSqlQuery &query);

} // namespace likeness::importrunrow
