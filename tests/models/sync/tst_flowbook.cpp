// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/flowbook.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

/// The data as it ships, and that mistakes in it are found where they are.
class tst_FlowBook : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void whatShips();
    void nodes();
    void dates();
    void mistakes_data();
    void mistakes();

private:
    QByteArray m_json;
};

void tst_FlowBook::initTestCase()
{
    QFile file(QStringLiteral(FLOWS_FILE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_json = file.readAll();
}

void tst_FlowBook::whatShips()
{
    const Result<FlowBook> book = FlowBook::parse(m_json);
    QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
    QCOMPARE(book->flows.size(), 33);
    QCOMPARE(book->failures.size(), 20);
    QCOMPARE(book->disputes.size(), 13);
    const Flow *visit = book->flow(u"E11"_s);
    QVERIFY(visit);
    QCOMPARE(visit->from, QList {SyncNode::Exchange});
    QCOMPARE(visit->to, QList {SyncNode::SharePoint});
    QCOMPARE(visit->trigger, Trigger::OwnVisit);
    QVERIFY(!visit->delay.most);
    QCOMPARE(visit->edges, (QList {48, 72, 300}));
    QCOMPARE(visit->confidence, Confidence::MicrosoftBlog);
    const Flow *teams = book->flow(u"E17"_s);
    QVERIFY(teams);
    QCOMPARE(teams->delay.most, std::chrono::minutes(60 * 24 * 60));
    QVERIFY(teams->carries());
    QVERIFY(!book->flow(u"E03"_s)->carries());
    QVERIFY(!book->flow(u"E99"_s));
    QCOMPARE(book->cure(u"sync-now"_s)->rights, CureRights::Tenant);
}

void tst_FlowBook::nodes()
{
    const QList<SyncNode> all = allSyncNodes();
    QCOMPARE(all.size(), syncNodeCount);
    for (int at = 0; at < all.size(); ++at) {
        QCOMPARE(static_cast<int>(all[at]), at); // the tables go by it
        QCOMPARE(syncNodeOf(idOf(all[at])), all[at]);
        QVERIFY(!titleOf(all[at]).isEmpty());
    }
    QVERIFY(!syncNodeOf(u"nothing"_s));
    QVERIFY(isDerived(SyncNode::Outlook));
    QVERIFY(!isDerived(SyncNode::SharePoint));
}

void tst_FlowBook::dates()
{
    const Result<FlowBook> book = FlowBook::parse(m_json);
    const Flow *once = book->flow(u"E07a"_s);
    QVERIFY(once->holdsOn({2022, 1, 1}));
    QVERIFY(!once->holdsOn({2023, 3, 20}));
    QVERIFY(book->flow(u"E07b"_s)->holdsOn({2023, 3, 20}));
    QVERIFY(!book->flow(u"E07b"_s)->holdsOn({2023, 3, 19}));
    QVERIFY(book->flow(u"E01"_s)->holdsOn({1999, 1, 1}));
}

void tst_FlowBook::mistakes_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const QString &says) {
        QTest::newRow(name) << from << to << says;
    };
    row("not JSON", R"("version": 1)", "version: 1", u"not a JSON object"_s);
    row("another version", R"("version": 1)", R"("version": 2)", u"version"_s);
    row("unknown key", R"("id": "E03")", R"("id": "E03", "latency": 5)",
        u"flows[2].latency: is not known here"_s);
    row("unknown workload", R"("to": ["m365"])", R"("to": ["m356"])", u"names no workload: m356"_s);
    row("unknown kind", R"("kind": "push-once")", R"("kind": "sometimes")", u"flows[6].kind"_s);
    row("unknown condition", R"(["profile-export"])", R"(["by-chance"])", u"conditions"_s);
    row("negative minutes", R"([0, 10080])", R"([-1, 10080])", u"flows[3].minutes"_s);
    row("one number of minutes", R"([0, 10080])", R"([0])", u"flows[3].minutes"_s);
    row("no sources", R"("sources": ["KB3062745"])", R"("sources": [])", u"failures[5].sources"_s);
    row("a day that is none", "2024-06-01", "2024-06-31", u"since"_s);
    row("a failure that is not there", R"("failures": ["F08"])", R"("failures": ["F88"])",
        u"E11: names F88"_s);
    row("a cure that is not there", R"("cures": ["save-preview"])", R"("cures": ["save"])", u"names save"_s);
    row("an id twice", R"("id": "F20")", R"("id": "F19")", u"F19: is there twice"_s);
}

void tst_FlowBook::mistakes()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QString, says);
    QVERIFY2(m_json.contains(from), "the data has changed: mend this row");
    const Result<FlowBook> book = FlowBook::parse(QByteArray(m_json).replace(from, to));
    QVERIFY(!book);
    QCOMPARE(book.error().code, Errc::BadInput);
    QVERIFY2(book.error().detail.contains(says), qPrintable(book.error().detail));
}

QTEST_GUILESS_MAIN(tst_FlowBook)
#include "tst_flowbook.moc"
