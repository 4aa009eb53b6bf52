// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/browsersignin.h"
#include "services/auth/devicesignin.h"
#include "services/auth/oauthsignin.h"
#include "services/net/qthttptransport.h"
#include "services/net/signedintransport.h"
#include "services/secrets/memorysecretstore.h"
#include "tests/support/jobs.h"
#include "tests/support/testcertificates.h"

#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 60'000; // ms; node starts slowly on a busy machine

/// Ten times as fast as the real one.
class HurriedPacing final : public Pacing
{
public:
    std::chrono::milliseconds now() const override { return m_real.now() * 10; }
    void after(std::chrono::milliseconds time, QObject *context, std::function<void()> call) override
    {
        m_real.after(time / 10, context, std::move(call));
    }
    double chance() override { return 0; }

private:
    RealPacing m_real;
};

HttpTransportSettings direct(const QString &caFile)
{
    return {.caFile = caFile, .proxy = QNetworkProxy(QNetworkProxy::NoProxy)};
}

} // namespace

/// The whole of sign-in against oidc-provider, a certified token server, and a scripted person at a browser.
class tst_OidcProvider : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void cleanupTestCase();
    void byBrowser();
    void declinedInTheBrowser();
    void wrongClient();
    void byDevice();
    void declinedOnTheDevice();
    void expiredAccessToken();
    void rotatedAwayRefreshToken();
    void revokedRefreshToken();

private:
    /// A server of ours; its address.
    QUrl start(QProcess &server, int accessSeconds);
    OAuthSettings oauth(const QUrl &base) const;
    bool browse(const QUrl &address, const QString &answer, const QString &userCode = {});
    Result<OAuthTokens> signedIn(const OAuthSettings &settings, const QString &answer = u"agree"_s);
    void byDeviceWith(const QString &answer, Result<OAuthTokens> &result);

    TestCertificates m_certificates;
    QString m_modules;
    std::unique_ptr<HttpTransport> m_transport;
    QProcess m_server;
    QUrl m_base;
    std::vector<std::unique_ptr<QProcess>> m_browsers;
};

void tst_OidcProvider::initTestCase()
{
    m_modules = QStringLiteral(LIKENESS_OIDC_MODULES) + u"/node_modules"_s;
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        QSKIP("no node");
    if (!QFileInfo::exists(m_modules + u"/oidc-provider"_s))
        QSKIP("oidc-provider is not installed (tests/support/oidc/install)");
    m_transport = makeTransport(direct(m_certificates.caFile()));
    m_base = start(m_server, 3600);
    QVERIFY(m_base.isValid());
}

void tst_OidcProvider::cleanupTestCase()
{
    for (const auto &browser : m_browsers)
        QVERIFY(browser->state() == QProcess::NotRunning || browser->waitForFinished());
    m_server.closeWriteChannel();
    if (m_server.state() != QProcess::NotRunning)
        QVERIFY(m_server.waitForFinished());
}

QUrl tst_OidcProvider::start(QProcess &server, int accessSeconds)
{
    server.setProcessChannelMode(QProcess::MergedChannels);
    server.start(u"node"_s,
        {QStringLiteral(LIKENESS_OIDC_SCRIPTS) + u"/server.mjs"_s, m_modules,
            m_certificates.file(u"good.pem"_s), m_certificates.file(u"good.key"_s),
            QString::number(accessSeconds), u"600"_s});
    static const QRegularExpression line(
        u"^(https://localhost:\\d+)$"_s, QRegularExpression::MultilineOption);
    QString said;
    const bool there = QTest::qWaitFor(
        [&] {
            said += QString::fromUtf8(server.readAll());
            return line.match(said).hasMatch();
        },
        patience);
    if (!there)
        qCritical("%s", qPrintable(said));
    return QUrl(line.match(said).captured(1));
}

OAuthSettings tst_OidcProvider::oauth(const QUrl &base) const
{
    const auto at = [&](const QString &path) {
        QUrl url = base;
        url.setPath(path);
        return url;
    };
    return {.authorize = at(u"/auth"_s),
        .token = at(u"/token"_s),
        .device = at(u"/device/auth"_s),
        .issuer = base.toString(),
        .clientId = u"likeness"_s,
        .scopes = {u"openid"_s, u"offline_access"_s, u"User.ReadWrite"_s}};
}

bool tst_OidcProvider::browse(const QUrl &address, const QString &answer, const QString &userCode)
{
    auto &browser = m_browsers.emplace_back(std::make_unique<QProcess>());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NODE_EXTRA_CA_CERTS"_s, m_certificates.caFile());
    browser->setProcessEnvironment(environment);
    browser->setProcessChannelMode(QProcess::ForwardedChannels);
    browser->start(u"node"_s,
        {QStringLiteral(LIKENESS_OIDC_SCRIPTS) + u"/browser.mjs"_s, QString::fromLatin1(address.toEncoded()),
            answer, userCode});
    return browser->waitForStarted();
}

Result<OAuthTokens> tst_OidcProvider::signedIn(const OAuthSettings &settings, const QString &answer)
{
    BrowserSignInSettings how {.oauth = settings};
    how.page = {u"Signed in"_s, u"Close this page."_s};
    how.openBrowser = [&](const QUrl &address) { return browse(address, answer); };
    return outcome(browserSignIn(*m_transport, how));
}

