// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "services/sandbox/sandbox.h"
#include "services/secrets/memorysecretstore.h"

namespace likeness {

/// `likeness-cli sandbox`: runs the built-in organisation until it is stopped and says, in one line of JSON,
/// where everything is.
class SandboxCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(SandboxCommand)
public:
    static CommandSpec spec();

    SandboxCommand(const CommandContext &context, const QString &directory,
        const std::optional<SandboxState> &state, int others);
    void interrupt() override;
    QString subject() const override { return tr("Sandbox"); }

private:
    void doStart() override;
    void doCancel() override;
    void announce(const Result<SandboxParts> &started);

    CommandContext m_context;
    MemorySecretStore m_secrets;
    Sandbox m_sandbox;
    JobPtr<SandboxParts> m_starting;
};

} // namespace likeness
