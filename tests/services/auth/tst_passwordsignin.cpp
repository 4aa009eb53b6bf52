// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/passwordsignin.h"
#include "services/net/qthttptransport.h"
#include "services/net/signedintransport.h"
#include "services/secrets/memorysecretstore.h"
#include "tests/support/jobs.h"
#include "tests/support/rawhttpserver.h"
#include "tests/support/testcertificates.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

using Raw = RawHttpServer;

/// A challenge as a server sends it (type 2): no target information, so the answer need not be right to be
/// recognised as one.
const QByteArray ntlmChallenge
    = QByteArray("NTLMSSP\0\x02\0\0\0\0\0\0\0\x38\0\0\0\x01\x82\x08\0\x01\x23\x45\x67\x89\xab\xcd\xef"
                 "\0\0\0\0\0\0\0\0\0\0\0\0\x38\0\0\0\0\0\0\0\0\0\0\0",
        56);

/// Signs connections as IIS does: 401, a challenge, an answer, and from then on everything on that
/// connection.
class NtlmServer
{
public:
    void operator()(QTcpSocket &socket, const Raw::Request &request)
    {
        const QByteArray given = headerOf(request.headers, "Authorization").value_or(QByteArray());
        const QByteArray message = QByteArray::fromBase64(given.mid(5));
        if (message.startsWith(QByteArray("NTLMSSP\0\x03", 9)) && !refuse)
            signedIn.insert(request.connection);
        if (signedIn.contains(request.connection)) {
            done.append(request);
            socket.write(Raw::reply(200, "done"));
        } else if (message.startsWith(QByteArray("NTLMSSP\0\x01", 9))) {
            socket.write(Raw::reply(401, {}, "WWW-Authenticate: NTLM " + ntlmChallenge.toBase64() + "\r\n"));
        } else {
            socket.write(Raw::reply(401, "no", "WWW-Authenticate: NTLM\r\n"));
        }
    }
    bool refuse = false;
    QSet<int> signedIn;
    QList<Raw::Request> done;
};

} // namespace

class tst_PasswordSignIn : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void basic();
    void basicRefused();
    void noPassword();
    void onlyOverTls();
    void colonInTheName();
    void ntlm();
    void ntlmWriteFirst();
    void ntlmRefused();
    void ntlmAccountsDoNotMix();
    void ntlmWriteOnADyingConnection();

private:
    HttpRequest request(const Raw &server, const QByteArray &verb, const QByteArray &body = {})
    {
        return {.verb = verb,
            .url = server.url(u"/"_s),
            .headers = {{"Content-Type", "image/jpeg"}},
            .body = body};
    }
    std::unique_ptr<HttpTransport> transport()
    {
        return makeTransport(
            {.caFile = m_certificates.caFile(), .proxy = QNetworkProxy(QNetworkProxy::NoProxy)});
    }
    MemorySecretStore m_secrets;
    TestCertificates m_certificates;
};

void tst_PasswordSignIn::basic()
{
    Raw server(
        [](QTcpSocket &socket, const Raw::Request &request) {
            const QByteArray given = headerOf(request.headers, "Authorization").value_or(QByteArray());
            socket.write(given == "Basic a2lt4oKsOnDDpHNzOndvcmQ=" ? Raw::reply(200) : Raw::reply(401));
        },
        m_certificates.server());
    QVERIFY(outcome(m_secrets.save(u"kim"_s, "p\xc3\xa4ss:word")));
    PasswordSignIn signIn(PasswordScheme::Basic, u"kim€"_s, u"kim"_s, m_secrets);
    SignedInTransport signedIn(transport(), signIn);
    QCOMPARE(outcome(signedIn.send(request(server, "GET")))->status, 200);
}

void tst_PasswordSignIn::basicRefused()
{
    Raw server([](QTcpSocket &socket, const Raw::Request &) { socket.write(Raw::reply(401, "locked?")); },
        m_certificates.server());
    QVERIFY(outcome(m_secrets.save(u"kim"_s, "old")));
    PasswordSignIn signIn(PasswordScheme::Basic, u"kim"_s, u"kim"_s, m_secrets);
    SignedInTransport signedIn(transport(), signIn);
    const auto result = outcome(signedIn.send(request(server, "GET")));
    QCOMPARE(result->status, 401);
    QCOMPARE(server.requests.size(), 1); // once, or the account gets locked
}

void tst_PasswordSignIn::noPassword()
{
    PasswordSignIn signIn(PasswordScheme::Basic, u"kim"_s, u"nothing there"_s, m_secrets);
    const auto result = outcome(signIn.signedRequest({.url = QUrl(u"https://one.test/"_s)}));
    QCOMPARE(result.error().code, Errc::SignInNeeded);
}

void tst_PasswordSignIn::onlyOverTls()
{
    QVERIFY(outcome(m_secrets.save(u"kim"_s, "secret")));
    for (const PasswordScheme scheme : {PasswordScheme::Basic, PasswordScheme::Ntlm}) {
        PasswordSignIn signIn(scheme, u"kim"_s, u"kim"_s, m_secrets);
        const auto result = outcome(signIn.signedRequest({.url = QUrl(u"http://one.test/"_s)}));
        QCOMPARE(result.error().code, Errc::EncryptionNeeded);
    }
}

