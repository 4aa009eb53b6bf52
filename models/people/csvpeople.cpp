// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/people/csvpeople.h"

#include "models/people/folding.h"

#include <QHash>
#include <QSet>
#include <QStringDecoder>
#include <optional>

namespace likeness {
namespace {

/// Reads one record at a time; knows nothing about people.
class CsvReader
{
public:
    explicit CsvReader(QStringView text)
        : m_text(text)
    {
        const qsizetype end = text.indexOf(u'\n');
        const QStringView header = text.left(end);
        m_separator = header.contains(u';') && !header.contains(u',') ? u';' : u',';
    }

    std::optional<CsvRow> next()
    {
        if (m_at >= m_text.size())
            return std::nullopt;
        CsvRow row;
        row.line = m_line;
        do {
            row.fields.append(m_at < m_text.size() && m_text[m_at] == u'"' ? quoted(row) : plain());
        } while (takeSeparator());
        takeLineEnd();
        return row;
    }

private:
    QString plain()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !endsField())
            ++m_at;
        return m_text.mid(begin, m_at - begin).toString();
    }
    QString quoted(CsvRow &row)
    {
        QString field;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'\n')
                ++m_line;
            if (m_text[m_at] != u'"') {
                field += m_text[m_at];
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"') {
                field += m_text[m_at++];
            } else {
                ++m_at;
                row.broken = row.broken || !(m_at >= m_text.size() || endsField());
                return field + plain();
            }
        }
        row.broken = true;
        return field;
    }
    bool endsField() const
    {
        const QChar c = m_text[m_at];
        return c == m_separator || c == u'\n'
            || (c == u'\r' && (m_at + 1 == m_text.size() || m_text[m_at + 1] == u'\n'));
    }
    bool takeSeparator()
    {
        const bool found = m_at < m_text.size() && m_text[m_at] == m_separator;
        m_at += found ? 1 : 0;
        return found;
    }
    void takeLineEnd()
    {
        if (m_at < m_text.size() && m_text[m_at] == u'\r')
            ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        ++m_line;
    }

    QStringView m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

Person personFromCsv(const QHash<QString, qsizetype> &columns, const QStringList &fields)
{
    const auto field = [&](const char *name) {
        const qsizetype column = columns.value(QLatin1String(name), -1);
        return column < 0 ? QString() : fields.at(column).trimmed();
    };
    Person person;
    person.keys = {field("key"), {}, field("upn"), field("mail"), field("objectguid").toLower()};
    person.keys.objectGuid.remove(u'{').remove(u'}');
    person.displayName = field("displayname");
    person.givenName = field("givenname");
    person.surname = field("surname");
    person.title = field("title");
    person.department = field("department");
    person.employeeId = field("employeeid");
    if (person.displayName.isEmpty())
        person.displayName = QString(person.givenName % u' ' % person.surname).trimmed();
    if (person.displayName.isEmpty())
        person.displayName = person.keys.key;
    return person;
}

} // namespace

QList<CsvRow> csvRows(const QString &text)
{
    QList<CsvRow> rows;
    CsvReader reader(text);
    while (std::optional<CsvRow> row = reader.next()) {
        if (row->fields != QStringList {QString()})
            rows.append(*std::move(row));
    }
    return rows;
}

Result<CsvPeople> readCsvPeople(const QByteArray &file)
{
    QStringDecoder decoder(QStringDecoder::Utf8); // takes a byte order mark away
    const QString text = decoder(file);
    if (decoder.hasError())
        return Error {Errc::BadInput, QStringLiteral("the file is not UTF-8")};
    const QList<CsvRow> rows = csvRows(text);
    QHash<QString, qsizetype> columns;
    if (!rows.isEmpty()) {
        for (qsizetype at = 0; at < rows.first().fields.size(); ++at)
            columns.insert(rows.first().fields.at(at).trimmed().toLower(), at);
    }
    if (!columns.contains(QStringLiteral("key")))
        return Error {Errc::BadInput, QStringLiteral("the first row names no column 'key'")};

    CsvPeople read;
    QSet<QString> keys;
    const auto complain = [&](const CsvRow &row, CsvComplaint::What what) {
        read.complaints.append({row.line, what});
    };
    for (const CsvRow &row : rows.mid(1)) {
        if (row.broken) {
            complain(row, CsvComplaint::What::BrokenQuotes);
        } else if (row.fields.size() != rows.first().fields.size()) {
            complain(row, CsvComplaint::What::FieldCount);
        } else if (const Person person = personFromCsv(columns, row.fields); person.keys.key.isEmpty()) {
            complain(row, CsvComplaint::What::NoKey);
        } else if (keys.contains(person.keys.key.toLower())) {
            complain(row, CsvComplaint::What::DuplicateKey);
        } else {
            keys.insert(person.keys.key.toLower());
            read.people.append(person);
        }
    }
    return read;
}

bool beginsWith(const Person &person, const QString &words)
{
    const QString wanted = folded(words);
    const auto begins
        = [](const QString &text, const QString &start) { return folded(text).startsWith(start); };
    for (const QString *text : {&person.displayName, &person.givenName, &person.surname, &person.keys.key,
             &person.keys.upn, &person.keys.mail}) {
        if (begins(*text, wanted))
            return true;
    }
    const QString first = wanted.section(u' ', 0, 0);
    const QString rest = wanted.section(u' ', 1);
    return !rest.isEmpty()
        && ((begins(person.givenName, first) && begins(person.surname, rest))
            || (begins(person.surname, first) && begins(person.givenName, rest)));
}

} // namespace likeness
