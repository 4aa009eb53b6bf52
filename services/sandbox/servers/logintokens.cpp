// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/logintokens.h"

#include <QRandomGenerator>

namespace likeness {

namespace {

constexpr int loginCodeSeconds = 600;

QByteArray newSecret()
{
    std::array<quint32, 8> words {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray random(reinterpret_cast<const char *>(words.data()), sizeof words);
    return random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// Eight letters that are not taken for one another.
QString newUserCode()
{
    constexpr char letters[] = "BCDFGHJKLMNPQRSTVWXZ";
    QString code;
    for (int i = 0; i < 8; ++i)
        code += QLatin1Char(letters[QRandomGenerator::system()->bounded(20)]);
    return code;
}

} // namespace

template <class T>
std::optional<T> LoginTokens::living(const QMap<QByteArray, Dated<T>> &all, const QByteArray &key) const
{
    const auto found = all.constFind(key);
    if (found == all.cend() || found->until <= m_clock.now())
        return std::nullopt;
    return found->what;
}

QByteArray LoginTokens::addCode(const LoginCode &code)
{
    const QByteArray secret = newSecret();
    const std::scoped_lock locked(m_lock);
    m_codes[secret] = {code, m_clock.now().addSecs(loginCodeSeconds)};
    return secret;
}

std::optional<LoginCode> LoginTokens::takeCode(const QByteArray &code)
{
    const std::scoped_lock locked(m_lock);
    const std::optional<LoginCode> found = living(m_codes, code);
    m_codes.remove(code);
    return found;
}

QByteArray LoginTokens::addRefresh(const LoginGrant &grant)
{
    const QByteArray secret = newSecret();
    const std::scoped_lock locked(m_lock);
    m_refresh[secret] = grant;
    return secret;
}

std::optional<LoginGrant> LoginTokens::takeRefresh(const QByteArray &token)
{
    const std::scoped_lock locked(m_lock);
    const auto found = m_refresh.constFind(token);
    if (found == m_refresh.cend())
        return std::nullopt;
    LoginGrant grant = *found;
    m_refresh.erase(found);
    return grant;
}

void LoginTokens::revoke(const QString &upn)
{
    const std::scoped_lock locked(m_lock);
    m_refresh.removeIf([&upn](const auto &each) { return each.value().upn == upn; });
}

QByteArray LoginTokens::addAccess(const LoginGrant &grant, std::chrono::seconds lifetime)
{
    const QByteArray secret = newSecret();
    const std::scoped_lock locked(m_lock);
    m_access[secret] = {grant, m_clock.now().addSecs(lifetime.count())};
    return secret;
}

std::optional<LoginGrant> LoginTokens::access(const QByteArray &token) const
{
    const std::scoped_lock locked(m_lock);
    return living(m_access, token);
}

QByteArray LoginTokens::addDevice(const LoginGrant &grant, std::chrono::seconds lifetime)
{
    const QByteArray secret = newSecret();
    const std::scoped_lock locked(m_lock);
    m_devices[secret] = {{grant, newUserCode()}, m_clock.now().addSecs(lifetime.count())};
    return secret;
}

std::optional<DeviceAsking> LoginTokens::device(const QByteArray &code) const
{
    const std::scoped_lock locked(m_lock);
    return living(m_devices, code);
}

bool LoginTokens::decideDevice(const QString &userCode, const QString &upn, bool granted)
{
    const std::scoped_lock locked(m_lock);
    for (Dated<DeviceAsking> &each : m_devices) {
        const bool waits = each.what.state == DeviceAsking::State::Pending && each.until > m_clock.now();
        if (!waits || each.what.userCode.compare(userCode.trimmed(), Qt::CaseInsensitive) != 0)
            continue;
        each.what.state = granted ? DeviceAsking::State::Granted : DeviceAsking::State::Declined;
        each.what.grant.upn = upn;
        return true;
    }
    return false;
}

bool LoginTokens::asksTooSoon(const QByteArray &code, std::chrono::seconds interval)
{
    const std::scoped_lock locked(m_lock);
    const QDateTime now = m_clock.now();
    const QDateTime last = std::exchange(m_deviceAsked[code], now);
    // a second of grace: clients round
    return last.isValid() && last.secsTo(now) + 1 < interval.count();
}

void LoginTokens::dropDevice(const QByteArray &code)
{
    const std::scoped_lock locked(m_lock);
    m_devices.remove(code);
    m_deviceAsked.remove(code);
}

} // namespace likeness
