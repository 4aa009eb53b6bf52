// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/sandbox/servers/sandboxclient.h"
#include "tests/support/flatpictures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

class tst_GraphServer : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void needsABearer();
    void letsTokensExpire();
    void describesThePhoto();
    void listsTheSizesItHas();
    void takesAPhoto_data();
    void takesAPhoto();
    void removesAPhoto();
    void refuses_data();
    void refuses();
    void givesWhoAsksThemselves();
    void searches_data();
    void searches();
    void pages();
    void batches();
    void showsThePolicy();
};

namespace {

const QString client = u"d3590ed6-52b3-4102-aeff-aad2292ab01c"_s;
const QString everything
    = u"User.ReadBasic.All ProfilePhoto.ReadWrite.All PeopleSettings.ReadWrite.All offline_access"_s;
const QString boPhoto = u"/v1.0/users/bo.lind@lab.likeness.test/photo"_s;

QByteArray bearerOf(RunningServers &sandbox, const QString &account, const QString &scopes)
{
    QUrl url = sandbox.at.login;
    url.setPath(u"/common/oauth2/v2.0/token"_s);
    const QByteArray refresh = sandbox.servers.refreshToken(account, client, scopes);
    const Answer answer = sandbox.send(
        {"POST", url, "grant_type=refresh_token&client_id=" + client.toLatin1() + "&refresh_token=" + refresh,
            {{"Content-Type", "application/x-www-form-urlencoded"}}});
    const QJsonObject got = QJsonDocument::fromJson(answer.body).object();
    return "Bearer " + got["access_token"_L1].toString().toLatin1();
}

/// Somebody with a token asks Graph.
struct Asker
{
    explicit Asker(
        RunningServers &to, const QString &account = u"helpdesk"_s, const QString &scopes = everything)
        : sandbox(to)
        , bearer(bearerOf(to, account, scopes))
    {
    }
    Answer send(const QByteArray &verb, const QString &target, const QByteArray &body = {},
        const QByteArray &type = "image/jpeg") const
    {
        Sent sent {verb, QUrl(sandbox.at.graph.toString() + target), body,
            {{"Authorization", bearer}, {"ConsistencyLevel", "eventual"}}};
        if (!body.isEmpty())
            sent.headers.emplaceBack("Content-Type", type);
        return sandbox.send(sent);
    }
    QJsonObject get(const QString &target) const
    {
        return QJsonDocument::fromJson(send("GET", target).body).object();
    }

    RunningServers &sandbox;
    QByteArray bearer;
};

QByteArray picture(QRgb colour, int edge = 300)
{
    return flatPicture({edge, edge}, QColor::fromRgb(colour), "PNG");
}

QString codeIn(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.body)["error"_L1]["code"_L1].toString();
}

QStringList namesIn(const QJsonObject &page)
{
    QStringList names;
    for (const QJsonValue &user : page["value"_L1].toArray())
        names += user["displayName"_L1].toString();
    return names;
}

} // namespace

void tst_GraphServer::needsABearer()
{
    RunningServers sandbox;
    QUrl url = sandbox.at.graph;
    url.setPath(u"/v1.0/me/photo"_s);
    for (const QByteArray &header : {QByteArray("Bearer nonsense"), QByteArray("Basic YTpi")}) {
        const Answer answer = sandbox.send({.url = url, .headers = {{"Authorization", header}}});
        QCOMPARE(answer.status, 401);
        QCOMPARE(codeIn(answer), u"InvalidAuthenticationToken"_s);
        QVERIFY(answer.headers.value("www-authenticate").startsWith("Bearer "));
    }
}

void tst_GraphServer::letsTokensExpire()
{
    RunningServers sandbox;
    const Asker bo(sandbox, u"bo.lind"_s, u"User.Read"_s);
    QCOMPARE(bo.send("GET", u"/v1.0/me"_s).status, 200);
    sandbox.world.clock().advance(std::chrono::minutes(61));
    QCOMPARE(bo.send("GET", u"/v1.0/me"_s).status, 401);
}

