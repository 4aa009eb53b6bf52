// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/job/readyjob.h"
#include "services/ledger/sqlledger.h"
#include "services/session/scansession.h"
#include "services/settings/syncdeclaration.h"
#include "tests/support/fakes/boardstores.h"
#include "tests/support/fakes/skippingpacing.h"
#include "tests/support/flatpictures.h"

#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

EncodedPhoto photoOf(const QColor &colour, int edge)
{
    return EncodedPhoto::of(flatPicture({edge, edge}, colour), {edge, edge});
}

/// A page that comes when the test says so.
class HeldPage final : public JobOf<PeoplePage>
{
public:
    explicit HeldPage(PeoplePage page)
        : m_page(std::move(page))
    {
    }
    void release() { finish(m_page); }

private:
    void doStart() override { }

    const PeoplePage m_page;
};

/// So many people, in pages as small as a test likes.
class CountedDirectory final : public Directory
{
public:
    JobPtr<PeoplePage> find(const QString &, int limit, const QByteArray &cookie) override
    {
        ++asked;
        if (failsAt == asked)
            return readyJob<PeoplePage>(Error {Errc::Offline});
        PeoplePage page;
        const int from = cookie.toInt();
        const int size = std::min(limit, pageSize);
        for (int i = from; i < std::min(from + size, people); ++i) {
            Person person;
            person.keys.key = u"p%1"_s.arg(i);
            person.displayName = u"Person %1"_s.arg(i);
            page.people.append(person);
        }
        if (from + size < people)
            page.cookie = QByteArray::number(from + size);
        if (heldAt == asked) {
            held = new HeldPage(page);
            return JobPtr<PeoplePage>(held);
        }
        return readyJob<PeoplePage>(page);
    }
    JobPtr<SeenPage> everybody(int limit, const QByteArray &cookie, bool photos) override
    {
        if (!photos || store.isEmpty())
            return Directory::everybody(limit, cookie, photos);
        ++asked;
        SeenPage seen {{}, store, {}};
        const int from = cookie.toInt();
        for (int i = from; i < std::min(from + pageSize, people); ++i) {
            Person person;
            person.keys.key = u"p%1"_s.arg(i);
            StoreSight sight;
            sight.add(0, brings);
            seen.sights.insert(person.keys.key, sight);
            seen.page.people.append(person);
        }
        if (from + pageSize < people)
            seen.page.cookie = QByteArray::number(from + pageSize);
        return readyJob<SeenPage>(seen);
    }
    JobPtr<Person> person(const QString &) override { return readyJob<Person>(Error {Errc::NotFound}); }

    QString store; ///< whose photos come along
    EncodedPhoto brings;
    int people = 40;
    int pageSize = 15;
    int asked = 0;
    int failsAt = 0;
    int heldAt = 0;
    QPointer<HeldPage> held;
};

} // namespace

/// ScanSession over stores and a directory in memory, a real ledger and a time that jumps.
class tst_ScanSession final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void looksAtEverybody();
    void looksWhileOthersAreListed();
    void whatTheListBringsIsNotAskedFor();
    void theListWaitsForRoom();
    void whoWasLookedAtIsAskedAnew();
    void leavesOutWhoWasSeen();
    void oneStoreAwayStopsNothing();
    void nothingToBeSeenEndsIt();
    void pausesAndGoesOn();
    void stopsAtOnce();
    void anotherGoesOn();
    void twoShareTheWork();
    void aListingThatFailsIsTold();
    void needsSomethingToLookAt();
    void keepsWhatWasSeen();
    void ratesAndTimes_data();
    void ratesAndTimes();

private:
    ScriptedStore &addStore(const QString &instance, SyncNode node, const ExpectedPhoto &photo);
    std::unique_ptr<ScanSession> session(SqlLedger &ledger);
    void begin(ScanSession &session, const ScanWish &wish = {});
    StateCounts states() { return *m_ledger->standings().counts(u"contoso"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<QThreadPool> m_workers;
    std::unique_ptr<Organisation> m_organisation;
    CountedDirectory *m_directory = nullptr;
    SkippingPacing m_pacing;
    FlowBook m_flows;
};

void tst_ScanSession::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    auto opening = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
    QVERIFY(opening);
    m_ledger = std::move(opening->ledger);
    m_workers = std::make_unique<QThreadPool>();
    m_organisation = std::make_unique<Organisation>();
    m_organisation->id = u"contoso"_s;
    auto directory = std::make_unique<CountedDirectory>();
    m_directory = directory.get();
    m_organisation->directory = std::move(directory);
    const Result<FlowBook> flows = shippedFlows();
    QVERIFY(flows);
    m_flows = *flows;
}

