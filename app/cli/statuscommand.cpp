// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/statuscommand.h"

#include "services/sandbox/boardtime.h"
#include "services/settings/syncdeclaration.h"
#include "ui/common/errorwords.h"

namespace likeness {

using namespace Qt::StringLiterals;

CommandSpec StatusCommand::spec()
{
    return {"status"_L1, tr("Say which photo each workload shows, why, until when, and what helps."),
        [](QCommandLineParser &parser) {
            parser.addPositionalArgument(
                u"person"_s, tr("Key, address, UPN or DN of the person."), tr("PERSON"));
            parser.addOption(
                {u"workload"_s, tr("Tell of this workload only; may be given again."), tr("ID")});
            parser.addOption({u"watch"_s,
                tr("Go on looking until everything is in step or nothing more changes by itself.")});
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            const QStringList arguments = parser.positionalArguments();
            if (arguments.size() != 2)
                return Error {Errc::BadInput, tr("status takes one person.")};
            return CommandPtr(new StatusCommand(context, arguments[1], parser.values(u"workload"_s),
                parser.isSet(u"watch"_s) ? Mode::Watch : Mode::Once));
        }};
}

StatusCommand::StatusCommand(
    const CommandContext &context, const QString &person, QStringList workloads, Mode mode)
    : PersonCommand(context, person)
    , m_workloads(std::move(workloads))
    , m_mode(mode)
{
}

void StatusCommand::begin()
{
    if (organisation().nodes.isEmpty())
        return finish(Error {Errc::BadInput,
            tr("This organisation has none of the stores of the sync board: Active Directory, Exchange, "
               "Microsoft 365, SharePoint.")});
    const Result<QList<SyncNode>> nodes = chosenNodes();
    if (!nodes)
        return finish(nodes.error());
    m_nodes = *nodes;
    Result<FlowBook> flows = shippedFlows();
    if (!flows)
        return finish(flows.error());
    m_flows = *std::move(flows);
    makeSession();
    output().progress(tr("Looking…"));
    if (m_mode == Mode::Watch)
        m_session->watch();
    else
        m_session->refresh();
}

/// By their ids on the board, or by the names that stores have in the organisation file.
Result<QList<SyncNode>> StatusCommand::chosenNodes() const
{
    QList<SyncNode> nodes;
    for (const QString &name : m_workloads) {
        const auto store = organisation().nodes.constFind(name);
        const auto node = store == organisation().nodes.cend() ? syncNodeOf(name) : std::optional(*store);
        if (node && organisation().sync.has(*node)) {
            nodes.append(*node);
            continue;
        }
        QStringList known;
        for (const SyncNode each : allSyncNodes()) {
            if (organisation().sync.has(each))
                known += idOf(each);
        }
        //: %1 is what was typed, %2 the workloads there are, with commas.
        return Error {Errc::BadInput,
            tr("There is no workload “%1” here. There are: %2.").arg(name, known.join(u", "_s))};
    }
    return nodes;
}

void StatusCommand::makeSession()
{
    BoardParts parts {m_flows, context().workers, m_pacing, &QDateTime::currentDateTimeUtc,
        workplace().ledger.get(), workplace().history, workplace().standings};
    goBySandboxBeginning(parts, organisation().sandboxBegun);
    m_session = std::make_unique<BoardSession>(organisation(), parts);
    connect(m_session.get(), &BoardSession::refreshed, this, &StatusCommand::looked);
    connect(m_session.get(), &BoardSession::watchingChanged, this, &StatusCommand::tellNextLook);
    connect(m_session.get(), &BoardSession::watchEnded, this, &StatusCommand::end);
    connect(m_session.get(), &BoardSession::historyFailed, this, [this](const Error &error) {
        if (!std::exchange(m_historyFailed, true))
            //: %1 says why.
            output().note(
                tr("What was seen could not be kept: %1.").arg(wordsFor(error, tr("The ledger")).title));
    });
    m_session->setPerson(person());
}

void StatusCommand::doCancel()
{
    PersonCommand::doCancel();
    if (m_session)
        m_session->cancel();
}

void StatusCommand::looked()
{
    if (m_told.isEmpty())
        tellAll();
    else
        tellChanges();
    if (m_mode == Mode::Once)
        finish(answerNow().exitCode());
}

void StatusCommand::tellAll()
{
    const StatusAnswer status = answerNow();
    //: A heading: %1 is a person's name, %2 their key.
    output().line(tr("%1 (%2)").arg(person().displayName, person().keys.key));
    for (const QString &line : status.lines())
        output().line(line);
    answer(status.json());
    keepTold(status.findings());
}

void StatusCommand::tellChanges()
{
    const StatusAnswer status = answerNow();
    const QMap<SyncNode, Told> before = m_told;
    keepTold(status.findings());
    QJsonArray changed;
    for (const Finding &finding : status.findings()) {
        if (m_told.value(finding.node) == before.value(finding.node))
            continue;
        output().line(timeText(QDateTime::currentDateTimeUtc()) + u"  "_s + status.line(finding));
        changed.append(status.json(finding));
    }
    if (changed.isEmpty())
        return;
    m_anyChange = true;
    output().object({{u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
        {u"overall"_s, nameOf(status.overall())}, {u"changed"_s, changed}});
}

void StatusCommand::tellNextLook()
{
    if (const auto next = m_session->nextLook())
        //: %1 is a date and time.
        output().progress(tr("Looking again at %1…").arg(timeText(*next)));
}

void StatusCommand::end(WatchEnd end)
{
    const StatusAnswer status = answerNow();
    output().line(m_anyChange ? wordsFor(end) + u' ' + status.overallLine() : wordsFor(end));
    output().object({{u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
        {u"overall"_s, nameOf(status.overall())}, {u"watchEnded"_s, nameOf(end)}});
    finish(status.exitCode());
}

StatusAnswer StatusCommand::answerNow() const
{
    return {m_session->board(), m_flows, person(), QDateTime::currentDateTimeUtc(), m_nodes};
}

void StatusCommand::keepTold(const QList<Finding> &findings)
{
    for (const Finding &finding : findings)
        m_told.insert(finding.node, {finding.state, finding.shows ? finding.shows->photo.sha256 : QString()});
}

} // namespace likeness
