// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/exchangestore.h"
#include "tests/services/stores/exchange/ewsexchange.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/flatpictures.h"
#include "tests/support/jobs.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

class tst_ExchangeStore : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void readsByGet();
    void asksAgainWithTheTag();
    void forgetsTheTagForOthers();
    void fallsBackToSoap_data();
    void fallsBackToSoap();
    void remembersThatGetIsMissing();
    void believesA404OnceGetHasWorked();
    void readFails_data();
    void readFails();
    void usesTheUpn();
    void writes();
    void writeFails_data();
    void writeFails();
    void conflicts();
    void sameOfAnotherCodingIsNoConflict();
    void readsAfreshAfterWriting();
    void readsBackInTwoSizes();
    void readsBackWhatIsNotNew_data();
    void readsBackWhatIsNotNew();
    void impersonates();
    void handsOver();
    void rights();
    void probes_data();
    void probes();
    void probeFails();
};

namespace {

const PersonKeys ada {u"ada.reyes"_s, {}, u"ada@corp.contoso.com"_s, u"ada.reyes@contoso.com"_s, {}};

EncodedPhoto flatPhoto(QRgb colour, int quality = 80)
{
    return EncodedPhoto::of(flatPicture({96, 96}, QColor::fromRgb(colour), "JPEG", quality), {96, 96});
}

const EncodedPhoto &red()
{
    static const EncodedPhoto photo = flatPhoto(0xffcc2222);
    return photo;
}

const EncodedPhoto &blue()
{
    static const EncodedPhoto photo = flatPhoto(0xff2222cc);
    return photo;
}

enum class Ask { Get, SoapGet, Set, Resolve };

Ask askOf(const HttpRequest &request)
{
    if (request.verb == "GET")
        return Ask::Get;
    if (request.body.contains("ResolveNames"))
        return Ask::Resolve;
    return request.body.contains("SetUserPhoto") ? Ask::Set : Ask::SoapGet;
}

HttpReply photoReply(const EncodedPhoto &photo, const QByteArray &tag = "\"1\"")
{
    return {200, {{"Content-Type", "image/jpeg"}, {"ETag", tag}}, photo.bytes};
}

HttpReply status(int code)
{
    return {code, {}, {}};
}

/// Answers each kind of request by one reply, until the test changes it.
struct Server
{
    HttpReply get = status(404);
    std::optional<HttpReply> getSmall {}; ///< else as get
    HttpReply soapGet = ewsReplyOf(u"photo-soap-404"_s);
    HttpReply set = ewsReplyOf(u"set-photo"_s);
    HttpReply resolve = ewsReplyOf(u"resolve-names-none"_s);
    std::shared_ptr<ScriptedTransport> transport
        = std::make_shared<ScriptedTransport>([this](const HttpRequest &request) -> Result<HttpReply> {
              switch (askOf(request)) {
              case Ask::Get:
                  return request.url.query().contains(u"HR48x48"_s) ? getSmall.value_or(get) : get;
              case Ask::SoapGet:
                  return soapGet;
              case Ask::Set:
                  return set;
              case Ask::Resolve:
                  return resolve;
              }
              return status(500);
          });

    ExchangeStore store(ExchangeSettings settings = {})
    {
        settings.ews = QUrl(u"https://mail.contoso.com/EWS/Exchange.asmx"_s);
        return ExchangeStore({Workload::Exchange, u"exchange"_s}, u"Exchange"_s, settings, transport);
    }
    QList<Ask> asked() const
    {
        QList<Ask> all;
        for (const HttpRequest &request : transport->requests)
            all.append(askOf(request));
        return all;
    }
};

} // namespace

void tst_ExchangeStore::readsByGet()
{
    Server server;
    server.get = photoReply(red());
    ExchangeStore store = server.store();
    const auto read = outcome(store.read(ada));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo, red());
    QCOMPARE((*read)->photo.pixels, QSize(96, 96)); // whatever was asked for
    QVERIFY(!(*read)->written);
    QCOMPARE(server.transport->requests.size(), 1);
    QCOMPARE(server.transport->requests.at(0).url.toString(QUrl::FullyEncoded),
        u"https://mail.contoso.com/EWS/Exchange.asmx/s/GetUserPhoto?email=ada.reyes%40contoso.com&size=HR648x648"_s);
    QVERIFY(!store.traits().comparesAndSwaps);
    QVERIFY(!store.traits().keepsBytes);
}

void tst_ExchangeStore::asksAgainWithTheTag()
{
    Server server;
    server.get = photoReply(red(), "\"4711\"");
    ExchangeStore store = server.store();
    QVERIFY(outcome(store.read(ada)));
    server.get = status(304);
    const auto read = outcome(store.read(ada));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo, red());
    QCOMPARE(headerOf(server.transport->requests.at(0).headers, "If-None-Match"), std::nullopt);
    QCOMPARE(headerOf(server.transport->requests.at(1).headers, "If-None-Match"), QByteArray("\"4711\""));
}

