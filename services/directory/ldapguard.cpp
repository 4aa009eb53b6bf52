// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldapguard.h"

#include <sys/socket.h>

namespace likeness {

LdapGuard::LdapGuard(std::chrono::milliseconds patience, std::stop_token stop)
    : m_thread([this, patience, stop](std::stop_token released) { wait(released, patience, stop); })
{
}

void LdapGuard::watch(LDAP *handle)
{
    m_callback.lc_add = [](LDAP *, Sockbuf *buffer, LDAPURLDesc *, sockaddr *, ldap_conncb *callback) {
        int descriptor = -1;
        ber_sockbuf_ctrl(buffer, LBER_SB_OPT_GET_FD, &descriptor);
        static_cast<LdapGuard *>(callback->lc_arg)->setSocket(descriptor);
        return 0;
    };
    m_callback.lc_del = [](LDAP *, Sockbuf *, ldap_conncb *callback) {
        static_cast<LdapGuard *>(callback->lc_arg)->setSocket(-1);
    };
    m_callback.lc_arg = this;
    ldap_set_option(handle, LDAP_OPT_CONNECT_CB, &m_callback);
}

void LdapGuard::release()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void LdapGuard::setSocket(int descriptor)
{
    const std::lock_guard locker(m_mutex);
    m_socket = descriptor;
}

void LdapGuard::wait(
    const std::stop_token &released, std::chrono::milliseconds patience, const std::stop_token &stop)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    const std::stop_callback wakeOnStop(stop, [this] {
        const std::lock_guard locker(m_mutex);
        m_wake.notify_all();
    });
    std::unique_lock locker(m_mutex);
    m_wake.wait_until(locker, released, deadline, [&] { return stop.stop_requested(); });
    if (!released.stop_requested() && m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

} // namespace likeness
