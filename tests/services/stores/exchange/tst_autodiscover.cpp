// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/job/readyjob.h"
#include "services/stores/exchange/autodiscover.h"
#include "tests/services/stores/exchange/ewsexchange.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/jobs.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

class tst_Autodiscover : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void soapSettings();
    void plainXmlSettings();
    void replies_data();
    void replies();
    void order();
    void servicePointsFirst();
    void oneFormIsEnoughForASilentHost();
    void followsRedirects_data();
    void followsRedirects();
    void givesUpCircles();
    void trustsNobodyOutside_data();
    void trustsNobodyOutside();
    void noCredentialToHttp();
    void asksDns();
    void mostTellingError_data();
    void mostTellingError();
    void nobodyOfThatAddress();
    void noAddress();
};

namespace {

const auto ada = u"ada.reyes@contoso.com"_s;

/// Answers by URL: a recorded reply's name, or a status; everything else is offline. Notes what was asked.
struct Net
{
    QHash<QString, QString> recorded {};
    QHash<QString, int> statuses {};
    QStringList asked {};

    Result<HttpReply> answer(const QString &by, const HttpRequest &request)
    {
        const QString url = request.url.toString();
        asked.append(by + request.url.toString());
        if (recorded.contains(url))
            return ewsReplyOf(recorded.value(url));
        if (statuses.contains(url))
            return HttpReply {statuses.value(url), {}, {}};
        return Error {Errc::Offline};
    }
    AutodiscoverWays ways()
    {
        AutodiscoverWays ways;
        ways.signedIn = std::make_shared<ScriptedTransport>(
            [this](const HttpRequest &request) { return answer({}, request); });
        ways.plain = std::make_shared<ScriptedTransport>(
            [this](const HttpRequest &request) { return answer(u"plain "_s, request); });
        return ways;
    }
};

} // namespace

void tst_Autodiscover::soapSettings()
{
    const auto answer = userSettingsReply(ewsReplyOf(u"user-settings"_s));
    QVERIFY(answer && answer->settings);
    const AutodiscoverSettings &settings = *answer->settings;
    QCOMPARE(settings.ews, QUrl(u"https://mail.contoso.com/EWS/Exchange.asmx"_s));
    QCOMPARE(settings.photos, QUrl(u"https://mail.contoso.com/EWS/Exchange.asmx/s/GetUserPhoto"_s));
    QCOMPARE(settings.photoPage,
        QUrl(u"https://mail.contoso.com/ecp/?p=personalsettings/EditPhoto.aspx&exsvurl=1"_s));
    QCOMPARE(settings.displayName, u"Ada Reyes"_s);
    QCOMPARE(settings.version, (EwsVersion {15, 1, 2507, 6}));

    // no version in the header; an outside URL that is not encrypted does not count
    const auto old = userSettingsReply(ewsReplyOf(u"user-settings-old"_s));
    QVERIFY(old && old->settings);
    QCOMPARE(old->settings->ews, QUrl(u"https://ex1.corp.contoso.com/EWS/Exchange.asmx"_s));
    QVERIFY(old->settings->photos.isEmpty());
    QCOMPARE(old->settings->version, (EwsVersion {15, 0, 1497, 48}));
}

void tst_Autodiscover::plainXmlSettings()
{
    const auto answer = plainXmlSettingsReply(ewsReplyOf(u"plain-xml-settings"_s));
    QVERIFY(answer && answer->settings);
    QCOMPARE(answer->settings->ews, QUrl(u"https://mail.contoso.com/EWS/Exchange.asmx"_s));
    QCOMPARE(answer->settings->photoPage,
        QUrl(u"https://mail.contoso.com/ecp/PersonalSettings/EditPhoto.aspx?rfr=olk"_s));
    QCOMPARE(answer->settings->displayName, u"Ada Reyes"_s);

    const auto inside = plainXmlSettingsReply(ewsReplyOf(u"plain-xml-inside-only"_s));
    QVERIFY(inside && inside->settings);
    QCOMPARE(inside->settings->ews, QUrl(u"https://ex1.corp.contoso.com/EWS/Exchange.asmx"_s));
}

