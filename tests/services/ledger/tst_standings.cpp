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

const QDateTime monday(QDate(2026, 3, 2), QTime(8, 0), QTimeZone::utc());
const QString contoso = u"contoso"_s;

Standing standingOf(const QString &key, const QString &name, SyncState overall, int edge = 648)
{
    Standing standing;
    standing.person.keys.key = key;
    standing.person.keys.mail = key + u"@contoso.example"_s;
    standing.person.displayName = name;
    standing.person.department = u"Research & Design"_s;
    standing.overall = overall;
    standing.edge = edge;
    standing.photo = edge > 0 ? u"ab12"_s : QString();
    standing.looked = monday;
    standing.changed = monday.addDays(-edge);
    standing.differs = overall == SyncState::Different;
    standing.nodes = {{SyncNode::Exchange, overall, Cause::WrittenLater, false, edge, monday, {}},
        {SyncNode::Teams, SyncState::Pending, Cause::OnItsWay, true, 0, {}, monday.addDays(1)}};
    return standing;
}

} // namespace

Q_DECLARE_METATYPE(likeness::StandingsFilter)

class tst_Standings final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { LedgerPlace::addRows(); }
    void init();
    void givesBackWhatItWasGiven();
    void replacesWhatWasKnown();
    void keepsTheNewerLook();
    void writesManyAsOne();
    void forgets();
    void filters_data();
    void filters();
    void pagesInOrder_data();
    void pagesInOrder();
    void countsByState();
    void countsOneWorkload();
    void marksPeople();
    void tellsAWriteThatFailed();
    void keepsTheTrend();
    void takesVeryLongNames();
    void tellsOrganisationsApart();

public:
    static inline PostgresLab *lab = nullptr;

private:
    QStringList keys(const StandingsPage &page) const;
    void addFive();

    LedgerPlace m_place;
    std::unique_ptr<SqlLedger> m_ledger;
    Standings *m_standings = nullptr;
};

void tst_Standings::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_ledger.reset();
    m_place = LedgerPlace::fresh(*lab);
    m_ledger = m_place.open();
    QVERIFY(m_ledger);
    m_standings = &m_ledger->standings();
}

QStringList tst_Standings::keys(const StandingsPage &page) const
{
    QStringList keys;
    const auto standings = m_standings->page(contoso, page);
    if (!standings)
        return {standings.error().detail};
    for (const Standing &each : *standings)
        keys.append(each.person.keys.key);
    return keys;
}

void tst_Standings::addFive()
{
    for (const Standing &each : {standingOf(u"zoe"_s, u"Zoë Adams"_s, SyncState::InStep, 648),
             standingOf(u"asa"_s, u"Åsa Ångström"_s, SyncState::Stale, 96),
             standingOf(u"bo"_s, u"Bo O'Neil"_s, SyncState::Different, 48),
             standingOf(u"cem"_s, u"Cem 100%"_s, SyncState::Missing, 0),
             standingOf(u"dara"_s, u"Dara Ní Bhriain"_s, SyncState::InStep, 240)})
        QVERIFY(m_standings->write(contoso, each));
}

void tst_Standings::givesBackWhatItWasGiven()
{
    Standing given = standingOf(u"asa"_s, u"Åsa \\ 'Ångström'"_s, SyncState::Different);
    given.person.keys = {u"asa"_s, u"CN=Åsa,DC=contoso"_s, u"asa@contoso"_s, u"a@contoso"_s, u"12-34"_s};
    given.person.givenName = u"Åsa"_s;
    given.person.surname = u"Ångström"_s;
    given.person.title = u"Chief ?"_s;
    QVERIFY(m_standings->write(contoso, given));
    const auto page = m_standings->page(contoso, {});
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->size(), 1);
    QVERIFY(page->constFirst() == given);
}

void tst_Standings::replacesWhatWasKnown()
{
    QVERIFY(m_standings->write(contoso, standingOf(u"asa"_s, u"Åsa"_s, SyncState::Different)));
    Standing later = standingOf(u"asa"_s, u"Åsa Berg"_s, SyncState::InStep);
    later.looked = monday.addDays(1);
    later.nodes.removeLast();
    QVERIFY(m_standings->write(contoso, later));
    const auto page = m_standings->page(contoso, {});
    QCOMPARE(page->size(), 1);
    QVERIFY(page->constFirst() == later);
}

/// More than one statement takes, and one of them twice.
void tst_Standings::writesManyAsOne()
{
    QList<Standing> many;
    for (int i = 0; i < 150; ++i)
        many.append(
            standingOf(u"p%1"_s.arg(i), u"Person %1"_s.arg(i, 3, 10, QLatin1Char('0')), SyncState::Stale));
    many.append(standingOf(u"p7"_s, u"Person 007"_s, SyncState::InStep));
    many.last().looked = monday.addSecs(1);
    QVERIFY(m_standings->writeAll(contoso, many));
    StandingsPage all;
    all.count = 200;
    const auto page = m_standings->page(contoso, all);
    QCOMPARE(page->size(), 150);
    for (int i = 0; i < 150; ++i)
        QVERIFY2(page->at(i) == many.at(i == 7 ? 150 : i), qPrintable(page->at(i).person.keys.key));
    QVERIFY(m_standings->writeAll(contoso, {}));
    QCOMPARE(m_standings->counts(contoso)->of(SyncState::Stale), 149);
}