void tst_ScanSession::cleanup()
{
    m_organisation.reset();
    m_workers.reset();
    m_ledger.reset();
}

ScriptedStore &tst_ScanSession::addStore(const QString &instance, SyncNode node, const ExpectedPhoto &photo)
{
    return test::addBoardStore(*m_organisation, instance, node, photo);
}

std::unique_ptr<ScanSession> tst_ScanSession::session(SqlLedger &ledger)
{
    BoardParts parts {
        m_flows, *m_workers, m_pacing, &QDateTime::currentDateTimeUtc, &ledger, &ledger.sightings()};
    return std::make_unique<ScanSession>(*m_organisation, parts, ledger.scanQueue());
}

void tst_ScanSession::begin(ScanSession &session, const ScanWish &wish)
{
    QSignalSpy completed(&session, &ScanSession::completed);
    session.start(wish);
    QVERIFY(completed.size() > 0 || completed.wait(30'000));
}

void tst_ScanSession::looksAtEverybody()
{
    addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 648));
    addStore(u"ad"_s, SyncNode::ActiveDirectory, photoOf(Qt::red, 96));
    const auto scan = session(*m_ledger);
    begin(*scan);
    QCOMPARE(states().total(), 40);
    QCOMPARE(scan->progress().counts.done, 40);
    QCOMPARE(scan->progress().counts.doneHere, 40);
    QCOMPARE(scan->progress().counts.left(), 0);
    QCOMPARE(scan->progress().states.total(), 40);
    QCOMPARE(scan->state(), ScanSession::State::Idle);
    QCOMPARE(m_ledger->sightings().latest({u"contoso"_s, u"p7"_s})->size(), 2);
    const auto page = m_ledger->standings().page(u"contoso"_s, {});
    QCOMPARE(page->constFirst().person.displayName, u"Person 0"_s);
    QCOMPARE(page->constFirst().at(SyncNode::Exchange)->state, SyncState::InStep);
    QVERIFY(m_ledger->photo(page->constFirst().photo));
    QVERIFY((*m_ledger->scanQueue().lastEnded(u"contoso"_s)).has_value());
}

void tst_ScanSession::looksWhileOthersAreListed()
{
    addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 96));
    m_directory->heldAt = 2;
    const auto scan = session(*m_ledger);
    const QSignalSpy completed(scan.get(), &ScanSession::completed);
    scan->start({});
    QTRY_COMPARE(states().total(), 15);
    QVERIFY(scan->progress().listing);
    QVERIFY(completed.isEmpty());
    QVERIFY(m_directory->held);
    m_directory->held->release();
    QTRY_COMPARE_WITH_TIMEOUT(completed.size(), 1, 30'000);
    QCOMPARE(states().total(), 40);
}

void tst_ScanSession::whatTheListBringsIsNotAskedFor()
{
    QStringList journal;
    addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 648)).journal = &journal;
    addStore(u"ad"_s, SyncNode::ActiveDirectory, std::nullopt).journal = &journal;
    m_directory->store = u"ad"_s;
    m_directory->brings = photoOf(Qt::red, 96);
    begin(*session(*m_ledger));
    QCOMPARE(states().total(), 40);
    QCOMPARE(journal, QStringList(40, u"ex read"_s));
    const auto kept = m_ledger->sightings().latest({u"contoso"_s, u"p7"_s});
    QVERIFY(kept);
    const auto ad = std::ranges::find(
        *kept, SyncNode::ActiveDirectory, [](const KeptSighting &each) { return each.sighting.node; });
    QVERIFY(ad != kept->cend());
    QCOMPARE(ad->sighting.served.constFirst().photo.sha256, m_directory->brings.sha256);
    QVERIFY(ad->sighting.served.constFirst().print);
}

