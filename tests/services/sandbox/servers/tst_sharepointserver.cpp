// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/sandbox/servers/sandboxclient.h"
#include "tests/support/flatpictures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

class tst_SharePointServer : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void needsADigestToWrite();
    void tellsProfiles_data();
    void tellsProfiles();
    void takesOnesOwnPicture();
    void refusesPictures_data();
    void refusesPictures();
    void readsAndReplacesFiles();
    void replacesOnlyWhatWasSeen();
    void addsAndRemovesFiles();
    void letsNobodyChangeOthers();
    void showsThePlaceholder();
    void cachesThePictureForADay();
    void pullsFromExchangeWhenOneLooksAtOneself();
    void leavesAnOwnPictureAlone();
    void setsSinglePropertiesForOthers();
    void takesABearer();
};

namespace {

const QString bo = u"bo.lind"_s;
const QString boAccount = u"i:0#.w|lablike\\bo.lind"_s;
const QString folder = u"/User Photos/Profile Pictures"_s;
const QString boMedium = folder + u"/lablike_bo.lind_MThumb.jpg"_s;

QByteArray picture(QRgb colour, int edge = 300)
{
    return flatPicture({edge, edge}, QColor::fromRgb(colour), "PNG");
}

/// Somebody who asks the REST interface, with a digest for what is no GET.
struct Visitor
{
    explicit Visitor(RunningServers &to, const QString &account = u"helpdesk"_s)
        : sandbox(to)
        , who(*to.world.account(account))
    {
        digest = object(send("POST", u"/_api/contextinfo"_s))["FormDigestValue"_L1].toString().toLatin1();
    }
    Answer send(const QByteArray &verb, const QString &path, const QByteArray &body = {},
        const QList<std::pair<QByteArray, QByteArray>> &more = {})
    {
        QUrl url = sandbox.at.sharePoint;
        url.setPath(path.section(u'?', 0, 0));
        if (path.contains(u'?'))
            url.setQuery(path.section(u'?', 1), QUrl::TolerantMode);
        Sent sent {verb, url, body, {basic(who), {"Accept", "application/json;odata=nometadata"}}};
        if (!digest.isEmpty() && verb != "GET")
            sent.headers.emplaceBack("X-RequestDigest", digest);
        sent.headers += more;
        return sandbox.send(sent);
    }
    static QJsonObject object(const Answer &answer) { return QJsonDocument::fromJson(answer.body).object(); }
    QJsonObject get(const QString &path) { return object(send("GET", path)); }
    QString property(const QString &account, const QString &name)
    {
        return get(
            u"/_api/SP.UserProfiles.PeopleManager/GetUserProfilePropertyFor(accountName=@v,propertyName='%1')"
            "?@v='%2'"_s.arg(name, QString::fromLatin1(QUrl::toPercentEncoding(account))))["value"_L1]
            .toString();
    }

    RunningServers &sandbox;
    SandboxAccount who;
    QByteArray digest;
};

QString fileUrl(const QString &path, const QString &rest = {})
{
    return u"/_api/web/GetFileByServerRelativeUrl('%1')%2"_s.arg(path, rest);
}

} // namespace

void tst_SharePointServer::needsADigestToWrite()
{
    RunningServers sandbox;
    Visitor visitor(sandbox, bo);
    QVERIFY(visitor.digest.startsWith("0x"));
    const QString own = u"/_api/SP.UserProfiles.PeopleManager/SetMyProfilePicture"_s;
    sandbox.world.clock().advance(std::chrono::minutes(31));
    const Answer late = visitor.send("POST", own, picture(0xff204060));
    QCOMPARE(late.status, 403);
    QVERIFY(Visitor::object(late).contains("odata.error"_L1));
    visitor.digest.clear();
    QCOMPARE(visitor.send("POST", own, picture(0xff204060)).status, 403);
    const Answer verbose
        = visitor.send("POST", u"/_api/contextinfo"_s, {}, {{"Accept", "application/json;odata=verbose"}});
    QVERIFY(Visitor::object(verbose)["d"_L1]["GetContextWebInformation"_L1]["FormDigestValue"_L1].isString());
    const Answer noBody = sandbox.send({.url = sandbox.at.sharePoint});
    QCOMPARE(noBody.status, 401);
}

