// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/webticketsignin.h"
#include "services/net/qthttptransport.h"
#include "services/net/signedintransport.h"
#include "services/sandbox/servers/sandboxservers.h"
#include "services/secrets/memorysecretstore.h"
#include "services/stores/skype/skypeviewer.h"
#include "tests/services/stores/storecontract.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/fakes/skippingpacing.h"
#include "tests/support/jobs.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using Kind = SandboxFault::Kind;

/// SkypeViewer over our own HTTP and TLS, against the sandbox's Skype for Business.
class tst_SkypeViewer : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void showsTheOwnPhoto();
    void showsSomebodyElses();
    void noPhotoIsAnAnswer();
    void afterARemovalNothing();
    void knowsNobody();
    void needsAnAddress();
    void makesNobodyAppearAvailable();
    void oneApplicationForAll();
    void registersAnewWhenForgotten();
    void asksForANewTicket();
    void triesAWrongPasswordOnce();
    void probes();
    void faults_data();
    void faults();
    void cancelled();
    void staysInTheDomain();
    void certificateRefused();

private:
    Result<StoreSight> seen(const QString &key);
    qsizetype count(const QByteArray &start) const;
    void connectTo(const QUrl &address, const QString &caFile);

    QTemporaryDir m_directory;
    MemorySecretStore m_secrets;
    SkippingPacing m_pacing;
    std::unique_ptr<SandboxWorld> m_world;
    std::unique_ptr<SandboxServers> m_servers;
    SandboxAddresses m_at;
    std::unique_ptr<HttpTransport> m_tickets;
    std::unique_ptr<WebTicketSignIn> m_signIn;
    std::unique_ptr<SkypeViewer> m_viewer;
};

void tst_SkypeViewer::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_viewer.reset();
    m_servers.reset();
    m_world = std::make_unique<SandboxWorld>();
    m_servers = std::make_unique<SandboxServers>(*m_world, m_directory.path());
    const Result<SandboxAddresses> at = m_servers->start();
    QVERIFY2(at, at ? "" : qPrintable(at.error().detail));
    m_at = *at;
    QVERIFY(outcome(m_secrets.save(u"skype"_s, m_world->account(u"ada.reyes"_s)->password)));
    QVERIFY(m_world->saveInExchange(u"ada.reyes"_s, jpegPhoto(648, 0xffcc2222)));
    connectTo(m_at.skype, m_at.caFile);
}

void tst_SkypeViewer::connectTo(const QUrl &address, const QString &caFile)
{
    m_tickets = makeTransport({.caFile = caFile});
    m_signIn = std::make_unique<WebTicketSignIn>(*m_tickets, address,
        TicketPassword {u"ada.reyes@lab.likeness.test"_s, u"skype"_s, m_secrets}, m_pacing);
    m_viewer = std::make_unique<SkypeViewer>(u"skype"_s, address,
        std::make_shared<SignedInTransport>(makeTransport({.caFile = caFile}), *m_signIn));
}

Result<StoreSight> tst_SkypeViewer::seen(const QString &key)
{
    return outcome(m_viewer->see(m_world->person(key)->keys, {}));
}

/// How many requests there were that begin so.
qsizetype tst_SkypeViewer::count(const QByteArray &start) const
{
    return std::ranges::count_if(m_servers->requests(), [&start](const RecordedRequest &each) {
        return QByteArray(each.request.verb + ' ' + each.request.target).startsWith(start);
    });
}

void tst_SkypeViewer::showsTheOwnPhoto()
{
    const auto sight = seen(u"ada.reyes"_s);
    QVERIFY2(sight, sight ? "" : qPrintable(sight.error().detail));
    QCOMPARE(sight->served.size(), 2);
    QCOMPARE(sight->served[0].edge(), 648);
    QCOMPARE(sight->served[1].edge(), 96);
    QCOMPARE(sight->served[0].photo.bytes, m_world->photos(u"ada.reyes"_s).mailbox->inSize(648));
    QCOMPARE(sight->evidence.size(), 2);
    QVERIFY(sight->evidence[0].startsWith(u"UCWA photo HR648X648: 648 × 648"_s));
}

