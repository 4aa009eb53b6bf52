// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlledger.h"
#include "services/session/boardsession.h"
#include "services/settings/syncdeclaration.h"
#include "tests/support/fakes/boardstores.h"
#include "tests/support/fakes/skippingpacing.h"
#include "tests/support/flatpictures.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimeZone>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(likeness::SyncNode)
Q_DECLARE_METATYPE(likeness::WatchEnd)

namespace {

EncodedPhoto photoOf(const QColor &colour, int edge)
{
    return EncodedPhoto::of(flatPicture({edge, edge}, colour), {edge, edge});
}

const QDateTime noon(QDate(2026, 3, 2), QTime(12, 0), QTimeZone::utc());

} // namespace

/// BoardSession over stores in memory, a real ledger and a time that jumps.
class tst_BoardSession final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void showsEachAsItArrives();
    void whatFailsIsUnreachable();
    void refreshesOne();
    void looksAnewAfterAChange();
    void letsGoOnCancel();
    void knowsWhatWasSeenBefore();
    void comparesWithWhatWasUploaded();
    void isDoneOnlyWhenTheUploadIsKnown();
    void learnsOfUploadsWhileOpen();
    void whatAFolderWasGivenIsNoReference();
    void tellsWhichPhotoChanged();
    void storesWithoutNodeAreLeftOut();
    void watchesUntilInStep();
    void watchEndsWhereNothingComes();
    void watchEndsWhenTheTimeHasPassed();
    void looksMoreRarely();
    void watchStops();
    void watchBeginsAgainSoonAfterAChange();

private:
    ScriptedStore &addStore(const QString &instance, SyncNode node, const ExpectedPhoto &photo);
    void addUpload(const EncodedPhoto &photo, LedgerEntry::Outcome outcome,
        const StoreId &store = {Workload::Exchange, QStringLiteral("ex")});
    void open();
    SyncState stateOf(SyncNode node) const;
    static Person amy();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<QThreadPool> m_workers;
    std::unique_ptr<Organisation> m_organisation;
    std::unique_ptr<SkippingPacing> m_pacing;
    std::unique_ptr<BoardSession> m_session;
    FlowBook m_flows;
};

void tst_BoardSession::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    auto opening = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
    QVERIFY(opening);
    m_ledger = std::move(opening->ledger);
    m_workers = std::make_unique<QThreadPool>();
    m_organisation = std::make_unique<Organisation>();
    m_organisation->id = u"contoso"_s;
    m_pacing = std::make_unique<SkippingPacing>();
    const Result<FlowBook> flows = shippedFlows();
    QVERIFY2(flows, flows ? "" : qPrintable(flows.error().detail));
    m_flows = *flows;
}

void tst_BoardSession::cleanup()
{
    m_session.reset();
    m_organisation.reset();
    m_workers.reset();
    m_ledger.reset();
}

ScriptedStore &tst_BoardSession::addStore(const QString &instance, SyncNode node, const ExpectedPhoto &photo)
{
    return test::addBoardStore(*m_organisation, instance, node, photo);
}

Person tst_BoardSession::amy()
{
    Person person;
    person.keys.key = u"amy"_s;
    return person;
}

void tst_BoardSession::addUpload(
    const EncodedPhoto &photo, LedgerEntry::Outcome outcome, const StoreId &store)
{
    LedgerEntry entry;
    entry.at = noon.addSecs(-60);
    entry.organisation = u"contoso"_s;
    entry.personKey = u"amy"_s;
    entry.store = store;
    const auto id = m_ledger->begin(entry, {}, photo);
    QVERIFY(id);
    QVERIFY(m_ledger->finish(*id, outcome));
}

void tst_BoardSession::open()
{
    const auto start = m_pacing->time;
    m_session = std::make_unique<BoardSession>(*m_organisation,
        BoardParts {m_flows, *m_workers, *m_pacing,
            [this, start] { return noon.addMSecs((m_pacing->time - start).count()); }, m_ledger.get(),
            &m_ledger->sightings()});
    m_session->setPerson(amy());
}

