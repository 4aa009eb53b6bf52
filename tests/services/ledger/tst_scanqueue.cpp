// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ledgerplaces.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <cstdio>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

const QString contoso = u"contoso"_s;

QList<Person> people(int count, int from = 0)
{
    QList<Person> list;
    for (int i = from; i < from + count; ++i) {
        Person person;
        person.keys = {u"p%1"_s.arg(i), u"CN=\"p%1\""_s.arg(i), u"p@x"_s, u"p%1@x"_s.arg(i), u"g"_s};
        person.displayName = u"Person ‘%1’"_s.arg(i);
        person.department = u"Sales"_s;
        list.append(person);
    }
    return list;
}

QStringList keysOf(const QList<ScanTask> &tasks)
{
    QStringList keys;
    for (const ScanTask &task : tasks)
        keys.append(task.person.keys.key);
    keys.sort();
    return keys;
}

ScanResult resultOf(const ScanTask &task)
{
    ScanResult result {task.id, task.person.keys.key, {}, Standing {}};
    result.standing->person = task.person;
    result.standing->looked = QDateTime::currentDateTimeUtc();
    result.standing->overall = SyncState::InStep;
    result.sightings = {{SyncNode::Exchange, QDateTime::currentDateTimeUtc()}};
    return result;
}

/// What this program does when the test runs it as another process.
int childMain(const QStringList &arguments)
{
    const auto ledger = LedgerPlace::fromText(arguments.value(1)).open();
    if (!ledger)
        return 1;
    ScanQueue &queue = ledger->scanQueue();
    const auto scan = queue.join(contoso, {});
    if (!scan)
        return 1;
    if (arguments.value(0) == "claim-and-wait"_L1) {
        if (!queue.claim(scan->id, 3))
            return 1;
        std::puts("claimed");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    for (auto tasks = queue.claim(scan->id, 7); tasks && !tasks->isEmpty();
         tasks = queue.claim(scan->id, 7)) {
        QList<ScanResult> results;
        for (const ScanTask &task : *tasks)
            results.append(resultOf(task));
        if (!queue.settle(scan->id, results))
            return 1;
    }
    std::printf("%d\n", queue.counts(scan->id)->doneHere);
    return 0;
}

std::unique_ptr<QProcess> startedChild(const QStringList &arguments)
{
    auto child = std::make_unique<QProcess>();
    child->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child->start(QCoreApplication::applicationFilePath(), QStringList {u"--child"_s} + arguments);
    return child;
}

} // namespace

class tst_ScanQueue final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { LedgerPlace::addRows(); }
    void init();
    void givesEverybodyOnce();
    void givesThePersonWhole();
    void joinsWhatIsUnderWay();
    void settlesAsOne();
    void tellsWhoIsKnown();
    void leavesOutWhoWasSeen();
    void looksAgainAtWhoHasChanged_data();
    void looksAgainAtWhoHasChanged();
    void takesBackWhatIsGivenBack();
    void takesOverFromTheDead();
    void leavesOthersTheirs();
    void isListedByOneOnly();
    void isListedByAnotherWhenTheFirstDies();
    void endsOnce();
    void forgetsWhoIsGone();
    void isSharedBetweenPrograms();

public:
    static inline PostgresLab *lab = nullptr;

private:
    qint64 begin(int count);
    ScanQueue &queue() { return m_ledger->scanQueue(); }

    LedgerPlace m_place;
    std::unique_ptr<SqlLedger> m_ledger;
};

void tst_ScanQueue::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_ledger.reset();
    m_place = LedgerPlace::fresh(*lab);
    m_ledger = m_place.open();
    QVERIFY(m_ledger);
}

qint64 tst_ScanQueue::begin(int count)
{
    const auto scan = queue().join(contoso, {});
    if (!scan || !queue().beginListing(scan->id) || !queue().add(scan->id, people(count))
        || !queue().endListing(scan->id))
        return 0;
    return scan->id;
}

void tst_ScanQueue::givesEverybodyOnce()
{
    const qint64 scan = begin(5);
    QVERIFY(queue().add(scan, people(3))); // once more, as after a restart
    const auto first = queue().claim(scan, 3);
    const auto second = queue().claim(scan, 3);
    const auto third = queue().claim(scan, 3);
    QVERIFY(first && second && third);
    QCOMPARE(keysOf(*first + *second), (QStringList {u"p0"_s, u"p1"_s, u"p2"_s, u"p3"_s, u"p4"_s}));
    QVERIFY(third->isEmpty());
    QCOMPARE(queue().counts(scan)->left(), 5);
}

