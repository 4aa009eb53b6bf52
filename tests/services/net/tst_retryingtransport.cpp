// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/replyheaders.h"
#include "services/net/retryingtransport.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/fakes/skippingpacing.h"
#include "tests/support/jobs.h"

#include <QPointer>
#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpReply answer(int status, const QByteArray &retryAfter = {})
{
    HttpReply reply {.status = status};
    if (!retryAfter.isEmpty())
        reply.headers.emplace_back("retry-after", retryAfter);
    reply.headers.emplace_back("request-id", "r-1");
    return reply;
}

/// Answers in turn; the last one for ever.
std::unique_ptr<ScriptedTransport> answering(QList<Result<HttpReply>> answers)
{
    return std::make_unique<ScriptedTransport>([answers](const HttpRequest &) mutable {
        return answers.size() > 1 ? answers.takeFirst() : answers.first();
    });
}

HttpRequest request(const QByteArray &verb, const QString &url = u"https://one.test/x"_s)
{
    return {.verb = verb, .url = QUrl(url)};
}

/// A server that answers when the test says so.
class SlowTransport final : public HttpTransport
{
public:
    class Call final : public JobOf<HttpReply>
    {
    public:
        explicit Call(SlowTransport &transport)
            : m_transport(transport)
        {
        }
        void answerWith(const Result<HttpReply> &reply) { finish(reply); }

    private:
        void doStart() override { m_transport.under.append(this); }
        void doCancel() override { m_transport.under.removeOne(this); }
        SlowTransport &m_transport;
    };
    JobPtr<HttpReply> send(const HttpRequest &) override { return JobPtr<HttpReply>(new Call(*this)); }

    QList<QPointer<Call>> under;
};

} // namespace

class tst_RetryingTransport : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void sendsAgain_data();
    void sendsAgain();
    void pauses_data();
    void pauses();
    void tooLongAWait();
    void goesOnRefusing();
    void fewAtOnce();
    void oneServersQuietIsForAll();
    void letsGoOfItsPlace();
    void retryAfterIsRead_data();
    void retryAfterIsRead();
};

void tst_RetryingTransport::sendsAgain_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<bool>("onlyAsks");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<bool>("again");
    const auto row = [](const char *name, const char *verb, int status, const char *after, bool again,
                         bool onlyAsks = false) {
        QTest::newRow(name) << QByteArray(verb) << onlyAsks << status << QByteArray(after) << again;
    };
    row("throttled read", "GET", 429, "3", true);
    row("throttled write", "PUT", 429, "3", true);
    row("throttled write without a time", "POST", 429, "", true);
    row("busy read", "GET", 503, "3", true);
    row("busy write with a time", "PUT", 503, "3", true);
    row("busy write without a time may have been done", "PUT", 503, "", false);
    row("busy read without a time", "HEAD", 503, "", true);
    row("gateway, read", "GET", 502, "", true);
    row("gateway timeout, read", "GET", 504, "", true);
    row("gateway, question by POST", "POST", 502, "", true, true);
    row("gateway, write", "PUT", 502, "", false);
    row("gateway timeout, write", "DELETE", 504, "9", false);
    row("broken server, read", "GET", 500, "", false);
    row("refused", "GET", 403, "3", false);
    row("not signed in", "GET", 401, "", false);
    row("not there", "GET", 404, "", false);
    row("moved", "GET", 302, "3", false);
}

void tst_RetryingTransport::sendsAgain()
{
    QFETCH(const QByteArray, verb);
    QFETCH(const bool, onlyAsks);
    QFETCH(const int, status);
    QFETCH(const QByteArray, retryAfter);
    QFETCH(const bool, again);
    SkippingPacing pacing;
    ServerGates gates(pacing, {});
    auto server = answering({answer(status, retryAfter), answer(200)});
    const ScriptedTransport &seen = *server;
    RetryingTransport transport(std::move(server), gates, pacing);
    HttpRequest asked = request(verb);
    asked.onlyAsks = onlyAsks;
    const auto result = outcome(transport.send(asked));
    QVERIFY(result);
    QCOMPARE(result->status, again ? 200 : status);
    QCOMPARE(seen.requests.size(), again ? 2 : 1);
}

