// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "services/sandbox/servers/sandboxworld.h"

namespace likeness {

/// Gives everybody the photos sandboxpeople.h says they begin with. Draws and encodes for about a second: a
/// worker's job.
/// Their photos are as old as they look: today's a month, earlier ones most of a year.
void fillSandboxWorld(SandboxWorld &world);
/// How old the directory's photo of somebody then is, by the same rule.
QDateTime initialPhotoTime(const QString &key, const QDateTime &begun);

/// Whether what a directory says was written then was there before the sandbox began, which is with a whole
/// second: directories tell no fractions.
bool isFromBefore(const QDateTime &written, const QDateTime &begun);

/// Who has which photo where, as JSON; what is not mentioned stays:
///
///     {"people": {"bo.lind": {"mailbox": "removed", "cloud": "earlier", "sharePoint": "photos/bo.jpg",
///                             "directory": "none", "web": "today"}},
///      "accounts": {"bo.lind": "locked"},
///      "exchange": "2013", "photoSource": "onPremises", "photoDelaySeconds": 20}
///
/// A photo is "none", "today", "earlier", "tiny", "removed" (the mailbox's only), or a file; relative paths
/// begin at `base`. Errors: BadInput, naming what is not understood; then some of it may have been applied.
Result<Done> applySandboxState(SandboxWorld &world, const QByteArray &json, const QString &base);

} // namespace likeness
