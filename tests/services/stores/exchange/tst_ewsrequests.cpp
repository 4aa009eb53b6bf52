// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/ewsrequests.h"
#include "tests/services/stores/exchange/ewsexchange.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

class tst_EwsRequests : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void asRecorded_data();
    void asRecorded();
    void sizeCodes();
    void photoUrls_data();
    void photoUrls();
};

void tst_EwsRequests::asRecorded_data()
{
    QTest::addColumn<HttpRequest>("request");
    const QUrl ews(u"https://mail.contoso.com/EWS/Exchange.asmx"_s);
    const auto ada = u"ada.reyes@contoso.com"_s;
    const QByteArray photo = QByteArray::fromHex("ffd8ffe00010fffe");
    const PhotoSize small = PhotoSize::smallest();
    QTest::newRow("photo-rest") << photoByRestRequest(ewsPhotoUrl(ews), {ada});
    QTest::newRow("photo-rest-known") << photoByRestRequest(
        ewsPhotoUrl(ews), {u"o'brien+work@contoso.com"_s, *PhotoSize::of(96), "\"0a1b2c\""});
    QTest::newRow("photo-soap") << photoBySoapRequest(ews, {ada, *PhotoSize::of(360)});
    QTest::newRow("photo-soap-known")
        << photoBySoapRequest(ews, {u"ada<&@contoso.com"_s, small, "\"0a1b2c\""});
    QTest::newRow("set-photo") << setPhotoRequest(ews, {ada, photo});
    QTest::newRow("set-photo-impersonated") << setPhotoRequest(ews, {ada, photo, true});
    QTest::newRow("resolve-names") << resolveNamesRequest(ews, u"reyes"_s);
    QTest::newRow("find-people") << findPeopleRequest(ews, {u"reyes"_s, 100, 50});
    QTest::newRow("user-settings") << userSettingsRequest(
        QUrl(u"https://autodiscover.contoso.com/autodiscover/autodiscover.svc"_s), ada);
    QTest::newRow("plain-xml-settings")
        << plainXmlSettingsRequest(QUrl(u"https://contoso.com/autodiscover/autodiscover.xml"_s), ada);
    QTest::newRow("autodiscover-redirect") << autodiscoverRedirectRequest(u"contoso.com"_s);
}

void tst_EwsRequests::asRecorded()
{
    QFETCH(const HttpRequest, request);
    // only what changes nothing may be sent twice
    QCOMPARE(request.isRead(), !QByteArray(QTest::currentDataTag()).startsWith("set-photo"));
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    const auto parts = [](const QByteArray &text) {
        const qsizetype end = text.indexOf("\n\n");
        return end < 0 ? std::pair(text.trimmed(), QByteArray())
                       : std::pair(text.left(end).trimmed(), text.mid(end + 2));
    };
    const auto [head, body] = parts(textOf(request));
    const auto [recordedHead, recordedBody] = parts(exchange(u"exchange/"_s + name + u".request.txt"_s));
    QCOMPARE(head, recordedHead);
    QCOMPARE(meaningOf(body), meaningOf(recordedBody));
}

void tst_EwsRequests::sizeCodes()
{
    QStringList codes;
    for (const int edge : PhotoSize::ladder) {
        const HttpRequest request
            = photoByRestRequest(QUrl(u"https://x/s/GetUserPhoto"_s), {u"a@b"_s, *PhotoSize::of(edge)});
        codes.append(request.url.query().section(u"size="_s, 1));
    }
    QCOMPARE(codes,
        (QStringList {u"HR48x48"_s, u"HR64x64"_s, u"HR96x96"_s, u"HR120x120"_s, u"HR240x240"_s,
            u"HR360x360"_s, u"HR432x432"_s, u"HR504x504"_s, u"HR648x648"_s}));
}

void tst_EwsRequests::photoUrls_data()
{
    QTest::addColumn<QString>("ews");
    QTest::addColumn<QString>("photos");
    QTest::newRow("plain") << u"https://mail.contoso.com/EWS/Exchange.asmx"_s
                           << u"https://mail.contoso.com/EWS/Exchange.asmx/s/GetUserPhoto"_s;
    QTest::newRow("slash at its end") << u"https://mail.contoso.com/ews/exchange.asmx/"_s
                                      << u"https://mail.contoso.com/ews/exchange.asmx/s/GetUserPhoto"_s;
    QTest::newRow("port, query") << u"https://mail:8443/EWS/Exchange.asmx?wsdl"_s
                                 << u"https://mail:8443/EWS/Exchange.asmx/s/GetUserPhoto"_s;
    QTest::newRow("odd letters") << u"https://mail/E%20W%2FS/Exchange.asmx"_s
                                 << u"https://mail/E%20W%2FS/Exchange.asmx/s/GetUserPhoto"_s;
}

void tst_EwsRequests::photoUrls()
{
    QFETCH(const QString, ews);
    QFETCH(const QString, photos);
    QCOMPARE(ewsPhotoUrl(QUrl(ews)).toString(QUrl::FullyEncoded), photos);
}

QTEST_GUILESS_MAIN(tst_EwsRequests)
#include "tst_ewsrequests.moc"