void tst_Autodiscover::replies_data()
{
    QTest::addColumn<QString>("outcome"); // an address, a URL or an error's number
    const auto error = [](Errc code) { return QString::number(static_cast<int>(code)); };
    QTest::newRow("user-settings-redirect-address") << u"ada@fabrikam.com"_s;
    QTest::newRow("user-settings-redirect-url")
        << u"https://autodiscover.fabrikam.com/autodiscover/autodiscover.svc"_s;
    QTest::newRow("user-settings-redirect-http") << error(Errc::BadReply);
    QTest::newRow("user-settings-invalid-user") << error(Errc::NotFound);
    QTest::newRow("user-settings-busy") << error(Errc::Throttled);
    QTest::newRow("user-settings-nothing") << error(Errc::BadReply);
    QTest::newRow("fault-busy") << error(Errc::Throttled);
    QTest::newRow("plain-xml-redirect-address") << u"ada@fabrikam.com"_s;
    QTest::newRow("plain-xml-redirect-url")
        << u"https://autodiscover.fabrikam.com/autodiscover/autodiscover.xml"_s;
    QTest::newRow("plain-xml-unknown-address") << error(Errc::NotFound);
    QTest::newRow("plain-xml-invalid-request") << error(Errc::BadReply);
    QTest::newRow("redirect-302") << u"https://autodiscover.contoso.net/autodiscover/autodiscover.xml"_s;
    QTest::newRow("redirect-302-http") << error(Errc::BadReply);
    QTest::newRow("unauthorised") << error(Errc::SignInNeeded);
    QTest::newRow("forms-sign-in") << error(Errc::BadReply);
}

void tst_Autodiscover::replies()
{
    const auto name = QString::fromUtf8(QTest::currentDataTag());
    const HttpReply reply = ewsReplyOf(name);
    const auto answer = name.startsWith(u"plain") ? plainXmlSettingsReply(reply) : userSettingsReply(reply);
    QString seen;
    if (!answer)
        seen = QString::number(static_cast<int>(answer.error().code));
    else
        seen = answer->otherAddress.isEmpty() ? answer->elsewhere.toString() : answer->otherAddress;
    QTEST(seen, "outcome");
}

void tst_Autodiscover::order()
{
    Net net;
    for (const QString &host : {u"contoso.com"_s, u"autodiscover.contoso.com"_s}) {
        net.statuses.insert(u"https://"_s + host + u"/autodiscover/autodiscover.svc"_s, 404);
        net.statuses.insert(u"https://"_s + host + u"/autodiscover/autodiscover.xml"_s, 404);
    }
    net.statuses.insert(u"http://autodiscover.contoso.com/autodiscover/autodiscover.xml"_s, 404);
    QVERIFY(!outcome(autodiscovered(net.ways(), ada)));
    QCOMPARE(net.asked,
        (QStringList {u"https://contoso.com/autodiscover/autodiscover.svc"_s,
            u"https://contoso.com/autodiscover/autodiscover.xml"_s,
            u"https://autodiscover.contoso.com/autodiscover/autodiscover.svc"_s,
            u"https://autodiscover.contoso.com/autodiscover/autodiscover.xml"_s,
            u"plain http://autodiscover.contoso.com/autodiscover/autodiscover.xml"_s}));
}

