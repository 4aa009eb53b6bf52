// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace likeness {

/// What a report says, in the words of whoever writes it: a heading, figures, a table.
struct ImportReport
{
    QString title;
    QString language; ///< "en", "de": for readers aloud
    QList<std::pair<QString, QString>> facts; ///< "Folder", "C:/Photos"
    QStringList columns;
    QList<QStringList> rows;
};

/// UTF-8 with a byte order mark, which spreadsheets need. A field that a spreadsheet would take for a formula
/// gets an apostrophe before it.
QByteArray csvOf(const ImportReport &report);
/// One page that needs nothing else, and prints well.
QByteArray htmlOf(const ImportReport &report);

} // namespace likeness
