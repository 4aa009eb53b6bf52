// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/graphserver.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>
#include <QUuid>
#include <QtEndian>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype graphPageOfUsers = 100;

/// As directory synchronisation makes it of ms-DS-ConsistencyGuid, which the lab's directory has from here
/// (resources/lab/directory/labdata.py): Base64 of the GUID as Active Directory keeps it.
QString immutableIdOf(const Person &person)
{
    const QUuid id(person.keys.objectGuid);
    QByteArray bytes(16, Qt::Uninitialized);
    qToLittleEndian(id.data1, bytes.data());
    qToLittleEndian(id.data2, bytes.data() + 4);
    qToLittleEndian(id.data3, bytes.data() + 6);
    std::copy_n(id.data4, 8, bytes.begin() + 8);
    return QString::fromLatin1(bytes.toBase64());
}

QJsonObject allProperties(const Person &person)
{
    const PersonKeys &keys = person.keys;
    return {{u"id"_s, keys.objectGuid}, {u"displayName"_s, person.displayName},
        {u"givenName"_s, person.givenName}, {u"surname"_s, person.surname}, {u"jobTitle"_s, person.title},
        {u"department"_s, person.department}, {u"employeeId"_s, person.employeeId}, {u"mail"_s, keys.mail},
        {u"userPrincipalName"_s, keys.upn},
        {u"proxyAddresses"_s, QJsonArray {QString(u"SMTP:"_s + keys.mail)}},
        {u"onPremisesSamAccountName"_s, keys.key}, {u"onPremisesImmutableId"_s, immutableIdOf(person)},
        {u"onPremisesSyncEnabled"_s, true}, {u"businessPhones"_s, QJsonArray {}},
        {u"mobilePhone"_s, QJsonValue()}, {u"officeLocation"_s, QJsonValue()},
        {u"preferredLanguage"_s, QJsonValue()}};
}

/// The ones asked for, else those Graph gives by itself.
QJsonObject userObject(const Person &person, const SandboxRequest &request)
{
    static const QStringList usual {u"businessPhones"_s, u"displayName"_s, u"givenName"_s, u"jobTitle"_s,
        u"mail"_s, u"mobilePhone"_s, u"officeLocation"_s, u"preferredLanguage"_s, u"surname"_s,
        u"userPrincipalName"_s, u"id"_s};
    const std::optional<QString> select = request.parameter(u"$select"_s);
    const QStringList names = select ? select->split(u',') : usual;
    const QJsonObject all = allProperties(person);
    QJsonObject chosen;
    for (const QString &name : names) {
        if (all.contains(name.trimmed()))
            chosen[name.trimmed()] = all[name.trimmed()];
    }
    return chosen;
}

/// Each word has to begin one of the property's.
bool fitsClause(const Person &person, const QString &property, const QString &text)
{
    const QString value = allProperties(person).value(property).toString();
    if (property != "displayName"_L1)
        return value.startsWith(text, Qt::CaseInsensitive);
    static const QRegularExpression gap(u"[\\s,-]+"_s);
    const QStringList tokens = value.split(gap, Qt::SkipEmptyParts);
    const QStringList words = text.split(gap, Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(), [&tokens](const QString &word) {
        return std::any_of(tokens.cbegin(), tokens.cend(),
            [&word](const QString &token) { return token.startsWith(word, Qt::CaseInsensitive); });
    });
}

/// `"displayName:ann" OR "mail:ann"`; nullopt = not understood.
std::optional<bool> fitsSearch(const Person &person, const QString &search)
{
    static const QRegularExpression clause(u"\\G\\s*\"(\\w+):((?:[^\"\\\\]|\\\\.)*)\"\\s*(OR|AND|$)"_s);
    bool any = false;
    bool all = true;
    qsizetype at = 0;
    while (at < search.size()) {
        const QRegularExpressionMatch match = clause.match(search, at);
        if (!match.hasMatch())
            return std::nullopt;
        static const QRegularExpression escape(u"\\\\(.)"_s);
        all = fitsClause(person, match.captured(1), match.captured(2).replace(escape, u"\\1"_s)) && all;
        if (match.captured(3) != "AND"_L1) {
            any = any || all;
            all = true;
        }
        at = match.capturedEnd();
    }
    return any;
}

