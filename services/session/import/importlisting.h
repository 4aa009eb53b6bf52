// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/import/importlist.h"
#include "models/import/importrow.h"

#include <stop_token>

namespace likeness {

/// The files of an import, before anything is known of them.
struct ImportListing
{
    QList<ImportRow> rows; ///< numbered from 1; the people not looked for yet
    QList<ListComplaint> complaints; ///< of a CSV
};

/// Lists the files of a folder (not of folders in it; nothing hidden), as people sort them, or the lines of a
/// CSV, whose relative paths begin where it lies. Any thread. Errors: BadInput, Cancelled.
Result<ImportListing> listedImport(const QString &source, std::stop_token stop = {});

} // namespace likeness