void tst_ScanQueue::givesThePersonWhole()
{
    const qint64 scan = begin(1);
    QCOMPARE(queue().claim(scan, 1)->constFirst().person, people(1).constFirst());
}

void tst_ScanQueue::joinsWhatIsUnderWay()
{
    const qint64 scan = begin(5);
    const auto other = m_place.open();
    QCOMPARE(other->scanQueue().join(contoso, {})->id, scan);
    QVERIFY(other->scanQueue().join(u"fabrikam"_s, {})->id != scan);
}

void tst_ScanQueue::settlesAsOne()
{
    const qint64 scan = begin(3);
    const auto tasks = queue().claim(scan, 2);
    QVERIFY(queue().settle(scan, {resultOf(tasks->at(0)), resultOf(tasks->at(1))}));
    const auto counts = queue().counts(scan);
    QCOMPARE(counts->people, 3);
    QCOMPARE(counts->done, 2);
    QCOMPARE(counts->doneHere, 2);
    QCOMPARE(counts->left(), 1);
    QCOMPARE(m_ledger->standings().counts(contoso)->of(SyncState::InStep), 2);
    QCOMPARE(m_ledger->sightings().latest({contoso, tasks->at(0).person.keys.key})->size(), 1);
}

void tst_ScanQueue::tellsWhoIsKnown()
{
    LedgerEntry entry;
    entry.organisation = contoso;
    entry.personKey = u"p1"_s;
    QVERIFY(m_ledger->begin(entry, {}, {}));
    QVERIFY(m_ledger->sightings().keep(
        {contoso, u"p2"_s}, {SyncNode::Exchange, QDateTime::currentDateTimeUtc()}));
    QVERIFY(m_ledger->sightings().keep(
        {u"fabrikam"_s, u"p0"_s}, {SyncNode::Exchange, QDateTime::currentDateTimeUtc()}));
    const qint64 scan = begin(4);
    QMap<QString, bool> known;
    const auto tasks = queue().claim(scan, 9);
    for (const ScanTask &task : *tasks)
        known.insert(task.person.keys.key, task.isKnown);
    const QMap<QString, bool> expected {{u"p0"_s, false}, {u"p1"_s, true}, {u"p2"_s, true}, {u"p3"_s, false}};
    QCOMPARE(known, expected);
}

void tst_ScanQueue::leavesOutWhoWasSeen()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Standing seen;
    seen.person = people(1).constFirst();
    seen.looked = now.addSecs(-600);
    QVERIFY(m_ledger->standings().write(contoso, seen));
    const auto scan = queue().join(contoso, now.addSecs(-3600));
    QVERIFY(queue().beginListing(scan->id) && queue().add(scan->id, people(2)));
    QCOMPARE(keysOf(*queue().claim(scan->id, 9)), QStringList {u"p1"_s});
    QCOMPARE(queue().counts(scan->id)->leftOut, 1);
    QCOMPARE(queue().counts(scan->id)->left(), 1);
}

void tst_ScanQueue::looksAgainAtWhoHasChanged_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("now");
    QTest::addColumn<bool>("leftOut");
    QTest::newRow("unchanged") << u"usn:a:7"_s << u"usn:a:7"_s << true;
    QTest::newRow("changed") << u"usn:a:7"_s << u"usn:a:8"_s << false;
    QTest::newRow("another database") << u"usn:a:7"_s << u"usn:b:7"_s << false;
    QTest::newRow("a directory that does not say") << u"usn:a:7"_s << QString() << true;
    QTest::newRow("not said then") << QString() << u"usn:a:7"_s << true;
}

void tst_ScanQueue::looksAgainAtWhoHasChanged()
{
    QFETCH(const QString, then);
    QFETCH(const QString, now);
    const QDateTime time = QDateTime::currentDateTimeUtc();
    Standing seen;
    seen.person = people(1).constFirst();
    seen.person.mark = then;
    seen.looked = time.addSecs(-600);
    QVERIFY(m_ledger->standings().write(contoso, seen));
    const auto scan = queue().join(contoso, time.addSecs(-3600));
    QList<Person> listed = people(1);
    listed.first().mark = now;
    QVERIFY(queue().beginListing(scan->id) && queue().add(scan->id, listed));
    const auto claimed = queue().claim(scan->id, 9);
    QTEST(claimed->isEmpty(), "leftOut");
    if (!claimed->isEmpty())
        QCOMPARE(claimed->constFirst().person.mark, now);
}

void tst_ScanQueue::takesBackWhatIsGivenBack()
{
    const qint64 scan = begin(2);
    QVERIFY(queue().claim(scan, 2));
    const auto other = m_place.open();
    QVERIFY(other->scanQueue().claim(scan, 2)->isEmpty());
    QVERIFY(queue().giveBack(scan));
    QCOMPARE(other->scanQueue().claim(scan, 2)->size(), 2);
}

