// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/sandbox/servers/sandboxclient.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

class tst_AutodiscoverServer : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void answersSoap();
    void saysWhatItDoesNotKnow();
    void tellsTheRelease_data();
    void tellsTheRelease();
    void answersPox();
    void answersPoxErrors_data();
    void answersPoxErrors();
    void sendsOn();
    void asksWhoIsThere();
};

namespace {

const QString bo = u"bo.lind@lab.likeness.test"_s;

QByteArray soapRequest(const QUrl &to, const QString &mailbox)
{
    return u"<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope "
           "xmlns:a=\"http://schemas.microsoft.com/exchange/2010/Autodiscover\" "
           "xmlns:wsa=\"http://www.w3.org/2005/08/addressing\" "
           "xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header>"
           "<a:RequestedServerVersion>Exchange2013</a:RequestedServerVersion>"
           "<wsa:Action>http://schemas.microsoft.com/exchange/2010/Autodiscover/Autodiscover/GetUserSettings"
           "</wsa:Action><wsa:To>%1</wsa:To></soap:Header><soap:Body><a:GetUserSettingsRequestMessage>"
           "<a:Request><a:Users><a:User><a:Mailbox>%2</a:Mailbox></a:User></a:Users><a:RequestedSettings>"
           "<a:Setting>ExternalEwsUrl</a:Setting><a:Setting>ExternalPhotosUrl</a:Setting>"
           "<a:Setting>EwsSupportedSchemas</a:Setting><a:Setting>CrossOrganizationSharingEnabled</a:Setting>"
           "</a:RequestedSettings></a:Request></a:GetUserSettingsRequestMessage></soap:Body></soap:Envelope>"_s
               .arg(to.toString(), mailbox)
               .toUtf8();
}

QByteArray poxRequest(const QString &mailbox, const QString &schema = u"outlook/responseschema/2006a"_s)
{
    return u"<?xml version=\"1.0\" encoding=\"utf-8\"?><Autodiscover "
           "xmlns=\"http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006\"><Request>"
           "<EMailAddress>%1</EMailAddress><AcceptableResponseSchema>"
           "http://schemas.microsoft.com/exchange/autodiscover/%2</AcceptableResponseSchema></Request>"
           "</Autodiscover>"_s.arg(mailbox, schema)
               .toUtf8();
}

Answer post(RunningServers &sandbox, const QUrl &url, const QByteArray &body)
{
    return sandbox.send(
        {"POST", url, body, {basic(sandbox.world.helpdesk()), {"Content-Type", "text/xml; charset=utf-8"}}});
}

QUrl poxUrl(const RunningServers &sandbox)
{
    QUrl url = sandbox.at.autodiscover;
    url.setPath(u"/autodiscover/autodiscover.xml"_s);
    return url;
}

QString textIn(const QByteArray &xml, const QString &name)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name)
            return reader.readElementText(QXmlStreamReader::IncludeChildElements);
    }
    return reader.hasError() ? u"not well-formed: "_s + reader.errorString() : QString();
}

/// The value of a setting in a SOAP answer.
QString settingIn(const QByteArray &xml, const QString &setting)
{
    QXmlStreamReader reader(xml);
    QString name;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == "Name"_L1)
            name = reader.readElementText();
        else if (reader.name() == "Value"_L1 && name == setting)
            return reader.readElementText();
    }
    return {};
}

} // namespace

void tst_AutodiscoverServer::answersSoap()
{
    RunningServers sandbox;
    const Answer answer = post(sandbox, sandbox.at.autodiscover, soapRequest(sandbox.at.autodiscover, bo));
    QCOMPARE(answer.status, 200);
    QCOMPARE(textIn(answer.body, u"ErrorCode"_s), u"NoError"_s);
    QCOMPARE(settingIn(answer.body, u"ExternalEwsUrl"_s), sandbox.at.ews.toString());
    QCOMPARE(
        settingIn(answer.body, u"ExternalPhotosUrl"_s), sandbox.at.ews.toString() + u"/s/GetUserPhoto"_s);
    QCOMPARE(textIn(answer.body, u"SettingName"_s), u"CrossOrganizationSharingEnabled"_s);
}

