// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/sandbox/servers/sandboxclient.h"

#include <QElapsedTimer>
#include <QSslSocket>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

class tst_SandboxServers : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void showsTheCertificateAskedFor_data();
    void showsTheCertificateAskedFor();
    void failsAsAsked_data();
    void failsAsAsked();
    void failsOnlyWhatIsMeant();
    void remembersWhatArrived();
    void endsWhileSomebodyIsConnected();
    void answersManyAtOnce();
};

namespace {

Sent photoRequest(const RunningServers &sandbox)
{
    QUrl url = sandbox.at.ews;
    url.setPath(url.path() + u"/s/GetUserPhoto"_s);
    url.setQuery(u"email=bo.lind@lab.likeness.test&size=HR48x48"_s);
    return {.url = url, .headers = {basic(sandbox.world.helpdesk())}};
}

} // namespace

void tst_SandboxServers::showsTheCertificateAskedFor_data()
{
    QTest::addColumn<int>("tls");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("good") << int(SandboxTls::Good) << 404 << QString();
    QTest::newRow("expired") << int(SandboxTls::Expired) << 0 << u"expired"_s;
    QTest::newRow("wrong name") << int(SandboxTls::WrongName) << 0 << u"host name"_s;
}

void tst_SandboxServers::showsTheCertificateAskedFor()
{
    QFETCH(const int, tls);
    QFETCH(const QString, complaint);
    RunningServers sandbox(static_cast<SandboxTls>(tls));
    sandbox.world.changePhotos(u"bo.lind"_s, [](SandboxPhotos &photos) { photos = {}; });
    const Answer answer = sandbox.send(photoRequest(sandbox));
    QTEST(answer.status, "status");
    QCOMPARE(answer.tlsErrors.size(), complaint.isEmpty() ? 0 : 1);
    QVERIFY2(answer.tlsErrors.join(u' ').contains(complaint), qPrintable(answer.tlsErrors.join(u' ')));
}

void tst_SandboxServers::failsAsAsked_data()
{
    using enum SandboxFault::Kind;
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("error");
    QTest::newRow("throttled") << int(Throttled) << 429 << int(QNetworkReply::UnknownContentError);
    QTest::newRow("busy") << int(Busy) << 500 << int(QNetworkReply::InternalServerError);
    QTest::newRow("unauthorised") << int(Unauthorised) << 401
                                  << int(QNetworkReply::AuthenticationRequiredError);
    QTest::newRow("dropped before") << int(DroppedBefore) << 0 << int(QNetworkReply::RemoteHostClosedError);
    QTest::newRow("dropped after") << int(DroppedAfter) << 0 << int(QNetworkReply::RemoteHostClosedError);
    QTest::newRow("truncated") << int(Truncated) << 200 << int(QNetworkReply::RemoteHostClosedError);
    QTest::newRow("delayed") << int(Delay) << 200 << int(QNetworkReply::NoError);
    QTest::newRow("wrong type") << int(WrongType) << 200 << int(QNetworkReply::NoError);
    QTest::newRow("malformed") << int(Malformed) << 200 << int(QNetworkReply::NoError);
}

void tst_SandboxServers::failsAsAsked()
{
    QFETCH(const int, kind);
    RunningServers sandbox;
    sandbox.world.setMailboxPhoto(u"bo.lind"_s, QByteArray(5000, 'p'));
    using namespace std::chrono_literals;
    sandbox.servers.fail(SandboxService::Exchange,
        {.kind = static_cast<SandboxFault::Kind>(kind), .requests = 5, .delay = 150ms, .retryAfter = 7});
    QElapsedTimer timer;
    timer.start();
    const Answer answer = sandbox.send(photoRequest(sandbox));
    if (answer.status != 0) // Qt asks again when a connection ends without an answer
        QCOMPARE(sandbox.servers.requests().size(), 1);
    sandbox.servers.mend();
    QTEST(answer.status, "status");
    QTEST(int(answer.error), "error");
    switch (static_cast<SandboxFault::Kind>(kind)) {
    case SandboxFault::Kind::Throttled:
        QCOMPARE(answer.headers.value("retry-after"), "7");
        break;
    case SandboxFault::Kind::Busy:
        QVERIFY(answer.body.contains("ErrorServerBusy"));
        QVERIFY(answer.body.contains("<t:Value Name=\"BackOffMilliseconds\">150</t:Value>"));
        break;
    case SandboxFault::Kind::Truncated:
        QVERIFY(answer.body.size() < 5000);
        break;
    case SandboxFault::Kind::Delay:
        QVERIFY(timer.elapsed() >= 150);
        break;
    case SandboxFault::Kind::WrongType:
        QVERIFY(answer.headers.value("content-type").startsWith("text/html"));
        break;
    default:
        break;
    }
    const Answer next = sandbox.send(photoRequest(sandbox));
    QCOMPARE(next.status, 200);
    QCOMPARE(next.body, QByteArray(5000, 'p'));
}

