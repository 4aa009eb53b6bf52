// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/organisationbuilder.h"
#include "app/composition/signinrun.h"
#include "services/secrets/memorysecretstore.h"
#include "tests/services/sandbox/servers/sandboxclient.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QTest>
#include <QThreadPool>
#include <QTimer>
#include <QUrlQuery>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Somebody at a browser: presses the button of an account on the sandbox's sign-in page, or none of them,
/// and goes where the page sends them.
class BrowserVisitor
{
public:
    BrowserVisitor(RunningServers &sandbox, QString account)
        : m_sandbox(sandbox)
        , m_account(std::move(account))
    {
    }

    bool open(const QUrl &page)
    {
        opened = page;
        QTimer::singleShot(0, &m_seat, [this] { press(); });
        return true;
    }

    QUrl opened;
    Answer shown; ///< what our own page said in the end

private:
    void press()
    {
        QUrl page = opened;
        const QByteArray form
            = page.query(QUrl::FullyEncoded).toLatin1() + "&account=" + QUrl::toPercentEncoding(m_account);
        page.setQuery(QString());
        const Answer sent
            = m_sandbox.send({"POST", page, form, {{"Content-Type", "application/x-www-form-urlencoded"}}});
        shown = m_sandbox.send({.url = QUrl::fromEncoded(sent.headers.value("location"))});
    }

    RunningServers &m_sandbox;
    QString m_account;
    QObject m_seat;
};

} // namespace

/// Signing in to Microsoft 365 from the settings and the command line, against the sandbox's token server;
/// what comes of it lets the store in.
class tst_SignInRun : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_sandbox.reset(); }
    void byBrowser();
    void byCode();
    void declined();
    void withoutABrowser();
    void onlyWhereItBelongs();

private:
    ServerWay::World world() { return {std::make_shared<WebHouse>(), m_secrets, m_workers}; }
    Result<QString> probed();

    MemorySecretStore m_secrets;
    QThreadPool m_workers;
    std::unique_ptr<RunningServers> m_sandbox;
    EndpointSettings m_endpoint;
};

void tst_SignInRun::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_sandbox = std::make_unique<RunningServers>();
    m_endpoint = EndpointSettings::ofKind(EndpointSettings::Kind::Microsoft365);
    m_endpoint.name = m_endpoint.title = u"m365"_s;
    m_endpoint.cloud = EndpointSettings::Cloud::Custom;
    m_endpoint.url = m_sandbox->at.graph;
    m_endpoint.loginUrl = m_sandbox->at.login; // another port each time: another secret
    m_endpoint.tenant = u"lab.likeness.test"_s;
    m_endpoint.clientId = u"2f6c696b-656e-4573-8073-616e64626f78"_s;
    m_endpoint.caFile = m_sandbox->at.caFile;
}

Result<QString> tst_SignInRun::probed()
{
    const auto store = builtWorkload({}, m_endpoint, m_secrets, m_workers);
    return store ? outcome((*store)->probe()) : Result<QString>(store.error());
}

void tst_SignInRun::byBrowser()
{
    QCOMPARE(probed().error().code, Errc::SignInNeeded); // else the rest would show nothing
    BrowserVisitor bo(*m_sandbox, u"bo.lind@lab.likeness.test"_s);
    const JobPtr<Done> run(new SignInRun(world(), {}, m_endpoint,
        SignInRun::Browser {[&bo](const QUrl &page) { return bo.open(page); }, {u"Back"_s, u"Done."_s}}));
    const Result<Done> signedIn = outcome(run);
    QVERIFY2(signedIn, signedIn ? "" : qPrintable(signedIn.error().detail));
    QCOMPARE(QUrlQuery(bo.opened).queryItemValue(u"code_challenge_method"_s), u"S256"_s);
    QTRY_COMPARE(bo.shown.status, 200);
    QVERIFY(bo.shown.body.contains("Back"));
    const Result<QString> answer = probed();
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
}

void tst_SignInRun::byCode()
{
    SandboxSettings settings = m_sandbox->world.settings();
    settings.deviceInterval = 1s;
    m_sandbox->world.setSettings(settings);
    auto *run = new SignInRun(world(), {}, m_endpoint, std::nullopt);
    const JobPtr<Done> owned(run);
    QObject seat;
    connect(run, &SignInRun::codeReceived, &seat, [this, &seat](const QString &userCode, const QUrl &page) {
        QVERIFY(page.isValid());
        QTimer::singleShot(0, &seat, [this, userCode] {
            QUrl url = m_sandbox->at.login;
            url.setPath(u"/lab.likeness.test/oauth2/deviceauth"_s);
            m_sandbox->send(
                {"POST", url, "user_code=" + userCode.toLatin1() + "&account=bo.lind%40lab.likeness.test",
                    {{"Content-Type", "application/x-www-form-urlencoded"}}});
        });
    });
    const Result<Done> signedIn = outcome(owned);
    QVERIFY2(signedIn, signedIn ? "" : qPrintable(signedIn.error().detail));
    QVERIFY(probed());
}

void tst_SignInRun::declined()
{
    BrowserVisitor nobody(*m_sandbox, QString());
    const JobPtr<Done> run(new SignInRun(world(), {}, m_endpoint,
        SignInRun::Browser {[&nobody](const QUrl &page) { return nobody.open(page); }, {}}));
    QCOMPARE(outcome(run).error().code, Errc::Cancelled);
    QTRY_VERIFY(nobody.shown.status != 0);
    QCOMPARE(probed().error().code, Errc::SignInNeeded);
}

void tst_SignInRun::withoutABrowser()
{
    const JobPtr<Done> run(
        new SignInRun(world(), {}, m_endpoint, SignInRun::Browser {[](const QUrl &) { return false; }, {}}));
    const Result<Done> signedIn = outcome(run);
    QVERIFY(!signedIn);
    QVERIFY(!signedIn.error().detail.isEmpty());
}

void tst_SignInRun::onlyWhereItBelongs()
{
    m_endpoint = EndpointSettings::ofKind(EndpointSettings::Kind::Exchange);
    m_endpoint.url = m_sandbox->at.ews;
    const JobPtr<Done> run(new SignInRun(world(), {}, m_endpoint, std::nullopt));
    QCOMPARE(outcome(run).error().code, Errc::BadInput);
}

QTEST_GUILESS_MAIN(tst_SignInRun)
#include "tst_signinrun.moc"
