// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/models/sync/boardtext.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

/// explain() against boards.txt, and that no flow, failure or dispute of the data is without a case there.
class tst_Explain : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void boards_data();
    void boards();
    void everyEntryHasACase();
    void overallIsTheMostImportant();
    void sameAgain();
    void emptyOrganisation();

private:
    FlowBook m_book;
    QList<BoardText> m_boards;
    QStringList m_named;
};

void tst_Explain::initTestCase()
{
    QFile flows(QStringLiteral(FLOWS_FILE));
    QVERIFY(flows.open(QIODevice::ReadOnly));
    const Result<FlowBook> book = FlowBook::parse(flows.readAll());
    QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
    m_book = *book;
    QFile boards(QFINDTESTDATA("boards.txt"));
    QVERIFY(boards.open(QIODevice::ReadOnly));
    m_boards = boardsIn(boards.readAll());
    QVERIFY(m_boards.size() > 70);
}

void tst_Explain::boards_data()
{
    QTest::addColumn<int>("number");
    for (int at = 0; at < m_boards.size(); ++at)
        QTest::addRow("%s", qPrintable(m_boards[at].title)) << at;
}

void tst_Explain::boards()
{
    QFETCH(const int, number);
    const BoardText &text = m_boards[number];
    QVERIFY(!text.expected.isEmpty());
    const SyncBoard board = explain(text.seen, m_book, text.settings, text.now);
    QCOMPARE(board.findings.size(), text.settings.present.size());
    for (const QString &line : text.expected) {
        const QString difference = differenceFrom(line, board, text.now, m_named);
        QVERIFY2(difference.isEmpty(), qPrintable(line + u": "_s + difference));
    }
}

void tst_Explain::everyEntryHasACase()
{
    if (m_named.isEmpty())
        QSKIP("needs the boards to have run before");
    QStringList without;
    const auto look = [&](const auto &records) {
        for (const auto &record : records) {
            if (!m_named.contains(record.id))
                without.append(record.id);
        }
    };
    look(m_book.flows);
    look(m_book.failures);
    look(m_book.disputes);
    QVERIFY2(without.isEmpty(), qPrintable(u"no case in boards.txt asks for "_s + without.join(u", "_s)));
}

void tst_Explain::overallIsTheMostImportant()
{
    // PRODUCT's order, the most important first
    const QList<SyncState> order {SyncState::Blocked, SyncState::RemovedOnPurpose, SyncState::Different,
        SyncState::Stale, SyncState::Reduced, SyncState::Missing, SyncState::Pending, SyncState::InStep,
        SyncState::NoFlow, SyncState::Unreachable, SyncState::Unknown};
    QCOMPARE(order.size(), syncStateCount);
    for (qsizetype at = 1; at < order.size(); ++at)
        QVERIFY(order[at - 1] > order[at]);
    for (const SyncState state : order)
        QCOMPARE(syncStateNamed(nameOf(state)), state);
    const auto board
        = std::ranges::find(m_boards, u"Exchange, the directory and the cloud in a row"_s, &BoardText::title);
    QVERIFY(board != m_boards.end());
    QCOMPARE(explain(board->seen, m_book, board->settings, board->now).overall, SyncState::Reduced);
}

void tst_Explain::sameAgain()
{
    const BoardText &text = m_boards.constFirst();
    const SyncBoard once = explain(text.seen, m_book, text.settings, text.now);
    const SyncBoard twice = explain(text.seen, m_book, text.settings, text.now);
    QCOMPARE(once.findings.size(), twice.findings.size());
    for (qsizetype at = 0; at < once.findings.size(); ++at) {
        QCOMPARE(once.findings[at].state, twice.findings[at].state);
        QCOMPARE(once.findings[at].arrival, twice.findings[at].arrival);
    }
}

void tst_Explain::emptyOrganisation()
{
    const SyncBoard board = explain({}, m_book, {}, QDateTime::currentDateTimeUtc());
    QVERIFY(board.findings.isEmpty());
    QCOMPARE(board.overall, SyncState::Unknown);
    QVERIFY(!board.reference);
}

QTEST_GUILESS_MAIN(tst_Explain)
#include "tst_explain.moc"
