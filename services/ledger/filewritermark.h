// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/writermark.h"

#include <QLockFile>
#include <memory>

namespace likeness {

/// A lock file beside the ledger, named after the writer; the system lets go of it with the process.
class FileWriterMark final : public WriterMark
{
public:
    explicit FileWriterMark(QString ledgerPath)
        : m_ledgerPath(std::move(ledgerPath))
    {
    }

private:
    Result<Done> doRaise() override;
    /// Clears away what a dead writer left.
    Result<bool> isOtherAlive(const QString &writer) override;
    QString pathOf(const QString &writer) const;

    QString m_ledgerPath;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace likeness
