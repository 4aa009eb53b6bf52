// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/qthttptransport.h"
#include "tests/support/jobs.h"
#include "tests/support/rawhttpserver.h"
#include "tests/support/testcertificates.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Raw = RawHttpServer;

HttpTransportSettings direct(const QString &caFile)
{
    return {.caFile = caFile, .proxy = QNetworkProxy(QNetworkProxy::NoProxy)};
}

HttpRequest requestTo(const QUrl &url, const QByteArray &verb = "GET", const QByteArray &body = {})
{
    HttpRequest request {.verb = verb, .url = url};
    request.body = body;
    return request;
}

} // namespace

/// What stands between us and a server: certificates, servers without TLS, proxies.
class tst_HttpsAndProxies : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void certificates_data();
    void certificates();
    void caFileWithoutCertificate();
    void noTlsThere();
    void proxy();

private:
    TestCertificates m_certificates;
};

void tst_HttpsAndProxies::certificates_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("ca");
    QTest::addColumn<std::optional<Errc>>("expected");
    using Maybe = std::optional<Errc>;
    QTest::newRow("good") << u"good"_s << u"ca"_s << Maybe();
    QTest::newRow("expired") << u"expired"_s << u"ca"_s << Maybe(Errc::CertificateExpired);
    QTest::newRow("wrong name") << u"wrongname"_s << u"ca"_s << Maybe(Errc::CertificateWrongName);
    QTest::newRow("other CA") << u"good"_s << u"otherca"_s << Maybe(Errc::CertificateUnknownIssuer);
    QTest::newRow("no CA") << u"good"_s << QString() << Maybe(Errc::CertificateUnknownIssuer);
}

void tst_HttpsAndProxies::certificates()
{
    QFETCH(const QString, server);
    QFETCH(const QString, ca);
    QFETCH(const std::optional<Errc>, expected);
    Raw raw([](QTcpSocket &socket, const Raw::Request &) { socket.write(Raw::reply(200, "ok")); },
        m_certificates.server(server));
    const auto transport = makeTransport(direct(ca.isEmpty() ? QString() : m_certificates.caFile(ca)));
    const auto result = outcome(transport->send(requestTo(raw.url(u"/"_s), "PUT", "secret")));
    QCOMPARE(bool(result), !expected);
    QCOMPARE(raw.requests.size(), expected ? 0 : 1);
    if (!expected)
        return;
    QCOMPARE(result.error().code, *expected);
    const QString &detail = result.error().detail;
    QVERIFY2(detail.contains(u"Likeness lab " + server) && detail.contains(u"issued by Likeness lab ca"),
        qPrintable(detail));
    QVERIFY(detail.contains(server == u"expired" ? u"to 2020-02-01" : u"to 2049-01-01"));
    QVERIFY(!detail.contains(u"not known"));
}

void tst_HttpsAndProxies::caFileWithoutCertificate()
{
    const auto none = makeTransport(direct(m_certificates.file(u"missing.pem"_s)));
    const auto result = outcome(none->send(requestTo(QUrl(u"https://127.0.0.1:1/"_s))));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::BadInput);
    QVERIFY(result.error().detail.contains(u"missing.pem"));
}

void tst_HttpsAndProxies::noTlsThere()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, this, [&plain] {
        QTcpSocket *socket = plain.nextPendingConnection();
        socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        socket->disconnectFromHost();
    });
    const auto transport = makeTransport(direct({}));
    const QUrl url(u"https://127.0.0.1:%1/"_s.arg(plain.serverPort()));
    const auto result = outcome(transport->send(requestTo(url)));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::BadReply);
    // one that says nothing at all: the write was never sent
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    HttpRequest write = requestTo(QUrl(u"https://127.0.0.1:%1/"_s.arg(mute.serverPort())), "PUT", "x");
    write.timeLimit = 200ms;
    const auto silent = outcome(transport->send(write));
    QVERIFY(!silent);
    QCOMPARE(silent.error().code, Errc::Timeout);
    QVERIFY(!silent.error().detail.contains(u"not known"));
}

void tst_HttpsAndProxies::proxy()
{
    // a proxy that knows where the name leads, which nobody else does
    Raw proxy([](QTcpSocket &socket, const Raw::Request &request) {
        socket.write(Raw::reply(200, "through " + request.target));
    });
    HttpTransportSettings settings;
    settings.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.port());
    const auto transport = makeTransport(settings);
    const auto result = outcome(transport->send(requestTo(QUrl(u"http://photos.invalid/a"_s))));
    QVERIFY(result);
    QCOMPARE(result->body, QByteArray("through http://photos.invalid/a"));

    Raw refusing([](QTcpSocket &socket, const Raw::Request &) {
        socket.write(Raw::reply(407, {}, "Proxy-Authenticate: Basic realm=\"p\"\r\n"));
    });
    settings.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, refusing.port());
    const auto refused = makeTransport(settings);
    const auto tunnel = outcome(refused->send(requestTo(QUrl(u"https://photos.invalid/"_s), "PUT", "x")));
    QVERIFY(!tunnel);
    QCOMPARE(tunnel.error().code, Errc::ProxyFailed);
    QVERIFY2(
        tunnel.error().detail.contains(u"proxy", Qt::CaseInsensitive), qPrintable(tunnel.error().detail));
    QVERIFY(!tunnel.error().detail.contains(u"not known"));
}

QTEST_GUILESS_MAIN(tst_HttpsAndProxies)
#include "tst_httpsandproxies.moc"
