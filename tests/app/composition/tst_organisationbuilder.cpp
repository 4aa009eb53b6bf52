// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/organisationbuilder.h"
#include "services/secrets/memorysecretstore.h"
#include "services/settings/machinepolicy.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

OrganisationFile organisationFile(const QByteArray &endpoints, const QString &folder = {})
{
    const auto file = OrganisationFile::parse(
        R"({"id": "c", "title": "Contoso", "me": "amy", "endpoints": [)" + endpoints + "]}", folder);
    if (!file)
        qCritical("%s", qPrintable(file.error().detail));
    return file ? *file : OrganisationFile {};
}

// one line a string: moc takes what follows the slashes in a longer one for a comment
const QByteArray adEndpoint
    = R"({"kind": "activeDirectory", "name": "ad", "title": "AD", "byteBudget": 9000, )"
      R"("url": "ldap://127.0.0.1:1", "account": "svc@contoso.example"})";
const QByteArray ldapEndpoint = R"({"kind": "ldap", "name": "ldap", "url": "ldap://127.0.0.1:1", )"
                                R"("account": "cn=a", "edge": 240})";
const QByteArray wallEndpoint
    = R"({"kind": "folder", "name": "wall", "path": "photos", "people": "people.csv"})";

} // namespace

class tst_OrganisationBuilder : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void makesWhatTheFileSays();
    void findsPeopleInTheFolder();
    void findsPeopleInTheDirectoryFirst();
    void takesPathsFromTheFile();
    void makesOneStore();
    void putsStoresUnderPolicy_data();
    void putsStoresUnderPolicy();

private:
    MemorySecretStore m_secrets;
    QThreadPool m_workers;
};

void tst_OrganisationBuilder::makesWhatTheFileSays()
{
    const auto file = organisationFile(wallEndpoint + ',' + adEndpoint + ',' + ldapEndpoint);
    const auto organisation = builtOrganisation(file, m_secrets, m_workers, {});
    QVERIFY(organisation);
    QCOMPARE(organisation->id, u"c"_s);
    QCOMPARE(organisation->title, u"Contoso"_s);
    QCOMPARE(organisation->me, u"amy"_s);
    QCOMPARE(organisation->stores.size(), std::size_t(3));
    const PhotoStore *ad = organisation->store(u"ad"_s);
    QVERIFY(ad);
    QCOMPARE(ad->id(), (StoreId {Workload::ActiveDirectory, u"ad"_s}));
    QCOMPARE(ad->traits().title, u"AD"_s);
    QCOMPARE(ad->traits().writes.edge(), 96);
    QCOMPARE(ad->traits().byteBudget, 9000);
    const PhotoStore *ldap = organisation->store(u"ldap"_s);
    QVERIFY(ldap);
    QCOMPARE(ldap->id().workload, Workload::Ldap);
    QCOMPARE(ldap->traits().writes.edge(), 240);
    const PhotoStore *wall = organisation->store(u"wall"_s);
    QVERIFY(wall);
    QCOMPARE(wall->id().workload, Workload::Folder);
    QCOMPARE(wall->traits().writes.edge(), 648);
    QVERIFY(!organisation->store(u"other"_s));
}

void tst_OrganisationBuilder::findsPeopleInTheFolder()
{
    const QTemporaryDir dir;
    QFile people(dir.filePath(u"people.csv"_s));
    QVERIFY(people.open(QIODevice::WriteOnly));
    people.write("key,displayName\namy,Amy Alberts\n");
    people.close();
    const auto organisation
        = builtOrganisation(organisationFile(wallEndpoint, dir.path()), m_secrets, m_workers, {});
    QVERIFY(organisation);
    QVERIFY(organisation->directory);
    const auto found = organisation->directory->person(u"amy"_s);
    found->start();
    QTRY_VERIFY(found->isFinished());
    QVERIFY2(found->result(), found->result() ? "" : qPrintable(found->result().error().detail));
    QCOMPARE(found->result()->displayName, u"Amy Alberts"_s);
}

