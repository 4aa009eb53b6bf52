// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/sightinghistory.h"

#include <QVariantList>

class QSqlQuery;

/// How a sighting lies in the ledger's tables: the names are part of the file format and never change.
namespace likeness::sightingrow {

/// Of the table of sightings, without id; read() wants the id in front of them.
QString columns();
QVariantList values(const SeenPerson &person, const Sighting &sighting);
/// The row a query of id and columns() stands on, without photos.
Result<KeptSighting> read(const QSqlQuery &query);
QString evidenceText(const QStringList &evidence);

} // namespace likeness::sightingrow