void tst_SharePointServer::tellsProfiles_data()
{
    QTest::addColumn<QString>("path");
    const QString manager = u"/_api/SP.UserProfiles.PeopleManager/"_s;
    QTest::newRow("alias") << manager
            + u"GetPropertiesFor(accountName=@v)?@v='i%3A0%23.w%7Clablike%5Cbo.lind'"_s;
    QTest::newRow("lower case, bare alias, UPN")
        << u"/sites/x/_api/sp.userprofiles.peoplemanager/getpropertiesfor(@v)"
           "?%40v=%27i%3A0%23.f%7Cmembership%7Cbo.lind%40lab.likeness.test%27"_s;
    QTest::newRow("literal") << manager + u"GetPropertiesFor('lablike\\bo.lind')"_s;
}

void tst_SharePointServer::tellsProfiles()
{
    QFETCH(const QString, path);
    RunningServers sandbox;
    Visitor visitor(sandbox);
    sandbox.world.setSharePointPhoto(bo, 'M', picture(0xff204060, 72));
    const QJsonObject told = visitor.get(path);
    QCOMPARE(told["AccountName"_L1].toString(), boAccount);
    QCOMPARE(told["DisplayName"_L1].toString(), u"Bo Lind"_s);
    const QUrl picture(told["PictureUrl"_L1].toString());
    QCOMPARE(picture.path(), boMedium);
    QCOMPARE(visitor.send("GET", picture.path()).status, 200);
    QMap<QString, QString> properties;
    for (const QJsonValue &each : told["UserProfileProperties"_L1].toArray())
        properties[each["Key"_L1].toString()] = each["Value"_L1].toString();
    QCOMPARE(properties[u"SPS-PicturePlaceholderState"_s], u"0"_s);
    QCOMPARE(properties[u"PictureURL"_s], picture.toString());
    QCOMPARE(visitor.property(boAccount, u"PictureURL"_s), picture.toString());
    QVERIFY(visitor.get(u"/_api/SP.UserProfiles.PeopleManager/GetPropertiesFor('lablike\\nobody')"_s)
                .contains("odata.null"_L1));
}

void tst_SharePointServer::takesOnesOwnPicture()
{
    RunningServers sandbox;
    Visitor visitor(sandbox, bo);
    const Answer answer = visitor.send(
        "POST", u"/_api/SP.UserProfiles.PeopleManager/SetMyProfilePicture"_s, picture(0xff204060, 648));
    QCOMPARE(answer.status, 200);
    const QList<std::pair<char, int>> sizes {{'S', 48}, {'M', 72}, {'L', 300}};
    for (const auto &[size, edge] : sizes)
        QCOMPARE(QImage::fromData(*sandbox.world.sharePointPhoto(bo, size)).size(), QSize(edge, edge));
    QCOMPARE(visitor.property(boAccount, u"SPS-PicturePlaceholderState"_s), u"0"_s);
}

void tst_SharePointServer::refusesPictures_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("text") << QByteArray("no picture");
    QTest::newRow("too large") << QByteArray("\xff\xd8\xff") + QByteArray(5'000'000, 'x');
}

void tst_SharePointServer::refusesPictures()
{
    QFETCH(const QByteArray, body);
    RunningServers sandbox;
    const auto before = sandbox.world.photos(bo);
    Visitor visitor(sandbox, bo);
    QCOMPARE(
        visitor.send("POST", u"/_api/SP.UserProfiles.PeopleManager/SetMyProfilePicture"_s, body).status, 400);
    QCOMPARE(sandbox.world.photos(bo), before);
}

