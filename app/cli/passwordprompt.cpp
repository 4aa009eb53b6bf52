// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/passwordprompt.h"

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// Keeps the terminal from showing what is typed, for as long as it lives.
class EchoOff
{
public:
    EchoOff()
    {
        ::tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~EchoOff() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    Q_DISABLE_COPY_MOVE(EchoOff)

private:
    termios m_before {};
};

} // namespace

Result<QByteArray> passwordFromInput()
{
    char line[1024] {};
    if (!std::fgets(line, sizeof line, stdin))
        return Error {Errc::SignInNeeded, u"standard input holds no password"_s};
    QByteArray password(line);
    while (password.endsWith('\n') || password.endsWith('\r'))
        password.chop(1);
    if (password.isEmpty())
        return Error {Errc::SignInNeeded, u"the password is empty"_s};
    return password;
}

Result<QByteArray> passwordFromTerminal(const QString &question)
{
    if (!::isatty(STDIN_FILENO))
        return Error {
            Errc::SignInNeeded, u"there is no password in the keychain and no terminal to ask at"_s};
    std::fputs(QByteArray(question.toUtf8() + ' ').constData(), stderr);
    const EchoOff echoOff;
    Result<QByteArray> password = passwordFromInput();
    std::fputs("\n", stderr);
    return password;
}

} // namespace likeness
