// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/loggingtransport.h"
#include "services/net/signedintransport.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/jobs.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

template <class T>
class Now final : public JobOf<T>
{
public:
    explicit Now(Result<T> result)
        : m_result(std::move(result))
    {
    }

private:
    void doStart() override { this->finish(m_result); }
    Result<T> m_result;
};

/// Writes the number of its renewals into the request; renews when the test says so.
class CountingSignIn final : public HttpSignIn
{
public:
    class Renewal final : public JobOf<bool>
    {
    public:
        explicit Renewal(CountingSignIn &signIn)
            : m_signIn(signIn)
        {
        }

    private:
        void doStart() override
        {
            ++m_signIn.renewals;
            finish(m_signIn.answer);
        }
        CountingSignIn &m_signIn;
    };

    JobPtr<HttpRequest> signedRequest(const HttpRequest &request) override
    {
        HttpRequest signedOne = request;
        signedOne.headers.emplace_back("Authorization", "token " + QByteArray::number(renewals));
        return JobPtr<HttpRequest>(new Now<HttpRequest>(refuses ? Result<HttpRequest>(*refuses) : signedOne));
    }
    JobPtr<bool> renewed(const HttpReply &refusal) override
    {
        lastRefusal = refusal;
        return JobPtr<bool>(new Renewal(*this));
    }

    int renewals = 0;
    Result<bool> answer = true;
    std::optional<Error> refuses;
    HttpReply lastRefusal;
};

/// Accepts only what was signed after so many renewals.
std::unique_ptr<ScriptedTransport> accepting(const QByteArray &token)
{
    return std::make_unique<ScriptedTransport>([token](const HttpRequest &request) -> Result<HttpReply> {
        if (headerOf(request.headers, "Authorization") == "token " + token)
            return HttpReply {.status = 200};
        return HttpReply {.status = 401, .headers = {{"WWW-Authenticate", "Bearer"}}, .body = "no"};
    });
}

QStringList logged;
void noteLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged.append(text);
}

} // namespace

class tst_SignedInTransport : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void signs();
    void renewsOnceForAll();
    void secondRefusalIsTheAnswer();
    void nothingNewer();
    void cannotSign();
    void cannotRenew();
    void logsOneLine();
    void logsFailures();

private:
    const HttpRequest m_request {.verb = "PUT", .url = QUrl(u"https://one.test/a"_s), .body = "photo"};
};

void tst_SignedInTransport::signs()
{
    CountingSignIn signIn;
    auto server = accepting("0");
    const ScriptedTransport &seen = *server;
    SignedInTransport transport(std::move(server), signIn);
    const auto result = outcome(transport.send(m_request));
    QVERIFY(result);
    QCOMPARE(result->status, 200);
    QCOMPARE(seen.requests.size(), 1);
    QCOMPARE(seen.requests.first().body, QByteArray("photo"));
    QCOMPARE(signIn.renewals, 0);
}

void tst_SignedInTransport::renewsOnceForAll()
{
    CountingSignIn signIn;
    auto server = accepting("1");
    const ScriptedTransport &seen = *server;
    SignedInTransport transport(std::move(server), signIn);
    std::vector<JobPtr<HttpReply>> jobs;
    for (int i = 0; i < 5; ++i) {
        jobs.push_back(transport.send(m_request));
        jobs.back()->start();
    }
    jobs[3].reset();
    for (const size_t i : {0U, 1U, 2U, 4U}) {
        QTRY_VERIFY(jobs[i]->isFinished());
        QCOMPARE(jobs[i]->result()->status, 200);
    }
    QCOMPARE(signIn.renewals, 1);
    QCOMPARE(signIn.lastRefusal.body, QByteArray("no"));
    QVERIFY(outcome(transport.send(m_request)));
    QCOMPARE(signIn.renewals, 1);
    QCOMPARE(seen.requests.size(), 9); // four twice, and the last
}