void tst_OidcProvider::byBrowser()
{
    const auto tokens = signedIn(oauth(m_base));
    QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().detail));
    QVERIFY(!tokens->refreshToken.isEmpty());
    QCOMPARE(tokens->lifetime, 3600s);

    MemorySecretStore secrets;
    RealPacing pacing;
    OAuthSignIn signIn(*m_transport, oauth(m_base), secrets, u"anna"_s, pacing);
    QVERIFY(outcome(signIn.accept(*tokens)));
    SignedInTransport graph(makeTransport(direct(m_certificates.caFile())), signIn);
    HttpRequest photo {.url = m_base};
    photo.url.setPath(u"/photo"_s);
    const auto answer = outcome(graph.send(photo));
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, QByteArray("anna"));
}

void tst_OidcProvider::declinedInTheBrowser()
{
    const auto tokens = signedIn(oauth(m_base), u"decline"_s);
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().code, Errc::Cancelled);
    QVERIFY(tokens.error().detail.startsWith(u"access_denied: "));
}

void tst_OidcProvider::wrongClient()
{
    OAuthSettings settings = oauth(m_base);
    settings.clientId = u"somebody"_s;
    const auto refreshed = outcome(m_transport->send(refreshRequest(settings, "r")));
    QVERIFY(refreshed);
    QCOMPARE(tokensIn(*refreshed).error().code, Errc::BadInput);
    HurriedPacing pacing;
    QCOMPARE(outcome(JobPtr<OAuthTokens>(new DeviceSignIn(*m_transport, settings, pacing))).error().code,
        Errc::BadInput);
}

void tst_OidcProvider::byDeviceWith(const QString &answer, Result<OAuthTokens> &result)
{
    HurriedPacing pacing;
    auto *device = new DeviceSignIn(*m_transport, oauth(m_base), pacing);
    const JobPtr<OAuthTokens> job(device);
    connect(device, &DeviceSignIn::codeReceived, this,
        [&](const QString &userCode, const QUrl &page) { QVERIFY(browse(page, answer, userCode)); });
    result = outcome(job);
}

void tst_OidcProvider::byDevice()
{
    Result<OAuthTokens> tokens = Error {};
    byDeviceWith(u"agree"_s, tokens);
    QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().detail));
    QVERIFY(!tokens->refreshToken.isEmpty());
}

void tst_OidcProvider::declinedOnTheDevice()
{
    Result<OAuthTokens> tokens = Error {};
    byDeviceWith(u"decline"_s, tokens);
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().code, Errc::Cancelled);
}

/// The server counts the access token out before our clock does: 401, a refresh, 200.
void tst_OidcProvider::expiredAccessToken()
{
    QProcess shortLived;
    const QUrl base = start(shortLived, 1);
    QVERIFY(base.isValid());
    const auto tokens = signedIn(oauth(base));
    QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().detail));
    OAuthTokens believed = *tokens;
    believed.lifetime = 3600s;
    MemorySecretStore secrets;
    RealPacing pacing;
    OAuthSignIn signIn(*m_transport, oauth(base), secrets, u"anna"_s, pacing);
    QVERIFY(outcome(signIn.accept(believed)));
    HttpRequest photo {.url = base};
    photo.url.setPath(u"/photo"_s);
    photo.headers = {{"Authorization", "Bearer " + tokens->accessToken}};
    QTRY_COMPARE_WITH_TIMEOUT(outcome(m_transport->send(photo))->status, 401, 10'000);
    photo.headers.clear();
    SignedInTransport graph(makeTransport(direct(m_certificates.caFile())), signIn);
    const auto answer = outcome(graph.send(photo));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->status, 200);
    QVERIFY(outcome(secrets.load(u"anna"_s))->value() != tokens->refreshToken);
    shortLived.closeWriteChannel();
    QVERIFY(shortLived.waitForFinished());
}

void tst_OidcProvider::rotatedAwayRefreshToken()
{
    const auto tokens = signedIn(oauth(m_base));
    QVERIFY(tokens);
    const auto first = outcome(m_transport->send(refreshRequest(oauth(m_base), tokens->refreshToken)));
    QVERIFY2(first && tokensIn(*first), first ? first->body.constData() : "no answer");
    QVERIFY(tokensIn(*first)->refreshToken != tokens->refreshToken);
    const auto second = outcome(m_transport->send(refreshRequest(oauth(m_base), tokens->refreshToken)));
    QCOMPARE(tokensIn(*second).error().code, Errc::SignInNeeded);
}

void tst_OidcProvider::revokedRefreshToken()
{
    const auto tokens = signedIn(oauth(m_base));
    QVERIFY(tokens);
    HttpRequest revoke {.verb = "POST", .url = m_base};
    revoke.url.setPath(u"/token/revocation"_s);
    revoke.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    revoke.body = "client_id=likeness&token=" + tokens->refreshToken;
    QCOMPARE(outcome(m_transport->send(revoke))->status, 200);
    MemorySecretStore secrets;
    QVERIFY(outcome(secrets.save(u"anna"_s, tokens->refreshToken)));
    RealPacing pacing;
    OAuthSignIn signIn(*m_transport, oauth(m_base), secrets, u"anna"_s, pacing);
    const auto signedOne = outcome(signIn.signedRequest({.url = QUrl(u"https://graph.test/"_s)}));
    QCOMPARE(signedOne.error().code, Errc::SignInNeeded);
}

QTEST_GUILESS_MAIN(tst_OidcProvider)
#include "tst_oidcprovider.moc"