void tst_SkypeViewer::showsSomebodyElses()
{
    QVERIFY(m_world->saveInExchange(u"li.xiaolong"_s, jpegPhoto(240, 0xff2222cc)));
    const auto sight = seen(u"li.xiaolong"_s);
    QVERIFY2(sight, sight ? "" : qPrintable(sight.error().detail));
    QCOMPARE(sight->served[0].edge(), 240); // it is no larger
    QCOMPARE(count("GET /ucwa/oauth/v1/applications/101/people/search?"), 1);
}

void tst_SkypeViewer::noPhotoIsAnAnswer()
{
    const auto sight = seen(u"li.xiaolong"_s);
    QVERIFY2(sight, sight ? "" : qPrintable(sight.error().detail));
    QVERIFY(sight->served.isEmpty());
    QCOMPARE(sight->evidence, QStringList {u"UCWA photo HR648X648: no photo"_s});
}

void tst_SkypeViewer::afterARemovalNothing()
{
    m_world->removeInExchange(u"ada.reyes"_s);
    const auto sight = seen(u"ada.reyes"_s);
    QVERIFY(sight && sight->served.isEmpty());
}

void tst_SkypeViewer::knowsNobody()
{
    const auto sight = outcome(m_viewer->see({u"x"_s, {}, {}, u"nobody@lab.likeness.test"_s, {}}, {}));
    QVERIFY(!sight);
    QCOMPARE(sight.error().code, Errc::NotFound);
}

void tst_SkypeViewer::needsAnAddress()
{
    const auto sight = outcome(m_viewer->see({u"x"_s, {}, {}, {}, {}}, {}));
    QVERIFY(!sight);
    QCOMPARE(sight.error().code, Errc::NotFound);
    QVERIFY(m_servers->requests().isEmpty());
}

void tst_SkypeViewer::makesNobodyAppearAvailable()
{
    QVERIFY(seen(u"ada.reyes"_s));
    QVERIFY(seen(u"li.xiaolong"_s));
    for (const RecordedRequest &each : m_servers->requests())
        QVERIFY(!each.request.target.contains("makeMeAvailable"));
}