/// However long the list, only so much of it is held.
void tst_ScanSession::theListWaitsForRoom()
{
    ScriptedStore &exchange = addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 96));
    addStore(u"ad"_s, SyncNode::ActiveDirectory, std::nullopt);
    m_directory->store = u"ad"_s;
    m_directory->brings = EncodedPhoto::of(QByteArray(1024 * 1024, 'x'), {96, 96});
    m_directory->people = 100;
    m_directory->pageSize = 5;
    exchange.hold(ScriptedStore::Verb::Read);
    const auto scan = session(*m_ledger);
    const QSignalSpy completed(scan.get(), &ScanSession::completed);
    scan->start({.since = {}, .atOnce = 1});
    QTRY_VERIFY(m_directory->asked >= 4); // sixteen of a megabyte each, and what was asked for before
    int before = 0;
    do {
        before = m_directory->asked;
        for (int turn = 0; turn < 2000; ++turn)
            QCoreApplication::processEvents();
    } while (m_directory->asked != before);
    QVERIFY2(before < 12, qPrintable(QString::number(before)));
    exchange.release();
    QTRY_COMPARE_WITH_TIMEOUT(completed.size(), 1, 30'000);
    QCOMPARE(m_directory->asked, 20);
    QCOMPARE(states().total(), 100);
}

/// The list of a scan that leaves out whom it has seen brings nothing: it would be asked for in vain.
void tst_ScanSession::whoWasLookedAtIsAskedAnew()
{
    QStringList journal;
    addStore(u"ad"_s, SyncNode::ActiveDirectory, photoOf(Qt::red, 96)).journal = &journal;
    m_directory->store = u"ad"_s;
    m_directory->brings = photoOf(Qt::blue, 96);
    begin(*session(*m_ledger), {std::chrono::hours(12)});
    QCOMPARE(journal.size(), 40);
    QCOMPARE(states().total(), 40);
}

void tst_ScanSession::leavesOutWhoWasSeen()
{
    addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 96));
    begin(*session(*m_ledger));
    m_directory->people = 43;
    const auto again = session(*m_ledger);
    begin(*again, {std::chrono::hours(12)});
    QCOMPARE(again->progress().counts.people, 43);
    QCOMPARE(again->progress().counts.leftOut, 40);
    QCOMPARE(again->progress().counts.doneHere, 3);
    QCOMPARE(states().total(), 43);
}

void tst_ScanSession::oneStoreAwayStopsNothing()
{
    addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 96));
    addStore(u"ad"_s, SyncNode::ActiveDirectory, photoOf(Qt::red, 96))
        .failNext(ScriptedStore::Verb::Read, Errc::Forbidden);
    begin(*session(*m_ledger));
    QCOMPARE(states().total(), 40);
    StandingsFilter unreachable;
    unreachable.node = SyncNode::ActiveDirectory;
    unreachable.states = {SyncState::Unreachable};
    QCOMPARE(m_ledger->standings().counts(u"contoso"_s, unreachable)->total(), 1);
}

void tst_ScanSession::nothingToBeSeenEndsIt()
{
    addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 96))
        .failAlways(ScriptedStore::Verb::Read, Errc::SignInNeeded);
    const auto scan = session(*m_ledger);
    Errc told = Errc::Local;
    connect(scan.get(), &ScanSession::failed, this, [&told](const Error &error) { told = error.code; });
    scan->start({.since = {}, .atOnce = 1});
    QTRY_COMPARE(told, Errc::SignInNeeded);
    QCOMPARE(scan->state(), ScanSession::State::Idle);
    QVERIFY(states().total() < 40);
}

void tst_ScanSession::pausesAndGoesOn()
{
    ScriptedStore &store = addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 96));
    const auto scan = session(*m_ledger);
    QStringList begun;
    store.journal = &begun;
    store.hold(ScriptedStore::Verb::Read);
    QSignalSpy changed(scan.get(), &ScanSession::stateChanged);
    scan->start({.since = {}, .atOnce = 4});
    QTRY_VERIFY(m_directory->asked == 3 && begun.size() == 4);
    scan->pause();
    QCOMPARE(scan->state(), ScanSession::State::Pausing);
    store.journal = nullptr;
    store.release();
    QTRY_COMPARE(scan->state(), ScanSession::State::Paused);
    QCOMPARE(scan->progress().counts.done, 4);
    const auto other = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
    QVERIFY(other->ledger->scanQueue().join(u"contoso"_s, {}));
    QSignalSpy completed(scan.get(), &ScanSession::completed);
    scan->resume();
    QVERIFY(completed.wait(30'000));
    QCOMPARE(states().total(), 40);
}

void tst_ScanSession::stopsAtOnce()
{
    ScriptedStore &store = addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 96));
    const auto scan = session(*m_ledger);
    store.hold(ScriptedStore::Verb::Read);
    scan->start({.since = {}, .atOnce = 4});
    QTRY_VERIFY(m_directory->asked == 3);
    scan->stop();
    QCOMPARE(scan->state(), ScanSession::State::Idle);
    QCOMPARE(states().total(), 0);
    store.release();
    begin(*scan);
    QCOMPARE(states().total(), 40);
}

