// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/oautherrors.h"
#include "services/auth/oauthreplies.h"
#include "services/auth/oauthrequests.h"
#include "services/auth/pkce.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpReply json(const QByteArray &body, int status = 200)
{
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = body};
}

template <class T>
QByteArray codeName(const Result<T> &result)
{
    return result ? QByteArray("value") : QByteArray::number(int(result.error().code));
}

OAuthSettings contoso()
{
    OAuthSettings settings
        = entraSettings(QUrl(u"https://login.microsoftonline.com"_s), u"contoso.test"_s, u"id-1"_s);
    settings.scopes = {u"https://graph.microsoft.com/User.ReadWrite"_s, u"offline_access"_s};
    return settings;
}

} // namespace

/// What is asked of a token server and what is made of its answers.
class tst_OAuthMessages : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void pkce();
    void unguessable();
    void entraEndpoints();
    void authorizeAddress();
    void requestBodies();
    void tokens_data();
    void tokens();
    void errors_data();
    void errors();
    void errorKeepsWordsAndIds();
    void deviceGrants_data();
    void deviceGrants();
    void devicePolls_data();
    void devicePolls();
    void codes_data();
    void codes();
    void claims_data();
    void claims();
};

/// The example of RFC 7636, appendix B.
void tst_OAuthMessages::pkce()
{
    QCOMPARE(codeChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
        QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
}

void tst_OAuthMessages::unguessable()
{
    static const QRegularExpression allowed(u"^[A-Za-z0-9_-]{43}$"_s);
    QSet<QByteArray> seen;
    for (int i = 0; i < 100; ++i) {
        const QByteArray text = unguessableText();
        QVERIFY(allowed.match(QString::fromLatin1(text)).hasMatch());
        seen.insert(text);
    }
    QCOMPARE(seen.size(), 100);
}

void tst_OAuthMessages::entraEndpoints()
{
    const OAuthSettings settings = contoso();
    const QString base = u"https://login.microsoftonline.com/contoso.test/oauth2/v2.0/"_s;
    QCOMPARE(settings.authorize.toString(), QString(base + u"authorize"));
    QCOMPARE(settings.token.toString(), QString(base + u"token"));
    QCOMPARE(settings.device.toString(), QString(base + u"devicecode"));
}

void tst_OAuthMessages::authorizeAddress()
{
    OAuthSettings settings = contoso();
    settings.userHint = u"kim+x@contoso.test"_s;
    const BrowserTry attempt {.redirect = QUrl(u"http://localhost:4711/"_s),
        .state = "state-1",
        .verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
        .claims = u"{\"a\":1}"_s};
    QCOMPARE(authorizeUrl(settings, attempt).toEncoded(),
        QByteArray("https://login.microsoftonline.com/contoso.test/oauth2/v2.0/authorize?client_id=id-1"
                   "&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%3A4711%2F"
                   "&scope=https%3A%2F%2Fgraph.microsoft.com%2FUser.ReadWrite%20offline_access"
                   "&state=state-1&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                   "&code_challenge_method=S256&login_hint=kim%2Bx%40contoso.test"
                   "&claims=%7B%22a%22%3A1%7D"));
}

void tst_OAuthMessages::requestBodies()
{
    const OAuthSettings settings = contoso();
    const BrowserTry attempt {
        .redirect = QUrl(u"http://localhost:4711/"_s), .state = "s", .verifier = "v-_~."};
    const QByteArray scope = "https%3A%2F%2Fgraph.microsoft.com%2FUser.ReadWrite%20offline_access";
    const HttpRequest code = codeRequest(settings, attempt, u"a/b+c"_s);
    QCOMPARE(code.verb, QByteArray("POST"));
    QCOMPARE(code.url, settings.token);
    QVERIFY(!code.isRead());
    QCOMPARE(headerOf(code.headers, "Content-Type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(code.body,
        QByteArray("client_id=id-1&grant_type=authorization_code&code=a%2Fb%2Bc"
                   "&redirect_uri=http%3A%2F%2Flocalhost%3A4711%2F&code_verifier=v-_~."));
    QCOMPARE(refreshRequest(settings, "r+1").body,
        QByteArray("client_id=id-1&grant_type=refresh_token&refresh_token=r%2B1"));
    QCOMPARE(deviceRequest(settings).url, settings.device);
    QCOMPARE(deviceRequest(settings).body, "client_id=id-1&scope=" + scope);
    QCOMPARE(devicePollRequest(settings, u"d"_s).body,
        QByteArray("client_id=id-1&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"
                   "&device_code=d"));
}

void tst_OAuthMessages::tokens_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("good");
    QTest::addColumn<int>("seconds");
    const auto row = [](const char *name, const QByteArray &body, int seconds) {
        QTest::newRow(name) << body << (seconds > 0) << seconds;
    };
    row("usual", R"({"access_token":"a","refresh_token":"r","token_type":"Bearer","expires_in":3599})", 3599);
    row("lower-case type", R"({"access_token":"a","refresh_token":"r","token_type":"bearer"})", 3600);
    row("a number as text",
        R"({"access_token":"a","refresh_token":"r","token_type":"Bearer","expires_in":"90"})", 90);
    row("a lifetime below nothing",
        R"({"access_token":"a","refresh_token":"r","token_type":"Bearer","expires_in":-5})", 1);
    row("no token", R"({"token_type":"Bearer"})", 0);
    row("a token that would end the header", R"({"access_token":"a\r\nX: y","token_type":"Bearer"})", 0);
    row("a refresh token with a blank", R"({"access_token":"a","refresh_token":"r r","token_type":"Bearer"})",
        0);
    row("a token that is a number", R"({"access_token":5,"token_type":"Bearer"})", 0);
    row("another type", R"({"access_token":"a","token_type":"mac"})", 0);
    row("no type", R"({"access_token":"a"})", 0);
    row("too long", R"({"access_token":")" + QByteArray(70000, 'x') + R"(","token_type":"Bearer"})", 0);
    row("a list", R"(["access_token"])", 0);
    row("a page", "<html>", 0);
    row("deep", QByteArray(100000, '['), 0);
    row("nothing", "", 0);
}

void tst_OAuthMessages::tokens()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, good);
    QFETCH(const int, seconds);
    const auto result = tokensIn(json(body));
    QCOMPARE(bool(result), good);
    if (!good) {
        QCOMPARE(result.error().code, Errc::BadReply);
        return;
    }
    QCOMPARE(result->accessToken, QByteArray("a"));
    QCOMPARE(result->refreshToken, QByteArray("r"));
    QCOMPARE(result->lifetime, std::chrono::seconds(seconds));
}

