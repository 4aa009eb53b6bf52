// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/servicepoints.h"

#include <QMap>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

// docs/protocols/exchange.md E33
constexpr QLatin1StringView urlKeyword("77378F46-2C66-4aa9-A6A6-3E7A48B19596");
constexpr QLatin1StringView pointerKeyword("67661d7F-8FC4-4fa7-BFAC-E1D7794C1F68");
constexpr QLatin1StringView sitePrefix("Site=");
constexpr int mostServicePoints = 200;

enum class SiteRank { Own, None, Other };

SiteRank siteRankOf(const QStringList &keywords, const QString &site)
{
    SiteRank rank = SiteRank::None;
    for (const QString &keyword : keywords) {
        if (!keyword.startsWith(sitePrefix, Qt::CaseInsensitive))
            continue;
        const QString named = keyword.mid(sitePrefix.size()).trimmed();
        if (!site.isEmpty() && named.compare(site, Qt::CaseInsensitive) == 0)
            return SiteRank::Own;
        rank = SiteRank::Other;
    }
    return rank;
}

Result<QList<QUrl>> lookedUp(LdapConnection &connection)
{
    const LdapServerInfo &server = connection.server();
    if (!server.isActiveDirectory || server.configurationDn.isEmpty())
        return QList<QUrl> {};
    const Result<LdapFound> found = connection.search(servicePointSearch(server.configurationDn));
    if (!found)
        return found.error();
    return autodiscoverUrlsIn(found->entries, siteOfServer(server.serverDn));
}

} // namespace

JobPtr<QList<QUrl>> autodiscoverServicePoints(LdapService &service)
{
    return service.run<QList<QUrl>>(LdapRepeat::Safe, lookedUp);
}

LdapSearch servicePointSearch(const QString &configurationDn)
{
    const auto keyword = [](QLatin1StringView guid) -> QByteArray {
        return "(keywords=" + QByteArray(guid.data(), guid.size()) + ')';
    };
    return {.base = configurationDn,
        .scope = LdapSearch::Scope::Subtree,
        .filter = "(&(objectCategory=serviceConnectionPoint)(|" + keyword(pointerKeyword)
            + keyword(urlKeyword) + "))",
        .attributes = {"keywords", "serviceBindingInformation"},
        .sizeLimit = mostServicePoints};
}

QList<QUrl> autodiscoverUrlsIn(const QList<LdapEntry> &entries, const QString &site)
{
    QMap<SiteRank, QList<QUrl>> byRank;
    for (const LdapEntry &entry : entries) {
        QStringList keywords;
        for (const QByteArray &keyword : entry.values.value("keywords"))
            keywords.append(QString::fromUtf8(keyword));
        if (!keywords.contains(urlKeyword, Qt::CaseInsensitive))
            continue;
        for (const QByteArray &binding : entry.values.value("servicebindinginformation")) {
            const QUrl url(QString::fromUtf8(binding).trimmed(), QUrl::StrictMode);
            if (url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty())
                byRank[siteRankOf(keywords, site)].append(url);
        }
    }
    return byRank[SiteRank::Own] + byRank[SiteRank::None] + byRank[SiteRank::Other];
}

/// "CN=DC1,CN=Servers,CN=Berlin,CN=Sites,…"; a comma inside a name is escaped and stays so.
QString siteOfServer(const QString &serverDn)
{
    const QString before = u",CN=Servers,CN="_s;
    const qsizetype from = serverDn.indexOf(before, 0, Qt::CaseInsensitive);
    const qsizetype to = serverDn.indexOf(u",CN=Sites,"_s, 0, Qt::CaseInsensitive);
    if (from < 0 || to < from + before.size())
        return {};
    return serverDn.mid(from + before.size(), to - from - before.size());
}

} // namespace likeness
