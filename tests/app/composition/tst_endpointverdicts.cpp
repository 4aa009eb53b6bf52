// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/endpointtest.h"
#include "services/sandbox/servers/sandboxservers.h"
#include "services/secrets/memorysecretstore.h"
#include "services/settings/organisationfile.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace Qt::StringLiterals;
using Kind = EndpointSettings::Kind;
using SignIn = EndpointSettings::SignIn;

namespace {

/// What somebody has got wrong, or what is wrong with their account or server.
enum class Trouble {
    None,
    WrongHost,
    NoCaFile,
    CertificateExpired,
    CertificateOfTomorrow,
    CertificateWrongName,
    WrongPassword,
    NothingKept,
    WrongPath,
    WebServicesOff,
    Busy,
    AccountLocked,
    PasswordExpired,
    SecondFactorNeeded,
    ConsentMissing,
    BlockedByPolicy,
    WrongTenantServer,
    ClockNearly, ///< as far apart as is put up with
    ClockAhead, ///< the server's
    ClockBehind,
    ClockAndPassword,
    NotPublic,
};

const QString client = u"2f6c696b-656e-4573-8073-616e64626f78"_s;
const QString scope = u"openid offline_access User.ReadBasic.All ProfilePhoto.ReadWrite.All"_s;

} // namespace

/// *Test connection* for the places on the web, against the sandbox's servers: each thing that is typically
/// wrong has a verdict of its own.
class tst_EndpointVerdicts : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void verdict_data();
    void verdict();

private:
    static SandboxTls tlsFor(Trouble trouble);
    static std::chrono::seconds aheadFor(Trouble trouble);
    static std::optional<SandboxAccount::State> stateFor(Trouble trouble);
    EndpointSettings endpoint(Kind kind, const SandboxAddresses &at) const;
    void keepSecret(const EndpointSettings &endpoint, const QByteArray &secret);

    MemorySecretStore m_secrets;
    QThreadPool m_workers;
};

