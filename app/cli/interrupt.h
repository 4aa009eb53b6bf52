// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSocketNotifier>
#include <array>

namespace likeness {

/// Turns Ctrl+C, SIGTERM and SIGHUP into a signal of Qt's; the second one ends the program at once. One
/// object, made by main.
class Interrupt final : public QObject
{
    Q_OBJECT
public:
    Interrupt();
    ~Interrupt() override;

signals:
    void requested();

private:
    static void onSignal(int number);

    std::array<int, 2> m_pipe;
    QSocketNotifier m_notifier;
};

} // namespace likeness
