// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/passwordsignin.h"
#include "services/net/qthttptransport.h"
#include "services/net/signedintransport.h"
#include "services/secrets/memorysecretstore.h"
#include "tests/support/directorylab.h"
#include "tests/support/jobs.h"
#include "tests/support/testcertificates.h"

#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

/// NTLM against Samba's own checking of every message, with the accounts of a real Active Directory.
class tst_NtlmSignIn : public QObject
{
    Q_OBJECT

public:
    explicit tst_NtlmSignIn(const DirectoryLab &lab)
        : m_lab(lab)
    {
    }

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void signsIn_data();
    void signsIn();
    void aConnectionStaysSignedIn();
    void aWriteArrivesOnce();
    void refused_data();
    void refused();

private:
    std::unique_ptr<HttpTransport> transport() const
    {
        return makeTransport(
            {.caFile = m_certificates.caFile(), .proxy = QNetworkProxy(QNetworkProxy::NoProxy)});
    }
    void keep(const QString &password) { QVERIFY(outcome(m_secrets.save(u"key"_s, password.toUtf8()))); }
    /// What came to the server, by the account of somebody else.
    QStringList seen();

    const DirectoryLab &m_lab;
    TestCertificates m_certificates;
    MemorySecretStore m_secrets;
    QProcess m_server;
    QUrl m_url;
};

void tst_NtlmSignIn::initTestCase()
{
    const QString settings = QFileInfo(m_lab.value(u"krb5Config"_s)).path() + u"/smb.conf"_s;
    m_server.setStandardErrorFile(QProcess::nullDevice()); // Samba's log of sign-ins
    m_server.start(QStringLiteral(LIKENESS_NTLM_SERVER),
        {settings, m_certificates.file(u"good.pem"_s), m_certificates.file(u"good.key"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(m_server.canReadLine() || m_server.state() == QProcess::NotRunning, 30'000);
    m_url = QUrl(QString::fromUtf8(m_server.readLine()).trimmed());
    QCOMPARE(m_url.scheme(), u"https"_s);
}

void tst_NtlmSignIn::cleanupTestCase()
{
    m_server.closeWriteChannel();
    if (m_server.state() != QProcess::NotRunning)
        QVERIFY(m_server.waitForFinished());
}

QStringList tst_NtlmSignIn::seen()
{
    MemorySecretStore secrets;
    if (!outcome(secrets.save(u"key"_s, m_lab.account(u"helpdesk"_s, u"password"_s).toUtf8())))
        return {};
    PasswordSignIn signIn(PasswordScheme::Ntlm, m_lab.account(u"helpdesk"_s, u"down"_s), u"key"_s, secrets);
    SignedInTransport signedIn(transport(), signIn);
    const auto reply = outcome(signedIn.send({.url = m_url.resolved(QUrl(u"seen"_s))}));
    return reply ? QString::fromUtf8(reply->body).split(u'\n', Qt::SkipEmptyParts) : QStringList();
}

void tst_NtlmSignIn::signsIn_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("domain") << m_lab.account(u"user"_s, u"down"_s);
    QTest::newRow("principal") << m_lab.account(u"user"_s, u"upn"_s);
    QTest::newRow("account") << u"ada.reyes"_s;
}

void tst_NtlmSignIn::signsIn()
{
    QFETCH(const QString, name);
    keep(m_lab.account(u"user"_s, u"password"_s));
    PasswordSignIn signIn(PasswordScheme::Ntlm, name, u"key"_s, m_secrets);
    SignedInTransport signedIn(transport(), signIn);
    const auto reply = outcome(signedIn.send({.url = m_url}));
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->header("X-Signed-In-As"), QByteArray("ada.reyes"));
}

void tst_NtlmSignIn::aConnectionStaysSignedIn()
{
    keep(m_lab.account(u"user"_s, u"password"_s));
    PasswordSignIn signIn(PasswordScheme::Ntlm, m_lab.account(u"user"_s, u"down"_s), u"key"_s, m_secrets);
    SignedInTransport signedIn(transport(), signIn);
    QCOMPARE(outcome(signedIn.send({.url = m_url}))->status, 200);
    HttpRequest question {.verb = "POST", .url = m_url, .body = "<soap/>"};
    question.onlyAsks = true;
    const auto reply = outcome(signedIn.send(question));
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->body, QByteArray("POST 7"));
}

void tst_NtlmSignIn::aWriteArrivesOnce()
{
    keep(m_lab.account(u"user"_s, u"password"_s));
    PasswordSignIn signIn(PasswordScheme::Ntlm, m_lab.account(u"user"_s, u"down"_s), u"key"_s, m_secrets);
    SignedInTransport signedIn(transport(), signIn);
    const auto reply = outcome(signedIn.send({.verb = "PUT", .url = m_url, .body = QByteArray(98'765, 'x')}));
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
    QCOMPARE(reply->status, 200);
    QCOMPARE(seen().count(u"PUT ada.reyes 98765"_s), 1);
}

void tst_NtlmSignIn::refused_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("status"); // NTSTATUS, [MS-ERREF] 2.3.1
    const auto ofRole = [this](const QString &role) { return m_lab.account(role, u"password"_s); };
    QTest::newRow("wrong password") << u"otherUser"_s << u"wrong"_s << u"0xc000006a"_s;
    QTest::newRow("password expired")
        << u"expiredPassword"_s << ofRole(u"expiredPassword"_s) << u"0xc0000071"_s;
    QTest::newRow("must change") << u"mustChange"_s << ofRole(u"mustChange"_s) << u"0xc0000224"_s;
    QTest::newRow("disabled") << u"disabled"_s << ofRole(u"disabled"_s) << u"0xc0000072"_s;
    QTest::newRow("account expired") << u"expiredAccount"_s << ofRole(u"expiredAccount"_s) << u"0xc0000193"_s;
}

/// Once: every further try would count towards locking the account.
void tst_NtlmSignIn::refused()
{
    QFETCH(const QString, role);
    QFETCH(const QString, password);
    QFETCH(const QString, status);
    keep(password);
    PasswordSignIn signIn(PasswordScheme::Ntlm, m_lab.account(role, u"down"_s), u"key"_s, m_secrets);
    SignedInTransport signedIn(transport(), signIn);
    const qsizetype before = seen().count(u"refused "_s + status);
    const auto reply = outcome(signedIn.send({.verb = "PUT", .url = m_url, .body = "photo"}));
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().detail));
    QCOMPARE(reply->status, 401);
    const QStringList after = seen();
    QVERIFY2(after.count(u"refused "_s + status) == before + 1, qPrintable(after.join(u", ")));
    QVERIFY(!after.contains(u"PUT "_s + m_lab.account(role, u"down"_s).section(u'\\', 1) + u" 5"_s));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    DirectoryLab lab(DirectoryLab::Kind::Samba);
    if (const int code = lab.start(); code != 0)
        return code;
    tst_NtlmSignIn test(lab);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ntlmsignin.moc"
