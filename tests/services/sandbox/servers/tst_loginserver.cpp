// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/sandbox/servers/sandboxclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

class tst_LoginServer : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void tellsItsEndpoints();
    void signsInByCode();
    void takesACodeOnceAndInTime();
    void refusesTheCode_data();
    void refusesTheCode();
    void tellsTheApplicationWhatIsWrong_data();
    void tellsTheApplicationWhatIsWrong();
    void redirectsToLoopbackOnly();
    void rotatesRefreshTokens();
    void refusesAccounts_data();
    void refusesAccounts();
    void signsInOnAnotherDevice();
    void tellsADeviceToSlowDown();
    void letsADeviceCodeExpire();
    void handsOutRefreshTokensDirectly();
};

namespace {

using Form = QList<std::pair<QString, QString>>;

// RFC 7636, appendix B
const QString verifier = u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s;
const QString challenge = u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_s;
const QString client = u"d3590ed6-52b3-4102-aeff-aad2292ab01c"_s;
const QString redirect = u"http://127.0.0.1:49152/signed-in"_s;
const QString scopes = u"https://graph.microsoft.com/User.ReadWrite offline_access openid"_s;
const QString bo = u"bo.lind@lab.likeness.test"_s;

QByteArray encoded(const Form &form)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : form)
        pairs += QByteArray(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
    return pairs.join('&');
}

QUrl endpoint(const RunningServers &sandbox, const QString &path)
{
    QUrl url = sandbox.at.login;
    url.setPath(u"/organizations/"_s + path);
    return url;
}

Answer postForm(RunningServers &sandbox, const QString &path, const Form &form)
{
    return sandbox.send({"POST", endpoint(sandbox, path), encoded(form),
        {{"Content-Type", "application/x-www-form-urlencoded"}}});
}

Form authorizeForm()
{
    return {{u"client_id"_s, client}, {u"response_type"_s, u"code"_s}, {u"redirect_uri"_s, redirect},
        {u"scope"_s, scopes}, {u"state"_s, u"st&te=1"_s}, {u"code_challenge"_s, challenge},
        {u"code_challenge_method"_s, u"S256"_s}, {u"nonce"_s, u"n1"_s}};
}

Form with(Form form, const QString &name, const QString &value)
{
    form.removeIf([&name](const auto &each) { return each.first == name; });
    if (!value.isNull())
        form.emplaceBack(name, value);
    return form;
}

Answer authorize(RunningServers &sandbox, const Form &form)
{
    QUrl url = endpoint(sandbox, u"oauth2/v2.0/authorize"_s);
    url.setQuery(QString::fromLatin1(encoded(form)), QUrl::StrictMode);
    return sandbox.send({.url = url});
}

/// What a browser's redirection carries, by name.
QString redirected(const Answer &answer, const QString &name)
{
    const QUrlQuery query(QUrl::fromEncoded(answer.headers.value("location")));
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

/// As if a person had pressed the account's button on the page.
QString codeFor(RunningServers &sandbox, const QString &upn = bo)
{
    return redirected(
        postForm(sandbox, u"oauth2/v2.0/authorize"_s, with(authorizeForm(), u"account"_s, upn)), u"code"_s);
}

Form codeForm(const QString &code)
{
    return {{u"client_id"_s, client}, {u"grant_type"_s, u"authorization_code"_s}, {u"code"_s, code},
        {u"redirect_uri"_s, redirect}, {u"code_verifier"_s, verifier}};
}

Form refreshForm(const QString &token)
{
    return {{u"client_id"_s, client}, {u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, token}};
}

Form deviceForm(const QString &code)
{
    return {{u"client_id"_s, client}, {u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s},
        {u"device_code"_s, code}};
}

QJsonObject token(RunningServers &sandbox, const Form &form)
{
    return QJsonDocument::fromJson(postForm(sandbox, u"oauth2/v2.0/token"_s, form).body).object();
}

QString text(const QJsonObject &object, const char *name)
{
    return object[QLatin1String(name)].toString();
}

QJsonObject deviceCode(RunningServers &sandbox)
{
    const Form form {{u"client_id"_s, client}, {u"scope"_s, scopes}};
    return QJsonDocument::fromJson(postForm(sandbox, u"oauth2/v2.0/devicecode"_s, form).body).object();
}

} // namespace

