// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/standing.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

const QDateTime monday(QDate(2026, 3, 2), QTime(8, 0), QTimeZone::utc());

ServedPhoto photoOf(int edge)
{
    return {edge, EncodedPhoto::of(QByteArray::number(edge), QSize(edge, edge)), {}};
}

Finding findingOf(SyncNode node, SyncState state, int edge)
{
    Finding finding;
    finding.node = node;
    finding.state = state;
    if (edge > 0)
        finding.shows = photoOf(edge);
    return finding;
}

} // namespace

class tst_Standing final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void tellsWhatTheBoardTells();
    void takesTheBadgeThatFits_data();
    void takesTheBadgeThatFits();
    void takesNoBadgeFromARule();
    void addsUpCounts();
};

void tst_Standing::tellsWhatTheBoardTells()
{
    SyncBoard board;
    Finding exchange = findingOf(SyncNode::Exchange, SyncState::Different, 648);
    exchange.cause = Cause::WrittenLater;
    exchange.changed = monday.addDays(-1);
    Finding cloud = findingOf(SyncNode::Microsoft365, SyncState::Pending, 0);
    cloud.arrival = {monday, monday.addSecs(3600), Trigger::Nothing};
    cloud.changed = monday.addDays(-2);
    board.findings = {exchange, cloud};
    board.overall = SyncState::Different;
    Person amy;
    amy.keys.key = u"amy"_s;
    const Standing standing = standingOf(amy, board, monday);
    QCOMPARE(standing.person, amy);
    QCOMPARE(standing.overall, SyncState::Different);
    QCOMPARE(standing.looked, monday);
    QVERIFY(standing.differs);
    QCOMPARE(standing.edge, 648);
    QCOMPARE(standing.changed, std::optional(monday.addDays(-1)));
    QCOMPARE(standing.nodes.size(), 2);
    QCOMPARE(standing.at(SyncNode::Exchange)->cause, Cause::WrittenLater);
    QCOMPARE(standing.at(SyncNode::Exchange)->edge, 648);
    QCOMPARE(standing.at(SyncNode::Microsoft365)->expected, std::optional(monday.addSecs(3600)));
    QCOMPARE(standing.at(SyncNode::Teams), nullptr);
}

void tst_Standing::takesTheBadgeThatFits_data()
{
    QTest::addColumn<QList<int>>("edges");
    QTest::addColumn<int>("badge");
    QTest::newRow("none") << QList<int> {} << 0;
    QTest::newRow("the smallest that is large enough") << QList<int> {648, 48, 96} << 96;
    QTest::newRow("the largest of small ones") << QList<int> {32, 48} << 48;
    QTest::newRow("only a large one") << QList<int> {0, 648} << 648;
}

void tst_Standing::takesTheBadgeThatFits()
{
    QFETCH(const QList<int>, edges);
    QFETCH(const int, badge);
    SyncBoard board;
    for (const int edge : edges)
        board.findings.append(findingOf(SyncNode::Exchange, SyncState::InStep, edge));
    const Standing standing = standingOf({}, board, monday);
    QCOMPARE(standing.photo, badge ? photoOf(badge).photo.sha256 : QString());
}

void tst_Standing::takesNoBadgeFromARule()
{
    SyncBoard board;
    board.findings = {findingOf(SyncNode::Teams, SyncState::InStep, 96)};
    board.findings[0].derived = true;
    QVERIFY(standingOf({}, board, monday).photo.isEmpty());
    QCOMPARE(standingOf({}, board, monday).edge, 0);
}

void tst_Standing::addsUpCounts()
{
    const StateCounts counts {{{SyncState::InStep, 5}, {SyncState::Stale, 2}}};
    QCOMPARE(counts.total(), 7);
    QCOMPARE(counts.of(SyncState::Stale), 2);
    QCOMPARE(counts.of(SyncState::Blocked), 0);
}

QTEST_GUILESS_MAIN(tst_Standing)
#include "tst_standing.moc"
