// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/upload/handoverscript.h"
#include "services/directory/ldapdirectory.h"
#include "services/stores/activedirectory/activedirectorystore.h"
#include "tests/services/stores/ldapharness.h"
#include "tests/support/jobs.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

/// What only Active Directory has.
class tst_ActiveDirectory : public QObject
{
    Q_OBJECT
public:
    tst_ActiveDirectory(DirectoryLab &lab, LdapHarness &harness)
        : m_lab(lab)
        , m_harness(harness)
    {
    }

private slots:
    void signsIn_data();
    void signsIn();
    void withoutTicket();
    void passwordNeverInTheClear();
    void signInRefused_data();
    void signInRefused();
    void helpdeskRights_data();
    void helpdeskRights();
    void namesTheController();
    void tellsItsClock();
    void followsARenamedPerson();
    void multiValuedAttribute();
    void finds_data();
    void finds();
    void pages();
    void pagesGoOnOnAnotherConnection();
    void listsWithWhatItShows();
    void twoListsAtOnce();
    void onePerson_data();
    void onePerson();
    void nobodyOrWrongBase();
    void memberships_data();
    void memberships();
    void handoverIsWhatLdapmodifyTakes();
    void membershipsNeverGuess_data();
    void membershipsNeverGuess();

private:
    std::shared_ptr<LdapService> service(const QString &role = u"user"_s) const
    {
        LdapSettings settings = labSettings(m_lab, LdapDialect::ActiveDirectory);
        settings.account = m_lab.account(role, u"upn"_s);
        return std::make_shared<LdapService>(settings, secretIs(m_lab.account(role, u"password"_s).toUtf8()));
    }

    DirectoryLab &m_lab;
    LdapHarness &m_harness;
};

void tst_ActiveDirectory::signsIn_data()
{
    QTest::addColumn<LdapProtection>("protection");
    QTest::addColumn<LdapSignIn>("signIn");
    QTest::newRow("password, LDAPS") << LdapProtection::Ldaps << LdapSignIn::Simple;
    QTest::newRow("password, StartTLS") << LdapProtection::StartTls << LdapSignIn::Simple;
    QTest::newRow("Kerberos, sealed") << LdapProtection::Sealed << LdapSignIn::Gssapi;
    QTest::newRow("Kerberos, LDAPS") << LdapProtection::Ldaps << LdapSignIn::Gssapi;
    QTest::newRow("Kerberos, StartTLS") << LdapProtection::StartTls << LdapSignIn::Gssapi;
    QTest::newRow("negotiated, sealed") << LdapProtection::Sealed << LdapSignIn::GssSpnego;
    QTest::newRow("negotiated, LDAPS") << LdapProtection::Ldaps << LdapSignIn::GssSpnego;
}

void tst_ActiveDirectory::signsIn()
{
    QFETCH(const LdapProtection, protection);
    QFETCH(const LdapSignIn, signIn);
    QVERIFY(m_lab.getTicket(u"ada.reyes@LAB.LIKENESS.TEST"_s, m_lab.account(u"user"_s, u"password"_s)));
    QVERIFY(m_harness.setPhoto(std::nullopt));
    LdapSettings settings = labSettings(m_lab, LdapDialect::ActiveDirectory);
    settings.protection = protection;
    settings.signIn = signIn;
    if (protection != LdapProtection::Ldaps)
        settings.url = QUrl(m_lab.value(u"ldap"_s));
    const auto store = m_harness.storeWith(settings, m_lab.account(u"user"_s, u"password"_s));
    // a photo of the largest size, so that sealing has more than one packet to do
    const EncodedPhoto photo = EncodedPhoto::of(jpegPhoto(96, 0xff224466, 102400), {});
    const auto written = outcome(store->write(m_harness.person(), photo, std::nullopt));
    QVERIFY2(written, qPrintable(written ? QString() : written.error().serverTrace));
    QCOMPARE(m_harness.photo(), photo.bytes);
    const auto read = outcome(store->read(m_harness.person()));
    QVERIFY(read);
    QCOMPARE((*read)->photo, photo);
}

void tst_ActiveDirectory::withoutTicket()
{
    qputenv("KRB5CCNAME", "FILE:/nonexistent/ccache");
    LdapSettings settings = labSettings(m_lab, LdapDialect::ActiveDirectory);
    settings.url = QUrl(m_lab.value(u"ldap"_s));
    settings.protection = LdapProtection::Sealed;
    settings.signIn = LdapSignIn::Gssapi;
    const auto probed = outcome(m_harness.storeWith(settings, {})->probe());
    QCOMPARE(probed.error().code, Errc::NoTicket);
    QVERIFY(!probed.error().serverTrace.isEmpty());
}

