// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/photo/encodedphoto.h"

#include <QVariantList>
#include <optional>

class QSqlQuery;

namespace likeness {

/// The connection to one ledger file, and its tables. Owned by SqliteLedger; logic thread.
class LedgerDatabase
{
public:
    explicit LedgerDatabase(const QString &path);
    ~LedgerDatabase();
    Q_DISABLE_COPY_MOVE(LedgerDatabase)

    /// Opens the file and brings its tables up to this version. Errors: BadInput = damaged; Unsupported = of
    /// a newer version; Local.
    Result<Done> connectAndMigrate();

    Result<Done> run(const QString &statement, const QVariantList &values = {}) const;
    /// Stands on the first row, if there is one.
    Result<QSqlQuery> query(const QString &statement, const QVariantList &values = {}) const;
    /// Keeps a photo once by its hash.
    Result<Done> keep(const std::optional<EncodedPhoto> &photo) const;
    /// As one: all that `work` does, or nothing of it.
    template <class Work>
    auto together(Work work) const -> decltype(work())
    {
        // IMMEDIATE: a read lock that is raised later cannot wait for other programs
        if (const auto opened = run(QStringLiteral("BEGIN IMMEDIATE")); !opened)
            return opened.error();
        const auto result = work();
        const Result<Done> closed = run(result ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"));
        return result && !closed ? decltype(work())(closed.error()) : result;
    }

private:
    QString m_path;
    QString m_connection;
};

} // namespace likeness
