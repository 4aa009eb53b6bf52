// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/sandbox/servers/sandboxclient.h"

#include <QImage>
#include <QTest>
#include <QXmlStreamReader>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

class tst_EwsSoap : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void understandsEveryWayToWriteIt_data();
    void understandsEveryWayToWriteIt();
    void saysWhetherThePhotoHasChanged();
    void says404AroundASuccessWithoutPhoto();
    void keepsWhatIsSet();
    void answersASetAsTheSpecificationSays();
    void refusesToSet_data();
    void refusesToSet();
    void letsTheHelpdeskActForOthers();
    void faults_data();
    void faults();
    void resolvesNames_data();
    void resolvesNames();
    void givesPhotosWithResolvedNames();
    void findsPeople();
};

namespace {

const QString typesNs = u"http://schemas.microsoft.com/exchange/services/2006/types"_s;
const QString messagesNs = u"http://schemas.microsoft.com/exchange/services/2006/messages"_s;
const QString boMail = u"bo.lind@lab.likeness.test"_s;

/// As the documentation prints requests.
QByteArray envelope(const QString &operation, const QString &version = u"Exchange2016"_s,
    const QString &header = {}, const QString &soap = u"http://schemas.xmlsoap.org/soap/envelope/"_s)
{
    return u"<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"%1\" xmlns:t=\"%2\" "
           u"xmlns:m=\"%3\">"
           "<soap:Header><t:RequestServerVersion Version=\"%4\"/>%5</soap:Header>"
           "<soap:Body>%6</soap:Body></soap:Envelope>"_s
               .arg(soap, typesNs, messagesNs, version, header, operation)
               .toUtf8();
}

QString get(const QString &size = u"HR96x96"_s, const QString &mail = boMail)
{
    return u"<m:GetUserPhoto><m:Email>%1</m:Email><m:SizeRequested>%2</m:SizeRequested></m:GetUserPhoto>"_s
        .arg(mail, size);
}

QString set(const QString &content, const QString &mail = boMail)
{
    return u"<m:SetUserPhoto><m:Email>%1</m:Email><m:Content>%2</m:Content></m:SetUserPhoto>"_s.arg(
        mail, content);
}

Answer post(RunningServers &sandbox, const QByteArray &body, const SandboxAccount &account,
    const QByteArray &type = "text/xml; charset=utf-8", const QByteArray &etag = {})
{
    Sent sent {"POST", sandbox.at.ews, body, {basic(account), {"Content-Type", type}}};
    if (!etag.isEmpty())
        sent.headers.emplaceBack("If-None-Match", etag);
    return sandbox.send(sent);
}

Answer post(RunningServers &sandbox, const QByteArray &body)
{
    return post(sandbox, body, sandbox.world.helpdesk());
}

/// The text of the first element of that name, by a parser of its own; null = no such element.
QString textIn(const QByteArray &xml, const QString &name)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name)
            return reader.readElementText(QXmlStreamReader::IncludeChildElements) + u""_s;
    }
    return reader.hasError() ? u"not well-formed: "_s + reader.errorString() : QString();
}

QString attributeIn(const QByteArray &xml, const QString &element, const QString &attribute)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == element)
            return reader.attributes().value(attribute).toString();
    }
    return {};
}

QString solidPicture(QRgb colour, int edge = 200)
{
    QImage image(edge, edge, QImage::Format_RGB32);
    image.fill(colour);
    return QString::fromLatin1(test::bytesOf(image).toBase64());
}

} // namespace

void tst_EwsSoap::understandsEveryWayToWriteIt_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("documentation") << envelope(get(), u"Exchange2013"_s)
                                   << QByteArray("text/xml; charset=utf-8");
    QTest::newRow("SOAP 1.2") << envelope(
        get(), u"Exchange2013"_s, {}, u"http://www.w3.org/2003/05/soap-envelope"_s)
                              << QByteArray("application/soap+xml; charset=utf-8");
    QTest::newRow("no declaration, empty header")
        << u"<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header></s:Header><s:Body>"
           "<GetUserPhoto xmlns=\"%1\"><Email>%2</Email><SizeRequested>HR96x96</SizeRequested></GetUserPhoto>"
           "</s:Body></s:Envelope>"_s.arg(messagesNs, boMail)
               .toUtf8()
        << QByteArray("text/xml; charset=UTF-8");
    QTest::newRow("prefixes declared deep, standalone")
        << u"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\r\n"
           "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"><SOAP-ENV:Header>"
           "<types:RequestServerVersion xmlns:types=\"%1\" Version=\"Exchange2013\"/></SOAP-ENV:Header>"
           "<SOAP-ENV:Body xmlns:messages=\"%2\"><messages:GetUserPhoto xmlns=\"%1\">"
           "<messages:Email>%3</messages:Email><messages:SizeRequested>HR96x96</messages:SizeRequested>"
           "</messages:GetUserPhoto></SOAP-ENV:Body></SOAP-ENV:Envelope>\n"_s.arg(typesNs, messagesNs, boMail)
               .toUtf8()
        << QByteArray("text/xml");
}

