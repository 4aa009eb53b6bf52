// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/secrets/bestsecretstore.h"

#include <QUuid>
#include <functional>

namespace likeness {

using namespace Qt::StringLiterals;

/// Chooses if that has not been done, then asks the chosen store.
template <class T>
class BestSecretStore::Call final : public JobOf<T>
{
public:
    using Ask = std::function<JobPtr<T>(SecretStore &)>;

    Call(BestSecretStore &store, Ask ask)
        : m_store(store)
        , m_ask(std::move(ask))
        , m_trialKey(u"trial-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
    {
    }

private:
    void doStart() override
    {
        if (m_store.m_chosen)
            ask();
        else
            this->attempt(m_store.m_keychain->save(m_trialKey, "trial"), &Call::choose);
    }

    void choose(const Result<Done> &taken)
    {
        if (taken) {
            m_store.m_chosen = m_store.m_keychain.get();
            this->attempt(m_store.m_keychain->erase(m_trialKey), &Call::erased);
        } else {
            m_store.m_reason = taken.error().detail;
            m_store.m_chosen = &m_store.m_memory;
            ask();
        }
    }

    void erased(const Result<Done> &) { ask(); } // a trial entry that stays behind does no harm

    void ask() { this->attempt(m_ask(*m_store.m_chosen), &Call::answer); }
    void answer(const Result<T> &result) { this->finish(result); }

    BestSecretStore &m_store;
    Ask m_ask;
    QString m_trialKey;
};

BestSecretStore::BestSecretStore(std::unique_ptr<SecretStore> keychain)
    : m_keychain(std::move(keychain))
{
}

JobPtr<std::optional<QByteArray>> BestSecretStore::load(const QString &key)
{
    using Secret = std::optional<QByteArray>;
    return JobPtr<Secret>(new Call<Secret>(*this, [key](SecretStore &store) { return store.load(key); }));
}

JobPtr<Done> BestSecretStore::save(const QString &key, const QByteArray &secret)
{
    return JobPtr<Done>(
        new Call<Done>(*this, [key, secret](SecretStore &store) { return store.save(key, secret); }));
}

JobPtr<Done> BestSecretStore::erase(const QString &key)
{
    return JobPtr<Done>(new Call<Done>(*this, [key](SecretStore &store) { return store.erase(key); }));
}

JobPtr<bool> BestSecretStore::choose()
{
    /// Any call chooses; erasing what is not there is the cheapest.
    class Choice final : public JobOf<bool>
    {
    public:
        explicit Choice(BestSecretStore &store)
            : m_store(store)
        {
        }

    private:
        void doStart() override { attempt(m_store.erase(u"nothing"_s), &Choice::chosen); }
        void chosen(const Result<Done> &) { finish(m_store.isLasting()); }

        BestSecretStore &m_store;
    };
    return JobPtr<bool>(new Choice(*this));
}

} // namespace likeness
