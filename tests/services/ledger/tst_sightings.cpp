// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ledgerplaces.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

const SeenPerson amy {u"contoso"_s, u"amy"_s};
const QDateTime monday(QDate(2026, 3, 2), QTime(8, 0), QTimeZone::utc());
const EncodedPhoto large = EncodedPhoto::of("a large photo", QSize(648, 648));
const EncodedPhoto small = EncodedPhoto::of("a small photo", QSize(48, 48));

Fingerprint grey()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::gray);
    return Fingerprint::of(image);
}

Sighting exchangeOf(const QDateTime &at, const QList<EncodedPhoto> &photos = {large, small})
{
    Sighting sighting {SyncNode::Exchange, at};
    for (const EncodedPhoto &photo : photos)
        sighting.served.append({photo.pixels.width(), photo, grey()});
    sighting.changed = monday.addDays(-3);
    sighting.signs = Sign::PreviewOnly | Sign::ContactPhoto;
    sighting.tag = u"648 \"v1\"\n48 \"v2\""_s;
    sighting.evidence = {u"GetUserPhoto HR648x648: 200"_s, u"“quoted”"_s};
    return sighting;
}

} // namespace

class tst_Sightings final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { LedgerPlace::addRows(); }
    void init();
    void givesBackWhatItWasGiven();
    void movesTheTimeOfWhatStays();
    void keepsManyAsOne();
    void addsWhatChanges_data();
    void addsWhatChanges();
    void tellsPeopleApart();
    void tellsTheNewestOfEach();
    void keepsPhotosOnce();
    void forgetsNothingOnRestart();
    void keepsNoFailures();
    void reachesOldLedgers();

private:
    SightingHistory &history() { return m_ledger->sightings(); }
    void open();

    LedgerPlace m_place;
    std::unique_ptr<SqlLedger> m_ledger;

public:
    static inline PostgresLab *lab = nullptr;
};

void tst_Sightings::open()
{
    m_ledger.reset();
    m_ledger = m_place.open();
    QVERIFY(m_ledger);
}

void tst_Sightings::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_ledger.reset();
    m_place = LedgerPlace::fresh(*lab);
    open();
}

void tst_Sightings::givesBackWhatItWasGiven()
{
    const Sighting given = exchangeOf(monday);
    QVERIFY(history().keep(amy, given));
    const auto kept = history().latest(amy);
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1);
    const Sighting &got = kept->constFirst().sighting;
    QCOMPARE(got.node, SyncNode::Exchange);
    QCOMPARE(got.at, monday);
    QCOMPARE(kept->constFirst().lastSeen, monday);
    QCOMPARE(got.served.size(), 2);
    QCOMPARE(got.served[0].asked, 648);
    QCOMPARE(got.served[0].photo.bytes, large.bytes);
    QCOMPARE(got.served[0].photo.sha256, large.sha256);
    QCOMPARE(got.served[0].photo.pixels, QSize(648, 648));
    QCOMPARE(got.served[0].print, std::optional(grey()));
    QCOMPARE(got.served[1].photo.bytes, small.bytes);
    QCOMPARE(got.changed, given.changed);
    QCOMPARE(got.signs, given.signs);
    QCOMPARE(got.tag, given.tag);
    QCOMPARE(got.evidence, given.evidence);
    QVERIFY(!got.failed);
}

void tst_Sightings::movesTheTimeOfWhatStays()
{
    QVERIFY(history().keep(amy, exchangeOf(monday)));
    Sighting again = exchangeOf(monday.addSecs(3600));
    again.tag = u"648 \"v3\""_s;
    again.evidence = {u"GetUserPhoto HR648x648: 304"_s};
    QVERIFY(history().keep(amy, again));
    QVERIFY(history().keep(amy, exchangeOf(monday.addSecs(60)))); // another program, which was slower
    const auto kept = history().history(amy, SyncNode::Exchange);
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1);
    QCOMPARE(kept->constFirst().sighting.at, monday);
    QCOMPARE(kept->constFirst().lastSeen, monday.addSecs(3600));
}

/// More than one statement takes: some as they were, some new, somebody twice.
void tst_Sightings::keepsManyAsOne()
{
    QVERIFY(history().keep({u"contoso"_s, u"p3"_s}, exchangeOf(monday)));
    QList<SeenSighting> seen;
    for (int i = 0; i < 140; ++i)
        seen.append({u"p%1"_s.arg(i), exchangeOf(monday.addSecs(60))});
    seen.append({u"p5"_s, exchangeOf(monday.addSecs(120), {small})});
    seen.append({u"p6"_s, Sighting {SyncNode::SharePoint, monday}});
    QVERIFY(history().keepAll(u"contoso"_s, seen));
    for (int i = 0; i < 140; ++i) {
        const auto kept = history().history({u"contoso"_s, u"p%1"_s.arg(i)}, SyncNode::Exchange);
        QVERIFY(kept);
        QCOMPARE(kept->size(), i == 5 ? 2 : 1);
        QCOMPARE(kept->last().sighting.at, i == 3 ? monday : monday.addSecs(60));
        QCOMPARE(kept->last().lastSeen, monday.addSecs(60));
        QCOMPARE(kept->last().sighting.served.size(), 2);
    }
    QCOMPARE(history().latest({u"contoso"_s, u"p5"_s})->constFirst().sighting.served.size(), 1);
    QCOMPARE(history().latest({u"contoso"_s, u"p6"_s})->size(), 2);
    QVERIFY(history().keepAll(u"contoso"_s, {}));
}

