// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/importwords.h"

#include "ui/common/errorwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// The translation context of this file.
class ImportTexts
{
    Q_DECLARE_TR_FUNCTIONS(likeness::ImportTexts)
public:
    static QString ofStore(const ImportWrite &write, const QString &title);
    static QStringList reportRow(const ImportRow &row, bool planned, const QMap<QString, QString> &titles);
};

QString ImportTexts::ofStore(const ImportWrite &write, const QString &title)
{
    if (write.state == ImportState::Conflict)
        //: %1 is the title of a store.
        return tr("%1: somebody else has changed the photo since it was looked at; it was left as it is.")
            .arg(title);
    if (write.state == ImportState::NotUndone && write.error && write.error->code == Errc::Conflict)
        return tr("%1: another photo stands there by now; it was left as it is.").arg(title);
    if (write.state == ImportState::HasPhoto)
        return tr("%1: has got a photo meanwhile; it was left as it is.").arg(title);
    if (!write.error)
        return {};
    const ErrorWords words = wordsFor(*write.error, title);
    //: What went wrong in one store: %1 its title, %2 a few words, %3 what to do.
    return tr("%1: %2. %3").arg(title, words.title, words.sentences());
}

} // namespace

QString wordsFor(ImportVerdict verdict)
{
    switch (verdict) {
    //: What becomes of a file of an import, a few words.
    case ImportVerdict::Ready:
        return ImportTexts::tr("Ready");
    case ImportVerdict::AlreadySame:
        return ImportTexts::tr("Already the same");
    case ImportVerdict::HasPhoto:
        return ImportTexts::tr("Has a photo");
    case ImportVerdict::Unmatched:
        return ImportTexts::tr("Nobody fits");
    case ImportVerdict::Ambiguous:
        return ImportTexts::tr("Several fit");
    case ImportVerdict::Duplicate:
        return ImportTexts::tr("Two files, one person");
    case ImportVerdict::Unreadable:
        return ImportTexts::tr("No picture");
    case ImportVerdict::NotAllowed:
        return ImportTexts::tr("Not allowed");
    case ImportVerdict::Unreachable:
        return ImportTexts::tr("No answer");
    }
    Q_UNREACHABLE();
}

QString wordsFor(ImportHint hint)
{
    switch (hint) {
    //: Advice on a picture of an import, a few words.
    case ImportHint::TooSmall:
        return ImportTexts::tr("Small: the largest size is enlarged");
    case ImportHint::NoFace:
        return ImportTexts::tr("No face found");
    case ImportHint::SeveralFaces:
        return ImportTexts::tr("Several faces");
    case ImportHint::Blurred:
        return ImportTexts::tr("Looks blurred");
    case ImportHint::NotSquare:
        return ImportTexts::tr("Not square: a part is cut away");
    }
    Q_UNREACHABLE();
}

QString wordsFor(ImportOutcome outcome)
{
    switch (outcome) {
    //: How a file of an import ended, a few words.
    case ImportOutcome::LeftOut:
        return ImportTexts::tr("Left out");
    case ImportOutcome::Waiting:
        return ImportTexts::tr("Waiting");
    case ImportOutcome::Running:
        return ImportTexts::tr("Being written");
    case ImportOutcome::Done:
        return ImportTexts::tr("Done");
    case ImportOutcome::Partly:
        return ImportTexts::tr("In some stores");
    case ImportOutcome::Failed:
        return ImportTexts::tr("Failed");
    case ImportOutcome::Conflict:
        return ImportTexts::tr("Changed by others");
    case ImportOutcome::Cancelled:
        return ImportTexts::tr("Cancelled");
    case ImportOutcome::Undone:
        return ImportTexts::tr("Undone");
    case ImportOutcome::NotUndone:
        return ImportTexts::tr("Not undone");
    }
    Q_UNREACHABLE();
}

QString wordsFor(const PatternComplaint &complaint)
{
    using What = PatternComplaint::What;
    const QString known = NamePattern::placeholders().join(u", "_s);
    switch (complaint.what) {
    case What::Empty:
        //: %1 are placeholders, with commas.
        return ImportTexts::tr("Say how the files are named; for example with %1.").arg(known);
    case What::Unclosed:
        return ImportTexts::tr("A brace is opened or closed only; a placeholder looks like {mail}.");
    case What::Unknown:
        //: %1 is what somebody wrote, %2 are placeholders, with commas.
        return ImportTexts::tr("There is no placeholder {%1}. There are: %2.").arg(complaint.text, known);
    case What::NothingNamed:
        return ImportTexts::tr("Nothing in it names a person; use at least one of %1.").arg(known);
    case What::Adjacent:
        //: %1 is the name of a placeholder.
        return ImportTexts::tr("Before {%1} has to stand something that parts it from the one before, "
                               "such as a blank or _.")
            .arg(complaint.text);
    case What::Twice:
        return ImportTexts::tr("The same placeholder stands there twice.");
    }
    Q_UNREACHABLE();
}

