// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QString>

namespace likeness {

/// Shows other programs that the writer of a ledger entry still runs, and lets go of that when it ends in
/// whatever way. Owned by the ledger; logic thread.
class WriterMark
{
public:
    WriterMark();
    virtual ~WriterMark() = default;

    const QString &writer() const { return m_writer; }
    /// Puts the mark up, once; before that this writer counts as gone.
    Result<Done> raise();
    /// Whether the program behind `writer` runs.
    Result<bool> isAlive(const QString &writer);

private:
    virtual Result<Done> doRaise() = 0;
    virtual Result<bool> isOtherAlive(const QString &writer) = 0;

    QString m_writer;
    bool m_isRaised = false;
};

} // namespace likeness
