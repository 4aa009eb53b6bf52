// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/samepicture.h"
#include "services/net/qthttptransport.h"
#include "services/sandbox/sandboxpeople.h"
#include "services/stores/exchange/exchangestore.h"
#include "services/stores/microsoft365/microsoft365store.h"
#include "services/stores/sharepoint/sharepointstore.h"
#include "tests/services/sandbox/servers/sandboxclient.h"
#include "tests/support/flatpictures.h"
#include "tests/support/jobs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

/// Programs nobody here wrote read and write photos on the sandbox's servers, so that these are not only what
/// our own stores expect of them. Each is skipped, with the reason, where it is not installed.
class tst_ForeignClients : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void graphClientOfMicrosoft();
    void pnpForSharePointAndGraph();
    void soapClientOfPhp();
    void exchangelib();
    void evolution();
    void msalForPython();
    void bothWays_data();
    void bothWays();
};

namespace {

const QString bo = u"bo.lind"_s;
const QString boMail = u"bo.lind@lab.likeness.test"_s;

QByteArray jpeg(QColor colour, int edge)
{
    return flatPicture({edge, edge}, colour);
}

QString script(const char *name)
{
    return QStringLiteral(FOREIGN_CLIENTS) + u'/' + QLatin1String(name);
}

/// A client as a process; what it printed as its last line.
struct Ran
{
    QJsonDocument printed;
    QByteArray complaint; ///< empty = it went well
};
Ran ran(const QString &program, const QStringList &arguments, const QString &caFile)
{
    QProcess client;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NODE_EXTRA_CA_CERTS"_s, caFile);
    environment.insert(u"REQUESTS_CA_BUNDLE"_s, caFile);
    for (const auto &proxy : {u"http_proxy"_s, u"https_proxy"_s, u"HTTP_PROXY"_s, u"HTTPS_PROXY"_s})
        environment.remove(proxy);
    client.setProcessEnvironment(environment);
    client.start(program, arguments);
    if (!client.waitForFinished(60'000) || client.exitCode() != 0)
        return {{}, "it failed: " + client.readAllStandardError() + client.readAllStandardOutput()};
    return {QJsonDocument::fromJson(client.readAllStandardOutput().trimmed().split('\n').last()), {}};
}

QString accessToken(RunningServers &sandbox, const QString &account, const QString &scope)
{
    QUrl url = sandbox.at.login;
    url.setPath(u"/common/oauth2/v2.0/token"_s);
    const Answer answer = sandbox.send({"POST", url,
        "grant_type=refresh_token&client_id=c&refresh_token="
            + sandbox.servers.refreshToken(account, u"c"_s, scope),
        {{"Content-Type", "application/x-www-form-urlencoded"}}});
    return QJsonDocument::fromJson(answer.body)["access_token"_L1].toString();
}

/// A picture in a file, for clients that want one.
QString pictureFile(const RunningServers &sandbox, QColor colour)
{
    const QString path = sandbox.place.filePath(u"picture.jpg"_s);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(jpeg(colour, 648)) > 0 ? path : QString();
}

bool isNear(const std::optional<QByteArray> &photo, QColor colour)
{
    const QImage image = QImage::fromData(photo.value_or(QByteArray()));
    const QColor seen = image.isNull() ? QColor() : image.pixelColor(image.rect().center());
    return qAbs(seen.red() - colour.red()) < 8 && qAbs(seen.green() - colour.green()) < 8
        && qAbs(seen.blue() - colour.blue()) < 8;
}

/// A portrait as a photo of somebody; today's and the earlier one are different pictures.
EncodedPhoto portrait(SandboxPhoto kind)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    sandboxPhoto(bo, kind, 648).save(&buffer, "JPEG", 95);
    return EncodedPhoto::of(bytes, {648, 648});
}

EncodedPhoto photoIn(const QString &path)
{
    QFile file(path);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return EncodedPhoto::of(bytes, QImage::fromData(bytes).size());
}

/// Our own way to a server of the sandbox, with somebody's name or token in every request.
class AuthorisedWay final : public HttpTransport
{
public:
    AuthorisedWay(const QString &caFile, QByteArray authorisation)
        : m_inner(makeTransport({.caFile = caFile}))
        , m_authorisation(std::move(authorisation))
    {
    }
    JobPtr<HttpReply> send(const HttpRequest &request) override
    {
        HttpRequest authorised = request;
        authorised.headers.emplaceBack("Authorization", m_authorisation);
        return m_inner->send(authorised);
    }

private:
    std::unique_ptr<HttpTransport> m_inner;
    QByteArray m_authorisation;
};

QString nodeHas(const char *package)
{
    return QFile::exists(script("node_modules/") + QLatin1String(package))
        ? QStandardPaths::findExecutable(u"node"_s)
        : QString();
}

} // namespace

void tst_ForeignClients::graphClientOfMicrosoft()
{
    const QString node = nodeHas("@microsoft/microsoft-graph-client");
    if (node.isEmpty())
        QSKIP("node or @microsoft/microsoft-graph-client is missing");
    RunningServers sandbox;
    sandbox.world.setCloudPhoto(bo, jpeg(Qt::red, 504));
    const QByteArray held = *sandbox.world.cloudPhoto(bo);
    const QString token
        = accessToken(sandbox, u"helpdesk"_s, u"User.ReadBasic.All ProfilePhoto.ReadWrite.All"_s);
    const Ran client = ran(node,
        {script("graph.mjs"), sandbox.at.graph.toString(), token, boMail,
            pictureFile(sandbox, Qt::darkGreen)},
        sandbox.at.caFile);
    QVERIFY2(client.complaint.isEmpty(), client.complaint.constData());
    QCOMPARE(client.printed["me"_L1].toString(), u"helpdesk@lab.likeness.test"_s);
    QCOMPARE(client.printed["bytes"_L1].toInteger(), held.size());
    QCOMPARE(client.printed["width"_L1].toInt(), 504);
    QCOMPARE(client.printed["sizes"_L1].toInt(), 8);
    QCOMPARE(client.printed["found"_L1].toArray(), QJsonArray {boMail});
    QVERIFY(isNear(sandbox.world.cloudPhoto(bo), Qt::darkGreen));
}

void tst_ForeignClients::pnpForSharePointAndGraph()
{
    const QString node = nodeHas("@pnp/sp");
    if (node.isEmpty())
        QSKIP("node or @pnp/sp is missing");
    RunningServers sandbox;
    const Ran client = ran(node,
        {script("pnp.mjs"), sandbox.at.sharePoint.toString(), sandbox.at.graph.toString(),
            accessToken(sandbox, bo, u"AllSites.Write"_s), accessToken(sandbox, bo, u"User.ReadWrite"_s),
            u"i:0#.f|membership|"_s + boMail, pictureFile(sandbox, Qt::darkBlue)},
        sandbox.at.caFile);
    QVERIFY2(client.complaint.isEmpty(), client.complaint.constData());
    QCOMPARE(client.printed["name"_L1].toString(), u"Bo Lind"_s);
    QVERIFY(client.printed["pictureUrl"_L1].toString().contains(u"lablike_bo.lind_MThumb.jpg"_s));
    QCOMPARE(client.printed["width"_L1].toInt(), 648);
    QVERIFY(isNear(sandbox.world.sharePointPhoto(bo, 'M'), Qt::darkBlue));
    QVERIFY(isNear(sandbox.world.cloudPhoto(bo), Qt::darkBlue));
}

void tst_ForeignClients::soapClientOfPhp()
{
    const QString php = QStandardPaths::findExecutable(u"php"_s);
    if (php.isEmpty()
        || !ran(php, {u"-r"_s, u"exit(class_exists('SoapClient') ? 0 : 1);"_s}, {}).complaint.isEmpty())
        QSKIP("php or its SOAP extension is missing: php-cli, php-soap");
    RunningServers sandbox;
    sandbox.world.setMailboxPhoto(bo, jpeg(Qt::red, 648));
    const QByteArray held = sandbox.world.photos(bo).mailbox->inSize(96);
    const SandboxAccount helpdesk = sandbox.world.helpdesk();
    const Ran client = ran(php,
        {script("photo.php"), sandbox.at.ews.toString(), sandbox.at.caFile, helpdesk.upn,
            QString::fromLatin1(helpdesk.password), boMail, pictureFile(sandbox, Qt::darkCyan)},
        sandbox.at.caFile);
    QVERIFY2(client.complaint.isEmpty(), client.complaint.constData());
    QCOMPARE(client.printed["get"_L1].toString(), u"NoError"_s);
    QCOMPARE(client.printed["changed"_L1].toString(), u"true"_s);
    QCOMPARE(client.printed["bytes"_L1].toInteger(), held.size());
    QCOMPARE(client.printed["set"_L1].toString(), u"NoError"_s);
    QVERIFY(isNear(sandbox.world.mailboxPhoto(bo), Qt::darkCyan));
}

void tst_ForeignClients::exchangelib()
{
    const QString python = u"/usr/bin/python3"_s;
    if (!ran(python, {u"-c"_s, u"import exchangelib"_s}, {}).complaint.isEmpty())
        QSKIP("exchangelib is missing: python3-exchangelib");
    RunningServers sandbox;
    const SandboxAccount helpdesk = sandbox.world.helpdesk();
    const Ran client = ran(python,
        {script("resolve.py"), sandbox.at.ews.toString(), helpdesk.upn,
            QString::fromLatin1(helpdesk.password), helpdesk.upn, u"Żak"_s},
        sandbox.at.caFile);
    QVERIFY2(client.complaint.isEmpty(), client.complaint.constData());
    QCOMPARE(client.printed.array(),
        QJsonArray {QJsonArray({u"lukasz.zak@lab.likeness.test"_s, u"Łukasz Żak"_s, u"Research"_s})});
}

/// The Exchange part of a mail program reads what our store has written, and is told of no photo.
void tst_ForeignClients::evolution()
{
    if (!QFile::exists(u"/usr/lib/evolution-ews/libevolution-ews.so"_s))
        QSKIP("evolution-ews is missing");
    RunningServers sandbox;
    const SandboxAccount helpdesk = sandbox.world.helpdesk();
    const auto asked = [&] {
        return ran(u"/usr/bin/python3"_s,
            {script("evolution.py"), sandbox.at.ews.toString(), helpdesk.upn,
                QString::fromLatin1(helpdesk.password), sandbox.at.caFile, boMail, u"648"_s},
            sandbox.at.caFile);
    };
    const Ran before = asked();
    QVERIFY2(before.complaint.isEmpty(), before.complaint.constData());
    QCOMPARE(before.printed["error"_L1].toString(), u"Not Found"_s);

    ExchangeSettings settings;
    settings.ews = sandbox.at.ews;
    ExchangeStore ours({Workload::Exchange, u"exchange"_s}, u"Exchange"_s, settings,
        std::make_shared<AuthorisedWay>(sandbox.at.caFile, basic(helpdesk).second));
    const EncodedPhoto mine = portrait(SandboxPhoto::Today);
    const auto written = outcome(ours.write(sandbox.world.person(bo)->keys, mine, std::nullopt));
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    const Ran after = asked();
    QVERIFY2(after.complaint.isEmpty(), after.complaint.constData());
    const QByteArray photo = QByteArray::fromBase64(after.printed["photo"_L1].toString().toLatin1());
    QCOMPARE(photo, sandbox.world.photos(bo).mailbox->inSize(648));
    QVERIFY(samePicture(EncodedPhoto::of(photo, {648, 648}), mine));
}

/// Microsoft's own sign-in library takes our issuer for Entra: discovery, refresh, id token, and its cache.
void tst_ForeignClients::msalForPython()
{
    const QString python = u"/usr/bin/python3"_s;
    if (!ran(python, {u"-c"_s, u"import msal"_s}, {}).complaint.isEmpty())
        QSKIP("msal is missing: python3-msal");
    RunningServers sandbox;
    QUrl authority = sandbox.at.login;
    authority.setPath(u"/lab.likeness.test"_s);
    const QString application = u"2f6c696b-656e-4573-8073-616e64626f78"_s;
    const QString scope = u"User.Read"_s;
    const QByteArray token
        = sandbox.servers.refreshToken(bo, application, u"openid profile offline_access "_s + scope);
    const Ran client = ran(python,
        {script("signin.py"), authority.toString(), application, QString::fromLatin1(token), scope},
        sandbox.at.caFile);
    QVERIFY2(client.complaint.isEmpty(), client.complaint.constData());
    QCOMPARE(client.printed["error"_L1].toString(), QString());
    QCOMPARE(client.printed["user"_L1].toString(), boMail);
    QVERIFY(client.printed["isNew"_L1].toBool());
    QUrl me = sandbox.at.graph;
    me.setPath(u"/v1.0/me"_s);
    const Answer answer = sandbox.send({"GET", me, {},
        {{"Authorization", "Bearer " + client.printed["accessToken"_L1].toString().toLatin1()}}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(QJsonDocument::fromJson(answer.body)["userPrincipalName"_L1].toString(), boMail);
}

namespace {

enum class Foreign { GraphClient, PnPjs, SoapClient };

/// One store of ours and one client nobody here wrote, at the same server.
struct Pair
{
    std::unique_ptr<PhotoStore> ours;
    QString program; ///< empty = not installed
    QStringList arguments; ///< but for the first, read or write, and the last, the file
};

Pair graphPair(RunningServers &sandbox)
{
    const QString token
        = accessToken(sandbox, u"helpdesk"_s, u"User.ReadBasic.All ProfilePhoto.ReadWrite.All"_s);
    Microsoft365Settings settings;
    settings.graph = sandbox.at.graph;
    return {
        std::make_unique<Microsoft365Store>(StoreId {Workload::Microsoft365, u"m365"_s}, u"Microsoft 365"_s,
            settings, std::make_shared<AuthorisedWay>(sandbox.at.caFile, "Bearer " + token.toLatin1())),
        nodeHas("@microsoft/microsoft-graph-client"),
        {script("graphportrait.mjs"), sandbox.at.graph.toString(), token, boMail}};
}

Pair pnpPair(RunningServers &sandbox, QThreadPool &workers)
{
    SharePointSettings settings;
    settings.mySiteHost = sandbox.at.sharePoint;
    settings.domain = u"lablike"_s;
    const QByteArray name = basic(*sandbox.world.account(bo)).second;
    return {std::make_unique<SharePointStore>(StoreId {Workload::SharePoint, u"sp"_s}, u"SharePoint"_s,
                settings, std::make_shared<AuthorisedWay>(sandbox.at.caFile, name), workers),
        nodeHas("@pnp/sp"),
        {script("pnpportrait.mjs"), sandbox.at.sharePoint.toString(),
            accessToken(sandbox, bo, u"AllSites.Write"_s), u"i:0#.f|membership|"_s + boMail}};
}

Pair soapPair(RunningServers &sandbox)
{
    ExchangeSettings settings;
    settings.ews = sandbox.at.ews;
    const SandboxAccount helpdesk = sandbox.world.helpdesk();
    QString php = QStandardPaths::findExecutable(u"php"_s);
    if (!php.isEmpty()
        && !ran(php, {u"-r"_s, u"exit(class_exists('SoapClient') ? 0 : 1);"_s}, {}).complaint.isEmpty())
        php.clear();
    return {std::make_unique<ExchangeStore>(StoreId {Workload::Exchange, u"exchange"_s}, u"Exchange"_s,
                settings, std::make_shared<AuthorisedWay>(sandbox.at.caFile, basic(helpdesk).second)),
        php,
        {script("portrait.php"), sandbox.at.ews.toString(), sandbox.at.caFile, helpdesk.upn,
            QString::fromLatin1(helpdesk.password), boMail}};
}

Pair pairOf(Foreign client, RunningServers &sandbox, QThreadPool &workers)
{
    switch (client) {
    case Foreign::GraphClient:
        return graphPair(sandbox);
    case Foreign::PnPjs:
        return pnpPair(sandbox, workers);
    case Foreign::SoapClient:
        return soapPair(sandbox);
    }
    return {};
}

} // namespace

void tst_ForeignClients::bothWays_data()
{
    QTest::addColumn<Foreign>("client");
    QTest::newRow("Microsoft's Graph client") << Foreign::GraphClient;
    QTest::newRow("PnPjs") << Foreign::PnPjs;
    QTest::newRow("PHP's SoapClient") << Foreign::SoapClient;
    // exchangelib has no operation for photos
}

/// The foreign client writes and our store reads the same picture; our store writes another and the foreign
/// client reads that one: on the same running server.
void tst_ForeignClients::bothWays()
{
    QFETCH(const Foreign, client);
    RunningServers sandbox;
    QThreadPool workers;
    Pair pair = pairOf(client, sandbox, workers);
    if (pair.program.isEmpty())
        QSKIP("the client is not installed");
    const PersonKeys person = sandbox.world.person(bo)->keys;
    const EncodedPhoto theirs = portrait(SandboxPhoto::Earlier);
    const EncodedPhoto mine = portrait(SandboxPhoto::Today);
    QVERIFY(!samePicture(theirs, mine));
    const QString file = sandbox.place.filePath(u"portrait.jpg"_s);
    const auto foreign = [&](const QString &mode) {
        QStringList arguments = pair.arguments;
        arguments.insert(1, mode);
        return ran(pair.program, arguments + QStringList {file}, sandbox.at.caFile).complaint;
    };

    QFile given(file);
    QVERIFY(given.open(QIODevice::WriteOnly) && given.write(theirs.bytes) == theirs.bytes.size());
    given.close();
    const QByteArray wrote = foreign(u"write"_s);
    QVERIFY2(wrote.isEmpty(), wrote.constData());
    const auto seen = outcome(pair.ours->read(person));
    QVERIFY2(seen, seen ? "" : qPrintable(seen.error().detail));
    QVERIFY(*seen);
    QVERIFY(samePicture((*seen)->photo, theirs));

    const auto written = outcome(pair.ours->write(person, mine, (*seen)->photo));
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    QVERIFY(QFile::remove(file));
    const QByteArray read = foreign(u"read"_s);
    QVERIFY2(read.isEmpty(), read.constData());
    QVERIFY(samePicture(photoIn(file), mine));
}

QTEST_GUILESS_MAIN(tst_ForeignClients)
#include "tst_foreignclients.moc"
