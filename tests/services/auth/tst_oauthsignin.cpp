// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/devicesignin.h"
#include "services/auth/oauthsignin.h"
#include "services/job/readyjob.h"
#include "services/secrets/memorysecretstore.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/fakes/skippingpacing.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A token server that gives a1+r1, a2+r2 … and takes only the refresh token it gave last.
class RotatingServer
{
public:
    Result<HttpReply> operator()(const HttpRequest &request)
    {
        if (meanwhile)
            meanwhile();
        if (broken)
            return *broken;
        const QByteArray expected = "refresh_token=r" + QByteArray::number(given);
        if (!request.body.endsWith(expected))
            return HttpReply {.status = 400, .body = R"({"error":"invalid_grant"})"};
        ++given;
        const QByteArray number = QByteArray::number(given);
        return HttpReply {.status = 200,
            .body = R"({"token_type":"Bearer","expires_in":3600,"access_token":"a)" + number
                + R"(","refresh_token":"r)" + number + R"("})"};
    }
    int given = 0;
    std::optional<Result<HttpReply>> broken;
    std::function<void()> meanwhile; ///< happens while the request is under way
};

/// A keychain that can be locked while we run.
class LockableStore final : public SecretStore
{
public:
    JobPtr<std::optional<QByteArray>> load(const QString &key) override { return memory.load(key); }
    JobPtr<Done> save(const QString &key, const QByteArray &secret) override
    {
        saved.append(secret);
        return locked ? readyJob<Done>(Error {Errc::Local, u"locked"_s}) : memory.save(key, secret);
    }
    JobPtr<Done> erase(const QString &key) override { return memory.erase(key); }
    bool isLasting() const override { return true; }

    MemorySecretStore memory;
    QList<QByteArray> saved;
    bool locked = false;
};

struct Account
{
    Account()
        : signIn(transport, {.token = QUrl(u"https://login.test/token"_s), .clientId = u"c"_s}, store,
            u"key"_s, pacing)
    {
        (void)outcome(store.memory.save(u"key"_s, "r0"));
    }
    QByteArray authorization()
    {
        const auto result = outcome(signIn.signedRequest(request));
        return result ? headerOf(result->headers, "Authorization").value_or("none") : QByteArray("error");
    }
    QByteArray kept() { return outcome(store.memory.load(u"key"_s))->value_or("nothing"); }

    RotatingServer server;
    ScriptedTransport transport {[this](const HttpRequest &asked) { return server(asked); }};
    LockableStore store;
    SkippingPacing pacing;
    OAuthSignIn signIn;
    HttpRequest request {.url = QUrl(u"https://graph.test/me"_s)};
};

} // namespace

class tst_OAuthSignIn : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void signsAndRotates();
    void oneRefreshForAll();
    void refreshEndsWithoutWaiters();
    void lockedKeychain();
    void nothingKept();
    void revoked();
    void offline();
    void refusedTokenIsRenewed();
    void claims();
    void signOut();
    void signOutDuringARefresh();
    void acceptsASignIn();
    void onlyOverTls();
    void devicePauses();
    void deviceExpires();
};

void tst_OAuthSignIn::signsAndRotates()
{
    Account account;
    QCOMPARE(account.authorization(), QByteArray("Bearer a1"));
    QCOMPARE(account.kept(), QByteArray("r1"));
    account.pacing.time += 3500s;
    QCOMPARE(account.authorization(), QByteArray("Bearer a1"));
    account.pacing.time += 50s; // within a minute of its end
    QCOMPARE(account.authorization(), QByteArray("Bearer a2"));
    QCOMPARE(account.kept(), QByteArray("r2"));
    QCOMPARE(account.transport.requests.size(), 2);
}

void tst_OAuthSignIn::oneRefreshForAll()
{
    Account account;
    std::vector<JobPtr<HttpRequest>> jobs;
    for (int i = 0; i < 6; ++i) {
        jobs.push_back(account.signIn.signedRequest(account.request));
        jobs.back()->start();
    }
    for (const auto &job : jobs) {
        QTRY_VERIFY(job->isFinished());
        QCOMPARE(headerOf(job->result()->headers, "Authorization"), QByteArray("Bearer a1"));
    }
    QCOMPARE(account.transport.requests.size(), 1);
}

