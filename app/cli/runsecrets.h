// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/secrets/memorysecretstore.h"

#include <QSet>

namespace likeness {

/// The secrets of one run: what was typed for it is kept in memory and asked first, everything else is that
/// of the store below. Owned by the workplace.
class RunSecrets final : public SecretStore
{
public:
    explicit RunSecrets(std::unique_ptr<SecretStore> below)
        : m_below(std::move(below))
    {
    }

    /// For this run only.
    JobPtr<Done> keepForNow(const QString &key, const QByteArray &secret);

    JobPtr<std::optional<QByteArray>> load(const QString &key) override { return of(key).load(key); }
    JobPtr<Done> save(const QString &key, const QByteArray &secret) override
    {
        return of(key).save(key, secret);
    }
    JobPtr<Done> erase(const QString &key) override { return of(key).erase(key); }
    bool isLasting() const override { return m_below->isLasting(); }

private:
    SecretStore &of(const QString &key);

    std::unique_ptr<SecretStore> m_below;
    MemorySecretStore m_forNow;
    QSet<QString> m_keys;
};

} // namespace likeness
