// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/organisationfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray withEndpoint(const QByteArray &fields)
{
    return R"({"title": "T", "endpoints": [{)" + fields + R"(}]})";
}

} // namespace

class tst_OrganisationFile : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void readsEverything();
    void fillsInWhatIsUsual();
    void keepsWhatItDoesNotKnow();
    void writesWhatWasChanged();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void namesTheFile();
    void savesAndLoads();
    void keepsTheLedger();
    void proxies_data();
    void proxies();
    void keepsPasswordsByAccountAndServer();
    void readsThePolicy_data();
    void readsThePolicy();
    void agreesWithTheSchema();

private:
    QByteArray m_contoso;
};

void tst_OrganisationFile::initTestCase()
{
    m_contoso = contentsOf(QStringLiteral(CONTOSO_ORGANISATION));
    QVERIFY(!m_contoso.isEmpty());
}

void tst_OrganisationFile::readsEverything()
{
    const auto file = OrganisationFile::parse(m_contoso, u"/etc/likeness"_s);
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QCOMPARE(file->id, u"c0ffee"_s);
    QCOMPARE(file->title, u"Contoso"_s);
    QCOMPARE(file->me, u"amy"_s);
    QVERIFY(!file->sandbox);
    QCOMPARE(file->endpoints.size(), 3);

    const EndpointSettings &ad = file->endpoints.at(0);
    QCOMPARE(ad.kind, EndpointSettings::Kind::ActiveDirectory);
    QCOMPARE(ad.name, u"ad"_s);
    QCOMPARE(ad.title, u"Active Directory"_s);
    QCOMPARE(ad.url, QUrl(u"ldaps://dc1.contoso.example"_s));
    QCOMPARE(ad.tls, EndpointSettings::Tls::Ldaps);
    QCOMPARE(ad.signIn, EndpointSettings::SignIn::Simple);
    QCOMPARE(ad.account, u"svc-photos@contoso.example"_s);
    QCOMPARE(ad.byteBudget, 9000);
    QCOMPARE(file->resolved(ad.caFile), u"/etc/likeness/ca.pem"_s);

    const EndpointSettings &ldap = file->endpoints.at(1);
    QCOMPARE(ldap.kind, EndpointSettings::Kind::Ldap);
    QCOMPARE(ldap.tls, EndpointSettings::Tls::StartTls);
    QCOMPARE(ldap.url.port(), 3389);
    QCOMPARE(ldap.baseDn, u"dc=contoso,dc=example"_s);

    const EndpointSettings &wall = file->endpoints.at(2);
    QCOMPARE(wall.kind, EndpointSettings::Kind::Folder);
    QCOMPARE(file->resolved(wall.path), u"/etc/likeness/photos"_s);
    QCOMPARE(file->resolved(wall.people), u"/etc/likeness/people.csv"_s);
    QCOMPARE(wall.byteLimit, 200'000);
}

void tst_OrganisationFile::fillsInWhatIsUsual()
{
    const auto file = OrganisationFile::parse(R"({"title": "T", "endpoints": [
        {"kind": "activeDirectory", "name": "ad", "url": "ldap://dc", "signIn": "gssapi"},
        {"kind": "ldap", "name": "ldap", "url": "ldaps://ldap", "account": "cn=x"},
        {"kind": "folder", "name": "wall", "path": "/srv/photos"}]})");
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QCOMPARE(file->id, u"T"_s);
    const EndpointSettings &ad = file->endpoints.at(0);
    QCOMPARE(ad.title, u"ad"_s);
    QCOMPARE(ad.tls, EndpointSettings::Tls::StartTls);
    QCOMPARE(ad.attribute, u"thumbnailPhoto"_s);
    QCOMPARE(ad.writes.edge(), 96);
    QCOMPARE(ad.byteBudget, 10'240);
    QCOMPARE(ad.byteLimit, 102'400);
    QCOMPARE(file->endpoints.at(1).attribute, u"jpegPhoto"_s);
    QCOMPARE(file->endpoints.at(1).tls, EndpointSettings::Tls::Ldaps);
    const EndpointSettings &wall = file->endpoints.at(2);
    QCOMPARE(wall.writes.edge(), 648);
    QCOMPARE(wall.byteBudget, 102'400);
    QCOMPARE(wall.byteLimit, 4'194'304);
    QCOMPARE(file->resolved(wall.path), u"/srv/photos"_s);
}

void tst_OrganisationFile::keepsWhatItDoesNotKnow()
{
    const auto file = OrganisationFile::parse(m_contoso);
    QVERIFY(file);
    const QJsonObject before = QJsonDocument::fromJson(m_contoso).object();
    const QJsonObject after = QJsonDocument::fromJson(file->toJson()).object();
    QCOMPARE(after.value(u"motto"_s), before.value(u"motto"_s));
    QCOMPARE(after.value(u"endpoints"_s)[0][u"room"_s], QJsonValue(u"later"_s));
    // nothing is lost, and nothing that is usual anyway gets in
    const auto again = OrganisationFile::parse(file->toJson());
    QVERIFY(again);
    QCOMPARE(again->toJson(), file->toJson());
    QVERIFY(!after.value(u"endpoints"_s)[2].toObject().contains(u"byteBudget"_s));
}

void tst_OrganisationFile::writesWhatWasChanged()
{
    auto file = OrganisationFile::parse(m_contoso);
    QVERIFY(file);
    file->title = u"Contoso Ltd"_s;
    file->me.clear();
    file->endpoints[0].byteBudget = 10'240;
    file->endpoints[1].signIn = EndpointSettings::SignIn::GssSpnego;
    file->endpoints[1].tls = EndpointSettings::Tls::Sealed;
    file->endpoints[2].writes = *PhotoSize::of(240);
    const auto again = OrganisationFile::parse(file->toJson());
    QVERIFY(again);
    QCOMPARE(again->title, u"Contoso Ltd"_s);
    QCOMPARE(again->id, u"c0ffee"_s);
    QCOMPARE(again->me, QString());
    QCOMPARE(again->endpoints.at(0).byteBudget, 10'240);
    QCOMPARE(again->endpoints.at(1).signIn, EndpointSettings::SignIn::GssSpnego);
    QCOMPARE(again->endpoints.at(1).tls, EndpointSettings::Tls::Sealed);
    QCOMPARE(again->endpoints.at(2).writes.edge(), 240);
}

void tst_OrganisationFile::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("begins");
    const auto row = [](const char *name, const QByteArray &json, const QString &begins) {
        QTest::newRow(name) << json << begins;
    };
    const QByteArray folder = R"("kind": "folder", "name": "f", "path": "p")";
    const QByteArray ad = R"("kind": "activeDirectory", "name": "a", "account": "x", )";
    row("nothing", "", u"line 1, column 1: "_s);
    row("a missing comma", "{\n  \"title\": \"T\"\n  \"me\": \"amy\"\n}", u"line 3, column "_s);
    row("a list", "[]", u"line 1: must be an object"_s);
    row("no title", "{}", u"title: is missing"_s);
    row("an empty title", R"({"title": " "})", u"title: must not be empty"_s);
    row("a wrong kind of value", R"({"title": 7})", u"title: must be a text"_s);
    row("a sandbox since nobody knows when", R"({"title": "T", "sandboxBegun": "today"})",
        u"sandboxBegun: must be a time"_s);
    row("sandbox as a text", R"({"title": "T", "sandbox": "yes"})", u"sandbox: must be true or false"_s);
    for (const char *proxy : {"", "auto", "proxy", "proxy:", "proxy:0", "proxy:65536", ":8080", "proxy:http",
             "http://proxy:8080", "kim:secret@proxy:8080", "proxy:8080/", "pro xy:8080"})
        row(QByteArray("proxy '" + QByteArray(proxy) + '\'').constData(),
            R"({"title": "T", "proxy": ")" + QByteArray(proxy) + R"("})", u"proxy: must be"_s);
    row("endpoints as an object", R"({"title": "T", "endpoints": {}})", u"endpoints: must be a list"_s);
    row("an endpoint as a text", R"({"title": "T", "endpoints": ["x"]})",
        u"endpoints[0]: must be an object"_s);
    row("no kind", withEndpoint(R"("name": "a")"), u"endpoints[0].kind: is missing"_s);
    row("an unknown kind", withEndpoint(R"("kind": "fax", "name": "a")"),
        u"endpoints[0].kind: must be one of \"activeDirectory\", \"ldap\", \"folder\""_s);
    row("no name", withEndpoint(R"("kind": "folder", "path": "p")"), u"endpoints[0].name: is missing"_s);
    row("a name with a blank", withEndpoint(R"("kind": "folder", "name": "a b", "path": "p")"),
        u"endpoints[0].name: may hold"_s);
    row("a name taken", R"({"title": "T", "endpoints": [{)" + folder + "}, {" + folder + "}]}",
        u"endpoints[1].name: \"f\" is taken"_s);
    row("a folder without a path", withEndpoint(R"("kind": "folder", "name": "f")"),
        u"endpoints[0].path: is missing"_s);
    row("no url", withEndpoint(ad + R"("baseDn": "")"), u"endpoints[0].url: is missing"_s);
    row("a web address", withEndpoint(ad + R"("url": "https://dc")"), u"endpoints[0].url: must be ldap://"_s);
    row("a url without a server", withEndpoint(ad + R"("url": "ldap://")"),
        u"endpoints[0].url: must be ldap://"_s);
    row("a password in the url", withEndpoint(ad + R"("url": "ldaps://u:p@dc")"),
        u"endpoints[0].url: must not hold"_s);
    row("a password in the file", withEndpoint(ad + R"("url": "ldaps://dc", "password": "p")"),
        u"endpoints[0].password: does not belong"_s);
    row("tls against the url", withEndpoint(ad + R"("url": "ldap://dc", "tls": "ldaps")"),
        u"endpoints[0].tls: "_s);
    row("no encryption at all", withEndpoint(ad + R"("url": "ldap://dc", "tls": "none")"),
        u"endpoints[0].tls: must be one of"_s);
    row("a password over an open line", withEndpoint(ad + R"("url": "ldap://dc", "tls": "sealed")"),
        u"endpoints[0].tls: \"sealed\" needs"_s);
    row("simple without an account", withEndpoint(R"("kind": "ldap", "name": "l", "url": "ldaps://dc")"),
        u"endpoints[0].account: is needed"_s);
    row("an attribute for something else", withEndpoint(ad + R"("url": "ldaps://dc", "attribute": "mail")"),
        u"endpoints[0].attribute: must be"_s);
    row("a budget as a text", withEndpoint(folder + R"(, "byteBudget": "10k")"),
        u"endpoints[0].byteBudget: must be a whole number"_s);
    row("half a byte", withEndpoint(folder + R"(, "byteBudget": 10.5)"),
        u"endpoints[0].byteBudget: must be a whole number"_s);
    row("a budget over the limit", withEndpoint(folder + R"(, "byteBudget": 11, "byteLimit": 10)"),
        u"endpoints[0].byteBudget: must not be more"_s);
    row("a size off the ladder", withEndpoint(folder + R"(, "edge": 100)"),
        u"endpoints[0].edge: must be 48"_s);
}

void tst_OrganisationFile::saysWhatIsWrong()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, begins);
    const auto file = OrganisationFile::parse(json);
    QVERIFY(!file);
    QCOMPARE(file.error().code, Errc::BadInput);
    QVERIFY2(file.error().detail.startsWith(begins), qPrintable(file.error().detail));
}

void tst_OrganisationFile::namesTheFile()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"contoso.json"_s);
    auto file = OrganisationFile::load(path);
    QVERIFY(!file);
    QVERIFY(file.error().detail.startsWith(path));
    QFile broken(path);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{");
    broken.close();
    file = OrganisationFile::load(path);
    QVERIFY(!file);
    QVERIFY2(file.error().detail.startsWith(path + u": line 1"_s), qPrintable(file.error().detail));
}

void tst_OrganisationFile::savesAndLoads()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"contoso.json"_s);
    const auto file = OrganisationFile::parse(m_contoso);
    QVERIFY(file);
    QVERIFY(file->save(path));
    const auto loaded = OrganisationFile::load(path);
    QVERIFY(loaded);
    QCOMPARE(loaded->toJson(), file->toJson());
    QCOMPARE(loaded->resolved(u"photos"_s), dir.filePath(u"photos"_s));
    QCOMPARE(file->save(dir.filePath(u"no/such/folder.json"_s)).error().code, Errc::Local);
}

void tst_OrganisationFile::keepsTheLedger()
{
    QVERIFY(!OrganisationFile::parse(R"({"title": "T"})")->ledger);
    QCOMPARE(OrganisationFile::parse(R"({"title": "T", "ledger": "pg"})").error().detail,
        u"ledger: must be an object in braces"_s);
    const auto file = OrganisationFile::parse(R"({"title": "T",
        "ledger": {"host": "pg", "database": "d", "user": "u", "pool": 3}})");
    QVERIFY(file);
    QCOMPARE(file->ledger, (std::optional(LedgerServer {u"pg"_s, 5432, u"d"_s, u"u"_s})));
    OrganisationFile changed = *file;
    changed.ledger->port = 6432;
    const QJsonObject written = QJsonDocument::fromJson(changed.toJson()).object()[u"ledger"_s].toObject();
    QCOMPARE(written[u"port"_s].toInt(), 6432);
    QCOMPARE(written[u"pool"_s].toInt(), 3);
    QCOMPARE(OrganisationFile::parse(changed.toJson())->ledger, changed.ledger);
}

void tst_OrganisationFile::proxies_data()
{
    using Kind = ProxySetting::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<ProxySetting>("proxy");
    QTest::newRow("system") << u"system"_s << ProxySetting {};
    QTest::newRow("none") << u"none"_s << ProxySetting {Kind::None};
    QTest::newRow("a name") << u"proxy.contoso.example:8080"_s
                            << ProxySetting {Kind::Server, u"proxy.contoso.example"_s, 8080};
    QTest::newRow("an address") << u"192.0.2.7:3128"_s << ProxySetting {Kind::Server, u"192.0.2.7"_s, 3128};
    QTest::newRow("IPv6") << u"[2001:db8::7]:80"_s << ProxySetting {Kind::Server, u"2001:db8::7"_s, 80};
}

void tst_OrganisationFile::proxies()
{
    QFETCH(const QString, text);
    const auto file = OrganisationFile::parse(R"({"title": "T", "proxy": ")" + text.toUtf8() + R"("})");
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QTEST(file->proxy, "proxy");
    QCOMPARE(QJsonDocument::fromJson(file->toJson())[u"proxy"_s].toString(), text);
    const auto usual = OrganisationFile::parse(R"({"title": "T"})");
    QCOMPARE(usual->proxy, ProxySetting {});
    QVERIFY(!usual->toJson().contains("proxy"));
}

void tst_OrganisationFile::keepsPasswordsByAccountAndServer()
{
    const auto file = OrganisationFile::parse(m_contoso);
    QVERIFY(file);
    EndpointSettings ad = file->endpoints.at(0);
    QCOMPARE(ad.secretKey(), u"svc-photos@contoso.example@dc1.contoso.example:636"_s);
    ad.url.setHost(u"dc1.elsewhere.example"_s);
    QCOMPARE(ad.secretKey(), u"svc-photos@contoso.example@dc1.elsewhere.example:636"_s);
    QCOMPARE(
        file->endpoints.at(1).secretKey(), u"cn=photos,dc=contoso,dc=example@ldap.contoso.example:3389"_s);
}

/// The schema names exactly the keys that we write.
void tst_OrganisationFile::readsThePolicy_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<QString>("says");
    QTest::newRow("fine") << QByteArray(R"("policy": {"rules": [{"forbid": "write", "stores": ["wall"]}]})")
                          << u""_s;
    QTest::newRow("no object") << QByteArray(R"("policy": [])") << u"policy: must be an object"_s;
    QTest::newRow("no rules") << QByteArray(R"("policy": {})") << u"policy.rules: is missing"_s;
    QTest::newRow("misspelt") << QByteArray(R"("policy": {"rules": [{"prohibit": "write"}]})")
                              << u"policy.rules[0].prohibit: is not known here"_s;
    QTest::newRow("a store there is none of")
        << QByteArray(R"("policy": {"rules": [{"forbid": "write", "stores": ["ad"]}]})")
        << u"there is no endpoint \"ad\""_s;
    QTest::newRow("twice") << QByteArray(
        R"("policy": {"rules": [{"forbid": "write"}]}, "policy": {"rules": []})")
                           << u"twice"_s;
}

void tst_OrganisationFile::readsThePolicy()
{
    QFETCH(const QByteArray, policy);
    QFETCH(const QString, says);
    const auto file = OrganisationFile::parse(
        R"({"title": "C", "endpoints": [{"kind": "folder", "name": "wall", "path": "p"}], )" + policy + '}');
    QCOMPARE(file.hasValue(), says.isEmpty());
    if (!file) {
        QVERIFY2(file.error().detail.contains(says), qPrintable(file.error().detail));
        return;
    }
    QCOMPARE(file->policy.rules.size(), 1);
    const auto again = OrganisationFile::parse(file->toJson());
    QVERIFY(again);
    QCOMPARE(again->policy.rules, file->policy.rules);
}

void tst_OrganisationFile::agreesWithTheSchema()
{
    const QJsonObject schema
        = QJsonDocument::fromJson(contentsOf(QStringLiteral(ORGANISATION_SCHEMA))).object();
    QVERIFY(!schema.isEmpty());
    auto file = OrganisationFile::parse(m_contoso);
    QVERIFY(file);
    file->source.insert(u"$schema"_s, u"organisation.schema.json"_s);
    file->source.insert(u"sync"_s, QJsonObject());
    file->source.insert(u"policy"_s, QJsonObject {{u"rules"_s, QJsonArray()}});
    file->sandbox = true;
    file->sandboxBegun = QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
    file->proxy = {ProxySetting::Kind::None};
    file->ledger = LedgerServer {u"pg"_s, 6432, u"likeness"_s, u"amy"_s, u"ca.pem"_s};
    for (EndpointSettings &endpoint : file->endpoints) {
        endpoint.title = u"a title"_s;
        endpoint.writes = *PhotoSize::of(48);
        endpoint.byteBudget = 7;
        endpoint.byteLimit = 8;
        endpoint.caFile = endpoint.baseDn = u"x"_s;
        endpoint.attribute = u"photo"_s;
    }
    const QJsonObject written = QJsonDocument::fromJson(file->toJson()).object();
    const QStringList unknown {u"motto"_s, u"room"_s};
    const auto known = [&unknown](const QJsonObject &object) {
        QStringList keys = object.keys();
        keys.removeIf(
            [&unknown](const QString &key) { return unknown.contains(key) || key.startsWith(u'$'); });
        return keys;
    };
    QCOMPARE(known(written), known(schema.value(u"properties"_s).toObject()));
    const QJsonObject ledger = schema.value(u"properties"_s)[u"ledger"_s][u"properties"_s].toObject();
    QCOMPARE(known(written.value(u"ledger"_s).toObject()), known(ledger));
    const QJsonObject kinds = schema.value(u"$defs"_s).toObject();
    for (const QJsonValue &endpoint : written.value(u"endpoints"_s).toArray()) {
        const QString kind = endpoint[u"kind"_s].toString();
        const QString definition = kind == "folder"_L1 ? u"folder"_s : u"directory"_s;
        QCOMPARE(known(endpoint.toObject()), known(kinds.value(definition)[u"properties"_s].toObject()));
    }
}

QTEST_GUILESS_MAIN(tst_OrganisationFile)
#include "tst_organisationfile.moc"