void tst_AutodiscoverServer::saysWhatItDoesNotKnow()
{
    RunningServers sandbox;
    const Answer nobody = post(sandbox, sandbox.at.autodiscover,
        soapRequest(sandbox.at.autodiscover, u"nobody@lab.likeness.test"_s));
    QCOMPARE(nobody.status, 200);
    QVERIFY(nobody.body.contains("<ErrorCode>InvalidUser</ErrorCode>"));
    QCOMPARE(settingIn(nobody.body, u"ExternalEwsUrl"_s), QString());
    QCOMPARE(post(sandbox, sandbox.at.autodiscover, "<a/>").status, 500);
}

void tst_AutodiscoverServer::tellsTheRelease_data()
{
    using enum SandboxSettings::Exchange;
    QTest::addColumn<int>("exchange");
    QTest::addColumn<QString>("minor");
    QTest::addColumn<bool>("sets");
    QTest::newRow("2013") << int(Server2013) << u"0"_s << false;
    QTest::newRow("2016") << int(Server2016) << u"1"_s << true;
    QTest::newRow("SE") << int(ServerSe) << u"2"_s << true;
}

void tst_AutodiscoverServer::tellsTheRelease()
{
    QFETCH(const int, exchange);
    RunningServers sandbox;
    SandboxSettings settings;
    settings.exchange = static_cast<SandboxSettings::Exchange>(exchange);
    sandbox.world.setSettings(settings);
    const QByteArray told
        = post(sandbox, sandbox.at.autodiscover, soapRequest(sandbox.at.autodiscover, bo)).body;
    QCOMPARE(textIn(told, u"MajorVersion"_s), u"15"_s);
    QTEST(textIn(told, u"MinorVersion"_s), "minor");
    QTEST(settingIn(told, u"EwsSupportedSchemas"_s).contains(u"Exchange2016"_s), "sets");
}

void tst_AutodiscoverServer::answersPox()
{
    RunningServers sandbox;
    const Answer answer = post(sandbox, poxUrl(sandbox), poxRequest(bo));
    QCOMPARE(answer.status, 200);
    QCOMPARE(textIn(answer.body, u"Action"_s), u"settings"_s);
    QCOMPARE(textIn(answer.body, u"Type"_s), u"EXCH"_s);
    QCOMPARE(textIn(answer.body, u"ASUrl"_s), sandbox.at.ews.toString());
    QCOMPARE(textIn(answer.body, u"DisplayName"_s), u"Bo Lind"_s);
}

void tst_AutodiscoverServer::answersPoxErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("nobody") << poxRequest(u"nobody@lab.likeness.test"_s) << u"500"_s;
    QTest::newRow("no such schema") << poxRequest(bo, u"mobilesync/responseschema/2006"_s) << u"601"_s;
    QTest::newRow("no request") << QByteArray("<Autodiscover/>") << u"600"_s;
    QTest::newRow("no XML") << QByteArray("hello") << u"600"_s;
}

void tst_AutodiscoverServer::answersPoxErrors()
{
    QFETCH(const QByteArray, body);
    RunningServers sandbox;
    const Answer answer = post(sandbox, poxUrl(sandbox), body);
    QCOMPARE(answer.status, 200);
    QTEST(textIn(answer.body, u"ErrorCode"_s), "code");
}

void tst_AutodiscoverServer::sendsOn()
{
    RunningServers sandbox;
    SandboxSettings settings;
    settings.autodiscoverRedirects = 2;
    sandbox.world.setSettings(settings);
    QUrl at = poxUrl(sandbox);
    for (int hop = 0; hop < 2; ++hop) {
        const Answer answer = post(sandbox, at, poxRequest(bo));
        QCOMPARE(answer.status, 302);
        at = QUrl::fromEncoded(answer.headers.value("location"));
        QCOMPARE(at.scheme(), u"https"_s);
    }
    QCOMPARE(post(sandbox, at, poxRequest(bo)).status, 200);
}

void tst_AutodiscoverServer::asksWhoIsThere()
{
    RunningServers sandbox;
    const Answer answer = sandbox.send({.url = poxUrl(sandbox)});
    QCOMPARE(answer.status, 401);
    QVERIFY(answer.headers.contains("x-soap-enabled"));
    QVERIFY(answer.headers.value("www-authenticate").startsWith("Basic "));
}

QTEST_GUILESS_MAIN(tst_AutodiscoverServer)
#include "tst_autodiscoverserver.moc"
