// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/mergeddirectory.h"
#include "tests/app/composition/openedsandbox.h"
#include "tests/support/jobs.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using namespace likeness;
using namespace Qt::StringLiterals;
using test::outcome;

/// The sandbox's people over the real protocols: Active Directory (Samba), Exchange, Microsoft 365. Samba's
/// accounts carry the ms-DS-ConsistencyGuid that the cloud's immutable ids are made of.
class tst_MergedPeople : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void cleanupTestCase();
    void whoIsEverywhereIsShownOnce_data();
    void whoIsEverywhereIsShownOnce();
    void whoIsInTheCloudOnlyIsShownOnce();
    void oneByName_data();
    void oneByName();
    void aContradictedPairIsTwo();
    void aServerThatIsGoneIsNamed();
    void theFileMayLeaveThemOut();

private:
    PeoplePage found(const QString &words);
    bool setConsistencyGuid(const QString &dn, const QByteArray &guid);

    test::OpenedSandbox m_house;
};

void tst_MergedPeople::initTestCase()
{
    m_house.open();
    if (m_house.parts.lab.isEmpty())
        QSKIP("Samba is not installed");
}

void tst_MergedPeople::cleanupTestCase()
{
    m_house.organisation.reset();
    m_house.sandbox.reset();
}

PeoplePage tst_MergedPeople::found(const QString &words)
{
    const auto page = outcome(m_house.organisation->directory->find(words, 50));
    if (!page)
        qWarning("%s", qPrintable(page.error().detail));
    return page ? *page : PeoplePage {};
}

/// By ldapmodify, as the administrator.
bool tst_MergedPeople::setConsistencyGuid(const QString &dn, const QByteArray &guid)
{
    const QJsonObject &lab = m_house.parts.lab;
    const QJsonObject administrator = lab[u"administrator"_s].toObject();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LDAPTLS_CACERT"_s, lab[u"caFile"_s].toString());
    process.setProcessEnvironment(environment);
    process.start(u"ldapmodify"_s,
        {u"-x"_s, u"-H"_s, lab[u"ldaps"_s].toString(), u"-D"_s, administrator[u"upn"_s].toString(), u"-w"_s,
            administrator[u"password"_s].toString()});
    process.write("dn:: " + dn.toUtf8().toBase64()
        + "\nchangetype: modify\nreplace: mS-DS-ConsistencyGuid\nmS-DS-ConsistencyGuid:: " + guid.toBase64()
        + "\n");
    process.closeWriteChannel();
    return process.waitForFinished() && process.exitCode() == 0;
}

void tst_MergedPeople::whoIsEverywhereIsShownOnce_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("key");
    QTest::newRow("a first name") << u"ada"_s << u"ada.reyes"_s;
    QTest::newRow("a last name") << u"Волков"_s << u"dmitri.volkov"_s;
    QTest::newRow("an address") << u"bo.lind@lab"_s << u"bo.lind"_s;
    QTest::newRow("letters of elsewhere") << u"Łukasz"_s << u"lukasz.zak"_s;
}

void tst_MergedPeople::whoIsEverywhereIsShownOnce()
{
    QFETCH(const QString, words);
    QFETCH(const QString, key);
    const PeoplePage page = found(words);
    QCOMPARE(page.people.size(), 1);
    const Person &person = page.people.first();
    QCOMPARE(person.keys.key, key);
    QVERIFY(person.keys.dn.startsWith(u"CN="_s));
    QCOMPARE(person.source, u"Active Directory"_s);
    QVERIFY(person.doubts.isEmpty());
    QVERIFY(page.notes.isEmpty());
    QVERIFY(page.cookie.isEmpty());
    if (words == "ada"_L1)
        QCOMPARE(person.alsoIn, (QStringList {u"Exchange"_s, u"Microsoft 365"_s}));
}

void tst_MergedPeople::whoIsInTheCloudOnlyIsShownOnce()
{
    const PeoplePage page = found(u"photo"_s); // the sandbox's own account, which the directory does not have
    QCOMPARE(page.people.size(), 1);
    QCOMPARE(page.people.first().keys.mail, u"helpdesk@lab.likeness.test"_s);
    QCOMPARE(page.people.first().keys.dn, QString());
    QCOMPARE(page.people.first().source, u"Exchange"_s);
    QCOMPARE(page.people.first().alsoIn, QStringList {u"Microsoft 365"_s});
}

