// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace likeness {

/// A line of a CSV (RFC 4180) for people's spreadsheets. Names in it come from files and directories: whoever
/// made them may have wanted a spreadsheet to run something, so what it would take for a formula is marked as
/// text.
QString csvLine(const QStringList &fields);
/// One field of it; in quotes where it needs them.
QString csvField(const QString &text);
/// The same, always in quotes.
QString csvQuoted(const QString &text);

} // namespace likeness
