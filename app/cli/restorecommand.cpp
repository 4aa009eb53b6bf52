// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/restorecommand.h"

#include "app/cli/restorebackup.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// Whether the entry says that the store was written to, so that there is something to take back.
bool changedTheStore(const LedgerEntry &entry)
{
    return entry.outcome == LedgerEntry::Outcome::Verified || entry.outcome == LedgerEntry::Outcome::Written;
}

} // namespace

CommandSpec RestoreCommand::spec()
{
    return {"restore"_L1,
        tr("Write back the photo that stood there before the last upload, or those of an export."),
        [](QCommandLineParser &parser) {
            parser.addPositionalArgument(
                u"person"_s, tr("Key, address, UPN or DN of the person."), tr("PERSON"));
            parser.addOption({u"store"_s, tr("Only in this store; may be given again."), tr("NAME")});
            parser.addOption(
                {u"from"_s, tr("Write back the photos of this export: those of the people named, else all."),
                    tr("FOLDER")});
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            const QStringList arguments = parser.positionalArguments();
            if (parser.isSet(u"from"_s))
                return CommandPtr(new RestoreBackup(
                    context, {parser.value(u"from"_s), arguments.mid(1), parser.values(u"store"_s)}));
            if (arguments.size() != 2)
                return Error {Errc::BadInput, tr("restore takes one person.")};
            return CommandPtr(new RestoreCommand(context, arguments[1], parser.values(u"store"_s)));
        }};
}

RestoreCommand::RestoreCommand(const CommandContext &context, const QString &person, QStringList stores)
    : PersonCommand(context, person)
    , m_names(std::move(stores))
{
}

void RestoreCommand::interrupt()
{
    if (m_run)
        m_run->cancel();
    else
        cancel();
}

Result<QList<LedgerEntry>> RestoreCommand::lastWrites() const
{
    const Result<QList<PhotoStore *>> chosen = stores(m_names);
    if (!chosen)
        return chosen.error();
    const Result<QList<LedgerEntry>> history
        = workplace().ledger->history(organisation().id, person().keys.key);
    if (!history)
        return history.error();
    QList<LedgerEntry> last;
    for (const PhotoStore *store : *chosen) {
        const auto entry = std::ranges::find_if(*history,
            [store](const LedgerEntry &each) { return each.store == store->id() && changedTheStore(each); });
        if (entry != history->cend())
            last += *entry;
    }
    std::ranges::stable_sort(
        last, [](const LedgerEntry &a, const LedgerEntry &b) { return isWrittenBefore(a.store, b.store); });
    return last;
}

void RestoreCommand::begin()
{
    const Result<QList<LedgerEntry>> entries = lastWrites();
    if (!entries)
        return finish(entries.error());
    if (entries->isEmpty())
        return finish(
            Error {Errc::NotFound, u"the ledger has no write to take back for "_s + person().keys.key});
    m_session = std::make_unique<UploadSession>(organisation(), *workplace().ledger, context().workers);
    m_session->setPerson(person());
    m_run = std::make_unique<WriteRun>(*m_session, output());
    connect(m_run.get(), &WriteRun::finished, this, &RestoreCommand::conclude);
    for (const LedgerEntry &entry : *entries) {
        const Result<Done> begun = m_session->restore(entry.id);
        if (!begun)
            return finish(begun.error());
    }
}

void RestoreCommand::conclude()
{
    answer({{u"person"_s, jsonOf(person())}, {u"stores"_s, m_run->outcomes()}});
    finish(m_run->verdict());
}

} // namespace likeness