/// `startswith(displayName,'a') or mail eq 'b'`; nullopt = not understood.
std::optional<bool> fitsFilter(const Person &person, const QString &filter)
{
    static const QRegularExpression clause(
        u"\\G\\s*(?:startswith\\(\\s*(\\w+)\\s*,\\s*'((?:[^']|'')*)'\\s*\\)|(\\w+) eq '((?:[^']|'')*)')\\s*(or\\s|$)"_s);
    bool any = false;
    qsizetype at = 0;
    while (at < filter.size()) {
        const QRegularExpressionMatch match = clause.match(filter, at);
        if (!match.hasMatch())
            return std::nullopt;
        const bool starts = match.capturedLength(1) > 0;
        const QString value = allProperties(person)[match.captured(starts ? 1 : 3)].toString();
        const QString text = match.captured(starts ? 2 : 4).replace(u"''"_s, u"'"_s);
        any = any
            || (starts ? value.startsWith(text, Qt::CaseInsensitive)
                       : value.compare(text, Qt::CaseInsensitive) == 0);
        at = match.capturedEnd();
    }
    return any;
}

/// What is asked for; nullopt = the question is not understood.
std::optional<QList<Person>> chosenUsers(const SandboxWorld &world, const SandboxRequest &request)
{
    const std::optional<QString> search = request.parameter(u"$search"_s);
    const std::optional<QString> filter = request.parameter(u"$filter"_s);
    QList<Person> chosen;
    for (const Person &person : world.people()) {
        const std::optional<bool> searched = search ? fitsSearch(person, *search) : true;
        const std::optional<bool> filtered = filter ? fitsFilter(person, *filter) : true;
        if (!searched || !filtered)
            return std::nullopt;
        if (*searched && *filtered)
            chosen += person;
    }
    return chosen;
}

QString nextLink(const SandboxRequest &request, qsizetype offset)
{
    QUrl url = QUrl::fromEncoded(
        QByteArray("https://" + request.header("Host").value_or(QByteArray()) + request.target));
    QUrlQuery query(url);
    query.removeAllQueryItems(u"$skiptoken"_s);
    query.addQueryItem(u"$skiptoken"_s, QString::number(offset));
    url.setQuery(query);
    return QString::fromLatin1(url.toEncoded());
}

} // namespace

SandboxReply graphUserReply(const Person &person, const SandboxRequest &request)
{
    if (request.verb != "GET")
        return graphErrorReply(
            405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
    return jsonReply(userObject(person, request));
}

SandboxReply graphUsersReply(const SandboxWorld &world, const SandboxRequest &request)
{
    const QByteArray level = request.header("ConsistencyLevel").value_or(QByteArray()).toLower();
    if (request.parameter(u"$search"_s) && level != "eventual")
        return graphErrorReply(400, "Request_UnsupportedQuery",
            "Request with $search query parameter only works through MSGraph with a special request header: "
            "'ConsistencyLevel: eventual'");
    const std::optional<QList<Person>> found = chosenUsers(world, request);
    const qsizetype page
        = request.parameter(u"$top"_s) ? request.parameter(u"$top"_s)->toInt() : graphPageOfUsers;
    if (!found || page < 1 || page > 999)
        return graphErrorReply(400, "BadRequest", "Invalid $search, $filter or $top clause.");
    const qsizetype offset = request.parameter(u"$skiptoken"_s).value_or(u"0"_s).toInt();
    QJsonArray users;
    for (const Person &person : found->mid(std::clamp<qsizetype>(offset, 0, found->size()), page))
        users += userObject(person, request);
    QJsonObject answer {{u"value"_s, users}};
    if (request.parameter(u"$count"_s) == u"true"_s && level == "eventual")
        answer[u"@odata.count"_s] = found->size();
    if (offset + page < found->size())
        answer[u"@odata.nextLink"_s] = nextLink(request, offset + page);
    return jsonReply(answer);
}

} // namespace likeness
