// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqliteledger.h"

#include "services/ledger/ledgerrow.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <array>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyMilliseconds = 8000;

/// Schema 1, 2, … in order; user_version counts how many were run. Append, never edit.
const QList<QStringList> &ledgerMigrations()
{
    static const QList<QStringList> steps {{
        u"CREATE TABLE photos (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL, width INTEGER NOT NULL, "
        "height INTEGER NOT NULL)"_s,
        u"CREATE TABLE entries (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, "
        "organisation TEXT NOT NULL, person_key TEXT NOT NULL, person_name TEXT NOT NULL, "
        "workload TEXT NOT NULL, instance TEXT NOT NULL, store_title TEXT NOT NULL, action TEXT NOT NULL, "
        "outcome TEXT NOT NULL, operator TEXT NOT NULL, before_sha256 TEXT REFERENCES photos (sha256), "
        "after_sha256 TEXT REFERENCES photos (sha256), error_detail TEXT NOT NULL, writer TEXT NOT NULL)"_s,
        u"CREATE INDEX entries_by_person ON entries (organisation, person_key, id)"_s,
        u"CREATE INDEX entries_started ON entries (id) WHERE outcome = 'started'"_s,
    }};
    return steps;
}

Error ledgerError(const QSqlError &error)
{
    // SQLITE_CORRUPT and SQLITE_NOTADB
    const bool damaged = error.nativeErrorCode() == "11"_L1 || error.nativeErrorCode() == "26"_L1;
    return {damaged ? Errc::BadInput : Errc::Local, u"The ledger: "_s + error.text()};
}

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

Result<SqliteLedger::Opening> SqliteLedger::open(const QString &path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error {
            Errc::Local, u"The ledger's folder cannot be made: "_s + QFileInfo(path).absolutePath()};
    Opening opening;
    opening.ledger.reset(new SqliteLedger(path));
    Result<Done> ready = opening.ledger->connectAndMigrate();
    if (!ready && ready.error().code == Errc::BadInput) {
        opening.ledger.reset();
        const Result<QString> aside = movedAside(path);
        if (!aside)
            return aside.error();
        opening.movedAside = *aside;
        opening.ledger.reset(new SqliteLedger(path));
        ready = opening.ledger->connectAndMigrate();
    }
    if (!ready)
        return ready.error();
    return opening;
}

SqliteLedger::SqliteLedger(const QString &path)
    : m_path(path)
    , m_connection(u"ledger-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_mark(path)
{
}

SqliteLedger::~SqliteLedger()
{
    QSqlDatabase::removeDatabase(m_connection);
}

Result<Done> SqliteLedger::connectAndMigrate()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyMilliseconds));
    if (!database.open())
        return ledgerError(database.lastError());
    // the history is as private as the photos in it
    QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    for (const QString &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
             u"PRAGMA foreign_keys = ON"_s, u"BEGIN IMMEDIATE"_s}) {
        if (const auto done = run(pragma); !done)
            return done.error();
    }
    const auto version = query(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    const int found = version->value(0).toInt();
    if (found > ledgerMigrations().size())
        return Error {Errc::Unsupported,
            u"The ledger was written by a newer Likeness (format %1): "_s.arg(found) + m_path};
    for (const QStringList &statements : ledgerMigrations().mid(found)) {
        for (const QString &statement : statements) {
            if (const auto done = run(statement); !done)
                return done.error();
        }
    }
    if (const auto done = run(u"PRAGMA user_version = %1"_s.arg(ledgerMigrations().size())); !done)
        return done.error();
    return run(u"COMMIT"_s);
}

Result<qint64> SqliteLedger::begin(const LedgerEntry &entry, const std::optional<EncodedPhoto> &before,
    const std::optional<EncodedPhoto> &after)
{
    if (const auto marked = m_mark.raise(); !marked)
        return marked.error();
    LedgerEntry complete = entry;
    complete.outcome = LedgerEntry::Outcome::Started;
    complete.beforeSha256 = before ? before->sha256 : QString();
    complete.afterSha256 = after ? after->sha256 : QString();
    // IMMEDIATE: a read lock that is raised later cannot wait for other programs
    if (const auto opened = run(u"BEGIN IMMEDIATE"_s); !opened)
        return opened.error();
    const Result<qint64> id = keep(before).andThen([&](Done) { return keep(after); }).andThen([&](Done) {
        return insert(complete);
    });
    const Result<Done> closed = run(id ? u"COMMIT"_s : u"ROLLBACK"_s);
    return id && !closed ? Result<qint64>(closed.error()) : id;
}

