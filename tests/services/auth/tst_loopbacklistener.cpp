// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/browsersignin.h"
#include "services/auth/loopbacklistener.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What a browser would get for these bytes.
QByteArray answerTo(
    quint16 port, const QByteArray &bytes, const QHostAddress &address = QHostAddress::LocalHost)
{
    QTcpSocket socket;
    socket.connectToHost(address, port);
    socket.write(bytes);
    const bool ended
        = QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, 5000);
    return ended ? socket.readAll() : "no end";
}

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

const LoopbackPage page {u"Signed in <ä>"_s, u"You can close this page & go on."_s};

} // namespace

class tst_LoopbackListener : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void takesTheRightOne();
    void takesItOverIPv6();
    void ignoresOthers_data();
    void ignoresOthers();
    void endsByItself();
    void closesWhenDropped();
    void signsIn();
    void noBrowser();
    void forgedAnswer();
};

void tst_LoopbackListener::takesTheRightOne()
{
    auto *listener = new LoopbackListener("s+t/1", page, 1min);
    const JobPtr<QUrl> job(listener);
    QCOMPARE(listener->address().host(), u"localhost"_s);
    QCOMPARE(listener->address().path(), u"/"_s);
    const auto port = static_cast<quint16>(listener->address().port());
    job->start();
    const QByteArray shown = answerTo(port, get("/?code=a%2Fb&state=s%2Bt%2F1"));
    QVERIFY2(shown.startsWith("HTTP/1.1 200 "), shown.constData());
    QVERIFY(shown.contains("<h1>Signed in &lt;\xc3\xa4&gt;</h1>"));
    QVERIFY(shown.contains("close this page &amp; go on."));
    QVERIFY(job->isFinished());
    QCOMPARE(QUrlQuery(*job->result()).queryItemValue(u"code"_s, QUrl::FullyDecoded), u"a/b"_s);
    QTcpSocket late;
    late.connectToHost(QHostAddress::LocalHost, port);
    QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
}

void tst_LoopbackListener::takesItOverIPv6()
{
    auto *listener = new LoopbackListener("s", page, 1min);
    const JobPtr<QUrl> job(listener);
    const auto port = static_cast<quint16>(listener->address().port());
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6))
        QSKIP("no IPv6 on this machine");
    job->start();
    QVERIFY(answerTo(port, get("/?code=a&state=s"), QHostAddress::LocalHostIPv6).contains(" 200 "));
    QVERIFY(job->isFinished() && job->result());
}

void tst_LoopbackListener::ignoresOthers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another path") << get("/favicon.ico");
    QTest::newRow("another path with our state") << get("/x?code=a&state=s");
    QTest::newRow("no state") << get("/?code=evil");
    QTest::newRow("wrong state") << get("/?code=evil&state=t");
    QTest::newRow("longer state") << get("/?code=evil&state=ss");
    QTest::newRow("a form") << QByteArray("POST /?code=a&state=s HTTP/1.1\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("a preflight") << QByteArray("OPTIONS /?code=a&state=s HTTP/1.1\r\n\r\n");
    QTest::newRow("a proxy's") << get("http://evil.test/?code=a&state=t");
    QTest::newRow("not HTTP") << QByteArray("SSH-2.0-x\r\n\r\n");
    QTest::newRow("endless") << QByteArray(100'000, 'x');
}

void tst_LoopbackListener::ignoresOthers()
{
    QFETCH(const QByteArray, bytes);
    auto *listener = new LoopbackListener("s", page, 1min);
    const JobPtr<QUrl> job(listener);
    const auto port = static_cast<quint16>(listener->address().port());
    job->start();
    const QByteArray shown = answerTo(port, bytes);
    QVERIFY2(shown.isEmpty() || shown.startsWith("HTTP/1.1 404 "), shown.constData());
    QVERIFY(!job->isFinished());
    QVERIFY(answerTo(port, get("/?code=a&state=s")).contains(" 200 "));
    QVERIFY(job->isFinished() && job->result());
}

void tst_LoopbackListener::endsByItself()
{
    const auto result = outcome(JobPtr<QUrl>(new LoopbackListener("s", page, 20ms)));
    QCOMPARE(result.error().code, Errc::Timeout);
}

void tst_LoopbackListener::closesWhenDropped()
{
    auto *listener = new LoopbackListener("s", page, 1min);
    JobPtr<QUrl> job(listener);
    const auto port = static_cast<quint16>(listener->address().port());
    job->start();
    job.reset();
    QTcpSocket late;
    late.connectToHost(QHostAddress::LocalHost, port);
    QTRY_COMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
}

void tst_LoopbackListener::signsIn()
{
    ScriptedTransport tokens([](const HttpRequest &) {
        return HttpReply {
            .status = 200, .body = R"({"access_token":"a","refresh_token":"r","token_type":"Bearer"})"};
    });
    QByteArray challenge;
    QString redirect;
    BrowserSignInSettings settings {
        .oauth = {.authorize = QUrl(u"https://login.test/a"_s), .clientId = u"c"_s}};
    settings.openBrowser = [&](const QUrl &address) {
        const QUrlQuery query(address);
        challenge = query.queryItemValue(u"code_challenge"_s).toLatin1();
        redirect = query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded);
        const QByteArray target = "/?code=C&state=" + query.queryItemValue(u"state"_s).toLatin1();
        const auto port = static_cast<quint16>(QUrl(redirect).port());
        QMetaObject::invokeMethod(
            this, [port, target] { answerTo(port, get(target)); }, Qt::QueuedConnection);
        return true;
    };
    const auto result = outcome(browserSignIn(tokens, settings));
    QVERIFY(result);
    QCOMPARE(result->accessToken, QByteArray("a"));
    QCOMPARE(tokens.requests.size(), 1);
    const QUrlQuery sent(QString::fromLatin1(tokens.requests.first().body));
    QCOMPARE(sent.queryItemValue(u"code"_s), u"C"_s);
    QCOMPARE(sent.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded), redirect);
    const QByteArray verifier = sent.queryItemValue(u"code_verifier"_s).toLatin1();
    QCOMPARE(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                 .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
        challenge);
}

void tst_LoopbackListener::noBrowser()
{
    ScriptedTransport tokens([](const HttpRequest &) { return HttpReply {}; });
    BrowserSignInSettings settings {.oauth = {.authorize = QUrl(u"https://login.test/a"_s)}};
    settings.openBrowser = [](const QUrl &) { return false; };
    QCOMPARE(outcome(browserSignIn(tokens, settings)).error().code, Errc::Local);
}

void tst_LoopbackListener::forgedAnswer()
{
    ScriptedTransport tokens([](const HttpRequest &) { return HttpReply {}; });
    BrowserSignInSettings settings {
        .oauth = {.authorize = QUrl(u"https://login.test/a"_s), .issuer = u"https://login.test"_s}};
    settings.openBrowser = [this](const QUrl &address) {
        const QUrlQuery query(address);
        const QByteArray target
            = "/?code=C&iss=https%3A%2F%2Fevil.test&state=" + query.queryItemValue(u"state"_s).toLatin1();
        const int port = QUrl(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded)).port();
        QMetaObject::invokeMethod(
            this, [port, target] { answerTo(static_cast<quint16>(port), get(target)); },
            Qt::QueuedConnection);
        return true;
    };
    const auto result = outcome(browserSignIn(tokens, settings));
    QCOMPARE(result.error().code, Errc::BadReply);
    QCOMPARE(tokens.requests.size(), 0); // the code goes nowhere
}

QTEST_GUILESS_MAIN(tst_LoopbackListener)
#include "tst_loopbacklistener.moc"
