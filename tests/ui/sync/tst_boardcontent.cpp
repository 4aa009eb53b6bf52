// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fakeboard.h"
#include "ui/sync/boardwalk.h"
#include "ui/sync/statelook.h"
#include "ui/sync/syncwords.h"

#include <QTest>

using namespace likeness;

namespace {

QList<BoardFlow> flowsOf(const BoardContent &content)
{
    return boardFlows(content.board, shownFlows(content.board, content.book));
}

/// "exop>ad*" where * = decides, ~ = waits
QStringList namesOf(const QList<BoardFlow> &flows)
{
    QStringList names;
    for (const BoardFlow &flow : flows)
        names << idOf(flow.from) + u'>' + idOf(flow.to) + (flow.decides ? QStringLiteral("*") : QString())
                + (flow.waits ? QStringLiteral("~") : QString());
    names.sort();
    return names;
}

} // namespace

class TestBoardContent final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }
    void arrowsComeFromTheWeighedFlows();
    void arrowsGoByTheWayThatIsOnTheBoard();
    void sumsAndDeadEndsAreNotDrawn();
    void walks_data();
    void walks();
    void countsWhatNeedsAttention();
    void countsDown_data();
    void countsDown();
    void everyStateHasItsLook();
};

void TestBoardContent::arrowsComeFromTheWeighedFlows()
{
    QCOMPARE(namesOf(flowsOf(fakeBoard())),
        QStringList({QStringLiteral("abs>sfb*"), QStringLiteral("ad>abs*"), QStringLiteral("ad>m365*"),
            QStringLiteral("ad>outlook"), QStringLiteral("ad>owa"), QStringLiteral("exop>ad*"),
            QStringLiteral("exop>outlook*"), QStringLiteral("exop>owa*"), QStringLiteral("exop>sp13*~"),
            QStringLiteral("m365>spo*"), QStringLiteral("m365>teams*"), QStringLiteral("m365>yammer*")}));
}

void TestBoardContent::arrowsGoByTheWayThatIsOnTheBoard()
{
    const QStringList names = namesOf(flowsOf(crowdedBoard()));
    QVERIFY(names.contains(QStringLiteral("oab>outlook")));
    QVERIFY(names.contains(QStringLiteral("ad>oab*")));
    QVERIFY(!names.contains(QStringLiteral("ad>outlook")));
}

void TestBoardContent::sumsAndDeadEndsAreNotDrawn()
{
    BoardContent content = fakeBoard();
    content.board.findings[2].flows = QStringList {QStringLiteral("E08"), QStringLiteral("E10")};
    const QStringList names = namesOf(flowsOf(content));
    QVERIFY(names.filter(QStringLiteral(">m365")).isEmpty());
    QVERIFY(names.filter(QStringLiteral("m365>ad")).isEmpty());
}

void TestBoardContent::walks_data()
{
    QTest::addColumn<SyncNode>("from");
    QTest::addColumn<BoardStep>("step");
    QTest::addColumn<int>("to"); // -1 = nowhere
    const auto add = [](const char *name, SyncNode from, BoardStep step, int to) {
        QTest::newRow(name) << from << step << to;
    };
    const auto at = [](SyncNode node) { return static_cast<int>(node); };
    add("along the deciding arrow to the near column", SyncNode::Exchange, BoardStep::Right,
        at(SyncNode::SharePoint));
    add("along the arrow, not to the nearest card", SyncNode::ActiveDirectory, BoardStep::Right,
        at(SyncNode::AddressBook));
    add("on", SyncNode::AddressBook, BoardStep::Right, at(SyncNode::SkypeForBusiness));
    add("back along the arrow", SyncNode::SkypeForBusiness, BoardStep::Left, at(SyncNode::AddressBook));
    add("back over two columns", SyncNode::Teams, BoardStep::Left, at(SyncNode::Microsoft365));
    add("without an arrow to the nearest", SyncNode::SharePoint, BoardStep::Right, at(SyncNode::Outlook));
    add("nothing left of the stores", SyncNode::Exchange, BoardStep::Left, -1);
    add("nothing right of the viewers", SyncNode::Teams, BoardStep::Right, -1);
    add("down", SyncNode::Exchange, BoardStep::Down, at(SyncNode::ActiveDirectory));
    add("up", SyncNode::ActiveDirectory, BoardStep::Up, at(SyncNode::Exchange));
    add("the top", SyncNode::Exchange, BoardStep::Up, -1);
    add("the end of a column", SyncNode::AddressBook, BoardStep::Down, -1);
    add("first", SyncNode::Teams, BoardStep::First, at(SyncNode::Exchange));
    add("last", SyncNode::Exchange, BoardStep::Last, at(SyncNode::VivaEngage));
}