Result<Done> SqliteLedger::finish(qint64 id, LedgerEntry::Outcome outcome, const QString &errorDetail)
{
    const auto updated
        = query(u"UPDATE entries SET outcome = ?, error_detail = ? WHERE id = ? RETURNING id"_s,
            {ledgerrow::outcomeName(outcome), errorDetail.isNull() ? u""_s : errorDetail, id});
    if (!updated)
        return updated.error();
    if (!updated->isValid())
        return Error {Errc::NotFound, u"The ledger has no entry %1"_s.arg(id)};
    return Done {};
}

Result<QList<LedgerEntry>> SqliteLedger::history(
    const QString &organisation, const QString &personKey, int limit)
{
    if (personKey.isEmpty())
        return entries(u"organisation = ? ORDER BY id DESC LIMIT ?"_s, {organisation, limit});
    return entries(
        u"organisation = ? AND person_key = ? ORDER BY id DESC LIMIT ?"_s, {organisation, personKey, limit});
}

Result<LedgerEntry> SqliteLedger::entry(qint64 id)
{
    const auto found = entries(u"id = ?"_s, {id});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error {Errc::NotFound, u"The ledger has no entry %1"_s.arg(id)};
    return found->constFirst();
}

Result<EncodedPhoto> SqliteLedger::photo(const QString &sha256)
{
    const auto row = query(u"SELECT bytes, width, height FROM photos WHERE sha256 = ?"_s, {sha256});
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

Result<QList<LedgerEntry>> SqliteLedger::unfinished()
{
    const auto writers
        = query(u"SELECT group_concat(DISTINCT writer) FROM entries WHERE outcome = 'started'"_s);
    if (!writers)
        return writers.error();
    QList<LedgerEntry> left;
    for (const QString &writer : writers->value(0).toString().split(u',', Qt::SkipEmptyParts)) {
        if (m_mark.isAlive(writer))
            continue;
        const auto theirs = entries(u"outcome = 'started' AND writer = ? ORDER BY id"_s, {writer});
        if (!theirs)
            return theirs.error();
        left += *theirs;
    }
    return left;
}

Result<Done> SqliteLedger::run(const QString &statement, const QVariantList &values) const
{
    return query(statement, values).transform([](const QSqlQuery &) { return Done {}; });
}

/// Stands on the first row, if there is one.
Result<QSqlQuery> SqliteLedger::query(const QString &statement, const QVariantList &values) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    if (!query.prepare(statement))
        return ledgerError(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return ledgerError(query.lastError());
    query.next();
    return query;
}

Result<QList<LedgerEntry>> SqliteLedger::entries(const QString &where, const QVariantList &values) const
{
    auto rows = query(u"SELECT id, "_s + ledgerrow::columns() + u" FROM entries WHERE "_s + where, values);
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

Result<Done> SqliteLedger::keep(const std::optional<EncodedPhoto> &photo) const
{
    if (!photo)
        return Done {};
    return run(u"INSERT OR IGNORE INTO photos (sha256, bytes, width, height) VALUES (?, ?, ?, ?)"_s,
        {photo->sha256, photo->bytes, photo->pixels.width(), photo->pixels.height()});
}

Result<qint64> SqliteLedger::insert(const LedgerEntry &entry) const
{
    const QVariantList values = ledgerrow::values(entry, m_mark.writer());
    const QString places = QStringList(values.size(), u"?"_s).join(u", "_s);
    const auto inserted
        = query(u"INSERT INTO entries (%1) VALUES (%2)"_s.arg(ledgerrow::columns(), places), values);
    if (!inserted)
        return inserted.error();
    return inserted->lastInsertId().toLongLong();
}

} // namespace likeness