void tst_EwsSoap::understandsEveryWayToWriteIt()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, type);
    RunningServers sandbox;
    sandbox.world.setMailboxPhoto(u"bo.lind"_s, QByteArray::fromBase64(solidPicture(0xff2060a0).toLatin1()));
    const Answer answer = post(sandbox, body, sandbox.world.helpdesk(), type);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("content-type").left(8), type.left(8));
    QCOMPARE(attributeIn(answer.body, u"GetUserPhotoResponse"_s, u"ResponseClass"_s), u"Success"_s);
    QCOMPARE(textIn(answer.body, u"ResponseCode"_s), u"NoError"_s);
    QCOMPARE(textIn(answer.body, u"HasChanged"_s), u"true"_s);
    QCOMPARE(textIn(answer.body, u"ContentType"_s), u"image/jpeg"_s);
    QCOMPARE(attributeIn(answer.body, u"ServerVersionInfo"_s, u"MajorVersion"_s), u"15"_s);
    const QImage photo
        = QImage::fromData(QByteArray::fromBase64(textIn(answer.body, u"PictureData"_s).toLatin1()));
    QCOMPARE(photo.size(), QSize(96, 96));
    QVERIFY(!answer.headers.value("request-id").isEmpty());
}

void tst_EwsSoap::saysWhetherThePhotoHasChanged()
{
    RunningServers sandbox;
    sandbox.world.setMailboxPhoto(u"bo.lind"_s, "one photo");
    const SandboxAccount helpdesk = sandbox.world.helpdesk();
    const QByteArray etag = post(sandbox, envelope(get())).headers.value("etag");
    const Answer same = post(sandbox, envelope(get()), helpdesk, "text/xml", etag);
    QCOMPARE(same.status, 200);
    QCOMPARE(textIn(same.body, u"HasChanged"_s), u"false"_s);
    QCOMPARE(textIn(same.body, u"PictureData"_s), QString());
    sandbox.world.setMailboxPhoto(u"bo.lind"_s, "another photo");
    const Answer changed = post(sandbox, envelope(get()), helpdesk, "text/xml", etag);
    QCOMPARE(textIn(changed.body, u"HasChanged"_s), u"true"_s);
}

void tst_EwsSoap::says404AroundASuccessWithoutPhoto()
{
    RunningServers sandbox;
    sandbox.world.removeInExchange(u"bo.lind"_s);
    for (const QString &mail : {boMail, u"nobody@lab.likeness.test"_s}) {
        const Answer answer = post(sandbox, envelope(get(u"HR48x48"_s, mail)));
        QCOMPARE(answer.status, 404);
        QCOMPARE(textIn(answer.body, u"ResponseCode"_s), u"NoError"_s);
        QCOMPARE(textIn(answer.body, u"HasChanged"_s), u"true"_s);
        QCOMPARE(textIn(answer.body, u"PictureData"_s), QString());
    }
}

void tst_EwsSoap::keepsWhatIsSet()
{
    RunningServers sandbox;
    const Answer set = post(sandbox, envelope(::set(solidPicture(0xff108030, 648))));
    QCOMPARE(textIn(set.body, u"ResponseCode"_s), u"NoError"_s);
    const QImage kept = QImage::fromData(*sandbox.world.mailboxPhoto(u"bo.lind"_s));
    QCOMPARE(kept.size(), QSize(648, 648));
    QVERIFY(qAbs(kept.pixelColor(300, 300).green() - 0x80) < 6);
    QCOMPARE(sandbox.directoryWrites.size(), 1);
    QCOMPARE(sandbox.directoryWrites.first().first, u"bo.lind"_s);
    QCOMPARE(QImage::fromData(sandbox.directoryWrites.first().second).size(), QSize(64, 64));
}

void tst_EwsSoap::answersASetAsTheSpecificationSays()
{
    RunningServers sandbox;
    const SandboxAccount bo = *sandbox.world.account(boMail);
    const Answer answer = post(sandbox, envelope(set(solidPicture(0xff108030))), bo);
    QCOMPARE(answer.status, 200);
    QCOMPARE(attributeIn(answer.body, u"SetUserPhotoResponse"_s, u"ResponseClass"_s), u"Success"_s);
    QVERIFY(!answer.body.contains("ResponseMessages"));
}