void tst_OAuthMessages::errors_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("description");
    QTest::addColumn<Errc>("expected");
    const auto row = [](const char *error, const char *description, Errc expected) {
        QTest::addRow("%s %s", error, description)
            << QString::fromLatin1(error) << QString::fromLatin1(description) << expected;
    };
    row("invalid_grant", "", Errc::SignInNeeded);
    row("invalid_grant", "AADSTS70008: expired", Errc::SignInNeeded);
    row("invalid_grant", "AADSTS50126: wrong password", Errc::SignInNeeded);
    row("invalid_grant", "AADSTS50053: locked", Errc::AccountLocked);
    row("invalid_grant", "AADSTS50055: expired", Errc::PasswordExpired);
    row("invalid_grant", "AADSTS50057: disabled", Errc::AccountDisabled);
    row("invalid_grant", "AADSTS50076: MFA", Errc::SignInNeeded);
    row("invalid_grant", "AADSTS65001: no consent", Errc::ConsentNeeded);
    row("interaction_required", "AADSTS65001: no consent", Errc::ConsentNeeded);
    row("access_denied", "AADSTS90094: an administrator has to", Errc::ConsentNeeded);
    row("access_denied", "AADSTS90095: an administrator can be asked", Errc::ConsentNeeded);
    row("access_denied", "AADSTS53003: blocked", Errc::Forbidden);
    row("access_denied", "AADSTS65004: declined", Errc::Cancelled);
    row("access_denied", "End-User aborted interaction", Errc::Cancelled);
    row("authorization_declined", "", Errc::Cancelled);
    row("expired_token", "", Errc::Timeout);
    row("interaction_required", "", Errc::SignInNeeded);
    row("consent_required", "", Errc::ConsentNeeded);
    row("unauthorized_client", "AADSTS700016: no such application", Errc::BadInput);
    row("invalid_client", "AADSTS7000218: needs a secret", Errc::BadInput);
    row("invalid_request", "AADSTS90002: no such tenant", Errc::BadInput);
    row("invalid_client", "", Errc::BadInput);
    row("invalid_scope", "", Errc::BadInput);
    row("temporarily_unavailable", "", Errc::Throttled);
    row("server_error", "", Errc::BadReply);
    row("invalid_grant", "AADSTS", Errc::SignInNeeded);
    row("invalid_grant", "AADSTS99999999999999999: no number", Errc::SignInNeeded);
    row("new_error", "", Errc::BadReply);
}

