// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlledger.h"
#include "tests/support/postgreslab.h"
#include "tests/support/testcertificates.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

const EncodedPhoto photo = EncodedPhoto::of("a photo", QSize(96, 96));
const QByteArray wrongPassword = "close sesame";

LedgerEntry amysUpload()
{
    LedgerEntry entry;
    entry.organisation = u"contoso"_s;
    entry.personKey = u"amy"_s;
    return entry;
}

} // namespace

/// What only a ledger on a server can be: far away, particular about who comes, and gone for a moment.
class tst_LedgerServer final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void readsItsSettings_data();
    void readsItsSettings();
    void keepsItsSettings();
    void goesByTheNetwork_data();
    void goesByTheNetwork();
    void tellsAServerThatIsNotThere();
    void connectsAgain();
    void doesATransactionAgain();
    void goesOnBeingAliveAfterwards();
    void leavesANewerLedgerAlone();
    void isOpenToAccountsThatMayNotMakeTables();

public:
    static inline PostgresLab *lab = nullptr;
    static inline const TestCertificates *certificates = nullptr;
};

void tst_LedgerServer::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void tst_LedgerServer::readsItsSettings_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("wrong");
    const QJsonObject good {
        {u"host"_s, u"pg.contoso.example"_s}, {u"database"_s, u"likeness"_s}, {u"user"_s, u"amy"_s}};
    const auto with = [&good](const QString &key, const QJsonValue &value) {
        QJsonObject changed = good;
        changed.insert(key, value);
        return changed;
    };
    QTest::newRow("good") << good << QString();
    QTest::newRow("no host") << with(u"host"_s, {}) << u"ledger.host"_s;
    QTest::newRow("no database") << with(u"database"_s, u""_s) << u"ledger.database"_s;
    QTest::newRow("no user") << with(u"user"_s, 7) << u"ledger.user"_s;
    QTest::newRow("port too high") << with(u"port"_s, 70000) << u"ledger.port"_s;
    QTest::newRow("an option in the host") << with(u"host"_s, u"pg;sslmode=disable"_s) << u"ledger.host"_s;
}

void tst_LedgerServer::readsItsSettings()
{
    QFETCH(const QJsonObject, json);
    QFETCH(const QString, wrong);
    const Result<LedgerServer> server = LedgerServer::fromJson(json);
    QCOMPARE(server.hasValue(), wrong.isEmpty());
    if (server)
        QCOMPARE(server->port, 5432);
    else
        QVERIFY2(server.error().detail.startsWith(wrong), qPrintable(server.error().detail));
}

void tst_LedgerServer::keepsItsSettings()
{
    const LedgerServer server {u"pg.contoso.example"_s, 6432, u"likeness"_s, u"amy"_s, u"ca.pem"_s};
    QCOMPARE(*LedgerServer::fromJson(server.toJson()), server);
    QVERIFY(!server.isLocal());
    QVERIFY((LedgerServer {u"/run/postgresql"_s, 5432, {}, {}}).isLocal());
    QVERIFY((LedgerServer {u"::1"_s, 5432, {}, {}}).isLocal());
}

void tst_LedgerServer::goesByTheNetwork_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("ca");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<int>("expected");
    const auto code = [](Errc errc) { return static_cast<int>(errc); };
    // spelt like this it is not taken for this machine, and the certificate has to hold
    const QString far = u"LocalHost"_s;
    QTest::newRow("verified") << far << u"ca"_s << PostgresLab::password() << -1;
    QTest::newRow("this machine") << u"127.0.0.1"_s << QString() << PostgresLab::password() << -1;
    QTest::newRow("wrong password") << far << u"ca"_s << wrongPassword << code(Errc::SignInNeeded);
    QTest::newRow("no password") << far << u"ca"_s << QByteArray() << code(Errc::SignInNeeded);
    QTest::newRow("another authority")
        << far << u"otherca"_s << PostgresLab::password() << code(Errc::CertificateUnknownIssuer);
    QTest::newRow("no authority of its own")
        << far << QString() << PostgresLab::password() << code(Errc::CertificateUnknownIssuer);
    QTest::newRow("another name") << u"0.0.0.0"_s << u"ca"_s << PostgresLab::password()
                                  << code(Errc::CertificateWrongName);
}