void tst_SignedInTransport::secondRefusalIsTheAnswer()
{
    CountingSignIn signIn;
    auto server = accepting("never");
    const ScriptedTransport &seen = *server;
    SignedInTransport transport(std::move(server), signIn);
    const auto result = outcome(transport.send(m_request));
    QVERIFY(result);
    QCOMPARE(result->status, 401);
    QCOMPARE(result->body, QByteArray("no"));
    QCOMPARE(seen.requests.size(), 2);
    QCOMPARE(signIn.renewals, 1);
}

void tst_SignedInTransport::nothingNewer()
{
    CountingSignIn signIn;
    signIn.answer = false;
    auto server = accepting("never");
    const ScriptedTransport &seen = *server;
    SignedInTransport transport(std::move(server), signIn);
    const auto result = outcome(transport.send(m_request));
    QVERIFY(result);
    QCOMPARE(result->status, 401);
    QCOMPARE(seen.requests.size(), 1);
}

void tst_SignedInTransport::cannotSign()
{
    CountingSignIn signIn;
    signIn.refuses = Error {Errc::NoTicket};
    auto server = accepting("0");
    const ScriptedTransport &seen = *server;
    SignedInTransport transport(std::move(server), signIn);
    const auto result = outcome(transport.send(m_request));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::NoTicket);
    QCOMPARE(seen.requests.size(), 0);
}

void tst_SignedInTransport::cannotRenew()
{
    CountingSignIn signIn;
    signIn.answer = Error {Errc::SignInNeeded, u"claims"_s};
    SignedInTransport transport(accepting("never"), signIn);
    const auto result = outcome(transport.send(m_request));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::SignInNeeded);
    QCOMPARE(result.error().detail, u"claims"_s);
}

void tst_SignedInTransport::logsOneLine()
{
    auto server = std::make_unique<ScriptedTransport>([](const HttpRequest &) {
        return HttpReply {.status = 200,
            .headers = {{"request-id", "theirs"}, {"Set-Cookie", "c=secret2"}},
            .body = "secret3"};
    });
    const ScriptedTransport &seen = *server;
    LoggingTransport transport(std::move(server));
    HttpRequest request = m_request;
    request.url = QUrl(u"https://one.test/s/GetUserPhoto?email=secret4&size=HR48x48#secret5"_s);
    request.headers = {{"Authorization", "Bearer secret1"}};
    logged.clear();
    QLoggingCategory::setFilterRules(u"likeness.net=true"_s);
    const QtMessageHandler before = qInstallMessageHandler(noteLog);
    const auto result = outcome(transport.send(request));
    qInstallMessageHandler(before);
    QVERIFY(result);
    QCOMPARE(logged.size(), 1);
    const QString line = logged.first();
    for (const QString &part : {u"PUT"_s, u"https://one.test/s/GetUserPhoto?email&size"_s, u"5 bytes"_s,
             u"200, 7 bytes"_s, u"request-id theirs"_s})
        QVERIFY2(line.contains(part), qPrintable(line));
    QVERIFY2(!line.contains(u"secret") && !line.contains(u"photo "), qPrintable(line));
    const QByteArray id = headerOf(seen.requests.first().headers, "client-request-id").value_or("");
    QCOMPARE(id.size(), 36);
    QVERIFY(line.contains(QString::fromLatin1(id)));
}

void tst_SignedInTransport::logsFailures()
{
    LoggingTransport transport(std::make_unique<ScriptedTransport>([](const HttpRequest &) {
        return Error {Errc::Offline, u"connection refused"_s};
    }));
    HttpRequest request = m_request;
    request.headers = {{"Client-Request-Id", "given"}};
    logged.clear();
    const QtMessageHandler before = qInstallMessageHandler(noteLog);
    const auto result = outcome(transport.send(request));
    transport.send(request)->start();
    qInstallMessageHandler(before);
    QCOMPARE(result.error().code, Errc::Offline);
    QCOMPARE(logged.size(), 1);
    QVERIFY(logged.first().contains(u"failed: connection refused"));
    QVERIFY(logged.first().contains(u"ours given"));
}

QTEST_GUILESS_MAIN(tst_SignedInTransport)
#include "tst_signedintransport.moc"
