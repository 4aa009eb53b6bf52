// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/sharepointreplies.h"
#include "tests/support/exchanges.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

HttpReply farmReply(const QString &name)
{
    return replyFromText(exchange(u"sharepoint/"_s + name + u".reply.txt"_s));
}

} // namespace

class tst_SharePointReplies : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void profiles();
    void nobody_data();
    void nobody();
    void digests();
    void fileInfos();
    void files();
    void timestamps_data();
    void timestamps();
    void errors_data();
    void errors();
    void trace();
    void ownPicture();
    void soapFaults();
    void shown();
    void hostile_data();
    void hostile();
};

void tst_SharePointReplies::profiles()
{
    const auto verbose = sharepoint::profile(farmReply(u"profile-verbose"_s));
    QVERIFY(verbose);
    QCOMPARE(verbose->login, u"i:0#.w|contoso\\anna"_s);
    QCOMPARE(verbose->pictureUrl,
        u"https://my.contoso.com:443/User%20Photos/Profile%20Pictures/contoso_anna_MThumb.jpg?t=63720225810"_s);
    QVERIFY(!verbose->placeholder);
    QVERIFY(verbose->fromExchange);
    QCOMPARE(verbose->synced, QDateTime(QDate(2020, 3, 19), QTime(14, 43, 30), Qt::UTC));

    const auto bare = sharepoint::profile(farmReply(u"profile"_s));
    QVERIFY(bare);
    QVERIFY(!bare->placeholder && !bare->fromExchange && !bare->synced.isValid());

    const auto byProperty = sharepoint::profile(farmReply(u"profile-property-only"_s));
    QVERIFY(byProperty);
    QCOMPARE(byProperty->pictureUrl, u"/User Photos/Profile Pictures/contoso_anna_MThumb.jpg"_s);
    QVERIFY(byProperty->placeholder);
    QVERIFY(!byProperty->synced.isValid());

    const auto none = sharepoint::profile(farmReply(u"profile-no-picture"_s));
    QVERIFY(none);
    QVERIFY(none->pictureUrl.isEmpty());
}

void tst_SharePointReplies::nobody_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"nobody", "nobody-verbose", "nobody-me", "nobody-thrown"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void tst_SharePointReplies::nobody()
{
    QFETCH(const QString, file);
    const auto profile = sharepoint::profile(farmReply(file));
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, Errc::NotFound);
}

void tst_SharePointReplies::digests()
{
    for (const QString &file : {u"digest"_s, u"digest-verbose"_s}) {
        const auto digest = sharepoint::digest(farmReply(file));
        QVERIFY(digest);
        QCOMPARE(*digest, QByteArray("0xABC,22 Nov 2026 08:00:00 -0000"));
    }
    // they become headers of ours
    QCOMPARE(sharepoint::digest(farmReply(u"digest-two-lines"_s)).error().code, Errc::BadReply);
    QCOMPARE(sharepoint::fileInfo({200, {}, R"({"ETag":"a\r\nHost: x"})"}).error().code, Errc::BadReply);
}

void tst_SharePointReplies::fileInfos()
{
    for (const QString &file : {u"file-info"_s, u"file-info-verbose"_s}) {
        const auto info = sharepoint::fileInfo(farmReply(file));
        QVERIFY(info && *info);
        QCOMPARE((*info)->etag, QByteArray("\"{0C37852B-34D0-418E-91C6-2AC25AF4BE5B},3\""));
        QCOMPARE((*info)->modified, QDateTime(QDate(2026, 11, 20), QTime(10, 11, 12), Qt::UTC));
    }
    const auto missing = sharepoint::fileInfo(farmReply(u"file-missing"_s));
    QVERIFY(missing && !*missing);
}

void tst_SharePointReplies::files()
{
    const auto photo = sharepoint::fileBytes({200, {{"Content-Type", "image/jpeg"}}, "the bytes of a JPEG"});
    QVERIFY(photo && *photo);
    QCOMPARE((*photo)->bytes, QByteArray("the bytes of a JPEG"));
    const auto stream
        = sharepoint::fileBytes({200, {{"Content-Type", "application/octet-stream"}}, "the bytes of a JPEG"});
    QVERIFY(stream && *stream);
    const auto missing = sharepoint::fileBytes(farmReply(u"file-missing"_s));
    QVERIFY(missing && !*missing);
    QCOMPARE(
        sharepoint::fileBytes({200, {{"Content-Type", "text/html"}}, "<html>"}).error().code, Errc::BadReply);
    QCOMPARE(sharepoint::fileBytes({200, {}, {}}).error().code, Errc::BadReply);
}

void tst_SharePointReplies::timestamps_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QDateTime>("time");
    const QDateTime time(QDate(2020, 3, 19), QTime(14, 43, 30), Qt::UTC);
    QTest::newRow("seconds") << QByteArray("63720225810") << time;
    QTest::newRow("units of 100 ns") << QByteArray("637202258100000000") << time;
    QTest::newRow("nothing") << QByteArray() << QDateTime();
    QTest::newRow("a word") << QByteArray("later") << QDateTime();
    QTest::newRow("negative") << QByteArray("-1") << QDateTime();
    QTest::newRow("beyond numbers") << QByteArray("99999999999999999999") << QDateTime();
    QTest::newRow("beyond years") << QByteArray("9223372036854775807") << QDateTime();
}