void tst_LedgerServer::goesByTheNetwork()
{
    QFETCH(const QString, host);
    QFETCH(const QString, ca);
    QFETCH(const QByteArray, password);
    QFETCH(const int, expected);
    LedgerServer server = lab->overNetwork(lab->newDatabase(), host);
    if (!ca.isEmpty())
        server.caFile = certificates->caFile(ca);
    const Result<SqlLedger::Opening> opening = SqlLedger::open(server, password);
    if (expected < 0) {
        QVERIFY2(opening, opening ? "" : qPrintable(opening.error().detail));
        return;
    }
    QVERIFY(!opening);
    QVERIFY2(static_cast<int>(opening.error().code) == expected, qPrintable(opening.error().detail));
    QVERIFY(opening.error().detail.contains(server.title()));
    QVERIFY(!opening.error().detail.contains(QString::fromUtf8(wrongPassword)));
}

void tst_LedgerServer::tellsAServerThatIsNotThere()
{
    LedgerServer server = lab->newDatabase();
    server.host = u"/nowhere"_s;
    QCOMPARE(SqlLedger::open(server, {}).error().code, Errc::Offline);
    server = lab->newDatabase();
    server.database = u"elsewhere"_s;
    QCOMPARE(SqlLedger::open(server, {}).error().code, Errc::BadInput);
}

void tst_LedgerServer::connectsAgain()
{
    const LedgerServer server = lab->newDatabase();
    const auto opening = SqlLedger::open(server, {});
    QVERIFY(opening);
    const auto id = opening->ledger->begin(amysUpload(), {}, photo);
    QVERIFY(id);
    lab->cutConnections(server.database);
    const auto entry = opening->ledger->entry(*id);
    QVERIFY2(entry, entry ? "" : qPrintable(entry.error().detail));
    QCOMPARE(entry->personKey, u"amy"_s);
}

void tst_LedgerServer::doesATransactionAgain()
{
    const LedgerServer server = lab->newDatabase();
    const auto opening = SqlLedger::open(server, {});
    QVERIFY(opening);
    lab->cutConnections(server.database);
    const auto id = opening->ledger->begin(amysUpload(), {}, photo);
    QVERIFY2(id, id ? "" : qPrintable(id.error().detail));
    QCOMPARE(opening->ledger->history(u"contoso"_s, {})->size(), 1);
}

/// The mark goes away with the connection, and comes back with the next.
void tst_LedgerServer::goesOnBeingAliveAfterwards()
{
    const LedgerServer server = lab->newDatabase();
    const auto opening = SqlLedger::open(server, {});
    QVERIFY(opening);
    QVERIFY(opening->ledger->begin(amysUpload(), {}, photo));
    lab->cutConnections(server.database);
    QVERIFY(opening->ledger->history(u"contoso"_s, {}));
    const auto other = SqlLedger::open(server, {});
    QVERIFY(other);
    QVERIFY(other->ledger->unfinished()->isEmpty());
}

void tst_LedgerServer::leavesANewerLedgerAlone()
{
    const LedgerServer server = lab->newDatabase();
    QVERIFY(SqlLedger::open(server, {}));
    lab->sql(server.database, u"UPDATE ledger_schema SET version = 99"_s);
    QCOMPARE(SqlLedger::open(server, {}).error().code, Errc::Unsupported);
}

void tst_LedgerServer::isOpenToAccountsThatMayNotMakeTables()
{
    LedgerServer server = lab->newDatabase();
    QVERIFY(SqlLedger::open(server, {}));
    lab->sql(u"postgres"_s, u"CREATE ROLE helpdesk LOGIN"_s);
    lab->sql(server.database,
        u"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO helpdesk"_s);
    server.user = u"helpdesk"_s;
    const auto opening = SqlLedger::open(server, {});
    QVERIFY2(opening, opening ? "" : qPrintable(opening.error().detail));
    const auto id = opening->ledger->begin(amysUpload(), {}, photo);
    QVERIFY2(id, id ? "" : qPrintable(id.error().detail));
    lab->sql(server.database, u"REVOKE INSERT ON entries FROM helpdesk"_s);
    QCOMPARE(opening->ledger->begin(amysUpload(), {}, photo).error().code, Errc::Forbidden);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const TestCertificates certificates;
    PostgresLab lab;
    if (const int refused = lab.start(&certificates); refused != 0)
        return refused;
    tst_LedgerServer::lab = &lab;
    tst_LedgerServer::certificates = &certificates;
    tst_LedgerServer test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ledgerserver.moc"
