// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

namespace likeness {

class WindowNotices;

// What the Overview's desk tells the person above the page, in the language of the moment.

void sayScanFailed(WindowNotices &notices, const Error &error);
void sayOverviewNotExported(WindowNotices &notices, const QString &path, const Error &error);
/// Somebody else's photo is being written.
void sayPersonMustWait(WindowNotices &notices);
QString overviewExportTitle();

} // namespace likeness
