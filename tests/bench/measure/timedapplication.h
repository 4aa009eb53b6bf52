// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <algorithm>

namespace likeness::bench {

constexpr double frameMs = 1000.0 / 60;

inline double milliseconds(const QElapsedTimer &time)
{
    return static_cast<double>(time.nsecsElapsed()) / 1e6;
}

/// Times every event that is not part of another: for so long nothing can be drawn.
class TimedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        QElapsedTimer time;
        time.start();
        ++m_depth;
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        longest = std::max(longest, milliseconds(time));
        return handled;
    }

    double longest = 0;

private:
    int m_depth = 0;
};

} // namespace likeness::bench
