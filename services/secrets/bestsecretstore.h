// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/secrets/memorysecretstore.h"

#include <memory>

namespace likeness {

/// The keychain where there is one that takes a secret, else memory. That is found out once, before the first
/// call, by writing a trial entry: reading cannot tell, because a locked or missing keychain reads as an
/// empty one. The store must outlive its jobs' owners, as every service does.
class BestSecretStore final : public SecretStore
{
public:
    explicit BestSecretStore(std::unique_ptr<SecretStore> keychain);

    JobPtr<std::optional<QByteArray>> load(const QString &key) override;
    JobPtr<Done> save(const QString &key, const QByteArray &secret) override;
    JobPtr<Done> erase(const QString &key) override;
    /// False also as long as it has not been found out.
    bool isLasting() const override { return m_chosen == m_keychain.get(); }

    /// Finds out now, so that the window can say it before a secret is typed; the result is isLasting().
    JobPtr<bool> choose();
    /// Why the keychain was not taken; English, for Details.
    QString reason() const { return m_reason; }

private:
    template <class T>
    class Call;

    std::unique_ptr<SecretStore> m_keychain;
    MemorySecretStore m_memory;
    SecretStore *m_chosen = nullptr;
    QString m_reason;
};

} // namespace likeness
