// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <cstdio>

namespace likeness {

/// Everything likeness-cli says. People get lines on standard output, and notes and progress on standard
/// error; programs (--json) get exactly one JSON object on standard output. Made by main, handed to the
/// commands.
class Output final
{
public:
    explicit Output(bool json);

    bool isJson() const { return m_json; }
    /// One line of the answer; nothing with --json.
    void line(const QString &text);
    /// Something worth knowing beside the answer; nothing with --json.
    void note(const QString &text);
    /// What is being done now, replacing what was said before; only on a terminal.
    void progress(const QString &text);
    void endProgress();
    /// A question to the person at the terminal; false when there is nobody to ask or the answer is no.
    bool confirmed(const QString &question);
    /// The answer for programs; at once, whole, on one line.
    void object(const QJsonObject &answer);
    /// A line of JSON for programs and people alike.
    void announcement(const QJsonObject &facts);
    /// What went wrong, in words; `where` as for wordsFor().
    void failure(const Error &error, const QString &where);
    /// A command line nobody can follow.
    void usage(const QString &sentence);

private:
    void say(std::FILE *stream, const QString &text);

    const bool m_json;
    const bool m_showsProgress;
    bool m_progressShown = false;
};

/// A moment on the clock of this machine, the same in every language and sortable: 2026-11-22 04:01.
QString timeText(const QDateTime &moment);

/// An error as JSON output has it; `where` is the title of the store or the name of the file it is about.
QJsonObject jsonOf(const Error &error, const QString &where);

} // namespace likeness
