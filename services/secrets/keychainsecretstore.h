// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/secrets/secretstore.h"

#include <chrono>

namespace likeness {

/// The keychain of the account's session, through QtKeychain; nothing is ever written in the clear. A locked
/// keychain answers a load like an empty one, and a save with an error. Calls end after eight seconds,
/// because the keychain may wait for a person to unlock it.
class KeychainSecretStore final : public SecretStore
{
public:
    /// `service` is what keychain programs list the secrets under.
    explicit KeychainSecretStore(const QString &service = QStringLiteral("Likeness"),
        std::chrono::milliseconds patience = std::chrono::seconds(8));

    JobPtr<std::optional<QByteArray>> load(const QString &key) override;
    JobPtr<Done> save(const QString &key, const QByteArray &secret) override;
    JobPtr<Done> erase(const QString &key) override;
    bool isLasting() const override { return true; }

private:
    QString m_service;
    std::chrono::milliseconds m_patience;
};

} // namespace likeness