SyncState tst_BoardSession::stateOf(SyncNode node) const
{
    const Finding *finding = m_session->board().at(node);
    return finding ? finding->state : SyncState::Blocked;
}

void tst_BoardSession::showsEachAsItArrives()
{
    ScriptedStore &exchange = addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 648));
    addStore(u"ad"_s, SyncNode::ActiveDirectory, photoOf(Qt::red, 96));
    open();
    QCOMPARE(stateOf(SyncNode::ActiveDirectory), SyncState::Unknown);
    exchange.hold(ScriptedStore::Verb::Read);
    const QSignalSpy seen(m_session.get(), &BoardSession::seen);
    const QSignalSpy refreshed(m_session.get(), &BoardSession::refreshed);
    m_session->refresh();
    QVERIFY(m_session->isLooking());
    QTRY_COMPARE(seen.size(), 1);
    QVERIFY(!m_session->isLooking(SyncNode::ActiveDirectory));
    QVERIFY(m_session->isLooking(SyncNode::Exchange));
    QCOMPARE(stateOf(SyncNode::Exchange), SyncState::Unknown);
    QVERIFY(m_session->sighting(SyncNode::ActiveDirectory));
    QVERIFY(m_session->sighting(SyncNode::ActiveDirectory)->served[0].print);
    QCOMPARE(m_session->sighting(SyncNode::ActiveDirectory)->at, noon);
    QVERIFY(!m_session->sighting(SyncNode::Exchange));
    exchange.release();
    QTRY_COMPARE(refreshed.size(), 1);
    QCOMPARE(seen.size(), 2);
    QVERIFY(!m_session->isLooking());
    QCOMPARE(stateOf(SyncNode::Exchange), SyncState::InStep);
    QCOMPARE(m_session->board().reference->node, SyncNode::Exchange);
}

void tst_BoardSession::whatFailsIsUnreachable()
{
    ScriptedStore &exchange = addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 648));
    open();
    const QSignalSpy refreshed(m_session.get(), &BoardSession::refreshed);
    m_session->refresh();
    QTRY_COMPARE(refreshed.size(), 1);
    exchange.failNext(ScriptedStore::Verb::Read, Errc::Offline);
    m_session->refresh();
    QTRY_COMPARE(refreshed.size(), 2);
    QCOMPARE(stateOf(SyncNode::Exchange), SyncState::Unreachable);
    QCOMPARE(m_session->board().at(SyncNode::Exchange)->error->code, Errc::Offline);
    // what was seen before is not forgotten for it
    QCOMPARE(m_ledger->sightings().latest({u"contoso"_s, u"amy"_s})->size(), 1);
    m_session->refresh();
    QTRY_COMPARE(refreshed.size(), 3);
    QCOMPARE(stateOf(SyncNode::Exchange), SyncState::InStep);
}

void tst_BoardSession::refreshesOne()
{
    QStringList journal;
    addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 648)).journal = &journal;
    addStore(u"ad"_s, SyncNode::ActiveDirectory, photoOf(Qt::red, 96)).journal = &journal;
    m_organisation->sync.present.insert(SyncNode::Outlook);
    open();
    const QSignalSpy refreshed(m_session.get(), &BoardSession::refreshed);
    m_session->refresh(SyncNode::ActiveDirectory);
    m_session->refresh(SyncNode::ActiveDirectory); // it is looking already
    QTRY_COMPARE(refreshed.size(), 1);
    QCOMPARE(journal, QStringList {u"ad read"_s});
    m_session->refresh(SyncNode::Outlook);
    QTRY_COMPARE(refreshed.size(), 2);
    QCOMPARE(journal.size(), 3);
}

void tst_BoardSession::looksAnewAfterAChange()
{
    QStringList journal;
    ScriptedStore &exchange = addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 648));
    exchange.journal = &journal;
    open();
    const QSignalSpy refreshed(m_session.get(), &BoardSession::refreshed);
    const QSignalSpy seen(m_session.get(), &BoardSession::seen);
    exchange.hold(ScriptedStore::Verb::Read);
    m_session->refresh();
    QTRY_COMPARE(journal, QStringList {u"ex read"_s});
    m_session->lookAnew();
    QTRY_COMPARE(journal, QStringList({u"ex read"_s, u"ex read"_s}));
    exchange.release();
    QTRY_COMPARE(refreshed.size(), 1);
    QCOMPARE(seen.size(), 1); // the first one's answer is not taken for the present
}

