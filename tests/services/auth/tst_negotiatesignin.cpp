// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/negotiatesignin.h"
#include "services/net/clockwatch.h"
#include "services/net/qthttptransport.h"
#include "services/net/signedintransport.h"
#include "tests/support/jobs.h"
#include "tests/support/testcertificates.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

/// Kerberos against an MIT KDC and Apache with mod_auth_gssapi over TLS.
class tst_NegotiateSignIn : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void cleanupTestCase();
    void signsIn();
    void signsAWriteOnANewConnection();
    void boundToTheCertificate();
    void noTicket_data();
    void noTicket();
    void unknownService();
    void ticketOfTomorrow();
    void serverOfTomorrow();
    void onlyOverTls();

private:
    void useTicket(const QString &name) { qputenv("KRB5CCNAME", QFile::encodeName(m_dir.filePath(name))); }
    std::unique_ptr<HttpTransport> transport() const
    {
        return makeTransport(
            {.caFile = m_certificates.caFile(), .proxy = QNetworkProxy(QNetworkProxy::NoProxy)});
    }

    TestCertificates m_certificates;
    QTemporaryDir m_dir;
    QProcess m_lab;
    QUrl m_url;
    QUrl m_urlAhead; ///< where it is an hour later
    QThreadPool m_pool;
};

void tst_NegotiateSignIn::initTestCase()
{
    m_lab.setProcessChannelMode(QProcess::MergedChannels);
    m_lab.start(QStringLiteral(LIKENESS_KERBEROS_LAB),
        {m_dir.path(), m_certificates.file(u"good.pem"_s), m_certificates.file(u"good.key"_s)});
    static const QRegularExpression line(
        u"^url (https://\\S+) (https://\\S+)$"_s, QRegularExpression::MultilineOption);
    QString said;
    QVERIFY(QTest::qWaitFor(
        [&] {
            said += QString::fromUtf8(m_lab.readAll());
            return m_lab.state() == QProcess::NotRunning || line.match(said).hasMatch();
        },
        60'000));
    if (m_lab.state() == QProcess::NotRunning && m_lab.exitCode() == 77)
        QSKIP(qPrintable(said));
    QVERIFY2(line.match(said).hasMatch(), qPrintable(said));
    m_url = QUrl(line.match(said).captured(1));
    m_urlAhead = QUrl(line.match(said).captured(2));
    qputenv("KRB5_CONFIG", QFile::encodeName(m_dir.filePath(u"krb5.conf"_s)));
}

void tst_NegotiateSignIn::cleanupTestCase()
{
    m_lab.closeWriteChannel();
    if (m_lab.state() != QProcess::NotRunning)
        QVERIFY(m_lab.waitForFinished());
}

void tst_NegotiateSignIn::signsIn()
{
    useTicket(u"kim.ccache"_s);
    QCOMPARE(outcome(transport()->send({.url = m_url}))->status, 401); // without
    NegotiateSignIn signIn(m_pool);
    SignedInTransport signedIn(transport(), signIn);
    for (int i = 0; i < 3; ++i) { // each with a token of its own: none is a replay
        const auto result = outcome(signedIn.send({.url = m_url}));
        QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
        QCOMPARE(result->status, 200);
        QCOMPARE(result->body, QByteArray("photo\n"));
        QCOMPARE(result->header("X-Signed-In-As"), QByteArray("kim@CONTOSO.TEST"));
    }
}

void tst_NegotiateSignIn::signsAWriteOnANewConnection()
{
    useTicket(u"kim.ccache"_s);
    NegotiateSignIn signIn(m_pool);
    SignedInTransport signedIn(transport(), signIn);
    const auto result
        = outcome(signedIn.send({.verb = "POST", .url = m_url, .body = QByteArray(100'000, 'x')}));
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QVERIFY(result->status != 401);
    QCOMPARE(result->header("X-Signed-In-As"), QByteArray("kim@CONTOSO.TEST"));
}

/// After a refusal has shown the certificate; this server takes such a token too (that one which insists on
/// it does, has not been seen).
void tst_NegotiateSignIn::boundToTheCertificate()
{
    useTicket(u"kim.ccache"_s);
    const auto refusal = outcome(transport()->send({.url = m_url}));
    QCOMPARE(refusal->status, 401);
    QVERIFY(refusal->channelBinding.startsWith("tls-server-end-point:"));
    QCOMPARE(refusal->channelBinding.size(), 21 + 32); // SHA-256, as our CA signs
    NegotiateSignIn signIn(m_pool);
    QCOMPARE(*outcome(signIn.renewed(*refusal)), true);
    QCOMPARE(*outcome(signIn.renewed(*refusal)), false); // nothing newer
    SignedInTransport signedIn(transport(), signIn);
    QCOMPARE(outcome(signedIn.send({.url = m_url}))->status, 200);
}

void tst_NegotiateSignIn::noTicket_data()
{
    QTest::addColumn<QString>("cache");
    QTest::newRow("none") << u"missing.ccache"_s;
    QTest::newRow("expired") << u"expired.ccache"_s;
}

void tst_NegotiateSignIn::noTicket()
{
    QFETCH(const QString, cache);
    useTicket(cache);
    NegotiateSignIn signIn(m_pool);
    const auto result = outcome(signIn.signedRequest({.url = m_url}));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::NoTicket);
    QVERIFY2(result.error().detail.startsWith(u"HTTP@localhost: "), qPrintable(result.error().detail));
}

void tst_NegotiateSignIn::unknownService()
{
    useTicket(u"kim.ccache"_s);
    NegotiateSignIn signIn(m_pool);
    const auto result = outcome(signIn.signedRequest({.url = QUrl(u"https://mail.localhost/"_s)}));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::NoTicket);
}

/// It came from a KDC whose clock is an hour ahead of the one that is asked now.
void tst_NegotiateSignIn::ticketOfTomorrow()
{
    useTicket(u"ahead.ccache"_s);
    NegotiateSignIn signIn(m_pool);
    const auto result = outcome(signIn.signedRequest({.url = m_url}));
    QVERIFY(!result);
    QVERIFY2(result.error().code == Errc::ClockWrong, qPrintable(result.error().detail));
}

/// The ticket is good, and the server takes it for one of an hour ago.
void tst_NegotiateSignIn::serverOfTomorrow()
{
    useTicket(u"kim.ccache"_s);
    NegotiateSignIn signIn(m_pool);
    ServerClock clock;
    SignedInTransport signedIn(std::make_unique<ClockWatch>(transport(), clock), signIn);
    const auto result = outcome(signedIn.send({.url = m_urlAhead}));
    QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
    QCOMPARE(result->status, 401);
    QVERIFY(clock.error());
    QCOMPARE(clock.error()->code, Errc::ClockWrong);
}

void tst_NegotiateSignIn::onlyOverTls()
{
    useTicket(u"kim.ccache"_s);
    NegotiateSignIn signIn(m_pool);
    const auto result = outcome(signIn.signedRequest({.url = QUrl(u"http://localhost/"_s)}));
    QCOMPARE(result.error().code, Errc::EncryptionNeeded);
}

QTEST_GUILESS_MAIN(tst_NegotiateSignIn)
#include "tst_negotiatesignin.moc"
