// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldapgroups.h"

#include "services/directory/ldappeople.h"

#include <QSet>
#include <QtEndian>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// "Member of, or member of a member of" ([MS-ADTS] 3.1.1.3.4.4.3).
const QByteArray memberOfChain("memberOf:1.2.840.113556.1.4.1941:");
const QByteArray plainGroups(
    "(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)"
    "(objectClass=groupOfMembers)(objectClass=posixGroup)(objectClass=groupOfURLs))");
constexpr int mostOfOneName = 50; ///< groups that share a name
constexpr qsizetype mostGroupsOfPerson = 500;

/// As servers compare them, near enough: all DNs here come from one server's own answers.
QString foldedDn(const QString &dn)
{
    return dn.toCaseFolded();
}

/// Groups seldom lie below where the people are, so they are looked for in the whole directory.
QString wholeDirectory(LdapConnection &connection)
{
    const Result<LdapFound> root
        = connection.search({.base = {}, .attributes = {"defaultNamingContext", "namingContexts"}});
    const QString base = connection.settings().baseDn;
    if (!root || root->entries.isEmpty())
        return base;
    const LdapEntry &entry = root->entries.first();
    if (const QString domain = entry.text("defaultNamingContext"); !domain.isEmpty())
        return domain;
    for (const QByteArray &context : entry.values.value("namingcontexts")) {
        const QString dn = QString::fromUtf8(context);
        if (foldedDn(base).endsWith(foldedDn(dn)))
            return dn;
    }
    return base;
}

Result<QStringList> dnsOf(const Result<LdapFound> &found, const QString &what)
{
    if (!found)
        return found.error();
    if (found->cutShort)
        return Error {Errc::Unsupported, u"too many "_s + what};
    QStringList dns;
    for (const LdapEntry &entry : found->entries)
        dns.append(entry.dn);
    return dns;
}

/// What a policy calls a group is looked up, so that a slip of the pen does not protect nobody.
Result<QStringList> groupsCalled(LdapConnection &connection, const QString &whole, const QString &name)
{
    const bool ad = connection.settings().dialect == LdapDialect::ActiveDirectory;
    LdapSearch search {.base = name, .attributes = {"cn"}};
    if (!looksLikeDn(name)) {
        const QByteArray wanted = ldapEscaped(ad ? name.section(u'\\', -1) : name);
        search.base = whole;
        search.scope = LdapSearch::Scope::Subtree;
        if (ad)
            search.filter = "(&(objectCategory=group)(|(sAMAccountName=" + wanted + ")(cn=" + wanted + ")))";
        else
            search.filter = "(&" + plainGroups + "(cn=" + wanted + "))";
        search.sizeLimit = mostOfOneName;
    }
    const Result<LdapFound> found = connection.search(search);
    const bool missing = found ? found->entries.isEmpty() : found.error().code == Errc::NotFound;
    if (missing)
        return Error {Errc::BadInput, u"the directory has no group "_s + name};
    return dnsOf(found, u"groups called "_s + name);
}

/// The entry of the person as it is now; the DN may be an old one.
Result<LdapEntry> entryOf(
    LdapConnection &connection, const PersonKeys &person, const QList<QByteArray> &attributes)
{
    if (!person.dn.isEmpty()) {
        const Result<LdapEntry> entry = findEntry(connection, person.dn, attributes);
        if (entry || entry.error().code != Errc::NotFound || person.key.isEmpty())
            return entry;
    }
    return findEntry(connection, person.key, attributes);
}

/// The primary group is in no memberOf: its SID is the person's with another last number
/// ([MS-ADTS] 3.1.1.4.5).
Result<QStringList> primaryGroup(LdapConnection &connection, const QString &whole, const LdapEntry &person)
{
    QByteArray sid = person.first("objectSid");
    bool isNumber = false;
    const quint32 number = person.first("primaryGroupID").toUInt(&isNumber);
    if (!isNumber || sid.size() < 12)
        return Error {Errc::Unsupported, u"the directory does not tell the person's primary group"_s};
    qToLittleEndian(number, sid.data() + sid.size() - 4);
    QByteArray escaped;
    for (const char byte : std::as_const(sid))
        escaped += '\\' + QByteArray(1, byte).toHex();
    return dnsOf(connection.search({.base = whole,
                     .scope = LdapSearch::Scope::Subtree,
                     .filter = "(objectSid=" + escaped + ')',
                     .attributes = {"cn"}}),
        u"primary groups"_s);
}