void tst_ActiveDirectory::passwordNeverInTheClear()
{
    LdapSettings settings = labSettings(m_lab, LdapDialect::ActiveDirectory);
    TcpRelay relay(static_cast<quint16>(QUrl(m_lab.value(u"ldap"_s)).port()));
    settings.url = QUrl(u"ldap://%1:%2"_s.arg(relay.host()).arg(relay.port()));
    settings.protection = LdapProtection::Sealed;
    const QString password = m_lab.account(u"user"_s, u"password"_s);
    QCOMPARE(outcome(m_harness.storeWith(settings, password)->probe()).error().code, Errc::EncryptionNeeded);
    QCOMPARE(relay.connections(), 0);
    settings.protection = LdapProtection::Ldaps; // but the address is not
    QCOMPARE(outcome(m_harness.storeWith(settings, password)->probe()).error().code, Errc::BadInput);
    QCOMPARE(relay.connections(), 0);
    settings.protection = LdapProtection::StartTls;
    QCOMPARE(outcome(m_harness.storeWith(settings, {})->probe()).error().code, Errc::SignInNeeded);
}

void tst_ActiveDirectory::signInRefused_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<Errc>("code");
    QTest::newRow("disabled") << u"disabled"_s << Errc::AccountDisabled;
    QTest::newRow("must change") << u"mustChange"_s << Errc::PasswordMustChange;
    QTest::newRow("account expired") << u"expiredAccount"_s << Errc::AccountExpired;
}

void tst_ActiveDirectory::signInRefused()
{
    QFETCH(const QString, role);
    LdapSettings settings = labSettings(m_lab, LdapDialect::ActiveDirectory);
    settings.account = m_lab.account(role, u"upn"_s);
    const auto probed = outcome(m_harness.storeWith(settings, m_lab.account(role, u"password"_s))->probe());
    QTEST(probed.error().code, "code");
    QVERIFY(!probed.error().serverTrace.contains(m_lab.account(role, u"password"_s)));
}

void tst_ActiveDirectory::helpdeskRights_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<WriteRight>("right");
    QTest::newRow("staff") << u"bo.lind"_s << WriteRight::Yes;
    QTest::newRow("staff in a unit below") << u"lukasz.zak"_s << WriteRight::Yes;
    QTest::newRow("protected") << u"protected.vip"_s << WriteRight::No;
    QTest::newRow("colleague") << u"hd.boris"_s << WriteRight::No;
}

void tst_ActiveDirectory::helpdeskRights()
{
    QFETCH(const QString, person);
    LdapSettings settings = labSettings(m_lab, LdapDialect::ActiveDirectory);
    settings.account = m_lab.account(u"helpdesk"_s, u"down"_s);
    const auto store = m_harness.storeWith(settings, m_lab.account(u"helpdesk"_s, u"password"_s));
    const auto right = outcome(store->mayWrite({person, {}, {}, {}, {}}));
    QVERIFY(right);
    QTEST(*right, "right");
}

/// Samba runs on this machine, so that its time is ours.
void tst_ActiveDirectory::tellsItsClock()
{
    const std::shared_ptr<LdapService> samba = service(); // outlives what it is asked
    const JobPtr<qint64> asking
        = samba->run<qint64>(LdapRepeat::Safe, [](LdapConnection &connection) -> Result<qint64> {
              const LdapServerInfo &server = connection.server();
              if (!server.clock)
                  return Error {Errc::BadReply, u"no currentTime"_s};
              return server.clockHere.secsTo(*server.clock);
          });
    const auto ahead = outcome(asking);
    QVERIFY2(ahead, ahead ? "" : qPrintable(ahead.error().detail));
    QVERIFY2(qAbs(*ahead) < 30, qPrintable(QString::number(*ahead)));
}

void tst_ActiveDirectory::namesTheController()
{
    QVERIFY(m_harness.setPhoto(jpegPhoto(48, 0xff112233)));
    const auto read = outcome(m_harness.store(Situation::Plain)->read(m_harness.person()));
    QVERIFY(read);
    QCOMPARE((*read)->written->where, u"DC1"_s);
}

void tst_ActiveDirectory::followsARenamedPerson()
{
    QVERIFY(m_harness.setPhoto(jpegPhoto(48, 0xff112233)));
    PersonKeys renamed = m_harness.person();
    renamed.dn.replace(u"Ada Reyes"_s, u"Ada Before Marriage"_s);
    const auto read = outcome(m_harness.store(Situation::Plain)->read(renamed));
    QVERIFY(read);
    QVERIFY(read->has_value());
}

