// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fakeboard.h"
#include "ui/common/findingwords.h"
#include "ui/common/segmented.h"
#include "ui/common/theme.h"
#include "ui/main/personpage.h"
#include "ui/main/windowheader.h"
#include "ui/sync/boardcard.h"
#include "ui/sync/boardview.h"
#include "ui/sync/evidenceview.h"
#include "ui/sync/photopair.h"
#include "ui/sync/syncpage.h"
#include "ui/sync/whypanel.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace likeness;

/// The page as people use it: controls are found by what a screen reader says and pressed.
class TestSyncPage final : public QObject
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

    void everyCardSpeaks();
    void pressingACardTellsWhy();
    void proposesWhatNeedsAttentionMost();
    void doesNotJumpWhileCardsArrive();
    void keysWalkAlongTheFlows();
    void keysWalkBackwardsFromRightToLeft();
    void tabLeavesTheBoard();
    void enterOpensWhy();
    void copiesCommandAndMessage();
    void asksForACure();
    void aBusyPageBeginsNothing();
    void showsTheDifference();
    void disagreementStaysVisible();
    void theReferenceIsComparedWithNothing();
    void looksAgain();
    void derivedOnesCannotBeLookedAt();
    void watches();
    void exports();
    void countsTheSecondsAndMinutes();
    void countsOnlyWhileVisible();
    void controlsTheSandbox();
    void saysWhenNobodyHasOne();
    void triesAgainAfterAnError();
    void whyStandsBelowWhereThereIsLittleRoom();
    void keepsTheChoiceWhenCardsChange();
    void anotherPersonBeginsAnew();
    void tabsStandInTheHead();
    void tabsGoWithThePage();

private:
    void open(const BoardContent &content, QSize size = {1272, 790})
    {
        m_page = std::make_unique<SyncPage>(m_theme, [this] { return m_now; });
        m_page->resize(size);
        m_page->setBoard(content, shownFlows(content.board, content.book));
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activateWindow();
        QTRY_VERIFY(m_page->isActiveWindow());
    }
    BoardCard *card(SyncNode node) const
    {
        for (BoardCard *each : m_page->findChildren<BoardCard *>()) {
            if (each->node() == node)
                return each;
        }
        return nullptr;
    }
    /// By accessible name, or by text where the name is left to it.
    QAbstractButton *button(const QString &name) const
    {
        for (QAbstractButton *each : m_page->findChildren<QAbstractButton *>()) {
            const QString spoken = each->accessibleName().isEmpty() ? each->text() : each->accessibleName();
            if (spoken == name && each->isVisible())
                return each;
        }
        return nullptr;
    }
    void press(const QString &name) const
    {
        QAbstractButton *pressed = button(name);
        QVERIFY2(pressed, qPrintable(name));
        QTest::mouseClick(pressed, Qt::LeftButton);
    }
    void pressCard(SyncNode node) const { QTest::mouseClick(card(node), Qt::LeftButton); }
    bool says(const QString &text) const
    {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
            [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    SyncNode focused() const
    {
        const auto *now = qobject_cast<BoardCard *>(QApplication::focusWidget());
        return now ? now->node() : SyncNode::PublicUrl; // which is on none of these boards
    }
    static FindingWords words(const BoardContent &content, SyncNode node)
    {
        return wordsFor(*content.board.at(node), content.board, content.person, content.now);
    }

    Theme m_theme;
    QDateTime m_now;
    std::unique_ptr<SyncPage> m_page;
};

void TestSyncPage::everyCardSpeaks()
{
    const BoardContent content = crowdedBoard();
    open(content);
    for (const Finding &finding : content.board.findings) {
        QVERIFY(card(finding.node));
        QCOMPARE(card(finding.node)->accessibleName(), words(content, finding.node).spoken);
    }
}

void TestSyncPage::pressingACardTellsWhy()
{
    const BoardContent content = fakeBoard();
    open(content);
    pressCard(SyncNode::Microsoft365);
    QCOMPARE(m_page->why()->node(), std::optional(SyncNode::Microsoft365));
    QVERIFY(says(words(content, SyncNode::Microsoft365).cause));
    QVERIFY(says(words(content, SyncNode::Microsoft365).until));
    QVERIFY(card(SyncNode::Microsoft365)->isChecked());
    QVERIFY(!card(SyncNode::SharePoint)->isChecked());
}

void TestSyncPage::proposesWhatNeedsAttentionMost()
{
    open(fakeBoard());
    QCOMPARE(m_page->why()->node(), std::optional(SyncNode::SharePoint)); // stale is more than reduced
    open(smallBoard());
    QCOMPARE(m_page->why()->node(), std::optional<SyncNode>());
}

void TestSyncPage::doesNotJumpWhileCardsArrive()
{
    BoardContent content = unseenBoard();
    open(content);
    m_page->setLooking({SyncNode::SharePoint, SyncNode::SkypeForBusiness});
    content.board.findings[8] = fakeBoard().board.findings.at(8);
    m_page->setBoard(content, shownFlows(content.board, content.book));
    QCOMPARE(m_page->why()->node(), std::optional<SyncNode>());
    content = fakeBoard();
    m_page->setBoard(content, shownFlows(content.board, content.book));
    m_page->setLooking({});
    QCOMPARE(m_page->why()->node(), std::optional(SyncNode::SharePoint));
}

void TestSyncPage::keysWalkAlongTheFlows()
{
    open(fakeBoard());
    card(SyncNode::Exchange)->setFocus(Qt::TabFocusReason);
    const auto type = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    type(Qt::Key_Down);
    QCOMPARE(focused(), SyncNode::ActiveDirectory);
    type(Qt::Key_Right);
    QCOMPARE(focused(), SyncNode::AddressBook);
    type(Qt::Key_Right);
    QCOMPARE(focused(), SyncNode::SkypeForBusiness);
    type(Qt::Key_Right); // the border
    QCOMPARE(focused(), SyncNode::SkypeForBusiness);
    type(Qt::Key_End);
    QCOMPARE(focused(), SyncNode::VivaEngage);
    type(Qt::Key_Left);
    QCOMPARE(focused(), SyncNode::Microsoft365);
    type(Qt::Key_Home);
    QCOMPARE(focused(), SyncNode::Exchange);
}

void TestSyncPage::keysWalkBackwardsFromRightToLeft()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    open(fakeBoard());
    card(SyncNode::ActiveDirectory)->setFocus(Qt::TabFocusReason);
    QVERIFY(card(SyncNode::ActiveDirectory)->x() > card(SyncNode::AddressBook)->x());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(focused(), SyncNode::AddressBook);
}