void tst_LoginServer::tellsItsEndpoints()
{
    RunningServers sandbox;
    const Answer answer
        = sandbox.send({.url = endpoint(sandbox, u"v2.0/.well-known/openid-configuration"_s)});
    QCOMPARE(answer.status, 200);
    const QJsonObject told = QJsonDocument::fromJson(answer.body).object();
    const QString root = sandbox.at.login.toString() + u"/organizations"_s;
    QCOMPARE(text(told, "issuer"), root + u"/v2.0"_s);
    QCOMPARE(text(told, "authorization_endpoint"), root + u"/oauth2/v2.0/authorize"_s);
    QCOMPARE(text(told, "token_endpoint"), root + u"/oauth2/v2.0/token"_s);
    QCOMPARE(text(told, "device_authorization_endpoint"), root + u"/oauth2/v2.0/devicecode"_s);
    QUrl elsewhere = sandbox.at.login;
    elsewhere.setPath(u"/nowhere.test/v2.0/.well-known/openid-configuration"_s);
    QCOMPARE(sandbox.send({.url = elsewhere}).status, 400);
}

void tst_LoginServer::signsInByCode()
{
    RunningServers sandbox;
    const Answer page = authorize(sandbox, authorizeForm());
    QCOMPARE(page.status, 200);
    QVERIFY(page.headers.value("content-type").startsWith("text/html"));
    QVERIFY(page.body.contains("Sign in as Bo Lind"));
    const Answer pressed
        = postForm(sandbox, u"oauth2/v2.0/authorize"_s, with(authorizeForm(), u"account"_s, bo));
    QCOMPARE(pressed.status, 302);
    QVERIFY(pressed.headers.value("location").startsWith("http://127.0.0.1:49152/signed-in?"));
    QCOMPARE(redirected(pressed, u"state"_s), u"st&te=1"_s);
    const QJsonObject got = token(sandbox, codeForm(redirected(pressed, u"code"_s)));
    QCOMPARE(text(got, "token_type"), u"Bearer"_s);
    QCOMPARE(got["expires_in"_L1].toInt(), 3599);
    QCOMPARE(text(got, "scope"), scopes);
    QVERIFY(!text(got, "access_token").isEmpty());
    QVERIFY(!text(got, "refresh_token").isEmpty());
    const QByteArray claims = QByteArray::fromBase64(
        text(got, "id_token").section(u'.', 1, 1).toLatin1(), QByteArray::Base64UrlEncoding);
    const QJsonObject who = QJsonDocument::fromJson(claims).object();
    QCOMPARE(text(who, "preferred_username"), bo);
    QCOMPARE(text(who, "aud"), client);
    QCOMPARE(text(who, "nonce"), u"n1"_s);
}

void tst_LoginServer::takesACodeOnceAndInTime()
{
    RunningServers sandbox;
    const QString code = codeFor(sandbox);
    QVERIFY(token(sandbox, codeForm(code)).contains("access_token"_L1));
    QCOMPARE(text(token(sandbox, codeForm(code)), "error"), u"invalid_grant"_s);
    const QString late = codeFor(sandbox);
    sandbox.world.clock().advance(std::chrono::minutes(11));
    QCOMPARE(text(token(sandbox, codeForm(late)), "error"), u"invalid_grant"_s);
}

