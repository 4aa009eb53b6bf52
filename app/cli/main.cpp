// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commandline.h"
#include "app/cli/exportcommand.h"
#include "app/cli/historycommand.h"
#include "app/cli/importcommand.h"
#include "app/cli/interrupt.h"
#include "app/cli/overviewcommand.h"
#include "app/cli/peoplecommand.h"
#include "app/cli/rendercommand.h"
#include "app/cli/restorecommand.h"
#include "app/cli/sandboxcommand.h"
#include "app/cli/scancommand.h"
#include "app/cli/showcommand.h"
#include "app/cli/signincommand.h"
#include "app/cli/statuscommand.h"
#include "app/cli/uploadcommand.h"
#include "services/imaging/picturememory.h"
#include "ui/common/language.h"

#include <QCoreApplication>
#include <QEvent>
#include <array>

using namespace likeness;

namespace {

using namespace Qt::StringLiterals;

int exitStatus(ExitCode code)
{
    return static_cast<int>(code);
}

int runCommand(QCoreApplication &application, const ParsedCommand &asked, const CommandContext &context)
{
    Result<CommandPtr> made = asked.spec->make(*asked.parser, context);
    if (!made) {
        context.output.usage(made.error().detail);
        return exitStatus(ExitCode::Usage);
    }
    CommandPtr command = *std::move(made);
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::requested, command.get(), [&command] { command->interrupt(); });
    command->onFinished(&application, [&](const Result<ExitCode> &result) {
        if (!result)
            context.output.failure(result.error(), command->subject());
        QCoreApplication::exit(exitStatus(result ? *result : exitCodeOf(result.error().code)));
    });
    command->start();
    const int status = QCoreApplication::exec();
    command.reset();
    QCoreApplication::sendPostedEvents(
        nullptr, QEvent::DeferredDelete); // what jobs own ends before main does
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"likeness-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LIKENESS_VERSION));

    keepPictureMemory();
    // Words are in the language of the terminal; JSON is read by programs and always English.
    const bool json = QCoreApplication::arguments().contains("--json"_L1);
    Language language;
    language.choose(json ? u"en"_s : QString());

    const std::array commands {RenderCommand::spec(), PeopleCommand::spec(), ShowCommand::spec(),
        StatusCommand::spec(), UploadCommand::spec(), RestoreCommand::spec(), HistoryCommand::spec(),
        ImportCommand::spec(), ExportCommand::spec(), ScanCommand::spec(), OverviewCommand::spec(),
        SignInCommand::spec(), SandboxCommand::spec()};
    const CommandLine line = parsedCommandLine(QCoreApplication::arguments(), commands);
    Output output(line.options.json);
    QThreadPool workers;
    if (const auto *words = std::get_if<WordsOnly>(&line.asked)) {
        Output(false).line(words->text);
        return exitStatus(ExitCode::Ok);
    }
    if (const auto *wrong = std::get_if<WrongUsage>(&line.asked)) {
        output.usage(wrong->sentence);
        return exitStatus(ExitCode::Usage);
    }
    return runCommand(application, std::get<ParsedCommand>(line.asked), {output, line.options, workers});
}
