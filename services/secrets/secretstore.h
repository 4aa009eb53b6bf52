// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace likeness {

/// Passwords and tokens. Implementations: KeychainSecretStore (QtKeychain) and MemorySecretStore (this run
/// only). Owned by the composition root, used from the logic thread. A secret is never logged and never in an
/// Error.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// nullopt = nothing there, or the keychain is locked: never conclude "signed out" from it.
    virtual JobPtr<std::optional<QByteArray>> load(const QString &key) = 0;
    virtual JobPtr<Done> save(const QString &key, const QByteArray &secret) = 0;
    virtual JobPtr<Done> erase(const QString &key) = 0;
    /// False when secrets live in memory for this run only; the window says so.
    virtual bool isLasting() const = 0;
};

} // namespace likeness
