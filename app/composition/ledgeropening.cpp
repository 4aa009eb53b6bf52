// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/ledgeropening.h"

namespace likeness {

Result<SqlLedger::Opening> openedLedger(
    const OrganisationFile &organisation, const QString &path, const QByteArray &password)
{
    if (!organisation.ledger)
        return SqlLedger::open(path);
    LedgerServer server = *organisation.ledger;
    server.caFile = organisation.resolved(server.caFile);
    return SqlLedger::open(server, password);
}

} // namespace likeness
