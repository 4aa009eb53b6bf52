// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/sharepointrequests.h"
#include "tests/support/exchanges.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(HttpRequest)

class tst_SharePointRequests : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void asWritten_data();
    void asWritten();
    void redirects_data();
    void redirects();
};

void tst_SharePointRequests::asWritten_data()
{
    QTest::addColumn<HttpRequest>("request");
    using namespace sharepoint;
    const Site site {QUrl(u"https://my.contoso.com"_s), Json::NoMetadata};
    const Site below {QUrl(u"https://my.contoso.com/sites/my/"_s), Json::Verbose};
    const QString anna = windowsLogin(u"CONTOSO"_s, u"anna"_s);
    const PicturePlace place = newPlace(site.url, u"CONTOSO"_s, u"anna"_s);
    const QString large = place.path(PictureFile::Large);
    const QByteArray shown = "0xABC,22 Nov 2026 08:00:00 -0000";
    const QByteArray jpeg = "the bytes of a JPEG";
    QTest::newRow("my-properties") << myProperties(site);
    QTest::newRow("properties-of") << propertiesOf(site, anna);
    QTest::newRow("properties-of-2013") << propertiesOf(below, windowsLogin(u"CONTOSO"_s, u"o'neil"_s));
    QTest::newRow("properties-of-online") << propertiesOf(site, onlineLogin(u"anna@contoso.com"_s));
    QTest::newRow("digest") << digest(site);
    QTest::newRow("file-info") << fileInfo(site, large);
    QTest::newRow("file-bytes") << fileBytes(site, large);
    QTest::newRow("file-add") << addFile(site, large, jpeg, shown, false);
    QTest::newRow("file-add-over") << addFile(
        site, newPlace(site.url, u"CONTOSO"_s, u"o'neil"_s).path(PictureFile::Medium), jpeg, shown, true);
    QTest::newRow("file-replace") << replaceFile(
        site, large, jpeg, shown, "\"{0C37852B-34D0-418E-91C6-2AC25AF4BE5B},3\"");
    QTest::newRow("file-delete") << deleteFile(site, large, shown, "*");
    QTest::newRow("my-picture") << setMyPicture(site, jpeg, shown);
    QTest::newRow("property") << sharepoint::setProperty(
        site, anna, u"PictureURL"_s, pictureUrl(site.url, place), shown);
    QTest::newRow("property-soap") << setPropertyBySoap(site, windowsLogin(u"CONTOSO"_s, u"a<b&c"_s),
        u"PictureURL"_s, u"https://my.contoso.com/x.jpg?a=1&b=2"_s);
    QTest::newRow("shown") << shownPicture(site, u"CONTOSO\\anna"_s, PictureFile::Medium);
}

void tst_SharePointRequests::asWritten()
{
    QFETCH(const HttpRequest, request);
    const QString file = u"sharepoint/"_s + QString::fromLatin1(QTest::currentDataTag()) + u".request.txt"_s;
    const QByteArray expected = exchange(file);
    QCOMPARE(textOf(request), expected);
}

void tst_SharePointRequests::redirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const QByteArray &location, const QByteArray &to) {
        QTest::newRow(name) << location << to;
    };
    row("relative", "/p/anna.jpg", "https://my.contoso.com/p/anna.jpg");
    row("absolute", "https://my.contoso.com/p/anna.jpg?t=1", "https://my.contoso.com/p/anna.jpg?t=1");
    row("another host", "https://evil.example/anna.jpg", {});
    row("another host without scheme", "//evil.example/anna.jpg", {});
    row("unencrypted", "http://my.contoso.com/p/anna.jpg", {});
    row("another port", "https://my.contoso.com:8443/p/anna.jpg", {});
    row("with a name", "https://a:b@my.contoso.com/p/anna.jpg", {});
    row("a file", "file:///etc/passwd", {});
}

void tst_SharePointRequests::redirects()
{
    QFETCH(const QByteArray, location);
    const sharepoint::Site site {QUrl(u"https://my.contoso.com"_s), sharepoint::Json::NoMetadata};
    const QUrl from(u"https://my.contoso.com/_layouts/15/userphoto.aspx?size=M"_s);
    const auto next = sharepoint::redirected(site, from, location);
    QTEST(next ? next->url.toEncoded() : QByteArray(), "to");
}

QTEST_GUILESS_MAIN(tst_SharePointRequests)
#include "tst_sharepointrequests.moc"
