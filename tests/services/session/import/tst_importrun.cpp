// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/samepicture.h"
#include "services/session/import/importrun.h"
#include "services/session/settleunfinished.h"
#include "tests/services/session/import/importtest.h"
#include "tests/support/jobs.h"

#include <QSignalSpy>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_ImportRun : public ImportTest
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void everyRowEndsWell();
    void busyRowsWaitAndTheOthersGoOn();
    void whatStaysBusyHasFailed();
    void retryOfAll();
    void somebodyElseWroteMeanwhile();
    void onlyIfNoneIsKeptToTheEnd();
    void pictureGone();
    void pausedAndCarriedOn();
    void pausedBeforeAWrite_data();
    void pausedBeforeAWrite();
    void cancelled();
    void killedInTheMiddle_data();
    void killedInTheMiddle();
    void anotherProgramWorksOnIt();
    void undone();
    void undoLeavesWhatOthersWrote();
    void undoOfExchangeAndDirectory_data();
    void undoOfExchangeAndDirectory();
    void undoGoesOnAfterAFailure();

private:
    using Outcome = ImportOutcome;
    /// Four people, a picture each.
    void putFour();
    void startRun(const QStringList &stores = {}, bool onlyIfNone = false);
    void finishRun();
    void newRun();
    Outcome outcome(const QString &name) const;
    const ImportWrite &write(const QString &name, int place = 0) const;
    bool shows(const PeopleStore &store, const QString &key, int seed) const;

    std::unique_ptr<ImportRun> m_run;
};

void tst_ImportRun::init()
{
    ImportTest::init();
    m_pacing.waits.clear();
    m_pacing.stands = false;
    newRun();
}

void tst_ImportRun::cleanup()
{
    m_run.reset();
    ImportTest::cleanup();
}

void tst_ImportRun::newRun()
{
    m_run = std::make_unique<ImportRun>(*m_organisation, *m_ledger, m_ledger->imports(), *m_workers);
    m_run->setPacing(m_pacing);
}

void tst_ImportRun::putFour()
{
    int seed = 0;
    for (const QString &name : {u"amy"_s, u"zoe"_s, u"ann1"_s, u"bo"_s})
        put(name + u".jpg"_s, jpeg(picture(++seed, {240, 240})));
}

void tst_ImportRun::startRun(const QStringList &stores, bool onlyIfNone)
{
    const ImportWish asked {folder(), NamePattern::usual(), stores, onlyIfNone};
    gather(asked);
    const Result<Done> begun = m_run->begin(asked, m_plan->rows());
    QVERIFY2(begun, begun ? "" : qPrintable(begun.error().detail));
}

void tst_ImportRun::finishRun()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), ImportRun::State::Finished, 30'000);
}

ImportOutcome tst_ImportRun::outcome(const QString &name) const
{
    for (const ImportRow &row : m_run->rows()) {
        if (row.name() == name)
            return outcomeOf(row);
    }
    return Outcome::LeftOut;
}

const ImportWrite &tst_ImportRun::write(const QString &name, int place) const
{
    const auto row
        = std::ranges::find_if(m_run->rows(), [&name](const ImportRow &each) { return each.name() == name; });
    return row->writes.at(place);
}

bool tst_ImportRun::shows(const PeopleStore &store, const QString &key, int seed) const
{
    const ExpectedPhoto held = store.of(key);
    return held && samePicture(*held, EncodedPhoto::of(jpeg(picture(seed, {240, 240})), {240, 240}));
}

