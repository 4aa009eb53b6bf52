// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/workplace.h"
#include "services/net/pacing.h"
#include "services/session/scansession.h"

#include <QCoreApplication>

namespace likeness {

/// `likeness-cli scan`: looks at everybody, together with whoever else scans with the same ledger, and keeps
/// how they stand.
class ScanCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ScanCommand)
public:
    static CommandSpec spec();

    ScanCommand(const CommandContext &context, const ScanWish &wish);
    QString subject() const override;
    /// What has been seen is kept, the rest is for the next scan.
    void interrupt() override;

private:
    void doStart() override;
    void begin(const std::shared_ptr<Workplace> &workplace);
    void tellProgress();
    void end(ExitCode code);

    CommandContext m_context;
    const ScanWish m_wish;
    RealPacing m_pacing;
    FlowBook m_flows;
    std::shared_ptr<Workplace> m_workplace;
    std::unique_ptr<ScanSession> m_session;
};

/// "in-step": 7.
QJsonObject jsonOf(const StateCounts &counts);

} // namespace likeness