void tst_ExchangeStore::forgetsTheTagForOthers()
{
    Server server;
    server.get = photoReply(red());
    ExchangeStore store = server.store();
    QVERIFY(outcome(store.read(ada)));
    PersonKeys other = ada;
    other.mail = u"leo@contoso.com"_s;
    QVERIFY(outcome(store.read(other)));
    QCOMPARE(headerOf(server.transport->requests.at(1).headers, "If-None-Match"), std::nullopt);
    server.get = status(304); // to a question without a tag
    QCOMPARE(outcome(store.read(ada)).error().code, Errc::BadReply);
}

void tst_ExchangeStore::fallsBackToSoap_data()
{
    QTest::addColumn<int>("get");
    for (const int code : {400, 404, 405, 500, 501})
        QTest::addRow("%d", code) << code;
}

void tst_ExchangeStore::fallsBackToSoap()
{
    QFETCH(const int, get);
    Server server;
    server.get = status(get);
    server.soapGet = ewsReplyOf(u"photo-soap"_s);
    ExchangeStore store = server.store();
    const auto read = outcome(store.read(ada));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo.pixels, QSize(96, 64));

    server.soapGet = ewsReplyOf(u"photo-soap-404"_s);
    const auto none = outcome(store.read(ada));
    QVERIFY(none);
    QVERIFY(!*none);
    server.soapGet = ewsReplyOf(u"photo-soap-unchanged"_s); // nobody asked whether
    QCOMPARE(outcome(store.read(ada)).error().code, Errc::BadReply);
}

void tst_ExchangeStore::remembersThatGetIsMissing()
{
    Server server;
    server.soapGet = ewsReplyOf(u"photo-soap"_s);
    ExchangeStore store = server.store();
    QVERIFY(outcome(store.read(ada)));
    QVERIFY(outcome(store.read(ada)));
    QCOMPARE(server.asked(), (QList {Ask::Get, Ask::SoapGet, Ask::SoapGet}));
}

void tst_ExchangeStore::believesA404OnceGetHasWorked()
{
    Server server;
    server.get = photoReply(red());
    ExchangeStore store = server.store();
    QVERIFY(outcome(store.read(ada)));
    server.get = status(404);
    const auto read = outcome(store.read(ada));
    QVERIFY(read);
    QVERIFY(!*read);
    QCOMPARE(server.asked(), (QList {Ask::Get, Ask::Get}));
}

void tst_ExchangeStore::readFails_data()
{
    QTest::addColumn<HttpReply>("get");
    QTest::addColumn<HttpReply>("soapGet");
    QTest::addColumn<Errc>("code");
    QTest::newRow("password") << status(401) << status(500) << Errc::SignInNeeded;
    QTest::newRow("forbidden") << status(403) << status(500) << Errc::Forbidden;
    QTest::newRow("busy") << status(503) << status(500) << Errc::Throttled;
    QTest::newRow("a page instead") << ewsReplyOf(u"forms-sign-in"_s) << status(500) << Errc::BadReply;
    QTest::newRow("500 twice: nobody, or broken") << status(500) << status(500) << Errc::NotFound;
    QTest::newRow("no mailbox") << status(404) << ewsReplyOf(u"fault-no-mailbox"_s) << Errc::NotFound;
    QTest::newRow("busy by SOAP") << status(500) << ewsReplyOf(u"fault-busy"_s) << Errc::Throttled;
}

void tst_ExchangeStore::readFails()
{
    Server server;
    QFETCH(const HttpReply, get);
    server.get = get;
    QFETCH(const HttpReply, soapGet);
    server.soapGet = soapGet;
    ExchangeStore store = server.store();
    const auto read = outcome(store.read(ada));
    QVERIFY(!read);
    QTEST(read.error().code, "code");
    QVERIFY(!read.error().serverTrace.isEmpty());
}

void tst_ExchangeStore::usesTheUpn()
{
    Server server;
    server.get = photoReply(red());
    ExchangeStore store = server.store();
    PersonKeys person = ada;
    person.mail.clear();
    QVERIFY(outcome(store.read(person)));
    QVERIFY(server.transport->requests.at(0).url.query().contains(u"email=ada%40corp.contoso.com"));
    person.upn.clear();
    QCOMPARE(outcome(store.read(person)).error().code, Errc::NotFound);
    QCOMPARE(outcome(store.write(person, red(), std::nullopt)).error().code, Errc::NotFound);
    QCOMPARE(outcome(store.remove(person, std::nullopt)).error().code, Errc::NotFound);
    person.mail = u"ada@contoso.com\r\nX-Other: 1"_s;
    QCOMPARE(outcome(store.read(person)).error().code, Errc::BadInput);
    QCOMPARE(server.transport->requests.size(), 1);
}

