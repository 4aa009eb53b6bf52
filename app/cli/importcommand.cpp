// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/importcommand.h"

#include "app/cli/importanswer.h"
#include "models/import/namepattern.h"
#include "services/session/settleunfinished.h"
#include "ui/common/importwords.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;
using What = ImportAsked::What;

namespace {

Result<ImportAsked> takenUp(const QCommandLineParser &parser, ImportAsked asked)
{
    const std::pair<QString, What> ways[]
        = {{u"resume"_s, What::Resume}, {u"undo"_s, What::Undo}, {u"retry"_s, What::Retry}};
    int given = parser.isSet(u"runs"_s) ? 1 : 0;
    if (parser.isSet(u"runs"_s))
        asked.what = What::List;
    for (const auto &[option, what] : ways) {
        if (!parser.isSet(option))
            continue;
        ++given;
        bool isNumber = false;
        asked.run = parser.value(option).toLongLong(&isNumber);
        asked.what = what;
        if (!isNumber || asked.run < 1)
            //: %1 is the name of an option.
            return Error {Errc::BadInput,
                ImportCommand::tr("--%1 takes the number of an import; --runs lists them.").arg(option)};
    }
    if (given > 1 || (given == 1 && parser.positionalArguments().size() > 1))
        return Error {Errc::BadInput,
            ImportCommand::tr(
                "import takes a folder or CSV, or one of --resume, --undo, --retry and --runs.")};
    return asked;
}

} // namespace

CommandSpec ImportCommand::spec()
{
    return {"import"_L1, tr("Make photos of a folder of pictures and write them for the people they are of."),
        [](QCommandLineParser &parser) {
            parser.addPositionalArgument(u"source"_s,
                tr("A folder of pictures, or a CSV with the columns file and person."), tr("FOLDER|CSV"));
            parser.addOptions({
                {u"pattern"_s, tr("How the files are named; alternatives are parted by |."), tr("PATTERN"),
                    NamePattern::usual()},
                {u"store"_s, tr("A store to write to; may be given again. By default all."), tr("NAME")},
                {u"only-if-none"_s, tr("Only people who have no photo in any of the stores.")},
                {u"dry-run"_s, tr("Say what would be done, and write nothing.")},
                {u"report"_s, tr("Write a report of every row: .csv or .html."), tr("FILE")},
                {u"handover"_s,
                    tr("Write what this account may not write itself to a new folder, with scripts for "
                       "somebody who may."),
                    tr("FOLDER")},
                {{u"y"_s, u"yes"_s}, tr("Do not ask before writing.")},
                {u"resume"_s, tr("Go on with an import that was paused or cut short."), tr("RUN")},
                {u"undo"_s, tr("Put back what stood there before an import."), tr("RUN")},
                {u"retry"_s, tr("Try the rows of an import again that failed."), tr("RUN")},
                {u"runs"_s, tr("List the imports there were, newest first.")},
            });
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            ImportAsked asked;
            asked.report = parser.value(u"report"_s);
            asked.handover = parser.value(u"handover"_s);
            asked.agreed = parser.isSet(u"yes"_s);
            asked.dryRun = parser.isSet(u"dry-run"_s);
            const Result<ImportAsked> whole = takenUp(parser, asked);
            if (!whole)
                return whole.error();
            asked = *whole;
            const QStringList arguments = parser.positionalArguments();
            if (asked.what != What::New)
                return CommandPtr(new ImportCommand(context, asked));
            if (arguments.size() != 2)
                return Error {Errc::BadInput, tr("import takes one folder or CSV.")};
            const ParsedPattern pattern = NamePattern::parsed(parser.value(u"pattern"_s));
            if (pattern.complaint)
                return Error {Errc::BadInput, u"--pattern: "_s + wordsFor(*pattern.complaint)};
            asked.wish = {arguments[1], parser.value(u"pattern"_s), parser.values(u"store"_s),
                parser.isSet(u"only-if-none"_s)};
            return CommandPtr(new ImportCommand(context, asked));
        }};
}

ImportCommand::ImportCommand(const CommandContext &context, ImportAsked asked)
    : m_context(context)
    , m_asked(std::move(asked))
{
}