/// Or the new refresh token would be lost, and the old one no longer counts.
void tst_OAuthSignIn::refreshEndsWithoutWaiters()
{
    Account account;
    JobPtr<HttpRequest> job = account.signIn.signedRequest(account.request);
    job->start();
    QTRY_COMPARE(account.transport.requests.size(), 1);
    job.reset();
    QTRY_COMPARE(account.kept(), QByteArray("r1"));
    QCOMPARE(account.authorization(), QByteArray("Bearer a1"));
    QCOMPARE(account.transport.requests.size(), 1);
}

void tst_OAuthSignIn::lockedKeychain()
{
    Account account;
    account.store.locked = true;
    QCOMPARE(account.authorization(), QByteArray("Bearer a1"));
    QCOMPARE(account.kept(), QByteArray("r0"));
    account.pacing.time += 3600s;
    account.store.locked = false;
    QCOMPARE(account.authorization(), QByteArray("Bearer a2")); // with r1, from memory
    QCOMPARE(account.kept(), QByteArray("r2"));
}

void tst_OAuthSignIn::nothingKept()
{
    Account account;
    (void)outcome(account.store.memory.erase(u"key"_s));
    const auto result = outcome(account.signIn.signedRequest(account.request));
    QCOMPARE(result.error().code, Errc::SignInNeeded);
    QCOMPARE(account.transport.requests.size(), 0);
}

void tst_OAuthSignIn::revoked()
{
    Account account;
    account.server.given = 7; // ours was r0
    const auto result = outcome(account.signIn.signedRequest(account.request));
    QCOMPARE(result.error().code, Errc::SignInNeeded);
    QVERIFY(result.error().detail.contains(u"invalid_grant"));
    QCOMPARE(account.kept(), QByteArray("r0")); // nothing is thrown away behind a person's back
}

void tst_OAuthSignIn::offline()
{
    Account account;
    account.server.broken = Result<HttpReply>(Error {Errc::Offline});
    QCOMPARE(outcome(account.signIn.signedRequest(account.request)).error().code, Errc::Offline);
    account.server.broken.reset();
    QCOMPARE(account.authorization(), QByteArray("Bearer a1"));
}

void tst_OAuthSignIn::refusedTokenIsRenewed()
{
    Account account;
    QCOMPARE(account.authorization(), QByteArray("Bearer a1"));
    const auto renewed = outcome(account.signIn.renewed({.status = 401}));
    QVERIFY(renewed && *renewed);
    QCOMPARE(account.authorization(), QByteArray("Bearer a2"));
    QCOMPARE(account.transport.requests.size(), 2);
}