void tst_OAuthMessages::errors()
{
    QFETCH(const QString, error);
    QFETCH(const QString, description);
    QTEST(oauthErrc(error, description), "expected");
}

void tst_OAuthMessages::errorKeepsWordsAndIds()
{
    const auto words = tokensIn(
        json(R"({"error":"invalid_grant","error_description":"AADSTS50173: gone.\r\nMore","trace_id":"t-1",)"
             R"("correlation_id":"c-1"})",
            400));
    QCOMPARE(words.error().code, Errc::SignInNeeded);
    QCOMPARE(words.error().detail, u"invalid_grant: AADSTS50173: gone. More"_s);
    QCOMPARE(words.error().serverTrace, u"trace_id t-1, correlation_id c-1"_s);
    const auto consent = tokensIn(
        json(R"({"error":"invalid_grant","suberror":"consent_required","error_description":"Ask."})", 400));
    QCOMPARE(consent.error().code, Errc::ConsentNeeded);
    const auto expired = tokensIn(json(R"({"error":"invalid_grant","suberror":"bad_token"})", 400));
    QCOMPARE(expired.error().code, Errc::SignInNeeded);
    QCOMPARE(tokensIn(json("busy", 503)).error().code, Errc::Throttled);
    QCOMPARE(tokensIn(json("<html>", 502)).error().code, Errc::BadReply);
    // a success in words only
    QCOMPARE(
        tokensIn(json(R"({"access_token":"a","token_type":"Bearer"})", 400)).error().code, Errc::BadReply);
}

void tst_OAuthMessages::deviceGrants_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("good");
    QTest::addColumn<int>("interval");
    const QByteArray rest = R"("device_code":"d","user_code":"ABC-DEF","expires_in":900)";
    const QByteArray page = R"(,"verification_uri":"https://login.test/device")";
    QTest::newRow("usual") << "{" + rest + page + R"(,"interval":7})" << true << 7;
    QTest::newRow("no interval") << "{" + rest + page + "}" << true << 5;
    QTest::newRow("no pause at all") << "{" + rest + page + R"(,"interval":0})" << true << 1;
    QTest::newRow("an hour") << "{" + rest + page + R"(,"interval":3600})" << true << 300;
    QTest::newRow("no page") << "{" + rest + "}" << false << 0;
    QTest::newRow("a program for a page")
        << "{" + rest + R"(,"verification_uri":"file:///bin/sh"})" << false << 0;
    QTest::newRow("a page without TLS")
        << "{" + rest + R"(,"verification_uri":"http://login.test/"})" << false << 0;
    QTest::newRow("no code") << "{" + page.mid(1) + "}" << false << 0;
}

void tst_OAuthMessages::deviceGrants()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, good);
    QFETCH(const int, interval);
    const auto grant = deviceGrantIn(json(body));
    QCOMPARE(bool(grant), good);
    if (!good)
        return;
    QCOMPARE(grant->userCode, u"ABC-DEF"_s);
    QCOMPARE(grant->page, QUrl(u"https://login.test/device"_s));
    QCOMPARE(grant->interval, std::chrono::seconds(interval));
    QCOMPARE(grant->lifetime, 900s);
}

