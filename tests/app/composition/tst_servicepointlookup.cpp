// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/endpointparts.h"
#include "app/composition/organisationbuilder.h"
#include "services/directory/servicepoints.h"
#include "services/sandbox/servers/sandboxservers.h"
#include "services/secrets/memorysecretstore.h"
#include "tests/support/directorylab.h"
#include "tests/support/jobs.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto urlGuid = "77378F46-2C66-4aa9-A6A6-3E7A48B19596";
constexpr auto pointerGuid = "67661d7F-8FC4-4fa7-BFAC-E1D7794C1F68";

} // namespace

/// Service connection points as Exchange's setup leaves them, in a real Active Directory, and the way from
/// there to Exchange.
class tst_ServicePointLookup : public QObject
{
    Q_OBJECT
public:
    explicit tst_ServicePointLookup(DirectoryLab &lab)
        : m_lab(lab)
    {
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void noneWithoutExchange();
    void leadToExchange();
    void ownSiteFirst();

private:
    EndpointSettings directory() const;
    bool addPoint(const QByteArray &name, const QByteArray &keywords, const QUrl &url) const;
    QByteArray place() const { return "CN=Services,CN=Configuration," + m_lab.value(u"baseDn"_s).toUtf8(); }

    DirectoryLab &m_lab;
    MemorySecretStore m_secrets;
    QThreadPool m_workers;
    QUrl m_sandboxPoint;
};

EndpointSettings tst_ServicePointLookup::directory() const
{
    EndpointSettings settings = EndpointSettings::ofKind(EndpointSettings::Kind::ActiveDirectory);
    settings.name = settings.title = u"ad"_s;
    settings.url = QUrl(m_lab.value(u"ldaps"_s));
    settings.account = m_lab.account(u"user"_s, u"upn"_s);
    settings.caFile = m_lab.value(u"caFile"_s);
    return settings;
}

/// `keywords`: as lines of LDIF.
bool tst_ServicePointLookup::addPoint(
    const QByteArray &name, const QByteArray &keywords, const QUrl &url) const
{
    return m_lab.add("dn: CN=" + name + ",CN=Microsoft Exchange," + place()
        + "\nobjectClass: serviceConnectionPoint\ncn: " + name
        + "\nserviceClassName: ms-Exchange-AutoDiscover-Service\n" + keywords
        + "serviceBindingInformation: " + url.toEncoded() + "\n\n");
}

void tst_ServicePointLookup::initTestCase()
{
    const QByteArray password = m_lab.account(u"user"_s, u"password"_s).toUtf8();
    QVERIFY(outcome(m_secrets.save(directory().secretKey(), password)));
}

void tst_ServicePointLookup::noneWithoutExchange()
{
    const auto service = directoryService({}, directory(), m_secrets);
    const auto points = outcome(autodiscoverServicePoints(*service));
    QVERIFY2(points, points ? "" : qPrintable(points.error().detail));
    QCOMPARE(*points, QList<QUrl> {});
}

/// An Exchange endpoint without an address beside an Active Directory: nobody has typed where it is.
void tst_ServicePointLookup::leadToExchange()
{
    const QTemporaryDir folder;
    SandboxWorld world;
    SandboxServers servers(world, folder.path());
    const Result<SandboxAddresses> at = servers.start();
    QVERIFY(at);
    m_sandboxPoint = at->autodiscover;
    m_sandboxPoint.setPath(u"/autodiscover/autodiscover.xml"_s);
    QVERIFY(m_lab.add(
        "dn: CN=Microsoft Exchange," + place() + "\nobjectClass: container\ncn: Microsoft Exchange\n\n"));
    QVERIFY(addPoint("SANDBOX",
        "keywords: " + QByteArray(urlGuid) + "\nkeywords: Site=Default-First-Site-Name\n", m_sandboxPoint));

    EndpointSettings exchange = EndpointSettings::ofKind(EndpointSettings::Kind::Exchange);
    exchange.name = exchange.title = u"exchange"_s;
    exchange.signIn = EndpointSettings::SignIn::Basic;
    exchange.account = world.helpdesk().upn;
    exchange.caFile = at->caFile;
    OrganisationFile file;
    file.endpoints = {exchange, directory()};
    QVERIFY(outcome(m_secrets.save(exchange.secretKey(), world.helpdesk().password)));
    const auto store = builtWorkload(file, exchange, m_secrets, m_workers);
    QVERIFY(store);
    const Result<QString> answer = outcome((*store)->probe());
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    const QList<RecordedRequest> requests = servers.requests();
    QCOMPARE(requests.first().service, SandboxService::Autodiscover);
    QCOMPARE(requests.last().service, SandboxService::Exchange);
}

void tst_ServicePointLookup::ownSiteFirst()
{
    const QByteArray url = "keywords: " + QByteArray(urlGuid) + '\n';
    const QUrl oslo(u"https://oslo.lab.likeness.test/autodiscover/autodiscover.xml"_s);
    const QUrl anywhere(u"https://mail.lab.likeness.test/autodiscover/autodiscover.xml"_s);
    const QUrl here(u"https://here.lab.likeness.test/autodiscover/autodiscover.xml"_s);
    QVERIFY(addPoint("OSLO", url + "keywords: Site=Oslo\n", oslo));
    QVERIFY(addPoint("ANYWHERE", url, anywhere));
    QVERIFY(addPoint("HERE", url + "keywords: Site=Default-First-Site-Name\n", here));
    QVERIFY(addPoint("OPEN", url + "keywords: Site=Default-First-Site-Name\n",
        QUrl(u"http://open.lab.likeness.test/autodiscover/autodiscover.xml"_s)));
    QVERIFY(
        addPoint("ELSEWHERE", "keywords: " + QByteArray(pointerGuid) + "\nkeywords: Domain=fabrikam.com\n",
            QUrl(u"LDAP://fabrikam.com"_s)));
    const auto service = directoryService({}, directory(), m_secrets);
    auto points = outcome(autodiscoverServicePoints(*service));
    QVERIFY2(points, points ? "" : qPrintable(points.error().detail));
    points->removeAll(m_sandboxPoint);
    QCOMPARE(*points, (QList<QUrl> {here, anywhere, oslo}));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    DirectoryLab lab(DirectoryLab::Kind::Samba);
    if (const int code = lab.start(); code != 0)
        return code;
    tst_ServicePointLookup test(lab);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_servicepointlookup.moc"
