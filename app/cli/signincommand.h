// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/composition/signinrun.h"

namespace likeness {

/// `likeness-cli signin [NAME]`: signs the account of a Microsoft 365 (or SharePoint Online) in, with a code
/// that is typed in a browser on any device, and keeps the sign-in in the keychain.
class SignInCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(SignInCommand)
public:
    static CommandSpec spec();

    SignInCommand(const CommandContext &context, const QString &name);
    ~SignInCommand() override;
    QString subject() const override { return m_endpoint.title; }

private:
    void doStart() override;
    void end(const Done &);
    void showCode(const QString &userCode, const QUrl &page);

    CommandContext m_context;
    QString m_name;
    EndpointSettings m_endpoint;
    std::unique_ptr<SecretStore> m_secrets;
};

} // namespace likeness