void tst_OAuthSignIn::claims()
{
    Account account;
    const QByteArray wanted = R"({"access_token":{"acrs":{"essential":true,"value":"c1"}}})";
    const HttpReply refusal {.status = 401,
        .headers = {{"WWW-Authenticate",
            R"(Bearer error="insufficient_claims", claims=")" + wanted.toBase64() + '"'}}};
    const auto renewed = outcome(account.signIn.renewed(refusal));
    QCOMPARE(renewed.error().code, Errc::SignInNeeded);
    QVERIFY(renewed.error().detail.contains(u"acrs"));
    QCOMPARE(account.signIn.claims(), QString::fromLatin1(wanted));
    QVERIFY(outcome(account.signIn.accept({.accessToken = "b", .refreshToken = "s"})));
    QCOMPARE(account.signIn.claims(), QString());
    QCOMPARE(account.transport.requests.size(), 0);
}

void tst_OAuthSignIn::signOut()
{
    Account account;
    QCOMPARE(account.authorization(), QByteArray("Bearer a1"));
    QVERIFY(outcome(account.signIn.signOut()));
    QCOMPARE(account.kept(), QByteArray("nothing"));
    QCOMPARE(outcome(account.signIn.signedRequest(account.request)).error().code, Errc::SignInNeeded);
    QCOMPARE(account.transport.requests.size(), 1);
}

void tst_OAuthSignIn::signOutDuringARefresh()
{
    Account account;
    JobPtr<Done> out;
    account.server.meanwhile = [&] {
        out = account.signIn.signOut();
        out->start();
    };
    const JobPtr<HttpRequest> job = account.signIn.signedRequest(account.request);
    job->start();
    QTRY_VERIFY(job->isFinished());
    QTRY_VERIFY(out->isFinished());
    QCOMPARE(job->result().error().code, Errc::SignInNeeded);
    QCOMPARE(outcome(account.signIn.signedRequest(account.request)).error().code, Errc::SignInNeeded);
    QCOMPARE(account.kept(), QByteArray("nothing"));
}

void tst_OAuthSignIn::acceptsASignIn()
{
    Account account;
    QVERIFY(outcome(account.signIn.accept({.accessToken = "b", .refreshToken = "s", .lifetime = 10s})));
    QCOMPARE(account.kept(), QByteArray("s"));
    QCOMPARE(account.authorization(), QByteArray("Bearer b"));
    account.pacing.time += 5s;
    QCOMPARE(account.authorization(), QByteArray("error")); // this server never gave "s"
}

void tst_OAuthSignIn::onlyOverTls()
{
    Account account;
    account.request.url = QUrl(u"http://graph.test/me"_s);
    QCOMPARE(outcome(account.signIn.signedRequest(account.request)).error().code, Errc::EncryptionNeeded);
    QCOMPARE(account.transport.requests.size(), 0);
}

void tst_OAuthSignIn::devicePauses()
{
    QList<QByteArray> polls {R"({"error":"authorization_pending"})", R"({"error":"slow_down"})",
        R"({"error":"authorization_pending"})",
        R"({"access_token":"a","refresh_token":"r","token_type":"bearer"})"};
    ScriptedTransport server([&](const HttpRequest &request) -> Result<HttpReply> {
        if (request.url.path() == u"/device"_s)
            return HttpReply {.status = 200,
                .body = R"({"device_code":"d","user_code":"U-1","verification_uri":"https://login.test/d",)"
                        R"("expires_in":900,"interval":3})"};
        if (server.requests.size() == 3)
            return Error {Errc::Timeout};
        const QByteArray body = polls.takeFirst();
        return HttpReply {.status = body.contains("error") ? 400 : 200, .body = body};
    });
    SkippingPacing pacing;
    auto *device = new DeviceSignIn(server,
        {.token = QUrl(u"https://login.test/token"_s), .device = QUrl(u"https://login.test/device"_s)},
        pacing);
    const JobPtr<OAuthTokens> job(device);
    QSignalSpy told(device, &DeviceSignIn::codeReceived);
    const auto tokens = outcome(job);
    QVERIFY(tokens);
    QCOMPARE(tokens->refreshToken, QByteArray("r"));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toString(), u"U-1"_s);
    QCOMPARE(told.first().last().toUrl(), QUrl(u"https://login.test/d"_s));
    // pending, an answer too late: twice as long, slow_down: five seconds more, pending
    QCOMPARE(pacing.waits, (QList<std::chrono::milliseconds> {3s, 3s, 6s, 11s, 11s}));
}

void tst_OAuthSignIn::deviceExpires()
{
    ScriptedTransport server([&](const HttpRequest &request) -> Result<HttpReply> {
        if (request.url.path() == u"/device"_s)
            return HttpReply {.status = 200,
                .body = R"({"device_code":"d","user_code":"U-1","verification_uri":"https://login.test/d",)"
                        R"("expires_in":20})"};
        return HttpReply {.status = 400, .body = R"({"error":"authorization_pending"})"};
    });
    SkippingPacing pacing;
    const JobPtr<OAuthTokens> job(new DeviceSignIn(server,
        {.token = QUrl(u"https://login.test/token"_s), .device = QUrl(u"https://login.test/device"_s)},
        pacing));
    QCOMPARE(outcome(job).error().code, Errc::Timeout);
    QCOMPARE(server.requests.size(), 4); // at 5, 10 and 15 seconds
}

QTEST_GUILESS_MAIN(tst_OAuthSignIn)
#include "tst_oauthsignin.moc"
