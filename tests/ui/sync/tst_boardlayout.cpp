// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/boardlayout.h"

#include <QLineF>
#include <QRandomGenerator>
#include <QTest>

using namespace likeness;

namespace {

constexpr QSizeF labelSize(84, 16);

QList<BoardCardSize> cardsOf(const QString &ids)
{
    QList<BoardCardSize> cards;
    for (const QString &id : ids.split(u' ', Qt::SkipEmptyParts))
        cards.append({syncNodeOf(id).value(), 83});
    return cards;
}

/// "exop>ad ad>m365"
QList<BoardLink> linksOf(const QString &pairs)
{
    QList<BoardLink> links;
    for (const QString &pair : pairs.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList ends = pair.split(u'>');
        links.append({syncNodeOf(ends.at(0)).value(), syncNodeOf(ends.at(1)).value(), labelSize});
    }
    return links;
}

/// Along the path, never more than 3 pixels apart.
QList<QPointF> pointsOf(const QPainterPath &path)
{
    QList<QPointF> points;
    for (const QPolygonF &piece : path.toSubpathPolygons()) {
        for (qsizetype at = 1; at < piece.size(); ++at) {
            const QLineF line(piece.at(at - 1), piece.at(at));
            const int steps = 1 + static_cast<int>(line.length() / 3);
            for (int step = 0; step < steps; ++step)
                points.append(line.pointAt(static_cast<double>(step) / steps));
        }
        points.append(piece.last());
    }
    return points;
}

QString everyNode()
{
    QStringList ids;
    for (const SyncNode node : allSyncNodes())
        ids << idOf(node);
    return ids.join(u' ');
}

/// The flows of the book, both directions of what has both, and one within a column that is no neighbour.
const QString everyLink = QStringLiteral(
    "exop>ad exop>exop_cache ad>owa exop>owa ad>m365 m365>exo exo>m365 exop>exo exop>sp13 sp13>ad sp10>ad "
    "ad>sp10 "
    "ad>sp13 exo>spo m365>spo m365>delve m365>teams exop>sfb exo>sfb ad>abs abs>lync10 abs>sfb m365>yammer "
    "ad>oab oab>outlook exop>outlook m365>outlook exo>outlook exo>owa url>sfb url>lync10 teams>m365 "
    "spo>delve");

} // namespace

class TestBoardLayout final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void noArrowCrossesACard_data();
    void noArrowCrossesACard();
    void noArrowCrossesACardWhateverTheBoard();
    void cardsStandInTheirColumns();
    void emptyColumnsTakeNoRoom();
    void rightToLeftIsAMirror();
    void labelsCoverNothing();
    void nothingOfNothing();
    void absentCardsHaveNoArrows();

private:
    static void check(const BoardLayout &layout, const QList<BoardLink> &links);
};

/// Nothing overlaps, no arrow runs through a card, every arrow begins and ends at the edge of its cards.
void TestBoardLayout::check(const BoardLayout &layout, const QList<BoardLink> &links)
{
    const QRect all(QPoint(0, 0), layout.size);
    for (auto a = layout.cards.begin(); a != layout.cards.end(); ++a) {
        QVERIFY2(all.contains(*a), qPrintable(idOf(a.key())));
        for (auto b = layout.cards.begin(); b != layout.cards.end(); ++b)
            QVERIFY(a.key() == b.key() || !a->intersects(*b));
    }
    QCOMPARE(layout.arrows.size(), links.size());
    for (qsizetype at = 0; at < links.size(); ++at) {
        const BoardArrow &arrow = layout.arrows.at(at);
        const QString name = idOf(links.at(at).from) + u'>' + idOf(links.at(at).to);
        QVERIFY2(!arrow.path.isEmpty(), qPrintable(name));
        for (const QPointF &point : pointsOf(arrow.path)) {
            if (!QRectF(all).contains(point))
                QFAIL(qPrintable(name + QStringLiteral(" leaves the board")));
            for (auto card = layout.cards.begin(); card != layout.cards.end(); ++card) {
                if (QRectF(*card).adjusted(1, 1, -1, -1).contains(point))
                    QFAIL(qPrintable(name + QStringLiteral(" crosses ") + idOf(card.key())));
            }
        }
        const auto touches = [](const QRect &card, const QPointF &point) {
            return QRectF(card).adjusted(-1, -1, 1, 1).contains(point);
        };
        QVERIFY2(touches(layout.cards.value(links.at(at).from), pointsOf(arrow.path).constFirst()),
            qPrintable(name));
        QVERIFY2(
            touches(layout.cards.value(links.at(at).to), pointsOf(arrow.path).constLast()), qPrintable(name));
    }
}

void TestBoardLayout::noArrowCrossesACard_data()
{
    QTest::addColumn<QString>("nodes");
    QTest::addColumn<QString>("links");
    QTest::addColumn<int>("width");
    const QString few = QStringLiteral("exop ad outlook owa");
    const QString some = QStringLiteral("exop ad m365 sp13 abs owa sfb teams yammer");
    const QString someLinks
        = QStringLiteral("exop>ad ad>m365 exop>sp13 ad>abs exop>owa exop>sfb m365>teams m365>yammer");
    QTest::newRow("few") << few << QStringLiteral("exop>ad ad>outlook exop>owa exop>outlook") << 860;
    QTest::newRow("the drawing's") << some << someLinks << 860;
    QTest::newRow("the drawing's, wide") << some << someLinks << 2000;
    QTest::newRow("the drawing's, narrower than it can be") << some << someLinks << 300;
    QTest::newRow("everything") << everyNode() << everyLink << 860;
    QTest::newRow("everything, wide") << everyNode() << everyLink << 2000;
    QTest::newRow("backwards over two columns") << some << QStringLiteral("teams>m365 yammer>exop") << 860;
    QTest::newRow("one card between") << QStringLiteral("exop ad m365 exo url")
                                      << QStringLiteral("exop>exo ad>url exop>m365 exop>ad ad>exop") << 860;
}