void tst_Sightings::addsWhatChanges_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("another photo") << 0;
    QTest::newRow("one size less") << 1;
    QTest::newRow("no photo") << 2;
    QTest::newRow("another sign") << 3;
    QTest::newRow("changed again") << 4;
}

void tst_Sightings::addsWhatChanges()
{
    QFETCH(const int, what);
    QVERIFY(history().keep(amy, exchangeOf(monday)));
    Sighting later = exchangeOf(monday.addDays(1));
    if (what == 0)
        later.served[0].photo = EncodedPhoto::of("another photo", QSize(648, 648));
    else if (what == 1)
        later.served.removeLast();
    else if (what == 2)
        later.served.clear();
    else if (what == 3)
        later.signs |= Sign::RemovedOnPurpose;
    else
        later.changed = monday;
    QVERIFY(history().keep(amy, later));
    const auto kept = history().history(amy, SyncNode::Exchange);
    QVERIFY(kept);
    QCOMPARE(kept->size(), 2);
    QCOMPARE(kept->at(0).sighting.at, monday.addDays(1));
    QCOMPARE(kept->at(0).sighting.served.size(), later.served.size());
    QCOMPARE(kept->at(1).lastSeen, monday);
    QVERIFY(kept->at(1).sighting.served[0].photo.bytes.isEmpty());
    QCOMPARE(kept->at(1).sighting.served[0].photo.sha256, large.sha256);
    const auto newest = history().history(amy, SyncNode::Exchange, 1);
    QVERIFY(newest);
    QCOMPARE(newest->size(), 1);
    QCOMPARE(newest->constFirst().sighting.at, monday.addDays(1));
}

void tst_Sightings::tellsPeopleApart()
{
    QVERIFY(history().keep(amy, exchangeOf(monday)));
    for (const SeenPerson &other :
        {SeenPerson {u"fabrikam"_s, u"amy"_s}, SeenPerson {u"contoso"_s, u"bo"_s}}) {
        const auto kept = history().latest(other);
        QVERIFY(kept);
        QVERIFY(kept->isEmpty());
    }
}

void tst_Sightings::tellsTheNewestOfEach()
{
    QVERIFY(history().keep(amy, exchangeOf(monday)));
    QVERIFY(history().keep(amy, {SyncNode::ActiveDirectory, monday.addSecs(1), {{0, small, {}}}}));
    QVERIFY(history().keep(amy, exchangeOf(monday.addSecs(2), {small})));
    const auto kept = history().latest(amy);
    QVERIFY(kept);
    QCOMPARE(kept->size(), 2);
    QCOMPARE(kept->at(0).sighting.node, SyncNode::ActiveDirectory);
    QVERIFY(!kept->at(0).sighting.changed);
    QVERIFY(!kept->at(0).sighting.served[0].print);
    QCOMPARE(kept->at(1).sighting.served.size(), 1);
}

void tst_Sightings::keepsPhotosOnce()
{
    QVERIFY(history().keep(amy, exchangeOf(monday)));
    QVERIFY(history().keep({u"contoso"_s, u"bo"_s}, exchangeOf(monday)));
    QVERIFY(history().keep(amy, exchangeOf(monday.addDays(1), {small})));
    const auto photo = m_ledger->photo(large.sha256);
    QVERIFY(photo);
    QCOMPARE(photo->bytes, large.bytes);
    QCOMPARE(m_place.value(u"SELECT count(*) FROM photos"_s).toInt(), 2);
}

void tst_Sightings::forgetsNothingOnRestart()
{
    QVERIFY(history().keep(amy, exchangeOf(monday)));
    open();
    const auto kept = history().latest(amy);
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1);
}

void tst_Sightings::keepsNoFailures()
{
    QVERIFY(history().keep(amy, exchangeOf(monday)));
    Sighting failed {SyncNode::Exchange, monday.addDays(1)};
    failed.failed = Error {Errc::Offline};
    QVERIFY(history().keep(amy, failed));
    const auto kept = history().history(amy, SyncNode::Exchange);
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1);
    QCOMPARE(kept->constFirst().sighting.at, monday);
}

/// As the first version of the ledger left it: what was written stays, what is seen is added.
void tst_Sightings::reachesOldLedgers()
{
    LedgerEntry written;
    written.organisation = amy.organisation;
    written.personKey = amy.key;
    const auto id = m_ledger->begin(written, small, large);
    QVERIFY(id);
    m_ledger.reset();
    const bool file = m_place.isFile();
    const QString later
        = m_place
              .value(file ? u"SELECT group_concat(name) FROM sqlite_master WHERE type = 'table' "
                            "AND name NOT IN ('photos', 'entries', 'sqlite_sequence')"_s
                          : u"SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname "
                            "= 'public' AND tablename NOT IN ('photos', 'entries', "
                            "'ledger_schema')"_s)
              .toString();
    QVERIFY(later.contains(u"sightings"_s));
    for (const QString &table : later.split(u','))
        m_place.run(u"DROP TABLE %1%2"_s.arg(table, file ? u""_s : u" CASCADE"_s));
    m_place.run(file ? u"PRAGMA user_version = 1"_s : u"UPDATE ledger_schema SET version = 1"_s);
    open();
    QVERIFY(m_ledger->entry(*id));
    QVERIFY(history().keep(amy, exchangeOf(monday)));
    QCOMPARE(history().latest(amy)->size(), 1);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    PostgresLab lab;
    if (const int refused = lab.start(); refused != 0)
        return refused;
    tst_Sightings::lab = &lab;
    tst_Sightings test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sightings.moc"
