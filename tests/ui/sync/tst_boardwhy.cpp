// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/sync/syncpageonscreen.h"
#include "ui/sync/evidenceview.h"
#include "ui/sync/photopair.h"

#include <QClipboard>
#include <QSignalSpy>

using namespace likeness;

/// The cards, the keys that walk among them, and Why.
class TestBoardWhy final : public QObject, private SyncPageOnScreen
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
    void showsTheDifference();
    void disagreementStaysVisible();
    void theReferenceIsComparedWithNothing();
    void derivedOnesCannotBeLookedAt();
    void whyStandsBelowWhereThereIsLittleRoom();
    void keepsTheChoiceWhenCardsChange();
};

void TestBoardWhy::everyCardSpeaks()
{
    const BoardContent content = crowdedBoard();
    open(content);
    for (const Finding &finding : content.board.findings) {
        QVERIFY(card(finding.node));
        QCOMPARE(card(finding.node)->accessibleName(), words(content, finding.node).spoken);
    }
}

void TestBoardWhy::pressingACardTellsWhy()
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

void TestBoardWhy::proposesWhatNeedsAttentionMost()
{
    open(fakeBoard());
    QTRY_COMPARE(m_page->why()->node(), std::optional(SyncNode::SharePoint)); // stale is more than reduced
    open(smallBoard());
    QCOMPARE(m_page->why()->node(), std::optional<SyncNode>());
}

void TestBoardWhy::doesNotJumpWhileCardsArrive()
{
    BoardContent content = unseenBoard();
    open(content);
    content.looking = {SyncNode::SharePoint, SyncNode::SkypeForBusiness};
    m_page->setBoard(content, shownFlows(content.board, content.book));
    content.board.findings[8] = fakeBoard().board.findings.at(8);
    m_page->setBoard(content, shownFlows(content.board, content.book));
    QCOMPARE(m_page->why()->node(), std::optional<SyncNode>());
    const QSet<SyncNode> looking = content.looking;
    content = fakeBoard();
    content.looking = looking;
    m_page->setBoard(content, shownFlows(content.board, content.book));
    QCOMPARE(m_page->why()->node(), std::optional<SyncNode>());
    m_page->setLooking({});
    QTRY_COMPARE(m_page->why()->node(), std::optional(SyncNode::SharePoint));
}

void TestBoardWhy::keysWalkAlongTheFlows()
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

void TestBoardWhy::keysWalkBackwardsFromRightToLeft()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    open(fakeBoard());
    card(SyncNode::ActiveDirectory)->setFocus(Qt::TabFocusReason);
    QVERIFY(card(SyncNode::ActiveDirectory)->x() > card(SyncNode::AddressBook)->x());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(focused(), SyncNode::AddressBook);
}

void TestBoardWhy::tabLeavesTheBoard()
{
    open(fakeBoard());
    card(SyncNode::Exchange)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(!qobject_cast<BoardCard *>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QCOMPARE(focused(), SyncNode::ActiveDirectory); // where one was
}

void TestBoardWhy::enterOpensWhy()
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

void TestBoardWhy::copiesCommandAndMessage()
{
    const BoardContent content = fakeBoard();
    open(content);
    pressCard(SyncNode::SkypeForBusiness);
    press(QStringLiteral("Copy command"));
    const CureWords directory
        = wordsFor(*content.book.cure(QStringLiteral("rewrite-directory")), content.person);
    QVERIFY(!directory.command.isEmpty());
    QCOMPARE(QGuiApplication::clipboard()->text(), directory.command);
    QCOMPARE(button(QStringLiteral("Copy command"))->text(), QStringLiteral("Copied"));
    pressCard(SyncNode::SharePoint);
    press(QStringLiteral("Copy message"));
    const CureWords visit = wordsFor(*content.book.cure(QStringLiteral("own-visit")), content.person);
    QVERIFY(!visit.message.isEmpty());
    QCOMPARE(QGuiApplication::clipboard()->text(), visit.message);
}

void TestBoardWhy::asksForACure()
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

void TestBoardWhy::showsTheDifference()
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

void TestBoardWhy::disagreementStaysVisible()
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

void TestBoardWhy::theReferenceIsComparedWithNothing()
{
    open(fakeBoard());
    pressCard(SyncNode::SharePoint);
    press(QStringLiteral("Difference"));
    pressCard(SyncNode::Exchange);
    QVERIFY(!button(QStringLiteral("Difference")));
    QCOMPARE(m_page->why()->findChild<PhotoPair *>()->mode(), PhotoPair::Mode::Whole);
}

void TestBoardWhy::derivedOnesCannotBeLookedAt()
{
    open(fakeBoard());
    pressCard(SyncNode::SkypeForBusiness);
    QVERIFY(!button(QStringLiteral("Look at this one again")));
    QVERIFY(says(QStringLiteral("Derived")));
    pressCard(SyncNode::SharePoint);
    QVERIFY(!says(QStringLiteral("Derived")));
}

void TestBoardWhy::whyStandsBelowWhereThereIsLittleRoom()
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

void TestBoardWhy::keepsTheChoiceWhenCardsChange()
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

QTEST_MAIN(TestBoardWhy)
#include "tst_boardwhy.moc"
