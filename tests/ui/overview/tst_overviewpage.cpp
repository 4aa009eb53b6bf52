// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fakestandings.h"
#include "ui/common/theme.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/scanbar.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class TestOverviewPage final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void init();
    void cleanup() { m_page.reset(); }
    void keepsTheRulesOfModels();
    void readsOnlyWhatIsSeen();
    void chipsCountAndFilter();
    void chipsOfAWorkload();
    void wordsFilterWhenTypingRests();
    void saysWhenNobodyFits();
    void saysWhenNobodyWasScanned();
    void saysWhatWentWrong();
    void aRowLeadsToThePerson();
    void theKeyboardLeadsThereToo();
    void keepsTheFirstColumnInSight();
    void showsHowTheScanGoes_data();
    void showsHowTheScanGoes();
    void theButtonFollowsTheScan();
    void exports();
    void cellsSayWhoseTheyAre();

private:
    void open(int people);
    template <class Widget>
    Widget *named(const QString &name) const;
    bool says(const QString &text) const;
    QTableView *table() const { return named<QTableView>(u"People and their workloads"_s); }
    QString nameAt(int row) const { return table()->model()->index(row, 0).data().toString(); }

    Theme m_theme;
    FakeStandings m_standings;
    std::unique_ptr<OverviewPage> m_page;
};

void TestOverviewPage::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_standings = {};
}

