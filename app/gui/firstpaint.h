// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QEvent>
#include <QTimer>
#include <QWidget>
#include <functional>

namespace likeness {

/// Calls once, when a window has painted itself for the first time: what is called then delays nobody.
class FirstPaint final : public QObject
{
public:
    FirstPaint(QWidget &window, std::function<void()> then)
        : QObject(&window)
        , m_then(std::move(then))
    {
        window.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, m_then); // the children are painted first
        }
        return false;
    }

private:
    std::function<void()> m_then;
};

} // namespace likeness
