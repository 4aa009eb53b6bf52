// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/deskwords.h"

#include "services/session/photoexport.h"
#include "ui/common/causewords.h"
#include "ui/common/errorwords.h"
#include "ui/main/windownotices.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace likeness {
namespace {

struct DeskWords
{
    Q_DECLARE_TR_FUNCTIONS(likeness::Desk)
};

constexpr qsizetype settledNamed = 3; // more are in Activity

QString settledSentence(const LedgerEntry &entry)
{
    const QString person = entry.personName.isEmpty() ? entry.personKey : entry.personName;
    return entry.outcome == LedgerEntry::Outcome::Verified
        //: %1 is a person, %2 a store; about an upload that was cut short
        ? DeskWords::tr("%1 in %2: the photo had arrived.").arg(person, entry.storeTitle)
        : DeskWords::tr("%1 in %2: the photo did not arrive; upload it again.").arg(person, entry.storeTitle);
}

QString allOf(const ErrorWords &words)
{
    return words.title + u". "_s + words.sentences();
}

} // namespace

void sayFolderOnly(WindowNotices &notices, const Error &error)
{
    if (error.code == Errc::Unsupported)
        return notices.add(Notice::Kind::Info, [] {
            return NoticeWords {
                {}, DeskWords::tr("Samba is not installed, so the sandbox has no directory.")};
        });
    notices.add(Notice::Kind::Warning, [last = error.detail.trimmed().section(u'\n', -1)] {
        return NoticeWords {DeskWords::tr("The sandbox has no directory."),
            //: %1 is a line of the directory's own words, in English
            DeskWords::tr(
                "Samba is installed, but did not start: %1. The folder and the other services of the "
                "sandbox work without it.")
                .arg(last)};
    });
}

void sayLedgerMovedAside(WindowNotices &notices, const QString &where)
{
    notices.add(Notice::Kind::Warning, [where] {
        return NoticeWords {DeskWords::tr("The history was damaged."),
            DeskWords::tr("A new one has been begun. What could be saved of the old one is in %1.")
                .arg(QDir::toNativeSeparators(where))};
    });
}

void saySettled(WindowNotices &notices, const QList<LedgerEntry> &settled)
{
    if (settled.isEmpty())
        return;
    const bool allArrived = std::ranges::all_of(
        settled, [](LedgerEntry::Outcome o) { return o == LedgerEntry::Outcome::Verified; },
        &LedgerEntry::outcome);
    notices.add(allArrived ? Notice::Kind::Good : Notice::Kind::Warning, [settled] {
        QStringList sentences;
        for (const LedgerEntry &entry : settled.first(std::min(settled.size(), settledNamed)))
            sentences += settledSentence(entry);
        if (settled.size() > settledNamed)
            sentences += DeskWords::tr(
                "%n more in Activity.", nullptr, static_cast<int>(settled.size() - settledNamed));
        return NoticeWords {
            DeskWords::tr("Likeness was closed in the middle of a change."), sentences.join(u' ')};
    });
}

void sayCannotSettle(WindowNotices &notices, const Error &error)
{
    notices.add(Notice::Kind::Error, [error] { return failureText(error, ledgerTitle())(); });
}

void sayRestoreRefused(WindowNotices &notices, const LedgerEntry &entry, const Error &error)
{
    notices.add(Notice::Kind::Error, [error, store = entry.storeTitle] {
        return NoticeWords {DeskWords::tr("The photo was not restored."), allOf(wordsFor(error, store))};
    });
}

void sayRestoreMustWait(WindowNotices &notices)
{
    notices.add(Notice::Kind::Info, [] {
        return NoticeWords {DeskWords::tr("An upload is running."),
            DeskWords::tr("Wait until it has finished, then press Restore again.")};
    });
}

void sayWhoIsUnknown(WindowNotices &notices)
{
    notices.add(Notice::Kind::Info, [] {
        return NoticeWords {DeskWords::tr("Whose photo is it?"),
            DeskWords::tr("This organisation does not say who you are. Choose the person under People.")};
    });
}

void sayExported(WindowNotices &notices, const ExportReport &report)
{
    const QString folder = QDir::toNativeSeparators(report.folder);
    if (report.failures.isEmpty())
        return notices.add(Notice::Kind::Good, [folder, photos = report.photos] {
            return NoticeWords {DeskWords::tr("The photos are exported."),
                //: %1 is how many photos, %2 a folder
                DeskWords::tr("%1 in %2, with a list of them.").arg(photos).arg(folder)};
        });
    notices.add(Notice::Kind::Warning, [folder, report] {
        const BackupFailure &first = report.failures.constFirst();
        //: %1 is how many photos were exported, %2 a folder, %3 how many were not, %4 why the first was not
        const QString words = DeskWords::tr("%1 in %2. Could not be read: %3, the first because: %4.");
        return NoticeWords {DeskWords::tr("Not all photos are exported."),
            words.arg(QString::number(report.photos), folder, QString::number(report.failures.size()),
                wordsFor(first.error, first.store).title)};
    });
}

void sayExportFailed(WindowNotices &notices, const Error &error)
{
    notices.add(Notice::Kind::Error, [error] {
        return NoticeWords {
            DeskWords::tr("Nothing was exported."), allOf(wordsFor(error, DeskWords::tr("The export")))};
    });
}

QString exportFolderTitle()
{
    return DeskWords::tr("Export photos into a folder");
}

QString uploadName(const Person &person)
{
    //: The name of a picture that was not opened from a file: %1 is a person
    return DeskWords::tr("the photo of %1").arg(calledName(person));
}

QString ledgerTitle()
{
    return DeskWords::tr("The history");
}

QString ledgerQuestion(const LedgerServer &server)
{
    //: %1 is an account, %2 a database and its server.
    return DeskWords::tr("Password of %1 for the ledger %2:").arg(server.user, server.title());
}

LoopbackPage signedInPage()
{
    return {
        DeskWords::tr("Back to Likeness"), DeskWords::tr("You can close this page and go on in Likeness.")};
}

} // namespace likeness
