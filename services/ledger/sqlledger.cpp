// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlledger.h"

#include "services/ledger/filewritermark.h"
#include "services/ledger/ledgerrow.h"
#include "services/ledger/postgresbackend.h"
#include "services/ledger/sessionwritermark.h"
#include "services/ledger/sqlitebackend.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// Takes the write-ahead log along: without it the file is not what it was.
Result<QString> movedAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString target = path + u".damaged-"_s + stamp;
    for (int i = 2; QFileInfo::exists(target); ++i)
        target = u"%1.damaged-%2-%3"_s.arg(path, stamp).arg(i);
    if (!QFile::rename(path, target))
        return Error {Errc::Local, u"The damaged ledger cannot be moved aside: "_s + path};
    for (const QString &part : {u"-wal"_s, u"-shm"_s}) {
        if (QFileInfo::exists(path + part) && !QFile::rename(path + part, target + part))
            return Error {
                Errc::Local, u"A part of the damaged ledger cannot be moved aside: "_s + path + part};
    }
    return target;
}

} // namespace

Result<SqlLedger::Opening> SqlLedger::open(const QString &path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error {
            Errc::Local, u"The ledger's folder cannot be made: "_s + QFileInfo(path).absolutePath()};
    Opening opening;
    opening.ledger.reset(new SqlLedger(path));
    Result<Done> ready = opening.ledger->m_database.connectAndMigrate();
    if (!ready && ready.error().code == Errc::BadInput) {
        opening.ledger.reset();
        const Result<QString> aside = movedAside(path);
        if (!aside)
            return aside.error();
        opening.movedAside = *aside;
        opening.ledger.reset(new SqlLedger(path));
        ready = opening.ledger->m_database.connectAndMigrate();
    }
    if (!ready)
        return ready.error();
    return opening;
}

Result<SqlLedger::Opening> SqlLedger::open(const LedgerServer &server, const QByteArray &password)
{
    Opening opening;
    opening.ledger.reset(new SqlLedger(server, password));
    if (const auto ready = opening.ledger->m_database.connectAndMigrate(); !ready)
        return ready.error();
    return opening;
}

SqlLedger::SqlLedger(const QString &path)
    : m_database(std::make_unique<SqliteBackend>(path))
    , m_sightings(m_database)
    , m_standings(m_database)
    , m_mark(std::make_unique<FileWriterMark>(path))
    , m_scanQueue({m_database, *m_mark, m_sightings, m_standings})
    , m_imports(m_database, *m_mark)
{
}

SqlLedger::SqlLedger(const LedgerServer &server, const QByteArray &password)
    : m_database(std::make_unique<PostgresBackend>(server, password))
    , m_sightings(m_database)
    , m_standings(m_database)
    , m_mark(std::make_unique<SessionWriterMark>(m_database))
    , m_scanQueue({m_database, *m_mark, m_sightings, m_standings})
    , m_imports(m_database, *m_mark)
{
}

Result<qint64> SqlLedger::begin(const LedgerEntry &entry, const std::optional<EncodedPhoto> &before,
    const std::optional<EncodedPhoto> &after)
{
    if (const auto marked = m_mark->raise(); !marked)
        return marked.error();
    LedgerEntry complete = entry;
    complete.outcome = LedgerEntry::Outcome::Started;
    complete.beforeSha256 = before ? before->sha256 : QString();
    complete.afterSha256 = after ? after->sha256 : QString();
    return m_database.together([&] {
        return m_database.keep(before)
            .andThen([&](Done) { return m_database.keep(after); })
            .andThen([&](Done) { return insert(complete); });
    });
}

Result<Done> SqlLedger::finish(qint64 id, LedgerEntry::Outcome outcome, const QString &errorDetail)
{
    return m_database.together([&]() -> Result<Done> {
        const auto updated = m_database.query(u"UPDATE entries SET outcome = ?, error_detail = ? "
                                              "WHERE id = ? RETURNING organisation, person_key"_s,
            {ledgerrow::outcomeName(outcome), errorDetail.isNull() ? u""_s : errorDetail, id});
        if (!updated)
            return updated.error();
        if (!updated->isValid())
            return Error {Errc::NotFound, u"The ledger has no entry %1"_s.arg(id)};
        return m_standings.noteWrite(updated->value(0).toString(), updated->value(1).toString());
    });
}

