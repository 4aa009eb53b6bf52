// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/upload/handoverscript.h"
#include "services/directory/ldapdirectory.h"
#include "tests/services/stores/ldapharness.h"
#include "tests/support/jobs.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

/// What only a plain LDAP server has.
class tst_LdapServer : public QObject
{
    Q_OBJECT
public:
    tst_LdapServer(DirectoryLab &lab, LdapHarness &harness)
        : m_lab(lab)
        , m_harness(harness)
    {
    }

private slots:
    void anotherAttributeChangingIsNoConflict();
    void mustChangePassword();
    void finds_data();
    void finds();
    void pages();
    void twoListsAtOnce();
    void onePerson();
    void memberships_data();
    void memberships();
    void handoverIsWhatLdapmodifyTakes();

private:
    std::shared_ptr<LdapService> service() const
    {
        return std::make_shared<LdapService>(labSettings(m_lab, LdapDialect::InetOrgPerson),
            secretIs(m_lab.account(u"user"_s, u"password"_s).toUtf8()));
    }

    DirectoryLab &m_lab;
    LdapHarness &m_harness;
};

void tst_LdapServer::anotherAttributeChangingIsNoConflict()
{
    const EncodedPhoto old = EncodedPhoto::of(jpegPhoto(48, 0xff112233), {});
    QVERIFY(m_harness.setPhoto(old.bytes));
    const auto store = m_harness.store(Situation::Plain);
    QVERIFY(outcome(store->read(m_harness.person())));
    QVERIFY(m_lab.setAttribute(m_harness.person().dn, u"title"_s, "Head Controller"));
    const EncodedPhoto mine = EncodedPhoto::of(jpegPhoto(96, 0xff332211), {});
    QVERIFY(outcome(store->write(m_harness.person(), mine, old)));
    QCOMPARE(m_harness.photo(), mine.bytes);
}

void tst_LdapServer::mustChangePassword()
{
    LdapSettings settings = labSettings(m_lab, LdapDialect::InetOrgPerson);
    settings.account = m_lab.account(u"mustChange"_s, u"dn"_s);
    const auto store = m_harness.storeWith(settings, m_lab.account(u"mustChange"_s, u"password"_s));
    QCOMPARE(outcome(store->probe()).error().code, Errc::PasswordMustChange);
}

void tst_LdapServer::finds_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("keys");
    const auto row = [](const QString &words, const QStringList &keys) {
        QTest::newRow(qPrintable(words)) << words << keys;
    };
    row(u"ada"_s, {u"ada.reyes"_s});
    row(u"Reyes Ada"_s, {u"ada.reyes"_s});
    row(u"Zoë Ångström"_s, {u"zoe.angstrom"_s});
    row(u"小龙"_s, {u"li.xiaolong"_s});
    row(u"O'Brien"_s, {u"sean.obrien"_s});
    row(u"Smith, Jr."_s, {u"jsmith"_s});
    row(u"kenji.sato@"_s, {u"kenji.sato"_s});
    row(u"*"_s, {});
    row(u"a)(uid=*"_s, {});
}

void tst_LdapServer::finds()
{
    QFETCH(const QString, words);
    LdapDirectory directory(service());
    const auto page = outcome(directory.find(words, 50));
    QVERIFY2(page, qPrintable(page ? QString() : page.error().serverTrace));
    QStringList keys;
    for (const Person &person : page->people)
        keys.append(person.keys.key);
    QTEST(keys, "keys");
}

void tst_LdapServer::pages()
{
    LdapDirectory directory(service());
    QSet<QString> keys;
    qsizetype people = 0;
    QByteArray cookie;
    do {
        const auto page = outcome(directory.find({}, 5, cookie));
        QVERIFY(page);
        QVERIFY(page->people.size() <= 5);
        for (const Person &person : page->people)
            keys.insert(person.keys.key);
        people += page->people.size();
        cookie = page->cookie;
        // A search in between makes this server forget where the other was
        QVERIFY(outcome(directory.find(u"ada"_s, 1)));
    } while (!cookie.isEmpty());
    QCOMPARE(people, 23);
    QCOMPARE(keys.size(), 23);
}

/// Each asks for pages ahead on the one connection for lists, and gives up what the other had asked for.
void tst_LdapServer::twoListsAtOnce()
{
    LdapDirectory directory(service());
    const auto whole = outcome(directory.everybody(500, {}, false));
    QVERIFY(whole);
    QVERIFY(whole->page.people.size() > 20);
    const auto lists = listedInTurns(directory);
    QCOMPARE(lists[0], whole->page.people);
    QCOMPARE(lists[1], whole->page.people);
}