void TestSyncPage::tabLeavesTheBoard()
{
    open(fakeBoard());
    card(SyncNode::Exchange)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(!qobject_cast<BoardCard *>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QCOMPARE(focused(), SyncNode::ActiveDirectory); // where one was
}

void TestSyncPage::enterOpensWhy()
{
    open(fakeBoard());
    card(SyncNode::Teams)->setFocus(Qt::TabFocusReason);
    QVERIFY(m_page->why()->node() != SyncNode::Teams); // walking by changes nothing
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_page->why()->node(), std::optional(SyncNode::Teams));
    card(SyncNode::Outlook)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(m_page->why()->node(), std::optional(SyncNode::Outlook));
}

void TestSyncPage::copiesCommandAndMessage()
{
    const BoardContent content = fakeBoard();
    open(content);
    pressCard(SyncNode::SkypeForBusiness);
    press(QStringLiteral("Copy command"));
    const CureWords directory
        = wordsFor(*content.book.cure(QStringLiteral("write-directory")), content.person);
    QVERIFY(!directory.command.isEmpty());
    QCOMPARE(QGuiApplication::clipboard()->text(), directory.command);
    QCOMPARE(button(QStringLiteral("Copy command"))->text(), QStringLiteral("Copied"));
    pressCard(SyncNode::SharePoint);
    press(QStringLiteral("Copy message"));
    const CureWords visit = wordsFor(*content.book.cure(QStringLiteral("own-visit")), content.person);
    QVERIFY(!visit.message.isEmpty());
    QCOMPARE(QGuiApplication::clipboard()->text(), visit.message);
}

void TestSyncPage::asksForACure()
{
    const BoardContent content = fakeBoard();
    open(content);
    QSignalSpy asked(m_page.get(), &SyncPage::cureRequested);
    pressCard(SyncNode::SharePoint);
    press(wordsFor(*content.book.cure(QStringLiteral("write-thumbnails")), content.person).button);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("write-thumbnails"));
    QCOMPARE(asked.at(0).at(1).value<SyncNode>(), SyncNode::SharePoint);
}

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

