// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/personcommand.h"
#include "app/cli/writerun.h"

#include <memory>

namespace likeness {

/// `likeness-cli restore PERSON`: writes back what stood in each store before the last write recorded for it.
class RestoreCommand final : public PersonCommand
{
    Q_DECLARE_TR_FUNCTIONS(RestoreCommand)
public:
    static CommandSpec spec();

    RestoreCommand(const CommandContext &context, const QString &person, QStringList stores);
    /// A write that has begun is finished first.
    void interrupt() override;

private:
    void begin() override;
    bool settlesFirst() const override { return true; }
    Result<QList<LedgerEntry>> lastWrites() const;
    void conclude();

    const QStringList m_names;
    std::unique_ptr<UploadSession> m_session;
    std::unique_ptr<WriteRun> m_run;
};

} // namespace likeness
