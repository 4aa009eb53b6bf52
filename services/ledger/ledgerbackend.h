// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QString>

class QSqlDatabase;
class QSqlError;

namespace likeness {

class LedgerDatabase;

/// Where the two database systems of a ledger differ; everything else is SQL that both understand. Owned by
/// LedgerDatabase; logic thread.
class LedgerBackend
{
public:
    virtual ~LedgerBackend() = default;

    /// What the ledger is called in errors: a path, or a database on a server.
    virtual QString title() const = 0;
    virtual QString driver() const = 0;
    virtual void configure(QSqlDatabase &database) const = 0;
    /// Run on each new connection.
    virtual Result<Done> prepare(const LedgerDatabase &database) const = 0;

    virtual QString begin() const = 0; ///< a transaction that is going to write
    /// The same of one that a crash of the machine may undo, so that nobody waits for a disk: run before it,
    /// in it, and after it; empty = nothing.
    struct Lightly
    {
        QString before {};
        QString within {};
        QString after {};
    };
    virtual Lightly lightly() const = 0;
    /// What a transaction holds until its end, so that no other program does the same meanwhile.
    virtual Result<Done> holdAlone(const LedgerDatabase &database, const QStringList &what) const = 0;
    virtual QString skippingLocked() const = 0; ///< ends a SELECT of rows that are to be claimed
    virtual QString positionOf() const = 0; ///< the function that finds a text in another
    virtual QString definition(const QString &statement) const = 0; ///< of a table, as written for SQLite
    virtual Result<int> schemaVersion(const LedgerDatabase &database) const = 0;
    virtual Result<Done> keepSchemaVersion(const LedgerDatabase &database, int version) const = 0;

    /// Whether statements are prepared; otherwise their values are quoted into them by the driver: one way to
    /// the server and back instead of three, and nothing to be cleared away in a transaction that has failed.
    virtual bool prepares() const = 0;
    virtual Error errorOf(const QSqlError &error) const = 0;
    /// Whether a connection that gave this error may be gone, and a new one may help.
    virtual bool mayBeGone(const QSqlError &error) const = 0;
};

} // namespace likeness