void tst_OrganisationBuilder::findsPeopleInTheDirectoryFirst()
{
    const QTemporaryDir dir;
    const auto file = organisationFile(wallEndpoint + ',' + adEndpoint, dir.path());
    const auto organisation = builtOrganisation(file, m_secrets, m_workers, {});
    QVERIFY(organisation);
    QVERIFY(organisation->directory);
    const auto found = organisation->directory->person(u"amy"_s);
    found->start();
    QTRY_VERIFY_WITH_TIMEOUT(found->isFinished(), 20'000);
    QCOMPARE(found->result().error().code, Errc::Offline); // nobody listens there; the CSV would say NotFound
}

void tst_OrganisationBuilder::takesPathsFromTheFile()
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir(u"photos"_s));
    const auto organisation
        = builtOrganisation(organisationFile(wallEndpoint, dir.path()), m_secrets, m_workers, {});
    QVERIFY(organisation);
    PersonKeys amy;
    amy.key = u"amy"_s;
    const auto written
        = organisation->store(u"wall"_s)->write(amy, EncodedPhoto::of("photo", {}), std::nullopt);
    written->start();
    QTRY_VERIFY(written->isFinished());
    QVERIFY(written->result());
    QVERIFY(QFile::exists(dir.filePath(u"photos/amy.jpg"_s)));
}

void tst_OrganisationBuilder::putsStoresUnderPolicy_data()
{
    QTest::addColumn<QByteArray>("machine");
    QTest::addColumn<QByteArray>("organisation");
    QTest::addColumn<bool>("written");
    const QByteArray folders = R"({"rules": [{"forbid": "write", "workloads": ["folder"]}]})";
    const QByteArray wall = R"({"rules": [{"forbid": "write", "stores": ["wall"]}]})";
    const QByteArray mail = R"({"rules": [{"forbid": "write", "workloads": ["exchange"]}]})";
    const QByteArray none = R"({"rules": []})";
    QTest::newRow("none") << none << none << true;
    QTest::newRow("the machine's") << folders << none << false;
    QTest::newRow("the organisation's") << none << wall << false;
    QTest::newRow("another store") << mail << none << true;
    QTest::newRow("both") << mail << wall << false;
    QTest::newRow("unreadable") << QByteArray("{") << none << false;
}

void tst_OrganisationBuilder::putsStoresUnderPolicy()
{
    QFETCH(const QByteArray, machine);
    QFETCH(const QByteArray, organisation);
    QFETCH(const bool, written);
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir(u"photos"_s));
    QFile policy(dir.filePath(u"policy.json"_s));
    QVERIFY(policy.open(QIODevice::WriteOnly));
    policy.write(machine);
    policy.close();
    const auto file = OrganisationFile::parse(
        R"({"title": "Contoso", "endpoints": [)" + wallEndpoint + R"(], "policy": )" + organisation + '}',
        dir.path());
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    const auto built
        = builtOrganisation(*file, m_secrets, m_workers, policyAt({policy.fileName(), u"/no/such"_s}));
    QVERIFY(built);
    PersonKeys amy;
    amy.key = u"amy"_s;
    const auto writing = built->store(u"wall"_s)->write(amy, EncodedPhoto::of("photo", {}), std::nullopt);
    writing->start();
    QTRY_VERIFY(writing->isFinished());
    QCOMPARE(writing->result().hasValue(), written);
    QCOMPARE(QFile::exists(dir.filePath(u"photos/amy.jpg"_s)), written);
}

void tst_OrganisationBuilder::makesOneStore()
{
    const auto file = organisationFile(adEndpoint);
    const auto store = builtWorkload(file, file.endpoints.constFirst(), m_secrets, m_workers);
    QVERIFY(store);
    const auto probe = (*store)->probe();
    probe->start();
    QTRY_VERIFY_WITH_TIMEOUT(probe->isFinished(), 20'000);
    QVERIFY(!probe->result());
}

QTEST_GUILESS_MAIN(tst_OrganisationBuilder)
#include "tst_organisationbuilder.moc"