void tst_LdapServer::onePerson()
{
    LdapDirectory directory(service());
    for (const QString &name : {u"jsmith"_s, u"jsmith@lab.likeness.test"_s, m_lab.dnOf(u"jsmith"_s)}) {
        const auto person = outcome(directory.person(name));
        QVERIFY(person);
        QCOMPARE(person->surname, u"Smith, Jr."_s);
        QCOMPARE(person->title, u"Technician"_s);
        QCOMPARE(person->department, u"Facilities"_s);
        QCOMPARE(person->keys.objectGuid.size(), 36);
    }
    QCOMPARE(outcome(directory.person(u"no.body"_s)).error().code, Errc::NotFound);
    QCOMPARE(outcome(directory.person(u"*"_s)).error().code, Errc::NotFound);
}

void tst_LdapServer::memberships_data()
{
    const QString base = m_lab.value(u"baseDn"_s);
    const QString folder = u",ou=Helpdesk,"_s + base;
    const QString ldif
        = u"dn: cn=Inner%1\nobjectClass: groupOfNames\nmember: %2\n\n"
          "dn: cn=Middle%1\nobjectClass: groupOfUniqueNames\nuniqueMember: cn=Inner%1\n\n"
          "dn: cn=Board%1\nobjectClass: groupOfNames\nmember: cn=Middle%1\nmember: cn=Ring%1\n\n"
          "dn: cn=Ring%1\nobjectClass: groupOfNames\nmember: cn=Board%1\n\n"
          "dn: cn=Shell%1\nobjectClass: posixGroup\ngidNumber: 777\nmemberUid: ada.reyes\n\n"
          "dn: cn=Strangers%1\nobjectClass: groupOfNames\nmember: cn=nobody,%3\n"_s.arg(
              folder, m_lab.account(u"user"_s, u"dn"_s), base);
    QVERIFY(m_lab.add(ldif.toUtf8()));
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("group");
    QTest::addColumn<bool>("member");
    QTest::addColumn<Errc>("errc"); // Cancelled = none
    const auto row
        = [](const char *name, const QString &key, const QString &group, bool member,
              Errc errc = Errc::Cancelled) { QTest::newRow(name) << key << group << member << errc; };
    row("directly", u"ada.reyes"_s, u"Inner"_s, true);
    row("nested", u"ada.reyes"_s, u"Board"_s, true);
    row("in a ring", u"ada.reyes"_s, u"ring"_s, true);
    row("by DN", u"ada.reyes"_s, u"cn=Board"_s + folder, true);
    row("by uid", u"ada.reyes"_s, u"Shell"_s, true);
    row("not a member", u"ada.reyes"_s, u"Strangers"_s, false);
    row("another person", u"zoe.angstrom"_s, u"Board"_s, false);
    row("misspelt", u"ada.reyes"_s, u"Bored"_s, false, Errc::BadInput);
    row("a person is no group", u"ada.reyes"_s, u"Zoë Ångström"_s, false, Errc::BadInput);
    row("no such DN", u"ada.reyes"_s, u"cn=None"_s + folder, false, Errc::BadInput);
    row("nobody", u"no.body"_s, u"Board"_s, false, Errc::NotFound);
}

void tst_LdapServer::memberships()
{
    QFETCH(const QString, key);
    QFETCH(const QString, group);
    QFETCH(const bool, member);
    QFETCH(const Errc, errc);
    LdapDirectory directory(service());
    const auto found = outcome(directory.memberships({key, {}, {}, {}, {}}, {group}));
    if (errc != Errc::Cancelled) {
        QVERIFY(!found);
        QCOMPARE(found.error().code, errc);
        return;
    }
    QVERIFY2(found, found ? "" : qPrintable(found.error().detail + found.error().serverTrace));
    QCOMPARE(*found, member ? QStringList {group} : QStringList());
}

void tst_LdapServer::handoverIsWhatLdapmodifyTakes()
{
    const HandoverScript script(
        {HandoverWay::Tool::Directory, QUrl(m_lab.value(u"ldaps"_s)), u"jpegPhoto"_s}, u"directory"_s);
    QByteArray ldif = script.head();
    const QStringList people {u"zoe.angstrom"_s, u"jsmith"_s, u"sean.obrien"_s};
    for (const QString &person : people) {
        const QByteArray photo = jpegPhoto(96, static_cast<QRgb>(person.size() * 10000));
        const auto part = script.part({person, m_lab.dnOf(person), {}, {}, {}}, u"p.jpg"_s, photo);
        QVERIFY(part);
        ldif += *part;
    }
    QVERIFY(m_lab.add(ldif)); // ldapadd is ldapmodify
    for (const QString &person : people)
        QCOMPARE(m_lab.attribute(m_lab.dnOf(person), u"jpegPhoto"_s),
            std::optional(jpegPhoto(96, static_cast<QRgb>(person.size() * 10000))));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    DirectoryLab lab(DirectoryLab::Kind::Slapd);
    if (const int code = lab.start(); code != 0)
        return code;
    LdapHarness harness(lab, LdapDialect::InetOrgPerson, u"jpegPhoto"_s);
    tst_LdapServer own(lab, harness);
    StoreContract contract(harness); // last: its final certificate has expired
    return QTest::qExec(&own, argc, argv) + QTest::qExec(&contract, argc, argv);
}

#include "tst_ldapcontract.moc"
