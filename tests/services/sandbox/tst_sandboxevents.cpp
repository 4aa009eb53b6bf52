// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/samepicture.h"
#include "services/sandbox/sandboxevents.h"
#include "services/sandbox/sandboxpeople.h"
#include "services/sandbox/servers/sandboxstate.h"
#include "tests/support/jobs.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTest>
#include <QThreadPool>
#include <QTimeZone>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray todayOf(const QString &key, int edge)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    sandboxPhoto(key, SandboxPhoto::Today, edge).save(&buffer, "JPEG", 90);
    return bytes;
}

bool showsToday(const QString &key, const std::optional<QByteArray> &photo, int edge)
{
    return photo
        && samePicture(
            EncodedPhoto::of(*photo, {edge, edge}), EncodedPhoto::of(todayOf(key, 648), {648, 648}));
}

} // namespace

/// What happens in the organisation by time and by other people's hands, in a directory kept in memory.
class tst_SandboxEvents : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void sharePointAsksOnOwnVisit();
    void sharePointWaitsForItsExpiration();
    void syncCarriesChangesOnly();
    void timeBringsTheSync();
    void cloudRefusesTheDirectory();
    void deletionIsRememberedUntilCleared();
    void exportWritesTheLargePicture();
    void photosHaveTheirAge();
    void directoriesTellWholeSeconds();
    void clockKnowsFormerTimes();

private:
    bool happened(JobPtr<Done> event) { return bool(outcome(event)); }

    const QString ada = u"ada.reyes"_s;
    QThreadPool m_workers;
    std::shared_ptr<SandboxWorld> m_world;
    std::unique_ptr<SandboxEvents> m_events;
};

void tst_SandboxEvents::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_world = std::make_shared<SandboxWorld>();
    fillSandboxWorld(*m_world);
    m_events = std::make_unique<SandboxEvents>(m_world, m_workers);
    QVERIFY(happened(m_events->begin()));
}

void tst_SandboxEvents::cleanup()
{
    m_events.reset();
    m_world.reset();
}

void tst_SandboxEvents::sharePointAsksOnOwnVisit()
{
    QVERIFY(m_world->saveInExchange(ada, todayOf(ada, 648)));
    QVERIFY(happened(m_events->advance(24h)));
    QVERIFY(!showsToday(ada, m_world->sharePointPhoto(ada, 'L'), 300)); // time alone brings nothing
    QVERIFY(happened(m_events->openProfile(ada)));
    QVERIFY(showsToday(ada, m_world->sharePointPhoto(ada, 'L'), 300));
}

void tst_SandboxEvents::sharePointWaitsForItsExpiration()
{
    QVERIFY(happened(m_events->openProfile(ada)));
    QVERIFY(m_world->saveInExchange(ada, todayOf(ada, 648)));
    QVERIFY(happened(m_events->advance(5h)));
    QVERIFY(happened(m_events->openProfile(ada)));
    QVERIFY(!showsToday(ada, m_world->sharePointPhoto(ada, 'L'), 300));
    QVERIFY(happened(m_events->advance(2h)));
    QVERIFY(happened(m_events->openProfile(ada)));
    QVERIFY(showsToday(ada, m_world->sharePointPhoto(ada, 'L'), 300));
}

void tst_SandboxEvents::syncCarriesChangesOnly()
{
    const auto zoe = m_world->cloudPhoto(u"zoe.angstrom"_s); // differs from the directory since long
    QVERIFY(m_world->saveInExchange(ada, todayOf(ada, 648)));
    QVERIFY(happened(m_events->syncDirectory()));
    QVERIFY(showsToday(ada, m_world->cloudPhoto(ada), 64));
    QCOMPARE(m_world->cloudPhoto(u"zoe.angstrom"_s), zoe);
    m_world->removeInExchange(ada);
    QVERIFY(happened(m_events->syncDirectory()));
    QVERIFY(m_world->cloudPhoto(ada)); // a removal stays behind
}

void tst_SandboxEvents::timeBringsTheSync()
{
    QVERIFY(m_world->saveInExchange(ada, todayOf(ada, 648)));
    QVERIFY(happened(m_events->advance(20min)));
    QVERIFY(!showsToday(ada, m_world->cloudPhoto(ada), 64));
    QVERIFY(happened(m_events->advance(15min)));
    QVERIFY(showsToday(ada, m_world->cloudPhoto(ada), 64));
}

void tst_SandboxEvents::cloudRefusesTheDirectory()
{
    SandboxSettings settings = m_world->settings();
    settings.photoSource = "cloud";
    m_world->setSettings(settings);
    const auto before = m_world->cloudPhoto(ada);
    QVERIFY(m_world->saveInExchange(ada, todayOf(ada, 648)));
    QVERIFY(happened(m_events->syncDirectory()));
    QCOMPARE(m_world->cloudPhoto(ada), before);
}

void tst_SandboxEvents::deletionIsRememberedUntilCleared()
{
    QVERIFY(happened(m_events->deleteInOutlook(ada)));
    QVERIFY(m_world->photos(ada).mailboxRemoved);
    QVERIFY(!m_world->directoryPhoto(ada));
    m_world->setDirectoryPhoto(ada, todayOf(ada, 96));
    QVERIFY(m_world->photos(ada).mailboxRemoved); // writing there does not change that
    QVERIFY(happened(m_events->clearRecord(ada)));
    QVERIFY(!m_world->photos(ada).mailboxRemoved);
    QVERIFY(!m_world->directoryPhoto(ada)); // the price of the command
}

void tst_SandboxEvents::exportWritesTheLargePicture()
{
    m_world->setSharePointPhoto(ada, 'L', todayOf(ada, 300));
    QVERIFY(happened(m_events->exportProfile(ada)));
    QCOMPARE(m_world->directoryPhoto(ada), std::optional(todayOf(ada, 300)));
}

void tst_SandboxEvents::photosHaveTheirAge()
{
    const QDateTime now = m_world->clock().now();
    QCOMPARE(m_world->photos(ada).mailbox->at.daysTo(now), 263); // taken earlier
    QCOMPARE(m_world->photos(u"bo.lind"_s).cloud->at.daysTo(now), 30);
    QCOMPARE(initialPhotoTime(ada, now).daysTo(now), 263);
    QCOMPARE(initialPhotoTime(u"bo.lind"_s, now).daysTo(now), 30);
}

/// A directory leaves out the fraction.
void tst_SandboxEvents::directoriesTellWholeSeconds()
{
    const QDateTime begun(QDate(2026, 3, 2), QTime(9, 30, 15), QTimeZone::utc());
    QVERIFY(!isFromBefore(QDateTime(begun.date(), QTime(9, 30, 15), QTimeZone::utc()), begun));
    QVERIFY(isFromBefore(QDateTime(begun.date(), QTime(9, 30, 14), QTimeZone::utc()), begun));
}

void tst_SandboxEvents::clockKnowsFormerTimes()
{
    SandboxClock clock;
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-60);
    clock.advance(24h);
    const QDateTime after = QDateTime::currentDateTimeUtc().addSecs(60);
    QCOMPARE(clock.at(before), before);
    QCOMPARE(clock.at(after), after.addDays(1));
}

QTEST_GUILESS_MAIN(tst_SandboxEvents)
#include "tst_sandboxevents.moc"
