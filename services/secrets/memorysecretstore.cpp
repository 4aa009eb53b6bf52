// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/secrets/memorysecretstore.h"

namespace likeness {

namespace {

/// Knows its answer already and gives it a turn of the event loop later, as every job does.
template <class T>
class ReadyAnswer final : public JobOf<T>
{
public:
    explicit ReadyAnswer(Result<T> answer)
        : m_answer(std::move(answer))
    {
    }

private:
    void doStart() override { this->finish(std::move(m_answer)); }

    Result<T> m_answer;
};

} // namespace

JobPtr<std::optional<QByteArray>> MemorySecretStore::load(const QString &key)
{
    using Answer = std::optional<QByteArray>;
    const auto found = m_secrets.constFind(key);
    return JobPtr<Answer>(new ReadyAnswer<Answer>(found == m_secrets.constEnd() ? Answer() : Answer(*found)));
}

JobPtr<Done> MemorySecretStore::save(const QString &key, const QByteArray &secret)
{
    m_secrets.insert(key, secret);
    return JobPtr<Done>(new ReadyAnswer<Done>(Done {}));
}

JobPtr<Done> MemorySecretStore::erase(const QString &key)
{
    m_secrets.remove(key);
    return JobPtr<Done>(new ReadyAnswer<Done>(Done {}));
}

} // namespace likeness