void tst_ImportRun::everyRowEndsWell()
{
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    PeopleStore &directory = addStore(Workload::ActiveDirectory, u"ad"_s, 96);
    const EncodedPhoto old = EncodedPhoto::of(jpeg(picture(9, {96, 96})), {96, 96});
    directory.held.insert_or_assign(u"amy"_s, old);
    putFour();
    put(u"nobody.jpg"_s, jpeg(picture(7, {240, 240})));
    startRun();
    finishRun();
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Done, 4}, {Outcome::LeftOut, 1}}));
    QVERIFY(shows(cloud, u"amy"_s, 1) && shows(cloud, u"zoe"_s, 2) && shows(cloud, u"bo"_s, 4));
    QCOMPARE(directory.of(u"zoe"_s)->pixels, QSize(96, 96));
    QVERIFY(shows(directory, u"amy"_s, 1));
    // it is all in the ledger, the photo from before too
    const auto history = m_ledger->history(u"contoso"_s, u"amy"_s);
    QVERIFY(history && history->size() == 2);
    QCOMPARE(history->at(0).outcome, LedgerEntry::Outcome::Verified);
    QCOMPARE(history->at(0).beforeSha256, old.sha256);
    QVERIFY(m_ledger->photo(old.sha256));
    const auto runs = m_ledger->imports().runs(u"contoso"_s);
    QVERIFY(runs && runs->size() == 1);
    QCOMPARE(runs->first().state, ImportRunHead::State::Finished);
    QCOMPARE(runs->first().stores, (QStringList {u"cloud"_s, u"ad"_s})); // in the order of writing
    const auto rows = m_ledger->imports().rows(runs->first().id);
    QVERIFY(rows);
    QCOMPARE(outcomesOf(*rows), m_run->counts());
}

void tst_ImportRun::busyRowsWaitAndTheOthersGoOn()
{
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    const Error busy {Errc::Throttled, u"429"_s, {}, std::chrono::seconds(30)};
    cloud.writeFaults[u"amy"_s] = {busy, Error {Errc::Offline, u"gone"_s}};
    putFour();
    startRun();
    finishRun();
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Done, 4}}));
    QCOMPARE(cloud.journal.count(u"write amy"_s), 3);
    using namespace std::chrono_literals;
    QCOMPARE(m_pacing.waits, (QList<std::chrono::milliseconds> {30s, 4s}));
}

void tst_ImportRun::whatStaysBusyHasFailed()
{
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    cloud.writeFaults[u"amy"_s] = QList<Error>(50, Error {Errc::Throttled, u"429"_s});
    cloud.writeFaults[u"bo"_s] = {Error {Errc::Refused, u"no"_s}};
    putFour();
    startRun();
    finishRun();
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Done, 2}, {Outcome::Failed, 2}}));
    QCOMPARE(cloud.journal.count(u"write amy"_s), 5);
    QCOMPARE(cloud.journal.count(u"write bo"_s), 1); // that will not pass by itself
    QCOMPARE(write(u"amy.jpg"_s).error->code, Errc::Throttled);
    QCOMPARE(write(u"bo.jpg"_s).error->code, Errc::Refused);
}

void tst_ImportRun::retryOfAll()
{
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    cloud.writeFaults[u"amy"_s] = {Error {Errc::Refused, u"no"_s}};
    cloud.writeFaults[u"bo"_s] = {Error {Errc::Refused, u"no"_s}};
    putFour();
    startRun();
    finishRun();
    QCOMPARE(outcome(u"amy.jpg"_s), Outcome::Failed);
    cloud.journal.clear();
    const auto place = std::ranges::find_if(
        m_run->rows(), [](const ImportRow &each) { return each.name() == u"amy.jpg"_s; });
    m_run->retry(static_cast<int>(place - m_run->rows().cbegin()));
    finishRun();
    QCOMPARE(outcome(u"amy.jpg"_s), Outcome::Done);
    QCOMPARE(outcome(u"bo.jpg"_s), Outcome::Failed);
    m_run->retry();
    finishRun();
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Done, 4}}));
    QCOMPARE(cloud.journal, (QStringList {u"write amy"_s, u"write bo"_s}));
}

void tst_ImportRun::somebodyElseWroteMeanwhile()
{
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    putFour();
    gather();
    const EncodedPhoto theirs = EncodedPhoto::of(jpeg(picture(9, {648, 648})), {648, 648});
    cloud.held.insert_or_assign(u"amy"_s, theirs);
    QVERIFY(m_run->begin(wish(), m_plan->rows()));
    finishRun();
    QCOMPARE(outcome(u"amy.jpg"_s), Outcome::Conflict);
    QCOMPARE(cloud.of(u"amy"_s), ExpectedPhoto(theirs));
    m_run->retry(); // not by the way
    finishRun();
    QCOMPARE(outcome(u"amy.jpg"_s), Outcome::Conflict);
    m_run->retry(indexOf(u"amy.jpg"_s)); // but when somebody wants it
    finishRun();
    QCOMPARE(outcome(u"amy.jpg"_s), Outcome::Done);
    QVERIFY(shows(cloud, u"amy"_s, 1));
    QVERIFY(m_ledger->photo(theirs.sha256));
}