/// jpegPhoto may have several values here: a first write must still not stand beside somebody else's.
void tst_ActiveDirectory::multiValuedAttribute()
{
    LdapHarness jpeg(m_lab, LdapDialect::ActiveDirectory, u"jpegPhoto"_s);
    LdapSettings settings = labSettings(m_lab, LdapDialect::ActiveDirectory);
    settings.account = u"administrator@lab.likeness.test"_s;
    const auto store = jpeg.storeWith(settings, u"Adm1n-Pa55word!"_s);
    const EncodedPhoto theirs = EncodedPhoto::of(jpegPhoto(48, 0xff112233), {});
    const EncodedPhoto mine = EncodedPhoto::of(jpegPhoto(96, 0xff332211), {});
    QVERIFY(jpeg.setPhoto(theirs.bytes));
    QCOMPARE(outcome(store->write(jpeg.person(), mine, std::nullopt)).error().code, Errc::Conflict);
    QCOMPARE(jpeg.photo(), theirs.bytes);
    QVERIFY(outcome(store->write(jpeg.person(), mine, theirs)));
    QCOMPARE(jpeg.photo(), mine.bytes);
    QVERIFY(outcome(store->remove(jpeg.person(), mine)));
    QCOMPARE(jpeg.photo(), std::nullopt);
}

void tst_ActiveDirectory::finds_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("keys");
    const auto row = [](const QString &words, const QStringList &keys) {
        QTest::newRow(qPrintable(words)) << words << keys;
    };
    row(u"ada"_s, {u"ada.reyes"_s});
    row(u"Ada Reyes"_s, {u"ada.reyes"_s});
    row(u"Reyes Ada"_s, {u"ada.reyes"_s});
    row(u"Zoë Ångström"_s, {u"zoe.angstrom"_s});
    row(u"Ångström"_s, {u"zoe.angstrom"_s});
    row(u"李"_s, {u"li.xiaolong"_s});
    row(u"小龙"_s, {u"li.xiaolong"_s});
    row(u"O'Brien"_s, {u"sean.obrien"_s});
    row(u"Smith, Jr."_s, {u"jsmith"_s});
    row(u"kenji.sato@lab"_s, {u"kenji.sato"_s});
    row(u"nobody at all"_s, {});
    row(u"*"_s, {});
    row(u"a)(sAMAccountName=*"_s, {});
}

void tst_ActiveDirectory::finds()
{
    QFETCH(const QString, words);
    LdapDirectory directory(service());
    const auto page = outcome(directory.find(words, 50));
    QVERIFY2(page, qPrintable(page ? QString() : page.error().serverTrace));
    QStringList keys;
    for (const Person &person : page->people)
        keys.append(person.keys.key);
    QTEST(keys, "keys");
    QVERIFY(page->cookie.isEmpty());
}

void tst_ActiveDirectory::pages()
{
    LdapDirectory directory(service());
    QStringList keys;
    QByteArray cookie;
    do {
        const auto page = outcome(directory.find({}, 7, cookie));
        QVERIFY(page);
        QVERIFY(page->people.size() <= 7);
        for (const Person &person : page->people)
            keys.append(person.keys.key);
        cookie = page->cookie;
    } while (!cookie.isEmpty());
    keys.sort();
    QVERIFY(keys.contains(u"li.xiaolong"_s));
    for (const QString &nobody : {u"Administrator"_s, u"Guest"_s, u"krbtgt"_s})
        QVERIFY2(!keys.contains(nobody), qPrintable(nobody));
    QVERIFY(keys.size() > 20);
    QCOMPARE(keys.removeDuplicates(), 0);
}

void tst_ActiveDirectory::pagesGoOnOnAnotherConnection()
{
    LdapDirectory first(service());
    LdapDirectory second(service());
    const auto whole = outcome(first.find({}, 500));
    const auto begin = outcome(first.find({}, 6));
    QVERIFY(whole && begin);
    const auto rest = outcome(second.find({}, 6, begin->cookie));
    QVERIFY(rest);
    QCOMPARE(begin->people + rest->people, whole->people.mid(0, 12));
    QCOMPARE(outcome(first.find({}, 6, "nonsense")).error().code, Errc::BadInput);
}

