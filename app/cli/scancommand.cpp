// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/scancommand.h"

#include "services/sandbox/boardtime.h"
#include "services/settings/syncdeclaration.h"
#include "ui/common/findingwords.h"

#include <QLocale>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualHours = 12;
constexpr int mostHours = 24 * 365;
constexpr int mostWorkers = 64;

std::optional<int> numberFrom(const QString &text, int least, int most)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

CommandSpec ScanCommand::spec()
{
    return {"scan"_L1, tr("Look at everybody and keep how they stand, for the Overview."),
        [](QCommandLineParser &parser) {
            parser.addOption({u"full"_s, tr("Everybody, however short ago they were looked at.")});
            parser.addOption({u"since"_s, tr("Leave out whoever was looked at in the last so many hours."),
                tr("HOURS"), QString::number(usualHours)});
            parser.addOption({u"workers"_s, tr("How many people to look at at once, 1 to 64."), tr("NUMBER"),
                QString::number(ScanWish().atOnce)});
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            if (parser.positionalArguments().size() != 1)
                return Error {Errc::BadInput, tr("scan takes options only.")};
            if (parser.isSet(u"full"_s) && parser.isSet(u"since"_s))
                return Error {Errc::BadInput, tr("--full and --since exclude each other.")};
            const auto hours = numberFrom(parser.value(u"since"_s), 1, mostHours);
            if (!hours)
                return Error {Errc::BadInput, tr("--since takes a number of hours, 1 to 8760.")};
            const auto workers = numberFrom(parser.value(u"workers"_s), 1, mostWorkers);
            if (!workers)
                return Error {Errc::BadInput, tr("--workers takes a number from 1 to 64.")};
            ScanWish wish;
            wish.atOnce = *workers;
            if (!parser.isSet(u"full"_s))
                wish.since = std::chrono::hours(*hours);
            return CommandPtr(new ScanCommand(context, wish));
        }};
}

ScanCommand::ScanCommand(const CommandContext &context, const ScanWish &wish)
    : m_context(context)
    , m_wish(wish)
{
}

QString ScanCommand::subject() const
{
    return m_workplace && m_workplace->organisation ? m_workplace->organisation->title : tr("Scan");
}

void ScanCommand::doStart()
{
    step(openWorkplace(m_context), &ScanCommand::begin);
}

void ScanCommand::begin(const std::shared_ptr<Workplace> &workplace)
{
    m_workplace = workplace;
    Result<FlowBook> flows = shippedFlows();
    if (!flows)
        return finish(flows.error());
    m_flows = *std::move(flows);
    if (workplace->organisation->nodes.isEmpty() || !workplace->organisation->directory)
        return finish(Error {Errc::BadInput,
            tr("A scan needs a directory of people, and one of the stores of the sync board: Active "
               "Directory, Exchange, Microsoft 365, SharePoint.")});
    BoardParts parts {m_flows, m_context.workers, m_pacing, &QDateTime::currentDateTimeUtc,
        workplace->ledger.get(), workplace->history};
    goBySandboxBeginning(parts, workplace->organisation->sandboxBegun);
    m_session = std::make_unique<ScanSession>(*workplace->organisation, parts, *workplace->scanQueue);
    connect(m_session.get(), &ScanSession::progressed, this, &ScanCommand::tellProgress);
    connect(m_session.get(), &ScanSession::completed, this, [this] { end(ExitCode::Ok); });
    connect(m_session.get(), &ScanSession::failed, this, [this](const Error &error) { finish(error); });
    m_session->start(m_wish);
}

void ScanCommand::tellProgress()
{
    const ScanProgress &progress = m_session->progress();
    if (progress.listing)
        //: %1 is a number of people who have been found, %2 of those who were looked at.
        return m_context.output.progress(
            tr("Listing people… %1, %2 done").arg(progress.counts.people).arg(progress.counts.done));
    const auto left = progress.timeLeft();
    //: Progress: %1 percent, %2 people a second, %3 people left, %4 a time such as 0:31.
    m_context.output.progress(
        tr("%1 %, %2 people/s, %3 left, %4")
            .arg(progress.percent())
            .arg(QLocale().toString(progress.perSecond, 'f', 0))
            .arg(progress.counts.left())
            .arg(left ? u"%1:%2"_s.arg(left->count() / 60).arg(left->count() % 60, 2, 10, QLatin1Char('0'))
                      : u"…"_s));
}

void ScanCommand::interrupt()
{
    if (!m_session || m_session->state() == ScanSession::State::Idle)
        return cancel();
    m_session->stop();
    end(ExitCode::Cancelled);
}

void ScanCommand::end(ExitCode code)
{
    Output &output = m_context.output;
    output.endProgress();
    const ScanProgress &progress = m_session->progress();
    const ScanCounts &counts = progress.counts;
    output.line(tr("%n people looked at", "", counts.doneHere));
    if (counts.done > counts.doneHere)
        output.line(tr("%n by other programs", "people a scan has looked at", counts.done - counts.doneHere));
    if (counts.leftOut > 0)
        output.line(tr("%n left out, looked at a short while ago", "people", counts.leftOut));
    for (int i = syncStateCount - 1; i >= 0; --i) {
        const auto state = static_cast<SyncState>(i);
        if (const int people = progress.states.of(state))
            output.line(u"  "_s + wordFor(state).leftJustified(20) + QString::number(people));
    }
    if (code == ExitCode::Cancelled)
        output.note(tr("Stopped; the next scan goes on from here."));
    output.object({{u"completed"_s, code == ExitCode::Ok}, {u"people"_s, counts.people},
        {u"leftOut"_s, counts.leftOut}, {u"done"_s, counts.done}, {u"doneHere"_s, counts.doneHere},
        {u"left"_s, counts.left()}, {u"states"_s, jsonOf(progress.states)}});
    finish(code);
}

QJsonObject jsonOf(const StateCounts &counts)
{
    QJsonObject object;
    for (int i = 0; i < syncStateCount; ++i) {
        const auto state = static_cast<SyncState>(i);
        if (const int people = counts.of(state))
            object.insert(nameOf(state), people);
    }
    return object;
}

} // namespace likeness
