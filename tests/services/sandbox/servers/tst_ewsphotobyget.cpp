// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/sandbox/servers/sandboxclient.h"

#include <QTest>
#include <QUrlQuery>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

class tst_EwsPhotoByGet : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void givesEachOfTheNineSizes_data();
    void givesEachOfTheNineSizes();
    void givesTheLargestThereIs();
    void answersNotModifiedUntilThePhotoChanges();
    void fallsBackToTheDirectory();
    void givesNothingAfterRemoval();
    void refuses_data();
    void refuses();
};

namespace {

QByteArray pictureOf(int edge, QColor colour)
{
    QImage image(edge, edge, QImage::Format_RGB32);
    image.fill(colour);
    return bytesOf(image);
}

const QString bo = u"bo.lind"_s;

Sent photoOf(const RunningServers &sandbox, const QString &size, const QString &mail)
{
    QUrl url = sandbox.at.ews;
    url.setPath(url.path() + u"/s/GetUserPhoto"_s);
    QUrlQuery query;
    query.addQueryItem(u"email"_s, mail);
    query.addQueryItem(u"size"_s, size);
    url.setQuery(query);
    return {.url = url, .headers = {basic(sandbox.world.helpdesk())}};
}

Sent photoOfBo(const RunningServers &sandbox, const QString &size = u"HR648x648"_s)
{
    return photoOf(sandbox, size, u"bo.lind@lab.likeness.test"_s);
}

} // namespace

void tst_EwsPhotoByGet::givesEachOfTheNineSizes_data()
{
    QTest::addColumn<int>("edge");
    for (const int edge : {48, 64, 96, 120, 240, 360, 432, 504, 648})
        QTest::addRow("HR%dx%d", edge, edge) << edge;
}

void tst_EwsPhotoByGet::givesEachOfTheNineSizes()
{
    QFETCH(const int, edge);
    RunningServers sandbox;
    sandbox.world.setMailboxPhoto(bo, pictureOf(700, Qt::darkCyan));
    const Answer answer = sandbox.send(photoOfBo(sandbox, QString::fromUtf8(QTest::currentDataTag())));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("content-type"), "image/jpeg");
    QVERIFY(!answer.headers.value("request-id").isEmpty());
    const QImage photo = QImage::fromData(answer.body, "JPEG");
    QCOMPARE(photo.size(), QSize(edge, edge));
    QVERIFY(qAbs(photo.pixelColor(20, 20).green() - QColor(Qt::darkCyan).green()) < 8);
}

void tst_EwsPhotoByGet::givesTheLargestThereIs()
{
    RunningServers sandbox;
    sandbox.world.setMailboxPhoto(bo, pictureOf(300, Qt::red));
    QCOMPARE(QImage::fromData(sandbox.send(photoOfBo(sandbox)).body).width(), 240);
    QCOMPARE(QImage::fromData(sandbox.send(photoOfBo(sandbox, u"HR96x96"_s)).body).width(), 96);
}

void tst_EwsPhotoByGet::answersNotModifiedUntilThePhotoChanges()
{
    RunningServers sandbox;
    sandbox.world.setMailboxPhoto(bo, pictureOf(96, Qt::red));
    const QByteArray etag = sandbox.send(photoOfBo(sandbox)).headers.value("etag");
    QVERIFY(etag.startsWith('"') && etag.endsWith('"') && etag.size() > 2);
    Sent again = photoOfBo(sandbox);
    again.headers.emplaceBack("If-None-Match", etag);
    const Answer same = sandbox.send(again);
    QCOMPARE(same.status, 304);
    QVERIFY(same.body.isEmpty());
    sandbox.world.setMailboxPhoto(bo, pictureOf(96, Qt::blue));
    const Answer changed = sandbox.send(again);
    QCOMPARE(changed.status, 200);
    QVERIFY(changed.headers.value("etag") != etag);
}

void tst_EwsPhotoByGet::fallsBackToTheDirectory()
{
    RunningServers sandbox;
    const QByteArray thumbnail = pictureOf(50, Qt::green);
    sandbox.world.changePhotos(bo, [&thumbnail](SandboxPhotos &photos) {
        photos = {};
        photos.directory = thumbnail;
    });
    const Answer answer = sandbox.send(photoOfBo(sandbox));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, thumbnail); // as it is, whatever was asked for
}

void tst_EwsPhotoByGet::givesNothingAfterRemoval()
{
    RunningServers sandbox;
    QVERIFY(sandbox.world.saveInExchange(bo, pictureOf(200, Qt::red)));
    QCOMPARE(sandbox.directoryWrites.size(), 1);
    QCOMPARE(sandbox.directoryWrites.first().first, bo);
    QCOMPARE(QImage::fromData(sandbox.directoryWrites.first().second).size(), QSize(64, 64));
    sandbox.world.removeInExchange(bo);
    sandbox.world.changePhotos(bo, [](SandboxPhotos &photos) { photos.directory = pictureOf(96, Qt::blue); });
    QCOMPARE(sandbox.send(photoOfBo(sandbox)).status, 404);
}

void tst_EwsPhotoByGet::refuses_data()
{
    QTest::addColumn<QString>("size");
    QTest::addColumn<QString>("mail");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    const QString mail = u"bo.lind@lab.likeness.test"_s;
    const QByteArray wrong = "Basic " + QByteArray("bo.lind@lab.likeness.test:wrong").toBase64();
    QTest::newRow("nobody known") << u"HR48x48"_s << u"nobody@lab.likeness.test"_s << QByteArray() << 404;
    QTest::newRow("no such size") << u"HR50x50"_s << mail << QByteArray() << 400;
    QTest::newRow("capital X") << u"HR96X96"_s << mail << QByteArray() << 400;
    QTest::newRow("wrong password") << u"HR48x48"_s << mail << wrong << 401;
    QTest::newRow("no sign-in") << u"HR48x48"_s << mail << QByteArray("none") << 401;
}

void tst_EwsPhotoByGet::refuses()
{
    QFETCH(const QString, size);
    QFETCH(const QString, mail);
    QFETCH(const QByteArray, authorization);
    RunningServers sandbox;
    Sent request = photoOf(sandbox, size, mail);
    if (!authorization.isEmpty())
        request.headers = {{"Authorization", authorization}};
    const Answer answer = sandbox.send(request);
    QTEST(answer.status, "status");
    QCOMPARE(answer.headers.contains("www-authenticate"), answer.status == 401);
}

QTEST_GUILESS_MAIN(tst_EwsPhotoByGet)
#include "tst_ewsphotobyget.moc"