void tst_EndpointVerdicts::verdict_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<std::optional<Errc>>("code");
    const auto row = [](const char *name, Kind kind, Trouble trouble, std::optional<Errc> code) {
        QTest::newRow(name) << kind << trouble << code;
    };
    for (const auto &[name, kind] : {std::pair("Exchange", Kind::Exchange),
             std::pair("Microsoft 365", Kind::Microsoft365), std::pair("SharePoint", Kind::SharePoint),
             std::pair("Skype for Business", Kind::SkypeForBusiness)}) {
        const auto about = [&name](const char *what) -> QByteArray { return QByteArray(name) + ", " + what; };
        row(about("well").constData(), kind, Trouble::None, std::nullopt);
        row(about("wrong host").constData(), kind, Trouble::WrongHost, Errc::Offline);
        row(about("no CA file").constData(), kind, Trouble::NoCaFile, Errc::CertificateUnknownIssuer);
        row(about("expired certificate").constData(), kind, Trouble::CertificateExpired,
            Errc::CertificateExpired);
        row(about("certificate of tomorrow").constData(), kind, Trouble::CertificateOfTomorrow,
            Errc::ClockWrong);
        row(about("certificate of another").constData(), kind, Trouble::CertificateWrongName,
            Errc::CertificateWrongName);
        row(about("nothing kept").constData(), kind, Trouble::NothingKept, Errc::SignInNeeded);
        row(about("wrong password or token").constData(), kind, Trouble::WrongPassword, Errc::SignInNeeded);
        row(about("busy for long").constData(), kind, Trouble::Busy, Errc::Throttled);
    }
    for (const auto &[name, kind] :
        {std::pair("Exchange", Kind::Exchange), std::pair("Microsoft 365", Kind::Microsoft365),
            std::pair("SharePoint", Kind::SharePoint), std::pair("web address", Kind::WebAddress),
            std::pair("Skype for Business", Kind::SkypeForBusiness)}) {
        const auto about = [&name](const char *what) -> QByteArray { return QByteArray(name) + ", " + what; };
        row(about("clocks nearly the same").constData(), kind, Trouble::ClockNearly, std::nullopt);
        row(about("clock ahead").constData(), kind, Trouble::ClockAhead, Errc::ClockWrong);
        row(about("clock behind").constData(), kind, Trouble::ClockBehind, Errc::ClockWrong);
        if (kind != Kind::WebAddress)
            row(about("clock wrong, so nobody comes in").constData(), kind, Trouble::ClockAndPassword,
                Errc::ClockWrong);
    }
    row("web address, well", Kind::WebAddress, Trouble::None, std::nullopt);
    row("web address, wrong host", Kind::WebAddress, Trouble::WrongHost, Errc::Offline);
    row("web address, no CA file", Kind::WebAddress, Trouble::NoCaFile, Errc::CertificateUnknownIssuer);
    row("web address, wants a sign-in", Kind::WebAddress, Trouble::NotPublic, Errc::NotPublic);
    row("Skype for Business, wrong path", Kind::SkypeForBusiness, Trouble::WrongPath, Errc::BadInput);
    row("Exchange, wrong path", Kind::Exchange, Trouble::WrongPath, Errc::BadInput);
    row("Exchange, Web Services off", Kind::Exchange, Trouble::WebServicesOff, Errc::Forbidden);
    row("Microsoft 365, locked", Kind::Microsoft365, Trouble::AccountLocked, Errc::AccountLocked);
    row("Microsoft 365, password expired", Kind::Microsoft365, Trouble::PasswordExpired,
        Errc::PasswordExpired);
    row("Microsoft 365, second factor", Kind::Microsoft365, Trouble::SecondFactorNeeded, Errc::SignInNeeded);
    row("Microsoft 365, nobody consented", Kind::Microsoft365, Trouble::ConsentMissing, Errc::ConsentNeeded);
    row("Microsoft 365, blocked by conditional access", Kind::Microsoft365, Trouble::BlockedByPolicy,
        Errc::Forbidden);
    row("Microsoft 365, wrong sign-in address", Kind::Microsoft365, Trouble::WrongTenantServer,
        Errc::Offline);
}

SandboxTls tst_EndpointVerdicts::tlsFor(Trouble trouble)
{
    if (trouble == Trouble::CertificateExpired)
        return SandboxTls::Expired;
    if (trouble == Trouble::CertificateOfTomorrow)
        return SandboxTls::NotYetValid;
    return trouble == Trouble::CertificateWrongName ? SandboxTls::WrongName : SandboxTls::Good;
}

/// The machine's own clock stays as it is, so the servers' are wrong.
std::chrono::seconds tst_EndpointVerdicts::aheadFor(Trouble trouble)
{
    switch (trouble) {
    case Trouble::ClockNearly:
        return std::chrono::minutes(4);
    case Trouble::ClockAhead:
    case Trouble::ClockAndPassword:
        return std::chrono::minutes(6);
    case Trouble::ClockBehind:
        return -std::chrono::hours(1);
    default:
        return {};
    }
}

std::optional<SandboxAccount::State> tst_EndpointVerdicts::stateFor(Trouble trouble)
{
    switch (trouble) {
    case Trouble::AccountLocked:
        return SandboxAccount::State::Locked;
    case Trouble::PasswordExpired:
        return SandboxAccount::State::PasswordExpired;
    case Trouble::SecondFactorNeeded:
        return SandboxAccount::State::SecondFactorNeeded;
    case Trouble::ConsentMissing:
        return SandboxAccount::State::ConsentMissing;
    case Trouble::BlockedByPolicy:
        return SandboxAccount::State::BlockedByPolicy;
    default:
        return std::nullopt;
    }
}

