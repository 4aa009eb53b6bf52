// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledgerdatabase.h"
#include "services/ledger/writermark.h"

namespace likeness {

/// An advisory lock of the server's, by a number out of the writer's name; the server lets go of it with the
/// connection.
class SessionWriterMark final : public WriterMark
{
public:
    explicit SessionWriterMark(LedgerDatabase &database)
        : m_database(database)
    {
    }

private:
    Result<Done> doRaise() override;
    Result<bool> isOtherAlive(const QString &writer) override;

    LedgerDatabase &m_database;
};

} // namespace likeness