void tst_BoardSession::letsGoOnCancel()
{
    ScriptedStore &exchange = addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 648));
    open();
    exchange.hold(ScriptedStore::Verb::Read);
    const QSignalSpy seen(m_session.get(), &BoardSession::seen);
    m_session->watch();
    m_session->cancel();
    QVERIFY(!m_session->isLooking());
    QVERIFY(!m_session->isWatching());
    exchange.release();
    QCoreApplication::processEvents();
    QCOMPARE(seen.size(), 0);
    // another person, while the first one is being looked at
    exchange.hold(ScriptedStore::Verb::Read);
    m_session->refresh();
    Person bo;
    bo.keys.key = u"bo"_s;
    m_session->setPerson(bo);
    exchange.release();
    QCoreApplication::processEvents();
    QCOMPARE(seen.size(), 0);
    QVERIFY(!m_session->sighting(SyncNode::Exchange));
}

void tst_BoardSession::knowsWhatWasSeenBefore()
{
    const EncodedPhoto photo = photoOf(Qt::red, 648);
    ScriptedStore &exchange = addStore(u"ex"_s, SyncNode::Exchange, photo);
    open();
    QSignalSpy refreshed(m_session.get(), &BoardSession::refreshed);
    m_session->refresh();
    QTRY_COMPARE(refreshed.size(), 1);
    exchange.held = photoOf(Qt::blue, 648);
    open();
    const Sighting *before = m_session->sighting(SyncNode::Exchange);
    QVERIFY(before);
    QCOMPARE(before->served[0].photo.bytes, photo.bytes);
    QVERIFY(before->served[0].print);
    QCOMPARE(stateOf(SyncNode::Exchange), SyncState::InStep);
    QVERIFY(!m_session->isLooking());
}

void tst_BoardSession::comparesWithWhatWasUploaded()
{
    addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 648));
    addUpload(photoOf(Qt::blue, 648), LedgerEntry::Outcome::Verified);
    addUpload(photoOf(Qt::blue, 96), LedgerEntry::Outcome::Verified);
    addUpload(photoOf(Qt::green, 648), LedgerEntry::Outcome::Failed);
    open();
    QTRY_VERIFY(m_session->board().reference && m_session->board().reference->uploaded);
    QCOMPARE(m_session->board().reference->photo.photo.sha256, photoOf(Qt::blue, 648).sha256);
    const QSignalSpy refreshed(m_session.get(), &BoardSession::refreshed);
    m_session->refresh();
    QTRY_COMPARE(refreshed.size(), 1);
    QVERIFY(stateOf(SyncNode::Exchange) != SyncState::InStep);
}

void tst_BoardSession::isDoneOnlyWhenTheUploadIsKnown()
{
    addStore(u"ex"_s, SyncNode::Exchange, std::nullopt);
    addUpload(photoOf(Qt::blue, 648), LedgerEntry::Outcome::Verified);
    QSemaphore free; // the only worker is kept from recognising the photo
    m_workers->setMaxThreadCount(1);
    m_workers->start([&free] { free.acquire(); });
    open();
    const QSignalSpy seen(m_session.get(), &BoardSession::seen);
    const QSignalSpy refreshed(m_session.get(), &BoardSession::refreshed);
    m_session->refresh();
    QTRY_COMPARE(seen.size(), 1);
    const bool early = !refreshed.isEmpty();
    free.release();
    QVERIFY(!early);
    QTRY_COMPARE(refreshed.size(), 1);
    QVERIFY(m_session->board().reference->uploaded);
}

