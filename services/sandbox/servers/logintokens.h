// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/sandboxworld.h"

namespace likeness {

/// What somebody has been allowed: who, by which application, and for what.
struct LoginGrant
{
    QString upn;
    QString clientId;
    QStringList scopes; ///< as asked for
    QString nonce {};

    friend bool operator==(const LoginGrant &, const LoginGrant &) = default;
};

/// A grant on its way through the browser.
struct LoginCode
{
    LoginGrant grant;
    QString redirectUri;
    QByteArray challenge; ///< PKCE, S256
};

/// Where a sign-in on another device stands.
struct DeviceAsking
{
    enum class State { Pending, Declined, Granted };
    LoginGrant grant;
    QString userCode;
    State state = State::Pending;
};

/// The codes and tokens the issuer has handed out; each dies by the clock of the world. Any thread. What is
/// asked by a secret that is unknown, spent or too old is nullopt.
class LoginTokens final
{
public:
    explicit LoginTokens(const SandboxClock &clock)
        : m_clock(clock)
    {
    }

    QByteArray addCode(const LoginCode &code); ///< good for ten minutes, once
    std::optional<LoginCode> takeCode(const QByteArray &code);

    QByteArray addRefresh(const LoginGrant &grant); ///< good until it is used
    std::optional<LoginGrant> takeRefresh(const QByteArray &token);
    /// Every refresh token of that account stops working, as after a change of password.
    void revoke(const QString &upn);

    QByteArray addAccess(const LoginGrant &grant, std::chrono::seconds lifetime);
    std::optional<LoginGrant> access(const QByteArray &token) const;

    /// Returns the device code; the user code is in device().
    QByteArray addDevice(const LoginGrant &grant, std::chrono::seconds lifetime);
    std::optional<DeviceAsking> device(const QByteArray &code) const;
    /// Whether somebody typed a code that waits, and now has their answer.
    bool decideDevice(const QString &userCode, const QString &upn, bool granted);
    /// Whether that device asks again sooner than it may.
    bool asksTooSoon(const QByteArray &code, std::chrono::seconds interval);
    void dropDevice(const QByteArray &code);

private:
    template <class T>
    struct Dated
    {
        T what;
        QDateTime until;
    };
    template <class T>
    std::optional<T> living(const QMap<QByteArray, Dated<T>> &all, const QByteArray &key) const;

    const SandboxClock &m_clock;
    mutable std::mutex m_lock; // guards what follows
    QMap<QByteArray, Dated<LoginCode>> m_codes;
    QMap<QByteArray, LoginGrant> m_refresh;
    QMap<QByteArray, Dated<LoginGrant>> m_access;
    QMap<QByteArray, Dated<DeviceAsking>> m_devices;
    QMap<QByteArray, QDateTime> m_deviceAsked;
};

} // namespace likeness
