// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/workplace.h"
#include "services/session/import/importhandover.h"
#include "services/session/import/importplan.h"
#include "services/session/import/importrun.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace likeness {

/// What `import` was asked to do.
struct ImportAsked
{
    enum class What { New, Resume, Undo, Retry, List };
    What what = What::New;
    qint64 run = 0;
    ImportWish wish {};
    bool dryRun = false;
    bool agreed = false; ///< --yes: do not ask
    QString report; ///< empty = none
    QString handover; ///< a folder; empty = none
};

/// `likeness-cli import FOLDER|CSV`: find out whom each picture is of and what would be written, say so, ask,
/// write, report; or take up, undo or repeat an import of before. Ctrl+C pauses: what has begun is finished.
class ImportCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ImportCommand)
public:
    static CommandSpec spec();

    ImportCommand(const CommandContext &context, ImportAsked asked);
    void interrupt() override;
    QString subject() const override;

private:
    void doStart() override;
    void doCancel() override;
    void begin(const std::shared_ptr<Workplace> &workplace);
    void settled(const QList<LedgerEntry> &entries);
    void gather();
    void propose(const Result<Done> &gathered);
    void startNew();
    void takeUp();
    void listRuns();
    void follow();
    void conclude();
    void answerWith(bool planned);
    void handOver(bool planned);
    void tellHandover(const Result<HandoverReport> &report);
    Output &output() const { return m_context.output; }

    CommandContext m_context;
    const ImportAsked m_asked;
    std::shared_ptr<Workplace> m_workplace;
    std::unique_ptr<ImportPlan> m_plan;
    std::unique_ptr<ImportRun> m_run;
    bool m_interrupted = false;
    ExitCode m_verdict = ExitCode::Ok; ///< of the import, while the handover is written
    QElapsedTimer m_said; ///< since progress was told
};

} // namespace likeness
