// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/photoaddress.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_PhotoAddress : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void leadsToThePicture_data();
    void leadsToThePicture();
    void leadsNowhere_data();
    void leadsNowhere();
    void isRefused_data();
    void isRefused();
};

void tst_PhotoAddress::leadsToThePicture_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<PersonKeys>("person");
    QTest::addColumn<QByteArray>("url");
    const PersonKeys ada {u"ada"_s, {}, u"ada@corp.example"_s, u"ada.reyes@example.org"_s, {}};
    QTest::newRow("account") << u"https://p.example/{sAMAccountName}.jpg"_s << ada
                             << QByteArray("https://p.example/ada.jpg");
    QTest::newRow("other words for it") << u"  https://p.example/{UID}/{key}/small "_s << ada
                                        << QByteArray("https://p.example/ada/ada/small");
    QTest::newRow("mail") << u"https://p.example:8443/a/{mail}"_s << ada
                          << QByteArray("https://p.example:8443/a/ada.reyes%40example.org");
    QTest::newRow("in the query") << u"https://p.example/photo?u={userPrincipalName}&s=96"_s << ada
                                  << QByteArray("https://p.example/photo?u=ada%40corp.example&s=96");
    const PersonKeys odd {u"a/../b?c#d e&f=g%2f{mail}"_s, {}, {}, {}, {}};
    QTest::newRow("characters of addresses")
        << u"https://p.example/x/{key}.jpg"_s << odd
        << QByteArray("https://p.example/x/a%2F..%2Fb%3Fc%23d%20e%26f%3Dg%252f%7Bmail%7D.jpg");
    QTest::newRow("other scripts") << u"https://p.example/{key}"_s << PersonKeys {u"Żak"_s, {}, {}, {}, {}}
                                   << QByteArray("https://p.example/%C5%BBak");
}

void tst_PhotoAddress::leadsToThePicture()
{
    QFETCH(const QString, text);
    QFETCH(const PersonKeys, person);
    const Result<PhotoAddress> address = PhotoAddress::parsed(text);
    QVERIFY2(address, address ? "" : qPrintable(address.error().detail));
    const Result<QUrl> url = address->of(person);
    QVERIFY2(url, url ? "" : qPrintable(url.error().detail));
    QTEST(url->toEncoded(), "url");
}

void tst_PhotoAddress::leadsNowhere_data()
{
    QTest::addColumn<PersonKeys>("person");
    QTest::newRow("no such name") << PersonKeys {};
    QTest::newRow("this folder") << PersonKeys {u"."_s, {}, {}, {}, {}};
    QTest::newRow("the folder above") << PersonKeys {u".."_s, {}, {}, {}, {}};
}

void tst_PhotoAddress::leadsNowhere()
{
    QFETCH(const PersonKeys, person);
    const Result<PhotoAddress> address = PhotoAddress::parsed(u"https://p.example/{key}/photo"_s);
    QVERIFY(address);
    const Result<QUrl> url = address->of(person);
    QVERIFY(!url);
    QCOMPARE(url.error().code, Errc::NotFound);
}

void tst_PhotoAddress::isRefused_data()
{
    QTest::addColumn<QString>("text");
    const auto row
        = [](const char *name, const char *text) { QTest::newRow(name) << QString::fromLatin1(text); };
    row("nothing", "");
    row("not encrypted", "http://p.example/{mail}.jpg");
    row("a file", "file:///home/{mail}.jpg");
    row("no server", "https:///{mail}.jpg");
    row("the person names the server", "https://{mail}/photo.jpg");
    row("and a part of it", "https://{key}.p.example/{mail}.jpg");
    row("no path", "https://p.example");
    row("the same for everybody", "https://p.example/photo.jpg");
    row("a name and password", "https://me:secret@p.example/{mail}.jpg");
    row("a fragment", "https://p.example/{mail}.jpg#x");
    row("a name stores are not told", "https://p.example/{givenName}.jpg");
    row("an unknown name", "https://p.example/{shoeSize}.jpg");
    row("anything", "https://p.example/{*}.jpg");
    row("opened only", "https://p.example/{mail.jpg");
    row("closed only", "https://p.example/mail}.jpg");
    row("a bare blank", "https://p.example/my photos/{mail}.jpg");
}

void tst_PhotoAddress::isRefused()
{
    QFETCH(const QString, text);
    const Result<PhotoAddress> address = PhotoAddress::parsed(text);
    QVERIFY(!address);
    QCOMPARE(address.error().code, Errc::BadInput);
    QVERIFY(!address.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(tst_PhotoAddress)
#include "tst_photoaddress.moc"
