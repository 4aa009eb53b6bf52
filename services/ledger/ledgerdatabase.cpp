// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/ledgerdatabase.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyMilliseconds = 8000;

/// Schema 1, 2, … in order; user_version counts how many were run. Append, never edit.
const QList<QStringList> &ledgerMigrations()
{
    static const QList<QStringList> steps {
        {
            u"CREATE TABLE photos (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL, width INTEGER NOT NULL, "
            "height INTEGER NOT NULL)"_s,
            u"CREATE TABLE entries (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, "
            "organisation TEXT NOT NULL, person_key TEXT NOT NULL, person_name TEXT NOT NULL, "
            "workload TEXT NOT NULL, instance TEXT NOT NULL, store_title TEXT NOT NULL, action TEXT NOT "
            "NULL, "
            "outcome TEXT NOT NULL, operator TEXT NOT NULL, before_sha256 TEXT REFERENCES photos (sha256), "
            "after_sha256 TEXT REFERENCES photos (sha256), error_detail TEXT NOT NULL, writer TEXT NOT NULL)"_s,
            u"CREATE INDEX entries_by_person ON entries (organisation, person_key, id)"_s,
            u"CREATE INDEX entries_started ON entries (id) WHERE outcome = 'started'"_s,
        },
        {
            u"CREATE TABLE sightings (id INTEGER PRIMARY KEY AUTOINCREMENT, organisation TEXT NOT NULL, "
            "person_key TEXT NOT NULL, node TEXT NOT NULL, at INTEGER NOT NULL, last_seen INTEGER NOT NULL, "
            "changed_at INTEGER, tag TEXT NOT NULL, signs TEXT NOT NULL, evidence TEXT NOT NULL)"_s,
            u"CREATE INDEX sightings_by_person ON sightings (organisation, person_key, node, id)"_s,
            u"CREATE TABLE sighted_photos (sighting INTEGER NOT NULL REFERENCES sightings (id), "
            "place INTEGER NOT NULL, asked INTEGER NOT NULL, "
            "sha256 TEXT NOT NULL REFERENCES photos (sha256), fingerprint BLOB, "
            "PRIMARY KEY (sighting, place)) WITHOUT ROWID"_s,
        },
        {
            u"CREATE TABLE import_runs (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, "
            "organisation TEXT NOT NULL, operator TEXT NOT NULL, source TEXT NOT NULL, pattern TEXT NOT "
            "NULL, "
            "stores TEXT NOT NULL, only_if_none INTEGER NOT NULL, state TEXT NOT NULL, writer TEXT NOT NULL)"_s,
            u"CREATE INDEX import_runs_by_organisation ON import_runs (organisation, id)"_s,
            u"CREATE TABLE import_rows (run INTEGER NOT NULL REFERENCES import_runs (id), "
            "number INTEGER NOT NULL, file TEXT NOT NULL, person_key TEXT NOT NULL, verdict TEXT NOT NULL, "
            "included INTEGER NOT NULL, recipe TEXT NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (run, number))"_s,
            u"CREATE TABLE import_writes (run INTEGER NOT NULL, number INTEGER NOT NULL, place INTEGER NOT "
            u"NULL, "
            "workload TEXT NOT NULL, instance TEXT NOT NULL, state TEXT NOT NULL, looked INTEGER NOT NULL, "
            "found_sha256 TEXT NOT NULL, entry INTEGER NOT NULL, now_sha256 TEXT NOT NULL, "
            "error_code TEXT NOT NULL, error_detail TEXT NOT NULL, error_trace TEXT NOT NULL, "
            "PRIMARY KEY (run, number, place), "
            "FOREIGN KEY (run, number) REFERENCES import_rows (run, number))"_s,
        }};
    return steps;
}

Error ledgerError(const QSqlError &error)
{
    // SQLITE_CORRUPT and SQLITE_NOTADB
    const bool damaged = error.nativeErrorCode() == "11"_L1 || error.nativeErrorCode() == "26"_L1;
    return {damaged ? Errc::BadInput : Errc::Local, u"The ledger: "_s + error.text()};
}

} // namespace

LedgerDatabase::LedgerDatabase(const QString &path)
    : m_path(path)
    , m_connection(u"ledger-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

LedgerDatabase::~LedgerDatabase()
{
    QSqlDatabase::removeDatabase(m_connection);
}

Result<Done> LedgerDatabase::connectAndMigrate()
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

Result<Done> LedgerDatabase::run(const QString &statement, const QVariantList &values) const
{
    return query(statement, values).transform([](const QSqlQuery &) { return Done {}; });
}

Result<QSqlQuery> LedgerDatabase::query(const QString &statement, const QVariantList &values) const
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

Result<Done> LedgerDatabase::keep(const std::optional<EncodedPhoto> &photo) const
{
    if (!photo)
        return Done {};
    return run(u"INSERT OR IGNORE INTO photos (sha256, bytes, width, height) VALUES (?, ?, ?, ?)"_s,
        {photo->sha256, photo->bytes, photo->pixels.width(), photo->pixels.height()});
}

} // namespace likeness
