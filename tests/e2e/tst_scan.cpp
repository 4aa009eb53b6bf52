// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/directorylab.h"
#include "tests/support/postgreslab.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <csignal>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int bulkPeople = 5000;
constexpr int runMilliseconds = 300'000;

int sumOf(const QJsonObject &states)
{
    int sum = 0;
    for (const QJsonValue count : states)
        sum += count.toInt();
    return sum;
}

} // namespace

/// `likeness-cli scan` over an Active Directory of 5,000 people (Samba) and a ledger in PostgreSQL, both
/// real.
class tst_Scan final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void twoShareTheWork();
    void oneGoesOnWhereAnotherWasKilled();
    void leavesOutWhoWasSeen();
    void stopsOnInterrupt();
    void tellsTheOverview();
    void writesReports();

public:
    static inline DirectoryLab *directory = nullptr;
    static inline PostgresLab *database = nullptr;

private:
    std::unique_ptr<QProcess> started(const QStringList &arguments);
    QJsonObject finished(QProcess &process, int exitCode = 0);
    int done() const;
    QString at(const QString &name) const { return m_place.filePath(name); }

    QTemporaryDir m_place;
    LedgerServer m_server;
    int m_people = 0;
};

void tst_Scan::initTestCase()
{
    m_server = database->newDatabase();
    const QJsonObject store {{u"kind"_s, u"activeDirectory"_s}, {u"name"_s, u"ad"_s},
        {u"url"_s, directory->value(u"ldaps"_s)}, {u"caFile"_s, directory->value(u"caFile"_s)},
        {u"baseDn"_s, directory->value(u"baseDn"_s)},
        {u"account"_s, directory->account(u"helpdesk"_s, u"upn"_s)}};
    const QJsonObject organisation {
        {u"title"_s, u"Lab"_s}, {u"ledger"_s, m_server.toJson()}, {u"endpoints"_s, QJsonArray {store}}};
    QFile file(at(u"organisation.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(organisation).toJson());
}

std::unique_ptr<QProcess> tst_Scan::started(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(LIKENESS_CLI),
        arguments
            + QStringList {
                u"--organisation"_s, at(u"organisation.json"_s), u"--password-stdin"_s, u"--json"_s});
    process->write(directory->account(u"helpdesk"_s, u"password"_s).toUtf8() + '\n');
    while (process->bytesToWrite() > 0 && process->waitForBytesWritten()) { } // no event loop does it later
    process->closeWriteChannel();
    return process;
}

QJsonObject tst_Scan::finished(QProcess &process, int exitCode)
{
    const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(runMilliseconds);
    const QByteArray said = process.readAllStandardOutput();
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != exitCode)
        qCritical("exit %d: %s%s", process.exitCode(), said.constData(),
            process.readAllStandardError().constData());
    return QJsonDocument::fromJson(said).object();
}

int tst_Scan::done() const
{
    return database
        ->sql(m_server.database,
            u"SELECT count(*) FROM scan_queue WHERE scan = (SELECT max(id) FROM scans) AND done_at IS NOT NULL"_s)
        .toInt();
}

void tst_Scan::twoShareTheWork()
{
    // few at once: else one of them keeps up with the list alone
    const auto first = started({u"scan"_s, u"--full"_s, u"--workers"_s, u"8"_s});
    const auto second = started({u"scan"_s, u"--full"_s, u"--workers"_s, u"8"_s});
    const QJsonObject one = finished(*first);
    const QJsonObject two = finished(*second);
    m_people = one[u"people"_s].toInt();
    QVERIFY2(m_people >= bulkPeople, qPrintable(QString::number(m_people)));
    // whoever was looked at by both would be counted by both
    QCOMPARE(sumOf(one[u"states"_s].toObject()) + sumOf(two[u"states"_s].toObject()), m_people);
    QVERIFY(one[u"doneHere"_s].toInt() > 0);
    QVERIFY(two[u"doneHere"_s].toInt() > 0);
    QCOMPARE(one[u"left"_s].toInt(), 0);
    QCOMPARE(done(), m_people);
    QCOMPARE(database->sql(m_server.database, u"SELECT count(*) FROM standings"_s).toInt(), m_people);
    QCOMPARE(
        database->sql(m_server.database, u"SELECT count(*) FROM scans WHERE ended_at IS NOT NULL"_s), u"1"_s);
}