void tst_ExchangeStore::writes()
{
    Server server;
    ExchangeStore store = server.store();
    QVERIFY(outcome(store.write(ada, red(), std::nullopt)));
    QCOMPARE(server.asked(), (QList {Ask::Get, Ask::SoapGet, Ask::Set}));
    const QByteArray body = server.transport->requests.last().body;
    QVERIFY(body.contains("<m:Email>ada.reyes@contoso.com</m:Email>"));
    QVERIFY(body.contains(QByteArray("<m:Content>" + red().bytes.toBase64() + "</m:Content>")));
    QVERIFY(!body.contains("Impersonation"));
}

void tst_ExchangeStore::writeFails_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<Errc>("code");
    QTest::addColumn<bool>("handsOver");
    QTest::newRow("denied") << u"set-photo-denied"_s << Errc::Forbidden << false;
    QTest::newRow("says nothing") << u"set-photo-silent"_s << Errc::BadReply << false;
    QTest::newRow("2013") << u"fault-schema"_s << Errc::Unsupported << true;
    QTest::newRow("another version") << u"fault-soap12"_s << Errc::Unsupported << true;
    QTest::newRow("busy") << u"fault-busy"_s << Errc::Throttled << false;
}

void tst_ExchangeStore::writeFails()
{
    QFETCH(const QString, set);
    Server server;
    server.set = ewsReplyOf(set);
    ExchangeStore store = server.store();
    const auto written = outcome(store.write(ada, red(), std::nullopt));
    QVERIFY(!written);
    QTEST(written.error().code, "code");
    QTEST(written.error().handover.startsWith(u"Set-UserPhoto "), "handsOver");
    QCOMPARE(written.error().detail.endsWith(u"is not known"), written.error().code == Errc::BadReply);
}

void tst_ExchangeStore::conflicts()
{
    Server server;
    ExchangeStore store = server.store();
    QCOMPARE(outcome(store.write(ada, blue(), red())).error().code, Errc::Conflict); // it is gone
    server.get = photoReply(red());
    QCOMPARE(outcome(store.write(ada, blue(), std::nullopt)).error().code, Errc::Conflict);
    QCOMPARE(outcome(store.write(ada, red(), blue())).error().code, Errc::Conflict);
    QVERIFY(!server.asked().contains(Ask::Set));
    QVERIFY(outcome(store.write(ada, blue(), red())));
    QCOMPARE(server.asked().last(), Ask::Set);
}

void tst_ExchangeStore::sameOfAnotherCodingIsNoConflict()
{
    Server server;
    server.get = photoReply(flatPhoto(0xffcc2222, 60));
    ExchangeStore store = server.store();
    QVERIFY(outcome(store.write(ada, blue(), red())));
}

void tst_ExchangeStore::readsAfreshAfterWriting()
{
    Server server;
    server.get = photoReply(red());
    server.set = ewsReplyOf(u"set-photo-denied"_s); // and also when it failed
    ExchangeStore store = server.store();
    QVERIFY(outcome(store.read(ada)));
    QVERIFY(!outcome(store.write(ada, blue(), red())));
    server.get = photoReply(blue(), "\"2\"");
    const auto read = outcome(store.read(ada));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo, blue());
    QCOMPARE(headerOf(server.transport->requests.last().headers, "If-None-Match"), std::nullopt);
}

/// Writes blue where red was, then looks as clients do.
void tst_ExchangeStore::readsBackInTwoSizes()
{
    Server server;
    server.get = photoReply(red(), "\"1\"");
    ExchangeStore store = server.store();
    QVERIFY(outcome(store.read(ada)));
    QVERIFY(outcome(store.write(ada, blue(), red())));
    server.transport->requests.clear();
    server.get = photoReply(blue(), "\"2\"");
    const auto shown = outcome(store.readBack(ada, {red(), blue()}));
    QVERIFY(shown && *shown);
    QCOMPARE((*shown)->photo, blue());
    QCOMPARE(server.transport->requests.size(), 2);
    QVERIFY(server.transport->requests.at(0).url.query().contains(u"HR648x648"_s));
    QVERIFY(server.transport->requests.at(1).url.query().contains(u"HR48x48"_s));
    for (const HttpRequest &request : server.transport->requests)
        QCOMPARE(headerOf(request.headers, "If-None-Match"), QByteArray("\"1\""));
}