/// Active Directory: whether any of `members` is, or is in, any of `groups`.
Result<bool> isAnyWithin(LdapConnection &connection, const QStringList &members, const QStringList &groups)
{
    QByteArray filter("(|");
    for (const QString &group : groups)
        filter += '(' + memberOfChain + '=' + ldapEscaped(group) + ')';
    filter += ')';
    for (const QString &member : members) {
        if (groups.contains(member, Qt::CaseInsensitive))
            return true;
        const Result<LdapFound> found
            = connection.search({.base = member, .filter = filter, .attributes = {"cn"}});
        if (!found)
            return found.error();
        if (!found->entries.isEmpty())
            return true;
    }
    return false;
}

/// Elsewhere: every group the person is in, and every group those are in.
class GroupWalk
{
public:
    GroupWalk(LdapConnection &connection, QString whole)
        : m_connection(connection)
        , m_whole(std::move(whole))
    {
    }

    Result<Done> from(const LdapEntry &person)
    {
        for (const QByteArray &dn : person.values.value("memberof"))
            add(QString::fromUtf8(dn));
        QByteArray also;
        if (const QByteArray uid = person.first("uid"); !uid.isEmpty())
            also += "(memberUid=" + ldapEscaped(uid) + ')';
        if (const QByteArray gid = person.first("gidNumber"); !gid.isEmpty())
            also += "(&(objectClass=posixGroup)(gidNumber=" + ldapEscaped(gid) + "))";
        Result<Done> done = follow(person.dn, also);
        while (done && !m_todo.isEmpty()) {
            if (m_reached.size() > mostGroupsOfPerson)
                return Error {Errc::Unsupported, u"the person is in too many groups"_s};
            done = follow(m_todo.takeFirst(), {});
        }
        return done;
    }
    bool reached(const QString &dn) const { return m_reached.contains(foldedDn(dn)); }

private:
    Result<Done> follow(const QString &member, const QByteArray &also)
    {
        const QByteArray dn = ldapEscaped(member);
        const Result<QStringList> found
            = dnsOf(m_connection.search({.base = m_whole,
                        .scope = LdapSearch::Scope::Subtree,
                        .filter = "(|(member=" + dn + ")(uniqueMember=" + dn + ')' + also + ')',
                        .attributes = {"cn"}}),
                u"groups"_s);
        if (!found)
            return found.error();
        for (const QString &group : *found)
            add(group);
        return Done {};
    }
    void add(const QString &dn)
    {
        if (m_reached.contains(foldedDn(dn)))
            return;
        m_reached.insert(foldedDn(dn));
        m_todo.append(dn);
    }

    LdapConnection &m_connection;
    const QString m_whole;
    QSet<QString> m_reached;
    QStringList m_todo;
};

} // namespace

Result<QStringList> groupsAmong(
    LdapConnection &connection, const PersonKeys &person, const QStringList &groups)
{
    const bool ad = connection.settings().dialect == LdapDialect::ActiveDirectory;
    const QString whole = wholeDirectory(connection);
    const Result<LdapEntry> entry = entryOf(connection, person,
        ad ? QList<QByteArray> {"objectSid", "primaryGroupID"}
           : QList<QByteArray> {"uid", "gidNumber", "memberOf"});
    if (!entry)
        return entry.error();
    QStringList members {entry->dn};
    GroupWalk walk(connection, whole);
    if (ad) {
        const Result<QStringList> primary = primaryGroup(connection, whole, *entry);
        if (!primary)
            return primary.error();
        members += *primary;
    } else if (const Result<Done> walked = walk.from(*entry); !walked) {
        return walked.error();
    }
    QStringList memberships;
    for (const QString &group : groups) {
        const Result<QStringList> dns = groupsCalled(connection, whole, group);
        if (!dns)
            return dns.error();
        const Result<bool> within = ad ? isAnyWithin(connection, members, *dns)
                                       : Result<bool>(std::ranges::any_of(
                                           *dns, [&walk](const QString &dn) { return walk.reached(dn); }));
        if (!within)
            return within.error();
        if (*within)
            memberships.append(group);
    }
    return memberships;
}

} // namespace likeness
