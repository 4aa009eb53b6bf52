// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/sync/syncpageonscreen.h"
#include "ui/common/segmented.h"
#include "ui/main/personpage.h"
#include "ui/main/windowheader.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace likeness;

/// What stands around the board: refresh, watch, export, the clock, the sandbox, the states of the page.
class TestSyncPage final : public QObject, private SyncPageOnScreen
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_now = fakeBoardTime();
    }
    void cleanup()
    {
        m_page.reset();
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void aBusyPageBeginsNothing();
    void looksAgain();
    void watches();
    void exports();
    void countsTheSecondsAndMinutes();
    void countsOnlyWhileVisible();
    void controlsTheSandbox();
    void saysWhenNobodyHasOne();
    void triesAgainAfterAnError();
    void anotherPersonBeginsAnew();
    void tabsStandInTheHead();
    void tabsGoWithThePage();
};

void TestSyncPage::aBusyPageBeginsNothing()
{
    const BoardContent content = fakeBoard();
    open(content);
    m_page->setSandboxClock(m_now);
    pressCard(SyncNode::SharePoint);
    const QString cure
        = wordsFor(*content.book.cure(QStringLiteral("write-thumbnails")), content.person).button;
    m_page->setBusy(true);
    QVERIFY(!button(cure)->isEnabled());
    QVERIFY(!button(QStringLiteral("Run directory sync"))->isEnabled());
    pressCard(SyncNode::Outlook); // another panel is no way around
    pressCard(SyncNode::SharePoint);
    QVERIFY(!button(cure)->isEnabled());
    m_page->setBusy(false);
    QVERIFY(button(cure)->isEnabled());
}

void TestSyncPage::looksAgain()
{
    open(fakeBoard());
    QSignalSpy asked(m_page.get(), &SyncPage::refreshRequested);
    press(QStringLiteral("Refresh"));
    QCOMPARE(asked.takeFirst().at(0).value<std::optional<SyncNode>>(), std::optional<SyncNode>());
    QTest::keyClick(m_page.get(), Qt::Key_F5);
    QCOMPARE(asked.size(), 1);
    asked.clear();
    pressCard(SyncNode::SharePoint);
    press(QStringLiteral("Look at this one again"));
    QCOMPARE(asked.takeFirst().at(0).value<std::optional<SyncNode>>(), std::optional(SyncNode::SharePoint));
    m_page->setLooking({SyncNode::SharePoint});
    QVERIFY(!button(QStringLiteral("Refresh"))->isEnabled());
    QVERIFY(says(QStringLiteral("Looking…")));
}

void TestSyncPage::watches()
{
    open(fakeBoard());
    QSignalSpy watched(m_page.get(), &SyncPage::watchToggled);
    press(QStringLiteral("Watch"));
    QCOMPARE(watched.takeFirst().at(0).toBool(), true);
    m_page->setWatching(false); // everything is in step
    QVERIFY(!button(QStringLiteral("Watch"))->isChecked());
    QCOMPARE(watched.size(), 0);
}

void TestSyncPage::exports()
{
    open(fakeBoard());
    QSignalSpy asked(m_page.get(), &SyncPage::exportRequested);
    auto *opener = qobject_cast<QPushButton *>(button(QStringLiteral("Export…")));
    QVERIFY(opener && opener->menu());
    for (QAction *action : opener->menu()->actions())
        action->trigger();
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.at(0).at(0).value<DiagnosisFormat>(), DiagnosisFormat::Html);
    QCOMPARE(asked.at(1).at(0).value<DiagnosisFormat>(), DiagnosisFormat::Pdf);
}

void TestSyncPage::countsTheSecondsAndMinutes()
{
    open(fakeBoard());
    m_page->setSeen(m_now.addSecs(-12));
    QVERIFY(says(QStringLiteral("seen 12 s ago")));
    m_now = m_now.addSecs(2);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("seen 14 s ago")), 3000);
    pressCard(SyncNode::Microsoft365); // by 09:43: in 18 minutes at 09:25
    QVERIFY(says(QStringLiteral("Time left: 18 min")));
    m_now = m_now.addSecs(3 * 60);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Time left: 15 min")), 3000);
    QVERIFY(says(QStringLiteral("seen 3 min ago")));
}

void TestSyncPage::countsOnlyWhileVisible()
{
    open(fakeBoard());
    m_page->setSeen(m_now);
    QVERIFY(says(QStringLiteral("seen just now")));
    m_page->hide();
    for (const QTimer *timer : m_page->findChildren<QTimer *>())
        QVERIFY(!timer->isActive());
    m_now = m_now.addSecs(90);
    m_page->show();
    QVERIFY(says(QStringLiteral("seen 1 min ago")));
}

