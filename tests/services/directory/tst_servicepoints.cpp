// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/servicepoints.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

const QByteArray urlGuid = "77378F46-2C66-4aa9-A6A6-3E7A48B19596";
const QByteArray pointerGuid = "67661d7F-8FC4-4fa7-BFAC-E1D7794C1F68";

LdapEntry point(const QList<QByteArray> &keywords, const QByteArray &binding)
{
    LdapEntry entry;
    entry.values["keywords"] = keywords;
    entry.values["servicebindinginformation"] = {binding};
    return entry;
}

} // namespace

class tst_ServicePoints : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void asksBothKeywords();
    void site_data();
    void site();
    void ownSiteFirst();
    void onlyWhatMayBeSignedInTo_data();
    void onlyWhatMayBeSignedInTo();
};

void tst_ServicePoints::asksBothKeywords()
{
    const LdapSearch search = servicePointSearch(u"CN=Configuration,DC=contoso,DC=com"_s);
    QCOMPARE(search.base, u"CN=Configuration,DC=contoso,DC=com"_s);
    QCOMPARE(search.scope, LdapSearch::Scope::Subtree);
    QCOMPARE(search.filter,
        "(&(objectCategory=serviceConnectionPoint)(|(keywords=67661d7F-8FC4-4fa7-BFAC-E1D7794C1F68)"
        "(keywords=77378F46-2C66-4aa9-A6A6-3E7A48B19596)))");
    QVERIFY(search.sizeLimit > 0);
}

void tst_ServicePoints::site_data()
{
    QTest::addColumn<QString>("serverDn");
    QTest::addColumn<QString>("site");
    QTest::newRow("usual") << u"CN=DC1,CN=Servers,CN=Berlin,CN=Sites,CN=Configuration,DC=contoso,DC=com"_s
                           << u"Berlin"_s;
    QTest::newRow("by the default") << u"cn=dc1,cn=servers,cn=Default-First-Site-Name,cn=sites,dc=x"_s
                                    << u"Default-First-Site-Name"_s;
    QTest::newRow("not told") << QString() << QString();
    QTest::newRow("of another kind") << u"CN=server,DC=contoso,DC=com"_s << QString();
    QTest::newRow("out of order") << u"CN=x,CN=Sites,CN=y,CN=Servers,CN=z"_s << QString();
}

void tst_ServicePoints::site()
{
    QFETCH(const QString, serverDn);
    QTEST(siteOfServer(serverDn), "site");
}

void tst_ServicePoints::ownSiteFirst()
{
    const QList<LdapEntry> entries {point({urlGuid, "Site=Oslo"}, "https://oslo.contoso.com/a.xml"),
        point({urlGuid}, "https://anywhere.contoso.com/a.xml"),
        point({urlGuid, "Site=Oslo", "site=berlin"}, "https://both.contoso.com/a.xml"),
        point({"Site=Berlin", urlGuid.toLower()}, "https://berlin.contoso.com/a.xml")};
    const QList<QUrl> fromBerlin {QUrl(u"https://both.contoso.com/a.xml"_s),
        QUrl(u"https://berlin.contoso.com/a.xml"_s), QUrl(u"https://anywhere.contoso.com/a.xml"_s),
        QUrl(u"https://oslo.contoso.com/a.xml"_s)};
    QCOMPARE(autodiscoverUrlsIn(entries, u"Berlin"_s), fromBerlin);
    QCOMPARE(autodiscoverUrlsIn(entries, QString()).first(), QUrl(u"https://anywhere.contoso.com/a.xml"_s));
}

void tst_ServicePoints::onlyWhatMayBeSignedInTo_data()
{
    QTest::addColumn<QByteArray>("keyword");
    QTest::addColumn<QByteArray>("binding");
    QTest::addColumn<bool>("taken");
    const auto row = [](const char *name, const QByteArray &keyword, const QByteArray &binding, bool taken) {
        QTest::newRow(name) << keyword << binding << taken;
    };
    row("https", urlGuid, "https://mail.contoso.com/autodiscover/autodiscover.xml", true);
    row("blanks around it", urlGuid, " https://mail.contoso.com/a.xml\n", true);
    row("unencrypted", urlGuid, "http://mail.contoso.com/autodiscover/autodiscover.xml", false);
    row("a pointer", pointerGuid, "LDAP://fabrikam.com", false);
    row("a pointer by https", pointerGuid, "https://fabrikam.com/a.xml", false);
    row("with a name in it", urlGuid, "https://eve:x@mail.contoso.com/a.xml", false);
    row("no host", urlGuid, "https:///a.xml", false);
    row("no URL", urlGuid, "\xff\xfe mail", false);
    row("nothing", urlGuid, "", false);
}

void tst_ServicePoints::onlyWhatMayBeSignedInTo()
{
    QFETCH(const QByteArray, keyword);
    QFETCH(const QByteArray, binding);
    QFETCH(const bool, taken);
    QCOMPARE(autodiscoverUrlsIn({point({keyword}, binding), LdapEntry {}}, {}).size(), taken ? 1 : 0);
}

QTEST_GUILESS_MAIN(tst_ServicePoints)
#include "tst_servicepoints.moc"