void tst_SharePointReplies::timestamps()
{
    QFETCH(const QByteArray, value);
    const QByteArray body
        = R"({"AccountName":"a","UserProfileProperties":[{"Key":"SPS-PictureTimestamp","Value":")" + value
        + R"("}]})";
    const auto profile = sharepoint::profile({200, {}, body});
    QVERIFY(profile);
    QTEST(profile->synced, "time");
}

void tst_SharePointReplies::errors_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Errc>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QString &file, Errc code, const QString &detail) {
        QTest::newRow(name) << file << code << detail;
    };
    row("denied", u"error-denied"_s, Errc::Forbidden, u"Access denied"_s);
    row("denied as 401", u"error-denied-as-401"_s, Errc::Forbidden, u"UnauthorizedAccessException"_s);
    row("there already", u"error-exists"_s, Errc::Conflict, u"already exists"_s);
    row("another ETag", u"error-etag"_s, Errc::Conflict, u"does not match"_s);
    row("forms sign-in", u"error-forms"_s, Errc::SignInNeeded, u"HTTP 403"_s);
    row("sent to sign in", u"error-to-sign-in"_s, Errc::SignInNeeded, u"HTTP 302"_s);
    row("busy", u"error-busy"_s, Errc::Throttled, u"HTTP 503"_s);
    row("no such folder", u"file-missing"_s, Errc::NotFound, u"FileNotFoundException"_s);
}

void tst_SharePointReplies::errors()
{
    QFETCH(const QString, file);
    QFETCH(const QString, detail);
    const auto written = sharepoint::written(farmReply(file));
    QVERIFY(!written);
    QTEST(written.error().code, "code");
    QVERIFY2(written.error().detail.contains(detail), qPrintable(written.error().detail));
}

void tst_SharePointReplies::trace()
{
    const Error error = sharepoint::errorOf(farmReply(u"error-denied"_s), WebIntent::Read);
    QCOMPARE(error.serverTrace,
        u"SPRequestGuid 11111111-a0a5-5083-3aab-8a2c60b9b3a1, request-id "
        "11111111-a0a5-5083-3aab-8a2c60b9b3a1, Date Sun, 22 Nov 2026 08:00:00 GMT"_s);
    QCOMPARE(sharepoint::errorOf(farmReply(u"error-busy"_s), WebIntent::Read).retryAfter,
        std::chrono::seconds(30));
}

void tst_SharePointReplies::ownPicture()
{
    QVERIFY(sharepoint::pictureSet(farmReply(u"picture-set"_s)));
    QVERIFY(sharepoint::pictureSet({200, {}, {}}));
    QCOMPARE(sharepoint::pictureSet(farmReply(u"picture-not-set"_s)).error().code, Errc::Refused);
    QCOMPARE(sharepoint::pictureSet(farmReply(u"error-denied"_s)).error().code, Errc::Forbidden);
}

void tst_SharePointReplies::soapFaults()
{
    const auto denied = sharepoint::propertySetBySoap(farmReply(u"error-soap"_s));
    QVERIFY(!denied);
    QCOMPARE(denied.error().code, Errc::Forbidden);
    const auto hostile = sharepoint::propertySetBySoap(farmReply(u"error-soap-entities"_s));
    QVERIFY(!hostile);
    QCOMPARE(hostile.error().code, Errc::BadReply);
    QVERIFY(!hostile.error().detail.contains(u"lollol"_s));
    QVERIFY(sharepoint::propertySetBySoap({200, {}, "<a/>"}));
}

void tst_SharePointReplies::shown()
{
    const auto placeholder = sharepoint::shownPicture(farmReply(u"shown-placeholder"_s));
    QVERIFY(placeholder && !placeholder->photo && placeholder->location.isEmpty());
    const auto redirect = sharepoint::shownPicture(farmReply(u"shown-redirect"_s));
    QVERIFY(redirect && !redirect->photo && !redirect->location.isEmpty());
    const auto photo = sharepoint::shownPicture({200, {{"Content-Type", "image/jpeg"}}, "JPEG"});
    QVERIFY(photo && photo->photo);
    QCOMPARE(sharepoint::shownPicture({302, {}, {}}).error().code, Errc::SignInNeeded);
}

void tst_SharePointReplies::hostile_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << QByteArray("<html><body>Working on it...</body></html>");
    QTest::newRow("cut off") << QByteArray(R"({"d":{"AccountName":"i:0)");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("wrong types") << QByteArray(
        R"({"d":{"AccountName":[1],"ETag":{},"FormDigestValue":7,"UserProfileProperties":{"results":7}}})");
    QTest::newRow("deep") << QByteArray(R"({"AccountName":)") + QByteArray(50'000, '[')
            + QByteArray(50'000, ']') + '}';
    QTest::newRow("long") << R"({"x":")" + QByteArray(2 * 1024 * 1024, 'x') + R"("})";
}

void tst_SharePointReplies::hostile()
{
    QFETCH(const QByteArray, body);
    const HttpReply reply {200, {{"Content-Type", "application/json"}}, body};
    QCOMPARE(sharepoint::profile(reply).error().code, Errc::BadReply);
    QCOMPARE(sharepoint::digest(reply).error().code, Errc::BadReply);
    QCOMPARE(sharepoint::fileInfo(reply).error().code, Errc::BadReply);
    HttpReply failed = reply;
    failed.status = 403;
    QCOMPARE(sharepoint::profile(failed).error().code, Errc::Forbidden);
}

QTEST_GUILESS_MAIN(tst_SharePointReplies)
#include "tst_sharepointreplies.moc"
