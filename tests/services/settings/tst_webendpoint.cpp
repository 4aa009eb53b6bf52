// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/organisationfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

using Cloud = EndpointSettings::Cloud;
using Kind = EndpointSettings::Kind;
using SignIn = EndpointSettings::SignIn;
using Version = EndpointSettings::Version;

namespace {

const QByteArray exchange = R"("kind": "exchange", "name": "x", )";
const QByteArray cloud = R"("kind": "microsoft365", "name": "m", "tenant": "t.example", "clientId": "c")";
const QByteArray sharePoint
    = R"("kind": "sharePoint", "name": "s", "url": "https://my.example", "domain": "C")";

const QByteArray skype = R"("kind": "skypeForBusiness", "name": "k", )";
const QByteArray pictures = R"("kind": "webAddress", "name": "w", )";

QByteArray organisationWith(const QByteArray &endpoint)
{
    return R"({"title": "T", "endpoints": [{)" + endpoint + "}]}";
}

Result<EndpointSettings> endpointOf(const QByteArray &fields)
{
    return OrganisationFile::parse(organisationWith(fields)).transform([](const OrganisationFile &file) {
        return file.endpoints.first();
    });
}

} // namespace

/// Exchange, Microsoft 365 and SharePoint in an organisation file.
class tst_WebEndpoint : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void fillsInWhatIsUsual();
    void survivesWriting_data();
    void survivesWriting();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void keepsSecretsApart();
    void agreesWithTheSchema();
};