void tst_LoginServer::refusesTheCode_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("error");
    QTest::newRow("wrong verifier") << u"code_verifier"_s << QString(43, u'a') << u"invalid_grant"_s;
    QTest::newRow("no verifier") << u"code_verifier"_s << QString() << u"invalid_grant"_s;
    QTest::newRow("another redirect")
        << u"redirect_uri"_s << u"http://127.0.0.1:1/signed-in"_s << u"invalid_grant"_s;
    QTest::newRow("another client") << u"client_id"_s << u"somebody"_s << u"invalid_grant"_s;
    QTest::newRow("a secret") << u"client_secret"_s << u"s"_s << u"invalid_request"_s;
    QTest::newRow("unknown grant") << u"grant_type"_s << u"password"_s << u"unsupported_grant_type"_s;
}

void tst_LoginServer::refusesTheCode()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    RunningServers sandbox;
    const Answer answer
        = postForm(sandbox, u"oauth2/v2.0/token"_s, with(codeForm(codeFor(sandbox)), name, value));
    QCOMPARE(answer.status, 400);
    const QJsonObject told = QJsonDocument::fromJson(answer.body).object();
    QTEST(text(told, "error"), "error");
    QVERIFY(text(told, "error_description").startsWith(u"AADSTS"_s));
    QCOMPARE(told["error_codes"_L1].toArray().size(), 1);
}

void tst_LoginServer::tellsTheApplicationWhatIsWrong_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("error");
    QTest::newRow("no challenge") << u"code_challenge"_s << QString() << u"invalid_request"_s;
    QTest::newRow("plain challenge") << u"code_challenge_method"_s << u"plain"_s << u"invalid_request"_s;
    QTest::newRow("implicit") << u"response_type"_s << u"token"_s << u"unsupported_response_type"_s;
    QTest::newRow("unknown scope") << u"scope"_s << u"Everything.All"_s << u"invalid_scope"_s;
    QTest::newRow("two resources") << u"scope"_s
                                   << u"https://graph.microsoft.com/User.Read https://other.test/User.Read"_s
                                   << u"invalid_scope"_s;
    QTest::newRow("silent") << u"prompt"_s << u"none"_s << u"login_required"_s;
    QTest::newRow("cancelled") << u"account"_s << u""_s << u"access_denied"_s;
}

void tst_LoginServer::tellsTheApplicationWhatIsWrong()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    RunningServers sandbox;
    const Answer answer = authorize(sandbox, with(authorizeForm(), name, value));
    QCOMPARE(answer.status, 302);
    QTEST(redirected(answer, u"error"_s), "error");
    QCOMPARE(redirected(answer, u"state"_s), u"st&te=1"_s);
}

void tst_LoginServer::redirectsToLoopbackOnly()
{
    RunningServers sandbox;
    for (const QString &uri : {u"https://evil.test/"_s, u"http://evil.test/"_s, u"myapp://signed-in"_s}) {
        const Answer answer = authorize(sandbox, with(authorizeForm(), u"redirect_uri"_s, uri));
        QCOMPARE(answer.status, 400);
        QVERIFY(!answer.headers.contains("location"));
    }
    const Answer bare = authorize(
        sandbox, with(with(authorizeForm(), u"redirect_uri"_s, u"http://localhost:5"_s), u"account"_s, bo));
    QVERIFY(bare.headers.value("location").startsWith("http://localhost:5/?")); // a slash is added
}

void tst_LoginServer::rotatesRefreshTokens()
{
    RunningServers sandbox;
    const QString first = text(token(sandbox, codeForm(codeFor(sandbox))), "refresh_token");
    const QJsonObject got = token(sandbox, refreshForm(first));
    const QString second = text(got, "refresh_token");
    QVERIFY(!second.isEmpty() && second != first);
    QCOMPARE(text(token(sandbox, refreshForm(first)), "error"), u"invalid_grant"_s);
    QVERIFY(token(sandbox, refreshForm(second)).contains("access_token"_L1));
}

void tst_LoginServer::refusesAccounts_data()
{
    using enum SandboxAccount::State;
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("error");
    QTest::addColumn<int>("number");
    QTest::newRow("locked") << int(Locked) << u"invalid_grant"_s << 50053;
    QTest::newRow("disabled") << int(Disabled) << u"invalid_grant"_s << 50057;
    QTest::newRow("password expired") << int(PasswordExpired) << u"invalid_grant"_s << 50055;
    QTest::newRow("second factor") << int(SecondFactorNeeded) << u"interaction_required"_s << 50076;
    QTest::newRow("no consent") << int(ConsentMissing) << u"invalid_grant"_s << 65001;
}

