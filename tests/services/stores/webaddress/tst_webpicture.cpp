// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/webaddress/webpicture.h"
#include "tests/support/exchanges.h"
#include "tests/support/flatpictures.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using webaddress::pictureIn;
using webaddress::pictureRequest;

namespace {

const QUrl address(u"https://p.example/ada%40example.org.jpg"_s);
const QDateTime march = QDateTime::fromString(u"2026-03-02T09:30:00Z"_s, Qt::ISODate);

HttpReply recorded(const QString &name, const QByteArray &body = {})
{
    HttpReply reply = replyFromText(exchange(u"webaddress/"_s + name + u".reply.txt"_s));
    if (!body.isEmpty())
        reply.body = body;
    return reply;
}

QByteArray portrait()
{
    return flatPicture({120, 96}, Qt::red);
}

} // namespace

/// What is asked of a web server with pictures, and what its answers mean.
class tst_WebPicture : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void asks_data();
    void asks();
    void readsAPicture();
    void goesByTheDateWithoutATag();
    void unchanged();
    void noPicture_data();
    void noPicture();
    void badTags_data();
    void badTags();
    void refuses_data();
    void refuses();
};

void tst_WebPicture::asks_data()
{
    QTest::addColumn<QString>("known");
    QTest::newRow("picture") << QString();
    QTest::newRow("unchanged-tag") << u"W/\"5f3-1\""_s;
    QTest::newRow("unchanged-date") << u"Mon, 02 Mar 2026 09:30:00 GMT"_s;
}

void tst_WebPicture::asks()
{
    QFETCH(const QString, known);
    const QString file = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(textOf(pictureRequest(address, known)), exchange(u"webaddress/"_s + file + u".request.txt"_s));
}

void tst_WebPicture::readsAPicture()
{
    const auto picture = pictureIn(recorded(u"picture"_s, portrait()));
    QVERIFY2(picture, picture ? "" : qPrintable(picture.error().detail));
    QVERIFY(picture->photo);
    QCOMPARE(picture->photo->pixels, QSize(120, 96));
    QCOMPARE(picture->photo->bytes, portrait());
    QCOMPARE(picture->tag, u"W/\"5f3-1\""_s);
    QCOMPARE(picture->modified, march);
}

void tst_WebPicture::goesByTheDateWithoutATag()
{
    const auto picture = pictureIn(recorded(u"picture-dated"_s, portrait()));
    QVERIFY(picture && picture->photo);
    QCOMPARE(picture->tag, u"Mon, 02 Mar 2026 09:30:00 GMT"_s);
    QCOMPARE(picture->modified, march);
}

void tst_WebPicture::unchanged()
{
    const auto picture = pictureIn(recorded(u"unchanged"_s));
    QVERIFY(picture && picture->unchanged && !picture->photo);
}

void tst_WebPicture::noPicture_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::newRow("not found") << recorded(u"missing"_s);
    QTest::newRow("gone") << HttpReply {410, {}, {}};
}

void tst_WebPicture::noPicture()
{
    QFETCH(const HttpReply, reply);
    const auto picture = pictureIn(reply);
    QVERIFY(picture && !picture->photo && !picture->unchanged && picture->tag.isEmpty());
}

/// Nothing is sent back that is not what it should be.
void tst_WebPicture::badTags_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("no quotes") << QByteArray("ETag") << QByteArray("5f3-1");
    QTest::newRow("one quote") << QByteArray("ETag") << QByteArray("\"");
    QTest::newRow("no date") << QByteArray("Last-Modified") << QByteArray("yesterday");
    QTest::newRow("another form") << QByteArray("Last-Modified") << QByteArray("2026-03-02T09:30:00Z");
}

void tst_WebPicture::badTags()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, value);
    const auto picture = pictureIn({200, {{name, value}}, portrait()});
    QVERIFY(picture && picture->photo);
    QCOMPARE(picture->tag, QString());
    QVERIFY(!picture->modified);
}

void tst_WebPicture::refuses_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<Errc>("code");
    const HttpHeaders jpeg {{"Content-Type", "image/jpeg"}};
    QTest::newRow("wants a sign-in") << recorded(u"sign-in-wanted"_s) << Errc::NotPublic;
    QTest::newRow("forbidden") << HttpReply {403, {}, {}} << Errc::NotPublic;
    QTest::newRow("a page to sign in") << recorded(u"sign-in-page"_s) << Errc::BadReply;
    QTest::newRow("sent on to sign in") << recorded(u"sign-in-redirect"_s) << Errc::BadReply;
    QTest::newRow("a picture that says it is text")
        << HttpReply {200, {{"Content-Type", "text/html"}}, portrait()} << Errc::BadReply;
    QTest::newRow("nothing") << HttpReply {200, jpeg, {}} << Errc::BadReply;
    QTest::newRow("another kind of picture") << HttpReply {200, {{"Content-Type", "image/png"}},
        flatPicture({9, 9}, Qt::red, "PNG")} << Errc::BadReply;
    QTest::newRow("text that says it is a JPEG") << HttpReply {200, jpeg, "<html>"} << Errc::BadReply;
    QTest::newRow("cut short") << HttpReply {200, jpeg, portrait().left(100)} << Errc::BadReply;
    QTest::newRow("endless") << HttpReply {200, jpeg, portrait() + QByteArray(5'000'000, 'x')}
                             << Errc::BadReply;
    QTest::newRow("a part") << HttpReply {206, jpeg, portrait()} << Errc::BadReply;
    QTest::newRow("busy") << HttpReply {503, {{"Retry-After", "7"}}, {}} << Errc::Throttled;
    QTest::newRow("broken") << HttpReply {500, {}, {}} << Errc::BadReply;
}

void tst_WebPicture::refuses()
{
    QFETCH(const HttpReply, reply);
    const auto picture = pictureIn(reply);
    QVERIFY(!picture);
    QTEST(picture.error().code, "code");
    QVERIFY(!picture.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(tst_WebPicture)
#include "tst_webpicture.moc"