void tst_Scan::oneGoesOnWhereAnotherWasKilled()
{
    const auto first = started({u"scan"_s, u"--full"_s});
    const auto second = started({u"scan"_s, u"--full"_s});
    QTRY_VERIFY_WITH_TIMEOUT(
        database->sql(m_server.database, u"SELECT count(*) FROM scans"_s) == u"2"_s, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(done() >= 500, 60'000);
    first->kill();
    QVERIFY(first->waitForFinished());
    const QJsonObject two = finished(*second);
    QVERIFY(two[u"completed"_s].toBool());
    QCOMPARE(two[u"people"_s].toInt(), m_people);
    QCOMPARE(two[u"left"_s].toInt(), 0);
    QCOMPARE(done(), m_people);
    // what the killed one had not kept was looked at by the other, and nothing else of its work
    QCOMPARE(sumOf(two[u"states"_s].toObject()), two[u"doneHere"_s].toInt());
    QVERIFY(two[u"doneHere"_s].toInt() < m_people);
    // the photos were known: nothing was kept a second time
    QCOMPARE(
        database->sql(m_server.database,
            u"SELECT count(*) FROM (SELECT 1 FROM sightings GROUP BY person_key HAVING count(*) > 1) t"_s),
        u"0"_s);
}

void tst_Scan::leavesOutWhoWasSeen()
{
    const auto scan = started({u"scan"_s, u"--since"_s, u"1"_s});
    const QJsonObject told = finished(*scan);
    QCOMPARE(told[u"leftOut"_s].toInt(), m_people);
    QCOMPARE(told[u"doneHere"_s].toInt(), 0);
}

void tst_Scan::stopsOnInterrupt()
{
    const auto scan = started({u"scan"_s, u"--full"_s});
    QTRY_VERIFY_WITH_TIMEOUT(
        database->sql(m_server.database, u"SELECT count(*) FROM scans"_s) == u"4"_s, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(done() >= 100, 60'000);
    ::kill(static_cast<pid_t>(scan->processId()), SIGINT);
    const QJsonObject told = finished(*scan, 130);
    QVERIFY(!told[u"completed"_s].toBool());
    QCOMPARE(told[u"doneHere"_s].toInt(), done()); // all that was seen is kept
    QCOMPARE(database->sql(m_server.database,
                 u"SELECT count(*) FROM scan_queue WHERE done_at IS NULL AND claimed_until > 0"_s),
        u"0"_s);
}

void tst_Scan::tellsTheOverview()
{
    const auto overview = started(
        {u"overview"_s, u"--workload"_s, u"ad"_s, u"--state"_s, u"in-step"_s, u"--limit"_s, u"3"_s});
    const QJsonObject told = finished(*overview);
    QVERIFY(told[u"total"_s].toInt() >= bulkPeople);
    QCOMPARE(told[u"people"_s].toArray().size(), 3);
    QCOMPARE(told[u"people"_s][0][u"workloads"_s][0][u"state"_s].toString(), u"in-step"_s);
    QVERIFY(told[u"more"_s].toBool());
    const auto wrong = started({u"overview"_s, u"--state"_s, u"perfect"_s});
    QCOMPARE(finished(*wrong, 2)[u"error"_s][u"code"_s].toString(), u"usage"_s);
}

void tst_Scan::writesReports()
{
    const auto overview
        = started({u"overview"_s, u"--csv"_s, at(u"all.csv"_s), u"--html"_s, at(u"all.html"_s)});
    finished(*overview);
    QFile csv(at(u"all.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = csv.readAll().split('\n');
    QCOMPARE(lines.size(), m_people + 2); // the head, and nothing after the last line's end
    QVERIFY(lines[0].startsWith("\xef\xbb\xbfkey,name,mail,department,overall"));
    QFile html(at(u"all.html"_s));
    QVERIFY(html.open(QIODevice::ReadOnly));
    QVERIFY(html.readAll().contains("<h1>Photos of Lab</h1>"));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    DirectoryLab directory(DirectoryLab::Kind::Samba);
    PostgresLab database;
    directory.setBulk(bulkPeople);
    if (const int refused = database.start(); refused != 0)
        return refused;
    if (const int refused = directory.start(); refused != 0)
        return refused;
    tst_Scan::directory = &directory;
    tst_Scan::database = &database;
    tst_Scan test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_scan.moc"
