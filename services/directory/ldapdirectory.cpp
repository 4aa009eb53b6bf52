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

/// What is asked page after page; without sights nothing is known of photos.
struct PeopleQuestion
{
    LdapSearch search;
    std::optional<ListedSights> sights {};
};

SeenPage pageOf(LdapConnection &connection, const std::optional<ListedSights> &sights, const LdapFound &found,
    qint64 before, qint64 skip)
{
    SeenPage seen;
    if (sights)
        seen.store = sights->store;
    for (qsizetype at = skip; at < found.entries.size(); ++at) {
        const LdapEntry &entry = found.entries.at(at);
        Person person = personFromEntry(connection.settings().dialect, entry);
        person.mark = entryMark(connection, entry);
        if (person.keys.key.isEmpty())
            continue;
        if (sights)
            seen.sights.insert(person.keys.key, sights->sightIn(connection, entry));
        seen.page.people.append(std::move(person));
    }
    if (!found.cookie.isEmpty())
        seen.page.cookie
            = SearchPlace {before + found.entries.size(), connection.serial(), found.cookie}.packed();
    return seen;
}

/// From the beginning, leaving out what was delivered before.
Result<SeenPage> pageAfter(LdapConnection &connection, PeopleQuestion question, qint64 delivered)
{
    question.search.cookie.clear();
    for (qint64 before = 0;;) {
        const Result<LdapFound> found = connection.search(question.search);
        if (!found)
            return found.error();
        const qint64 skip = std::min<qint64>(delivered - before, found->entries.size());
        if (skip < found->entries.size() || found->cookie.isEmpty())
            return pageOf(connection, question.sights, *found, before, skip);
        before += found->entries.size();
        question.search.cookie = found->cookie;
    }
}

Result<SeenPage> pageOfPeople(
    LdapConnection &connection, PeopleQuestion question, const QByteArray &packedPlace)
{
    const std::optional<SearchPlace> place
        = packedPlace.isEmpty() ? SearchPlace {} : SearchPlace::unpacked(packedPlace);
    if (!place)
        return Error {Errc::BadInput, QStringLiteral("a page cookie of somebody else")};
    if (place->cookie.isEmpty() || place->connection != connection.serial())
        return pageAfter(connection, question, place->delivered);
    question.search.cookie = place->cookie;
    const Result<LdapFound> found = connection.search(question.search);
    if (found)
        return pageOf(connection, question.sights, *found, place->delivered, 0);
    // Another search in between made some servers forget the cookie
    return connection.usable() ? pageAfter(connection, question, place->delivered) : found.error();
}

LdapSearch peopleSearch(const LdapSettings &settings, const QString &words, int limit)
{
    return {.base = settings.baseDn,
        .scope = LdapSearch::Scope::Subtree,
        .filter = peopleFilter(settings.dialect, words),
        .attributes = personAttributes(settings.dialect),
        .pageSize = limit};
}

} // namespace

LdapDirectory::LdapDirectory(std::shared_ptr<LdapService> service, std::optional<ListedSights> sights)
    : m_service(std::move(service))
    , m_sights(std::move(sights))
{
}

JobPtr<PeoplePage> LdapDirectory::find(const QString &words, int limit, const QByteArray &cookie)
{
    Q_ASSERT(limit >= 1 && limit <= 500);
    return m_service->run<PeoplePage>(
        LdapRepeat::Safe,
        [words, limit, cookie](LdapConnection &connection) {
            return pageOfPeople(connection, {peopleSearch(connection.settings(), words, limit)}, cookie)
                .transform([](const SeenPage &seen) { return seen.page; });
        },
        LdapLane::Lists);
}

JobPtr<SeenPage> LdapDirectory::everybody(int limit, const QByteArray &cookie, bool photos)
{
    Q_ASSERT(limit >= 1 && limit <= 500);
    return m_service->run<SeenPage>(
        LdapRepeat::Safe,
        [limit, cookie, sights = photos ? m_sights : std::nullopt](LdapConnection &connection) {
            PeopleQuestion question {peopleSearch(connection.settings(), {}, limit), sights};
            question.search.attributes += markAttribute(connection); // a scan may have looked before
            for (const QByteArray &more : sights ? sights->attributes(connection) : QList<QByteArray>()) {
                if (!question.search.attributes.contains(more))
                    question.search.attributes += more;
            }
            question.search.readsAhead = true;
            connection.invocationId(); // now: a question between two pages may lose the place
            return pageOfPeople(connection, std::move(question), cookie);
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
