// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/sqlledger.h"
#include "services/settings/organisationfile.h"

namespace likeness {

/// The ledger that the organisation shares with other desks, else the file. An empty password leaves it to
/// the server, and to libpq's own password file, who comes in.
Result<SqlLedger::Opening> openedLedger(
    const OrganisationFile &organisation, const QString &path, const QByteArray &password);

} // namespace likeness