void tst_EwsSoap::refusesToSet_data()
{
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("code");
    const QString photo = solidPicture(0xff108030);
    QTest::newRow("somebody else's") << set(photo) << u"ada.reyes"_s << u"ErrorAccessDenied"_s;
    QTest::newRow("nobody's") << set(photo, u"nobody@lab.likeness.test"_s) << u"helpdesk"_s
                              << u"ErrorNonExistentMailbox"_s;
    QTest::newRow("no picture") << set(u"bm8gcGljdHVyZQ=="_s) << u"helpdesk"_s
                                << u"ErrorContentConversionFailed"_s;
    QTest::newRow("no base64") << set(u"***"_s) << u"helpdesk"_s << u"ErrorContentConversionFailed"_s;
}

void tst_EwsSoap::refusesToSet()
{
    QFETCH(const QString, operation);
    QFETCH(const QString, account);
    RunningServers sandbox;
    const auto before = sandbox.world.photos(u"bo.lind"_s);
    const Answer answer = post(sandbox, envelope(operation), *sandbox.world.account(account));
    QCOMPARE(answer.status, 200);
    QCOMPARE(attributeIn(answer.body, u"SetUserPhotoResponse"_s, u"ResponseClass"_s), u"Error"_s);
    QTEST(textIn(answer.body, u"ResponseCode"_s), "code");
    QVERIFY(!textIn(answer.body, u"MessageText"_s).isEmpty());
    QCOMPARE(sandbox.world.photos(u"bo.lind"_s), before);
    QVERIFY(sandbox.directoryWrites.isEmpty());
}

void tst_EwsSoap::letsTheHelpdeskActForOthers()
{
    RunningServers sandbox;
    const QString header = u"<t:ExchangeImpersonation><t:ConnectingSID><t:PrimarySmtpAddress>%1"
                           "</t:PrimarySmtpAddress></t:ConnectingSID></t:ExchangeImpersonation>"_s;
    const QByteArray asBo = envelope(set(solidPicture(0xff108030)), u"Exchange2016"_s, header.arg(boMail));
    QCOMPARE(textIn(post(sandbox, asBo).body, u"ResponseCode"_s), u"NoError"_s);
    const Answer byAda = post(sandbox, asBo, *sandbox.world.account(u"ada.reyes"_s));
    QCOMPARE(byAda.status, 500);
    QCOMPARE(textIn(byAda.body, u"ResponseCode"_s), u"ErrorImpersonateUserDenied"_s);
    const QByteArray asAda = envelope(
        set(solidPicture(0xff108030)), u"Exchange2016"_s, header.arg(u"ada.reyes@lab.likeness.test"_s));
    QCOMPARE(textIn(post(sandbox, asAda).body, u"ResponseCode"_s), u"ErrorAccessDenied"_s);
}

void tst_EwsSoap::faults_data()
{
    using Exchange = SandboxSettings::Exchange;
    QTest::addColumn<int>("exchange");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const QString schema = u"ErrorSchemaValidation"_s;
    const QString photo = solidPicture(0xff108030);
    QTest::newRow("2013 cannot set") << int(Exchange::Server2013) << envelope(set(photo), u"Exchange2013"_s)
                                     << schema;
    QTest::newRow("2013 knows no later schema")
        << int(Exchange::Server2013) << envelope(set(photo)) << u"ErrorInvalidServerVersion"_s;
    QTest::newRow("set in the schema of 2013")
        << int(Exchange::Server2016) << envelope(set(photo), u"Exchange2013_SP1"_s)
        << u"ErrorInvalidServerVersion"_s;
    QTest::newRow("trailing blank in the version")
        << int(Exchange::Server2019) << envelope(get(), u"Exchange2013 "_s) << schema;
    QTest::newRow("no such size") << int(Exchange::Server2019) << envelope(get(u"HR96X96"_s))
                                  << u"ErrorInvalidPhotoSize"_s;
    QTest::newRow("banner before SE")
        << int(Exchange::Server2019) << envelope(get(u"HR1024xN"_s)) << u"ErrorInvalidPhotoSize"_s;
    QTest::newRow("wrong order")
        << int(Exchange::Server2019)
        << envelope(u"<m:GetUserPhoto><m:SizeRequested>HR96x96</m:SizeRequested><m:Email>a@b</m:Email>"
                    "</m:GetUserPhoto>"_s)
        << schema;
    QTest::newRow("wrong namespace")
        << int(Exchange::Server2019)
        << envelope(u"<m:GetUserPhoto><t:Email>a@b</t:Email><t:SizeRequested>HR96x96</t:SizeRequested>"
                    "</m:GetUserPhoto>"_s)
        << schema;
    QTest::newRow("no address") << int(Exchange::Server2019) << envelope(get(u"HR96x96"_s, {})) << schema;
    QTest::newRow("no delete") << int(Exchange::ServerSe)
                               << envelope(u"<m:DeleteUserPhoto><m:Email>a@b</m:Email></m:DeleteUserPhoto>"_s)
                               << schema;
    QTest::newRow("not XML") << int(Exchange::Server2019) << QByteArray("<soap:Envelope") << schema;
    QTest::newRow("an entity") << int(Exchange::Server2019)
                               << QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>") << schema;
}

