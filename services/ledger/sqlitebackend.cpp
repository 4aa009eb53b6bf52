// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlitebackend.h"

#include "services/ledger/ledgerdatabase.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyMilliseconds = 8000;

/// Whoever opens a new file first makes it so, alone, and SQLite itself does not wait for them.
Result<Done> becomeWriteAhead(const LedgerDatabase &database)
{
    const QDeadlineTimer patience(busyMilliseconds);
    for (;;) {
        const auto done = database.run(u"PRAGMA journal_mode = WAL"_s);
        if (done || done.error().code != Errc::Timeout || patience.hasExpired())
            return done;
        QThread::msleep(5);
    }
}

} // namespace

QString SqliteBackend::driver() const
{
    return u"QSQLITE"_s;
}

void SqliteBackend::configure(QSqlDatabase &database) const
{
    database.setDatabaseName(m_path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyMilliseconds));
}

Result<Done> SqliteBackend::prepare(const LedgerDatabase &database) const
{
    // the history is as private as the photos in it
    QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (const auto done = becomeWriteAhead(database); !done)
        return done.error();
    // the indexes of 100,000 people fit into this cache, and photos are not written twice every 4 MB
    for (const QString &pragma : {u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s,
             u"PRAGMA cache_size = -32768"_s, u"PRAGMA wal_autocheckpoint = 8000"_s}) {
        if (const auto done = database.run(pragma); !done)
            return done.error();
    }
    return Done {};
}

QString SqliteBackend::begin() const
{
    // a read lock that is raised later cannot wait for other programs
    return u"BEGIN IMMEDIATE"_s;
}

LedgerBackend::Lightly SqliteBackend::lightly() const
{
    // with a write-ahead log the file stays whole, and only the newest transactions may be lost
    return {u"PRAGMA synchronous = NORMAL"_s, {}, u"PRAGMA synchronous = FULL"_s};
}

Result<Done> SqliteBackend::holdAlone(const LedgerDatabase &, const QStringList &) const
{
    return Done {}; // the transaction has the whole file
}

Result<int> SqliteBackend::schemaVersion(const LedgerDatabase &database) const
{
    return database.query(u"PRAGMA user_version"_s).transform([](const QSqlQuery &query) {
        return query.value(0).toInt();
    });
}

Result<Done> SqliteBackend::keepSchemaVersion(const LedgerDatabase &database, int version) const
{
    return database.run(u"PRAGMA user_version = %1"_s.arg(version));
}

Error SqliteBackend::errorOf(const QSqlError &error) const
{
    if (error.nativeErrorCode() == "5"_L1) // SQLITE_BUSY, for as long as we wait
        return {Errc::Timeout, u"The ledger: "_s + error.text()};
    // SQLITE_CORRUPT and SQLITE_NOTADB
    const bool damaged = error.nativeErrorCode() == "11"_L1 || error.nativeErrorCode() == "26"_L1;
    return {damaged ? Errc::BadInput : Errc::Local, u"The ledger: "_s + error.text()};
}

} // namespace likeness
