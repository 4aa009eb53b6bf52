// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/microsoft365/clouds.h"
#include "services/stores/microsoft365/graphrequests.h"
#include "tests/support/exchanges.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(HttpRequest)

class tst_GraphRequests : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void asWritten_data();
    void asWritten();
    void photosMayTakeTheirTime();
    void nextPageStaysHere_data();
    void nextPageStaysHere();
    void clouds();
};

void tst_GraphRequests::asWritten_data()
{
    QTest::addColumn<HttpRequest>("request");
    const QUrl service(u"https://graph.microsoft.com"_s);
    const QString anna = u"anna@contoso.com"_s;
    const PhotoSize small = *PhotoSize::of(64);
    QTest::newRow("me") << graph::me(service);
    QTest::newRow("gateway") << graph::me(QUrl(u"https://gateway.contoso.com:8443/graph/"_s));
    QTest::newRow("photo-info") << graph::photoInfo(service, anna);
    QTest::newRow("photo-info-guest")
        << graph::photoInfo(service, u"anna_fabrikam.com#EXT#@contoso.onmicrosoft.com"_s);
    QTest::newRow("photo-info-dollar") << graph::photoInfo(service, u"$o'neil@contoso.com"_s);
    QTest::newRow("photo-bytes") << graph::photoBytes(service, anna);
    QTest::newRow("photo-bytes-64") << graph::photoBytes(service, anna, small);
    QTest::newRow("photo-sizes") << graph::photoSizes(service, anna);
    QTest::newRow("photo-put") << graph::putPhoto(service, anna, "the bytes of a JPEG");
    QTest::newRow("photo-delete") << graph::deletePhoto(service, anna);
    QTest::newRow("photo-update-settings") << graph::photoUpdateSettings(service);
    QTest::newRow("people-search") << graph::people(service, u" ann "_s, 25);
    QTest::newRow("people-search-quotes") << graph::people(service, u"o\"ne\\il &co"_s, 25);
    QTest::newRow("people-all") << graph::people(service, {}, 100);
    QTest::newRow("people-employee") << graph::employees(service, u"00'42"_s);
    QTest::newRow("people-named") << graph::peopleNamed(service, u"o'neil"_s);
    const auto next = graph::nextPage(service,
        u"https://graph.microsoft.com/v1.0/users?$count=true&$skiptoken=RFNwdAIAAQAAABg6VXNlcl8%3D"_s);
    QVERIFY(next);
    QTest::newRow("people-next") << *next;
    QTest::newRow("batch") << graph::batch(service,
        {graph::photoBytes(service, anna, small), graph::photoBytes(service, u"ben@contoso.com"_s, small)});
}

void tst_GraphRequests::asWritten()
{
    QFETCH(const HttpRequest, request);
    const QString file = u"graph/"_s + QString::fromLatin1(QTest::currentDataTag()) + u".request.txt"_s;
    const QByteArray expected = exchange(file);
    QCOMPARE(textOf(request), expected);
}

void tst_GraphRequests::photosMayTakeTheirTime()
{
    const QUrl service(u"https://graph.microsoft.com"_s);
    QVERIFY(graph::putPhoto(service, u"a@b"_s, "x").timeLimit > graph::me(service).timeLimit);
}

void tst_GraphRequests::nextPageStaysHere_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("ours");
    QTest::newRow("here") << u"https://graph.microsoft.com/v1.0/users?$skiptoken=x"_s << true;
    QTest::newRow("port named") << u"https://graph.microsoft.com:443/v1.0/users?$skiptoken=x"_s << true;
    QTest::newRow("capitals") << u"https://Graph.Microsoft.com/v1.0/users?$skiptoken=x"_s << true;
    QTest::newRow("another host") << u"https://evil.example/v1.0/users"_s << false;
    QTest::newRow("longer host") << u"https://graph.microsoft.com.evil.example/v1.0/users"_s << false;
    QTest::newRow("another port") << u"https://graph.microsoft.com:444/v1.0/users"_s << false;
    QTest::newRow("unencrypted") << u"http://graph.microsoft.com/v1.0/users"_s << false;
    QTest::newRow("with a name") << u"https://a:b@graph.microsoft.com/v1.0/users"_s << false;
    QTest::newRow("relative") << u"/v1.0/users"_s << false;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("no URL") << u"https://graph.microsoft.com/%%%"_s << false;
}

void tst_GraphRequests::nextPageStaysHere()
{
    QFETCH(const QString, link);
    const auto next = graph::nextPage(QUrl(u"https://graph.microsoft.com"_s), link);
    QTEST(next.hasValue(), "ours");
    if (!next)
        QCOMPARE(next.error().code, Errc::BadReply);
}

/// Tokens of one login are refused by the Graph of another: the pairs must not drift apart.
void tst_GraphRequests::clouds()
{
    QStringList pairs;
    for (const MicrosoftCloud &cloud : microsoftClouds)
        pairs.append(cloud.graphUrl().host() + u' ' + cloud.loginUrl().host());
    QCOMPARE(pairs,
        (QStringList {u"graph.microsoft.com login.microsoftonline.com"_s,
            u"graph.microsoft.us login.microsoftonline.us"_s,
            u"dod-graph.microsoft.us login.microsoftonline.us"_s,
            u"microsoftgraph.chinacloudapi.cn login.chinacloudapi.cn"_s}));
}

QTEST_GUILESS_MAIN(tst_GraphRequests)
#include "tst_graphrequests.moc"