void tst_ScanQueue::takesOverFromTheDead()
{
    const qint64 scan = begin(4);
    const auto child = startedChild({u"claim-and-wait"_s, m_place.text()});
    QVERIFY(child->waitForReadyRead(20'000));
    const auto mine = queue().claim(scan, 9);
    QCOMPARE(mine->size(), 1);
    QVERIFY(queue().claim(scan, 9)->isEmpty());
    child->kill();
    QVERIFY(child->waitForFinished(20'000));
    QList<ScanTask> taken;
    QTRY_COMPARE((taken += *queue().claim(scan, 9)).size(), 3);
}

void tst_ScanQueue::leavesOthersTheirs()
{
    const qint64 scan = begin(2);
    const auto tasks = queue().claim(scan, 1);
    const auto other = m_place.open();
    QVERIFY(other->scanQueue().join(contoso, {}));
    QVERIFY(other->scanQueue().giveBack(scan));
    QCOMPARE(other->scanQueue().claim(scan, 2)->size(), 1);
    QVERIFY(queue().settle(scan, {resultOf(tasks->constFirst())}));
    QCOMPARE(other->scanQueue().counts(scan)->doneHere, 0);
    QCOMPARE(other->scanQueue().counts(scan)->done, 1);
}

void tst_ScanQueue::isListedByOneOnly()
{
    const auto scan = queue().join(contoso, {});
    QVERIFY(*queue().beginListing(scan->id));
    QVERIFY(*queue().beginListing(scan->id)); // it is us
    const auto other = m_place.open();
    QVERIFY(other->scanQueue().join(contoso, {}));
    QVERIFY(!*other->scanQueue().beginListing(scan->id));
    QVERIFY(queue().endListing(scan->id));
    QVERIFY(!*queue().beginListing(scan->id));
}

void tst_ScanQueue::isListedByAnotherWhenTheFirstDies()
{
    auto other = m_place.open();
    const auto scan = other->scanQueue().join(contoso, {});
    QVERIFY(*other->scanQueue().beginListing(scan->id));
    other.reset();
    QVERIFY(queue().join(contoso, {}));
    QTRY_VERIFY(*queue().beginListing(scan->id)); // a server learns of it a moment later
}

void tst_ScanQueue::endsOnce()
{
    const qint64 scan = begin(1);
    QVERIFY(!*queue().end(scan));
    const auto tasks = queue().claim(scan, 1);
    QVERIFY(!queue().lastEnded(contoso)->has_value());
    QVERIFY(queue().settle(scan, {resultOf(tasks->constFirst())}));
    QVERIFY(*queue().end(scan));
    QVERIFY(*queue().end(scan));
    QCOMPARE((*queue().lastEnded(contoso))->id, scan);
    QCOMPARE(m_ledger->standings().trend(contoso, 9)->size(), 1);
    QVERIFY(queue().join(contoso, {})->id != scan);
}

void tst_ScanQueue::forgetsWhoIsGone()
{
    Standing gone;
    gone.person.keys.key = u"gone"_s;
    gone.looked = QDateTime::currentDateTimeUtc().addDays(-1);
    QVERIFY(m_ledger->standings().write(contoso, gone));
    const qint64 scan = begin(1);
    QVERIFY(queue().settle(scan, {resultOf(queue().claim(scan, 1)->constFirst())}));
    QVERIFY(*queue().end(scan));
    QCOMPARE(m_ledger->standings().page(contoso, {})->size(), 1);
    QCOMPARE(m_ledger->standings().page(contoso, {})->constFirst().person.keys.key, u"p0"_s);
}

void tst_ScanQueue::isSharedBetweenPrograms()
{
    const qint64 scan = begin(200);
    std::vector<std::unique_ptr<QProcess>> children;
    for (int i = 0; i < 3; ++i)
        children.push_back(startedChild({u"work"_s, m_place.text()}));
    int done = 0;
    for (const auto &child : children) {
        QVERIFY(child->waitForFinished(50'000));
        QCOMPARE(child->exitCode(), 0);
        done += child->readAllStandardOutput().trimmed().toInt();
    }
    QCOMPARE(done, 200);
    QCOMPARE(queue().counts(scan)->left(), 0);
    QVERIFY(*queue().end(scan));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--child"_L1)
        return childMain(arguments.mid(2));
    PostgresLab lab;
    if (const int refused = lab.start(); refused != 0)
        return refused;
    tst_ScanQueue::lab = &lab;
    tst_ScanQueue test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_scanqueue.moc"
