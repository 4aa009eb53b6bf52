// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/secrets/secretstore.h"

#include <QHash>

namespace likeness {

/// Secrets for this run only: where there is no keychain, and for a secret that was typed or piped in for
/// once.
class MemorySecretStore final : public SecretStore
{
public:
    JobPtr<std::optional<QByteArray>> load(const QString &key) override;
    JobPtr<Done> save(const QString &key, const QByteArray &secret) override;
    JobPtr<Done> erase(const QString &key) override;
    bool isLasting() const override { return false; }

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace likeness