void tst_BoardSession::learnsOfUploadsWhileOpen()
{
    addStore(u"ad"_s, SyncNode::ActiveDirectory, photoOf(Qt::red, 96));
    ScriptedStore &exchange = addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 648));
    open();
    const QSignalSpy refreshed(m_session.get(), &BoardSession::refreshed);
    m_session->refresh();
    QTRY_COMPARE(refreshed.size(), 1);
    QVERIFY(!m_session->board().reference->uploaded);

    const EncodedPhoto uploaded = photoOf(Qt::blue, 648);
    addUpload(uploaded, LedgerEntry::Outcome::Verified);
    exchange.held = uploaded;
    m_session->refresh();
    QTRY_COMPARE(refreshed.size(), 2);
    QVERIFY(m_session->board().reference->uploaded);
    QCOMPARE(m_session->board().reference->photo.photo, uploaded);
    QVERIFY(stateOf(SyncNode::ActiveDirectory) != SyncState::InStep);
}

void tst_BoardSession::whatAFolderWasGivenIsNoReference()
{
    const EncodedPhoto uploaded = photoOf(Qt::blue, 648);
    addStore(u"ex"_s, SyncNode::Exchange, uploaded);
    addUpload(uploaded, LedgerEntry::Outcome::Verified);
    addUpload(photoOf(Qt::red, 648), LedgerEntry::Outcome::Verified, {Workload::Folder, u"folder"_s});
    open();
    const QSignalSpy refreshed(m_session.get(), &BoardSession::refreshed);
    m_session->refresh();
    QTRY_COMPARE(refreshed.size(), 1);
    QVERIFY(m_session->board().reference->uploaded);
    QCOMPARE(m_session->board().reference->photo.photo, uploaded);
    QCOMPARE(stateOf(SyncNode::Exchange), SyncState::InStep);
}

void tst_BoardSession::tellsWhichPhotoChanged()
{
    ScriptedStore &exchange = addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 648));
    open();
    const QSignalSpy changed(m_session.get(), &BoardSession::photoChanged);
    const QSignalSpy refreshed(m_session.get(), &BoardSession::refreshed);
    for (int round = 1; round <= 2; ++round) {
        m_session->refresh();
        QTRY_COMPARE(refreshed.size(), round);
        QCOMPARE(changed.size(), 0);
        QVERIFY(!m_session->sighting(SyncNode::Exchange)->changed);
    }
    exchange.held.reset();
    m_session->refresh();
    QTRY_COMPARE(refreshed.size(), 3);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<SyncNode>(), SyncNode::Exchange);
    QVERIFY(m_session->sighting(SyncNode::Exchange)->hasNone());
    // the store does not tell when, but it was seen
    QCOMPARE(m_session->sighting(SyncNode::Exchange)->changed, std::optional(noon));
    m_session->refresh();
    QTRY_COMPARE(refreshed.size(), 4);
    QCOMPARE(m_session->sighting(SyncNode::Exchange)->changed, std::optional(noon));
    const auto kept = m_ledger->sightings().history({u"contoso"_s, u"amy"_s}, SyncNode::Exchange);
    QVERIFY(kept);
    QCOMPARE(kept->size(), 2);
}

void tst_BoardSession::storesWithoutNodeAreLeftOut()
{
    QStringList journal;
    addStore(u"folder"_s, SyncNode::Exchange, photoOf(Qt::red, 648)).journal = &journal;
    m_organisation->nodes.clear();
    open();
    m_session->refresh();
    QVERIFY(!m_session->isLooking());
    const QSignalSpy ended(m_session.get(), &BoardSession::watchEnded);
    m_session->watch();
    QCOMPARE(ended.size(), 1);
    QVERIFY(journal.isEmpty());
}

void tst_BoardSession::watchesUntilInStep()
{
    addStore(u"ad"_s, SyncNode::ActiveDirectory, photoOf(Qt::red, 648));
    ScriptedStore &cloud = addStore(u"m365"_s, SyncNode::Microsoft365, std::nullopt);
    open();
    const QSignalSpy ended(m_session.get(), &BoardSession::watchEnded);
    const QSignalSpy changed(m_session.get(), &BoardSession::photoChanged);
    int looks = 0;
    connect(m_session.get(), &BoardSession::refreshed, this, [&] {
        if (++looks < 4)
            QCOMPARE(stateOf(SyncNode::Microsoft365), SyncState::Pending);
        if (looks == 3)
            cloud.held = photoOf(Qt::red, 648);
    });
    m_session->watch();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(looks, 4);
    QCOMPARE(ended[0][0].value<WatchEnd>(), WatchEnd::InStep);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!m_session->isWatching());
    QVERIFY(!m_session->nextLook());
}