void tst_MergedPeople::oneByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("key"); // empty = nobody
    QTest::newRow("the directory's key") << u"ada.reyes"_s << u"ada.reyes"_s;
    QTest::newRow("cloud only") << u"helpdesk@lab.likeness.test"_s << u"helpdesk@lab.likeness.test"_s;
    QTest::newRow("nobody by a beginning") << u"ada"_s << QString();
    QTest::newRow("nobody") << u"nobody.there"_s << QString();
}

void tst_MergedPeople::oneByName()
{
    QFETCH(const QString, name);
    QFETCH(const QString, key);
    const auto person = outcome(m_house.organisation->directory->person(name));
    if (key.isEmpty())
        QCOMPARE(person.error().code, Errc::NotFound);
    else
        QCOMPARE(person ? person->keys.key : person.error().detail, key);
}

/// Somebody else's account was given her address: the ids tell, and nobody is taken for her.
void tst_MergedPeople::aContradictedPairIsTwo()
{
    const QString dn = found(u"Muñoz"_s).people.value(0).keys.dn;
    QVERIFY(!dn.isEmpty());
    QVERIFY(setConsistencyGuid(dn, QByteArray(16, '\7')));
    const PeoplePage page = found(u"Muñoz"_s);
    QCOMPARE(page.people.size(), 2);
    const Person &mine = page.people.at(0);
    const Person &theirs = page.people.at(1);
    QCOMPARE(mine.keys.dn, dn);
    QCOMPARE(mine.source, u"Active Directory"_s);
    QCOMPARE(mine.alsoIn, QStringList {u"Exchange"_s}); // which knows the address and no ids
    QCOMPARE(theirs.source, u"Microsoft 365"_s);
    QCOMPARE(theirs.alsoIn, QStringList());
    QCOMPARE(mine.doubts.value(0).shared, u"ines.munoz@lab.likeness.test"_s);
    QCOMPARE(theirs.doubts.value(0).otherSource, u"Active Directory"_s);
}

void tst_MergedPeople::aServerThatIsGoneIsNamed()
{
    OrganisationFile file = m_house.file;
    for (EndpointSettings &endpoint : file.endpoints) {
        if (endpoint.kind == EndpointSettings::Kind::Exchange)
            endpoint.url.setPort(1);
    }
    for (const EndpointSettings &endpoint : std::as_const(file.endpoints)) {
        if (endpoint.kind == EndpointSettings::Kind::Exchange)
            QVERIFY(outcome(m_house.secrets.save(endpoint.secretKey(), m_house.parts.password)));
    }
    const auto organisation = builtOrganisation(file, m_house.secrets, m_house.workers, {});
    QVERIFY(organisation);
    const auto page = outcome(organisation->directory->find(u"ada"_s, 50));
    QVERIFY(page);
    QCOMPARE(page->people.size(), 1);
    QCOMPARE(page->people.first().keys.key, u"ada.reyes"_s);
    QCOMPARE(page->people.first().alsoIn, QStringList {u"Microsoft 365"_s});
    QCOMPARE(page->notes.size(), 1);
    QCOMPARE(page->notes.first().source, u"Exchange"_s);
    QVERIFY(page->notes.first().kind != PeopleNote::Kind::TooMany); // failed, or tries again and is late
}

void tst_MergedPeople::theFileMayLeaveThemOut()
{
    OrganisationFile file = m_house.file;
    for (EndpointSettings &endpoint : file.endpoints) {
        if (endpoint.isWeb())
            endpoint.findsPeople = false;
    }
    const auto organisation = builtOrganisation(file, m_house.secrets, m_house.workers, {});
    QVERIFY(organisation);
    const auto page = outcome(organisation->directory->find(u"photo"_s, 50));
    QVERIFY(page);
    QVERIFY(page->people.isEmpty()); // it is in the list of the folder, too
}

QTEST_GUILESS_MAIN(tst_MergedPeople)
#include "tst_mergedpeople.moc"
