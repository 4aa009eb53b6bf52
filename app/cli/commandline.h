// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

#include <QStringList>
#include <variant>

namespace likeness {

/// A command line that asks only for words: --help, --version.
struct WordsOnly
{
    QString text;
};
/// A command line nobody can follow, and why.
struct WrongUsage
{
    QString sentence;
};
/// A command to run, its arguments parsed.
struct ParsedCommand
{
    const CommandSpec *spec = nullptr;
    std::unique_ptr<QCommandLineParser> parser;
};

struct CommandLine
{
    GlobalOptions options;
    std::variant<WordsOnly, WrongUsage, ParsedCommand> asked;
};

/// Finds the command and parses its options; options for all commands may stand before or after its name.
CommandLine parsedCommandLine(const QStringList &arguments, std::span<const CommandSpec> commands);

} // namespace likeness
