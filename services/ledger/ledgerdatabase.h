// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/encodedphoto.h"
#include "services/ledger/ledgerbackend.h"
#include "services/ledger/ledgerquery.h"

#include <QStringList>
#include <QVariantList>
#include <memory>
#include <optional>

namespace likeness {

/// The connection to one ledger, and its tables. A connection that is lost is made anew once: a transaction
/// is done again from its beginning, unless it may have been completed. Owned by SqlLedger; logic thread.
class LedgerDatabase
{
public:
    explicit LedgerDatabase(std::unique_ptr<LedgerBackend> backend);
    ~LedgerDatabase();
    Q_DISABLE_COPY_MOVE(LedgerDatabase)

    const LedgerBackend &backend() const { return *m_backend; }

    /// Connects and brings the tables up to this version. Errors: BadInput = damaged; Unsupported = of a
    /// newer version; Local; those of the way to a server.
    Result<Done> connectAndMigrate();

    Result<Done> run(const QString &statement, const QVariantList &values = {}) const;
    /// Stands on the first row, if there is one.
    Result<LedgerQuery> query(const QString &statement, const QVariantList &values = {}) const;
    /// Keeps a photo once by its hash.
    Result<Done> keep(const std::optional<EncodedPhoto> &photo) const;
    Result<Done> keep(const QList<EncodedPhoto> &photos) const;
    /// Now, and whenever the connection had to be made anew: for what lasts as long as a connection.
    Result<Done> runOnEachConnection(const QString &statement);

    /// As one: all that `work` does, or nothing of it. Inside another it is part of that.
    template <class Work>
    auto together(Work work) const -> decltype(work())
    {
        if (m_depth > 0)
            return work();
        auto result = once(work);
        if (!result && std::exchange(m_lost, false) && reconnect())
            result = once(work);
        return result;
    }

    /// The same of what was only seen: it can be seen again, so a crash of the machine may undo it.
    template <class Work>
    auto togetherLightly(Work work) const -> decltype(work())
    {
        if (m_depth > 0)
            return work();
        const LedgerBackend::Lightly lightly = m_backend->lightly();
        if (const auto done = runIfAny(lightly.before); !done)
            return done.error();
        auto result = together([&]() -> decltype(work()) {
            const Result<Done> done = runIfAny(lightly.within);
            return done ? work() : decltype(work())(done.error());
        });
        const Result<Done> done = runIfAny(lightly.after);
        return result && !done ? decltype(work())(done.error()) : result;
    }

private:
    Result<Done> runIfAny(const QString &statement) const
    {
        return statement.isEmpty() ? Done {} : run(statement);
    }
    template <class Work>
    auto once(const Work &work) const -> decltype(work())
    {
        if (const auto opened = run(m_backend->begin()); !opened)
            return opened.error();
        m_lost = false;
        ++m_depth;
        const auto result = work();
        --m_depth;
        if (!result && m_lost) // the server has thrown it away
            return result;
        const Result<Done> closed = runOnce(result ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"));
        m_lost = false; // a COMMIT without an answer may have been one: it is not done again
        return result && !closed ? decltype(work())(closed.error()) : result;
    }
    Result<Done> connectNow() const;
    bool reconnect() const;
    Result<Done> migrate() const;
    Result<Done> runOnce(const QString &statement) const;
    Result<LedgerQuery> queryOnce(const QString &statement, const QVariantList &values) const;
    Result<LedgerQuery> queryPrepared(const QString &statement, const QVariantList &values) const;
    Error failed(const QSqlQuery &query) const;

    std::unique_ptr<LedgerBackend> m_backend;
    QString m_connection;
    mutable std::shared_ptr<IdleStatements> m_prepared; ///< of the connection there is now
    QStringList m_onConnection;
    mutable int m_depth = 0;
    mutable bool m_lost = false; ///< the statement that failed last failed with the connection
};

} // namespace likeness