void tst_Standings::keepsTheNewerLook()
{
    QVERIFY(m_standings->write(contoso, standingOf(u"asa"_s, u"Åsa"_s, SyncState::Different)));
    Standing earlier = standingOf(u"asa"_s, u"Åsa"_s, SyncState::InStep);
    earlier.looked = monday.addSecs(-1);
    QVERIFY(m_standings->write(contoso, earlier));
    QCOMPARE(m_standings->page(contoso, {})->constFirst().overall, SyncState::Different);
}

void tst_Standings::forgets()
{
    addFive();
    QVERIFY(m_standings->forget(contoso, u"bo"_s));
    QCOMPARE(keys({}), (QStringList {u"asa"_s, u"cem"_s, u"dara"_s, u"zoe"_s}));
    StandingsFilter byNode;
    byNode.node = SyncNode::Exchange;
    QCOMPARE(m_standings->counts(contoso, byNode)->total(), 4);
}

void tst_Standings::filters_data()
{
    QTest::addColumn<StandingsFilter>("filter");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, auto change, const QStringList &expected) {
        StandingsFilter filter;
        change(filter);
        QTest::newRow(name) << filter << expected;
    };
    using F = StandingsFilter &;
    row("all", [](F) {}, {u"asa"_s, u"bo"_s, u"cem"_s, u"dara"_s, u"zoe"_s});
    row("a state", [](F f) { f.states = {SyncState::InStep}; }, {u"dara"_s, u"zoe"_s});
    row("two states", [](F f) { f.states = {SyncState::Stale, SyncState::Missing}; }, {u"asa"_s, u"cem"_s});
    row("no such state", [](F f) { f.states = {SyncState::Blocked}; }, {});
    row("a state of a workload",
        [](F f) {
            f.node = SyncNode::Exchange;
            f.states = {SyncState::Different};
        },
        {u"bo"_s});
    row("another workload",
        [](F f) {
            f.node = SyncNode::Teams;
            f.states = {SyncState::Different};
        },
        {});
    row("a workload and words",
        [](F f) {
            f.node = SyncNode::Teams;
            f.words = u"z"_s;
        },
        {u"zoe"_s});
    row("words", [](F f) { f.words = u"ANG asa"_s; }, {u"asa"_s});
    row("the middle of a word", [](F f) { f.words = u"ngstr"_s; }, {});
    row("a department", [](F f) { f.words = u"research cem"_s; }, {u"cem"_s});
    row("mail", [](F f) { f.words = u"bo@contoso"_s; }, {u"bo"_s});
    row("quoted", [](F f) { f.words = u"O'Neil"_s; }, {u"bo"_s});
    row("a sign of the pattern", [](F f) { f.words = u"100%"_s; }, {u"cem"_s});
    row("only the sign", [](F f) { f.words = u"%"_s; }, {});
    row("without photo", [](F f) { f.withoutPhoto = true; }, {u"cem"_s});
    row("small", [](F f) { f.smallerThan = 240; }, {u"asa"_s, u"bo"_s});
    row("different", [](F f) { f.differs = true; }, {u"bo"_s});
    row("changed", [](F f) { f.changedSince = monday.addDays(-50); }, {u"bo"_s, u"cem"_s});
    row("no failed write", [](F f) { f.failedWrite = true; }, {});
}

void tst_Standings::filters()
{
    QFETCH(const StandingsFilter, filter);
    QFETCH(const QStringList, expected);
    addFive();
    QCOMPARE(keys({filter}), expected);
    QCOMPARE(m_standings->counts(contoso, filter)->total(), expected.size());
}

void tst_Standings::pagesInOrder_data()
{
    QTest::addColumn<int>("order");
    QTest::addColumn<int>("from");
    QTest::addColumn<QStringList>("expected");
    const auto number = [](StandingsOrder order) { return static_cast<int>(order); };
    QTest::newRow("first") << number(StandingsOrder::Name) << 0 << QStringList {u"asa"_s, u"bo"_s};
    QTest::newRow("next") << number(StandingsOrder::Name) << 2 << QStringList {u"cem"_s, u"dara"_s};
    QTest::newRow("last") << number(StandingsOrder::Name) << 4 << QStringList {u"zoe"_s};
    QTest::newRow("behind it") << number(StandingsOrder::Name) << 5 << QStringList {};
    QTest::newRow("worst") << number(StandingsOrder::Importance) << 0 << QStringList {u"bo"_s, u"asa"_s};
    QTest::newRow("best") << number(StandingsOrder::Importance) << 3 << QStringList {u"dara"_s, u"zoe"_s};
    QTest::newRow("newest") << number(StandingsOrder::Changed) << 0 << QStringList {u"cem"_s, u"bo"_s};
    QTest::newRow("looked at") << number(StandingsOrder::Looked) << 0 << QStringList {u"asa"_s, u"bo"_s};
}

