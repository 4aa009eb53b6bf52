// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/webticketsignin.h"
#include "services/net/signedintransport.h"
#include "services/secrets/memorysecretstore.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/fakes/skippingpacing.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QUrl configured(u"https://lyncdiscover.example.org/"_s);

HttpReply challenge(const QByteArray &text)
{
    return {.status = 401,
        .headers = {{"WWW-Authenticate", "Bearer trusted_issuers=\"x\""}, {"WWW-Authenticate", text}}};
}

const QByteArray usualChallenge
    = R"(MsRtcOAuth href="https://web.example.org/WebTicket/oauthtoken",grant_type="urn:microsoft.rtc:windows,password")";

/// A server that wants tickets, and whoever gives them out, over one transport.
struct TicketWorld
{
    explicit TicketWorld(bool byPassword = true)
        : signIn(tickets, configured,
            byPassword ? std::optional(TicketPassword {u"ada@example.org"_s, u"key"_s, secrets})
                       : std::nullopt,
            pacing)
        , transport(std::make_unique<ScriptedTransport>(
                        [this](const HttpRequest &request) { return server(request); }),
              signIn)
    {
        (void)outcome(secrets.save(u"key"_s, "p&ss wörd"));
    }
    Result<HttpReply> server(const HttpRequest &request)
    {
        authorizations.append(headerOf(request.headers, "Authorization").value_or("none"));
        if (authorizations.last() == "Bearer cwt=" + QByteArray::number(given))
            return HttpReply {.status = 200};
        return challenge(wanted);
    }
    Result<HttpReply> issue(const HttpRequest &)
    {
        if (refusal)
            return *refusal;
        return HttpReply {.status = 200,
            .body = R"({"access_token":"cwt=)" + QByteArray::number(++given)
                + R"(","expires_in":28800,"token_type":"Bearer"})"};
    }
    Result<HttpReply> ask() { return outcome(transport.send({.url = QUrl(u"https://web.example.org/x"_s)})); }

    int given = 0;
    QByteArray wanted = usualChallenge;
    std::optional<HttpReply> refusal;
    QByteArrayList authorizations;
    MemorySecretStore secrets;
    SkippingPacing pacing;
    ScriptedTransport tickets {[this](const HttpRequest &request) { return issue(request); }};
    WebTicketSignIn signIn;
    SignedInTransport transport;
};

} // namespace

class tst_WebTicketSignIn : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void readsChallenges_data();
    void readsChallenges();
    void staysInTheOrganisation_data();
    void staysInTheOrganisation();
    void readsTickets_data();
    void readsTickets();
    void oneTicketForManyRequests();
    void asksByPassword();
    void asksByWindows();
    void givesNothingToStrangers();
    void wantsAnotherWay();
    void refusedOnce();
    void noTicketWithoutTls();
    void newTicketWhenTheOldEnds();
};

void tst_WebTicketSignIn::readsChallenges_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("grants");
    const QString issuer = u"https://web.example.org/WebTicket/oauthtoken"_s;
    const QStringList both {u"urn:microsoft.rtc:windows"_s, u"password"_s};
    QTest::newRow("as servers write it") << usualChallenge << issuer << both;
    QTest::newRow("without quotes") << QByteArray(
        "MsRtcOAuth href=https://web.example.org/WebTicket/oauthtoken,grant_type=\"password\"")
                                    << issuer << QStringList {u"password"_s};
    QTest::newRow("behind another in one header")
        << QByteArray("Bearer href=\"https://evil.test/\", " + usualChallenge) << issuer << both;
    QTest::newRow("in another case") << QByteArray(
        "msrtcoauth HREF=\"https://web.example.org/WebTicket/oauthtoken\", GRANT_TYPE=\"password\"")
                                     << issuer << QStringList {u"password"_s};
    QTest::newRow("not encrypted") << QByteArray("MsRtcOAuth href=\"http://web.example.org/t\"") << QString()
                                   << QStringList();
    QTest::newRow("no address") << QByteArray("MsRtcOAuth grant_type=\"password\"") << QString()
                                << QStringList();
    QTest::newRow("something else") << QByteArray("Negotiate") << QString() << QStringList();
}

void tst_WebTicketSignIn::readsChallenges()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, address);
    QFETCH(const QStringList, grants);
    const auto issuer = ticketIssuerIn(challenge(text));
    QCOMPARE(issuer ? issuer->address.toString() : QString(), address);
    QCOMPARE(issuer ? issuer->grants : QStringList(), grants);
}

void tst_WebTicketSignIn::staysInTheOrganisation_data()
{
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("written");
    QTest::addColumn<bool>("same");
    const QString discover = u"https://lyncdiscover.example.org/"_s;
    QTest::newRow("the same server") << u"https://web.a.example/x"_s << u"https://web.a.example/"_s << true;
    QTest::newRow("in the domain") << u"https://web.example.org/x"_s << discover << true;
    QTest::newRow("deep in the domain") << u"https://fe1.pool.example.org/x"_s << discover << true;
    QTest::newRow("behind the internal name")
        << u"https://fe1.example.org/"_s << u"https://lyncdiscoverinternal.example.org/"_s << true;
    QTest::newRow("another domain") << u"https://web.example.net/x"_s << discover << false;
    QTest::newRow("ends alike") << u"https://evilexample.org/x"_s << discover << false;
    QTest::newRow("a neighbour of a server")
        << u"https://b.example.org/"_s << u"https://a.example.org/"_s << false;
    QTest::newRow("a whole top-level domain")
        << u"https://evil.org/"_s << u"https://lyncdiscover.org/"_s << false;
    QTest::newRow("not encrypted") << u"http://lyncdiscover.example.org/"_s << discover << false;
    QTest::newRow("with a name") << u"https://a:b@lyncdiscover.example.org/"_s << discover << false;
    QTest::newRow("nothing") << QString() << discover << false;
}