void tst_GraphServer::describesThePhoto()
{
    RunningServers sandbox;
    const Asker helpdesk(sandbox);
    sandbox.world.setCloudPhoto(u"bo.lind"_s, picture(0xff306090, 648));
    const QJsonObject told = helpdesk.get(boPhoto);
    QCOMPARE(told["id"_L1].toString(), u"648x648"_s);
    QCOMPARE(told["width"_L1].toInt(), 648);
    QCOMPARE(told["@odata.mediaContentType"_L1].toString(), u"image/jpeg"_s);
    const QString etag = told["@odata.mediaEtag"_L1].toString();
    QVERIFY(etag.startsWith(u'"') && etag.endsWith(u'"'));
    const Answer bytes = helpdesk.send("GET", boPhoto + u"/$value"_s);
    QCOMPARE(bytes.status, 200);
    QCOMPARE(bytes.headers.value("content-type"), "image/jpeg");
    QCOMPARE(QImage::fromData(bytes.body).size(), QSize(648, 648));
    QVERIFY(!bytes.headers.value("request-id").isEmpty());
    sandbox.world.setCloudPhoto(u"bo.lind"_s, picture(0xff906030));
    QVERIFY(helpdesk.get(boPhoto)["@odata.mediaEtag"_L1].toString() != etag);
}

void tst_GraphServer::listsTheSizesItHas()
{
    RunningServers sandbox;
    const Asker helpdesk(sandbox);
    sandbox.world.setCloudPhoto(u"bo.lind"_s, picture(0xff306090, 504));
    const QJsonArray sizes
        = helpdesk.get(u"/v1.0/users/bo.lind@lab.likeness.test/photos"_s)["value"_L1].toArray();
    QCOMPARE(sizes.size(), 8); // all but 648
    const QString photos = u"/v1.0/users/bo.lind@lab.likeness.test/photos/"_s;
    QCOMPARE(helpdesk.get(photos + u"96x96"_s)["height"_L1].toInt(), 96);
    QCOMPARE(QImage::fromData(helpdesk.send("GET", photos + u"48X48/$value"_s).body).width(), 48);
    QCOMPARE(helpdesk.send("GET", photos + u"648x648"_s).status, 404);
    QCOMPARE(helpdesk.send("GET", photos + u"50x50/$value"_s).status, 404);
}

void tst_GraphServer::takesAPhoto_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("PUT") << QByteArray("PUT") << QByteArray("image/jpeg");
    QTest::newRow("PATCH, as JSON") << QByteArray("PATCH") << QByteArray("application/json");
}

void tst_GraphServer::takesAPhoto()
{
    QFETCH(const QByteArray, verb);
    QFETCH(const QByteArray, type);
    RunningServers sandbox;
    const Answer answer = Asker(sandbox).send(verb, boPhoto + u"/$value"_s, picture(0xff204060, 400), type);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.isEmpty());
    QVERIFY(!answer.headers.contains("content-type"));
    const QImage kept = QImage::fromData(*sandbox.world.cloudPhoto(u"bo.lind"_s));
    QCOMPARE(kept.size(), QSize(360, 360));
    QVERIFY(qAbs(kept.pixelColor(9, 9).blue() - 0x60) < 6);
}

void tst_GraphServer::removesAPhoto()
{
    RunningServers sandbox;
    const Asker helpdesk(sandbox);
    sandbox.world.setCloudPhoto(u"bo.lind"_s, picture(0xff306090));
    QCOMPARE(helpdesk.send("DELETE", boPhoto + u"/$value"_s).status, 200);
    QVERIFY(!sandbox.world.cloudPhoto(u"bo.lind"_s));
    const Answer gone = helpdesk.send("GET", boPhoto);
    QCOMPARE(gone.status, 404);
    QCOMPARE(codeIn(gone), u"ErrorItemNotFound"_s);
    QCOMPARE(helpdesk.send("DELETE", boPhoto + u"/$value"_s).status, 404);
}

