// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldappeople.h"
#include "services/directory/ldaprequests.h"
#include "services/stores/activedirectory/photochange.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_LdapRequests : public QObject
{
    Q_OBJECT

private slots:
    void escapes_data();
    void escapes();
    void filters_data();
    void filters();
    void domainIsNotPartOfTheName();
    void oneEntryByItsId();
    void employeesByTheirNumber();
    void distinguishesDns();
    void swapsByValue();
    void swapsByAssertion();
    void onlyPhotoAttributes();
};

void tst_LdapRequests::escapes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("escaped");
    QTest::newRow("plain") << QByteArray("O'Brien, Jr.") << QByteArray("O'Brien, Jr.");
    QTest::newRow("star") << QByteArray("*") << QByteArray("\\2a");
    QTest::newRow("injection") << QByteArray("a)(uid=*") << QByteArray("a\\29\\28uid=\\2a");
    QTest::newRow("backslash") << QByteArray("LAB\\ada") << QByteArray("LAB\\5cada");
    QTest::newRow("zero byte") << QByteArray("a\0b", 3) << QByteArray("a\\00b");
    QTest::newRow("UTF-8 stays") << QByteArray("Zoë 李") << QByteArray("Zoë 李");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void tst_LdapRequests::escapes()
{
    QFETCH(const QByteArray, value);
    QTEST(ldapEscaped(value), "escaped");
}

void tst_LdapRequests::filters_data()
{
    QTest::addColumn<LdapDialect>("dialect");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("filter");
    QTest::newRow("AD, everybody") << LdapDialect::ActiveDirectory << u"  "_s
                                   << QByteArray("(&(objectCategory=person)(objectClass=user)"
                                                 "(!(isCriticalSystemObject=TRUE)))");
    QTest::newRow("AD, words") << LdapDialect::ActiveDirectory << u" Ada  Re* "_s
                               << QByteArray("(&(objectCategory=person)(objectClass=user)"
                                             "(!(isCriticalSystemObject=TRUE))(|(anr=Ada Re\\2a)"
                                             "(|(mail=Ada Re\\2a*)(userPrincipalName=Ada Re\\2a*))))");
    QTest::newRow("LDAP, everybody") << LdapDialect::InetOrgPerson << QString()
                                     << QByteArray("(&(objectClass=inetOrgPerson))");
    QTest::newRow("LDAP, one word") << LdapDialect::InetOrgPerson << u"ada"_s
                                    << QByteArray("(&(objectClass=inetOrgPerson)(|(displayName=ada*)(cn=ada*)"
                                                  "(givenName=ada*)(sn=ada*)(uid=ada*)(mail=ada*)))");
    QTest::newRow("LDAP, two words")
        << LdapDialect::InetOrgPerson << u"ada re"_s
        << QByteArray("(&(objectClass=inetOrgPerson)(|(|(displayName=ada re*)(cn=ada re*)(givenName=ada re*)"
                      "(sn=ada re*)(uid=ada re*)(mail=ada re*))(&(givenName=ada*)(sn=re*))"
                      "(&(sn=ada*)(givenName=re*))))");
}

void tst_LdapRequests::filters()
{
    QFETCH(const LdapDialect, dialect);
    QFETCH(const QString, words);
    QTEST(peopleFilter(dialect, words), "filter");
}

void tst_LdapRequests::domainIsNotPartOfTheName()
{
    QCOMPARE(personFilter(LdapDialect::ActiveDirectory, u"LAB\\ada"_s),
        QByteArray("(&(objectCategory=person)(objectClass=user)(|(sAMAccountName=ada)(userPrincipalName=ada)"
                   "(mail=ada)))"));
    QCOMPARE(personFilter(LdapDialect::InetOrgPerson, u"a*"_s),
        QByteArray("(&(objectClass=inetOrgPerson)(|(uid=a\\2a)(mail=a\\2a)))"));
}