QString ImportCommand::subject() const
{
    return m_asked.what == What::New ? QFileInfo(m_asked.wish.source).fileName()
                                     : tr("Import %1").arg(m_asked.run);
}

void ImportCommand::interrupt()
{
    m_interrupted = true;
    if (!m_run)
        return cancel();
    output().note(tr("Pausing; what is being written is finished first."));
    m_run->pause();
}

void ImportCommand::doCancel()
{
    Command::doCancel();
    m_plan.reset();
}

void ImportCommand::doStart()
{
    step(openWorkplace(m_context), &ImportCommand::begin);
}

void ImportCommand::begin(const std::shared_ptr<Workplace> &workplace)
{
    m_workplace = workplace;
    if (m_asked.what == What::List)
        return listRuns();
    if (m_asked.what == What::New && m_asked.dryRun)
        return gather();
    const Result<QList<LedgerEntry>> unfinished = workplace->ledger->unfinished();
    if (!unfinished)
        return finish(unfinished.error());
    if (unfinished->isEmpty())
        return settled({});
    output().progress(tr("Finding out how a write ended that was cut short…"));
    step(settleUnfinished(*workplace->organisation, *workplace->ledger), &ImportCommand::settled);
}

void ImportCommand::settled(const QList<LedgerEntry> &)
{
    if (m_asked.what == What::New)
        gather();
    else
        takeUp();
}

void ImportCommand::gather()
{
    m_plan = std::make_unique<ImportPlan>(*m_workplace->organisation, m_context.workers);
    connect(m_plan.get(), &ImportPlan::rowChanged, this, [this] {
        //: How far an import is looked at: %1 of %2 rows.
        output().progress(tr("Looking at %1 of %2…").arg(m_plan->known()).arg(m_plan->rows().size()));
    });
    connect(m_plan.get(), &ImportPlan::finished, this, &ImportCommand::propose, Qt::QueuedConnection);
    output().progress(tr("Listing the pictures…"));
    if (const Result<Done> begun = m_plan->gather(m_asked.wish); !begun)
        finish(begun.error());
}

void ImportCommand::propose(const Result<Done> &gathered)
{
    if (isFinished())
        return;
    if (!gathered)
        return finish(gathered.error());
    for (const ListComplaint &complaint : m_plan->complaints())
        output().note(wordsFor(complaint));
    const int ready = m_plan->counts()[ImportVerdict::Ready];
    if (m_asked.dryRun) {
        answerWith(true);
        return;
    }
    if (ready > 0 && !m_asked.agreed) {
        ImportAnswer {{}, m_plan->rows(), true, {}}.print(output());
        //: A question before an import: %n is how many people get a photo.
        if (!output().confirmed(tr("Write the photos of %n people?", nullptr, ready))) {
            output().note(tr("Nothing was written. (--yes imports without asking.)"));
            output().object({{u"declined"_s, true}});
            return finish(ExitCode::Declined);
        }
    }
    startNew();
}

void ImportCommand::startNew()
{
    m_run = std::make_unique<ImportRun>(
        *m_workplace->organisation, *m_workplace->ledger, *m_workplace->imports, m_context.workers);
    follow();
    const Result<Done> begun = m_run->begin(m_asked.wish, m_plan->rows());
    m_plan.reset();
    if (!begun)
        return finish(begun.error());
    //: %1 is the number of an import.
    output().note(tr("This is import %1.").arg(m_run->head().id));
}

void ImportCommand::takeUp()
{
    m_run = std::make_unique<ImportRun>(
        *m_workplace->organisation, *m_workplace->ledger, *m_workplace->imports, m_context.workers);
    if (const Result<Done> loaded = m_run->load(m_asked.run); !loaded)
        return finish(loaded.error());
    follow();
    if (m_asked.what == What::Undo)
        m_run->undo();
    else if (m_asked.what == What::Retry)
        m_run->retry();
    else if (m_run->state() == ImportRun::State::Paused)
        m_run->carryOn();
    else
        conclude();
}

