// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <chrono>
#include <mutex>
#include <utility>

namespace likeness {

/// The time all servers of a sandbox go by: the real one, moved on as far as somebody wants, so that tokens
/// and cached copies grow old without waiting. Any thread.
class SandboxClock final
{
public:
    QDateTime now() const { return at(QDateTime::currentDateTimeUtc()); }
    void advance(std::chrono::milliseconds by)
    {
        const std::scoped_lock locked(m_lock);
        m_advances.append({QDateTime::currentDateTimeUtc(), by});
    }
    /// What it showed when a real clock showed that: of things that cannot be told another time, such as a
    /// directory.
    QDateTime at(const QDateTime &real) const
    {
        const std::scoped_lock locked(m_lock);
        QDateTime time = real;
        for (const auto &[when, by] : m_advances) {
            if (when <= real)
                time = time.addMSecs(by.count());
        }
        return time;
    }

private:
    mutable std::mutex m_lock; // guards m_advances
    QList<std::pair<QDateTime, std::chrono::milliseconds>> m_advances;
};

} // namespace likeness
