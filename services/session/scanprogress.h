// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/scanqueue.h"

#include <chrono>

namespace likeness {

/// How far a scan is, by all programs that take part.
struct ScanProgress
{
    ScanCounts counts {};
    bool listing = false; ///< not everybody is known yet
    double perSecond = 0.0; ///< people, by all programs; 0 = not known yet
    StateCounts states {}; ///< of those who were looked at here

    std::optional<std::chrono::seconds> timeLeft() const;
    /// Of those who are listed; 0 … 100.
    int percent() const;
};

/// How fast it goes, over the last half minute or so: a value that is told the count now and then.
class ScanRate
{
public:
    void tell(std::chrono::milliseconds at, int done);
    double perSecond() const { return m_perSecond; }

private:
    struct Mark
    {
        std::chrono::milliseconds at;
        int done;
    };
    QList<Mark> m_marks;
    double m_perSecond = 0.0;
};

} // namespace likeness