void tst_WebTicketSignIn::staysInTheOrganisation()
{
    QFETCH(const QString, named);
    QFETCH(const QString, written);
    QFETCH(const bool, same);
    QCOMPARE(isOfSameOrganisation(QUrl(named), QUrl(written)), same);
}

void tst_WebTicketSignIn::readsTickets_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::optional<Errc>>("code");
    const std::optional<Errc> good;
    QTest::newRow("a ticket") << 200
                              << QByteArray(
                                     R"({"access_token":"cwt=A","expires_in":9,"token_type":"Bearer"})")
                              << good;
    QTest::newRow("refused") << 400 << QByteArray(R"({"error":"invalid_grant"})")
                             << std::optional(Errc::SignInNeeded);
    QTest::newRow("Kerberos refused") << 401 << QByteArray() << std::optional(Errc::SignInNeeded);
    QTest::newRow("switched off") << 400 << QByteArray(R"({"error":"unsupported_grant_type"})")
                                  << std::optional(Errc::Unsupported);
    QTest::newRow("AD FS") << 400
                           << QByteArray(R"({"error":"invalid_grant","ms_rtc_passiveauthuri":"https://x/"})")
                           << std::optional(Errc::Unsupported);
    QTest::newRow("busy") << 503 << QByteArray() << std::optional(Errc::Throttled);
    QTest::newRow("nonsense") << 200 << QByteArray("<html>") << std::optional(Errc::BadReply);
    QTest::newRow("a header in the ticket")
        << 200 << QByteArray(R"({"access_token":"a\r\nX: y","token_type":"Bearer"})")
        << std::optional(Errc::BadReply);
    QTest::newRow("another kind") << 200 << QByteArray(R"({"access_token":"a","token_type":"mac"})")
                                  << std::optional(Errc::BadReply);
}

void tst_WebTicketSignIn::readsTickets()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const std::optional<Errc>, code);
    const auto ticket = ticketIn({.status = status, .body = body});
    QCOMPARE(ticket ? std::nullopt : std::optional(ticket.error().code), code);
    if (ticket) {
        QCOMPARE(ticket->token, "cwt=A");
        QCOMPARE(ticket->lifetime, 9s);
    }
}

void tst_WebTicketSignIn::oneTicketForManyRequests()
{
    TicketWorld world;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(world.ask()->status, 200);
    QCOMPARE(world.tickets.requests.size(), 1);
    QCOMPARE(world.authorizations, QByteArrayList({"none", "Bearer cwt=1", "Bearer cwt=1", "Bearer cwt=1"}));
}

void tst_WebTicketSignIn::asksByPassword()
{
    TicketWorld world;
    QVERIFY(world.ask());
    const HttpRequest asked = world.tickets.requests.constFirst();
    QCOMPARE(asked.url.toString(), u"https://web.example.org/WebTicket/oauthtoken"_s);
    QCOMPARE(asked.body, "grant_type=password&username=ada%40example.org&password=p%26ss%20w%C3%B6rd");
    QVERIFY(!asked.isRead()); // never sent twice: it may count as a wrong try
}

void tst_WebTicketSignIn::asksByWindows()
{
    TicketWorld world(false);
    QVERIFY(world.ask());
    QCOMPARE(world.tickets.requests.constFirst().body, "grant_type=urn%3Amicrosoft.rtc%3Awindows");
}

void tst_WebTicketSignIn::givesNothingToStrangers()
{
    TicketWorld world;
    world.wanted = R"(MsRtcOAuth href="https://evil.test/t",grant_type="password")";
    const auto reply = world.ask();
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, Errc::Unsupported);
    QVERIFY(reply.error().detail.contains(u"evil.test"_s));
    QVERIFY(world.tickets.requests.isEmpty());
    // nor a ticket to somebody who is asked for another reason
    world.wanted = usualChallenge;
    QVERIFY(world.ask());
    const auto request = outcome(world.signIn.signedRequest({.url = QUrl(u"https://evil.test/"_s)}));
    QVERIFY(request && !headerOf(request->headers, "Authorization"));
}

void tst_WebTicketSignIn::wantsAnotherWay()
{
    TicketWorld world;
    world.wanted = R"(MsRtcOAuth href="https://web.example.org/t",grant_type="urn:microsoft.rtc:windows")";
    const auto reply = world.ask();
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, Errc::Unsupported);
    QVERIFY(reply.error().detail.contains(u"urn:microsoft.rtc:windows"_s));
    QVERIFY(world.tickets.requests.isEmpty());
}

void tst_WebTicketSignIn::refusedOnce()
{
    TicketWorld world;
    world.refusal = HttpReply {.status = 400, .body = R"({"error":"invalid_grant"})"};
    const auto reply = world.ask();
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, Errc::SignInNeeded);
    QCOMPARE(world.tickets.requests.size(), 1);
}

void tst_WebTicketSignIn::noTicketWithoutTls()
{
    TicketWorld world;
    const auto request = outcome(world.signIn.signedRequest({.url = QUrl(u"http://web.example.org/"_s)}));
    QVERIFY(!request);
    QCOMPARE(request.error().code, Errc::EncryptionNeeded);
}

void tst_WebTicketSignIn::newTicketWhenTheOldEnds()
{
    TicketWorld world;
    QVERIFY(world.ask());
    world.pacing.time += 8h - 30s; // within a minute of its end
    QVERIFY(world.ask());
    QCOMPARE(world.tickets.requests.size(), 2);
    QCOMPARE(world.authorizations.last(), "Bearer cwt=2");
}

QTEST_GUILESS_MAIN(tst_WebTicketSignIn)
#include "tst_webticketsignin.moc"
