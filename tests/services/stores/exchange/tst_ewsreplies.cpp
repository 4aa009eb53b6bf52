// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/ewserrors.h"
#include "services/stores/exchange/photoreply.h"
#include "services/stores/exchange/soapreply.h"
#include "tests/services/stores/exchange/ewsexchange.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using Kind = EwsPhotoAnswer::Kind;
using Seconds = std::optional<std::chrono::seconds>;

class tst_EwsReplies : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void photoBySoap_data();
    void photoBySoap();
    void photoByRest_data();
    void photoByRest();
    void restMayBeMissing_data();
    void restMayBeMissing();
    void errors_data();
    void errors();
    void written_data();
    void written();
    void notWritten_data();
    void notWritten();
    void version();
    void codes_data();
    void codes();
    void tellsWhatToLookUp();
    void hostile_data();
    void hostile();
};

namespace {

/// What the .reply.txt files carry: the headers of a JPEG of 96 x 64 pixels.
const QByteArray recordedPhoto
    = QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000ffc0000b0800400060"
                          "01011100ffda0008010100003f001234ffd9");

HttpReply replyOf(int status, const HttpHeaders &headers = {}, const QByteArray &body = {})
{
    return {status, headers, body};
}

} // namespace

void tst_EwsReplies::photoBySoap_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QByteArray>("tag");
    QTest::newRow("photo-soap") << Kind::Photo << QByteArray("\"4711\"");
    QTest::newRow("photo-soap-no-contenttype") << Kind::Photo << QByteArray();
    QTest::newRow("photo-soap-gromox") << Kind::Photo << QByteArray();
    QTest::newRow("photo-soap-wrapped") << Kind::Photo << QByteArray();
    QTest::newRow("photo-soap-404") << Kind::NoPhoto << QByteArray();
    QTest::newRow("photo-soap-empty") << Kind::NoPhoto << QByteArray();
    QTest::newRow("photo-soap-item-not-found") << Kind::NoPhoto << QByteArray();
    QTest::newRow("photo-soap-unchanged") << Kind::Unchanged << QByteArray("\"4711\"");
}

void tst_EwsReplies::photoBySoap()
{
    QFETCH(const Kind, kind);
    const Result<EwsPhotoAnswer> answer
        = photoBySoapReply(ewsReplyOf(QString::fromUtf8(QTest::currentDataTag())));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->kind, kind);
    QTEST(answer->tag, "tag");
    QCOMPARE(answer->photo.bytes, kind == Kind::Photo ? recordedPhoto : QByteArray());
    QCOMPARE(answer->photo.pixels, kind == Kind::Photo ? QSize(96, 64) : QSize());
}

void tst_EwsReplies::photoByRest_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<Kind>("kind");
    const HttpHeaders jpeg {{"content-type", "image/jpeg"}, {"ETag", "\"1\""}};
    QTest::newRow("photo") << replyOf(200, jpeg, recordedPhoto) << Kind::Photo;
    QTest::newRow("photo without type") << replyOf(200, {}, recordedPhoto) << Kind::Photo;
    QTest::newRow("empty") << replyOf(200, jpeg) << Kind::NoPhoto;
    QTest::newRow("not modified") << replyOf(304) << Kind::Unchanged;
    QTest::newRow("not found") << replyOf(404) << Kind::NoPhoto;
}

void tst_EwsReplies::photoByRest()
{
    QFETCH(const HttpReply, reply);
    QFETCH(const Kind, kind);
    const Result<EwsPhotoAnswer> answer = photoByRestReply(reply);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->kind, kind);
    QCOMPARE(answer->photo.pixels, kind == Kind::Photo ? QSize(96, 64) : QSize());
}

void tst_EwsReplies::restMayBeMissing_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("maybe");
    for (const int status : {400, 404, 405, 500, 501})
        QTest::addRow("%d", status) << status << true;
    for (const int status : {200, 302, 304, 401, 403, 429, 503})
        QTest::addRow("%d", status) << status << false;
}

void tst_EwsReplies::restMayBeMissing()
{
    QFETCH(const int, status);
    QTEST(mayLackRest(replyOf(status)), "maybe");
}