/// Progress until it ends, is paused or cannot go on.
void ImportCommand::follow()
{
    m_said.start();
    connect(m_run.get(), &ImportRun::rowChanged, this, [this] {
        if (m_said.elapsed() < 200) // counting all rows for each would take its time
            return;
        m_said.start();
        const OutcomeCounts counts = m_run->counts();
        const auto of = [&counts](ImportOutcome outcome) {
            const auto found = counts.find(outcome);
            return found == counts.end() ? 0 : found->second;
        };
        //: How far an import is: %1 rows done, %2 still to do, %3 failed.
        output().progress(
            tr("%1 done, %2 to do, %3 failed…")
                .arg(of(m_run->isUndoing() ? ImportOutcome::Undone : ImportOutcome::Done))
                .arg(of(m_run->isUndoing() ? ImportOutcome::Done : ImportOutcome::Waiting))
                .arg(of(m_run->isUndoing() ? ImportOutcome::NotUndone : ImportOutcome::Failed)));
    });
    connect(m_run.get(), &ImportRun::failed, this, [this](const Error &error) { finish(error); });
    connect(
        m_run.get(), &ImportRun::stateChanged, this,
        [this] {
            const bool ended
                = m_run->state() == ImportRun::State::Finished || m_run->state() == ImportRun::State::Paused;
            if (ended && !isFinished())
                conclude();
        },
        Qt::QueuedConnection);
}

void ImportCommand::conclude()
{
    answerWith(false);
}

void ImportCommand::answerWith(bool planned)
{
    ImportAnswer answer {
        planned ? ImportRunHead {} : m_run->head(), planned ? m_plan->rows() : m_run->rows(), planned, {}};
    if (planned) {
        answer.run.source = m_asked.wish.source;
        answer.run.stores = m_asked.wish.stores;
    }
    for (const auto &store : m_workplace->organisation->stores)
        answer.titles.insert(store->id().instance, store->traits().title);
    if (!m_asked.report.isEmpty()) {
        if (const Result<Done> saved = answer.save(m_asked.report); !saved)
            return finish(saved.error());
    }
    answer.print(output());
    output().object(answer.json());
    const bool paused = !planned && m_run->state() == ImportRun::State::Paused;
    if (paused)
        //: %1 is a command.
        output().note(tr("Paused. It goes on with: %1")
                          .arg(u"likeness-cli import --resume %1"_s.arg(m_run->head().id)));
    m_verdict = paused && m_interrupted ? ExitCode::Cancelled : answer.verdict();
    if (m_asked.handover.isEmpty() || m_verdict == ExitCode::Cancelled)
        return finish(m_verdict);
    handOver(planned);
}

void ImportCommand::handOver(bool planned)
{
    const QList<ImportRow> &rows = planned ? m_plan->rows() : m_run->rows();
    if (std::ranges::none_of(rows, hasForOthers)) {
        output().note(tr("There is nothing to hand over: this account may write everything."));
        return finish(m_verdict);
    }
    output().progress(tr("Writing the handover…"));
    attempt(JobPtr<HandoverReport>(new ImportHandover(*m_workplace->organisation, m_context.workers, rows,
                QDir::current().absoluteFilePath(m_asked.handover))),
        &ImportCommand::tellHandover);
}

void ImportCommand::tellHandover(const Result<HandoverReport> &report)
{
    if (!report)
        return finish(report.error());
    //: %1 is how many photos, %2 the path of a folder.
    output().note(tr("Photos for somebody with the right: %1. What to do with them stands in %2.")
                      .arg(report->photos)
                      .arg(QDir(m_asked.handover).filePath(u"README.txt"_s)));
    for (const QString &each : report->leftOut)
        //: %1 is a person's key and the title of a store, or what went wrong.
        output().note(tr("There is no script for %1.").arg(each));
    finish(m_verdict);
}

void ImportCommand::listRuns()
{
    const auto runs = m_workplace->imports->runs(m_workplace->organisation->id);
    if (!runs)
        return finish(runs.error());
    QJsonArray list;
    for (const ImportRunHead &run : *runs) {
        const QJsonObject json = jsonOf(run);
        output().line(QString::number(run.id).rightJustified(6) + u"  "_s + timeText(run.at) + u"  "_s
            + json["state"_L1].toString().leftJustified(10) + run.source);
        list.append(json);
    }
    if (runs->isEmpty())
        output().note(tr("Nothing was imported yet."));
    output().object({{u"runs"_s, list}});
    finish(ExitCode::Ok);
}

} // namespace likeness