void TestOverviewPage::open(int people)
{
    m_standings.invent(people);
    m_page = std::make_unique<OverviewPage>(
        OverviewPage::World {m_standings, [](const QString &) { return QImage(); },
            [] { return QDateTime(QDate(2026, 11, 21), QTime(9, 0), Qt::UTC); }},
        m_theme);
    m_page->setScope(u"contoso"_s, FakeStandings::nodes());
    m_page->resize(1280, 780);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

/// By accessible name, or text.
template <class Widget>
Widget *TestOverviewPage::named(const QString &name) const
{
    for (Widget *widget : m_page->findChildren<Widget *>()) {
        const QString text = widget->property("text").toString();
        if (widget->isVisible() && (widget->accessibleName().startsWith(name) || text == name))
            return widget;
    }
    qWarning("nothing visible is called %s", qPrintable(name));
    return nullptr;
}

bool TestOverviewPage::says(const QString &text) const
{
    return std::ranges::any_of(m_page->findChildren<QLabel *>(),
        [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

void TestOverviewPage::keepsTheRulesOfModels()
{
    m_standings.invent(250);
    OverviewModel model(m_standings, [](const QString &) { return QImage(); });
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setScope(u"contoso"_s, FakeStandings::nodes());
    QVERIFY(model.reload());
    QCOMPARE(model.rowCount(), 250);
    QCOMPARE(model.columnCount(), 7);
    model.setQuery(
        {.states = {SyncState::Blocked}, .node = {}, .changedSince = {}, .words = {}}, StandingsOrder::Name);
    QVERIFY(model.reload());
    QVERIFY(model.rowCount() > 0 && model.rowCount() < 250);
}

void TestOverviewPage::readsOnlyWhatIsSeen()
{
    open(20'000);
    QCOMPARE(table()->model()->rowCount(), 20'000);
    QApplication::processEvents();
    QCOMPARE(m_standings.asked.size(), 1);
    QCOMPARE(m_standings.asked.constFirst().count, 100);
    table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum());
    QTRY_COMPARE(m_standings.asked.constLast().from, 19'900);
    QVERIFY(m_standings.asked.size() <= 3);
}

void TestOverviewPage::chipsCountAndFilter()
{
    open(300);
    const int stale = m_standings.counts({}, {})->of(SyncState::Stale);
    QVERIFY(stale > 0);
    auto *chip = named<QAbstractButton>(u"Stale: "_s);
    QVERIFY(chip);
    QCOMPARE(chip->accessibleName(), u"Stale: %1 people"_s.arg(stale));
    QTest::mouseClick(chip, Qt::LeftButton);
    QCOMPARE(table()->model()->rowCount(), stale);
    QTest::keyClick(named<QAbstractButton>(u"Blocked: "_s), Qt::Key_Space);
    QCOMPARE(table()->model()->rowCount(), stale + m_standings.counts({}, {})->of(SyncState::Blocked));
    QTest::mouseClick(chip, Qt::LeftButton);
    QTest::keyClick(named<QAbstractButton>(u"Blocked: "_s), Qt::Key_Space);
    QCOMPARE(table()->model()->rowCount(), 300);
}

void TestOverviewPage::chipsOfAWorkload()
{
    open(300);
    auto *workload = named<QComboBox>(u"Workload"_s);
    QTest::keyClicks(workload, u"Teams"_s);
    StandingsFilter teams;
    teams.node = SyncNode::Teams;
    const int inStep = m_standings.counts({}, teams)->of(SyncState::InStep);
    QCOMPARE(named<QAbstractButton>(u"In step: "_s)->accessibleName(), u"In step: %1 people"_s.arg(inStep));
}

void TestOverviewPage::wordsFilterWhenTypingRests()
{
    open(300);
    m_standings.asked.clear();
    QTest::keyClicks(named<QLineEdit>(u"Search in the overview"_s), u"asa"_s);
    QCOMPARE(table()->model()->rowCount(), 300);
    QTRY_VERIFY(table()->model()->rowCount() < 300);
    QVERIFY(nameAt(0).startsWith(u"Åsa"_s));
}

void TestOverviewPage::saysWhenNobodyFits()
{
    open(30);
    QTest::keyClicks(named<QLineEdit>(u"Search in the overview"_s), u"zzz"_s);
    QTRY_VERIFY(says(u"Nobody fits"_s));
    QTest::mouseClick(named<QAbstractButton>(u"Show everybody"_s), Qt::LeftButton);
    QCOMPARE(table()->model()->rowCount(), 30);
    QVERIFY(!says(u"Nobody fits"_s));
}

void TestOverviewPage::saysWhenNobodyWasScanned()
{
    open(0);
    QVERIFY(says(u"Nobody has been looked at yet"_s));
    QSignalSpy wanted(m_page.get(), &OverviewPage::scanRequested);
    QTest::mouseClick(named<QAbstractButton>(u"Scan everybody"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void TestOverviewPage::saysWhatWentWrong()
{
    m_standings.failure = Error {Errc::Offline, u"the ledger is away"_s};
    open(30);
    QVERIFY(named<QAbstractButton>(u"Retry"_s));
    m_standings.failure.reset();
    QTest::mouseClick(named<QAbstractButton>(u"Retry"_s), Qt::LeftButton);
    QCOMPARE(table()->model()->rowCount(), 30);
}

void TestOverviewPage::aRowLeadsToThePerson()
{
    open(30);
    QSignalSpy chosen(m_page.get(), &OverviewPage::personChosen);
    const QModelIndex cell = table()->model()->index(3, 4); // wherever in the row
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(cell).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().value<Person>().keys.key, u"p3"_s);
}

void TestOverviewPage::theKeyboardLeadsThereToo()
{
    open(30);
    QSignalSpy chosen(m_page.get(), &OverviewPage::personChosen);
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(0, 0));
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().value<Person>().keys.key, u"p2"_s);
}

void TestOverviewPage::keepsTheFirstColumnInSight()
{
    open(300);
    m_page->resize(700, 500);
    QTRY_VERIFY(table()->horizontalScrollBar()->maximum() > 0);
    const auto *people = table()->findChild<QTableView *>();
    QVERIFY(people);
    const QPoint before = people->mapTo(m_page.get(), QPoint());
    table()->horizontalScrollBar()->setValue(table()->horizontalScrollBar()->maximum());
    table()->verticalScrollBar()->setValue(900);
    QCOMPARE(people->mapTo(m_page.get(), QPoint()), before);
    QCOMPARE(people->verticalScrollBar()->value(), 900);
    QCOMPARE(people->indexAt({5, 5}).row(), table()->rowAt(5));
}

void TestOverviewPage::showsHowTheScanGoes_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("listing");
    QTest::addColumn<QString>("words");
    const auto number = [](ScanSession::State state) { return static_cast<int>(state); };
    QTest::newRow("running") << number(ScanSession::State::Running) << false
                             << u"62 % · 1,240 people/s · 31 s left"_s;
    QTest::newRow("listing") << number(ScanSession::State::Running) << true << u"Listing people… 100,000"_s;
    QTest::newRow("paused") << number(ScanSession::State::Paused) << false << u"Paused at 62 %"_s;
}

void TestOverviewPage::showsHowTheScanGoes()
{
    QFETCH(const int, state);
    QFETCH(const bool, listing);
    QFETCH(const QString, words);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    open(30);
    ScanProgress progress;
    progress.counts = {100'000, 0, 62'000, 62'000};
    progress.perSecond = 1240;
    progress.listing = listing;
    m_page->scanBar()->setProgress(progress);
    m_page->scanBar()->setState(static_cast<ScanSession::State>(state));
    QVERIFY(says(words));
}

void TestOverviewPage::theButtonFollowsTheScan()
{
    open(30);
    ScanBar *bar = m_page->scanBar();
    QSignalSpy started(bar, &ScanBar::startRequested);
    QSignalSpy paused(bar, &ScanBar::pauseRequested);
    QSignalSpy resumed(bar, &ScanBar::resumeRequested);
    QSignalSpy stopped(bar, &ScanBar::stopRequested);
    QTest::mouseClick(named<QAbstractButton>(u"Scan now"_s), Qt::LeftButton);
    QCOMPARE(started.size(), 1);
    bar->setState(ScanSession::State::Running);
    QTest::mouseClick(named<QAbstractButton>(u"Pause"_s), Qt::LeftButton);
    QCOMPARE(paused.size(), 1);
    bar->setState(ScanSession::State::Pausing);
    QVERIFY(!named<QAbstractButton>(u"Pause"_s)->isEnabled());
    bar->setState(ScanSession::State::Paused);
    QTest::mouseClick(named<QAbstractButton>(u"Resume"_s), Qt::LeftButton);
    QCOMPARE(resumed.size(), 1);
    QTest::mouseClick(named<QAbstractButton>(u"Stop"_s), Qt::LeftButton);
    QCOMPARE(stopped.size(), 1);
}

void TestOverviewPage::exports()
{
    open(30);
    QSignalSpy csv(m_page.get(), &OverviewPage::csvRequested);
    QSignalSpy report(m_page.get(), &OverviewPage::reportRequested);
    const auto *menu = named<QPushButton>(u"Export…"_s)->menu();
    menu->actions().at(0)->trigger();
    menu->actions().at(1)->trigger();
    QCOMPARE(csv.size(), 1);
    QCOMPARE(report.size(), 1);
}

void TestOverviewPage::cellsSayWhoseTheyAre()
{
    open(14);
    const QAbstractItemModel *model = table()->model();
    QCOMPARE(model->index(0, 1).data(Qt::AccessibleTextRole).toString().section(u':', 0, 0),
        u"Ada Reyes, Exchange"_s);
    QVERIFY(model->index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"Ada Reyes, overall "_s));
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
