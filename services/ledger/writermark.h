// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QLockFile>
#include <QString>
#include <memory>

namespace likeness {

/// Shows other processes that the writer of a ledger entry still runs: a lock file beside the ledger, named
/// after the writer, that the system lets go of when the process ends in whatever way. Owned by the ledger.
class WriterMark
{
public:
    explicit WriterMark(const QString &ledgerPath);

    QString writer() const { return m_writer; }
    /// Puts the mark up, once; before that this writer counts as gone.
    Result<Done> raise();
    /// Whether the process behind `writer` runs; clears away what a dead one left.
    bool isAlive(const QString &writer) const;

private:
    QString pathOf(const QString &writer) const;

    QString m_ledgerPath;
    QString m_writer;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace likeness
