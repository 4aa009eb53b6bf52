// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/signincommand.h"

#include "app/cli/workplace.h"
#include "services/secrets/bestsecretstore.h"
#include "services/secrets/keychainsecretstore.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

CommandSpec SignInCommand::spec()
{
    return {"signin"_L1, tr("Sign in to Microsoft 365 with a code typed in a browser."),
        [](QCommandLineParser &parser) {
            parser.addPositionalArgument(u"name"_s,
                tr("Which place of the organisation file; by default the first that signs in this way."),
                tr("[NAME]"));
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            if (parser.positionalArguments().size() > 2)
                return Error {Errc::BadInput, u"one place at a time"_s};
            return CommandPtr(new SignInCommand(context, parser.positionalArguments().value(1)));
        }};
}

SignInCommand::SignInCommand(const CommandContext &context, const QString &name)
    : m_context(context)
    , m_name(name)
{
}

SignInCommand::~SignInCommand() = default;

void SignInCommand::doStart()
{
    const Result<OrganisationFile> file = organisationFile(m_context.options);
    if (!file)
        return finish(file.error());
    const auto found = std::ranges::find_if(file->endpoints, [this](const EndpointSettings &endpoint) {
        return m_name.isEmpty() ? endpoint.signIn == EndpointSettings::SignIn::OAuth
                                : endpoint.name == m_name;
    });
    if (found == file->endpoints.end())
        return finish(Error {Errc::BadInput,
            m_name.isEmpty() ? tr("No place of this organisation signs in with a code.")
                             : tr("The organisation has no place called “%1”.").arg(m_name)});
    m_endpoint = *found;
    m_secrets = std::make_unique<BestSecretStore>(std::make_unique<KeychainSecretStore>());
    auto run = std::make_unique<SignInRun>(
        ServerWay::World {std::make_shared<WebHouse>(), *m_secrets, m_context.workers}, *file, m_endpoint,
        std::nullopt);
    connect(run.get(), &SignInRun::codeReceived, this, &SignInCommand::showCode);
    step(JobPtr<Done>(run.release()), &SignInCommand::end);
}

void SignInCommand::showCode(const QString &userCode, const QUrl &page)
{
    m_context.output.object({{u"page"_s, page.toString()}, {u"userCode"_s, userCode}});
    //: %1 is a web address, %2 a short code to type there.
    m_context.output.note(tr("Open %1 in a browser and type %2 there.").arg(page.toString(), userCode));
}

void SignInCommand::end(const Done &)
{
    if (!m_secrets->isLasting())
        return finish(
            Error {Errc::Local, tr("There is no keychain on this computer, so the sign-in cannot be kept.")});
    m_context.output.object({{u"signedIn"_s, m_endpoint.name}});
    m_context.output.note(tr("You are signed in to %1.").arg(m_endpoint.title));
    finish(ExitCode::Ok);
}

} // namespace likeness