/// Who is listed with photos is seen as somebody who is looked at: with, without, and in the other attribute.
void tst_ActiveDirectory::listsWithWhatItShows()
{
    QVERIFY(m_harness.setPhoto(jpegPhoto(48, 0xff112233)));
    const std::shared_ptr<LdapService> samba = service();
    ActiveDirectoryStore store(
        {Workload::ActiveDirectory, u"ad"_s}, u"AD"_s, {photoAttribute(u"thumbnailPhoto"_s).value()}, samba);
    LdapDirectory directory(samba, store.listedSights());
    QByteArray cookie;
    qsizetype people = 0;
    int photos = 0;
    do {
        const auto page = outcome(directory.everybody(7, cookie, true));
        QVERIFY(page);
        QCOMPARE(page->store, u"ad"_s);
        for (const Person &person : page->page.people) {
            const auto seen = outcome(store.see(person.keys, {}));
            QVERIFY(seen);
            const StoreSight listed = page->sights.value(person.keys.key);
            QCOMPARE(listed.served.size(), seen->served.size());
            for (qsizetype at = 0; at < listed.served.size(); ++at)
                QCOMPARE(listed.served.at(at).photo.bytes, seen->served.at(at).photo.bytes);
            QCOMPARE(listed.changed, seen->changed);
            QCOMPARE(listed.signs, seen->signs);
            QCOMPARE(listed.tag, seen->tag);
            QCOMPARE(listed.evidence, seen->evidence);
            QCOMPARE(person.mark, seen->tag);
            photos += seen->served.isEmpty() ? 0 : 1;
        }
        people += page->page.people.size();
        cookie = page->page.cookie;
    } while (!cookie.isEmpty());
    QVERIFY(people > 20);
    QVERIFY(photos > 0 && photos < people);
    const auto plain = outcome(directory.everybody(500, {}, false));
    QVERIFY(plain);
    QCOMPARE(plain->page.people.size(), people);
    QVERIFY(plain->sights.isEmpty() && plain->store.isEmpty());
}

/// Each asks for pages ahead on the one connection for lists, and gives up what the other had asked for.
void tst_ActiveDirectory::twoListsAtOnce()
{
    LdapDirectory directory(service());
    const auto whole = outcome(directory.everybody(500, {}, false));
    QVERIFY(whole);
    QVERIFY(whole->page.people.size() > 20);
    const auto lists = listedInTurns(directory);
    QCOMPARE(lists[0], whole->page.people);
    QCOMPARE(lists[1], whole->page.people);
}

void tst_ActiveDirectory::onePerson_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("account") << u"jsmith"_s;
    QTest::newRow("domain and account") << u"LABLIKE\\jsmith"_s;
    QTest::newRow("UPN") << u"jsmith@lab.likeness.test"_s;
    QTest::newRow("DN") << m_lab.dnOf(u"jsmith"_s);
}

void tst_ActiveDirectory::onePerson()
{
    QFETCH(const QString, name);
    LdapDirectory directory(service());
    const auto person = outcome(directory.person(name));
    QVERIFY(person);
    QCOMPARE(person->keys.key, u"jsmith"_s);
    QCOMPARE(person->keys.upn, u"jsmith@lab.likeness.test"_s);
    QCOMPARE(person->keys.dn, m_lab.dnOf(u"jsmith"_s));
    QCOMPARE(person->keys.objectGuid.size(), 36);
    QCOMPARE(person->displayName, u"John Smith, Jr."_s);
    QCOMPARE(person->surname, u"Smith, Jr."_s);
    QCOMPARE(person->department, u"Facilities"_s);
}

void tst_ActiveDirectory::nobodyOrWrongBase()
{
    LdapDirectory directory(service());
    QCOMPARE(outcome(directory.person(u"no.body"_s)).error().code, Errc::NotFound);
    QCOMPARE(
        outcome(directory.person(u"CN=No Body,DC=lab,DC=likeness,DC=test"_s)).error().code, Errc::NotFound);
    LdapSettings settings = labSettings(m_lab, LdapDialect::ActiveDirectory);
    settings.baseDn = u"OU=Nowhere,DC=lab,DC=likeness,DC=test"_s;
    const auto store = m_harness.storeWith(settings, m_lab.account(u"user"_s, u"password"_s));
    QCOMPARE(outcome(store->probe()).error().code, Errc::BadInput);
}

