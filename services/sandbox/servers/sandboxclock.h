// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <atomic>
#include <chrono>

namespace likeness {

/// The time all servers of a sandbox go by: the real one, moved on as far as somebody wants, so that tokens
/// and cached copies grow old without waiting. Any thread.
class SandboxClock final
{
public:
    QDateTime now() const { return QDateTime::currentDateTimeUtc().addMSecs(m_ahead.load()); }
    void advance(std::chrono::milliseconds by) { m_ahead.fetch_add(by.count()); }

private:
    std::atomic<qint64> m_ahead {0};
};

} // namespace likeness
