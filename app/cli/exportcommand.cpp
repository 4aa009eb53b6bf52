// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exportcommand.h"

#include "ui/common/errorwords.h"

#include <QDir>

namespace likeness {

using namespace Qt::StringLiterals;

CommandSpec ExportCommand::spec()
{
    return {"export"_L1, tr("Copy photos out of the stores into a dated folder with a manifest."),
        [](QCommandLineParser &parser) {
            parser.addPositionalArgument(u"folder"_s, tr("Where the dated folder is made."), tr("FOLDER"));
            parser.addOption({u"person"_s, tr("Only this person; may be given again."), tr("PERSON")});
            parser.addOption({u"store"_s, tr("Only out of this store; may be given again."), tr("NAME")});
        },
        [](const QCommandLineParser &parser, const CommandContext &context) -> Result<CommandPtr> {
            const QStringList arguments = parser.positionalArguments();
            if (arguments.size() != 2)
                return Error {Errc::BadInput, tr("export takes one folder.")};
            return CommandPtr(new ExportCommand(
                context, {arguments[1], parser.values(u"person"_s), parser.values(u"store"_s)}));
        }};
}

ExportCommand::ExportCommand(const CommandContext &context, Wish wish)
    : m_context(context)
    , m_wish(std::move(wish))
{
}

void ExportCommand::doStart()
{
    step(openWorkplace(m_context), &ExportCommand::begin);
}

void ExportCommand::begin(const std::shared_ptr<Workplace> &workplace)
{
    m_workplace = workplace;
    const Result<QList<PhotoStore *>> stores = storesNamed(*workplace->organisation, m_wish.stores);
    if (!stores)
        return finish(stores.error());
    m_stores = m_wish.stores.isEmpty() ? storesToExport(*workplace->organisation) : *stores;
    findNext();
}

void ExportCommand::findNext()
{
    if (m_people.size() == m_wish.people.size())
        return run();
    const QString name = m_wish.people.at(m_people.size());
    Directory *directory = m_workplace->organisation->directory.get();
    if (!directory)
        return keep(Person {{name, {}, {}, {}, {}}, name, {}, {}, {}, {}});
    step(directory->person(name), &ExportCommand::keep);
}

void ExportCommand::keep(const Person &person)
{
    m_people.append(person);
    findNext();
}

void ExportCommand::run()
{
    auto job = JobPtr<ExportReport>(new PhotoExport(*m_workplace->organisation,
        {QDir::current().absoluteFilePath(m_wish.folder), m_stores, m_people, QDateTime::currentDateTime()}));
    connect(job.get(), &Job::progressed, this, [this](Progress progress) {
        //: %1 is how many photos were looked for so far.
        m_context.output.progress(tr("Exporting… %1").arg(progress.done));
    });
    step(std::move(job), &ExportCommand::report);
}

void ExportCommand::report(const ExportReport &report)
{
    Output &output = m_context.output;
    output.line(report.folder);
    //: %1 is how many people, %2 how many photos were copied, %3 how many times a store had none.
    output.line(tr("People: %1. Photos: %2. No photo: %3.")
                    .arg(report.people)
                    .arg(report.photos)
                    .arg(report.without));
    tellFailures(report.failures, output);
    output.object({{u"folder"_s, report.folder}, {u"people"_s, report.people}, {u"photos"_s, report.photos},
        {u"without"_s, report.without}, {u"failed"_s, jsonOf(report.failures)}});
    finish(report.failures.isEmpty() ? ExitCode::Ok : ExitCode::Partial);
}

void tellFailures(const QList<BackupFailure> &failures, Output &output)
{
    for (const BackupFailure &each : failures)
        output.note(each.personKey + u", "_s + each.store + u": "_s + wordsFor(each.error, each.store).title);
}

QJsonArray jsonOf(const QList<BackupFailure> &failures)
{
    QJsonArray array;
    for (const BackupFailure &each : failures)
        array.append(QJsonObject {{u"person"_s, each.personKey}, {u"store"_s, each.store},
            {u"error"_s, jsonOf(each.error, each.store)}});
    return array;
}

} // namespace likeness
