// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlimportruns.h"

#include "services/ledger/importrunrow.h"

#include <QHash>
#include <QSqlQuery>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t runColumns[] = u"at, organisation, operator, source, pattern, stores, only_if_none, state";
constexpr char16_t rowColumns[] = u"number, file, person_key, verdict, included, recipe, facts";
constexpr char16_t writeColumns[]
    = u"workload, instance, state, looked, found_sha256, entry, now_sha256, error_code, "
      u"error_detail, error_trace, error_policy";

QString placesFor(const QVariantList &values)
{
    return QStringList(values.size(), u"?"_s).join(u", "_s);
}

Error noSuchRun(qint64 run)
{
    return {Errc::NotFound, u"The ledger has no import %1"_s.arg(run)};
}

} // namespace

Result<qint64> SqlImportRuns::begin(const ImportRunHead &run, const QList<ImportRow> &rows)
{
    if (const auto marked = m_mark.raise(); !marked)
        return marked.error();
    return m_database.together([&]() -> Result<qint64> {
        const Result<qint64> id = insert(run);
        if (!id)
            return id;
        for (const ImportRow &row : rows) {
            if (const auto done = insert(*id, row); !done)
                return done.error();
        }
        return id;
    });
}

Result<qint64> SqlImportRuns::insert(const ImportRunHead &run) const
{
    const QVariantList values = importrunrow::values(run) + QVariantList {m_mark.writer()};
    const auto inserted
        = m_database.query(u"INSERT INTO import_runs (%1, writer) VALUES (%2) RETURNING id"_s.arg(
                               QStringView(runColumns), placesFor(values)),
            values);
    return inserted.transform([](const QSqlQuery &row) { return row.value(0).toLongLong(); });
}

Result<Done> SqlImportRuns::insert(qint64 run, const ImportRow &row) const
{
    const QVariantList values = QVariantList {run} + importrunrow::values(row);
    Result<Done> done = m_database.run(
        u"INSERT INTO import_rows (run, %1) VALUES (%2)"_s.arg(QStringView(rowColumns), placesFor(values)),
        values);
    for (qsizetype place = 0; done && place < row.writes.size(); ++place) {
        const QVariantList of
            = QVariantList {run, row.number, place} + importrunrow::values(row.writes.at(place));
        done = m_database.run(u"INSERT INTO import_writes (run, number, place, %1) VALUES (%2)"_s.arg(
                                  QStringView(writeColumns), placesFor(of)),
            of);
    }
    return done;
}

Result<Done> SqlImportRuns::take(qint64 run)
{
    if (const auto marked = m_mark.raise(); !marked)
        return marked.error();
    return m_database.together([&]() -> Result<Done> {
        const auto found = m_database.query(u"SELECT writer FROM import_runs WHERE id = ?"_s, {run});
        if (!found)
            return found.error();
        if (!found->isValid())
            return noSuchRun(run);
        const QString writer = found->value(0).toString();
        const Result<bool> busy = writer == m_mark.writer() ? false : m_mark.isAlive(writer);
        if (!busy)
            return busy.error();
        if (*busy)
            return Error {Errc::BadInput, u"another program works on import %1 now"_s.arg(run)};
        return m_database.run(u"UPDATE import_runs SET writer = ? WHERE id = ?"_s, {m_mark.writer(), run});
    });
}

Result<Done> SqlImportRuns::keep(qint64 run, int number, const ImportWrite &write)
{
    const QVariantList values = importrunrow::values(write);
    return m_database.run(
        u"UPDATE import_writes SET state = ?, looked = ?, found_sha256 = ?, entry = ?, now_sha256 = ?, "
        "error_code = ?, error_detail = ?, error_trace = ?, error_policy = ? "
        "WHERE run = ? AND number = ? AND workload = ? AND instance = ?"_s,
        values.mid(2) + QVariantList {run, number} + values.mid(0, 2));
}

Result<Done> SqlImportRuns::setState(qint64 run, ImportRunHead::State state)
{
    return m_database.run(
        u"UPDATE import_runs SET state = ? WHERE id = ?"_s, {importrunrow::stateName(state), run});
}

Result<Done> SqlImportRuns::keepPhoto(const EncodedPhoto &photo)
{
    return m_database.keep(photo);
}

Result<ImportRunHead> SqlImportRuns::head(qint64 run)
{
    const auto found = m_database.query(
        u"SELECT id, "_s + QStringView(runColumns) + u" FROM import_runs WHERE id = ?"_s, {run});
    if (!found)
        return found.error();
    if (!found->isValid())
        return noSuchRun(run);
    return importrunrow::readHead(*found);
}

Result<QList<ImportRow>> SqlImportRuns::rows(qint64 run)
{
    auto query = m_database.query(
        u"SELECT "_s + QStringView(rowColumns) + u" FROM import_rows WHERE run = ? ORDER BY number"_s, {run});
    if (!query)
        return query.error();
    QList<ImportRow> rows;
    QHash<int, qsizetype> places;
    for (bool more = query->isValid(); more; more = query->next()) {
        const Result<ImportRow> row = importrunrow::readRow(*query);
        if (!row)
            return row.error();
        places.insert(row->number, rows.size());
        rows.append(*row);
    }
    auto writes = m_database.query(u"SELECT number, "_s + QStringView(writeColumns)
            + u" FROM import_writes WHERE run = ? ORDER BY number, place"_s,
        {run});
    if (!writes)
        return writes.error();
    for (bool more = writes->isValid(); more; more = writes->next()) {
        const Result<ImportWrite> write = importrunrow::readWrite(*writes);
        if (!write)
            return write.error();
        rows[places.value(writes->value(0).toInt())].writes.append(*write);
    }
    return rows;
}

Result<QList<ImportRunHead>> SqlImportRuns::runs(const QString &organisation, int limit)
{
    auto query = m_database.query(u"SELECT id, "_s + QStringView(runColumns)
            + u" FROM import_runs WHERE organisation = ? ORDER BY id DESC LIMIT ?"_s,
        {organisation, limit});
    if (!query)
        return query.error();
    QList<ImportRunHead> runs;
    for (bool more = query->isValid(); more; more = query->next()) {
        const Result<ImportRunHead> head = importrunrow::readHead(*query);
        if (!head)
            return head.error();
        runs.append(*head);
    }
    return runs;
}

} // namespace likeness