void tst_SkypeViewer::oneApplicationForAll()
{
    std::vector<JobPtr<StoreSight>> looks;
    for (const QString &key : {u"ada.reyes"_s, u"li.xiaolong"_s, u"ada.reyes"_s}) {
        looks.push_back(m_viewer->see(m_world->person(key)->keys, {}));
        looks.back()->start();
    }
    for (const auto &look : looks)
        QTRY_VERIFY_WITH_TIMEOUT(look->isFinished(), 15'000);
    for (const auto &look : looks)
        QVERIFY(look->result());
    QCOMPARE(count("POST /ucwa/oauth/v1/applications"), 1);
    QCOMPARE(count("POST /WebTicket/"), 1);
}

void tst_SkypeViewer::registersAnewWhenForgotten()
{
    QVERIFY(seen(u"ada.reyes"_s));
    m_servers->forgetApplications();
    const auto again = seen(u"ada.reyes"_s);
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QCOMPARE(again->served.size(), 2);
    QCOMPARE(count("POST /ucwa/oauth/v1/applications"), 2);
}

void tst_SkypeViewer::asksForANewTicket()
{
    QVERIFY(seen(u"ada.reyes"_s));
    m_world->clock().advance(std::chrono::hours(9)); // the server's tickets last for eight
    const auto again = seen(u"ada.reyes"_s);
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QCOMPARE(count("POST /WebTicket/"), 2);
}

void tst_SkypeViewer::triesAWrongPasswordOnce()
{
    QVERIFY(outcome(m_secrets.save(u"skype"_s, "wrong")));
    const auto sight = seen(u"ada.reyes"_s);
    QVERIFY(!sight);
    QCOMPARE(sight.error().code, Errc::SignInNeeded);
    QVERIFY(!sight.error().detail.contains(u"wrong"_s));
    QCOMPARE(count("POST /WebTicket/"), 1);
}

void tst_SkypeViewer::probes()
{
    const auto answer = outcome(m_viewer->probe());
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(*answer, u"UCWA of 127.0.0.1 as ada.reyes@lab.likeness.test"_s);
}

void tst_SkypeViewer::faults_data()
{
    QTest::addColumn<SandboxFault>("fault");
    QTest::addColumn<std::optional<Errc>>("code");
    const auto row = [](const char *name, Kind kind, const QByteArray &where, std::optional<Errc> code) {
        QTest::newRow(name) << SandboxFault {.kind = kind, .requests = 20, .matching = where, .status = 503}
                            << code;
    };
    const std::optional<Errc> good;
    row("discovery throttled", Kind::Throttled, "GET /", Errc::Throttled);
    row("discovery is a page", Kind::Malformed, "GET /", Errc::BadReply);
    row("refused for ever", Kind::Unauthorised, "/ucwa/", Errc::SignInNeeded);
    row("no ticket: dropped", Kind::DroppedBefore, "/WebTicket/", Errc::Offline);
    row("no ticket: nonsense", Kind::Malformed, "/WebTicket/", Errc::BadReply);
    row("the application is nonsense", Kind::Malformed, "POST /ucwa/", Errc::BadReply);
    row("search fails", Kind::Failed, "/search", Errc::Throttled);
    row("a photo that is a page", Kind::WrongType, "/contactPhoto", Errc::BadReply);
    row("a photo that is none", Kind::Malformed, "/contactPhoto", Errc::BadReply);
    row("half a photo", Kind::Truncated, "/contactPhoto", Errc::Offline);
    row("late, but there", Kind::Delay, "/contactPhoto", good);
}

void tst_SkypeViewer::faults()
{
    QFETCH(const SandboxFault, fault);
    QFETCH(const std::optional<Errc>, code);
    QVERIFY(m_world->saveInExchange(u"li.xiaolong"_s, jpegPhoto(240, 0xff2222cc)));
    m_servers->fail(SandboxService::Skype, fault);
    const auto sight = seen(u"li.xiaolong"_s);
    QCOMPARE(sight ? std::nullopt : std::optional(sight.error().code), code);
    m_servers->mend();
    const auto again = seen(u"li.xiaolong"_s);
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
}

void tst_SkypeViewer::cancelled()
{
    m_servers->fail(SandboxService::Skype,
        {.kind = Kind::Delay, .matching = "/photos/", .delay = std::chrono::minutes(1)});
    const auto look = m_viewer->see(m_world->person(u"ada.reyes"_s)->keys, {});
    look->start();
    QTRY_VERIFY_WITH_TIMEOUT(count("POST /ucwa/") == 1, 15'000);
    look->cancel();
    QVERIFY(look->isFinished());
    QCOMPARE(look->result().error().code, Errc::Cancelled);
}

/// Whoever answers at the discovery address cannot have a ticket or a question sent to somebody else.
void tst_SkypeViewer::staysInTheDomain()
{
    const auto scripted = std::make_shared<ScriptedTransport>([](const HttpRequest &request) {
        const bool first = request.url.path() == "/"_L1;
        return HttpReply {.status = 200,
            .body = first ? R"({"_links":{"user":{"href":"https://elsewhere.test/user"}}})" : "{}"};
    });
    SkypeViewer viewer(u"skype"_s, QUrl(u"https://lyncdiscover.example.org/"_s), scripted);
    const auto answer = outcome(viewer.probe());
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, Errc::Unsupported);
    QVERIFY(answer.error().detail.contains(u"elsewhere.test"_s));
    QCOMPARE(scripted->requests.size(), 1);
}

void tst_SkypeViewer::certificateRefused()
{
    connectTo(m_at.skype, {});
    const auto sight = seen(u"ada.reyes"_s);
    QVERIFY(!sight);
    QCOMPARE(sight.error().code, Errc::CertificateUnknownIssuer);
    QVERIFY(m_servers->requests().isEmpty());
}

QTEST_GUILESS_MAIN(tst_SkypeViewer)
#include "tst_skypeviewer.moc"