void tst_LoginServer::refusesAccounts()
{
    QFETCH(const int, state);
    RunningServers sandbox;
    const QByteArray refresh = sandbox.servers.refreshToken(bo, client, scopes);
    SandboxAccount account = *sandbox.world.account(bo);
    account.state = static_cast<SandboxAccount::State>(state);
    sandbox.world.setAccount(account);
    const QJsonObject told = token(sandbox, refreshForm(QString::fromLatin1(refresh)));
    QTEST(text(told, "error"), "error");
    QTEST(told["error_codes"_L1].toArray().first().toInt(), "number");
}

void tst_LoginServer::signsInOnAnotherDevice()
{
    RunningServers sandbox;
    const QJsonObject device = deviceCode(sandbox);
    QCOMPARE(device["expires_in"_L1].toInt(), 900);
    QCOMPARE(device["interval"_L1].toInt(), 5);
    QVERIFY(!text(device, "message").isEmpty());
    const QString code = text(device, "device_code");
    QCOMPARE(text(token(sandbox, deviceForm(code)), "error"), u"authorization_pending"_s);
    QCOMPARE(sandbox.send({.url = QUrl(text(device, "verification_uri"))}).status, 200);
    const Answer wrong
        = postForm(sandbox, u"oauth2/deviceauth"_s, {{u"user_code"_s, u"WRONG"_s}, {u"account"_s, bo}});
    QVERIFY(wrong.body.contains("not known"));
    postForm(sandbox, u"oauth2/deviceauth"_s,
        {{u"user_code"_s, text(device, "user_code").toLower()}, {u"account"_s, bo}});
    sandbox.world.clock().advance(std::chrono::seconds(5));
    const QJsonObject got = token(sandbox, deviceForm(code));
    QVERIFY(got.contains("access_token"_L1));
    QCOMPARE(text(token(sandbox, deviceForm(code)), "error"), u"expired_token"_s); // once only

    const QJsonObject another = deviceCode(sandbox);
    postForm(sandbox, u"oauth2/deviceauth"_s,
        {{u"user_code"_s, text(another, "user_code")}, {u"account"_s, u""_s}});
    QCOMPARE(
        text(token(sandbox, deviceForm(text(another, "device_code"))), "error"), u"authorization_declined"_s);
}

void tst_LoginServer::tellsADeviceToSlowDown()
{
    RunningServers sandbox;
    const QString code = text(deviceCode(sandbox), "device_code");
    QCOMPARE(text(token(sandbox, deviceForm(code)), "error"), u"authorization_pending"_s);
    QCOMPARE(text(token(sandbox, deviceForm(code)), "error"), u"slow_down"_s);
    sandbox.world.clock().advance(std::chrono::seconds(5));
    QCOMPARE(text(token(sandbox, deviceForm(code)), "error"), u"authorization_pending"_s);
}

void tst_LoginServer::letsADeviceCodeExpire()
{
    RunningServers sandbox;
    const QString code = text(deviceCode(sandbox), "device_code");
    sandbox.world.clock().advance(std::chrono::minutes(16));
    QCOMPARE(text(token(sandbox, deviceForm(code)), "error"), u"expired_token"_s);
}

void tst_LoginServer::handsOutRefreshTokensDirectly()
{
    RunningServers sandbox;
    const QByteArray refresh = sandbox.servers.refreshToken(bo, client, scopes);
    QVERIFY(token(sandbox, refreshForm(QString::fromLatin1(refresh))).contains("access_token"_L1));
    QVERIFY(sandbox.servers.refreshToken(u"nobody@lab.likeness.test"_s, client, scopes).isEmpty());
}

QTEST_GUILESS_MAIN(tst_LoginServer)
#include "tst_loginserver.moc"