void tst_ImportRun::onlyIfNoneIsKeptToTheEnd()
{
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    putFour();
    const ImportWish asked {folder(), NamePattern::usual(), {}, true};
    gather(asked);
    const EncodedPhoto theirs = EncodedPhoto::of(jpeg(picture(9, {648, 648})), {648, 648});
    cloud.held.insert_or_assign(u"amy"_s, theirs);
    QVERIFY(m_run->begin(asked, m_plan->rows()));
    finishRun();
    QCOMPARE(write(u"amy.jpg"_s).state, ImportState::HasPhoto);
    QCOMPARE(cloud.of(u"amy"_s), ExpectedPhoto(theirs));
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Done, 4}}));
}

void tst_ImportRun::pictureGone()
{
    addStore(Workload::Microsoft365, u"cloud"_s, 648);
    putFour();
    gather();
    QVERIFY(QFile::remove(folder() + u"/amy.jpg"_s));
    QVERIFY(m_run->begin(wish(), m_plan->rows()));
    finishRun();
    QCOMPARE(outcome(u"amy.jpg"_s), Outcome::Failed);
    QCOMPARE(write(u"amy.jpg"_s).error->code, Errc::Local);
}

void tst_ImportRun::pausedAndCarriedOn()
{
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    putFour();
    int writes = 0;
    cloud.written = [&](const QString &) {
        if (++writes == 1)
            QMetaObject::invokeMethod(
                m_run.get(), [this] { m_run->pause(); }, Qt::QueuedConnection);
    };
    startRun();
    QTRY_COMPARE(m_run->state(), ImportRun::State::Paused);
    QCOMPARE(m_run->counts()[Outcome::Running], 0); // what has begun is finished
    m_run->carryOn();
    finishRun();
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Done, 4}}));
    QCOMPARE(cloud.journal.size(), 4);
}

void tst_ImportRun::pausedBeforeAWrite_data()
{
    QTest::addColumn<int>("read");
    for (int read = 1; read <= 4; ++read)
        QTest::addRow("at read %d", read) << read;
}

/// Rows whose upload has not begun stop at once, while the others are still being told.
void tst_ImportRun::pausedBeforeAWrite()
{
    QFETCH(int, read);
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    putFour();
    int reads = 0;
    cloud.asked = [&](const QString &) {
        if (m_run->state() == ImportRun::State::Running && ++reads == read) // not when the plan asks
            QMetaObject::invokeMethod(
                m_run.get(), [this] { m_run->pause(); }, Qt::QueuedConnection);
    };
    startRun();
    QTRY_COMPARE(m_run->state(), ImportRun::State::Paused);
    QVERIFY(read > 1 || m_run->counts()[Outcome::Waiting] > 0); // the first to ask had not begun to write
    QCOMPARE(m_run->counts()[Outcome::Running], 0);
    m_run->carryOn();
    finishRun();
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Done, 4}}));
    QCOMPARE(cloud.journal.size(), 4); // nobody's is written twice
}

void tst_ImportRun::cancelled()
{
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    cloud.writeFaults[u"amy"_s] = {Error {Errc::Throttled, u"429"_s}};
    m_pacing.stands = true; // she rests for ever
    putFour();
    startRun();
    QTRY_COMPARE(m_pacing.waits.size(), 1);
    QTRY_COMPARE(m_run->counts()[Outcome::Done], 3);
    m_run->cancel();
    finishRun();
    QCOMPARE(outcome(u"amy.jpg"_s), Outcome::Failed); // tried, and not again
    QCOMPARE(m_run->head().state, ImportRunHead::State::Cancelled);
}