void tst_ExchangeStore::readsBackWhatIsNotNew_data()
{
    QTest::addColumn<HttpReply>("large");
    QTest::addColumn<HttpReply>("small");
    QTest::addColumn<ExpectedPhoto>("shown");
    const HttpReply isNew = photoReply(blue(), "\"2\"");
    QTest::newRow("the former by its tag") << status(304) << status(304) << ExpectedPhoto(red());
    QTest::newRow("the former, sent again") << photoReply(red()) << isNew << ExpectedPhoto(red());
    QTest::newRow("the small one is the former") << isNew << status(304) << ExpectedPhoto(red());
    QTest::newRow("the small one, sent again") << isNew << photoReply(red()) << ExpectedPhoto(red());
    QTest::newRow("no small one") << isNew << status(404) << ExpectedPhoto();
}

void tst_ExchangeStore::readsBackWhatIsNotNew()
{
    Server server;
    server.get = photoReply(red(), "\"1\"");
    ExchangeStore store = server.store();
    QVERIFY(outcome(store.read(ada)));
    QVERIFY(outcome(store.write(ada, blue(), red())));
    QFETCH(const HttpReply, large);
    QFETCH(const HttpReply, small);
    server.get = large;
    server.getSmall = small;
    const auto shown = outcome(store.readBack(ada, {red(), blue()}));
    QVERIFY(shown);
    const ExpectedPhoto photo = *shown ? ExpectedPhoto((*shown)->photo) : std::nullopt;
    QTEST(photo, "shown");
}

void tst_ExchangeStore::impersonates()
{
    Server server;
    ExchangeSettings settings;
    settings.impersonates = true;
    ExchangeStore store = server.store(settings);
    QVERIFY(outcome(store.write(ada, red(), std::nullopt)));
    const HttpRequest set = server.transport->requests.last();
    QVERIFY(set.body.contains("<t:SmtpAddress>ada.reyes@contoso.com</t:SmtpAddress>"));
    QCOMPARE(headerOf(set.headers, "X-AnchorMailbox"), QByteArray("ada.reyes@contoso.com"));
}

void tst_ExchangeStore::handsOver()
{
    Server server;
    ExchangeSettings settings;
    settings.writesPhotos = false;
    ExchangeStore store = server.store(settings);
    const auto written = outcome(store.write(ada, red(), std::nullopt));
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::Unsupported);
    QCOMPARE(written.error().handover,
        u"Set-UserPhoto -Identity 'ada.reyes@contoso.com' -PictureData ([System.IO.File]::ReadAllBytes("
        "(Join-Path $PWD.ProviderPath 'photo.jpg'))) -Confirm:$false"_s);
    const auto removed = outcome(store.remove(ada, red()));
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, Errc::Unsupported);
    QCOMPARE(
        removed.error().handover, u"Remove-UserPhoto -Identity 'ada.reyes@contoso.com' -Confirm:$false"_s);
    QVERIFY(server.transport->requests.isEmpty());
}

void tst_ExchangeStore::rights()
{
    Server server;
    ExchangeStore writing = server.store();
    QVERIFY(!writing.traits().tellsRights);
    QCOMPARE(*outcome(writing.mayWrite(ada)), WriteRight::Unknown);
    ExchangeSettings settings;
    settings.writesPhotos = false;
    ExchangeStore reading = server.store(settings);
    QCOMPARE(*outcome(reading.mayWrite(ada)), WriteRight::No);
    QVERIFY(server.transport->requests.isEmpty());
}

void tst_ExchangeStore::probes_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QString>("text");
    QTest::newRow("2019")
        << QByteArray(R"(MinorVersion="2")")
        << u"Exchange 2019 or Subscription Edition (15.2.1118.7) mail.contoso.com, signed in"_s;
    QTest::newRow("2013")
        << QByteArray(R"(MinorVersion="0")")
        << u"Exchange 2013 (15.0.1118.7) mail.contoso.com, signed in; photos can be read only"_s;
}

void tst_ExchangeStore::probes()
{
    QFETCH(const QByteArray, version);
    Server server;
    server.resolve.body.replace(R"(MinorVersion="2")", version);
    ExchangeStore store = server.store();
    const auto text = outcome(store.probe());
    QVERIFY(text);
    QTEST(*text, "text");
    QCOMPARE(server.asked(), (QList {Ask::Resolve}));
}

void tst_ExchangeStore::probeFails()
{
    Server server;
    ExchangeStore store = server.store();
    server.resolve = status(404);
    QCOMPARE(outcome(store.probe()).error().code, Errc::BadInput);
    server.resolve = ewsReplyOf(u"forms-sign-in"_s);
    QCOMPARE(outcome(store.probe()).error().code, Errc::BadReply);
    server.resolve = ewsReplyOf(u"unauthorised"_s);
    QCOMPARE(outcome(store.probe()).error().code, Errc::SignInNeeded);
}

QTEST_GUILESS_MAIN(tst_ExchangeStore)
#include "tst_exchangestore.moc"
