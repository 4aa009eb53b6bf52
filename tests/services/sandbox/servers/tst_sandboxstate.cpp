// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/sandboxpeople.h"
#include "services/sandbox/servers/sandboxstate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_SandboxState : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void beginsInManyStates();
    void takesAStateFile();
    void showsTheFormerPhotoForAWhile();
    void saysWhatItDoesNotUnderstand_data();
    void saysWhatItDoesNotUnderstand();
};

void tst_SandboxState::beginsInManyStates()
{
    SandboxWorld world;
    fillSandboxWorld(world);
    const auto photosOf = [&world](const char *key) { return world.photos(QLatin1String(key)); };
    QCOMPARE(QImage::fromData(*world.mailboxPhoto(u"bo.lind"_s)).size(), QSize(648, 648));
    QCOMPARE(QImage::fromData(*world.sharePointPhoto(u"bo.lind"_s, 'M')).size(), QSize(72, 72));
    QVERIFY(photosOf("bo.lind").sharePoint.listed);
    QCOMPARE(photosOf("lukasz.zak"), SandboxPhotos {});
    QVERIFY(photosOf("sean.obrien").directory && !photosOf("sean.obrien").mailbox);
    QVERIFY(photosOf("li.xiaolong").mailboxRemoved);
    QCOMPARE(QImage::fromData(*world.cloudPhoto(u"kenji.sato"_s)).size(), QSize(48, 48));
    QVERIFY(photosOf("mary-jane").cloud && !photosOf("mary-jane").directory);
    for (const SandboxPerson &each : sandboxPeople()) {
        const SandboxPhotos photos = world.photos(each.person.keys.key);
        QCOMPARE(photos.mailbox.has_value(),
            each.inMailbox != SandboxPhoto::None && each.inMailbox != SandboxPhoto::Removed);
        QCOMPARE(photos.cloud.has_value(), each.inCloud != SandboxPhoto::None);
        QCOMPARE(photos.sharePoint.files.size(), each.inSharePoint == SandboxPhoto::None ? 0 : 3);
    }
}

void tst_SandboxState::takesAStateFile()
{
    SandboxWorld world;
    QTemporaryDir place;
    QFile file(place.filePath(u"odd.bin"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no picture") > 0);
    file.close();
    const auto applied = applySandboxState(world, R"({
        "people": {"bo.lind": {"mailbox": "removed", "cloud": "odd.bin", "sharePoint": "tiny", "directory": "today"}},
        "accounts": {"bo.lind@lab.likeness.test": "locked"},
        "exchange": "2013", "photoSource": "onPremises", "photoDelaySeconds": 20})",
        place.path());
    QVERIFY(applied);
    const SandboxPhotos bo = world.photos(u"bo.lind"_s);
    QVERIFY(bo.mailboxRemoved && !bo.mailbox);
    QCOMPARE(*world.cloudPhoto(u"bo.lind"_s), "no picture");
    QCOMPARE(QImage::fromData(*world.sharePointPhoto(u"bo.lind"_s, 'S')).size(), QSize(48, 48));
    QCOMPARE(QImage::fromData(*bo.directory).size(), QSize(96, 96));
    QCOMPARE(world.account(u"bo.lind"_s)->state, SandboxAccount::State::Locked);
    QCOMPARE(world.settings().exchange, SandboxSettings::Exchange::Server2013);
    QCOMPARE(world.settings().photoSource, "onPremises");
    QCOMPARE(world.settings().photoDelay, std::chrono::seconds(20));
}

void tst_SandboxState::showsTheFormerPhotoForAWhile()
{
    SandboxWorld world;
    const QString bo = u"bo.lind"_s;
    world.setCloudPhoto(bo, "first");
    world.setMailboxPhoto(bo, "first");
    SandboxSettings settings = world.settings();
    settings.photoDelay = std::chrono::minutes(1);
    world.setSettings(settings);
    world.setCloudPhoto(bo, "second");
    world.setMailboxPhoto(bo, "second");
    QCOMPARE(world.cloudPhoto(bo), "second");
    QCOMPARE(world.shownPhotos(bo).cloud->largest(), "first");
    QCOMPARE(world.shownPhotos(bo).mailbox->largest(), "first");
    world.clock().advance(std::chrono::seconds(40));
    world.removeInExchange(bo); // readers still have the first, and will for another minute
    world.clock().advance(std::chrono::seconds(40));
    QCOMPARE(world.shownPhotos(bo).cloud->largest(), "second");
    QCOMPARE(world.shownPhotos(bo).mailbox->largest(), "first");
    QVERIFY(!world.shownPhotos(bo).mailboxRemoved);
    world.clock().advance(std::chrono::seconds(40));
    QVERIFY(!world.shownPhotos(bo).mailbox);
    QVERIFY(world.shownPhotos(bo).mailboxRemoved);
}

void tst_SandboxState::saysWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("no JSON") << QByteArray("{") << u"no JSON object"_s;
    QTest::newRow("unknown part") << QByteArray(R"({"persons": {}})") << u"persons"_s;
    QTest::newRow("nobody") << QByteArray(R"({"people": {"nobody": {}}})") << u"nobody"_s;
    QTest::newRow("nowhere") << QByteArray(R"({"people": {"bo.lind": {"fridge": "today"}}})") << u"fridge"_s;
    QTest::newRow("no file") << QByteArray(R"({"people": {"bo.lind": {"cloud": "gone.jpg"}}})")
                             << u"gone.jpg"_s;
    QTest::newRow("no such state") << QByteArray(R"({"accounts": {"bo.lind": "asleep"}})") << u"asleep"_s;
    QTest::newRow("no time") << QByteArray(R"({"photoDelaySeconds": "soon"})") << u"photoDelaySeconds"_s;
    QTest::newRow("no such release") << QByteArray(R"({"exchange": "5.5"})") << u"5.5"_s;
}

void tst_SandboxState::saysWhatItDoesNotUnderstand()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, named);
    SandboxWorld world;
    QTemporaryDir place;
    const Result<Done> applied = applySandboxState(world, json, place.path());
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, Errc::BadInput);
    QVERIFY2(applied.error().detail.contains(named), qPrintable(applied.error().detail));
}

QTEST_GUILESS_MAIN(tst_SandboxState)
#include "tst_sandboxstate.moc"
