// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldappeople.h"

#include "models/people/mergepeople.h"

namespace likeness {

namespace {

QStringList ldapTexts(const LdapEntry &entry, const QByteArray &attribute)
{
    QStringList texts;
    for (const QByteArray &value : entry.values.value(attribute.toLower()))
        texts.append(QString::fromUtf8(value));
    return texts;
}

/// Only Active Directory's ids are known to the cloud.
PersonTraces adTraces(const LdapEntry &entry)
{
    PersonTraces traces;
    for (const QByteArray &attribute : {QByteArray("objectGUID"), QByteArray("mS-DS-ConsistencyGuid")}) {
        const QString guid = guidText(entry.first(attribute));
        if (!guid.isEmpty() && !traces.anchors.contains(guid))
            traces.anchors.append(guid);
    }
    traces.account = entry.text("sAMAccountName");
    traces.addresses = mailAddressesIn(ldapTexts(entry, "proxyAddresses"));
    return traces;
}

} // namespace

Person personFromEntry(LdapDialect dialect, const LdapEntry &entry)
{
    const bool ad = dialect == LdapDialect::ActiveDirectory;
    Person person;
    person.keys.key = entry.text(ad ? "sAMAccountName" : "uid");
    person.keys.dn = entry.dn;
    person.keys.upn = entry.text("userPrincipalName");
    person.keys.mail = entry.text("mail");
    person.keys.objectGuid = ad ? guidText(entry.first("objectGUID")) : entry.text("entryUUID").toLower();
    person.displayName = entry.text("displayName");
    if (person.displayName.isEmpty())
        person.displayName = entry.text("cn");
    person.givenName = entry.text("givenName");
    person.surname = entry.text("sn");
    person.title = entry.text("title");
    person.department = entry.text(ad ? "department" : "departmentNumber");
    person.employeeId = entry.text("employeeID");
    if (person.employeeId.isEmpty())
        person.employeeId = entry.text("employeeNumber");
    if (ad)
        person.traces = adTraces(entry);
    return person;
}

Result<LdapEntry> findEntry(
    LdapConnection &connection, const QString &name, const QList<QByteArray> &attributes)
{
    LdapSearch search {.base = name, .attributes = attributes};
    if (!looksLikeDn(name)) {
        search.base = connection.settings().baseDn;
        search.scope = LdapSearch::Scope::Subtree;
        search.filter = personFilter(connection.settings().dialect, name);
        search.sizeLimit = 2;
    }
    const Result<LdapFound> found = connection.search(search);
    if (!found)
        return found.error();
    if (found->entries.size() == 1)
        return found->entries.first();
    return Error {found->entries.isEmpty() ? Errc::NotFound : Errc::Ambiguous,
        u"'" % name % u"' fits " % (found->entries.isEmpty() ? u"nobody" : u"several people")};
}

} // namespace likeness
