// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "services/auth/loopbacklistener.h"
#include "services/ledger/ledger.h"
#include "services/ledger/ledgerserver.h"

#include <QString>

namespace likeness {

struct ExportReport;
class WindowNotices;

// What the desk tells the person above the page, in the language of the moment.

/// `error`: why the sandbox has no directory.
void sayFolderOnly(WindowNotices &notices, const Error &error);
void sayLedgerMovedAside(WindowNotices &notices, const QString &where);
/// `settled`: changes that were under way when the program ended the last time, as they were found now.
void saySettled(WindowNotices &notices, const QList<LedgerEntry> &settled);
void sayCannotSettle(WindowNotices &notices, const Error &error);
void sayRestoreRefused(WindowNotices &notices, const LedgerEntry &entry, const Error &error);
void sayRestoreMustWait(WindowNotices &notices);
void sayWhoIsUnknown(WindowNotices &notices);
void sayExported(WindowNotices &notices, const ExportReport &report);
void sayExportFailed(WindowNotices &notices, const Error &error);

/// Of the dialog that asks for a folder.
QString exportFolderTitle();

/// What a photo taken from a store is called when it is opened again.
QString uploadName(const Person &person);
/// What "cannot be opened" is about.
QString ledgerTitle();
/// Asks for the password of a shared ledger.
QString ledgerQuestion(const LedgerServer &server);
/// What the browser shows when somebody has signed in there.
LoopbackPage signedInPage();

} // namespace likeness