void tst_SandboxServers::failsOnlyWhatIsMeant()
{
    RunningServers sandbox;
    sandbox.world.setMailboxPhoto(u"bo.lind"_s, "photo");
    sandbox.servers.fail(SandboxService::Exchange,
        {.kind = SandboxFault::Kind::Failed, .requests = 2, .matching = "size=HR96x96", .status = 502});
    sandbox.servers.fail(SandboxService::Graph, {.kind = SandboxFault::Kind::Failed, .status = 502});
    Sent larger = photoRequest(sandbox);
    larger.url.setQuery(u"email=bo.lind@lab.likeness.test&size=HR96x96"_s);
    QCOMPARE(sandbox.send(photoRequest(sandbox)).status, 200);
    QCOMPARE(sandbox.send(larger).status, 502);
    sandbox.servers.mend();
    QCOMPARE(sandbox.send(larger).status, 200);
}

void tst_SandboxServers::remembersWhatArrived()
{
    RunningServers sandbox;
    sandbox.world.setMailboxPhoto(u"bo.lind"_s, "photo");
    sandbox.send(photoRequest(sandbox));
    const QList<RecordedRequest> seen = sandbox.servers.requests();
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.first().service, SandboxService::Exchange);
    QCOMPARE(seen.first().request.verb, "GET");
    QCOMPARE(seen.first().request.target,
        "/ews/Exchange.asmx/s/GetUserPhoto?email=bo.lind@lab.likeness.test&size=HR48x48");
    QVERIFY(seen.first().request.header("authorization")->startsWith("Basic "));
    QCOMPARE(seen.first().status, 200);
    sandbox.servers.forgetRequests();
    QVERIFY(sandbox.servers.requests().isEmpty());
}

void tst_SandboxServers::endsWhileSomebodyIsConnected()
{
    QElapsedTimer timer;
    QSslSocket idle;
    {
        RunningServers sandbox;
        idle.setPeerVerifyMode(QSslSocket::VerifyNone);
        idle.connectToHostEncrypted(u"127.0.0.1"_s, static_cast<quint16>(sandbox.at.ews.port()));
        QVERIFY(idle.waitForEncrypted());
        sandbox.servers.fail(
            SandboxService::Exchange, {.kind = SandboxFault::Kind::Delay, .delay = std::chrono::hours(1)});
        idle.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        idle.flush();
        while (sandbox.servers.requests().isEmpty())
            QTest::qWait(1);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void tst_SandboxServers::answersManyAtOnce()
{
    RunningServers sandbox;
    sandbox.world.setMailboxPhoto(u"bo.lind"_s, QByteArray(20'000, 'p'));
    QNetworkAccessManager network;
    QSslConfiguration trust = QSslConfiguration::defaultConfiguration();
    trust.setCaCertificates(QSslCertificate::fromPath(sandbox.at.caFile));
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    int finished = 0;
    for (int i = 0; i < 60; ++i) {
        QNetworkRequest request(photoRequest(sandbox).url);
        request.setSslConfiguration(trust);
        request.setRawHeader("Authorization", basic(sandbox.world.helpdesk()).second);
        replies.emplace_back(network.get(request));
        connect(replies.back().get(), &QNetworkReply::finished, this, [&finished] { ++finished; });
    }
    QTRY_COMPARE_WITH_TIMEOUT(finished, 60, 20'000);
    for (const auto &reply : replies)
        QCOMPARE(reply->readAll().size(), 20'000);
    QCOMPARE(sandbox.servers.requests().size(), 60);
}

QTEST_GUILESS_MAIN(tst_SandboxServers)
#include "tst_sandboxservers.moc"
