// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <ldap.h>
#include <mutex>
#include <stop_token>
#include <thread>

namespace likeness {

/// Ends a connection that is being made when the time is up or the work is to stop, by shutting its socket
/// down: libldap's TLS handshake (GnuTLS) turns in circles for ever while a server says nothing. Must outlive
/// the handle it watches.
class LdapGuard
{
public:
    LdapGuard(std::chrono::milliseconds patience, std::stop_token stop);
    LdapGuard(const LdapGuard &) = delete;
    LdapGuard &operator=(const LdapGuard &) = delete;

    void watch(LDAP *handle);
    /// The connection stands: leave it alone from now on.
    void release();

private:
    void setSocket(int descriptor);
    void wait(
        const std::stop_token &released, std::chrono::milliseconds patience, const std::stop_token &stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    int m_socket = -1;
    ldap_conncb m_callback {};
    std::jthread m_thread; // last: ends first
};

} // namespace likeness