void tst_EwsReplies::errors_data()
{
    QTest::addColumn<HttpReply>("reply");
    QTest::addColumn<Errc>("code");
    QTest::addColumn<Seconds>("retryAfter");
    const auto none = Seconds();
    const auto recorded = [](const char *name, Errc code, Seconds wait = {}) {
        QTest::newRow(name) << ewsReplyOf(QString::fromUtf8(name)) << code << wait;
    };
    recorded("fault-busy", Errc::Throttled, std::chrono::seconds(11));
    recorded("inner-busy", Errc::Throttled, std::chrono::seconds(1));
    recorded("throttled-503", Errc::Throttled, std::chrono::seconds(30));
    recorded("throttled-date", Errc::Throttled, std::chrono::seconds(30));
    recorded("fault-schema", Errc::Unsupported);
    recorded("fault-soap12", Errc::Unsupported);
    recorded("fault-200", Errc::BadReply);
    recorded("fault-no-mailbox", Errc::NotFound);
    recorded("photo-soap-500-empty", Errc::NotFound);
    recorded("photo-soap-500-html", Errc::NotFound);
    recorded("photo-soap-not-base64", Errc::BadReply);
    recorded("forms-sign-in", Errc::BadReply);
    recorded("unauthorised", Errc::SignInNeeded);
    recorded("redirect-302", Errc::BadReply);
    QTest::newRow("forbidden") << replyOf(403) << Errc::Forbidden << none;
    QTest::newRow("no such page") << replyOf(405) << Errc::BadInput << none;
    QTest::newRow("sign-in of a form ran out") << replyOf(440) << Errc::SignInNeeded << none;
    QTest::newRow("gateway") << replyOf(502) << Errc::Offline << none;
    QTest::newRow("negative wait") << replyOf(503, {{"Retry-After", "-5"}}) << Errc::Throttled
                                   << Seconds(std::chrono::seconds(0));
    QTest::newRow("endless wait") << replyOf(503, {{"Retry-After", "99999999999"}}) << Errc::Throttled
                                  << Seconds(std::chrono::hours(24));
}

void tst_EwsReplies::errors()
{
    QFETCH(const HttpReply, reply);
    const Result<EwsPhotoAnswer> answer = photoBySoapReply(reply);
    QVERIFY(!answer);
    QTEST(answer.error().code, "code");
    QTEST(answer.error().retryAfter, "retryAfter");
    QVERIFY(answer.error().serverTrace.startsWith(u"HTTP "_s + QString::number(reply.status)));
    if (reply.status != 404 && reply.status != 500) { // the GET form judges a status no other way
        const Result<EwsPhotoAnswer> byRest = photoByRestReply(reply);
        QVERIFY(!byRest);
        if (!reply.isSuccess())
            QCOMPARE(byRest.error().code, answer.error().code);
    }
}

void tst_EwsReplies::written_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("the open specification's shape") << u"set-photo"_s;
    QTest::newRow("the shipped schema's shape") << u"set-photo-wrapped"_s;
}

void tst_EwsReplies::written()
{
    QFETCH(const QString, name);
    QVERIFY(setPhotoReply(ewsReplyOf(name)));
}

void tst_EwsReplies::notWritten_data()
{
    QTest::addColumn<Errc>("code");
    QTest::newRow("set-photo-denied") << Errc::Forbidden;
    QTest::newRow("set-photo-denied-wrapped") << Errc::Forbidden;
    QTest::newRow("set-photo-silent") << Errc::BadReply;
    QTest::newRow("fault-schema") << Errc::Unsupported;
    QTest::newRow("fault-soap12") << Errc::Unsupported;
    QTest::newRow("fault-gromox-set") << Errc::BadReply;
    QTest::newRow("fault-busy") << Errc::Throttled;
    QTest::newRow("photo-soap-500-html") << Errc::BadReply;
    QTest::newRow("photo-soap-404") << Errc::BadInput;
    QTest::newRow("forms-sign-in") << Errc::BadReply;
    QTest::newRow("unauthorised") << Errc::SignInNeeded;
}

void tst_EwsReplies::notWritten()
{
    const Result<Done> done = setPhotoReply(ewsReplyOf(QString::fromUtf8(QTest::currentDataTag())));
    QVERIFY(!done);
    QTEST(done.error().code, "code");
    QVERIFY(!done.error().detail.isEmpty());
}

void tst_EwsReplies::version()
{
    const Result<SoapAnswer> answer = soapAnswer(ewsReplyOf(u"set-photo"_s));
    QVERIFY(answer && answer->version);
    QCOMPARE(*answer->version, (EwsVersion {15, 2, 1118, 7}));
    QCOMPARE(answer->version->name(), u"Exchange 2019 or Subscription Edition (15.2.1118.7)"_s);
    QVERIFY(answer->version->takesPhotos());
    QCOMPARE(EwsVersion::of(u"15.00.1497.048"_s), (EwsVersion {15, 0, 1497, 48}));
    QCOMPARE(EwsVersion::of(u"15.00.1497.048"_s)->name(), u"Exchange 2013 (15.0.1497.48)"_s);
    QVERIFY(!EwsVersion::of(u"15.00.1497.048"_s)->takesPhotos());
    QVERIFY(EwsVersion::of(u"15.1"_s)->takesPhotos());
    QCOMPARE(EwsVersion::of(u"unknown"_s), std::nullopt);
}