void tst_GraphServer::refuses_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("scopes");
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QString helpdesk = u"helpdesk"_s;
    const QString put = boPhoto + u"/$value"_s;
    const QByteArray good = picture(0xff204060);
    QTest::newRow("nobody known") << helpdesk << everything << QByteArray("GET")
                                  << u"/v1.0/users/nobody@lab.likeness.test/photo"_s << QByteArray() << 404
                                  << u"Request_ResourceNotFound"_s;
    QTest::newRow("somebody else's, no admin")
        << u"ada.reyes"_s << everything << QByteArray("PUT") << put << good << 403 << u"ErrorAccessDenied"_s;
    QTest::newRow("reads with no scope for others")
        << u"ada.reyes"_s << u"User.ReadWrite"_s << QByteArray("GET") << boPhoto << QByteArray() << 403
        << u"Authorization_RequestDenied"_s;
    QTest::newRow("writes with a scope to read")
        << u"bo.lind"_s << u"User.Read"_s << QByteArray("PUT") << u"/v1.0/me/photo/$value"_s << good << 403
        << u"ErrorAccessDenied"_s;
    QTest::newRow("too large") << helpdesk << everything << QByteArray("PUT") << put
                               << QByteArray(4 * 1024 * 1024 + 1, 'x') << 413 << u"RequestEntityTooLarge"_s;
    QTest::newRow("no picture") << helpdesk << everything << QByteArray("PUT") << put << QByteArray("text")
                                << 400 << u"ErrorInvalidImage"_s;
    QTest::newRow("no such thing") << helpdesk << everything << QByteArray("GET") << u"/v1.0/groups"_s
                                   << QByteArray() << 400 << u"BadRequest"_s;
}

void tst_GraphServer::refuses()
{
    QFETCH(const QString, account);
    QFETCH(const QString, scopes);
    QFETCH(const QByteArray, verb);
    QFETCH(const QString, target);
    QFETCH(const QByteArray, body);
    RunningServers sandbox;
    const auto before = sandbox.world.photos(u"bo.lind"_s);
    const Answer answer = Asker(sandbox, account, scopes).send(verb, target, body);
    QTEST(answer.status, "status");
    QTEST(codeIn(answer), "code");
    QCOMPARE(sandbox.world.photos(u"bo.lind"_s), before);
}

void tst_GraphServer::givesWhoAsksThemselves()
{
    RunningServers sandbox;
    const Asker bo(sandbox, u"bo.lind"_s, u"https://graph.microsoft.com/User.ReadWrite"_s);
    const QJsonObject me = bo.get(u"/v1.0/me?$select=id,displayName,onPremisesSamAccountName"_s);
    QCOMPARE(me["displayName"_L1].toString(), u"Bo Lind"_s);
    QCOMPARE(me["onPremisesSamAccountName"_L1].toString(), u"bo.lind"_s);
    QCOMPARE(me.size(), 3);
    QCOMPARE(bo.send("PUT", u"/v1.0/me/photo/$value"_s, picture(0xff204060)).status, 200);
    QVERIFY(sandbox.world.cloudPhoto(u"bo.lind"_s));
    QCOMPARE(bo.send("GET", u"/v1.0/users/"_s + me["id"_L1].toString() + u"/photo"_s).status, 200);
}

void tst_GraphServer::searches_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("a word of the name") << u"$search=\"displayName:rey\""_s << QStringList(u"Ada Reyes"_s);
    QTest::newRow("several clauses") << u"$search=\"displayName:rey\" OR \"mail:bo.\""_s
                                     << QStringList({u"Ada Reyes"_s, u"Bo Lind"_s});
    QTest::newRow("both of them") << u"$search=\"displayName:jane\" AND \"displayName:berg\""_s
                                  << QStringList(u"Mary-Jane van der Berg"_s);
    QTest::newRow("filter") << u"$filter=startswith(displayName,'Sean')"_s << QStringList();
    QTest::newRow("filter with a quote")
        << u"$filter=startswith(surname,'O''B')"_s << QStringList(u"Seán O'Brien"_s);
    QTest::newRow("filter for an address")
        << u"$filter=mail eq 'bo.lind@lab.likeness.test'"_s << QStringList(u"Bo Lind"_s);
}

void tst_GraphServer::searches()
{
    QFETCH(const QString, query);
    RunningServers sandbox;
    const Asker helpdesk(sandbox);
    QTEST(namesIn(helpdesk.get(u"/v1.0/users?"_s + query)), "names");
    if (!query.startsWith(u"$search"_s))
        return;
    const Answer bare = sandbox.send({.url = QUrl(sandbox.at.graph.toString() + u"/v1.0/users?"_s + query),
        .headers = {{"Authorization", helpdesk.bearer}}});
    QCOMPARE(bare.status, 400);
    QCOMPARE(codeIn(bare), u"Request_UnsupportedQuery"_s);
}

