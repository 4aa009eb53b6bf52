// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/ewsdirectory.h"
#include "services/stores/exchange/peoplereply.h"
#include "tests/services/stores/exchange/ewsexchange.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/jobs.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

class tst_EwsPeople : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void resolves();
    void resolvesNobody();
    void finds();
    void pages();
    void person_data();
    void person();
    void asksForWholeAddresses();
    void asksWithoutControlCharacters();
};

namespace {

const QUrl ewsUrl(u"https://mail.contoso.com/EWS/Exchange.asmx"_s);

std::shared_ptr<ScriptedTransport> answering(const QString &name)
{
    return std::make_shared<ScriptedTransport>([name](const HttpRequest &) { return ewsReplyOf(name); });
}

} // namespace

void tst_EwsPeople::resolves()
{
    const Result<EwsPeople> found = resolveNamesReply(ewsReplyOf(u"resolve-names-many"_s));
    QVERIFY(found);
    QVERIFY(!found->complete);
    QCOMPARE(found->people.size(), 2); // the third has no address one could write to
    Person ada;
    ada.keys.key = ada.keys.mail = u"ada.reyes@contoso.com"_s;
    ada.displayName = u"Reyes, Ada"_s;
    ada.givenName = u"Ada"_s;
    ada.surname = u"Reyes"_s;
    ada.title = u"Chemist"_s;
    ada.department = u"Research"_s;
    QCOMPARE(found->people.at(0), ada);
    QCOMPARE(found->people.at(1).displayName, u"Leo Reyes"_s);
}

void tst_EwsPeople::resolvesNobody()
{
    const Result<EwsPeople> found = resolveNamesReply(ewsReplyOf(u"resolve-names-none"_s));
    QVERIFY(found);
    QVERIFY(found->people.isEmpty());
    QVERIFY(found->complete);
    QCOMPARE(resolveNamesReply(ewsReplyOf(u"fault-busy"_s)).error().code, Errc::Throttled);
}

void tst_EwsPeople::finds()
{
    const Result<EwsPeople> found = findPeopleReply(ewsReplyOf(u"find-people"_s), 0);
    QVERIFY(found);
    QCOMPARE(found->people.size(), 2);
    QCOMPARE(found->people.at(0).keys.mail, u"ada.reyes@contoso.com"_s);
    QCOMPARE(found->people.at(0).title, u"Chemist"_s);
    QVERIFY(!found->complete); // three of five
    QVERIFY(findPeopleReply(ewsReplyOf(u"find-people"_s), 2)->complete);
    QCOMPARE(findPeopleReply(ewsReplyOf(u"unauthorised"_s), 0).error().code, Errc::SignInNeeded);
}

void tst_EwsPeople::pages()
{
    const auto transport = answering(u"find-people"_s);
    EwsDirectory directory(ewsUrl, transport);
    const auto first = outcome(directory.find(u"reyes"_s, 3));
    QVERIFY(first);
    QCOMPARE(first->people.size(), 2);
    const auto second = outcome(directory.find(u"reyes"_s, 3, first->cookie));
    QVERIFY(second);
    QVERIFY(second->cookie.isEmpty());
    QVERIFY(transport->requests.at(0).body.contains("MaxEntriesReturned=\"3\" Offset=\"0\""));
    QVERIFY(transport->requests.at(1).body.contains("MaxEntriesReturned=\"3\" Offset=\"3\""));
}

void tst_EwsPeople::person_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("found");
    QTest::addColumn<Errc>("code");
    const auto none = QString();
    QTest::newRow("one") << u"reyes"_s << u"resolve-names-one"_s << u"ada.reyes@contoso.com"_s << Errc {};
    QTest::newRow("the very address")
        << u"LEO.reyes@contoso.com"_s << u"resolve-names-many"_s << u"leo.reyes@contoso.com"_s << Errc {};
    QTest::newRow("several") << u"reyes"_s << u"resolve-names-many"_s << none << Errc::Ambiguous;
    QTest::newRow("nobody") << u"nobody"_s << u"resolve-names-none"_s << none << Errc::NotFound;
    QTest::newRow("refused") << u"reyes"_s << u"unauthorised"_s << none << Errc::SignInNeeded;
}

void tst_EwsPeople::person()
{
    QFETCH(const QString, name);
    QFETCH(const QString, answer);
    QFETCH(const QString, found);
    EwsDirectory directory(ewsUrl, answering(answer));
    const auto person = outcome(directory.person(name));
    QCOMPARE(person.hasValue(), !found.isEmpty());
    if (person)
        QCOMPARE(person->keys.mail, found);
    else
        QTEST(person.error().code, "code");
}

void tst_EwsPeople::asksForWholeAddresses()
{
    const auto transport = answering(u"resolve-names-one"_s);
    EwsDirectory directory(ewsUrl, transport);
    QVERIFY(outcome(directory.person(u"ada.reyes@contoso.com"_s)));
    QVERIFY(transport->requests.at(0).body.contains(">smtp:ada.reyes@contoso.com<"));
}

void tst_EwsPeople::asksWithoutControlCharacters()
{
    const auto transport = answering(u"find-people"_s);
    EwsDirectory directory(ewsUrl, transport);
    QVERIFY(outcome(directory.find(u" re\u0001y\tes <&\uffff "_s, 3)));
    QVERIFY(transport->requests.at(0).body.contains("<m:QueryString>rey es &lt;&amp;</m:QueryString>"));
}

QTEST_GUILESS_MAIN(tst_EwsPeople)
#include "tst_ewspeople.moc"