QString wordsFor(const ListComplaint &complaint)
{
    using What = ListComplaint::What;
    switch (complaint.what) {
    //: About a line of a CSV file: %1 is its number.
    case What::BrokenQuotes:
        return ImportTexts::tr("Line %1 is left out: its quotation marks do not match.").arg(complaint.line);
    case What::FieldCount:
        return ImportTexts::tr("Line %1 is left out: it has more or fewer fields than the first.")
            .arg(complaint.line);
    case What::NoFile:
        return ImportTexts::tr("Line %1 is left out: it names no file.").arg(complaint.line);
    case What::NoPerson:
        return ImportTexts::tr("Line %1 is left out: it names nobody.").arg(complaint.line);
    }
    Q_UNREACHABLE();
}

QString reasonFor(const ImportRow &row, const QMap<QString, QString> &titles)
{
    switch (row.verdict) {
    case ImportVerdict::Ready:
        break;
    case ImportVerdict::NotAllowed:
        if (std::ranges::any_of(row.writes, [](const ImportWrite &write) { return write.error.has_value(); }))
            break; // each store says why
        return wordsFor(row.error.value_or(Error {Errc::Forbidden}), row.name()).sentences();
    case ImportVerdict::AlreadySame:
        return ImportTexts::tr("Every chosen store shows this picture now.");
    case ImportVerdict::HasPhoto:
        return ImportTexts::tr("There is a photo already, and only people without one are to get one.");
    case ImportVerdict::Unmatched:
        return row.wanted.isEmpty()
            ? ImportTexts::tr("The file's name leads to nobody in the directory.")
            //: %1 is what a list calls somebody.
            : ImportTexts::tr("“%1” leads to nobody in the directory.").arg(row.wanted);
    case ImportVerdict::Ambiguous: {
        QStringList keys;
        for (const Person &candidate : row.candidates)
            keys += candidate.keys.key;
        //: %1 are the keys of people, with commas.
        return ImportTexts::tr("The name fits several people: %1. Name the file after one of these.")
            .arg(keys.join(u", "_s));
    }
    case ImportVerdict::Duplicate:
        //: %1 is the number of another row.
        return ImportTexts::tr("Row %1 is for the same person; leave one of them out.").arg(row.sameAs);
    case ImportVerdict::Unreadable:
    case ImportVerdict::Unreachable: {
        const ErrorWords words = wordsFor(row.error.value_or(Error {}), row.name());
        return words.title + u". "_s + words.sentences();
    }
    }
    if (!row.included)
        return ImportTexts::tr("Left out by hand.");
    QStringList reasons;
    for (const ImportWrite &write : row.writes) {
        const QString reason
            = ImportTexts::ofStore(write, titles.value(write.store.instance, write.store.instance));
        if (!reason.isEmpty())
            reasons += reason;
    }
    return reasons.join(u' ');
}

QStringList ImportTexts::reportRow(const ImportRow &row, bool planned, const QMap<QString, QString> &titles)
{
    QStringList hints;
    for (const ImportHint hint : listed(row.hints))
        hints += likeness::wordsFor(hint);
    const QString state
        = planned || !row.isPlanned() ? likeness::wordsFor(row.verdict) : likeness::wordsFor(outcomeOf(row));
    return {QString::number(row.number), row.name(), row.person ? row.person->keys.key : QString(),
        row.person ? row.person->displayName : QString(), state, reasonFor(row, titles), hints.join(u"; "_s)};
}

ImportReport importReport(const ImportRunHead &run, const QList<ImportRow> &rows, bool planned,
    const QMap<QString, QString> &titles)
{
    ImportReport report;
    //: %1 is the number of an import.
    report.title
        = planned ? ImportTexts::tr("What an import would do") : ImportTexts::tr("Import %1").arg(run.id);
    report.language = QLocale().bcp47Name();
    report.facts.append({ImportTexts::tr("Pictures"), run.source});
    if (run.at.isValid())
        report.facts.append(
            {ImportTexts::tr("Begun"), QLocale().toString(run.at.toLocalTime(), QLocale::ShortFormat)});
    if (!run.operatorName.isEmpty())
        report.facts.append({ImportTexts::tr("By"), run.operatorName});
    QStringList stores;
    for (const QString &store : run.stores)
        stores += titles.value(store, store);
    report.facts.append({ImportTexts::tr("Stores"), stores.join(u", "_s)});
    QMap<QString, int> counts;
    for (const ImportRow &row : rows) {
        const QStringList line = ImportTexts::reportRow(row, planned, titles);
        ++counts[line.at(4)];
        report.rows.append(line);
    }
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        report.facts.append({count.key(), QLocale().toString(count.value())});
    //: The columns of a report: a file, whose it is, what became of it and why.
    report.columns = QStringList {ImportTexts::tr("Number"), ImportTexts::tr("File"), ImportTexts::tr("Key"),
        ImportTexts::tr("Name"), ImportTexts::tr("Outcome"), ImportTexts::tr("Reason"),
        ImportTexts::tr("Advice")};
    return report;
}

} // namespace likeness