void TestSyncPage::controlsTheSandbox()
{
    open(fakeBoard());
    QVERIFY(!m_page->sandboxBar()->isVisible());
    m_page->setSandboxClock(m_now);
    QVERIFY(says(QStringLiteral("Sandbox clock Sat 21 Nov 09:25")));
    QSignalSpy advanced(m_page->sandboxBar(), &SandboxBar::advanceRequested);
    QSignalSpy happened(m_page->sandboxBar(), &SandboxBar::eventRequested);
    for (const char *step : {"+1 h", "+6 h", "+1 d", "+7 d"})
        press(QStringLiteral("Sandbox clock %1").arg(QLatin1String(step)));
    QList<int> hours;
    for (const QList<QVariant> &signal : advanced)
        hours << static_cast<int>(signal.at(0).value<std::chrono::hours>().count());
    QCOMPARE(hours, QList<int>({1, 6, 24, 168}));
    for (const char *what : {"Open the profile as Ada", "Run directory sync", "Delete in Outlook on the web"})
        press(QLatin1String(what));
    QCOMPARE(happened.size(), 3);
    QCOMPARE(happened.at(0).at(0).value<SandboxBar::Event>(), SandboxBar::Event::OwnVisit);
    QCOMPARE(happened.at(1).at(0).value<SandboxBar::Event>(), SandboxBar::Event::DirectorySync);
    QCOMPARE(happened.at(2).at(0).value<SandboxBar::Event>(), SandboxBar::Event::DeleteInOutlook);
}

void TestSyncPage::saysWhenNobodyHasOne()
{
    open(photolessBoard());
    QVERIFY(says(QStringLiteral("No workload has a photo of Ada Reyes yet.")));
    QSignalSpy wanted(m_page.get(), &SyncPage::photoWanted);
    press(QStringLiteral("Choose a photo"));
    QCOMPARE(wanted.size(), 1);
    const BoardContent content = fakeBoard();
    m_page->setBoard(content, shownFlows(content.board, content.book));
    QVERIFY(!says(QStringLiteral("No workload has a photo")));
}

void TestSyncPage::triesAgainAfterAnError()
{
    open(fakeBoard());
    m_page->showError(Error {Errc::Offline, QStringLiteral("connection refused")});
    QVERIFY(!card(SyncNode::Exchange)->isVisible());
    QSignalSpy asked(m_page.get(), &SyncPage::refreshRequested);
    press(QStringLiteral("Retry"));
    QCOMPARE(asked.size(), 1);
    const BoardContent content = fakeBoard();
    m_page->setBoard(content, shownFlows(content.board, content.book));
    QVERIFY(card(SyncNode::Exchange)->isVisible());
}

void TestSyncPage::anotherPersonBeginsAnew()
{
    open(fakeBoard());
    pressCard(SyncNode::Teams);
    BoardContent other = smallBoard();
    other.person.keys.key = QStringLiteral("bo.lind");
    m_page->setBoard(other, shownFlows(other.board, other.book));
    QCOMPARE(m_page->why()->node(), std::optional<SyncNode>());
    QVERIFY(!card(SyncNode::Teams) || !card(SyncNode::Teams)->isVisible()
        || !m_page->board()->boardLayoutNow().cards.contains(SyncNode::Teams));
    QCOMPARE(m_page->board()->boardLayoutNow().cards.size(), 3);
}

void TestSyncPage::tabsStandInTheHead()
{
    WindowHeader header(m_theme);
    auto *photo = new QWidget;
    auto *sync = new SyncPage(m_theme, [this] { return m_now; });
    PersonPage person(photo, sync);
    header.setTabs(person.tabs());
    header.resize(1200, 70);
    header.show();
    header.showPerson(fakeBoard().person, {}, false);
    QSignalSpy shown(&person, &PersonPage::tabShown);
    person.show();
    QCOMPARE(shown.takeFirst().at(0).value<PersonPage::Tab>(), PersonPage::Tab::Photo);
    QVERIFY(photo->isVisible());
    const auto tab = [&header](const QString &name) {
        for (QToolButton *each : header.findChildren<QToolButton *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return static_cast<QToolButton *>(nullptr);
    };
    QTest::mouseClick(tab(QStringLiteral("Sync board")), Qt::LeftButton);
    QVERIFY(sync->isVisible());
    QCOMPARE(shown.takeFirst().at(0).value<PersonPage::Tab>(), PersonPage::Tab::SyncBoard);
    const BoardContent content = fakeBoard();
    sync->setBoard(content, shownFlows(content.board, content.book));
    QVERIFY(tab(QStringLiteral("Sync board, 2 workload(s) need attention")));
    QVERIFY(tab(QStringLiteral("Sync board, 2 workload(s) need attention"))->text().contains(u'2'));
    emit sync->photoWanted();
    QVERIFY(photo->isVisible());
    header.showPlace(QStringLiteral("People"));
    QVERIFY(!person.tabs()->isVisible());
    header.showPerson(content.person, {}, false);
    QVERIFY(person.tabs()->isVisible());
}

void TestSyncPage::tabsGoWithThePage()
{
    auto header = std::make_unique<WindowHeader>(m_theme);
    const auto make = [this] {
        return std::make_unique<PersonPage>(new QWidget, new SyncPage(m_theme, [this] { return m_now; }));
    };
    auto person = make();
    header->setTabs(person->tabs());
    person.reset();
    QVERIFY(header->findChildren<SegmentedControl *>().isEmpty());
    header->showPlace(QStringLiteral("People"));
    person = make();
    header->setTabs(person->tabs());
    header.reset(); // the window closes: its head goes first
    person->showTab(PersonPage::Tab::SyncBoard);
    QCOMPARE(person->tab(), PersonPage::Tab::Photo);
}

QTEST_MAIN(TestSyncPage)
#include "tst_syncpage.moc"