void tst_Standings::pagesInOrder()
{
    QFETCH(const int, order);
    QFETCH(const int, from);
    QFETCH(const QStringList, expected);
    addFive();
    QCOMPARE(keys({{}, static_cast<StandingsOrder>(order), from, 2}), expected);
}

void tst_Standings::countsByState()
{
    addFive();
    const auto counts = m_standings->counts(contoso);
    QVERIFY(counts);
    QCOMPARE(*counts,
        (StateCounts {{{SyncState::InStep, 2}, {SyncState::Stale, 1}, {SyncState::Different, 1},
            {SyncState::Missing, 1}}}));
}

void tst_Standings::countsOneWorkload()
{
    addFive();
    StandingsFilter teams;
    teams.node = SyncNode::Teams;
    QCOMPARE(*m_standings->counts(contoso, teams), (StateCounts {{{SyncState::Pending, 5}}}));
}

void tst_Standings::marksPeople()
{
    addFive();
    QStringList asked {u"nobody"_s, u"asa"_s, u"cem"_s};
    for (int i = 0; i < 450; ++i)
        asked.append(u"x%1"_s.arg(i));
    asked.append(u"bo"_s);
    const auto marks = m_standings->marks(contoso, asked);
    QVERIFY(marks);
    QCOMPARE(marks->size(), 3);
    QCOMPARE(marks->value(u"asa"_s), (StandingMark {SyncState::Stale, u"ab12"_s, 96, monday}));
    QVERIFY(marks->value(u"cem"_s).photo.isEmpty());
    QVERIFY(m_standings->marks(contoso, {})->isEmpty());
}

void tst_Standings::tellsAWriteThatFailed()
{
    addFive();
    LedgerEntry upload;
    upload.organisation = contoso;
    upload.personKey = u"bo"_s;
    upload.store = {Workload::Exchange, u"mail"_s};
    upload.at = monday;
    const EncodedPhoto photo = EncodedPhoto::of("photo", QSize(48, 48));
    StandingsFilter failed;
    failed.failedWrite = true;
    const auto write = [&](LedgerEntry::Outcome outcome) {
        const auto id = m_ledger->begin(upload, {}, photo);
        QVERIFY(id);
        QVERIFY(m_ledger->finish(*id, outcome));
    };
    write(LedgerEntry::Outcome::Failed);
    QCOMPARE(keys({failed}), QStringList {u"bo"_s});
    QCOMPARE(m_standings->page(contoso, {failed})->constFirst().failedWrite, std::optional(monday));

    upload.store.instance = u"wall"_s; // another store does not make it good
    write(LedgerEntry::Outcome::Verified);
    Standing again = standingOf(u"bo"_s, u"Bo O'Neil"_s, SyncState::InStep);
    again.looked = monday.addSecs(5);
    QVERIFY(m_standings->write(contoso, again));
    QCOMPARE(keys({failed}), QStringList {u"bo"_s});

    upload.store.instance = u"mail"_s;
    write(LedgerEntry::Outcome::Verified);
    QCOMPARE(keys({failed}), QStringList {});
}

void tst_Standings::keepsTheTrend()
{
    addFive();
    QVERIFY(m_standings->keepDay(contoso, monday.date().addDays(-1)));
    QVERIFY(m_standings->keepDay(contoso, monday.date()));
    QVERIFY(m_standings->forget(contoso, u"bo"_s));
    QVERIFY(m_standings->keepDay(contoso, monday.date()));
    const auto trend = m_standings->trend(contoso, 30);
    QVERIFY(trend);
    QCOMPARE(trend->size(), 2);
    QCOMPARE(trend->at(0).day, monday.date());
    QCOMPARE(trend->at(0).counts.total(), 4);
    QCOMPARE(trend->at(0).counts.of(SyncState::Different), 0);
    QCOMPARE(trend->at(1).counts.of(SyncState::Different), 1);
    QCOMPARE(m_standings->trend(contoso, 1)->size(), 1);
}

void tst_Standings::takesVeryLongNames()
{
    QString name; // of letters that no compression makes short
    for (char32_t letter = 0x4E00; letter < 0x4E00 + 5000; ++letter)
        name += QChar(static_cast<char16_t>(letter));
    Standing given = standingOf(u"long"_s, name, SyncState::Stale);
    given.person.department = name;
    QVERIFY(m_standings->write(contoso, given));
    QCOMPARE(m_standings->page(contoso, {})->constFirst().person, given.person);
}

void tst_Standings::tellsOrganisationsApart()
{
    addFive();
    QVERIFY(m_standings->write(u"fabrikam"_s, standingOf(u"asa"_s, u"Another"_s, SyncState::Blocked)));
    QCOMPARE(m_standings->counts(contoso)->total(), 5);
    QCOMPARE(m_standings->counts(u"fabrikam"_s)->total(), 1);
    QCOMPARE(m_standings->marks(contoso, {u"asa"_s})->value(u"asa"_s).overall, SyncState::Stale);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    PostgresLab lab;
    if (const int refused = lab.start(); refused != 0)
        return refused;
    tst_Standings::lab = &lab;
    tst_Standings test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_standings.moc"