EndpointSettings tst_EndpointVerdicts::endpoint(Kind kind, const SandboxAddresses &at) const
{
    EndpointSettings endpoint = EndpointSettings::ofKind(kind);
    endpoint.name = endpoint.title = u"place"_s;
    endpoint.account = u"helpdesk@lab.likeness.test"_s;
    endpoint.caFile = at.caFile;
    endpoint.domain = u"lablike"_s;
    switch (kind) {
    case Kind::Exchange:
        endpoint.url = at.ews;
        break;
    case Kind::SharePoint:
        endpoint.url = at.sharePoint;
        break;
    case Kind::SkypeForBusiness:
        endpoint.url = at.skype;
        break;
    default:
        endpoint.url = at.graph;
        break;
    }
    if (kind == Kind::WebAddress) {
        endpoint.photoAddress = at.webPictures.toString() + u"{sAMAccountName}.jpg"_s;
    } else if (kind == Kind::Microsoft365) {
        endpoint.cloud = EndpointSettings::Cloud::Custom;
        endpoint.loginUrl = at.login;
        endpoint.tenant = u"lab.likeness.test"_s;
        endpoint.clientId = client;
    } else {
        endpoint.signIn = SignIn::Basic;
    }
    return endpoint;
}

void tst_EndpointVerdicts::keepSecret(const EndpointSettings &endpoint, const QByteArray &secret)
{
    QVERIFY(test::outcome(m_secrets.save(endpoint.secretKey(), secret)));
}

void tst_EndpointVerdicts::verdict()
{
    QFETCH(const Kind, kind);
    QFETCH(const Trouble, trouble);
    QFETCH(const std::optional<Errc>, code);
    const QTemporaryDir place;
    SandboxWorld world;
    SandboxServers servers(world, place.path());
    const Result<SandboxAddresses> at = servers.start(tlsFor(trouble));
    QVERIFY(at);

    EndpointSettings settings = endpoint(kind, *at);
    if (trouble == Trouble::WrongHost)
        settings.url.setPort(1); // nobody listens there
    if (trouble == Trouble::WrongHost)
        settings.photoAddress = u"https://127.0.0.1:1/{mail}.jpg"_s;
    if (trouble == Trouble::WrongTenantServer)
        settings.loginUrl.setPort(1);
    if (trouble == Trouble::NoCaFile)
        settings.caFile.clear();
    if (trouble == Trouble::WrongPath)
        settings.url.setPath(u"/owa/Exchange.asmx"_s);
    const SandboxAccount helpdesk = world.helpdesk();
    QByteArray secret
        = kind == Kind::Microsoft365 ? servers.refreshToken(helpdesk.upn, client, scope) : helpdesk.password;
    if (trouble == Trouble::WrongPassword || trouble == Trouble::ClockAndPassword)
        secret += 'x';
    if (trouble != Trouble::NothingKept)
        keepSecret(settings, secret);
    if (const auto state = stateFor(trouble)) {
        SandboxAccount account = helpdesk;
        account.state = *state;
        world.setAccount(account);
    }
    if (trouble == Trouble::WebServicesOff) {
        SandboxSettings off = world.settings();
        off.ewsEnabled = false;
        world.setSettings(off);
    }
    SandboxSettings clocks = world.settings();
    clocks.serversAhead = aheadFor(trouble);
    world.setSettings(clocks);
    if (trouble == Trouble::NotPublic)
        servers.fail(SandboxService::WebPictures, {.kind = SandboxFault::Kind::Unauthorised});
    if (trouble == Trouble::Busy) {
        for (const auto service : {SandboxService::Exchange, SandboxService::Graph,
                 SandboxService::SharePoint, SandboxService::Skype})
            servers.fail(service, {.kind = SandboxFault::Kind::Throttled, .requests = 9, .retryAfter = 600});
    }

    const Result<QString> answer
        = test::outcome(JobPtr<QString>(new EndpointTest({}, settings, m_secrets, m_workers)));
    QCOMPARE(answer ? std::nullopt : std::optional(answer.error().code), code);
    if (!answer)
        QVERIFY(!answer.error().detail.isEmpty() || !answer.error().serverTrace.isEmpty());
}

QTEST_GUILESS_MAIN(tst_EndpointVerdicts)
#include "tst_endpointverdicts.moc"