void tst_ActiveDirectory::memberships_data()
{
    const QString base = m_lab.value(u"baseDn"_s);
    const auto group = [&base](const QString &name, const QStringList &members) {
        QString ldif = u"dn: CN=%1,CN=Users,%2\nobjectClass: group\nsAMAccountName: %1\n"_s.arg(name, base);
        for (const QString &member : members)
            ldif += u"member: "_s + member + u'\n';
        return QString(ldif + u'\n').toUtf8();
    };
    QVERIFY(m_lab.add(group(u"Protected Inner"_s, {m_lab.account(u"user"_s, u"dn"_s)})
        + group(u"Protected (Middle)"_s, {u"CN=Protected Inner,CN=Users,"_s + base})
        + group(u"Protected Board"_s, {u"CN=Protected (Middle),CN=Users,"_s + base})));
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<QStringList>("memberOf");
    const auto row = [](const char *name, const QString &key, const QStringList &groups, bool member) {
        QTest::newRow(name) << key << groups << (member ? groups : QStringList());
    };
    row("directly", u"ada.reyes"_s, {u"Protected Inner"_s}, true);
    row("nested", u"ada.reyes"_s, {u"Protected (Middle)"_s, u"Protected Board"_s}, true);
    row("by DN", u"ada.reyes"_s, {u"CN=Protected Board,CN=Users,"_s + base}, true);
    row("by DN in other letters", u"ada.reyes"_s, {u"cn=protected board,cn=users,"_s + base}, true);
    row("with its domain", u"ada.reyes"_s, {u"LAB\\Protected Board"_s}, true);
    row("primary", u"ada.reyes"_s, {u"Domain Users"_s}, true);
    row("not a member", u"zoe.angstrom"_s, {u"Protected Board"_s, u"Domain Admins"_s}, false);
    QTest::newRow("some of them") << u"ada.reyes"_s << QStringList {u"Domain Admins"_s, u"Protected Inner"_s}
                                  << QStringList {u"Protected Inner"_s};
}

void tst_ActiveDirectory::memberships()
{
    QFETCH(const QString, key);
    QFETCH(const QStringList, groups);
    LdapDirectory directory(service());
    PersonKeys keys {key, {}, {}, {}, {}};
    const auto byKey = outcome(directory.memberships(keys, groups));
    QVERIFY2(byKey, byKey ? "" : qPrintable(byKey.error().detail + byKey.error().serverTrace));
    QTEST(*byKey, "memberOf");
    keys.dn = m_lab.dnOf(key);
    const auto byDn = outcome(directory.memberships(keys, groups));
    QVERIFY(byDn);
    QTEST(*byDn, "memberOf");
    keys.dn = u"CN=Somewhere Else,"_s + m_lab.value(u"baseDn"_s); // moved since it was found
    const auto moved = outcome(directory.memberships(keys, groups));
    QVERIFY(moved);
    QTEST(*moved, "memberOf");
}

void tst_ActiveDirectory::membershipsNeverGuess_data()
{
    QTest::addColumn<PersonKeys>("person");
    QTest::addColumn<QString>("group");
    QTest::addColumn<Errc>("errc");
    const PersonKeys ada {u"ada.reyes"_s, {}, {}, {}, {}};
    QTest::newRow("misspelt") << ada << u"Domain- Admins"_s << Errc::BadInput;
    QTest::newRow("no wildcards") << ada << u"Domain*"_s << Errc::BadInput;
    QTest::newRow("no filters") << ada << u"x)(cn=*"_s << Errc::BadInput;
    QTest::newRow("no such DN") << ada << QString(u"CN=None,"_s + m_lab.value(u"baseDn"_s)) << Errc::BadInput;
    QTest::newRow("nobody") << PersonKeys {u"no.body"_s, {}, {}, {}, {}} << u"Domain Admins"_s
                            << Errc::NotFound;
    QTest::newRow("without a name") << PersonKeys {} << u"Domain Admins"_s << Errc::NotFound;
}

void tst_ActiveDirectory::membershipsNeverGuess()
{
    QFETCH(const PersonKeys, person);
    QFETCH(const QString, group);
    LdapDirectory directory(service());
    const auto found = outcome(directory.memberships(person, {group}));
    QVERIFY(!found);
    QTEST(found.error().code, "errc");
}

void tst_ActiveDirectory::handoverIsWhatLdapmodifyTakes()
{
    const HandoverScript script(
        {HandoverWay::Tool::Directory, QUrl(m_lab.value(u"ldaps"_s)), u"thumbnailPhoto"_s}, u"directory"_s);
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
        QCOMPARE(m_lab.attribute(m_lab.dnOf(person), u"thumbnailPhoto"_s),
            std::optional(jpegPhoto(96, static_cast<QRgb>(person.size() * 10000))));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    DirectoryLab lab(DirectoryLab::Kind::Samba);
    if (const int code = lab.start(); code != 0)
        return code;
    LdapHarness harness(lab, LdapDialect::ActiveDirectory, u"thumbnailPhoto"_s);
    tst_ActiveDirectory own(lab, harness);
    StoreContract contract(harness); // last: its final certificate has expired
    return QTest::qExec(&own, argc, argv) + QTest::qExec(&contract, argc, argv);
}

#include "tst_activedirectorycontract.moc"