void TestSyncPage::showsTheDifference()
{
    open(fakeBoard());
    pressCard(SyncNode::SharePoint);
    auto *photos = m_page->why()->findChild<PhotoPair *>();
    QVERIFY(photos->accessibleName().contains(QStringLiteral("300 × 300")));
    QVERIFY(photos->accessibleName().contains(QStringLiteral("648 × 648")));
    QVERIFY(says(QStringLiteral("another picture")));
    press(QStringLiteral("Difference"));
    QCOMPARE(photos->mode(), PhotoPair::Mode::Difference);
    press(QStringLiteral("True pixels"));
    QCOMPARE(photos->mode(), PhotoPair::Mode::TruePixels);
    const QImage before = photos->grab().toImage();
    photos->setFocus();
    QTest::keyClick(photos, Qt::Key_Right);
    QVERIFY(photos->grab().toImage() != before); // it looks elsewhere
}

void TestSyncPage::disagreementStaysVisible()
{
    open(fakeBoard());
    pressCard(SyncNode::SharePoint);
    QVERIFY(says(
        QStringLiteral("Sources disagree: asks again after 6 hours (Microsoft, 2013); asks again after 24 "
                       "hours (field report, 2016)")));
    QVERIFY(says(QStringLiteral("rule F08")));
    auto *evidence = m_page->why()->findChild<EvidenceView *>(QString(), Qt::FindChildrenRecursively);
    QVERIFY(evidence->toPlainText().contains(QStringLiteral("300×300, 21,384 B")));
    pressCard(SyncNode::SkypeForBusiness);
    QVERIFY(!says(QStringLiteral("Sources disagree")));
}

void TestSyncPage::theReferenceIsComparedWithNothing()
{
    open(fakeBoard());
    pressCard(SyncNode::SharePoint);
    press(QStringLiteral("Difference"));
    pressCard(SyncNode::Exchange);
    QVERIFY(!button(QStringLiteral("Difference")));
    QCOMPARE(m_page->why()->findChild<PhotoPair *>()->mode(), PhotoPair::Mode::Whole);
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

void TestSyncPage::derivedOnesCannotBeLookedAt()
{
    open(fakeBoard());
    pressCard(SyncNode::SkypeForBusiness);
    QVERIFY(!button(QStringLiteral("Look at this one again")));
    QVERIFY(says(QStringLiteral("Derived")));
    pressCard(SyncNode::SharePoint);
    QVERIFY(!says(QStringLiteral("Derived")));
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
    QVERIFY(says(QStringLiteral("18 minutes")));
    m_now = m_now.addSecs(3 * 60);
    QTRY_VERIFY_WITH_TIMEOUT(!says(QStringLiteral("18 minutes")), 3000);
    QVERIFY(says(QStringLiteral("seen 3 min ago")));
}

void TestSyncPage::countsOnlyWhileVisible()
{
    open(fakeBoard());
    m_page->setSeen(m_now);
    QVERIFY(says(QStringLiteral("seen 0 s ago")));
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

void TestSyncPage::whyStandsBelowWhereThereIsLittleRoom()
{
    open(fakeBoard(), {912, 630});
    QVERIFY(!m_page->why()->isVisible());
    pressCard(SyncNode::SharePoint);
    QVERIFY(m_page->why()->isVisible());
    const auto below = [this](QWidget *upper, QWidget *lower) {
        return upper->mapTo(m_page.get(), QPoint(0, upper->height())).y()
            <= lower->mapTo(m_page.get(), QPoint()).y();
    };
    QTRY_VERIFY(below(m_page->board(), m_page->why()));
    const int top = m_page->why()->mapTo(m_page.get(), QPoint()).y();
    QVERIFY2(top >= 0 && top < 200, qPrintable(QString::number(top))); // it was brought into view
    m_page->resize(1272, 790);
    QTRY_VERIFY(m_page->why()->x() > m_page->board()->x());
}

void TestSyncPage::keepsTheChoiceWhenCardsChange()
{
    BoardContent content = fakeBoard();
    open(content);
    pressCard(SyncNode::SharePoint);
    BoardCard *same = card(SyncNode::SharePoint);
    QAbstractButton *copy = button(QStringLiteral("Copy message"));
    copy->setFocus();
    content.board.findings[4].state = SyncState::InStep;
    m_page->setBoard(content, shownFlows(content.board, content.book));
    QCOMPARE(card(SyncNode::SharePoint), same);
    QCOMPARE(m_page->why()->node(), std::optional(SyncNode::SharePoint));
    QCOMPARE(QApplication::focusWidget(), copy); // nothing was taken from under the finger
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
