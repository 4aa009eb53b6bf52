// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldaprequests.h"

#include <QStringList>
#include <QUuid>
#include <algorithm>

namespace likeness {
namespace {

const QByteArray adPeople("(objectCategory=person)(objectClass=user)");
/// The domain's own accounts (Administrator, Guest, krbtgt) are nobody [MS-ADA1 isCriticalSystemObject]
const QByteArray adListed = adPeople + "(!(isCriticalSystemObject=TRUE))";
const QByteArray plainPeople("(objectClass=inetOrgPerson)");

QByteArray anyOf(const QList<QByteArray> &attributes, const QByteArray &condition)
{
    QByteArray filter("(|");
    for (const QByteArray &attribute : attributes)
        filter += '(' + attribute + '=' + condition + ')';
    return filter + ')';
}

/// What ANR does in Active Directory: "First Last" and "Last First".
QByteArray bothNames(const QString &words)
{
    const QByteArray first = ldapEscaped(words.section(u' ', 0, 0)) + '*';
    const QByteArray rest = ldapEscaped(words.section(u' ', 1)) + '*';
    return "(&(givenName=" + first + ")(sn=" + rest + "))(&(sn=" + first + ")(givenName=" + rest + "))";
}

} // namespace

QByteArray ldapEscaped(const QByteArray &value)
{
    QByteArray escaped;
    escaped.reserve(value.size());
    for (const char c : value) {
        if (c == '*' || c == '(' || c == ')' || c == '\\' || c == '\0')
            escaped += '\\' + QByteArray(1, c).toHex();
        else
            escaped += c;
    }
    return escaped;
}

QByteArray ldapEscaped(const QString &value)
{
    return ldapEscaped(value.toUtf8());
}

QList<QByteArray> personAttributes(LdapDialect dialect)
{
    if (dialect == LdapDialect::ActiveDirectory) {
        return {"sAMAccountName", "userPrincipalName", "mail", "objectGUID", "displayName", "cn", "givenName",
            "sn", "title", "department", "employeeID", "employeeNumber", "mS-DS-ConsistencyGuid",
            "proxyAddresses"};
    }
    return {"uid", "mail", "entryUUID", "displayName", "cn", "givenName", "sn", "title", "departmentNumber",
        "employeeNumber"};
}

QByteArray peopleFilter(LdapDialect dialect, const QString &words)
{
    const QString wanted = words.simplified();
    const bool ad = dialect == LdapDialect::ActiveDirectory;
    const QByteArray people = ad ? adListed : plainPeople;
    if (wanted.isEmpty())
        return "(&" + people + ')';
    const QByteArray begins = ldapEscaped(wanted) + '*';
    if (ad) {
        // ANR takes plain text; mail and UPN are not in its set
        return "(&" + people + "(|(anr=" + ldapEscaped(wanted) + ')'
            + anyOf({"mail", "userPrincipalName"}, begins) + "))";
    }
    QByteArray names = anyOf({"displayName", "cn", "givenName", "sn", "uid", "mail"}, begins);
    if (wanted.contains(u' '))
        names = "(|" + names + bothNames(wanted) + ')';
    return "(&" + people + names + ')';
}

QByteArray personFilter(LdapDialect dialect, const QString &name)
{
    const bool ad = dialect == LdapDialect::ActiveDirectory;
    const QString bare = ad ? name.section(u'\\', -1) : name;
    const QByteArray names = ad ? anyOf({"sAMAccountName", "userPrincipalName", "mail"}, ldapEscaped(bare))
                                : anyOf({"uid", "mail"}, ldapEscaped(bare));
    return "(&" + (ad ? adPeople : plainPeople) + names + ')';
}

QByteArray idFilter(LdapDialect dialect, const QString &objectGuid)
{
    const QUuid uuid = QUuid::fromString(objectGuid);
    if (uuid.isNull())
        return {};
    if (dialect != LdapDialect::ActiveDirectory)
        return "(entryUUID=" + uuid.toByteArray(QUuid::WithoutBraces) + ')';
    QByteArray bytes
        = uuid.toRfc4122(); // of which the first three numbers are the other way round [MS-DTYP] 2.3.4
    std::reverse(bytes.begin(), bytes.begin() + 4);
    std::reverse(bytes.begin() + 4, bytes.begin() + 6);
    std::reverse(bytes.begin() + 6, bytes.begin() + 8);
    QByteArray filter("(objectGUID=");
    for (const char byte : std::as_const(bytes))
        filter += '\\' + QByteArray(1, byte).toHex();
    return filter + ')';
}

QByteArray employeeFilter(LdapDialect dialect, const QString &id)
{
    const bool ad = dialect == LdapDialect::ActiveDirectory;
    const QList<QByteArray> attributes
        = ad ? QList<QByteArray> {"employeeID", "employeeNumber"} : QList<QByteArray> {"employeeNumber"};
    return "(&" + (ad ? adPeople : plainPeople) + anyOf(attributes, ldapEscaped(id)) + ')';
}

bool looksLikeDn(const QString &name)
{
    const qsizetype equals = name.indexOf(u'=');
    return equals > 0 && name.indexOf(u',', equals) > 0 && !name.left(equals).contains(u'@');
}

} // namespace likeness
