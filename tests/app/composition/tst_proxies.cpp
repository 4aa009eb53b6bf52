// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/organisationbuilder.h"
#include "services/sandbox/servers/sandboxservers.h"
#include "services/secrets/memorysecretstore.h"
#include "services/settings/organisationfile.h"
#include "tests/support/connectproxy.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using Kind = EndpointSettings::Kind;

namespace {

const QString client = u"2f6c696b-656e-4573-8073-616e64626f78"_s;
const QString scope = u"openid offline_access User.ReadBasic.All ProfilePhoto.ReadWrite.All"_s;

QString placeOf(const QUrl &url)
{
    return url.host() + u':' + QString::number(url.port());
}

} // namespace

/// Whether everything that goes to a web server goes the way the organisation file says: the requests, and
/// those for tokens.
class tst_Proxies : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void throughAProxy_data();
    void throughAProxy();
    void asTheSystemSaysOrNot_data();
    void asTheSystemSaysOrNot();
    void nobodyAtTheProxy();

private:
    EndpointSettings endpoint(Kind kind) const;
    Result<QString> probed(const OrganisationFile &file, const EndpointSettings &endpoint);

    QTemporaryDir m_place;
    SandboxWorld m_world;
    std::unique_ptr<SandboxServers> m_servers;
    SandboxAddresses m_at;
    MemorySecretStore m_secrets;
    QThreadPool m_workers;
};

void tst_Proxies::initTestCase()
{
    m_servers = std::make_unique<SandboxServers>(m_world, m_place.path());
    const Result<SandboxAddresses> started = m_servers->start();
    QVERIFY(started);
    m_at = *started;
}

EndpointSettings tst_Proxies::endpoint(Kind kind) const
{
    EndpointSettings settings = EndpointSettings::ofKind(kind);
    settings.name = settings.title = u"place"_s;
    settings.account = m_world.helpdesk().upn;
    settings.caFile = m_at.caFile;
    settings.domain = u"lablike"_s;
    settings.signIn = EndpointSettings::SignIn::Basic;
    settings.url = kind == Kind::Exchange ? m_at.ews : m_at.sharePoint;
    if (kind == Kind::Microsoft365) {
        settings.signIn = EndpointSettings::SignIn::OAuth;
        settings.cloud = EndpointSettings::Cloud::Custom;
        settings.url = m_at.graph;
        settings.loginUrl = m_at.login;
        settings.tenant = u"lab.likeness.test"_s;
        settings.clientId = client;
    }
    return settings;
}

Result<QString> tst_Proxies::probed(const OrganisationFile &file, const EndpointSettings &endpoint)
{
    const QByteArray secret = endpoint.kind == Kind::Microsoft365
        ? m_servers->refreshToken(m_world.helpdesk().upn, client, scope)
        : m_world.helpdesk().password;
    if (const auto kept = outcome(m_secrets.save(endpoint.secretKey(), secret)); !kept)
        return kept.error();
    const auto store = builtWorkload(file, endpoint, m_secrets, m_workers);
    if (!store)
        return store.error();
    return outcome((*store)->probe());
}

void tst_Proxies::throughAProxy_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QStringList>("places");
    QTest::newRow("Exchange") << Kind::Exchange << QStringList {placeOf(m_at.ews)};
    QTest::newRow("SharePoint") << Kind::SharePoint << QStringList {placeOf(m_at.sharePoint)};
    QTest::newRow("Microsoft 365, and its tokens")
        << Kind::Microsoft365 << QStringList {placeOf(m_at.login), placeOf(m_at.graph)};
}

void tst_Proxies::throughAProxy()
{
    QFETCH(const Kind, kind);
    ConnectProxy proxy;
    OrganisationFile file;
    file.proxy = *ProxySetting::of(proxy.address());
    const Result<QString> answer = probed(file, endpoint(kind));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    proxy.tunnels.removeDuplicates();
    QTEST(proxy.tunnels, "places");
}

/// The desktop names a proxy. By this address the server is none of this machine, which is always asked
/// directly, and its certificate is another's: that is as far as it gets.
void tst_Proxies::asTheSystemSaysOrNot_data()
{
    QTest::addColumn<ProxySetting>("setting");
    QTest::addColumn<bool>("tunnelled");
    QTest::newRow("as the system") << ProxySetting {} << true;
    QTest::newRow("none") << ProxySetting {ProxySetting::Kind::None} << false;
}

void tst_Proxies::asTheSystemSaysOrNot()
{
    QFETCH(const ProxySetting, setting);
    QFETCH(const bool, tunnelled);
    ConnectProxy proxy;
    qputenv("https_proxy", QByteArray("http://" + proxy.address().toLatin1()));
    OrganisationFile file;
    file.proxy = setting;
    EndpointSettings elsewhere = endpoint(Kind::Exchange);
    elsewhere.url.setHost(u"0.0.0.0"_s);
    const Result<QString> answer = probed(file, elsewhere);
    qunsetenv("https_proxy");
    QCOMPARE(answer.error().code, Errc::CertificateWrongName);
    QCOMPARE(proxy.tunnels.contains(placeOf(elsewhere.url)), tunnelled);
}

void tst_Proxies::nobodyAtTheProxy()
{
    OrganisationFile file;
    file.proxy = {ProxySetting::Kind::Server, u"127.0.0.1"_s, 1};
    const Result<QString> answer = probed(file, endpoint(Kind::Exchange));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, Errc::ProxyFailed);
    QVERIFY2(
        answer.error().detail.contains(u"proxy", Qt::CaseInsensitive), qPrintable(answer.error().detail));
}

QTEST_GUILESS_MAIN(tst_Proxies)
#include "tst_proxies.moc"