void tst_EwsReplies::codes_data()
{
    QTest::addColumn<Errc>("code");
    QTest::newRow("ErrorAccessDenied") << Errc::Forbidden;
    QTest::newRow("ErrorADUnavailable") << Errc::Offline;
    QTest::newRow("ErrorContentConversionFailed") << Errc::Refused;
    QTest::newRow("ErrorDataSizeLimitExceeded") << Errc::TooLarge;
    QTest::newRow("ErrorExceededConnectionCount") << Errc::Throttled;
    QTest::newRow("ErrorImpersonateUserDenied") << Errc::Forbidden;
    QTest::newRow("ErrorInvalidPhotoSize") << Errc::Unsupported;
    QTest::newRow("ErrorInvalidServerVersion") << Errc::Unsupported;
    QTest::newRow("ErrorInvalidSmtpAddress") << Errc::NotFound;
    QTest::newRow("ErrorMailboxStoreUnavailable") << Errc::Offline;
    QTest::newRow("ErrorNameResolutionMultipleResults") << Errc::Ambiguous;
    QTest::newRow("ErrorNonExistentMailbox") << Errc::NotFound;
    QTest::newRow("ErrorServerBusy") << Errc::Throttled;
    QTest::newRow("ErrorTimeoutExpired") << Errc::Timeout;
    QTest::newRow("ErrorUserNotAllowedByPolicy") << Errc::Forbidden;
    QTest::newRow("ErrorNobodyHasHeardOf") << Errc::BadReply;
    QTest::newRow("") << Errc::BadReply;
}

void tst_EwsReplies::codes()
{
    const auto code = QString::fromUtf8(QTest::currentDataTag());
    QTEST(errorOf({code, u"words"_s}, replyOf(200)).code, "code");
}

void tst_EwsReplies::tellsWhatToLookUp()
{
    const Result<Done> denied = setPhotoReply(ewsReplyOf(u"set-photo-denied"_s));
    QVERIFY(!denied);
    QCOMPARE(
        denied.error().detail, u"ErrorAccessDenied: Access is denied. Check credentials and try again."_s);
    QCOMPARE(denied.error().serverTrace, u"HTTP 200, request-id 1f2e"_s);
    QCOMPARE(ewsTrace(ewsReplyOf(u"unauthorised"_s)), u"HTTP 401, request-id 90ab, X-FEServer EX1"_s);
}

void tst_EwsReplies::hostile_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray start = R"(<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>)";
    const QByteArray photo
        = R"(<GetUserPhotoResponse ResponseClass="Success"><ResponseCode>NoError</ResponseCode>)"
          R"(<HasChanged>true</HasChanged><PictureData>)";
    const QByteArray end = "</PictureData></GetUserPhotoResponse></s:Body></s:Envelope>";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no XML") << QByteArray("{\"error\": 1}");
    QTest::newRow("NUL") << QByteArray("\0\0\0\0", 4);
    QTest::newRow("no envelope") << QByteArray("<html><body/></html>");
    QTest::newRow("no body") << QByteArray(R"(<s:Envelope xmlns:s="x"/>)");
    QTest::newRow("empty body") << start + "</s:Body></s:Envelope>";
    QTest::newRow("cut short") << (start + photo + "/9j/4AAQ");
    QTest::newRow("deep") << start + QByteArray("<a>").repeated(100'000)
            + QByteArray("</a>").repeated(100'000) + "</s:Body></s:Envelope>";
    QTest::newRow("many") << start + "<a>" + QByteArray("<b/>").repeated(50'000)
            + "</a></s:Body></s:Envelope>";
    QTest::newRow("huge") << start + photo + QByteArray("AAAA").repeated(5'000'000) + end;
    QTest::newRow("an entity") << R"(<!DOCTYPE x [<!ENTITY a "b">]>)" + start + photo + "&a;" + end;
    QByteArray bomb = "<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">";
    for (int level = 1; level < 30; ++level) {
        const QByteArray below = QByteArray("&a" + QByteArray::number(level - 1) + ';').repeated(10);
        bomb += "<!ENTITY a" + QByteArray::number(level) + " \"" + below + "\">";
    }
    QTest::newRow("a bomb of entities") << bomb + "]>" + start + photo + "&a29;" + end;
    QTest::newRow("a file of ours") << R"(<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>)" + start
            + photo + "&a;" + end;
    QTest::newRow("an entity nobody defined") << start + photo + "&nbsp;" + end;
    QTest::newRow("half a character") << start + photo + "\xc3" + end;
}

void tst_EwsReplies::hostile()
{
    QFETCH(const QByteArray, body);
    const HttpReply reply = replyOf(200, {{"Content-Type", "text/xml"}}, body);
    const Result<EwsPhotoAnswer> answer = photoBySoapReply(reply);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, Errc::BadReply);
    QVERIFY(answer.error().detail.size() < 400);
    QVERIFY(!setPhotoReply(reply));
}

QTEST_GUILESS_MAIN(tst_EwsReplies)
#include "tst_ewsreplies.moc"
