// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/microsoft365/graphreplies.h"
#include "tests/support/exchanges.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

HttpReply graphReply(const QString &name)
{
    return replyFromText(exchange(u"graph/"_s + name + u".reply.txt"_s));
}

HttpReply okWith(const QByteArray &body, const QByteArray &type = "application/json")
{
    return {200, {{"Content-Type", type}}, body};
}

const QByteArray onePixelGif
    = QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

} // namespace

class tst_GraphReplies : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void info();
    void infoWithoutSize();
    void noPhoto_data();
    void noPhoto();
    void bytes();
    void bytesThatAreNone_data();
    void bytesThatAreNone();
    void sizes();
    void errors_data();
    void errors();
    void trace();
    void retryAfter_data();
    void retryAfter();
    void deniedSaysPolicyOrRole();
    void userThereOrNot();
    void policies();
    void people();
    void batch();
    void hostile_data();
    void hostile();
    void deepErrorsAreLeftAlone();
};

void tst_GraphReplies::info()
{
    const auto info = graph::photoInfo(graphReply(u"photo-info"_s));
    QVERIFY(info && *info);
    QCOMPARE((*info)->mediaEtag, u"\"BA09D118\""_s);
    QCOMPARE((*info)->contentType, u"image/jpeg"_s);
    QCOMPARE((*info)->pixels, QSize(240, 240));
}

void tst_GraphReplies::infoWithoutSize()
{
    const auto info = graph::photoInfo(graphReply(u"photo-info-sizeless"_s));
    QVERIFY(info && *info);
    QCOMPARE((*info)->mediaEtag, u"W/\"77\""_s);
    QVERIFY((*info)->pixels.isEmpty());
}

void tst_GraphReplies::noPhoto_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"photo-info-placeholder", "photo-missing-item", "photo-missing-image",
             "photo-missing-entity", "photo-missing-bare"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void tst_GraphReplies::noPhoto()
{
    QFETCH(const QString, file);
    const auto info = graph::photoInfo(graphReply(file));
    QVERIFY(info);
    QVERIFY(!info->has_value());
}

void tst_GraphReplies::bytes()
{
    const auto photo = graph::photoBytes(okWith("the bytes of a JPEG", "image/jpeg"));
    QVERIFY(photo && *photo);
    QCOMPARE((*photo)->bytes, QByteArray("the bytes of a JPEG"));
    const auto untyped = graph::photoBytes({200, {}, "the bytes of a JPEG"});
    QVERIFY(untyped && *untyped);
    const auto placeholder = graph::photoBytes(okWith(onePixelGif, "image/gif"));
    QVERIFY(placeholder && !*placeholder);
    const auto missing = graph::photoBytes(graphReply(u"photo-missing-image"_s));
    QVERIFY(missing && !*missing);
}

void tst_GraphReplies::bytesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a page of a proxy") << QByteArray("text/html; charset=utf-8") << QByteArray("<html/>");
    QTest::newRow("JSON") << QByteArray("application/json") << QByteArray("{}");
    QTest::newRow("nothing") << QByteArray("image/jpeg") << QByteArray();
}

void tst_GraphReplies::bytesThatAreNone()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    const auto photo = graph::photoBytes(okWith(body, type));
    QVERIFY(!photo);
    QCOMPARE(photo.error().code, Errc::BadReply);
}

void tst_GraphReplies::sizes()
{
    const auto sizes = graph::photoSizes(graphReply(u"photo-sizes"_s));
    QVERIFY(sizes);
    QCOMPARE(sizes->size(), 2);
    QCOMPARE(sizes->at(0).pixels, QSize(48, 48));
    QCOMPARE(sizes->at(1).pixels, QSize(64, 64));
}

