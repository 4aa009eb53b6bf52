// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/import/importlist.h"

#include "models/people/csvpeople.h"

#include <QStringDecoder>

namespace likeness {

using namespace Qt::StringLiterals;

Result<ImportList> readImportList(const QByteArray &file)
{
    QStringDecoder decoder(QStringDecoder::Utf8); // takes a byte order mark away
    const QString text = decoder(file);
    if (decoder.hasError())
        return Error {Errc::BadInput, u"the list is not UTF-8"_s};
    const QList<CsvRow> rows = csvRows(text);
    QStringList columns;
    if (!rows.isEmpty()) {
        for (const QString &name : rows.first().fields)
            columns += name.trimmed().toLower();
    }
    const qsizetype fileColumn = columns.indexOf(u"file"_s);
    const qsizetype personColumn = columns.indexOf(u"person"_s);
    if (fileColumn < 0 || personColumn < 0)
        return Error {Errc::BadInput, u"the first row of the list has to name the columns file and person"_s};
    ImportList list;
    for (const CsvRow &row : rows.mid(1)) {
        using What = ListComplaint::What;
        if (row.broken) {
            list.complaints.append({row.line, What::BrokenQuotes});
        } else if (row.fields.size() != columns.size()) {
            list.complaints.append({row.line, What::FieldCount});
        } else if (const QString name = row.fields.at(fileColumn).trimmed(); name.isEmpty()) {
            list.complaints.append({row.line, What::NoFile});
        } else if (const QString person = row.fields.at(personColumn).trimmed(); person.isEmpty()) {
            list.complaints.append({row.line, What::NoPerson});
        } else {
            list.pictures.append({row.line, name, person});
        }
    }
    return list;
}

} // namespace likeness