void tst_RetryingTransport::pauses_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<double>("luck");
    QTest::addColumn<QList<std::chrono::milliseconds>>("waits");
    using Waits = QList<std::chrono::milliseconds>;
    QTest::newRow("as asked") << QByteArray("7") << 0.0 << Waits {7000ms, 7000ms, 7000ms};
    QTest::newRow("a little more") << QByteArray("10") << 0.5 << Waits {11000ms, 11000ms, 11000ms};
    QTest::newRow("doubled") << QByteArray() << 0.0 << Waits {1000ms, 2000ms, 4000ms};
    QTest::newRow("at once") << QByteArray("0") << 0.9 << Waits {};
}

void tst_RetryingTransport::pauses()
{
    QFETCH(const QByteArray, retryAfter);
    QFETCH(const double, luck);
    SkippingPacing pacing;
    pacing.luck = luck;
    ServerGates gates(pacing, {});
    const Result<HttpReply> busy = answer(429, retryAfter);
    RetryingTransport transport(answering({busy, busy, busy, answer(200)}), gates, pacing);
    const auto result = outcome(transport.send(request("GET")));
    QVERIFY(result);
    QCOMPARE(result->status, 200);
    QTEST(pacing.waits, "waits");
}

void tst_RetryingTransport::tooLongAWait()
{
    SkippingPacing pacing;
    pacing.stands = true;
    ServerGates gates(pacing, {.atOnce = 4, .longestWait = 120s});
    auto server = answering({answer(429, "600"), answer(200)});
    const ScriptedTransport &seen = *server;
    RetryingTransport transport(std::move(server), gates, pacing);
    const JobPtr<HttpReply> first = transport.send(request("GET"));
    const auto result = outcome(first);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Throttled);
    QCOMPARE(result.error().retryAfter, std::optional(600s));
    QCOMPARE(result.error().serverTrace, u"request-id r-1"_s);
    QCOMPARE(seen.requests.size(), 1);
}

void tst_RetryingTransport::goesOnRefusing()
{
    SkippingPacing pacing;
    ServerGates gates(pacing, {});
    auto server = answering({answer(429, "5")});
    const ScriptedTransport &seen = *server;
    RetryingTransport transport(std::move(server), gates, pacing, {.attempts = 3});
    const auto result = outcome(transport.send(request("PUT")));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Throttled);
    QCOMPARE(result.error().retryAfter, std::optional(5s));
    QCOMPARE(result.error().serverTrace, u"request-id r-1"_s);
    QCOMPARE(seen.requests.size(), 3);

    RetryingTransport broken(answering({answer(502)}), gates, pacing, {.attempts = 2});
    const auto gateway = outcome(broken.send(request("GET")));
    QVERIFY(gateway); // the store knows what it means
    QCOMPARE(gateway->status, 502);
}

void tst_RetryingTransport::fewAtOnce()
{
    SkippingPacing pacing;
    ServerGates gates(pacing, {.atOnce = 2});
    auto inner = std::make_unique<SlowTransport>();
    SlowTransport &server = *inner;
    RetryingTransport transport(std::move(inner), gates, pacing);
    auto other = std::make_unique<SlowTransport>();
    SlowTransport &sameServer = *other;
    RetryingTransport second(std::move(other), gates, pacing); // another account, say
    std::vector<JobPtr<HttpReply>> jobs;
    for (int i = 0; i < 3; ++i)
        jobs.push_back(transport.send(request("GET")));
    jobs.push_back(second.send(request("GET", u"https://ONE.test:443/y"_s)));
    jobs.push_back(second.send(request("GET", u"https://two.test/y"_s)));
    for (const auto &job : jobs)
        job->start();
    QTRY_COMPARE(server.under.size(), 2);
    QTRY_COMPARE(sameServer.under.size(), 1); // the one to the other server
    QTest::qWait(0);
    QCOMPARE(server.under.size(), 2);

    server.under[0]->answerWith(answer(200));
    QTRY_COMPARE(server.under.size(), 3);
    server.under[1]->answerWith(Error {Errc::Offline});
    QTRY_COMPARE(sameServer.under.size(), 2);
    QVERIFY(jobs[0]->isFinished() && jobs[1]->isFinished() && !jobs[2]->isFinished());
}