void tst_OAuthMessages::devicePolls_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");
    const auto code = [](Errc errc) { return QByteArray::number(int(errc)); };
    QTest::newRow("not yet") << 400 << QByteArray(R"({"error":"authorization_pending"})")
                             << QByteArray("wait");
    QTest::newRow("slower") << 400 << QByteArray(R"({"error":"slow_down"})") << QByteArray("slower");
    QTest::newRow("declined") << 400 << QByteArray(R"({"error":"authorization_declined"})")
                              << code(Errc::Cancelled);
    QTest::newRow("denied") << 400 << QByteArray(R"({"error":"access_denied"})") << code(Errc::Cancelled);
    QTest::newRow("expired") << 400 << QByteArray(R"({"error":"expired_token"})") << code(Errc::Timeout);
    QTest::newRow("bad code") << 400 << QByteArray(R"({"error":"bad_verification_code"})")
                              << code(Errc::SignInNeeded);
    QTest::newRow("done") << 200 << QByteArray(R"({"access_token":"a","token_type":"Bearer"})")
                          << QByteArray("done");
    QTest::newRow("not yet, they say with 200")
        << 200 << QByteArray(R"({"error":"authorization_pending"})") << code(Errc::BadReply);
    QTest::newRow("a page") << 500 << QByteArray("<html>") << code(Errc::BadReply);
}

void tst_OAuthMessages::devicePolls()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const auto poll = devicePollIn(json(body, status));
    QByteArray what = codeName(poll);
    if (poll)
        what = poll->tokens ? "done" : poll->slower ? "slower" : "wait";
    QTEST(what, "expected");
}

void tst_OAuthMessages::codes_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("errc");
    const auto good = [](const char *name, const QByteArray &query, const QString &code) {
        QTest::newRow(name) << query << code << -1;
    };
    const auto bad = [](const char *name, const QByteArray &query, Errc errc) {
        QTest::newRow(name) << query << QString() << int(errc);
    };
    good("usual", "code=abc&state=s", u"abc"_s);
    good("with reserved characters", "code=a%2Fb%2Bc%3D%26%25&state=s", u"a/b+c=&%"_s);
    good("with its issuer", "code=abc&iss=https%3A%2F%2Fissuer.test", u"abc"_s);
    bad("of another issuer", "code=abc&iss=https%3A%2F%2Fevil.test", Errc::BadReply);
    bad("declined", "error=access_denied&error_description=End-User+aborted+interaction", Errc::Cancelled);
    bad("blocked", "error=access_denied&error_description=AADSTS53003%3A+no", Errc::Forbidden);
    bad("an error and a code", "code=abc&error=server_error", Errc::BadReply);
    bad("nothing", "state=s", Errc::BadReply);
    bad("an empty code", "code=&state=s", Errc::BadReply);
    bad("a code of lines", "code=a%0D%0Ab", Errc::BadReply);
}

void tst_OAuthMessages::codes()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, code);
    QFETCH(const int, errc);
    const auto result
        = codeIn(QUrl::fromEncoded(QByteArray("http://localhost:1/?" + query)), u"https://issuer.test"_s);
    QCOMPARE(result ? -1 : int(result.error().code), errc);
    if (result)
        QCOMPARE(*result, code);
    else if (query.contains("aborted"))
        QCOMPARE(result.error().detail, u"access_denied: End-User aborted interaction"_s);
}

void tst_OAuthMessages::claims_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::addColumn<QString>("expected");
    const QByteArray claims = R"({"access_token":{"nbf":{"essential":true,"value":"1604106651"}}})";
    QTest::newRow("Graph's") << R"(Bearer realm="", error="insufficient_claims", claims=")"
            + claims.toBase64()
            + '"' << QString::fromLatin1(claims);
    QTest::newRow("just a refusal") << QByteArray(R"(Bearer error="invalid_token")") << QString();
    QTest::newRow("no JSON in it") << QByteArray(R"(Bearer error="insufficient_claims", claims="AAAA")")
                                   << QString();
    QTest::newRow("claims without need") << R"(Bearer claims=")" + claims.toBase64() + '"' << QString();
    QTest::newRow("none") << QByteArray() << QString();
}

void tst_OAuthMessages::claims()
{
    QFETCH(const QByteArray, challenge);
    HttpReply refusal {.status = 401};
    if (!challenge.isEmpty())
        refusal.headers = {{"www-authenticate", challenge}};
    QTEST(claimsIn(refusal), "expected");
}

QTEST_GUILESS_MAIN(tst_OAuthMessages)
#include "tst_oauthmessages.moc"
