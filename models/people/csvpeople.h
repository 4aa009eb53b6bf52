// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/people/person.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace likeness {

/// One record of a CSV file ([RFC 4180], comma or semicolon, LF or CRLF).
struct CsvRow
{
    int line = 0; ///< 1-based line it begins on
    QStringList fields;
    bool broken = false; ///< a quote that is never closed, or text after a closing quote
};
QList<CsvRow> csvRows(const QString &text);

/// Why one row of people.csv was left out. `line` counts from 1.
struct CsvComplaint
{
    enum class What { BrokenQuotes, FieldCount, NoKey, DuplicateKey };
    int line = 0;
    What what = What::NoKey;

    friend bool operator==(const CsvComplaint &, const CsvComplaint &) = default;
};

struct CsvPeople
{
    QList<Person> people; ///< in the order of the file
    QList<CsvComplaint> complaints;
};

/// people.csv: UTF-8 with or without a byte order mark; the first row names the columns, in any order and
/// letter case: key, displayName, givenName, surname, title, department, mail, upn, objectGuid, employeeId.
/// Only key is needed; columns of other names are ignored. A bad row is left out and reported. Errors:
/// BadInput (not UTF-8, no header).
Result<CsvPeople> readCsvPeople(const QByteArray &file);

/// Whether the name, key, UPN or mail of a person begins with the words, regardless of letter case and
/// accents; two words also fit as given name and surname, either way round.
bool beginsWith(const Person &person, const QString &words);

} // namespace likeness