void tst_RetryingTransport::oneServersQuietIsForAll()
{
    SkippingPacing pacing;
    ServerGates gates(pacing, {.atOnce = 4, .longestWait = 60s});
    auto server = answering({answer(200)});
    const ScriptedTransport &seen = *server;
    RetryingTransport transport(std::move(server), gates, pacing);
    pacing.stands = true;
    gates.quiet(QUrl(u"https://one.test/anything"_s), 50s);
    const JobPtr<HttpReply> waiting = transport.send(request("GET"));
    const JobPtr<HttpReply> elsewhere = transport.send(request("GET", u"https://two.test/"_s));
    waiting->start();
    elsewhere->start();
    QTRY_VERIFY(elsewhere->isFinished());
    QVERIFY(elsewhere->result());
    QVERIFY(!waiting->isFinished());
    QCOMPARE(seen.requests.size(), 1);
    gates.quiet(QUrl(u"https://one.test/anything"_s), 600s); // too long for those who wait already
    QTRY_VERIFY(waiting->isFinished());
    QCOMPARE(waiting->result().error().code, Errc::Throttled);
    QCOMPARE(waiting->result().error().retryAfter, std::optional(600s));
    pacing.time += 600s;
    QVERIFY(outcome(transport.send(request("GET"))));
}

void tst_RetryingTransport::letsGoOfItsPlace()
{
    SkippingPacing pacing;
    ServerGates gates(pacing, {.atOnce = 1});
    auto inner = std::make_unique<SlowTransport>();
    SlowTransport &server = *inner;
    RetryingTransport transport(std::move(inner), gates, pacing);
    JobPtr<HttpReply> first = transport.send(request("GET"));
    JobPtr<HttpReply> second = transport.send(request("GET"));
    const JobPtr<HttpReply> third = transport.send(request("GET"));
    first->start();
    second->start();
    third->start();
    QTRY_COMPARE(server.under.size(), 1);
    second.reset(); // while it queues
    first->cancel(); // while it is under way
    QTRY_COMPARE(server.under.size(), 1);
    QTRY_VERIFY(server.under.first());
    server.under.first()->answerWith(answer(204));
    QTRY_VERIFY(third->isFinished());
    QCOMPARE(third->result()->status, 204);
}

void tst_RetryingTransport::retryAfterIsRead_data()
{
    QTest::addColumn<HttpHeaders>("headers");
    QTest::addColumn<int>("seconds");
    const auto row = [](const char *name, const HttpHeaders &headers, int seconds) {
        QTest::newRow(name) << headers << seconds;
    };
    const std::pair<QByteArray, QByteArray> date {"Date", "Sun, 06 Nov 1994 08:49:37 GMT"};
    row("none", {date}, -1);
    row("seconds", {{"Retry-After", " 120 "}}, 120);
    row("a date", {date, {"Retry-After", "Sun, 06 Nov 1994 08:51:37 GMT"}}, 120);
    row("a date gone by", {date, {"Retry-After", "Sun, 06 Nov 1994 08:00:00 GMT"}}, 0);
    row("a date and nothing to count from", {{"Retry-After", "Sun, 06 Nov 1994 08:51:37 GMT"}}, -1);
    row("negative", {{"Retry-After", "-5"}}, 0);
    row("a century", {{"Retry-After", "3155760000"}}, 86400);
    row("too big for a number", {{"Retry-After", "99999999999999999999999"}}, -1);
    row("words", {date, {"Retry-After", "soon"}}, -1);
}

void tst_RetryingTransport::retryAfterIsRead()
{
    QFETCH(const HttpHeaders, headers);
    QFETCH(const int, seconds);
    const auto read = retryAfterOf({.status = 429, .headers = headers});
    QCOMPARE(read.value_or(-1s), std::chrono::seconds(seconds));
}

QTEST_GUILESS_MAIN(tst_RetryingTransport)
#include "tst_retryingtransport.moc"