void tst_SharePointServer::readsAndReplacesFiles()
{
    RunningServers sandbox;
    Visitor helpdesk(sandbox);
    sandbox.world.setSharePointPhoto(bo, 'M', picture(0xff204060, 72));
    const QJsonObject told = helpdesk.get(fileUrl(boMedium));
    QCOMPARE(told["ServerRelativeUrl"_L1].toString(), boMedium);
    QVERIFY(told["ETag"_L1].toString().endsWith(u",1\""_s));
    QVERIFY(QDateTime::fromString(told["TimeLastModified"_L1].toString(), Qt::ISODate).isValid());
    QCOMPARE(helpdesk.send("GET", fileUrl(boMedium, u"/$value"_s)).body, picture(0xff204060, 72));
    const QByteArray written = picture(0xff604020, 72);
    QCOMPARE(
        helpdesk.send("POST", fileUrl(boMedium, u"/$value"_s), written, {{"X-HTTP-Method", "PUT"}}).status,
        204);
    QCOMPARE(*sandbox.world.sharePointPhoto(bo, 'M'), written); // files stay as they came
    QVERIFY(helpdesk.get(fileUrl(boMedium))["ETag"_L1].toString().endsWith(u",2\""_s));
    QCOMPARE(helpdesk.send("GET", fileUrl(folder + u"/lablike_nobody_MThumb.jpg"_s)).status, 404);
}

void tst_SharePointServer::replacesOnlyWhatWasSeen()
{
    RunningServers sandbox;
    Visitor helpdesk(sandbox);
    sandbox.world.setSharePointPhoto(bo, 'M', picture(0xff204060, 72));
    const QByteArray etag = helpdesk.get(fileUrl(boMedium))["ETag"_L1].toString().toLatin1();
    sandbox.world.setSharePointPhoto(bo, 'M', picture(0xff111111, 72));
    const Answer lost = helpdesk.send("POST", fileUrl(boMedium, u"/$value"_s), picture(0xff604020, 72),
        {{"X-HTTP-Method", "PUT"}, {"If-Match", etag}});
    QCOMPARE(lost.status, 412);
    QCOMPARE(*sandbox.world.sharePointPhoto(bo, 'M'), picture(0xff111111, 72));
    const QByteArray now = helpdesk.get(fileUrl(boMedium))["ETag"_L1].toString().toLatin1();
    QCOMPARE(helpdesk
                 .send("POST", fileUrl(boMedium, u"/$value"_s), picture(0xff604020, 72),
                     {{"X-HTTP-Method", "PUT"}, {"If-Match", now}})
                 .status,
        204);
}

void tst_SharePointServer::addsAndRemovesFiles()
{
    RunningServers sandbox;
    Visitor helpdesk(sandbox);
    sandbox.world.setSharePointPhoto(bo, 'L', std::nullopt);
    const auto add = [&helpdesk](const char *overwrite) {
        return helpdesk.send("POST",
            u"/_api/web/GetFolderByServerRelativeUrl('%1')/Files/add(url='lablike_bo.lind_LThumb.jpg',overwrite=%2)"_s
                .arg(folder, QLatin1String(overwrite)),
            picture(0xff204060, 300));
    };
    QCOMPARE(add("false").status, 200);
    QCOMPARE(*sandbox.world.sharePointPhoto(bo, 'L'), picture(0xff204060, 300));
    QCOMPARE(add("false").status, 400);
    QCOMPARE(add("true").status, 200);
    const QString large = folder + u"/lablike_bo.lind_LThumb.jpg"_s;
    QCOMPARE(helpdesk.send("POST", fileUrl(large), {}, {{"X-HTTP-Method", "DELETE"}}).status, 400);
    QCOMPARE(
        helpdesk.send("POST", fileUrl(large), {}, {{"X-HTTP-Method", "DELETE"}, {"If-Match", "\"{0},9\""}})
            .status,
        412);
    QCOMPARE(
        helpdesk.send("POST", fileUrl(large), {}, {{"X-HTTP-Method", "DELETE"}, {"If-Match", "*"}}).status,
        200);
    QVERIFY(!sandbox.world.sharePointPhoto(bo, 'L'));
}

