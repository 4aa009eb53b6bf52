// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/profilepictures.h"

#include <QTest>

using namespace likeness::sharepoint;
using namespace Qt::StringLiterals;

class tst_ProfilePictures : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void logins();
    void newPlaces();
    void places_data();
    void places();
    void urls();
    void sizes();
};

void tst_ProfilePictures::logins()
{
    QCOMPARE(windowsLogin(u"CONTOSO"_s, u"anna"_s), u"i:0#.w|CONTOSO\\anna"_s);
    QCOMPARE(onlineLogin(u"anna@contoso.com"_s), u"i:0#.f|membership|anna@contoso.com"_s);
}

void tst_ProfilePictures::newPlaces()
{
    const PicturePlace root = newPlace(QUrl(u"https://my.contoso.com"_s), u"CONTOSO"_s, u"anna"_s);
    QCOMPARE(root.path(PictureFile::Large), u"/User Photos/Profile Pictures/CONTOSO_anna_LThumb.jpg"_s);
    QCOMPARE(root.path(PictureFile::Medium), u"/User Photos/Profile Pictures/CONTOSO_anna_MThumb.jpg"_s);
    QCOMPARE(root.path(PictureFile::Small), u"/User Photos/Profile Pictures/CONTOSO_anna_SThumb.jpg"_s);
    const PicturePlace dotted = newPlace(QUrl(u"https://my.contoso.com"_s), u"CONTOSO"_s, u"anna.lee"_s);
    QCOMPARE(dotted.name(PictureFile::Large), u"CONTOSO_anna.lee_LThumb.jpg"_s);
    const PicturePlace below = newPlace(QUrl(u"https://portal.contoso.com/my/"_s), u"CONTOSO"_s, u"anna"_s);
    QCOMPARE(below.path(PictureFile::Large), u"/my/User Photos/Profile Pictures/CONTOSO_anna_LThumb.jpg"_s);
}

void tst_ProfilePictures::places_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("large");
    const auto row = [](const char *name, const QString &url, const QString &large) {
        QTest::newRow(name) << url << large;
    };
    row("as written", u"https://my.contoso.com/User%20Photos/Profile%20Pictures/c_anna_MThumb.jpg"_s,
        u"/User Photos/Profile Pictures/c_anna_LThumb.jpg"_s);
    row("with a cache breaker",
        u"https://my.contoso.com/User Photos/Profile Pictures/c_anna_MThumb.jpg?t=637"_s,
        u"/User Photos/Profile Pictures/c_anna_LThumb.jpg"_s);
    row("by http and port", u"http://MY.contoso.com:80/p/c_anna_mthumb.JPG"_s, u"/p/c_anna_LThumb.jpg"_s);
    row("an account with a dot", u"https://my.contoso.com/p/c_anna.lee_MThumb.jpg"_s,
        u"/p/c_anna.lee_LThumb.jpg"_s);
    row("relative", u"/my/User Photos/c_anna_MThumb.jpg"_s, u"/my/User Photos/c_anna_LThumb.jpg"_s);
    row("one of somebody's own", u"https://my.contoso.com/Pictures/anna.png"_s, u"/Pictures/anna.png"_s);
    row("somewhere else", u"https://fabrikam.com/p/c_anna_MThumb.jpg"_s, {});
    row("no file", u"https://my.contoso.com/p/"_s, {});
    row("nothing", {}, {});
    row("upwards", u"https://my.contoso.com/p/../../_layouts/x_MThumb.jpg"_s, {});
    row("upwards, hidden", u"https://my.contoso.com/p/%2e%2e/x_MThumb.jpg"_s, {});
}

void tst_ProfilePictures::places()
{
    QFETCH(const QString, url);
    const auto place = placeOfUrl(QUrl(u"https://my.contoso.com"_s), url);
    QTEST(place ? place->path(PictureFile::Large) : QString(), "large");
}

void tst_ProfilePictures::urls()
{
    const QUrl host(u"https://my.contoso.com"_s);
    const PicturePlace place = newPlace(host, u"CONTOSO"_s, u"anna"_s);
    const QString url = pictureUrl(host, place);
    QCOMPARE(url, u"https://my.contoso.com/User%20Photos/Profile%20Pictures/CONTOSO_anna_MThumb.jpg"_s);
    QCOMPARE(placeOfUrl(host, url), place);
}

void tst_ProfilePictures::sizes()
{
    PictureSizes sizes;
    QCOMPARE(sizes.edge(PictureFile::Small), 48);
    QCOMPARE(sizes.edge(PictureFile::Medium), 72);
    QCOMPARE(sizes.edge(PictureFile::Large), 300);
}

QTEST_GUILESS_MAIN(tst_ProfilePictures)
#include "tst_profilepictures.moc"