void tst_Autodiscover::servicePointsFirst()
{
    Net net;
    net.recorded.insert(u"https://ex1.corp.contoso.com/Autodiscover/Autodiscover.svc"_s, u"user-settings"_s);
    AutodiscoverWays ways = net.ways();
    ways.servicePoints = [] {
        return readyJob<QList<QUrl>>(
            QList<QUrl> {QUrl(u"http://old.corp.contoso.com/Autodiscover/Autodiscover.xml"_s),
                QUrl(u"https://ex1.corp.contoso.com/Autodiscover/Autodiscover.xml"_s)});
    };
    const auto found = outcome(autodiscovered(ways, ada));
    QVERIFY(found);
    QCOMPARE(found->ews, QUrl(u"https://mail.contoso.com/EWS/Exchange.asmx"_s));
    QCOMPARE(net.asked, (QStringList {u"https://ex1.corp.contoso.com/Autodiscover/Autodiscover.svc"_s}));
}

void tst_Autodiscover::oneFormIsEnoughForASilentHost()
{
    Net net;
    net.recorded.insert(
        u"https://autodiscover.contoso.com/autodiscover/autodiscover.xml"_s, u"plain-xml-settings"_s);
    net.statuses.insert(u"https://autodiscover.contoso.com/autodiscover/autodiscover.svc"_s, 405);
    QVERIFY(outcome(autodiscovered(net.ways(), ada)));
    QCOMPARE(net.asked,
        (QStringList {u"https://contoso.com/autodiscover/autodiscover.svc"_s,
            u"https://autodiscover.contoso.com/autodiscover/autodiscover.svc"_s,
            u"https://autodiscover.contoso.com/autodiscover/autodiscover.xml"_s}));
}

void tst_Autodiscover::followsRedirects_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("answer");
    QTest::newRow("by status") << u"redirect-302"_s
                               << u"https://autodiscover.contoso.net/autodiscover/autodiscover.xml"_s
                               << u"user-settings"_s;
    QTest::newRow("by a setting") << u"user-settings-redirect-url"_s
                                  << u"https://autodiscover.fabrikam.com/autodiscover/autodiscover.svc"_s
                                  << u"user-settings"_s;
    QTest::newRow("to another address")
        << u"user-settings-redirect-address"_s << u"https://fabrikam.com/autodiscover/autodiscover.svc"_s
        << u"user-settings"_s;
}

void tst_Autodiscover::followsRedirects()
{
    QFETCH(const QString, first);
    QFETCH(const QString, then);
    QFETCH(const QString, answer);
    Net net;
    net.recorded.insert(u"https://contoso.com/autodiscover/autodiscover.svc"_s, first);
    net.recorded.insert(then, answer);
    QVERIFY(outcome(autodiscovered(net.ways(), ada)));
    QCOMPARE(net.asked, (QStringList {u"https://contoso.com/autodiscover/autodiscover.svc"_s, then}));
}

void tst_Autodiscover::givesUpCircles()
{
    Net net;
    const auto other = u"https://autodiscover.fabrikam.com/autodiscover/autodiscover.svc"_s;
    net.recorded.insert(
        u"https://contoso.com/autodiscover/autodiscover.svc"_s, u"user-settings-redirect-url"_s);
    net.recorded.insert(other, u"user-settings-redirect-url"_s);
    const auto found = outcome(autodiscovered(net.ways(), ada));
    QVERIFY(!found);
    QCOMPARE(found.error().code, Errc::BadReply);
    QCOMPARE(net.asked.size(), 11); // the first, and ten redirects
}

void tst_Autodiscover::trustsNobodyOutside_data()
{
    QTest::addColumn<bool>("trusted");
    QTest::newRow("not asked") << false;
    QTest::newRow("allowed") << true;
}

/// A redirect that came unencrypted: anybody on the way could have sent it.
void tst_Autodiscover::trustsNobodyOutside()
{
    QFETCH(const bool, trusted);
    Net net;
    net.recorded.insert(
        u"http://autodiscover.contoso.com/autodiscover/autodiscover.xml"_s, u"redirect-302"_s);
    const auto target = u"https://autodiscover.contoso.net/autodiscover/autodiscover.svc"_s;
    net.recorded.insert(target, u"user-settings"_s);
    AutodiscoverWays ways = net.ways();
    if (trusted)
        ways.mayTrust = [](const QString &host) { return host == u"autodiscover.contoso.net"; };
    const auto found = outcome(autodiscovered(ways, ada));
    QCOMPARE(found.hasValue(), trusted);
    QCOMPARE(net.asked.contains(target), trusted);
    if (!found) {
        QCOMPARE(found.error().code, Errc::Forbidden);
        QVERIFY(found.error().detail.contains(u"autodiscover.contoso.net"));
    }
}