void tst_GraphReplies::errors_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("write");
    QTest::addColumn<Errc>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const char *file, bool write, Errc code, const QString &detail) {
        QTest::newRow(name) << QString::fromLatin1(file) << write << code << detail;
    };
    row("denied", "error-denied", true, Errc::Forbidden, u"Authorization_RequestDenied"_s);
    row("conditional access", "error-nested", false, Errc::Forbidden, u"insufficient_claims"_s);
    row("throttled", "error-throttled", true, Errc::Throttled, u"ApplicationThrottled"_s);
    row("busy", "error-busy-until", false, Errc::Throttled, u"HTTP 503"_s);
    row("too large", "error-too-large", true, Errc::TooLarge, u"HTTP 413"_s);
    row("too large by code", "error-too-large-code", true, Errc::TooLarge, u"RequestBodyTooLarge"_s);
    row("bad picture", "error-bad-picture", true, Errc::Refused, u"ErrorInvalidImage"_s);
    row("bad question", "error-bad-picture", false, Errc::BadReply, u"ErrorInvalidImage"_s);
    row("sign in", "error-sign-in", false, Errc::SignInNeeded, u"InvalidAuthenticationToken"_s);
    row("server failed", "error-server", false, Errc::BadReply, u"InternalServerError"_s);
    row("server failed at a write", "error-server", true, Errc::BadReply, u"not known"_s);
    row("no such user", "user-missing", true, Errc::NotFound, u"Request_ResourceNotFound"_s);
    row("no JSON", "photo-missing-bare", true, Errc::NotFound, u"HTTP 404"_s);
}

void tst_GraphReplies::errors()
{
    QFETCH(const QString, file);
    QFETCH(const bool, write);
    QFETCH(const QString, detail);
    const Error error = graph::errorOf(graphReply(file), write ? WebIntent::Write : WebIntent::Read);
    QTEST(error.code, "code");
    QVERIFY2(error.detail.contains(detail), qPrintable(error.detail));
    if (write) {
        const auto written = graph::written(graphReply(file));
        QVERIFY(!written);
        QCOMPARE(written.error().code, error.code);
    }
}

void tst_GraphReplies::trace()
{
    const auto trace = [](const char *file) {
        return graph::errorOf(graphReply(QString::fromLatin1(file)), WebIntent::Read).serverTrace;
    };
    QCOMPARE(trace("error-denied"),
        u"request-id 33333333-2222-3333-4444-555555555555, client-request-id "
        "44444444-2222-3333-4444-555555555555, Date Sun, 22 Nov 2026 08:00:00 GMT"_s);
    QCOMPARE(trace("error-nested"), u"request-id 55555555-2222-3333-4444-555555555555"_s);
}

void tst_GraphReplies::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << QByteArray("17") << 17;
    QTest::newRow("a date") << QByteArray("Sun, 22 Nov 2026 08:02:00 GMT") << 120;
    QTest::newRow("past") << QByteArray("Sun, 22 Nov 2026 07:00:00 GMT") << 0;
    QTest::newRow("negative") << QByteArray("-5") << 0;
    QTest::newRow("a year") << QByteArray("31536000") << 86400;
    QTest::newRow("nonsense") << QByteArray("soon") << -1;
    QTest::newRow("empty") << QByteArray("") << -1;
    QTest::newRow("too long a number") << QByteArray("99999999999999999999") << -1;
}

void tst_GraphReplies::retryAfter()
{
    QFETCH(const QByteArray, header);
    const HttpReply reply {429, {{"Date", "Sun, 22 Nov 2026 08:00:00 GMT"}, {"Retry-After", header}}, {}};
    const Error error = graph::errorOf(reply, WebIntent::Read);
    QCOMPARE(error.code, Errc::Throttled);
    QTEST(error.retryAfter ? static_cast<int>(error.retryAfter->count()) : -1, "seconds");
}

void tst_GraphReplies::deniedSaysPolicyOrRole()
{
    const Error error = graph::errorOf({403, {}, {}}, WebIntent::Write);
    QCOMPARE(error.code, Errc::Forbidden);
    QVERIFY(error.detail.contains(u"policy or role"_s));
}

void tst_GraphReplies::userThereOrNot()
{
    const auto user = graph::user(graphReply(u"user"_s));
    QVERIFY(user);
    QCOMPARE(*user, u"anna@contoso.com"_s);
    QCOMPARE(graph::user(graphReply(u"user-missing"_s)).error().code, Errc::NotFound);
    QVERIFY(graph::removed(graphReply(u"photo-missing-item"_s)));
    QVERIFY(graph::written({204, {}, {}}));
    QVERIFY(graph::written({200, {}, {}}));
}

void tst_GraphReplies::policies()
{
    const auto here = graph::photoPolicy(graphReply(u"policy-on-premises"_s));
    QVERIFY(here);
    QCOMPARE(here->source, graph::PhotoPolicy::Source::OnPremises);
    const auto roles = graph::photoPolicy(graphReply(u"policy-roles"_s));
    QVERIFY(roles);
    QCOMPARE(roles->source, graph::PhotoPolicy::Source::Cloud);
    QCOMPARE(roles->allowedRoles,
        (QStringList {u"62e90394-69f5-4237-9190-012177145e10"_s, u"fe930be7-5e62-47db-91af-98c3a49a38b1"_s}));
    const auto any = graph::photoPolicy(graphReply(u"policy-default"_s));
    QVERIFY(any);
    QCOMPARE(any->source, graph::PhotoPolicy::Source::Any);
    QVERIFY(any->allowedRoles.isEmpty());
}

