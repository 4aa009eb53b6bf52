// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldapdirectory.h"

#include "services/directory/entrymark.h"
#include "services/directory/ldapgroups.h"
#include "services/directory/ldappeople.h"

#include <QDataStream>
#include <QIODevice>

namespace likeness {
namespace {

/// Where a search stands: servers know their cookies only on the connection they were given on.
struct SearchPlace
{
    qint64 delivered = 0;
    quint64 connection = 0;
    QByteArray cookie {};

    QByteArray packed() const
    {
        QByteArray bytes;
        QDataStream(&bytes, QIODevice::WriteOnly) << delivered << connection << cookie;
        return bytes;
    }
    static std::optional<SearchPlace> unpacked(const QByteArray &bytes)
    {
        SearchPlace place;
        QDataStream stream(bytes);
        stream >> place.delivered >> place.connection >> place.cookie;
        const bool whole = stream.status() == QDataStream::Ok && stream.atEnd() && place.delivered >= 0;
        return whole ? std::optional(place) : std::nullopt;
    }
};

PeoplePage pageOf(LdapConnection &connection, const LdapFound &found, qint64 before, qint64 skip)
{
    PeoplePage page;
    for (const LdapEntry &entry : found.entries.mid(skip)) {
        Person person = personFromEntry(connection.settings().dialect, entry);
        person.mark = entryMark(connection, entry);
        if (!person.keys.key.isEmpty())
            page.people.append(std::move(person));
    }
    if (!found.cookie.isEmpty())
        page.cookie = SearchPlace {before + found.entries.size(), connection.serial(), found.cookie}.packed();
    return page;
}

/// From the beginning, leaving out what was delivered before.
Result<PeoplePage> pageAfter(LdapConnection &connection, LdapSearch search, qint64 delivered)
{
    search.cookie.clear();
    for (qint64 before = 0;;) {
        const Result<LdapFound> found = connection.search(search);
        if (!found)
            return found.error();
        const qint64 skip = std::min<qint64>(delivered - before, found->entries.size());
        if (skip < found->entries.size() || found->cookie.isEmpty())
            return pageOf(connection, *found, before, skip);
        before += found->entries.size();
        search.cookie = found->cookie;
    }
}

Result<PeoplePage> pageOfPeople(LdapConnection &connection, LdapSearch search, const SearchPlace &place)
{
    if (place.cookie.isEmpty() || place.connection != connection.serial())
        return pageAfter(connection, search, place.delivered);
    search.cookie = place.cookie;
    const Result<LdapFound> found = connection.search(search);
    if (found)
        return pageOf(connection, *found, place.delivered, 0);
    // Another search in between made some servers forget the cookie
    return connection.usable() ? pageAfter(connection, search, place.delivered) : found.error();
}

} // namespace

LdapDirectory::LdapDirectory(std::shared_ptr<LdapService> service)
    : m_service(std::move(service))
{
}

JobPtr<PeoplePage> LdapDirectory::find(const QString &words, int limit, const QByteArray &cookie)
{
    Q_ASSERT(limit >= 1 && limit <= 500);
    return m_service->run<PeoplePage>(
        LdapRepeat::Safe,
        [words, limit, cookie](LdapConnection &connection) -> Result<PeoplePage> {
            const std::optional<SearchPlace> place
                = cookie.isEmpty() ? SearchPlace {} : SearchPlace::unpacked(cookie);
            if (!place)
                return Error {Errc::BadInput, QStringLiteral("a page cookie of somebody else")};
            const LdapSettings &settings = connection.settings();
            QList<QByteArray> attributes = personAttributes(settings.dialect);
            if (words.simplified().isEmpty()) { // everybody: for a scan, which may have looked before
                attributes.append(markAttribute(connection));
                connection.invocationId(); // now: a question between two pages may lose the place
            }
            return pageOfPeople(connection,
                {.base = settings.baseDn,
                    .scope = LdapSearch::Scope::Subtree,
                    .filter = peopleFilter(settings.dialect, words),
                    .attributes = attributes,
                    .pageSize = limit},
                *place);
        },
        LdapLane::Lists);
}

JobPtr<PeoplePage> LdapDirectory::employee(const QString &id)
{
    return m_service->run<PeoplePage>(
        LdapRepeat::Safe, [id = id.trimmed()](LdapConnection &connection) -> Result<PeoplePage> {
            const LdapSettings &settings = connection.settings();
            const Result<LdapFound> found = connection.search({.base = settings.baseDn,
                .scope = LdapSearch::Scope::Subtree,
                .filter = employeeFilter(settings.dialect, id),
                .attributes = personAttributes(settings.dialect),
                .sizeLimit = 3});
            if (!found)
                return found.error();
            PeoplePage page;
            for (const LdapEntry &entry : found->entries)
                page.people.append(personFromEntry(settings.dialect, entry));
            return page;
        });
}

JobPtr<Person> LdapDirectory::person(const QString &name)
{
    return m_service->run<Person>(LdapRepeat::Safe, [name](LdapConnection &connection) -> Result<Person> {
        const LdapDialect dialect = connection.settings().dialect;
        const Result<LdapEntry> entry = findEntry(connection, name.trimmed(), personAttributes(dialect));
        return entry.transform([dialect](const LdapEntry &one) { return personFromEntry(dialect, one); });
    });
}

JobPtr<QStringList> LdapDirectory::memberships(const PersonKeys &person, const QStringList &groups)
{
    return m_service->run<QStringList>(LdapRepeat::Safe,
        [person, groups](LdapConnection &connection) { return groupsAmong(connection, person, groups); });
}

} // namespace likeness
