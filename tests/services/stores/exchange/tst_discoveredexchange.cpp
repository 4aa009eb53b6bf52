// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/discoveredexchange.h"
#include "tests/services/stores/exchange/ewsexchange.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

/// A server that knows Autodiscover and photos; it can be switched off.
struct ContosoNet
{
    bool reachable = true;
    QString settings = u"user-settings"_s;
    int lookups = 0;

    Result<HttpReply> answer(const HttpRequest &request)
    {
        if (!reachable)
            return Error {Errc::Offline};
        if (request.url == QUrl(u"https://contoso.com/autodiscover/autodiscover.svc"_s)) {
            ++lookups;
            return ewsReplyOf(settings);
        }
        if (request.url.host() == u"mail.contoso.com"_s && request.url.path().endsWith(u"/s/GetUserPhoto"_s))
            return HttpReply {
                .status = 200, .headers = {{"Content-Type", "image/jpeg"}}, .body = "the photo"};
        return HttpReply {.status = 404};
    }
    AutodiscoverWays ways()
    {
        AutodiscoverWays ways;
        ways.signedIn = std::make_shared<ScriptedTransport>(
            [this](const HttpRequest &request) { return answer(request); });
        ways.plain = std::make_shared<ScriptedTransport>(
            [](const HttpRequest &) -> Result<HttpReply> { return Error {Errc::Offline}; });
        return ways;
    }
};

PersonKeys ada()
{
    return {u"ada.reyes"_s, {}, {}, u"ada.reyes@contoso.com"_s, {}};
}

} // namespace

class tst_DiscoveredExchange : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void findsOnceForAll();
    void looksAgainAfterAFailure();
    void learnsWhatTheServerCannot();
    void letsGo();

private:
    static DiscoveredExchange exchange(ContosoNet &net)
    {
        return {{Workload::Exchange, u"mail"_s}, u"Exchange"_s, {}, net.ways(), u"ada.reyes@contoso.com"_s};
    }
};

void tst_DiscoveredExchange::findsOnceForAll()
{
    ContosoNet net;
    DiscoveredExchange store = exchange(net);
    const auto first = store.read(ada());
    const auto second = store.read(ada());
    first->start();
    const auto read = outcome(second);
    QTRY_VERIFY(first->isFinished());
    for (const auto &result : {first->result(), read}) {
        QVERIFY(result && *result);
        QCOMPARE((*result)->photo.bytes, QByteArray("the photo"));
    }
    QVERIFY(outcome(store.read(ada())));
    QCOMPARE(net.lookups, 1);
}

void tst_DiscoveredExchange::looksAgainAfterAFailure()
{
    ContosoNet net;
    net.reachable = false;
    DiscoveredExchange store = exchange(net);
    const auto read = outcome(store.read(ada()));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::Offline);
    net.reachable = true;
    QVERIFY(outcome(store.read(ada())));
}

/// A 2013 server takes no photo by Web Services, whatever the organisation file says.
void tst_DiscoveredExchange::learnsWhatTheServerCannot()
{
    ContosoNet net;
    net.settings = u"user-settings-old"_s;
    DiscoveredExchange store = exchange(net);
    const auto written = outcome(store.write(ada(), EncodedPhoto::of("another", {648, 648}), std::nullopt));
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::Unsupported);
    QVERIFY(written.error().handover.contains(u"Set-UserPhoto"_s));
}

void tst_DiscoveredExchange::letsGo()
{
    ContosoNet net;
    DiscoveredExchange store = exchange(net);
    for (int turns = 0; turns < 4; ++turns) {
        auto job = store.read(ada());
        job->start();
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents();
        job.reset();
    }
    QVERIFY(outcome(store.read(ada())));
}

QTEST_GUILESS_MAIN(tst_DiscoveredExchange)
#include "tst_discoveredexchange.moc"