void tst_GraphServer::pages()
{
    RunningServers sandbox;
    const Asker helpdesk(sandbox);
    QStringList names;
    QString target = u"/v1.0/users?$top=5&$select=displayName&$count=true"_s;
    for (int page = 0; page < 3; ++page) {
        const QJsonObject got = helpdesk.get(target);
        QCOMPARE(got["@odata.count"_L1].toInt(), 13);
        names += namesIn(got);
        const QString next = got["@odata.nextLink"_L1].toString();
        QCOMPARE(next.isEmpty(), page == 2);
        target = next.mid(sandbox.at.graph.toString().size());
    }
    QCOMPARE(names.size(), 13);
    QCOMPARE(QSet<QString>(names.cbegin(), names.cend()).size(), 13);
}

void tst_GraphServer::batches()
{
    RunningServers sandbox;
    const Asker helpdesk(sandbox);
    sandbox.world.setCloudPhoto(u"bo.lind"_s, picture(0xff306090));
    sandbox.world.setCloudPhoto(u"ada.reyes"_s, std::nullopt);
    const auto get = [](const char *id, const QString &url, const char *needs = nullptr) {
        QJsonObject item {{u"id"_s, QString::fromLatin1(id)}, {u"method"_s, u"GET"_s}, {u"url"_s, url}};
        if (needs)
            item[u"dependsOn"_s] = QJsonArray {QString::fromLatin1(needs)};
        return item;
    };
    const QString bo = u"/users/bo.lind@lab.likeness.test/photos/48x48/$value"_s;
    const QJsonArray items {get("1", bo), get("2", u"/users/ada.reyes@lab.likeness.test/photo"_s),
        get("3", bo, "2"), get("4", bo, "1")};
    const auto post = [&helpdesk](const QJsonArray &requests) {
        const QByteArray body = QJsonDocument(QJsonObject {{u"requests"_s, requests}}).toJson();
        return helpdesk.send("POST", u"/v1.0/$batch"_s, body, "application/json");
    };
    const Answer answer = post(items);
    QCOMPARE(answer.status, 200);
    QMap<QString, QJsonObject> byId;
    for (const QJsonValue &each : QJsonDocument::fromJson(answer.body)["responses"_L1].toArray())
        byId[each["id"_L1].toString()] = each.toObject();
    QCOMPARE(byId.size(), 4);
    QCOMPARE(byId[u"1"_s]["status"_L1].toInt(), 200);
    const QByteArray bytes = QByteArray::fromBase64(byId[u"1"_s]["body"_L1].toString().toLatin1());
    QCOMPARE(QImage::fromData(bytes).width(), 48);
    QCOMPARE(byId[u"1"_s]["headers"_L1]["Content-Type"_L1].toString(), u"image/jpeg"_s);
    QCOMPARE(byId[u"2"_s]["status"_L1].toInt(), 404);
    QCOMPARE(byId[u"2"_s]["body"_L1]["error"_L1]["code"_L1].toString(), u"ErrorItemNotFound"_s);
    QCOMPARE(byId[u"3"_s]["status"_L1].toInt(), 424);
    QCOMPARE(byId[u"4"_s]["status"_L1].toInt(), 200);

    QJsonArray many;
    for (int i = 0; i < 21; ++i)
        many += get(QByteArray::number(i).constData(), bo);
    QCOMPARE(post(many).status, 400);
}

void tst_GraphServer::showsThePolicy()
{
    RunningServers sandbox;
    const QString settings = u"/beta/admin/people/photoUpdateSettings"_s;
    const Asker helpdesk(sandbox);
    QVERIFY(helpdesk.get(settings)["source"_L1].isNull());
    QCOMPARE(Asker(sandbox, u"ada.reyes"_s).send("GET", settings).status, 403);
    QCOMPARE(helpdesk.send("PATCH", settings, R"({"source":"onPremises"})", "application/json").status, 200);
    QCOMPARE(helpdesk.get(settings)["source"_L1].toString(), u"onPremises"_s);
    QCOMPARE(helpdesk.send("PUT", boPhoto + u"/$value"_s, picture(0xff204060)).status, 403);
}

QTEST_GUILESS_MAIN(tst_GraphServer)
#include "tst_graphserver.moc"