void tst_Autodiscover::noCredentialToHttp()
{
    Net net;
    net.recorded.insert(u"https://contoso.com/autodiscover/autodiscover.svc"_s, u"redirect-302-http"_s);
    net.recorded.insert(
        u"http://autodiscover.contoso.com/autodiscover/autodiscover.xml"_s, u"redirect-302-http"_s);
    AutodiscoverWays ways = net.ways();
    ways.mayTrust = [](const QString &) { return true; };
    QVERIFY(!outcome(autodiscovered(ways, ada)));
    QVERIFY(!net.asked.isEmpty());
    for (const QString &asked : net.asked)
        QVERIFY2(asked.startsWith(u"https:") || asked.startsWith(u"plain "), qPrintable(asked));
}

void tst_Autodiscover::asksDns()
{
    Net net;
    net.recorded.insert(u"https://mail.contoso.com/autodiscover/autodiscover.svc"_s, u"user-settings"_s);
    net.recorded.insert(
        u"https://mail.attacker.example/autodiscover/autodiscover.svc"_s, u"user-settings-old"_s);
    AutodiscoverWays ways = net.ways();
    QString domain;
    ways.hostsInDns = [&domain](const QString &of) {
        domain = of;
        return readyJob<QStringList>(QStringList {u"mail.attacker.example"_s, u"mail.contoso.com"_s});
    };
    const auto found = outcome(autodiscovered(ways, ada));
    QVERIFY(found);
    QCOMPARE(found->ews, QUrl(u"https://mail.contoso.com/EWS/Exchange.asmx"_s));
    QCOMPARE(domain, u"contoso.com"_s);
    QCOMPARE(net.asked.last(), u"https://mail.contoso.com/autodiscover/autodiscover.svc"_s);
    QVERIFY(!net.asked.join(u' ').contains(u"attacker"));
}

void tst_Autodiscover::mostTellingError_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Errc>("code");
    QTest::newRow("password") << 401 << Errc::SignInNeeded;
    QTest::newRow("forbidden") << 403 << Errc::Forbidden;
    QTest::newRow("busy") << 503 << Errc::Throttled;
    QTest::newRow("nothing there") << 404 << Errc::BadInput;
}

void tst_Autodiscover::mostTellingError()
{
    QFETCH(const int, status);
    Net net;
    net.statuses.insert(u"https://contoso.com/autodiscover/autodiscover.svc"_s, status);
    const auto found = outcome(autodiscovered(net.ways(), ada)); // all others are offline
    QVERIFY(!found);
    QTEST(found.error().code, "code");
}

void tst_Autodiscover::nobodyOfThatAddress()
{
    Net net;
    net.statuses.insert(u"https://contoso.com/autodiscover/autodiscover.svc"_s, 404);
    net.recorded.insert(
        u"https://autodiscover.contoso.com/autodiscover/autodiscover.svc"_s, u"user-settings-invalid-user"_s);
    const auto found = outcome(autodiscovered(net.ways(), ada));
    QVERIFY(!found);
    QCOMPARE(found.error().code, Errc::NotFound);
}

void tst_Autodiscover::noAddress()
{
    Net net;
    for (const QString &name : {u"ada"_s, u"ada@"_s, QString()}) {
        const auto found = outcome(autodiscovered(net.ways(), name));
        QVERIFY(!found);
        QCOMPARE(found.error().code, Errc::BadInput);
    }
    QVERIFY(net.asked.isEmpty());
}

QTEST_GUILESS_MAIN(tst_Autodiscover)
#include "tst_autodiscover.moc"