void tst_SharePointServer::letsNobodyChangeOthers()
{
    RunningServers sandbox;
    sandbox.world.setSharePointPhoto(bo, 'M', picture(0xff204060, 72));
    Visitor ada(sandbox, u"ada.reyes"_s);
    QCOMPARE(ada.send("POST", fileUrl(boMedium, u"/$value"_s), "x", {{"X-HTTP-Method", "PUT"}}).status, 403);
    QCOMPARE(ada.send("GET", fileUrl(boMedium, u"/$value"_s)).status, 200);
    QCOMPARE(*sandbox.world.sharePointPhoto(bo, 'M'), picture(0xff204060, 72));
}

void tst_SharePointServer::showsThePlaceholder()
{
    RunningServers sandbox;
    Visitor helpdesk(sandbox);
    sandbox.world.changePhotos(bo, [](SandboxPhotos &photos) { photos = {}; });
    sandbox.world.changePhotos(u"ada.reyes"_s, [](SandboxPhotos &photos) { photos = {}; });
    const QString shown = u"/_layouts/15/userphoto.aspx?size=M&accountname=lablike\\"_s;
    const Answer nobody = helpdesk.send("GET", shown + u"nobody"_s);
    const Answer none = helpdesk.send("GET", shown + bo);
    QCOMPARE(nobody.status, 200);
    QCOMPARE(none.body, nobody.body);
    QCOMPARE(QImage::fromData(none.body).size(), QSize(96, 96));
    SandboxSettings settings;
    settings.placeholderByRedirect = true;
    sandbox.world.setSettings(settings);
    const Answer redirected = helpdesk.send("GET", shown + u"ada.reyes"_s);
    QCOMPARE(redirected.status, 302);
    QVERIFY(redirected.headers.value("location").contains("PersonPlaceholder"));
    QCOMPARE(helpdesk.send("GET", QString::fromLatin1(redirected.headers.value("location"))).body, none.body);
}

void tst_SharePointServer::cachesThePictureForADay()
{
    RunningServers sandbox;
    Visitor helpdesk(sandbox);
    const QString shown = u"/_layouts/15/userphoto.aspx?size=S&accountname=bo.lind@lab.likeness.test"_s;
    sandbox.world.setSharePointPhoto(bo, 'S', "first");
    QCOMPARE(helpdesk.send("GET", shown).body, "first");
    sandbox.world.setSharePointPhoto(bo, 'S', "second");
    sandbox.world.clock().advance(std::chrono::hours(23));
    QCOMPARE(helpdesk.send("GET", shown).body, "first");
    QCOMPARE(helpdesk.send("GET", shown + u"&t=1"_s).body, "second"); // another address
    sandbox.world.clock().advance(std::chrono::hours(2));
    QCOMPARE(helpdesk.send("GET", shown).body, "second");
}

void tst_SharePointServer::pullsFromExchangeWhenOneLooksAtOneself()
{
    RunningServers sandbox;
    Visitor helpdesk(sandbox);
    Visitor own(sandbox, bo);
    sandbox.world.changePhotos(bo, [](SandboxPhotos &photos) { photos = {}; });
    const auto green = [&sandbox] {
        return QImage::fromData(sandbox.world.sharePointPhoto(bo, 'L').value_or(QByteArray()))
            .pixelColor(100, 100)
            .green();
    };
    const QString me = u"/_api/SP.UserProfiles.PeopleManager/GetMyProperties"_s;
    QVERIFY(sandbox.world.saveInExchange(bo, picture(0xff00c000, 648)));
    helpdesk.get(u"/_api/SP.UserProfiles.PeopleManager/GetPropertiesFor('lablike\\bo.lind')"_s);
    QVERIFY(!sandbox.world.sharePointPhoto(bo, 'L')); // others do not cause it
    own.get(me);
    QVERIFY(qAbs(green() - 0xc0) < 6);
    QVERIFY(sandbox.world.saveInExchange(bo, picture(0xff004000, 648)));
    sandbox.world.clock().advance(std::chrono::hours(5));
    own.get(me);
    QVERIFY(qAbs(green() - 0xc0) < 6); // the copy is younger than the expiration
    sandbox.world.clock().advance(std::chrono::hours(2));
    own.get(me);
    QVERIFY(qAbs(green() - 0x40) < 6);
}