void tst_PasswordSignIn::colonInTheName()
{
    QVERIFY(outcome(m_secrets.save(u"kim"_s, "secret")));
    PasswordSignIn signIn(PasswordScheme::Basic, u"kim:x"_s, u"kim"_s, m_secrets);
    const auto result = outcome(signIn.signedRequest({.url = QUrl(u"https://one.test/"_s)}));
    QCOMPARE(result.error().code, Errc::BadInput);
}

void tst_PasswordSignIn::ntlm()
{
    NtlmServer ntlm;
    Raw server(
        [&](QTcpSocket &socket, const Raw::Request &asked) { ntlm(socket, asked); }, m_certificates.server());
    QVERIFY(outcome(m_secrets.save(u"kim"_s, "secret")));
    PasswordSignIn signIn(PasswordScheme::Ntlm, u"CONTOSO\\kim"_s, u"kim"_s, m_secrets);
    SignedInTransport signedIn(transport(), signIn);
    QCOMPARE(outcome(signedIn.send(request(server, "GET")))->status, 200);
    QCOMPARE(server.requests.size(), 3);
    HttpRequest question = request(server, "POST", "<soap/>");
    question.onlyAsks = true;
    QCOMPARE(outcome(signedIn.send(question))->status, 200);
    QCOMPARE(ntlm.done.last().body, QByteArray("<soap/>"));
    QCOMPARE(server.connections(), 1);
}

void tst_PasswordSignIn::ntlmWriteFirst()
{
    NtlmServer ntlm;
    Raw server(
        [&](QTcpSocket &socket, const Raw::Request &asked) { ntlm(socket, asked); }, m_certificates.server());
    QVERIFY(outcome(m_secrets.save(u"kim"_s, "secret")));
    PasswordSignIn signIn(PasswordScheme::Ntlm, u"kim"_s, u"kim"_s, m_secrets);
    SignedInTransport signedIn(transport(), signIn);
    const QByteArray photo(100'000, 'x');
    const auto result = outcome(signedIn.send(request(server, "PUT", photo)));
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QCOMPARE(result->status, 200);
    int bodies = 0;
    for (const Raw::Request &seen : std::as_const(server.requests))
        bodies += seen.body == photo ? 1 : 0;
    QCOMPARE(bodies, 1); // the connection was signed in by something small before
    QCOMPARE(ntlm.done.last().verb, QByteArray("PUT"));
}

void tst_PasswordSignIn::ntlmRefused()
{
    NtlmServer ntlm;
    ntlm.refuse = true;
    Raw server(
        [&](QTcpSocket &socket, const Raw::Request &asked) { ntlm(socket, asked); }, m_certificates.server());
    QVERIFY(outcome(m_secrets.save(u"kim"_s, "wrong")));
    PasswordSignIn signIn(PasswordScheme::Ntlm, u"kim"_s, u"kim"_s, m_secrets);
    SignedInTransport signedIn(transport(), signIn);
    for (const QByteArray verb : {"GET", "PUT"}) {
        server.requests.clear();
        const auto result = outcome(signedIn.send(request(server, verb, verb == "PUT" ? "photo" : "")));
        QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
        QCOMPARE(result->status, 401);
        int tries = 0;
        for (const Raw::Request &seen : std::as_const(server.requests)) {
            const QByteArray given = headerOf(seen.headers, "Authorization").value_or(QByteArray());
            tries += QByteArray::fromBase64(given.mid(5)).startsWith(QByteArray("NTLMSSP\0\x03", 9)) ? 1 : 0;
        }
        QVERIFY(tries <= 1); // or the account gets locked
    }
}

void tst_PasswordSignIn::ntlmAccountsDoNotMix()
{
    NtlmServer ntlm;
    Raw server(
        [&](QTcpSocket &socket, const Raw::Request &asked) { ntlm(socket, asked); }, m_certificates.server());
    const auto shared = transport();
    for (const QString &user : {u"kim"_s, u"amy"_s}) {
        HttpRequest asked = request(server, "GET");
        asked.login = HttpLogin {user, "secret"};
        QCOMPARE(outcome(shared->send(asked))->status, 200);
    }
    QCOMPARE(server.connections(), 2);
    QCOMPARE(outcome(shared->send(request(server, "GET")))->status, 401); // nobody
    QCOMPARE(server.connections(), 3);
}

void tst_PasswordSignIn::ntlmWriteOnADyingConnection()
{
    NtlmServer ntlm;
    int writes = 0;
    Raw server(
        [&](QTcpSocket &socket, const Raw::Request &asked) {
            if (asked.verb == "PUT" && ++writes > 0)
                return socket.abort();
            ntlm(socket, asked);
        },
        m_certificates.server());
    const auto way = transport();
    HttpRequest write = request(server, "PUT", "photo");
    write.login = HttpLogin {u"kim"_s, "secret"};
    const auto result = outcome(way->send(write));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Offline);
    QVERIFY(result.error().detail.contains(u"not known"));
    QCOMPARE(writes, 1);
}

QTEST_GUILESS_MAIN(tst_PasswordSignIn)
#include "tst_passwordsignin.moc"
