// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commandline.h"

#include <QCoreApplication>
#include <algorithm>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

struct CommandLineText
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void addGlobalOptions(QCommandLineParser &parser)
{
    //: The name of an option's value in the help.
    const QString file = CommandLineText::tr("FILE");
    parser.addOptions({
        {u"organisation"_s,
            CommandLineText::tr("The organisation to work in (JSON, docs/organisation-file.md)."), file},
        {u"ledger"_s,
            CommandLineText::tr("Where the history of uploads is kept; by default in the data directory."),
            file},
        {u"json"_s, CommandLineText::tr("Answer with one JSON object on standard output.")},
        {u"password-stdin"_s,
            CommandLineText::tr("Read the account's password from the first line of standard input.")},
        {{u"h"_s, u"help"_s}, CommandLineText::tr("Show how this is used.")},
        {u"version"_s, CommandLineText::tr("Show the version.")},
    });
}

GlobalOptions globalOptions(const QCommandLineParser &parser)
{
    return {parser.isSet(u"json"_s), parser.value(u"organisation"_s), parser.value(u"ledger"_s),
        parser.isSet(u"password-stdin"_s)};
}

/// Qt names the program by the path it was called by.
QString helpOf(const QCommandLineParser &parser)
{
    QString text = parser.helpText().trimmed();
    return text.replace(QCoreApplication::arguments().constFirst(), QCoreApplication::applicationName());
}

QString generalHelp(const QCommandLineParser &parser, std::span<const CommandSpec> commands)
{
    QString text = helpOf(parser) + u"\n\n"_s + CommandLineText::tr("Commands:") + u'\n';
    for (const CommandSpec &command : commands)
        text += u"  "_s + QString(command.name).leftJustified(10) + command.summary + u'\n';
    return text;
}

/// Options up to the command's name; everything after it is left alone.
void readUpToCommand(QCommandLineParser &parser, const QStringList &arguments)
{
    addGlobalOptions(parser);
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    parser.setApplicationDescription(
        CommandLineText::tr("Likeness: from a picture to the photos an organisation shows of a person."));
    parser.addPositionalArgument(
        u"command"_s, CommandLineText::tr("What to do."), CommandLineText::tr("COMMAND …"));
    parser.parse(arguments);
}

} // namespace

CommandLine parsedCommandLine(const QStringList &arguments, std::span<const CommandSpec> commands)
{
    QCommandLineParser general;
    readUpToCommand(general, arguments);
    GlobalOptions options = globalOptions(general);
    options.json = options.json || arguments.contains("--json"_L1); // also when the rest cannot be understood
    const QString name = general.positionalArguments().value(0);
    const auto spec
        = std::ranges::find(commands, name, [](const CommandSpec &each) { return QString(each.name); });
    if (spec == commands.end()) {
        if (general.isSet(u"version"_s))
            return {options,
                WordsOnly {
                    QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion()}};
        if (general.isSet(u"help"_s))
            return {options, WordsOnly {generalHelp(general, commands)}};
        if (!general.unknownOptionNames().isEmpty())
            return {options, WrongUsage {general.errorText()}};
        //: %1 is what was typed where the name of a command is expected.
        return {options,
            WrongUsage {name.isEmpty() ? CommandLineText::tr("Which command?")
                                       : CommandLineText::tr("There is no command “%1”.").arg(name)}};
    }

    auto parser = std::make_unique<QCommandLineParser>();
    parser->setApplicationDescription(spec->summary);
    parser->addPositionalArgument(spec->name, spec->summary, spec->name);
    spec->describe(*parser);
    addGlobalOptions(*parser);
    const bool understood = parser->parse(arguments);
    if (parser->isSet(u"help"_s))
        return {options, WordsOnly {helpOf(*parser)}};
    if (!understood)
        return {options, WrongUsage {parser->errorText()}};
    options = globalOptions(*parser);
    return {options, ParsedCommand {&*spec, std::move(parser)}};
}

} // namespace likeness
