// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/interrupt.h"

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace likeness {

namespace {

volatile std::sig_atomic_t interruptPipe = -1;

std::array<int, 2> openedInterruptPipe()
{
    std::array<int, 2> ends {-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        ends = {-1, -1};
    return ends;
}

} // namespace

Interrupt::Interrupt()
    : m_pipe(openedInterruptPipe())
    , m_notifier(m_pipe[0], QSocketNotifier::Read)
{
    interruptPipe = m_pipe[1];
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        char taken[8];
        while (::read(m_pipe[0], taken, sizeof taken) > 0) { }
        emit requested();
    });
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        std::signal(number, &Interrupt::onSignal);
}

Interrupt::~Interrupt()
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        std::signal(number, SIG_DFL);
    interruptPipe = -1;
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

void Interrupt::onSignal(int number)
{
    std::signal(number, SIG_DFL); // whoever asks twice means it
    const char one = 1;
    [[maybe_unused]] const auto written = ::write(interruptPipe, &one, 1);
}

} // namespace likeness