void tst_WebEndpoint::fillsInWhatIsUsual()
{
    const auto mail = endpointOf(exchange + R"("url": "https://mail.example/EWS/Exchange.asmx")");
    QVERIFY2(mail, mail ? "" : qPrintable(mail.error().detail));
    QCOMPARE(mail->kind, Kind::Exchange);
    QCOMPARE(mail->signIn, SignIn::Negotiate);
    QCOMPARE(mail->version, Version::V2016);
    QCOMPARE(mail->writes.edge(), 648);
    QCOMPARE(mail->byteBudget, 102'400);
    QCOMPARE(mail->byteLimit, 512'000);
    QVERIFY(!mail->asksPassword());
    QVERIFY(!mail->findsPeople); // nothing said

    const auto graph = endpointOf(cloud);
    QVERIFY2(graph, graph ? "" : qPrintable(graph.error().detail));
    QCOMPARE(graph->signIn, SignIn::OAuth);
    QCOMPARE(graph->cloud, Cloud::Global);
    QCOMPARE(graph->byteLimit, 4'000'000);

    const auto site = endpointOf(sharePoint);
    QVERIFY2(site, site ? "" : qPrintable(site.error().detail));
    QCOMPARE(site->photoExpirationHours, 24);
    QCOMPARE(site->photoErrorExpirationHours, 1);
    QVERIFY(!site->importsPhotos);
    QCOMPARE(site->byteLimit, 5'000'000);
    QCOMPARE(site->writes.edge(), 360);
}

void tst_WebEndpoint::survivesWriting_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("Autodiscover") << exchange
            + R"("account": "amy@contoso.example", "signIn": "ntlm", "version": "2013")";
    QTest::newRow("Exchange, basic") << exchange
            + R"("account": "C\\amy", "signIn": "basic", "url": "https://m.example:444/EWS/x")";
    QTest::newRow("no directory") << cloud + R"(, "directory": false)";
    QTest::newRow("a directory") << exchange + R"("url": "https://m.example/EWS/x", "directory": true)";
    QTest::newRow("China") << cloud + R"(, "cloud": "china", "account": "amy@contoso.example")";
    QTest::newRow("a cloud of one's own")
        << cloud + R"(, "cloud": "custom", "url": "https://g.example", "loginUrl": "https://l.example:8443")";
    QTest::newRow("a farm") << sharePoint
            + R"(, "version": "2013", "photoExpirationHours": 168, "photoErrorExpirationHours": 0, "importsPhotos": true)";
    QTest::newRow("SharePoint Online")
        << sharePoint + R"(, "version": "online", "signIn": "oauth", "tenant": "t.example", "clientId": "c")";
    QTest::newRow("pictures on the web")
        << pictures + R"("address": "https://p.example/{mail}.jpg", "caFile": "ca.pem")";
    QTest::newRow("Skype for Business")
        << skype + R"("url": "https://lyncdiscover.example/", "signIn": "basic", "account": "a@b.example")";
    QTest::newRow("Skype for Business, Kerberos")
        << skype + R"("url": "https://lyncdiscover.example/", "caFile": "ca.pem")";
}

void tst_WebEndpoint::survivesWriting()
{
    QFETCH(const QByteArray, fields);
    const auto file = OrganisationFile::parse(organisationWith(fields));
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    const QJsonObject given = QJsonDocument::fromJson('{' + fields + '}').object();
    const QJsonObject written = QJsonDocument::fromJson(file->toJson())[u"endpoints"_s][0].toObject();
    for (const QString &key : given.keys())
        QCOMPARE(written.value(key), given.value(key));
    // what was read comes back also when the source is not there to fall back on
    OrganisationFile bare = *file;
    bare.source = {};
    bare.endpoints.first().source = {};
    const auto again = OrganisationFile::parse(bare.toJson());
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    const QJsonObject rewritten = QJsonDocument::fromJson(again->toJson())[u"endpoints"_s][0].toObject();
    for (const QString &key : given.keys())
        QCOMPARE(rewritten.value(key), given.value(key));
}

void tst_WebEndpoint::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("begins");
    const auto row = [](const char *name, const QByteArray &fields, const QString &begins) {
        QTest::newRow(name) << fields << u"endpoints[0]."_s + begins;
    };
    const QByteArray mail = exchange + R"("url": "https://m.example/EWS/Exchange.asmx")";
    row("no encryption", exchange + R"("url": "http://m.example/EWS/Exchange.asmx")",
        u"url: must be https"_s);
    row("pictures that are not encrypted", pictures + R"("address": "http://p.example/{mail}.jpg")",
        u"address: must be https"_s);
    row("one picture for everybody", pictures + R"("address": "https://p.example/photo.jpg")",
        u"address: must be https"_s);
    row("a name that nobody knows", pictures + R"("address": "https://p.example/{nick}.jpg")",
        u"address: {nick} is no placeholder"_s);
    row("a size where nothing is written",
        pictures + R"("address": "https://p.example/{mail}.jpg", "byteLimit": 9)",
        u"byteLimit: does not go with"_s);
    row("no server", exchange + R"("url": "https:///EWS")", u"url: must be https"_s);
    row("a password in the url", exchange + R"("url": "https://u:p@m.example")", u"url: must not hold"_s);
    row("nothing to look up", exchange + R"("signIn": "negotiate")", u"url: may be left out only"_s);
    row("a directory's sign-in", mail + R"(, "signIn": "gssapi")", u"signIn: must be one of \"basic\""_s);
    row("oauth for a server", mail + R"(, "signIn": "oauth")", u"signIn: \"oauth\" is for"_s);
    row("basic without an account", mail + R"(, "signIn": "basic")", u"account: is needed"_s);
    row("Exchange Online", mail + R"(, "version": "online")", u"version: must be one of"_s);
    row("a password in the file", mail + R"(, "password": "p")", u"password: does not belong"_s);
    row("a directory that is none", sharePoint + R"(, "directory": true)", u"directory: goes with"_s);
    row("perhaps a directory", mail + R"(, "directory": "yes")", u"directory: must be"_s);
    row("no tenant", R"("kind": "microsoft365", "name": "m", "clientId": "c")", u"tenant: is missing"_s);
    row("no client", R"("kind": "microsoft365", "name": "m", "tenant": "t")", u"clientId: is missing"_s);
    row("a password for the cloud", cloud + R"(, "signIn": "basic")", u"signIn: must be \"oauth\""_s);
    row("an unknown cloud", cloud + R"(, "cloud": "germany")", u"cloud: must be one of"_s);
    row("custom without addresses", cloud + R"(, "cloud": "custom")", u"loginUrl: is missing"_s);
    row("addresses without custom", cloud + R"(, "url": "https://g.example")", u"url: goes with"_s);
    row("a site without an address", R"("kind": "sharePoint", "name": "s")", u"url: is missing"_s);
    row("a farm without a domain", R"("kind": "sharePoint", "name": "s", "url": "https://my.example")",
        u"domain: is missing"_s);
    row("online with a ticket", sharePoint + R"(, "version": "online")", u"signIn: \"oauth\" goes with"_s);
    row("Skype for Business without an address", skype + R"("signIn": "negotiate")", u"url: is missing"_s);
    row("Skype for Business in the cloud", skype + R"("url": "https://l.example/", "signIn": "oauth")",
        u"signIn: \"oauth\" is for"_s);
    row("Skype for Business with a size", skype + R"("url": "https://l.example/", "edge": 96)",
        u"edge: does not go with"_s);
    row("Skype for Business without an account", skype + R"("url": "https://l.example/", "signIn": "basic")",
        u"account: is needed"_s);
    row("days that are none", sharePoint + R"(, "photoExpirationHours": -1)",
        u"photoExpirationHours: must"_s);
}

void tst_WebEndpoint::saysWhatIsWrong()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const QString, begins);
    const auto endpoint = endpointOf(fields);
    QVERIFY(!endpoint);
    QCOMPARE(endpoint.error().code, Errc::BadInput);
    QVERIFY2(endpoint.error().detail.startsWith(begins), qPrintable(endpoint.error().detail));
}

void tst_WebEndpoint::keepsSecretsApart()
{
    const auto mail = endpointOf(
        exchange + R"("url": "https://m.example/EWS/x", "signIn": "basic", "account": "amy@c.example")");
    QVERIFY(mail);
    QCOMPARE(mail->secretKey(), u"amy@c.example@m.example:443"_s);
    const auto found = endpointOf(exchange + R"("signIn": "ntlm", "account": "amy@c.example")");
    QVERIFY(found);
    QCOMPARE(found->secretKey(), u"amy@c.example@autodiscover:443"_s);
    const auto graph = endpointOf(cloud + R"(, "account": "amy@c.example")");
    QVERIFY(graph);
    QCOMPARE(graph->secretKey(), u"oauth:c@global/t.example:amy@c.example"_s);
    auto elsewhere = *graph;
    elsewhere.cloud = Cloud::Custom;
    elsewhere.loginUrl = QUrl(u"https://login.example:8443"_s);
    QCOMPARE(elsewhere.secretKey(), u"oauth:c@login.example:8443/t.example:amy@c.example"_s);
}

/// The schema names exactly the keys that we can write.
void tst_WebEndpoint::agreesWithTheSchema()
{
    QFile file(QStringLiteral(ORGANISATION_SCHEMA));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject schema = QJsonDocument::fromJson(file.readAll())[u"$defs"_s].toObject();
    for (const Kind kind :
        {Kind::Exchange, Kind::Microsoft365, Kind::SharePoint, Kind::WebAddress, Kind::SkypeForBusiness}) {
        EndpointSettings endpoint = EndpointSettings::ofKind(kind);
        endpoint.name = u"n"_s;
        endpoint.title = endpoint.account = endpoint.caFile = endpoint.tenant = endpoint.clientId
            = endpoint.domain = u"x"_s;
        endpoint.photoAddress = u"https://x.example/{mail}.jpg"_s;
        endpoint.url = endpoint.loginUrl = QUrl(u"https://x.example"_s);
        endpoint.writes = *PhotoSize::of(48);
        endpoint.byteBudget = 7;
        endpoint.byteLimit = 8;
        endpoint.version = Version::V2019;
        endpoint.cloud = Cloud::Custom;
        endpoint.signIn
            = kind == Kind::Exchange || kind == Kind::SkypeForBusiness ? SignIn::Basic : SignIn::OAuth;
        endpoint.photoExpirationHours = endpoint.photoErrorExpirationHours = 7;
        endpoint.importsPhotos = true;
        if (kind == Kind::Exchange || kind == Kind::Microsoft365)
            endpoint.findsPeople = true;
        const QJsonObject written = endpoint.toJson();
        const QJsonObject definition = schema.value(written.value(u"kind"_s).toString()).toObject();
        QCOMPARE(written.keys(), definition[u"properties"_s].toObject().keys());
    }
}

QTEST_GUILESS_MAIN(tst_WebEndpoint)
#include "tst_webendpoint.moc"
