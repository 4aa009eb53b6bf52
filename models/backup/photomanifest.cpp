// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/backup/photomanifest.h"

#include "models/people/csvpeople.h"

#include <QRegularExpression>
#include <QStringConverter>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

const QStringList &manifestColumns()
{
    static const QStringList columns {u"key"_s, u"displayName"_s, u"mail"_s, u"store"_s, u"file"_s,
        u"sha256"_s, u"width"_s, u"height"_s, u"bytes"_s};
    return columns;
}

/// A cell that a spreadsheet would take for a formula is quoted as text.
QString manifestCell(const QString &text)
{
    QString cell = text;
    if (!cell.isEmpty() && u"'=+-@\t\r"_s.contains(cell.at(0)))
        cell.prepend(u'\'');
    if (!cell.contains(QRegularExpression(u"[\",;\r\n]"_s)))
        return cell;
    cell.replace(u'"', u"\"\""_s);
    return u'"' + cell + u'"';
}

QString cellText(const QString &cell)
{
    return cell.startsWith(u'\'') && cell.size() > 1 && u"'=+-@\t\r"_s.contains(cell.at(1)) ? cell.mid(1)
                                                                                            : cell;
}

bool isWithin(const QString &file)
{
    const QStringList parts = file.split(u'/');
    return !file.isEmpty() && !file.contains(u'\\') && !file.contains(QChar(0)) && !parts.contains(u".."_s)
        && !parts.contains(QString()) && !parts.constFirst().contains(u':');
}

Error manifestError(int line, const QString &what)
{
    return {Errc::BadInput, u"manifest.csv, line %1: "_s.arg(line) + what};
}

Result<ManifestRow> manifestRowOf(const CsvRow &csv)
{
    static const QRegularExpression hash(u"^[0-9a-f]{64}$"_s);
    if (csv.broken || csv.fields.size() != manifestColumns().size())
        return manifestError(csv.line, u"the row is not whole"_s);
    ManifestRow row;
    row.key = cellText(csv.fields[0]);
    row.displayName = cellText(csv.fields[1]);
    row.mail = cellText(csv.fields[2]);
    row.store = cellText(csv.fields[3]);
    row.file = cellText(csv.fields[4]);
    row.sha256 = csv.fields[5];
    row.pixels = {csv.fields[6].toInt(), csv.fields[7].toInt()};
    row.bytes = csv.fields[8].toLongLong();
    if (row.key.isEmpty() || row.store.isEmpty())
        return manifestError(csv.line, u"no person or no store is named"_s);
    if (!isWithin(row.file))
        return manifestError(csv.line, u"the file is not in the backup: "_s + row.file);
    if (!hash.match(row.sha256).hasMatch())
        return manifestError(csv.line, u"the hash is none: "_s + row.sha256);
    return row;
}

} // namespace

QByteArray manifestHead()
{
    return (manifestColumns().join(u',') + u"\r\n"_s).toUtf8();
}

QByteArray manifestLine(const ManifestRow &row)
{
    QStringList cells {manifestCell(row.key), manifestCell(row.displayName), manifestCell(row.mail),
        manifestCell(row.store), manifestCell(row.file), row.sha256, QString::number(row.pixels.width()),
        QString::number(row.pixels.height()), QString::number(row.bytes)};
    return (cells.join(u',') + u"\r\n"_s).toUtf8();
}

Result<QList<ManifestRow>> readManifest(const QByteArray &file)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(file);
    if (utf8.hasError())
        return manifestError(1, u"it is not UTF-8"_s);
    const QList<CsvRow> rows = csvRows(text);
    if (rows.isEmpty() || rows.constFirst().fields != manifestColumns())
        return manifestError(1, u"it does not begin with "_s + manifestColumns().join(u','));
    QList<ManifestRow> photos;
    for (const CsvRow &csv : rows.mid(1)) {
        const Result<ManifestRow> row = manifestRowOf(csv);
        if (!row)
            return row.error();
        photos.append(*row);
    }
    return photos;
}

} // namespace likeness
