// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlledger.h"
#include "services/session/settleunfinished.h"
#include "services/session/uploadone.h"
#include "tests/support/fakes/scriptedstore.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <cstdio>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

const StoreId adId {Workload::ActiveDirectory, u"ad"_s};
const EncodedPhoto oldPhoto = EncodedPhoto::of("old", {});
const EncodedPhoto newPhoto = EncodedPhoto::of("new", {});
const EncodedPhoto otherPhoto = EncodedPhoto::of("other", {});

LedgerEntry openEntry(const QString &organisation = u"contoso"_s)
{
    LedgerEntry entry;
    entry.organisation = organisation;
    entry.personKey = u"amy"_s;
    entry.store = adId;
    return entry;
}

/// An upload that hangs in the write until somebody kills the program.
int hangingUpload(const QString &ledgerPath)
{
    auto opening = SqlLedger::open(ledgerPath);
    if (!opening)
        return 1;
    QThreadPool workers;
    RealPacing pacing;
    ScriptedStore store(adId, {});
    store.held = oldPhoto;
    store.hold(ScriptedStore::Verb::Write);
    StoreWrite what {openEntry(), {u"amy"_s, {}, {}, {}, {}}, newPhoto, ExpectedPhoto(oldPhoto)};
    std::unique_ptr<UploadOne, JobDeleter> upload(
        new UploadOne(store, {*opening->ledger, workers, pacing}, what));
    QObject::connect(upload.get(), &UploadOne::stageChanged, upload.get(), [](UploadOne::Stage stage) {
        if (stage == UploadOne::Stage::Writing)
            std::puts("writing");
        std::fflush(stdout);
    });
    upload->start();
    return QCoreApplication::exec();
}

} // namespace

class tst_SettleUnfinished : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void findsOutHowItEnded_data();
    void findsOutHowItEnded();
    void waitsForAStoreThatIsAway();
    void waitsForAStoreThatTakesItsTime_data();
    void waitsForAStoreThatTakesItsTime();
    void tellsAHalfWrite();
    void leavesOtherOrganisationsAlone();
    void settlesAfterAKill();

private:
    void settle(Organisation &organisation, QList<LedgerEntry> &settled);
    Organisation organisationWith(
        const ExpectedPhoto &held, ScriptedStore **store = nullptr, const StoreTraits &traits = {});

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SqlLedger> m_ledger;
};

void tst_SettleUnfinished::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_ledger.reset();
    m_dir = std::make_unique<QTemporaryDir>();
}

Organisation tst_SettleUnfinished::organisationWith(
    const ExpectedPhoto &held, ScriptedStore **store, const StoreTraits &traits)
{
    Organisation organisation;
    organisation.id = u"contoso"_s;
    auto ad = std::make_unique<ScriptedStore>(adId, traits);
    ad->held = held;
    if (store)
        *store = ad.get();
    organisation.stores.push_back(std::move(ad));
    return organisation;
}

void tst_SettleUnfinished::settle(Organisation &organisation, QList<LedgerEntry> &settled)
{
    if (!m_ledger) {
        auto opening = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
        QVERIFY(opening);
        m_ledger = std::move(opening->ledger);
    }
    const auto job = settleUnfinished(organisation, *m_ledger);
    job->start();
    QTRY_VERIFY(job->isFinished());
    QVERIFY(job->result());
    settled = *job->result();
}

void tst_SettleUnfinished::findsOutHowItEnded_data()
{
    using Photo = ExpectedPhoto;
    QTest::addColumn<Photo>("before");
    QTest::addColumn<Photo>("after");
    QTest::addColumn<Photo>("now");
    QTest::addColumn<LedgerEntry::Outcome>("outcome");
    const auto verified = LedgerEntry::Outcome::Verified;
    const auto failed = LedgerEntry::Outcome::Failed;
    QTest::newRow("written") << Photo(oldPhoto) << Photo(newPhoto) << Photo(newPhoto) << verified;
    QTest::newRow("not written") << Photo(oldPhoto) << Photo(newPhoto) << Photo(oldPhoto) << failed;
    QTest::newRow("something else since")
        << Photo(oldPhoto) << Photo(newPhoto) << Photo(otherPhoto) << failed;
    QTest::newRow("first photo written") << Photo() << Photo(newPhoto) << Photo(newPhoto) << verified;
    QTest::newRow("first photo not written") << Photo() << Photo(newPhoto) << Photo() << failed;
    QTest::newRow("removed") << Photo(oldPhoto) << Photo() << Photo() << verified;
    QTest::newRow("not removed") << Photo(oldPhoto) << Photo() << Photo(oldPhoto) << failed;
}

