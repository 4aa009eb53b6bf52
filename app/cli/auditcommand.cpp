// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/auditcommand.h"

#include "services/ledger/ledgernames.h"
#include "services/session/auditexport.h"
#include "services/session/settleunfinished.h"

#include <QDir>
#include <QTimeZone>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// A day or a moment, in UTC unless it says otherwise; nullopt = neither.
std::optional<QDateTime> auditMoment(const QString &text, int daysLater)
{
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid())
        return QDateTime(day.addDays(daysLater), QTime(0, 0), QTimeZone::utc());
    QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid())
        return std::nullopt;
    if (moment.timeSpec() == Qt::LocalTime)
        moment = QDateTime(moment.date(), moment.time(), QTimeZone::utc());
    return moment.toUTC();
}

} // namespace

void AuditCommand::describe(QCommandLineParser &parser)
{
    parser.addOption(
        {u"export"_s, tr("Write what was written for everybody to a file, .csv or .json."), tr("FILE")});
    parser.addOption(
        {u"since"_s, tr("With --export: from this day or moment on (ISO 8601, UTC)."), tr("TIME")});
    parser.addOption({u"until"_s,
        tr("With --export: up to and with this day, or before this moment (ISO 8601, UTC)."), tr("TIME")});
    parser.addOption({u"person"_s, tr("With --export: only this person, by key."), tr("KEY")});
    parser.addOption({u"store"_s, tr("With --export: only this store."), tr("NAME")});
    parser.addOption({u"outcome"_s, tr("With --export: only what ended so."), tr("OUTCOME")});
}

Result<CommandPtr> AuditCommand::make(const QCommandLineParser &parser, const CommandContext &context)
{
    if (parser.positionalArguments().size() != 1)
        return Error {Errc::BadInput, tr("history --export takes nobody; --person names one.")};
    const QString file = parser.value(u"export"_s);
    if (!auditFormatOf(file))
        return Error {Errc::BadInput, tr("--export takes a file that ends in .csv or .json.")};
    AuditFilter filter;
    filter.personKey = parser.value(u"person"_s);
    filter.store = parser.value(u"store"_s);
    if (parser.isSet(u"outcome"_s)) {
        filter.outcome = outcomeNamed(parser.value(u"outcome"_s));
        if (!filter.outcome)
            return Error {Errc::BadInput,
                tr("--outcome takes started, written, verified, failed, conflict or cancelled.")};
    }
    for (const auto &[option, place, daysLater] :
        {std::tuple(u"since"_s, &filter.since, 0), std::tuple(u"until"_s, &filter.until, 1)}) {
        if (!parser.isSet(option))
            continue;
        const auto moment = auditMoment(parser.value(option), daysLater);
        if (!moment)
            //: %1 is an option such as --since.
            return Error {Errc::BadInput,
                tr("%1 takes a day (2026-11-22) or a moment (2026-11-22T14:20:00Z).").arg(u"--"_s + option)};
        *place = *moment;
    }
    return CommandPtr(new AuditCommand(context, filter, file));
}

AuditCommand::AuditCommand(const CommandContext &context, AuditFilter filter, const QString &file)
    : m_context(context)
    , m_filter(std::move(filter))
    , m_file(file)
{
}

void AuditCommand::doStart()
{
    step(openWorkplace(m_context), &AuditCommand::settle);
}

void AuditCommand::settle(const std::shared_ptr<Workplace> &workplace)
{
    m_workplace = workplace;
    m_filter.organisation = workplace->organisation->id;
    step(settleUnfinished(*workplace->organisation, *workplace->ledger), &AuditCommand::write);
}

void AuditCommand::write(const QList<LedgerEntry> &)
{
    auto job = JobPtr<qint64>(
        new AuditExport(*m_workplace->ledger, m_filter, QDir::current().absoluteFilePath(m_file)));
    connect(job.get(), &Job::progressed, this, [this](Progress progress) {
        //: %1 is how many entries of the history were written to a file so far, %2 how many there are.
        m_context.output.progress(tr("Exporting… %1 of %2").arg(progress.done).arg(progress.total));
    });
    step(std::move(job), &AuditCommand::tell);
}

void AuditCommand::tell(const qint64 &entries)
{
    //: %1 is how many entries of the history, %2 the name of a file.
    m_context.output.line(tr("Entries: %1. Written to %2.").arg(entries).arg(m_file));
    m_context.output.object({{u"file"_s, m_file}, {u"entries"_s, entries}});
    finish(ExitCode::Ok);
}

} // namespace likeness
