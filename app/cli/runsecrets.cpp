// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/runsecrets.h"

namespace likeness {

JobPtr<Done> RunSecrets::keepForNow(const QString &key, const QByteArray &secret)
{
    m_keys.insert(key);
    return m_forNow.save(key, secret);
}

SecretStore &RunSecrets::of(const QString &key)
{
    if (m_keys.contains(key))
        return m_forNow;
    return *m_below;
}

} // namespace likeness
