// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/sandbox/servers/sandboxclient.h"
#include "tests/support/flatpictures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

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
    void msalForPython();
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

QTEST_GUILESS_MAIN(tst_ForeignClients)
#include "tst_foreignclients.moc"
