// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/restorebackup.h"

#include "app/cli/exportcommand.h"

namespace likeness {

using namespace Qt::StringLiterals;

RestoreBackup::RestoreBackup(const CommandContext &context, BackupWish wish)
    : m_context(context)
    , m_wish(std::move(wish))
{
}

void RestoreBackup::interrupt()
{
    if (m_running)
        m_running->endSoon();
    else
        cancel();
}

void RestoreBackup::doStart()
{
    step(openWorkplace(m_context), &RestoreBackup::run);
}

void RestoreBackup::run(const std::shared_ptr<Workplace> &workplace)
{
    m_workplace = workplace;
    m_running = new BackupRestore(
        *workplace->organisation, WriteMeans {*workplace->ledger, m_context.workers, m_pacing}, m_wish);
    auto job = JobPtr<BackupReport>(m_running);
    connect(m_running, &Job::progressed, this, [this](Progress progress) {
        //: %1 of %2 photos
        m_context.output.progress(tr("Writing back… %1 of %2").arg(progress.done).arg(progress.total));
    });
    step(std::move(job), &RestoreBackup::report);
}

void RestoreBackup::report(const BackupReport &report)
{
    m_running = nullptr;
    Output &output = m_context.output;
    const qint64 failed = report.failures.size();
    const qint64 left = report.rows - report.written - report.unchanged - failed;
    //: %1 is how many photos were written, %2 how many stood there already, %3 how many failed.
    output.line(tr("Written: %1. There already: %2. Failed: %3.")
                    .arg(report.written)
                    .arg(report.unchanged)
                    .arg(failed));
    if (left > 0)
        output.line(tr("Not begun: %1. Run it again to go on.").arg(left));
    tellFailures(report.failures, output);
    output.object({{u"rows"_s, report.rows}, {u"written"_s, report.written},
        {u"unchanged"_s, report.unchanged}, {u"notBegun"_s, left}, {u"failed"_s, jsonOf(report.failures)}});
    if (left > 0)
        return finish(Error {Errc::Cancelled});
    finish(failed == 0 ? ExitCode::Ok : ExitCode::Partial);
}

} // namespace likeness