void TestBoardLayout::noArrowCrossesACard()
{
    QFETCH(QString, nodes);
    QFETCH(QString, links);
    QFETCH(int, width);
    const BoardLayout layout = boardLayout(cardsOf(nodes), linksOf(links), {width, 600, 28, false});
    QCOMPARE(layout.cards.size(), nodes.count(u' ') + 1);
    check(layout, linksOf(links));
}

void TestBoardLayout::noArrowCrossesACardWhateverTheBoard()
{
    QRandomGenerator random(20260303);
    const QList<SyncNode> all = allSyncNodes();
    for (int board = 0; board < 40; ++board) {
        QList<BoardCardSize> cards;
        for (const SyncNode node : all) {
            if (random.bounded(10) < 7)
                cards.append({node, 70 + random.bounded(80)});
        }
        QList<BoardLink> links;
        for (int link = 0; link < 24 && cards.size() > 1; ++link) {
            const SyncNode from = cards.at(random.bounded(static_cast<int>(cards.size()))).node;
            const SyncNode to = cards.at(random.bounded(static_cast<int>(cards.size()))).node;
            if (from != to)
                links.append({from, to, labelSize});
        }
        check(boardLayout(cards, links, {700 + random.bounded(1200), 500, 28, board % 2 == 1}), links);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestBoardLayout::cardsStandInTheirColumns()
{
    const BoardLayout layout
        = boardLayout(cardsOf(QStringLiteral("owa ad sp13 exop")), {}, {860, 600, 28, false});
    const QRect exchange = layout.cards.value(SyncNode::Exchange);
    QCOMPARE(exchange.left(), layout.cards.value(SyncNode::ActiveDirectory).left());
    QVERIFY(exchange.bottom() < layout.cards.value(SyncNode::ActiveDirectory).top());
    QVERIFY(exchange.right() < layout.cards.value(SyncNode::SharePoint).left());
    QVERIFY(
        layout.cards.value(SyncNode::SharePoint).right() < layout.cards.value(SyncNode::OutlookWeb).left());
    QCOMPARE(layout.heads.value(SyncColumn::Caches).left(), layout.cards.value(SyncNode::SharePoint).left());
    QVERIFY(exchange.top() >= 28);
}

void TestBoardLayout::emptyColumnsTakeNoRoom()
{
    const BoardLayout layout = boardLayout(
        cardsOf(QStringLiteral("exop owa")), linksOf(QStringLiteral("exop>owa")), {860, 600, 28, false});
    QCOMPARE(layout.heads.size(), 2);
    QVERIFY(!layout.heads.contains(SyncColumn::Caches));
    QVERIFY(layout.size.width() <= 860);
}

void TestBoardLayout::rightToLeftIsAMirror()
{
    const QList<BoardCardSize> cards = cardsOf(everyNode());
    const BoardLayout there = boardLayout(cards, linksOf(everyLink), {860, 600, 28, false});
    const BoardLayout back = boardLayout(cards, linksOf(everyLink), {860, 600, 28, true});
    check(back, linksOf(everyLink));
    const QRect exchange = back.cards.value(SyncNode::Exchange);
    QVERIFY(exchange.left() > back.cards.value(SyncNode::OutlookWeb).right());
    QCOMPARE(exchange.top(), there.cards.value(SyncNode::Exchange).top());
}

void TestBoardLayout::labelsCoverNothing()
{
    const BoardLayout layout = boardLayout(cardsOf(everyNode()), linksOf(everyLink), {1100, 600, 28, false});
    int placed = 0;
    for (const BoardArrow &arrow : layout.arrows) {
        if (arrow.label.isNull())
            continue;
        ++placed;
        QCOMPARE(arrow.label.size(), labelSize);
        for (const QRect &card : layout.cards)
            QVERIFY(!QRectF(card).intersects(arrow.label));
        for (const BoardArrow &other : layout.arrows)
            QVERIFY(&other == &arrow || !other.label.intersects(arrow.label));
    }
    QVERIFY2(placed >= layout.arrows.size() * 3 / 4, qPrintable(QString::number(placed)));
}

void TestBoardLayout::nothingOfNothing()
{
    const BoardLayout layout = boardLayout({}, {}, {860, 600, 28, false});
    QVERIFY(layout.cards.isEmpty());
    QVERIFY(layout.arrows.isEmpty());
}

void TestBoardLayout::absentCardsHaveNoArrows()
{
    const BoardLayout layout = boardLayout(cardsOf(QStringLiteral("exop ad")),
        linksOf(QStringLiteral("exop>owa exop>ad")), {860, 600, 28, false});
    QCOMPARE(layout.arrows.size(), 2);
    QVERIFY(layout.arrows.at(0).path.isEmpty());
    QVERIFY(!layout.arrows.at(1).path.isEmpty());
}

QTEST_APPLESS_MAIN(TestBoardLayout)
#include "tst_boardlayout.moc"
