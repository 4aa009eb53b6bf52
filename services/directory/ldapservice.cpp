// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldapservice.h"

namespace likeness {

LdapPool::LdapPool(LdapSettings settings)
    : m_settings(std::move(settings))
{
}

Result<std::unique_ptr<LdapConnection>> LdapPool::take(
    const QByteArray &password, bool fresh, std::stop_token stop)
{
    std::unique_ptr<LdapConnection> kept;
    {
        const QMutexLocker locker(&m_mutex);
        kept = std::move(m_idle);
    }
    if (fresh || !kept || !kept->quiet())
        return LdapConnection::open(m_settings, password, std::move(stop));
    kept->serve(std::move(stop));
    return kept;
}

void LdapPool::giveBack(std::unique_ptr<LdapConnection> connection)
{
    if (!connection->usable())
        return;
    connection->serve({});
    const QMutexLocker locker(&m_mutex);
    std::swap(m_idle, connection); // two jobs at once: the older one is let go
}

LdapService::LdapService(LdapSettings settings, SecretSource secret)
    : m_settings(std::move(settings))
    , m_secret(std::move(secret))
    , m_pool(std::make_shared<LdapPool>(m_settings))
{
    m_workers.setMaxThreadCount(2);
}

} // namespace likeness
