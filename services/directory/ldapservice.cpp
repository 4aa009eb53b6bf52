// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldapservice.h"

namespace likeness {

namespace {

constexpr int questionsAtOnce = 2;

} // namespace

LdapPool::LdapPool(LdapSettings settings, int most)
    : m_settings(std::move(settings))
    , m_most(most)
{
}

Result<std::unique_ptr<LdapConnection>> LdapPool::take(
    const QByteArray &password, bool fresh, std::stop_token stop)
{
    std::unique_ptr<LdapConnection> kept;
    {
        const QMutexLocker locker(&m_mutex);
        if (!m_idle.empty()) {
            kept = std::move(m_idle.back());
            m_idle.pop_back();
        }
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
    if (m_idle.size() < static_cast<std::size_t>(m_most))
        m_idle.push_back(std::move(connection));
}

LdapService::LdapService(LdapSettings settings, SecretSource secret)
    : m_settings(std::move(settings))
    , m_secret(std::move(secret))
    , m_questions(m_settings, questionsAtOnce)
    , m_lists(m_settings, 1)
{
}

LdapService::Workshop::Workshop(const LdapSettings &settings, int most)
    : pool(std::make_shared<LdapPool>(settings, most))
{
    workers.setMaxThreadCount(most);
}

} // namespace likeness