void TestBoardContent::walks()
{
    QFETCH(SyncNode, from);
    QFETCH(BoardStep, step);
    QFETCH(int, to);
    const BoardContent content = fakeBoard();
    const QList<BoardFlow> flows = flowsOf(content);
    QList<BoardCardSize> cards;
    for (const Finding &finding : content.board.findings)
        cards.append({finding.node, 83});
    QList<BoardLink> links;
    for (const BoardFlow &flow : flows)
        links.append({flow.from, flow.to});
    const auto walked = [&](bool rightToLeft, BoardStep by) {
        const std::optional<SyncNode> next
            = boardWalk(boardLayout(cards, links, {860, 600, 28, rightToLeft}), flows, from, by);
        return next ? static_cast<int>(*next) : -1;
    };
    QCOMPARE(walked(false, step), to);
    const BoardStep mirrored = step == BoardStep::Left ? BoardStep::Right
        : step == BoardStep::Right                     ? BoardStep::Left
                                                       : step;
    QCOMPARE(walked(true, mirrored), to);
}

void TestBoardContent::countsWhatNeedsAttention()
{
    QCOMPARE(needingAttention(fakeBoard().board), 2); // SharePoint is stale, Skype for Business reduced
    QCOMPARE(needingAttention(smallBoard().board), 0);
    QCOMPARE(needingAttention(unseenBoard().board), 0);
}

void TestBoardContent::countsDown_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("seen");
    QTest::newRow("now") << qint64(0) << QString() << QStringLiteral("seen just now");
    QTest::newRow("not just now") << qint64(5) << QStringLiteral("1 min") << QStringLiteral("seen 5 s ago");
    QTest::newRow("seconds") << qint64(59) << QStringLiteral("1 min") << QStringLiteral("seen 59 s ago");
    QTest::newRow("a minute") << qint64(60) << QStringLiteral("1 min") << QStringLiteral("seen 1 min ago");
    QTest::newRow("rounded up") << qint64(18 * 60 - 20) << QStringLiteral("18 min")
                                << QStringLiteral("seen 17 min ago");
    QTest::newRow("an hour") << qint64(3600) << QStringLiteral("1 h") << QStringLiteral("seen at 08:25");
    QTest::newRow("hours") << qint64(5 * 3600 - 60) << QStringLiteral("5 h")
                           << QStringLiteral("seen at 04:26");
    QTest::newRow("days") << qint64(3 * 86400) << QStringLiteral("3 d")
                          << QStringLiteral("seen on 18/11/2026 at 09:25");
}

void TestBoardContent::countsDown()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, left);
    QFETCH(QString, seen);
    const QDateTime now = fakeBoardTime();
    QCOMPARE(timeLeft(now.addSecs(seconds), now), left);
    QCOMPARE(timeLeft(now.addSecs(-seconds), now), QString());
    QCOMPARE(seenWords(now.addSecs(-seconds), now), seen);
}

void TestBoardContent::everyStateHasItsLook()
{
    QSet<QString> glyphs;
    for (int state = 0; state < syncStateCount; ++state) {
        const QString icon = iconOf(static_cast<SyncState>(state));
        QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(icon)), qPrintable(icon));
        glyphs.insert(icon);
    }
    QCOMPARE(
        glyphs.size(), syncStateCount - 1); // what cannot be reached is as unknown as what was not looked at
}

QTEST_MAIN(TestBoardContent)
#include "tst_boardcontent.moc"