void tst_BoardSession::watchEndsWhereNothingComes()
{
    addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 648));
    addStore(u"ad"_s, SyncNode::ActiveDirectory, photoOf(Qt::blue, 300));
    open();
    const QSignalSpy ended(m_session.get(), &BoardSession::watchEnded);
    m_organisation->sync.peopleMayChange = false;
    m_session->watch();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(ended[0][0].value<WatchEnd>() != WatchEnd::InStep);
}

void tst_BoardSession::watchEndsWhenTheTimeHasPassed()
{
    addStore(u"ad"_s, SyncNode::ActiveDirectory, photoOf(Qt::red, 96));
    addStore(u"m365"_s, SyncNode::Microsoft365, std::nullopt);
    open();
    const QSignalSpy ended(m_session.get(), &BoardSession::watchEnded);
    m_session->watch();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    QCOMPARE(ended[0][0].value<WatchEnd>(), WatchEnd::TimePassed);
    QCOMPARE(m_session->board().at(SyncNode::Microsoft365)->cause, Cause::Overdue);
}

void tst_BoardSession::looksMoreRarely()
{
    addStore(u"ad"_s, SyncNode::ActiveDirectory, photoOf(Qt::red, 96));
    addStore(u"m365"_s, SyncNode::Microsoft365, std::nullopt);
    m_organisation->sync.syncCycle = std::chrono::hours(24);
    open();
    m_session->watch();
    QTRY_VERIFY(m_pacing->waits.size() >= 8);
    using std::chrono::seconds;
    const QList<std::chrono::milliseconds> expected {seconds(15), seconds(30), seconds(60), seconds(120),
        seconds(240), seconds(480), seconds(900), seconds(900)};
    QCOMPARE(m_pacing->waits.first(8), expected);
}

void tst_BoardSession::watchStops()
{
    addStore(u"ad"_s, SyncNode::ActiveDirectory, photoOf(Qt::red, 96));
    addStore(u"m365"_s, SyncNode::Microsoft365, std::nullopt);
    open();
    const QSignalSpy ended(m_session.get(), &BoardSession::watchEnded);
    const QSignalSpy refreshed(m_session.get(), &BoardSession::refreshed);
    m_pacing->stands = true;
    m_session->watch();
    QTRY_COMPARE(m_pacing->waits.size(), 1);
    QCOMPARE(m_session->nextLook(), std::optional(noon.addSecs(15)));
    m_session->stopWatching();
    QVERIFY(!m_session->isWatching());
    QVERIFY(!m_session->nextLook());
    QCoreApplication::processEvents();
    QCOMPARE(refreshed.size(), 1);
    QCOMPARE(ended.size(), 0);
}

void tst_BoardSession::watchBeginsAgainSoonAfterAChange()
{
    ScriptedStore &directory = addStore(u"ad"_s, SyncNode::ActiveDirectory, photoOf(Qt::red, 96));
    addStore(u"m365"_s, SyncNode::Microsoft365, std::nullopt);
    m_organisation->sync.syncCycle = std::chrono::hours(24);
    open();
    int looks = 0;
    connect(m_session.get(), &BoardSession::refreshed, this, [&] {
        if (++looks == 3)
            directory.held = photoOf(Qt::blue, 96);
    });
    m_session->watch();
    QTRY_VERIFY(m_pacing->waits.size() >= 5);
    using std::chrono::seconds;
    const QList<std::chrono::milliseconds> expected {
        seconds(15), seconds(30), seconds(60), seconds(15), seconds(30)};
    QCOMPARE(m_pacing->waits.first(5), expected);
}

QTEST_GUILESS_MAIN(tst_BoardSession)
#include "tst_boardsession.moc"
