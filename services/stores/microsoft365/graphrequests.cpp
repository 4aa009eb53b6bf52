// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/microsoft365/graphrequests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace likeness::graph {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds uploadTime {120'000};
constexpr char personFields[]
    = "id,displayName,givenName,surname,jobTitle,department,userPrincipalName,mail,employeeId,"
      "onPremisesImmutableId,onPremisesSamAccountName,onPremisesDistinguishedName,proxyAddresses";

QByteArray rootOf(const QUrl &service)
{
    QByteArray root = service.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (root.endsWith('/'))
        root.chop(1);
    return root;
}

HttpRequest graphRequest(const QUrl &service, const QByteArray &path, const QByteArray &accept)
{
    HttpRequest request;
    request.url = QUrl::fromEncoded(QByteArray(rootOf(service) + path), QUrl::StrictMode);
    request.headers = {{"Accept", accept}};
    return request;
}

HttpRequest jsonRequest(const QUrl &service, const QByteArray &path)
{
    return graphRequest(service, path, "application/json");
}

/// Guests have a '#' in their UPN; a '$' in front needs the form with parentheses [M2].
QByteArray pathOf(const QString &user)
{
    if (user.startsWith(u'$'))
        return "/v1.0/users('" + QUrl::toPercentEncoding(QString(user).replace(u"'"_s, u"''"_s), "@$'")
            + "')";
    return "/v1.0/users/" + QUrl::toPercentEncoding(user, "@");
}

/// A clause of $search is quoted as a whole; '&' in it is a known fault of the service [M13].
QString searchClause(const QString &property, const QString &words)
{
    QString text = words;
    text.replace(u'&', u' ').replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + property + u':' + text + u'"';
}

HttpRequest advanced(const QUrl &service, const QByteArray &query)
{
    HttpRequest request
        = jsonRequest(service, "/v1.0/users?" + query + "&$count=true&$select=" + personFields);
    request.headers.emplaceBack("ConsistencyLevel", "eventual");
    return request;
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == u"https"_s ? 443 : 80);
}

} // namespace

HttpRequest me(const QUrl &service)
{
    return jsonRequest(service, "/v1.0/me?$select=id,userPrincipalName");
}

HttpRequest user(const QUrl &service, const QString &user)
{
    return jsonRequest(service, pathOf(user) + "?$select=id,userPrincipalName");
}

HttpRequest photoInfo(const QUrl &service, const QString &user)
{
    return jsonRequest(service, pathOf(user) + "/photo");
}

HttpRequest photoBytes(const QUrl &service, const QString &user)
{
    return graphRequest(service, pathOf(user) + "/photo/$value", "image/*");
}

HttpRequest photoBytes(const QUrl &service, const QString &user, PhotoSize size)
{
    const QByteArray edge = QByteArray::number(size.edge());
    return graphRequest(service, pathOf(user) + "/photos/" + edge + 'x' + edge + "/$value", "image/*");
}

HttpRequest photoSizes(const QUrl &service, const QString &user)
{
    return jsonRequest(service, pathOf(user) + "/photos");
}

HttpRequest putPhoto(const QUrl &service, const QString &user, const QByteArray &jpeg)
{
    HttpRequest request = jsonRequest(service, pathOf(user) + "/photo/$value");
    request.verb = "PUT";
    request.headers.emplaceBack("Content-Type", "image/jpeg");
    request.body = jpeg;
    request.timeLimit = uploadTime;
    return request;
}

HttpRequest deletePhoto(const QUrl &service, const QString &user)
{
    HttpRequest request = jsonRequest(service, pathOf(user) + "/photo/$value");
    request.verb = "DELETE";
    return request;
}

HttpRequest photoUpdateSettings(const QUrl &service)
{
    return jsonRequest(service, "/beta/admin/people/photoUpdateSettings");
}

HttpRequest people(const QUrl &service, const QString &words, int limit)
{
    const QString text = words.simplified();
    QByteArray query = "$top=" + QByteArray::number(limit);
    if (!text.isEmpty()) {
        const QString clauses = searchClause(u"displayName"_s, text) + u" OR "_s
            + searchClause(u"mail"_s, text) + u" OR "_s + searchClause(u"userPrincipalName"_s, text);
        query = "$search=" + QUrl::toPercentEncoding(clauses) + '&' + query;
    }
    return advanced(service, query);
}

HttpRequest person(const QUrl &service, const QString &user)
{
    return jsonRequest(service, pathOf(user) + "?$select=" + personFields);
}

HttpRequest peopleNamed(const QUrl &service, const QString &name)
{
    const QString quoted = u'\'' + QString(name).replace(u"'"_s, u"''"_s) + u'\'';
    const QString filter = u"mail eq "_s + quoted + u" or onPremisesSamAccountName eq "_s + quoted;
    return advanced(service, "$filter=" + QUrl::toPercentEncoding(filter) + "&$top=2");
}

HttpRequest employees(const QUrl &service, const QString &id)
{
    const QString filter = u"employeeId eq '"_s + QString(id).replace(u"'"_s, u"''"_s) + u'\'';
    return advanced(service, "$filter=" + QUrl::toPercentEncoding(filter) + "&$top=3");
}

Result<HttpRequest> nextPage(const QUrl &service, const QString &nextLink)
{
    const QUrl next = QUrl::fromEncoded(nextLink.toUtf8(), QUrl::StrictMode);
    const bool ours = next.isValid() && next.scheme() == service.scheme() && next.host() == service.host()
        && portOf(next) == portOf(service) && next.userInfo().isEmpty();
    if (!ours)
        return Error {Errc::BadReply, u"the next page is said to be elsewhere: "_s + nextLink.left(200)};
    HttpRequest request;
    request.url = next;
    request.headers = {{"Accept", "application/json"}, {"ConsistencyLevel", "eventual"}};
    return request;
}

HttpRequest batch(const QUrl &service, const QList<HttpRequest> &reads)
{
    Q_ASSERT(reads.size() <= batchLimit);
    const qsizetype rootLength = rootOf(service).size() + qsizetype(sizeof("/v1.0")) - 1;
    QJsonArray requests;
    for (const HttpRequest &read : reads) {
        Q_ASSERT(read.verb == "GET");
        requests.append(QJsonObject {{u"id"_s, QString::number(requests.size())}, {u"method"_s, u"GET"_s},
            {u"url"_s, QString::fromLatin1(read.url.toEncoded().mid(rootLength))}});
    }
    HttpRequest request = jsonRequest(service, "/v1.0/$batch");
    request.verb = "POST";
    request.onlyAsks = true;
    request.headers.emplaceBack("Content-Type", "application/json");
    request.body = QJsonDocument(QJsonObject {{u"requests"_s, requests}}).toJson(QJsonDocument::Compact);
    return request;
}

} // namespace likeness::graph
