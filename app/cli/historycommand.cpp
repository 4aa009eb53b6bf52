// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/historycommand.h"

#include "app/cli/auditcommand.h"

#include <QJsonArray>

namespace likeness {

using namespace Qt::StringLiterals;

CommandSpec HistoryCommand::spec()
{
    return {"history"_L1, tr("Show what was written for a person, newest first, or export what was for all."),
        [](QCommandLineParser &parser) {
            parser.addPositionalArgument(
                u"person"_s, tr("Key, address, UPN or DN of the person."), tr("[PERSON]"));
            AuditCommand::describe(parser);
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            if (parser.isSet(u"export"_s))
                return AuditCommand::make(parser, context);
            const QStringList arguments = parser.positionalArguments();
            if (arguments.size() != 2)
                return Error {Errc::BadInput, tr("history takes one person, or --export FILE.")};
            for (const QString &option : {u"since"_s, u"until"_s, u"person"_s, u"store"_s, u"outcome"_s}) {
                if (parser.isSet(option))
                    //: %1 is an option such as --since.
                    return Error {Errc::BadInput, tr("%1 goes with --export.").arg(u"--"_s + option)};
            }
            return CommandPtr(new HistoryCommand(context, arguments[1]));
        }};
}

void HistoryCommand::begin()
{
    const Result<QList<LedgerEntry>> entries
        = workplace().ledger->history(organisation().id, person().keys.key);
    if (!entries)
        return finish(entries.error());
    QJsonArray list;
    for (const LedgerEntry &entry : *entries) {
        output().line(timeText(entry.at) + u"  "_s + entry.store.instance.leftJustified(12)
            + wordsFor(entry.action).leftJustified(10) + wordsFor(entry.outcome));
        list.append(jsonOf(entry));
    }
    if (entries->isEmpty())
        //: %1 is a person's name.
        output().note(tr("Nothing was written for %1 yet.").arg(person().displayName));
    answer({{u"person"_s, jsonOf(person())}, {u"entries"_s, list}});
    finish(ExitCode::Ok);
}

QJsonObject jsonOf(const LedgerEntry &entry)
{
    return {{u"id"_s, entry.id}, {u"at"_s, entry.at.toUTC().toString(Qt::ISODate)},
        {u"store"_s, entry.store.instance}, {u"action"_s, nameOf(entry.action)},
        {u"outcome"_s, nameOf(entry.outcome)}, {u"operator"_s, entry.operatorName},
        {u"beforeSha256"_s, entry.beforeSha256}, {u"afterSha256"_s, entry.afterSha256},
        {u"detail"_s, entry.errorDetail}};
}

QString wordsFor(LedgerEntry::Action action)
{
    switch (action) {
    //: What was done with a photo, one word.
    case LedgerEntry::Action::Upload:
        return HistoryCommand::tr("uploaded");
    case LedgerEntry::Action::Restore:
        return HistoryCommand::tr("restored");
    case LedgerEntry::Action::Remove:
        return HistoryCommand::tr("removed");
    case LedgerEntry::Action::Keep:
        return HistoryCommand::tr("kept");
    }
    Q_UNREACHABLE();
}

QString wordsFor(LedgerEntry::Outcome outcome)
{
    switch (outcome) {
    //: How an upload ended, a few words.
    case LedgerEntry::Outcome::Started:
        return HistoryCommand::tr("not known how it ended");
    case LedgerEntry::Outcome::Written:
        return HistoryCommand::tr("written, not read back");
    case LedgerEntry::Outcome::Verified:
        return HistoryCommand::tr("written and read back");
    case LedgerEntry::Outcome::Failed:
        return HistoryCommand::tr("failed");
    case LedgerEntry::Outcome::Conflict:
        return HistoryCommand::tr("somebody else had written; nothing was overwritten");
    case LedgerEntry::Outcome::Cancelled:
        return HistoryCommand::tr("cancelled");
    }
    Q_UNREACHABLE();
}

QString endWordsFor(LedgerEntry::Outcome outcome)
{
    if (outcome == LedgerEntry::Outcome::Verified)
        //: How a write ended that was cut short.
        return HistoryCommand::tr("the new photo stands there");
    if (outcome == LedgerEntry::Outcome::Written)
        //: How a write ended that was cut short.
        return HistoryCommand::tr(
            "the new photo stands there, but not in all sizes; restore, then upload again");
    //: How a write ended that was cut short.
    return HistoryCommand::tr("the new photo does not stand there");
}

} // namespace likeness
