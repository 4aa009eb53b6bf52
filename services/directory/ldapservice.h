// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/ldapconnection.h"
#include "services/job/workerjob.h"

#include <QMutex>
#include <QThreadPool>
#include <functional>
#include <vector>

namespace likeness {

/// Keeps idle connections between jobs, one for each worker there may be. Thread-safe; shared by the service
/// and its workers.
class LdapPool
{
public:
    LdapPool(LdapSettings settings, int most);

    /// An idle connection that is still quiet, else a new one.
    Result<std::unique_ptr<LdapConnection>> take(
        const QByteArray &password, bool fresh, std::stop_token stop);
    void giveBack(std::unique_ptr<LdapConnection> connection);

private:
    const LdapSettings m_settings;
    const int m_most;
    QMutex m_mutex;
    std::vector<std::unique_ptr<LdapConnection>> m_idle; ///< the one used last at the end
};

/// Lists that go on page after page have a connection and a worker to themselves: some servers forget where a
/// list was when they are asked something else in between, and nobody who types waits for photos.
enum class LdapLane { Questions, Lists };

/// Whether a job may be done again on a new connection when a kept one turns out to be dead. Writes never:
/// nobody knows whether the first attempt arrived.
enum class LdapRepeat { Safe, Never };

/// Gets the password, then runs work on a connection in a worker.
template <class T>
class LdapJob final : public JobOf<T>
{
public:
    using Work = std::function<Result<T>(LdapConnection &)>;
    using Secret = JobPtr<std::optional<QByteArray>>;

    LdapJob(std::shared_ptr<LdapPool> pool, QThreadPool &workers, Secret secret, LdapRepeat repeat, Work work)
        : m_pool(std::move(pool))
        , m_workers(workers)
        , m_secret(std::move(secret))
        , m_repeat(repeat)
        , m_work(std::move(work))
    {
    }

private:
    void doStart() override
    {
        if (m_secret)
            this->step(std::move(m_secret), &LdapJob::work);
        else
            work(std::nullopt);
    }
    void work(const std::optional<QByteArray> &secret)
    {
        this->attempt(runInWorker<T>(m_workers,
                          [pool = m_pool, repeat = m_repeat, todo = std::move(m_work),
                              password = secret.value_or(QByteArray())](
                              std::stop_token stop) { return run(*pool, password, repeat, todo, stop); }),
            &LdapJob::worked);
    }
    void worked(const Result<T> &result) { this->finish(result); }

    static Result<T> run(LdapPool &pool, const QByteArray &password, LdapRepeat repeat, const Work &work,
        const std::stop_token &stop)
    {
        for (bool fresh = false;; fresh = true) {
            Result<std::unique_ptr<LdapConnection>> connection = pool.take(password, fresh, stop);
            if (!connection)
                return connection.error();
            Result<T> result = work(**connection);
            const bool lost = !(*connection)->usable();
            pool.giveBack(*std::move(connection));
            const bool dropped = lost && !result && result.error().code == Errc::Offline;
            if (!dropped || fresh || repeat == LdapRepeat::Never || stop.stop_requested())
                return result;
        }
    }

    std::shared_ptr<LdapPool> m_pool;
    QThreadPool &m_workers;
    Secret m_secret;
    LdapRepeat m_repeat;
    Work m_work;
};

/// One LDAP server: its settings, where the password comes from, and worker threads of its own, so that a
/// slow server holds up nobody else. Shared by the directory and the store of one endpoint; logic thread. Its
/// destructor waits for workers, at most one time limit.
class LdapService
{
public:
    /// Asked anew for each job of a simple sign-in; nullopt = none known.
    using SecretSource = std::function<JobPtr<std::optional<QByteArray>>()>;

    LdapService(LdapSettings settings, SecretSource secret);

    const LdapSettings &settings() const { return m_settings; }

    template <class T>
    JobPtr<T> run(LdapRepeat repeat, typename LdapJob<T>::Work work, LdapLane lane = LdapLane::Questions)
    {
        Workshop &shop = lane == LdapLane::Lists ? m_lists : m_questions;
        const bool needsSecret = m_settings.signIn == LdapSignIn::Simple && m_secret;
        return JobPtr<T>(new LdapJob<T>(shop.pool, shop.workers,
            needsSecret ? m_secret() : typename LdapJob<T>::Secret(), repeat, std::move(work)));
    }

private:
    struct Workshop
    {
        explicit Workshop(const LdapSettings &settings, int most);

        const std::shared_ptr<LdapPool> pool;
        QThreadPool workers; // last: ends before the rest
    };

    const LdapSettings m_settings;
    const SecretSource m_secret;
    Workshop m_questions;
    Workshop m_lists;
};

} // namespace likeness
