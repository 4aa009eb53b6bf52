// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldapconnection.h"
#include "services/directory/ldapcontrols.h"
#include "services/directory/replmetadata.h"

#include <QTimeZone>

namespace likeness {
namespace {

QByteArray everyByteEscaped(const QByteArray &bytes)
{
    QByteArray escaped;
    for (const char byte : bytes)
        escaped += '\\' + QByteArray(1, byte).toHex();
    return escaped;
}

/// As domain controllers write it: "20261122231500.0Z".
std::optional<QDateTime> generalizedTime(const QByteArray &text)
{
    const QDateTime time
        = QDateTime::fromString(QString::fromLatin1(text.left(14)), QStringLiteral("yyyyMMddHHmmss"));
    if (!time.isValid() || !text.endsWith('Z'))
        return std::nullopt;
    return QDateTime(time.date(), time.time(), QTimeZone::utc()).toUTC();
}

} // namespace

QByteArray LdapConnection::invocationId()
{
    if (!m_invocationId && m_server.settingsDn.isEmpty())
        m_invocationId.emplace();
    if (!m_invocationId) {
        const Result<LdapFound> found = search({.base = m_server.settingsDn, .attributes = {"invocationId"}});
        const QByteArray id = found ? found->entries.value(0).first("invocationId") : QByteArray();
        m_invocationId = id.size() == 16 ? id : QByteArray();
    }
    return *m_invocationId;
}

Result<Done> LdapConnection::readRootDse()
{
    const Result<LdapFound> found = search({.base = {},
        .attributes = {"dnsHostName", "configurationNamingContext", "serverName", "supportedCapabilities",
            "supportedControl", "dsServiceName", "currentTime"}});
    if (!found)
        return found.error();
    const LdapEntry root = found->entries.value(0);
    m_server.name = root.text("dnsHostName");
    m_server.configurationDn = root.text("configurationNamingContext");
    m_server.serverDn = root.text("serverName");
    m_server.settingsDn = root.text("dsServiceName");
    m_server.clock = generalizedTime(root.first("currentTime"));
    m_server.clockHere = QDateTime::currentDateTimeUtc();
    m_server.isActiveDirectory
        = root.values.value("supportedcapabilities").contains("1.2.840.113556.1.4.800");
    m_server.assertsBeforeWrite = root.values.value("supportedcontrol").contains(LDAP_CONTROL_ASSERT);
    return Done {};
}

/// Not knowing the name is no reason to fail.
QString LdapConnection::controllerName(const QByteArray &invocationId)
{
    if (invocationId.isEmpty() || m_server.configurationDn.isEmpty())
        return {};
    const auto known = m_controllerNames.constFind(invocationId);
    if (known != m_controllerNames.cend())
        return *known;
    const Result<LdapFound> found = search({.base = m_server.configurationDn,
        .scope = LdapSearch::Scope::Subtree,
        .filter = "(&(objectClass=nTDSDSA)(invocationId=" + everyByteEscaped(invocationId) + "))",
        .attributes = {"cn"},
        .sizeLimit = 1});
    if (!found)
        return {};
    return *m_controllerNames.insert(invocationId, controllerFromSettingsDn(found->entries.value(0).dn));
}

} // namespace likeness