void tst_ImportRun::killedInTheMiddle_data()
{
    QTest::addColumn<bool>("after");
    QTest::newRow("before the store had it") << false;
    QTest::newRow("after the store had it") << true;
}

/// The run is dropped between a request and its answer.
void tst_ImportRun::killedInTheMiddle()
{
    QFETCH(const bool, after);
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    const EncodedPhoto old = EncodedPhoto::of(jpeg(picture(9, {648, 648})), {648, 648});
    cloud.held.insert_or_assign(u"amy"_s, old);
    putFour();
    bool killed = false;
    const auto kill = [&](const QString &key) {
        if (key == u"amy"_s && !std::exchange(killed, true))
            QMetaObject::invokeMethod(
                this, [this] { m_run.reset(); }, Qt::QueuedConnection);
    };
    if (after) {
        cloud.written = kill;
    } else {
        cloud.writeFaults[u"amy"_s] = {Error {Errc::Offline, u"never arrived"_s}};
        cloud.readFaults[u"amy"_s] = {};
    }
    startRun();
    const qint64 id = m_run->head().id;
    if (!after) {
        // the program ends before it can read back
        connect(m_run.get(), &ImportRun::rowChanged, this, [&](int row) {
            const ImportRow &changed = m_run->rows().at(row);
            if (changed.name() == u"amy.jpg"_s && changed.writes.first().entry > 0)
                kill(u"amy"_s);
        });
    }
    QTRY_VERIFY(killed && !m_run);
    const auto rows = m_ledger->imports().rows(id);
    QVERIFY(rows);
    m_workers->waitForDone();
    reopenLedger();
    cloud.written = {};
    const auto settled = test::outcome(settleUnfinished(*m_organisation, *m_ledger));
    QVERIFY(settled);
    cloud.journal.clear();
    newRun();
    QVERIFY(m_run->load(id));
    QVERIFY(after || m_run->state() == ImportRun::State::Paused); // the others may have been done
    m_run->carryOn();
    finishRun();
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Done, 4}}));
    QVERIFY(shows(cloud, u"amy"_s, 1) && shows(cloud, u"zoe"_s, 2) && shows(cloud, u"bo"_s, 4));
    QCOMPARE(cloud.journal.contains(u"write amy"_s), !after); // never twice
    QVERIFY(m_ledger->unfinished()->isEmpty());
    // and the photo from before is not lost
    m_run->undo();
    finishRun();
    QCOMPARE(cloud.of(u"amy"_s), ExpectedPhoto(old));
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Undone, 4}}));
}

void tst_ImportRun::anotherProgramWorksOnIt()
{
    addStore(Workload::Microsoft365, u"cloud"_s, 648);
    putFour();
    startRun();
    finishRun();
    auto other = SqlLedger::open(at(u"ledger.sqlite"_s));
    QVERIFY(other);
    ImportRun second(*m_organisation, *other->ledger, other->ledger->imports(), *m_workers);
    const Result<Done> loaded = second.load(m_run->head().id);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, Errc::BadInput);
    QCOMPARE(second.load(4711).error().code, Errc::NotFound);
}

void tst_ImportRun::undone()
{
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648, false);
    PeopleStore &folderStore = addStore(Workload::Folder, u"folder"_s, 648);
    const EncodedPhoto old = EncodedPhoto::of(jpeg(picture(9, {648, 648})), {648, 648});
    cloud.held.insert_or_assign(u"amy"_s, old);
    putFour();
    startRun();
    finishRun();
    cloud.journal.clear();
    folderStore.journal.clear();
    m_run->undo();
    QVERIFY(m_run->isUndoing());
    finishRun();
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Undone, 4}}));
    QCOMPARE(cloud.held.size(), 1U);
    QCOMPARE(cloud.of(u"amy"_s), ExpectedPhoto(old));
    QVERIFY(folderStore.held.empty());
    QCOMPARE(m_ledger->imports().head(m_run->head().id)->state, ImportRunHead::State::Undone);
    // nothing more to do
    cloud.journal.clear();
    m_run->undo();
    finishRun();
    QVERIFY(cloud.journal.isEmpty());
}

