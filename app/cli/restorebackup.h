// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/workplace.h"
#include "services/net/pacing.h"
#include "services/session/backuprestore.h"

#include <QCoreApplication>

namespace likeness {

/// `likeness-cli restore --from FOLDER`: writes the photos of an export back to the stores they came from.
class RestoreBackup final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(RestoreBackup)
public:
    RestoreBackup(const CommandContext &context, BackupWish wish);
    QString subject() const override { return m_wish.folder; }
    /// The write that is under way is finished first.
    void interrupt() override;

private:
    void doStart() override;
    void run(const std::shared_ptr<Workplace> &workplace);
    void report(const BackupReport &report);

    CommandContext m_context;
    const BackupWish m_wish;
    std::shared_ptr<Workplace> m_workplace;
    RealPacing m_pacing;
    BackupRestore *m_running = nullptr; ///< owned by the step
};

} // namespace likeness