void tst_EwsSoap::faults()
{
    QFETCH(const int, exchange);
    QFETCH(const QByteArray, body);
    RunningServers sandbox;
    SandboxSettings settings;
    settings.exchange = static_cast<SandboxSettings::Exchange>(exchange);
    sandbox.world.setSettings(settings);
    const Answer answer = post(sandbox, body);
    QCOMPARE(answer.status, 500);
    QTEST(textIn(answer.body, u"ResponseCode"_s), "code");
    QVERIFY(textIn(answer.body, u"faultcode"_s).endsWith(textIn(answer.body, u"ResponseCode"_s)));
    QVERIFY(!textIn(answer.body, u"faultstring"_s).isEmpty());
}

void tst_EwsSoap::resolvesNames_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("responseClass");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("mail");
    QTest::newRow("one") << u"Lind"_s << u"Success"_s << u"NoError"_s << boMail;
    QTest::newRow("by address") << u"smtp:bo.lind@lab"_s << u"Success"_s << u"NoError"_s << boMail;
    QTest::newRow("not Latin") << u"李"_s << u"Success"_s << u"NoError"_s
                               << u"li.xiaolong@lab.likeness.test"_s;
    QTest::newRow("several") << u"Li"_s << u"Warning"_s << u"ErrorNameResolutionMultipleResults"_s << boMail;
    QTest::newRow("nobody") << u"Nobody"_s << u"Error"_s << u"ErrorNameResolutionNoResults"_s << QString();
}

void tst_EwsSoap::resolvesNames()
{
    QFETCH(const QString, entry);
    RunningServers sandbox;
    const Answer answer = post(sandbox,
        envelope(u"<m:ResolveNames ReturnFullContactData=\"true\" SearchScope=\"ActiveDirectory\">"
                 "<m:UnresolvedEntry>%1</m:UnresolvedEntry></m:ResolveNames>"_s.arg(entry)));
    QCOMPARE(answer.status, 200);
    QTEST(attributeIn(answer.body, u"ResolveNamesResponseMessage"_s, u"ResponseClass"_s), "responseClass");
    QTEST(textIn(answer.body, u"ResponseCode"_s), "code");
    QTEST(textIn(answer.body, u"EmailAddress"_s), "mail");
}

void tst_EwsSoap::givesPhotosWithResolvedNames()
{
    RunningServers sandbox;
    sandbox.world.changePhotos(u"bo.lind"_s, [](SandboxPhotos &photos) { photos.directory = "thumbnail"; });
    const Answer answer = post(sandbox,
        envelope(u"<m:ResolveNames ReturnFullContactData=\"true\" ContactDataShape=\"AllProperties\">"
                 "<m:UnresolvedEntry>Lind</m:UnresolvedEntry></m:ResolveNames>"_s));
    QCOMPARE(QByteArray::fromBase64(textIn(answer.body, u"Photo"_s).toLatin1()), "thumbnail");
    QCOMPARE(textIn(answer.body, u"Department"_s), u"Finance"_s);
}

void tst_EwsSoap::findsPeople()
{
    RunningServers sandbox;
    const QString find
        = u"<m:FindPeople><m:IndexedPageItemView BasePoint=\"Beginning\" MaxEntriesReturned=\"1\" "
          "Offset=\"1\"/><m:ParentFolderId><t:DistinguishedFolderId Id=\"%1\"/></m:ParentFolderId>"
          "<m:QueryString>%2</m:QueryString></m:FindPeople>"_s;
    const Answer answer = post(sandbox, envelope(find.arg(u"directory"_s, u"Li"_s), u"Exchange2013"_s));
    QCOMPARE(answer.status, 200);
    QCOMPARE(textIn(answer.body, u"TotalNumberOfPeopleInView"_s), u"2"_s);
    QCOMPARE(answer.body.count("<t:Persona>"), 1);
    QCOMPARE(textIn(answer.body, u"DisplayName"_s), u"小龙 李"_s);
    QCOMPARE(textIn(post(sandbox, envelope(find.arg(u"contacts"_s, u"Li"_s))).body, u"ResponseCode"_s),
        u"ErrorInvalidArgument"_s);
}

QTEST_GUILESS_MAIN(tst_EwsSoap)
#include "tst_ewssoap.moc"