void tst_SharePointServer::leavesAnOwnPictureAlone()
{
    RunningServers sandbox;
    Visitor own(sandbox, bo);
    own.send("POST", u"/_api/SP.UserProfiles.PeopleManager/SetMyProfilePicture"_s, picture(0xff0000c0));
    const auto before = sandbox.world.sharePointPhoto(bo, 'L');
    QVERIFY(sandbox.world.saveInExchange(bo, picture(0xff00c000, 648)));
    sandbox.world.clock().advance(std::chrono::hours(48));
    own.get(u"/_api/SP.UserProfiles.PeopleManager/GetMyProperties"_s);
    QCOMPARE(sandbox.world.sharePointPhoto(bo, 'L'), before);
    QCOMPARE(own.property(boAccount, u"SPS-PictureExchangeSyncState"_s), u"0"_s);
}

void tst_SharePointServer::setsSinglePropertiesForOthers()
{
    RunningServers sandbox;
    Visitor helpdesk(sandbox);
    sandbox.world.setSharePointPhoto(bo, 'M', "photo");
    const auto set = [](Visitor &visitor, const char *value) {
        const QJsonObject body {{u"accountName"_s, boAccount},
            {u"propertyName"_s, u"SPS-PicturePlaceholderState"_s},
            {u"propertyValue"_s, QString::fromLatin1(value)}};
        return visitor.send("POST", u"/_api/SP.UserProfiles.PeopleManager/SetSingleValueProfileProperty"_s,
            QJsonDocument(body).toJson(), {{"Content-Type", "application/json"}});
    };
    QCOMPARE(set(helpdesk, "1").status, 200);
    QCOMPARE(helpdesk.property(boAccount, u"SPS-PicturePlaceholderState"_s), u"1"_s);
    Visitor ada(sandbox, u"ada.reyes"_s);
    QCOMPARE(set(ada, "0").status, 403);
}

void tst_SharePointServer::takesABearer()
{
    RunningServers sandbox;
    const auto tokenFor = [&sandbox](const QString &scope) -> QByteArray {
        QUrl url = sandbox.at.login;
        url.setPath(u"/common/oauth2/v2.0/token"_s);
        const Answer answer = sandbox.send({"POST", url,
            "grant_type=refresh_token&client_id=c&refresh_token="
                + sandbox.servers.refreshToken(bo, u"c"_s, scope),
            {{"Content-Type", "application/x-www-form-urlencoded"}}});
        return "Bearer " + QJsonDocument::fromJson(answer.body)["access_token"_L1].toString().toLatin1();
    };
    QUrl url = sandbox.at.sharePoint;
    url.setPath(u"/_api/sp.userprofiles.peoplemanager/setmyprofilepicture"_s);
    const auto post = [&](const QByteArray &bearer) {
        return sandbox.send({"POST", url, picture(0xff204060),
            {{"Authorization", bearer}, {"Accept", "application/json"},
                {"Content-Type", "application/json;charset=utf-8"}}});
    };
    QCOMPARE(post(tokenFor(u"AllSites.Write"_s)).status, 200); // without a digest
    QCOMPARE(post(tokenFor(u"User.Read"_s)).status, 401);
}

QTEST_GUILESS_MAIN(tst_SharePointServer)
#include "tst_sharepointserver.moc"