void tst_LdapRequests::oneEntryByItsId()
{
    QCOMPARE(idFilter(LdapDialect::ActiveDirectory, u"00112233-4455-6677-8899-aabbccddee2a"_s),
        QByteArray("(objectGUID=\\33\\22\\11\\00\\55\\44\\77\\66\\88\\99\\aa\\bb\\cc\\dd\\ee\\2a)"));
    QCOMPARE(idFilter(LdapDialect::InetOrgPerson, u"00112233-4455-6677-8899-aabbccddee2a"_s),
        QByteArray("(entryUUID=00112233-4455-6677-8899-aabbccddee2a)"));
    QCOMPARE(idFilter(LdapDialect::InetOrgPerson, u"*"_s), QByteArray());
    QCOMPARE(idFilter(LdapDialect::ActiveDirectory, {}), QByteArray());
}

void tst_LdapRequests::employeesByTheirNumber()
{
    QCOMPARE(employeeFilter(LdapDialect::ActiveDirectory, u"10*"_s),
        QByteArray(
            "(&(objectCategory=person)(objectClass=user)(|(employeeID=10\\2a)(employeeNumber=10\\2a)))"));
    QCOMPARE(employeeFilter(LdapDialect::InetOrgPerson, u"1001"_s),
        QByteArray("(&(objectClass=inetOrgPerson)(|(employeeNumber=1001)))"));
    LdapEntry entry;
    entry.values = {{"employeenumber", {"77"}}};
    QCOMPARE(personFromEntry(LdapDialect::InetOrgPerson, entry).employeeId, u"77"_s);
    entry.values = {{"employeenumber", {"77"}}, {"employeeid", {"0042"}}};
    QCOMPARE(personFromEntry(LdapDialect::ActiveDirectory, entry).employeeId, u"0042"_s);
}

void tst_LdapRequests::distinguishesDns()
{
    QVERIFY(looksLikeDn(u"CN=Ada Reyes,OU=Staff,DC=lab"_s));
    QVERIFY(looksLikeDn(u"uid=ada,dc=lab"_s));
    QVERIFY(!looksLikeDn(u"ada.reyes"_s));
    QVERIFY(!looksLikeDn(u"ada@x.test,b=c"_s));
    QVERIFY(!looksLikeDn(u"a=b"_s));
    QVERIFY(!looksLikeDn(u"=,"_s));
}

void tst_LdapRequests::swapsByValue()
{
    using Kind = LdapChange::Kind;
    const QByteArray old("old");
    const QByteArray mine("mine");
    QCOMPARE(photoSwap(old, mine), (QList<LdapChange> {{Kind::Delete, {old}}, {Kind::Add, {mine}}}));
    QCOMPARE(photoSwap(std::nullopt, mine), (QList<LdapChange> {{Kind::Add, {mine}}}));
    QCOMPARE(photoSwap(old, std::nullopt), (QList<LdapChange> {{Kind::Delete, {old}}}));
}

void tst_LdapRequests::swapsByAssertion()
{
    using Kind = LdapChange::Kind;
    const LdapModification first = assertedPhotoSwap("jpegPhoto", {}, false, QByteArray("mine"));
    QCOMPARE(first.assertion, QByteArray("(!(jpegPhoto=*))"));
    QCOMPARE(first.changes, (QList<LdapChange> {{Kind::Add, {"mine"}}}));
    const LdapModification next = assertedPhotoSwap("jpegPhoto", "20261122#0", true, QByteArray("mine"));
    QCOMPARE(next.assertion, QByteArray("(entryCSN=20261122#0)"));
    QCOMPARE(next.changes, (QList<LdapChange> {{Kind::Replace, {"mine"}}}));
    const LdapModification gone = assertedPhotoSwap("jpegPhoto", "20261122#0", true, std::nullopt);
    QCOMPARE(gone.changes, (QList<LdapChange> {{Kind::Delete, {}}}));
}

void tst_LdapRequests::onlyPhotoAttributes()
{
    QCOMPARE(photoAttribute(u"THUMBNAILPHOTO"_s)->name, QByteArray("thumbnailPhoto"));
    QVERIFY(photoAttribute(u"thumbnailPhoto"_s)->singleValued);
    QVERIFY(!photoAttribute(u"jpegPhoto"_s)->singleValued);
    QVERIFY(photoAttribute(u"photo"_s));
    QVERIFY(!photoAttribute(u"unicodePwd"_s));
    QVERIFY(!photoAttribute({}));
}

QTEST_GUILESS_MAIN(tst_LdapRequests)
#include "tst_ldaprequests.moc"
