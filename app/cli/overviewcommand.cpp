// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/overviewcommand.h"

#include "app/cli/personcommand.h"
#include "app/cli/scancommand.h"
#include "ui/common/findingwords.h"
#include "ui/common/overviewreport.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonOfStanding(const Standing &standing)
{
    const auto time = [](const std::optional<QDateTime> &moment) {
        return moment ? QJsonValue(moment->toUTC().toString(Qt::ISODate)) : QJsonValue();
    };
    QJsonArray nodes;
    for (const NodeStanding &node : standing.nodes)
        nodes.append(QJsonObject {{u"node"_s, idOf(node.node)}, {u"state"_s, nameOf(node.state)},
            {u"cause"_s, nameOf(node.cause)}, {u"derived"_s, node.derived}, {u"pixels"_s, node.edge},
            {u"since"_s, time(node.since)}, {u"expected"_s, time(node.expected)}});
    return {{u"person"_s, jsonOf(standing.person)}, {u"overall"_s, nameOf(standing.overall)},
        {u"pixels"_s, standing.edge}, {u"changed"_s, time(standing.changed)},
        {u"looked"_s, time(standing.looked)}, {u"failedWrite"_s, time(standing.failedWrite)},
        {u"workloads"_s, nodes}};
}

} // namespace

CommandSpec OverviewCommand::spec()
{
    return {"overview"_L1, tr("Tell how everybody stood when they were scanned last; write reports."),
        [](QCommandLineParser &parser) {
            parser.addOption({u"state"_s, tr("Only people in this state; may be given again."), tr("STATE")});
            parser.addOption({u"workload"_s, tr("By the state of this workload, not overall."), tr("ID")});
            parser.addOption({u"words"_s, tr("Beginnings of name, mail or department."), tr("WORDS")});
            parser.addOption({u"without-photo"_s, tr("Only people without any photo.")});
            parser.addOption({u"failed"_s, tr("Only people whose last write failed.")});
            parser.addOption(
                {u"limit"_s, tr("How many to list at most, 0 to 10000."), tr("NUMBER"), u"50"_s});
            parser.addOption({u"csv"_s, tr("Write everybody to a file for spreadsheets."), tr("FILE")});
            parser.addOption(
                {u"html"_s, tr("Write a report to read and print, with the trend."), tr("FILE")});
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            const Result<Wish> wish = wishIn(parser);
            if (!wish)
                return wish.error();
            return CommandPtr(new OverviewCommand(context, *wish));
        }};
}

Result<OverviewCommand::Wish> OverviewCommand::wishIn(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().size() != 1)
        return Error {Errc::BadInput, tr("overview takes options only.")};
    Wish wish;
    for (const QString &name : parser.values(u"state"_s)) {
        const auto state = syncStateNamed(name);
        if (!state)
            //: %1 is what was typed.
            return Error {Errc::BadInput, tr("There is no state “%1”; see docs/cli.md.").arg(name)};
        wish.filter.states.append(*state);
    }
    bool isNumber = false;
    wish.limit = parser.value(u"limit"_s).toInt(&isNumber);
    if (!isNumber || wish.limit < 0 || wish.limit > 10000)
        return Error {Errc::BadInput, tr("--limit takes a number from 0 to 10000.")};
    wish.workload = parser.value(u"workload"_s);
    wish.filter.words = parser.value(u"words"_s);
    wish.filter.withoutPhoto = parser.isSet(u"without-photo"_s);
    wish.filter.failedWrite = parser.isSet(u"failed"_s);
    wish.csvFile = parser.value(u"csv"_s);
    wish.htmlFile = parser.value(u"html"_s);
    return wish;
}

OverviewCommand::OverviewCommand(const CommandContext &context, const Wish &wish)
    : m_context(context)
    , m_wish(wish)
    , m_subject(tr("The ledger"))
{
}

void OverviewCommand::doStart()
{
    step(openWorkplace(m_context), &OverviewCommand::report);
}

void OverviewCommand::report(const std::shared_ptr<Workplace> &workplace)
{
    m_workplace = workplace;
    const Organisation &organisation = *workplace->organisation;
    if (!m_wish.workload.isEmpty()) {
        const auto store = organisation.nodes.constFind(m_wish.workload);
        m_wish.filter.node
            = store == organisation.nodes.cend() ? syncNodeOf(m_wish.workload) : std::optional(*store);
        if (!m_wish.filter.node)
            //: %1 is what was typed.
            return finish(Error {Errc::BadInput, tr("There is no workload “%1” here.").arg(m_wish.workload)});
    }
    const auto counts = workplace->standings->counts(organisation.id, m_wish.filter);
    if (!counts)
        return finish(counts.error());
    const auto people = workplace->standings->page(
        organisation.id, {m_wish.filter, StandingsOrder::Importance, 0, m_wish.limit});
    if (!people)
        return finish(people.error());
    const Result<Done> written
        = writeFiles({organisation.id, organisation.title, overviewNodes(organisation.sync), m_wish.filter});
    if (!written)
        return finish(written.error());
    tellCounts(*counts);
    tellPeople(*people);
    QJsonArray list;
    for (const Standing &each : *people)
        list.append(jsonOfStanding(each));
    m_context.output.object({{u"total"_s, counts->total()}, {u"states"_s, jsonOf(*counts)},
        {u"people"_s, list}, {u"more"_s, counts->total() > people->size()}});
    finish(ExitCode::Ok);
}

Result<Done> OverviewCommand::writeFiles(const OverviewScope &scope)
{
    Result<Done> done = Done {};
    if (!m_wish.csvFile.isEmpty()) {
        m_subject = m_wish.csvFile;
        done = writeOverviewCsv(m_wish.csvFile, scope, *m_workplace->standings);
    }
    if (done && !m_wish.htmlFile.isEmpty()) {
        m_subject = m_wish.htmlFile;
        done = writeOverviewHtml(
            m_wish.htmlFile, scope, *m_workplace->standings, QDateTime::currentDateTimeUtc());
    }
    return done;
}

void OverviewCommand::tellCounts(const StateCounts &counts)
{
    Output &output = m_context.output;
    output.line(tr("%n people", "", counts.total()));
    for (int i = syncStateCount - 1; i >= 0; --i) {
        const auto state = static_cast<SyncState>(i);
        if (const int people = counts.of(state))
            output.line(u"  "_s + wordFor(state).leftJustified(20) + QString::number(people));
    }
    if (counts.total() == 0)
        output.note(tr("Nobody. Has a scan been run? “likeness-cli scan” does it."));
}

void OverviewCommand::tellPeople(const QList<Standing> &people)
{
    for (const Standing &each : people) {
        const NodeStanding *node = m_wish.filter.node ? each.at(*m_wish.filter.node) : nullptr;
        m_context.output.line(each.person.keys.key.leftJustified(20) + u"  "_s
            + each.person.displayName.leftJustified(24) + u"  "_s
            + wordFor(node ? node->state : each.overall));
    }
}

} // namespace likeness