Result<QList<LedgerEntry>> SqlLedger::history(
    const QString &organisation, const QString &personKey, int limit)
{
    if (personKey.isEmpty())
        return entries(u"organisation = ? ORDER BY id DESC LIMIT ?"_s, {organisation, limit});
    return entries(
        u"organisation = ? AND person_key = ? ORDER BY id DESC LIMIT ?"_s, {organisation, personKey, limit});
}

Result<LedgerEntry> SqlLedger::entry(qint64 id)
{
    const auto found = entries(u"id = ?"_s, {id});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error {Errc::NotFound, u"The ledger has no entry %1"_s.arg(id)};
    return found->constFirst();
}

Result<QList<AuditRow>> SqlLedger::audit(const AuditFilter &filter, qint64 after, int limit)
{
    ledgerrow::Where where = ledgerrow::pagedWhereOf(filter);
    where.values << after << limit;
    auto rows = m_database.query(ledgerrow::auditQuery(where.condition), where.values);
    if (!rows)
        return rows.error();
    QList<AuditRow> list;
    for (bool more = rows->isValid(); more; more = rows->next()) {
        const Result<AuditRow> row = ledgerrow::readAudit(*rows);
        if (!row)
            return row.error();
        list.append(*row);
    }
    return list;
}

Result<qint64> SqlLedger::auditCount(const AuditFilter &filter)
{
    const ledgerrow::Where where = ledgerrow::whereOf(filter);
    const auto counted
        = m_database.query(u"SELECT count(*) FROM entries WHERE "_s + where.condition, where.values);
    if (!counted)
        return counted.error();
    return counted->value(0).toLongLong();
}

Result<EncodedPhoto> SqlLedger::photo(const QString &sha256)
{
    const auto row
        = m_database.query(u"SELECT bytes, width, height FROM photos WHERE sha256 = ?"_s, {sha256});
    if (!row)
        return row.error();
    if (!row->isValid())
        return Error {Errc::NotFound, u"The ledger has no photo "_s + sha256};
    const QSize pixels(row->value(1).toInt(), row->value(2).toInt());
    const EncodedPhoto photo = EncodedPhoto::of(row->value(0).toByteArray(), pixels);
    if (photo.sha256 != sha256)
        return Error {Errc::Local, u"The ledger's copy of photo %1 is damaged"_s.arg(sha256)};
    return photo;
}

Result<QList<LedgerEntry>> SqlLedger::unfinished()
{
    const auto writers = writersOfStarted();
    if (!writers)
        return writers.error();
    QList<LedgerEntry> left;
    for (const QString &writer : *writers) {
        const Result<bool> alive = m_mark->isAlive(writer);
        if (!alive)
            return alive.error();
        if (*alive)
            continue;
        const auto theirs = entries(u"outcome = 'started' AND writer = ? ORDER BY id"_s, {writer});
        if (!theirs)
            return theirs.error();
        left += *theirs;
    }
    return left;
}

Result<QStringList> SqlLedger::writersOfStarted() const
{
    auto rows = m_database.query(u"SELECT DISTINCT writer FROM entries WHERE outcome = 'started'"_s);
    if (!rows)
        return rows.error();
    QStringList writers;
    for (bool more = rows->isValid(); more; more = rows->next())
        writers.append(rows->value(0).toString());
    return writers;
}

Result<QList<LedgerEntry>> SqlLedger::entries(const QString &where, const QVariantList &values) const
{
    auto rows = m_database.query(
        u"SELECT id, "_s + ledgerrow::columns() + u" FROM entries WHERE "_s + where, values);
    if (!rows)
        return rows.error();
    QList<LedgerEntry> list;
    for (bool more = rows->isValid(); more; more = rows->next()) {
        const Result<LedgerEntry> entry = ledgerrow::read(*rows);
        if (!entry)
            return entry.error();
        list.append(*entry);
    }
    return list;
}

Result<qint64> SqlLedger::insert(const LedgerEntry &entry) const
{
    const QVariantList values = ledgerrow::values(entry, m_mark->writer());
    const QString places = QStringList(values.size(), u"?"_s).join(u", "_s);
    const auto inserted = m_database.query(
        u"INSERT INTO entries (%1) VALUES (%2) RETURNING id"_s.arg(ledgerrow::columns(), places), values);
    if (!inserted)
        return inserted.error();
    return inserted->value(0).toLongLong();
}

} // namespace likeness
