// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/sandboxcommand.h"

#include <QFile>
#include <QFileInfo>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {
constexpr int tokensForOthers = 24; // each is good for one run of a program that does not keep the next one

/// Nothing where no file is named.
Result<std::optional<SandboxState>> stateIn(const QString &path)
{
    if (path.isEmpty())
        return std::optional<SandboxState>();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {Errc::BadInput, path + u": "_s + file.errorString()};
    return std::optional(SandboxState {file.readAll(), QFileInfo(path).absolutePath()});
}

} // namespace

CommandSpec SandboxCommand::spec()
{
    return {"sandbox"_L1, tr("Run the built-in organisation until it is stopped."),
        [](QCommandLineParser &parser) {
            parser.addOption({u"directory"_s,
                tr("Keep the sandbox in this directory, or take up the one that is there; by default a "
                   "temporary one."),
                tr("DIR")});
            parser.addOption({u"state"_s,
                tr("Who has which photo where when it starts, and which accounts are locked: a JSON file."),
                tr("FILE")});
            parser.addOption({u"people"_s,
                tr("So many people beside the dozen, for trying bulk work; Active Directory does not know "
                   "them."),
                tr("NUMBER"), u"0"_s});
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            const auto state = stateIn(parser.value(u"state"_s));
            if (!state)
                return state.error();
            bool isNumber = false;
            const int others = parser.value(u"people"_s).toInt(&isNumber);
            if (!isNumber || others < 0 || others > 100'000)
                return Error {Errc::BadInput, tr("--people takes a number from 0 to 100,000.")};
            return CommandPtr(new SandboxCommand(context, parser.value(u"directory"_s), *state, others));
        }};
}

SandboxCommand::SandboxCommand(const CommandContext &context, const QString &directory,
    const std::optional<SandboxState> &state, int others)
    : m_context(context)
    , m_sandbox(directory, m_secrets, m_context.workers)
{
    m_sandbox.setOthers(others);
    if (state)
        m_sandbox.setState(*state);
    connect(&m_sandbox, &Sandbox::stepChanged, this, [this](SandboxStep step) {
        switch (step) {
        case SandboxStep::DrawingPeople:
            return m_context.output.progress(tr("Drawing the people…"));
        case SandboxStep::StartingDirectory:
            return m_context.output.progress(tr("Starting the directory; a new one takes a few seconds…"));
        case SandboxStep::StartingServers:
            return m_context.output.progress(tr("Starting the servers…"));
        case SandboxStep::Ready:
            return;
        }
    });
}

void SandboxCommand::doStart()
{
    m_starting = m_sandbox.start();
    m_starting->onFinished(this, [this](const Result<SandboxParts> &started) { announce(started); });
    m_starting->start();
}

void SandboxCommand::doCancel()
{
    m_starting.reset();
}

/// Stopping is how this command ends well.
void SandboxCommand::interrupt()
{
    m_starting.reset();
    finish(ExitCode::Ok);
}

void SandboxCommand::announce(const Result<SandboxParts> &started)
{
    if (!started)
        return finish(started.error());
    const SandboxPaths &paths = started->paths;
    QJsonObject lab = started->lab;
    const SandboxAddresses &servers = started->servers;
    QJsonObject line {{u"directory"_s, paths.root}, {u"organisationFile"_s, paths.organisationFile()},
        {u"photos"_s, paths.folderStore()}, {u"pictures"_s, paths.pictures()},
        {u"activeDirectory"_s, lab.isEmpty() ? QJsonValue() : QJsonValue(lab)},
        {u"exchange"_s,
            QJsonObject {
                {u"ews"_s, servers.ews.toString()}, {u"autodiscover"_s, servers.autodiscover.toString()}}},
        {u"microsoft365"_s,
            QJsonObject {{u"graph"_s, servers.graph.toString()}, {u"login"_s, servers.login.toString()}}},
        {u"sharePoint"_s, servers.sharePoint.toString()}, {u"webPictures"_s, servers.webPictures.toString()},
        {u"skypeForBusiness"_s, servers.skype.toString()}, {u"caFile"_s, servers.caFile},
        {u"account"_s, m_sandbox.world()->helpdesk().upn},
        {u"password"_s, QString::fromUtf8(started->password)},
        {u"refreshTokens"_s, m_sandbox.freshTokens(tokensForOthers)}};
    if (started->noDirectory)
        line.insert("noActiveDirectory"_L1, jsonOf(*started->noDirectory, tr("Sandbox")));
    m_context.output.announcement(line);
    if (!started->noDirectory)
        return m_context.output.note(tr("The sandbox runs. Press Ctrl+C to stop it."));
    m_context.output.note(started->noDirectory->code == Errc::Unsupported
            ? tr("Samba is not installed, so the sandbox has no directory. Press Ctrl+C to stop it.")
            : tr("The directory could not be started, so the sandbox has none. Press Ctrl+C to stop "
                 "it."));
    m_context.output.note(started->noDirectory->detail);
}

} // namespace likeness
