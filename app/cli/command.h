// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/output.h"
#include "services/job/job.h"

#include <QCommandLineParser>
#include <QThreadPool>
#include <memory>
#include <span>

namespace likeness {

/// What every command understands.
struct GlobalOptions
{
    bool json = false;
    QString organisationFile; ///< empty = the one the window uses
    QString ledgerFile; ///< empty = the one in the data directory
    bool passwordFromInput = false;
};

/// What commands work with; owned by main and outlives them.
struct CommandContext
{
    Output &output;
    const GlobalOptions &options;
    QThreadPool &workers;
};

/// One run of one command: a job whose value is how the program exits. A failure is said by main.
class Command : public JobOf<ExitCode>
{
public:
    /// Ctrl+C: end soon and leave nothing half done.
    virtual void interrupt() { cancel(); }
    /// What a failure is about, for its words: a store, a file, a person.
    virtual QString subject() const = 0;
};
using CommandPtr = std::unique_ptr<Command, JobDeleter>;

/// A command as the command line knows it.
struct CommandSpec
{
    QLatin1String name;
    QString summary;
    void (*describe)(QCommandLineParser &parser);
    /// Errors: BadInput with an English detail; what is wrong with the arguments.
    Result<CommandPtr> (*make)(const QCommandLineParser &parser, const CommandContext &context);
};

} // namespace likeness