void tst_GraphReplies::people()
{
    const auto found = graph::people(graphReply(u"people"_s));
    QVERIFY(found);
    QCOMPARE(found->people.size(), 2);
    const Person anna {
        .keys = {u"anna@contoso.com"_s, {}, u"anna@contoso.com"_s, u"anna.oneil@contoso.com"_s, {}},
        .displayName = u"Anna Ø'Neil"_s,
        .givenName = u"Anna"_s,
        .surname = u"Ø'Neil"_s,
        .title = u"Clerk"_s,
        .department = u"Sales"_s,
        .employeeId = u"0042"_s,
        .traces = {.anchors = {u"00112233-4455-6677-8899-aabbccddeeff"_s},
            .account = u"anna"_s,
            .dn = u"CN=Anna,DC=contoso,DC=com"_s,
            .addresses = {u"anna.oneil@contoso.com"_s, u"anna@old.contoso.com"_s}}};
    QCOMPARE(found->people.at(0), anna);
    QCOMPARE(found->people.at(1).keys.mail, QString());
    QCOMPARE(found->nextLink,
        u"https://graph.microsoft.com/v1.0/users?$count=true&$skiptoken=RFNwdAIAAQAAABg6VXNlcl8%3D"_s);
}

void tst_GraphReplies::batch()
{
    const auto answers = graph::batch(graphReply(u"batch"_s), 5);
    QVERIFY(answers);
    QCOMPARE(answers->size(), 5);
    const auto photo = graph::photoBytes(*answers->at(0));
    QVERIFY(photo && *photo);
    QCOMPARE((*photo)->bytes, QByteArray("the bytes of a JPEG"));
    const auto none = graph::photoBytes(*answers->at(1));
    QVERIFY(none && !*none);
    const auto busy = graph::photoBytes(*answers->at(2));
    QCOMPARE(busy.error().code, Errc::Throttled);
    QCOMPARE(busy.error().retryAfter, std::chrono::seconds(9));
    QCOMPARE(answers->at(3).error().code, Errc::BadReply); // a status that is none
    QCOMPARE(answers->at(4).error().code, Errc::BadReply); // not answered
}

void tst_GraphReplies::hostile_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>");
    QTest::newRow("cut off") << QByteArray(R"({"value":[{"userPrincipalName":"an)");
    QTest::newRow("an array") << QByteArray(R"([{"value":[]}])");
    QTest::newRow("a number") << QByteArray("7");
    QTest::newRow("wrong types") << QByteArray(
        R"({"value":{"a":1},"userPrincipalName":[1],"@odata.nextLink":{}})");
    QTest::newRow("deep") << QByteArray(R"({"value":)") + QByteArray(100'000, '[') + QByteArray(100'000, ']')
            + '}';
    QTest::newRow("long") << R"({"x":")" + QByteArray(5 * 1024 * 1024, 'x') + R"("})";
    QTest::newRow("NUL") << QByteArray("{\"value\"\0:[]}", 13);
}

void tst_GraphReplies::hostile()
{
    QFETCH(const QByteArray, body);
    const HttpReply reply = okWith(body);
    QCOMPARE(graph::people(reply).error().code, Errc::BadReply);
    QCOMPARE(graph::user(reply).error().code, Errc::BadReply);
    QCOMPARE(graph::person(reply).error().code, Errc::BadReply);
    HttpReply failed = reply;
    failed.status = 403;
    QCOMPARE(graph::people(failed).error().code, Errc::Forbidden); // the status counts whatever the body is
}

void tst_GraphReplies::deepErrorsAreLeftAlone()
{
    QByteArray body = R"({"error":)";
    for (int depth = 0; depth < 400; ++depth)
        body += R"({"code":"c","innerError":)";
    body += "{}" + QByteArray(400, '}') + '}';
    const Error error = graph::errorOf({500, {}, body}, WebIntent::Read);
    QCOMPARE(error.detail.count(u" / c"_s), 7);
}

QTEST_GUILESS_MAIN(tst_GraphReplies)
#include "tst_graphreplies.moc"