void tst_ImportRun::undoLeavesWhatOthersWrote()
{
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    putFour();
    startRun();
    finishRun();
    const EncodedPhoto theirs = EncodedPhoto::of(jpeg(picture(9, {648, 648})), {648, 648});
    cloud.held.insert_or_assign(u"amy"_s, theirs);
    cloud.held.erase(u"bo"_s); // somebody has removed it: as it was before
    m_run->undo();
    finishRun();
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Undone, 3}, {Outcome::NotUndone, 1}}));
    QCOMPARE(cloud.of(u"amy"_s), ExpectedPhoto(theirs));
    QCOMPARE(write(u"amy.jpg"_s).error->code, Errc::Conflict);
    QCOMPARE(cloud.held.size(), 1U);
}

void tst_ImportRun::undoOfExchangeAndDirectory_data()
{
    QTest::addColumn<bool>("hadPhotos");
    QTest::addColumn<bool>("somebodyElse");
    QTest::newRow("two different photos") << true << false;
    QTest::newRow("no photos") << false << false;
    QTest::newRow("somebody has changed the directory") << true << true;
}

/// Exchange's save and its removal reach the directory, as in a real house.
void tst_ImportRun::undoOfExchangeAndDirectory()
{
    QFETCH(const bool, hadPhotos);
    QFETCH(const bool, somebodyElse);
    PeopleStore &exchange = addStore(Workload::Exchange, u"exchange"_s, 648, false);
    PeopleStore &directory = addStore(Workload::ActiveDirectory, u"ad"_s, 96);
    const EncodedPhoto mailbox = EncodedPhoto::of(jpeg(picture(8, {648, 648})), {648, 648});
    const EncodedPhoto thumbnail = EncodedPhoto::of(jpeg(picture(9, {96, 96})), {96, 96});
    if (hadPhotos) {
        exchange.held.insert_or_assign(u"amy"_s, mailbox);
        directory.held.insert_or_assign(u"amy"_s, thumbnail);
    }
    exchange.written = [&](const QString &key) {
        const ExpectedPhoto saved = exchange.of(key);
        if (!saved) {
            directory.held.erase(key);
            return;
        }
        const QImage small
            = QImage::fromData(saved->bytes).scaled(64, 64, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        directory.held.insert_or_assign(key, EncodedPhoto::of(jpeg(small), {64, 64}));
    };
    put(u"amy.jpg"_s, jpeg(picture(1, {240, 240})));
    startRun();
    finishRun();
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Done, 1}}));
    QCOMPARE(directory.of(u"amy"_s)->pixels, QSize(96, 96));
    QVERIFY(shows(directory, u"amy"_s, 1));
    const EncodedPhoto theirs = EncodedPhoto::of(jpeg(picture(5, {96, 96})), {96, 96});
    if (somebodyElse)
        directory.held.insert_or_assign(u"amy"_s, theirs);
    m_run->undo();
    finishRun();
    if (somebodyElse) {
        QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::NotUndone, 1}}));
        QCOMPARE(directory.of(u"amy"_s), ExpectedPhoto(theirs));
        QVERIFY(shows(exchange, u"amy"_s, 1));
        return;
    }
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Undone, 1}}));
    QCOMPARE(exchange.of(u"amy"_s), hadPhotos ? ExpectedPhoto(mailbox) : std::nullopt);
    QCOMPARE(directory.of(u"amy"_s), hadPhotos ? ExpectedPhoto(thumbnail) : std::nullopt);
}

void tst_ImportRun::undoGoesOnAfterAFailure()
{
    PeopleStore &cloud = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    putFour();
    startRun();
    finishRun();
    cloud.writeFaults[u"amy"_s] = {Error {Errc::Throttled, u"429"_s}};
    cloud.writeFaults[u"bo"_s] = {Error {Errc::Refused, u"no"_s}};
    m_run->undo();
    finishRun();
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Undone, 3}, {Outcome::NotUndone, 1}}));
    m_run->undo();
    finishRun();
    QCOMPARE(m_run->counts(), (OutcomeCounts {{Outcome::Undone, 4}}));
    QVERIFY(cloud.held.empty());
}

QTEST_GUILESS_MAIN(tst_ImportRun)
#include "tst_importrun.moc"