void tst_ScanSession::anotherGoesOn()
{
    ScriptedStore &store = addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 96));
    store.hold(ScriptedStore::Verb::Read);
    auto first = session(*m_ledger);
    first->start({.since = {}, .atOnce = 4});
    QTRY_VERIFY(m_directory->asked == 3);
    first.reset();
    m_ledger.reset();
    store.release();
    m_ledger = std::move(SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s))->ledger);
    const auto second = session(*m_ledger);
    begin(*second);
    QCOMPARE(second->progress().counts.doneHere, 40);
}

void tst_ScanSession::twoShareTheWork()
{
    addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 96));
    m_directory->people = 200;
    const auto opening = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
    QVERIFY(opening);
    const auto one = session(*m_ledger);
    const auto two = session(*opening->ledger);
    QSignalSpy firstEnded(one.get(), &ScanSession::completed);
    QSignalSpy secondEnded(two.get(), &ScanSession::completed);
    one->start({.since = {}, .atOnce = 2});
    two->start({.since = {}, .atOnce = 2});
    QTRY_VERIFY_WITH_TIMEOUT(!firstEnded.isEmpty() && !secondEnded.isEmpty(), 30'000);
    QCOMPARE(one->progress().counts.doneHere + two->progress().counts.doneHere, 200);
    QCOMPARE(states().total(), 200);
}

void tst_ScanSession::aListingThatFailsIsTold()
{
    addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 96));
    m_directory->failsAt = 2;
    const auto scan = session(*m_ledger);
    Errc told = Errc::Local;
    connect(scan.get(), &ScanSession::failed, this, [&told](const Error &error) { told = error.code; });
    scan->start({});
    QTRY_COMPARE(told, Errc::Offline);
    QCOMPARE(scan->state(), ScanSession::State::Idle);
    begin(*scan); // the directory is back
    QCOMPARE(states().total(), 40);
}

void tst_ScanSession::needsSomethingToLookAt()
{
    const auto scan = session(*m_ledger);
    Errc told = Errc::Local;
    connect(scan.get(), &ScanSession::failed, this, [&told](const Error &error) { told = error.code; });
    scan->start({});
    QCOMPARE(told, Errc::BadInput);
}

/// A second scan knows what was seen: nothing changes, no history is written again.
void tst_ScanSession::keepsWhatWasSeen()
{
    addStore(u"ex"_s, SyncNode::Exchange, photoOf(Qt::red, 96));
    m_directory->people = 3;
    begin(*session(*m_ledger));
    begin(*session(*m_ledger));
    QCOMPARE(m_ledger->sightings().history({u"contoso"_s, u"p1"_s}, SyncNode::Exchange)->size(), 1);
}

void tst_ScanSession::ratesAndTimes_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("done");
    QTest::addColumn<int>("people");
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("percent");
    QTest::newRow("half") << 10 << 500 << 1000 << 10 << 50;
    QTest::newRow("nearly") << 4 << 999 << 1000 << 1 << 99;
    QTest::newRow("nothing yet") << 10 << 0 << 1000 << -1 << 0;
    QTest::newRow("nobody") << 10 << 0 << 0 << -1 << 0;
}

void tst_ScanSession::ratesAndTimes()
{
    QFETCH(const int, seconds);
    QFETCH(const int, done);
    QFETCH(const int, people);
    QFETCH(const int, left);
    QFETCH(const int, percent);
    ScanRate rate;
    rate.tell(std::chrono::seconds(100), 0);
    rate.tell(std::chrono::seconds(100 + seconds), done);
    ScanProgress progress;
    progress.counts = {people, 0, done, done};
    progress.perSecond = rate.perSecond();
    QCOMPARE(progress.timeLeft().value_or(std::chrono::seconds(-1)).count(), left);
    QCOMPARE(progress.percent(), percent);
}

QTEST_GUILESS_MAIN(tst_ScanSession)
#include "tst_scansession.moc"