void tst_SettleUnfinished::findsOutHowItEnded()
{
    QFETCH(const ExpectedPhoto, before);
    QFETCH(const ExpectedPhoto, after);
    QFETCH(const ExpectedPhoto, now);
    {
        auto earlier = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
        QVERIFY(earlier);
        QVERIFY(earlier->ledger->begin(openEntry(), before, after));
    }
    Organisation organisation = organisationWith(now);
    QList<LedgerEntry> settled;
    settle(organisation, settled);
    QCOMPARE(settled.size(), 1);
    QTEST(settled.constFirst().outcome, "outcome");
    QCOMPARE(m_ledger->entry(settled.constFirst().id)->outcome, settled.constFirst().outcome);
    QVERIFY(m_ledger->unfinished()->isEmpty());
}

void tst_SettleUnfinished::waitsForAStoreThatIsAway()
{
    {
        auto earlier = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
        QVERIFY(earlier->ledger->begin(openEntry(), oldPhoto, newPhoto));
    }
    ScriptedStore *ad = nullptr;
    Organisation organisation = organisationWith(newPhoto, &ad);
    ad->failNext(ScriptedStore::Verb::Read, Errc::Offline);
    QList<LedgerEntry> settled;
    settle(organisation, settled);
    QVERIFY(settled.isEmpty());
    QCOMPARE(m_ledger->unfinished()->size(), 1);
    settle(organisation, settled);
    QCOMPARE(settled.size(), 1);
}

void tst_SettleUnfinished::waitsForAStoreThatTakesItsTime_data()
{
    QTest::addColumn<int>("ago"); // seconds since the write
    QTest::addColumn<ExpectedPhoto>("now");
    QTest::addColumn<LedgerEntry::Outcome>("outcome");
    using enum LedgerEntry::Outcome;
    QTest::newRow("just now") << 5 << ExpectedPhoto(oldPhoto) << Started;
    QTest::newRow("just now, and shows it") << 5 << ExpectedPhoto(newPhoto) << Verified;
    QTest::newRow("long ago") << 3600 << ExpectedPhoto(oldPhoto) << Failed;
}

void tst_SettleUnfinished::waitsForAStoreThatTakesItsTime()
{
    QFETCH(const int, ago);
    QFETCH(const ExpectedPhoto, now);
    qint64 id = 0;
    {
        auto earlier = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
        LedgerEntry entry = openEntry();
        entry.at = QDateTime::currentDateTimeUtc().addSecs(-ago);
        const Result<qint64> begun = earlier->ledger->begin(entry, oldPhoto, newPhoto);
        QVERIFY(begun);
        id = *begun;
    }
    StoreTraits traits;
    traits.settles = std::chrono::minutes(10);
    Organisation organisation = organisationWith(now, nullptr, traits);
    QList<LedgerEntry> settled;
    settle(organisation, settled);
    QTEST(m_ledger->entry(id)->outcome, "outcome");
}

/// The largest file is the new one, others are not.
void tst_SettleUnfinished::tellsAHalfWrite()
{
    {
        auto earlier = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
        QVERIFY(earlier->ledger->begin(openEntry(), oldPhoto, newPhoto));
    }
    ScriptedStore *store = nullptr;
    Organisation organisation = organisationWith(newPhoto, &store);
    store->shownToClients = ExpectedPhoto(oldPhoto);
    QList<LedgerEntry> settled;
    settle(organisation, settled);
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.constFirst().outcome, LedgerEntry::Outcome::Written);
    QVERIFY(settled.constFirst().errorDetail.contains(u"some sizes"_s));
}

void tst_SettleUnfinished::leavesOtherOrganisationsAlone()
{
    {
        auto earlier = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
        QVERIFY(earlier->ledger->begin(openEntry(u"fabrikam"_s), oldPhoto, newPhoto));
    }
    Organisation organisation = organisationWith(newPhoto);
    QList<LedgerEntry> settled;
    settle(organisation, settled);
    QVERIFY(settled.isEmpty());
    QCOMPARE(m_ledger->unfinished()->size(), 1);
}

void tst_SettleUnfinished::settlesAfterAKill()
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {u"--child"_s, m_dir->filePath(u"ledger.sqlite"_s)});
    QVERIFY(child.waitForReadyRead(20'000));
    child.kill();
    QVERIFY(child.waitForFinished(20'000));

    Organisation organisation = organisationWith(oldPhoto);
    QList<LedgerEntry> settled;
    settle(organisation, settled);
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.constFirst().outcome, LedgerEntry::Outcome::Failed);
    QVERIFY(!settled.constFirst().errorDetail.isEmpty());
    QCOMPARE(m_ledger->photo(settled.constFirst().beforeSha256)->bytes, oldPhoto.bytes);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--child"_L1)
        return hangingUpload(arguments.value(2));
    tst_SettleUnfinished test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_settleunfinished.moc"
