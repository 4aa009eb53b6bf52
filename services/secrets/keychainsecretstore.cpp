// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/secrets/keychainsecretstore.h"

#include <QTimer>
#include <functional>
#include <qt6keychain/keychain.h>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

Error keychainError(const QKeychain::Job &job)
{
    return {
        Errc::Local, u"The keychain: %1 (%2)"_s.arg(job.errorString()).arg(static_cast<int>(job.error()))};
}

/// QtKeychain's job deletes itself when it has finished and must not be deleted before: its backend still
/// holds it. So it is only let go of when this call ends early.
template <class T, class KeychainJob>
class KeychainCall final : public JobOf<T>
{
public:
    using Answer = std::function<Result<T>(const KeychainJob &)>;

    KeychainCall(KeychainJob *job, std::chrono::milliseconds patience, Answer answer)
        : m_job(job)
        , m_patience(patience)
        , m_answer(std::move(answer))
    {
    }
    ~KeychainCall() override
    {
        if (!m_started)
            delete m_job;
    }

private:
    void doStart() override
    {
        m_started = true;
        QObject::connect(m_job, &QKeychain::Job::finished, this, [this] { this->finish(m_answer(*m_job)); });
        QTimer::singleShot(m_patience, this, [this] {
            QObject::disconnect(m_job, nullptr, this, nullptr);
            this->finish(Error {Errc::Timeout, u"The keychain gives no answer"_s});
        });
        m_job->start();
    }
    void doCancel() override
    {
        if (m_started)
            QObject::disconnect(m_job, nullptr, this, nullptr);
    }

    KeychainJob *m_job;
    std::chrono::milliseconds m_patience;
    Answer m_answer;
    bool m_started = false;
};

template <class T, class KeychainJob>
JobPtr<T> keychainCall(KeychainJob *job, const QString &key, std::chrono::milliseconds patience,
    typename KeychainCall<T, KeychainJob>::Answer answer)
{
    job->setKey(key);
    job->setInsecureFallback(false);
    return JobPtr<T>(new KeychainCall<T, KeychainJob>(job, patience, std::move(answer)));
}

} // namespace

KeychainSecretStore::KeychainSecretStore(const QString &service, std::chrono::milliseconds patience)
    : m_service(service)
    , m_patience(patience)
{
}

JobPtr<std::optional<QByteArray>> KeychainSecretStore::load(const QString &key)
{
    using Secret = std::optional<QByteArray>;
    return keychainCall<Secret>(new QKeychain::ReadPasswordJob(m_service), key, m_patience,
        [](const QKeychain::ReadPasswordJob &job) -> Result<Secret> {
            if (job.error() == QKeychain::EntryNotFound)
                return Secret();
            if (job.error() != QKeychain::NoError)
                return keychainError(job);
            return Secret(job.binaryData());
        });
}

JobPtr<Done> KeychainSecretStore::save(const QString &key, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret);
    return keychainCall<Done>(
        job, key, m_patience, [](const QKeychain::WritePasswordJob &written) -> Result<Done> {
            if (written.error() != QKeychain::NoError)
                return keychainError(written);
            return Done {};
        });
}

JobPtr<Done> KeychainSecretStore::erase(const QString &key)
{
    return keychainCall<Done>(new QKeychain::DeletePasswordJob(m_service), key, m_patience,
        [](const QKeychain::DeletePasswordJob &job) -> Result<Done> {
            if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
                return keychainError(job);
            return Done {};
        });
}

} // namespace likeness
