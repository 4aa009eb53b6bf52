// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/microsoft365/graphdirectory.h"
#include "tests/support/exchanges.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/jobs.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

HttpReply directoryReply(const char *name)
{
    return replyFromText(exchange(u"graph/"_s + QString::fromLatin1(name) + u".reply.txt"_s));
}

} // namespace

class tst_GraphDirectory : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void goesFromPageToPage();
    void leadsNobodyElsewhere();
    void foundByUpn();
    void foundByMail();
    void notFound();
    void severalFit();

private:
    std::shared_ptr<ScriptedTransport> answering(ScriptedTransport::Answer answer)
    {
        m_transport = std::make_shared<ScriptedTransport>(std::move(answer));
        return m_transport;
    }
    Result<Person> personOf(const char *byUpn, const char *byOtherNames)
    {
        GraphDirectory directory(m_service, answering([=](const HttpRequest &request) {
            return directoryReply(
                request.url.hasQuery() && request.url.query().contains(u"filter"_s) ? byOtherNames : byUpn);
        }));
        return outcome(directory.person(u" anna "_s));
    }

    QUrl m_service {u"https://graph.microsoft.com"_s};
    std::shared_ptr<ScriptedTransport> m_transport;
};

void tst_GraphDirectory::goesFromPageToPage()
{
    GraphDirectory directory(m_service, answering([](const HttpRequest &request) {
        return directoryReply(request.url.query().contains(u"skiptoken"_s) ? "people-last" : "people");
    }));
    const auto first = outcome(directory.find(u"ann"_s, 25));
    QVERIFY(first);
    QCOMPARE(first->people.size(), 2);
    QVERIFY(!first->cookie.isEmpty());
    const auto second = outcome(directory.find(u"ann"_s, 25, first->cookie));
    QVERIFY(second);
    QCOMPARE(second->people.size(), 1);
    QVERIFY(second->cookie.isEmpty());
    const QByteArray sent = textOf(m_transport->requests.at(0));
    QCOMPARE(sent, exchange(u"graph/people-search.request.txt"_s));
    const QByteArray sentNext = textOf(m_transport->requests.at(1));
    QCOMPARE(sentNext, exchange(u"graph/people-next.request.txt"_s));
}

void tst_GraphDirectory::leadsNobodyElsewhere()
{
    GraphDirectory directory(
        m_service, answering([](const HttpRequest &) { return directoryReply("people-elsewhere"); }));
    const auto first = outcome(directory.find(u"ann"_s, 25));
    QVERIFY(first);
    const auto second = outcome(directory.find(u"ann"_s, 25, first->cookie));
    QVERIFY(!second);
    QCOMPARE(second.error().code, Errc::BadReply);
    QCOMPARE(m_transport->requests.size(), 1);
}

void tst_GraphDirectory::foundByUpn()
{
    const auto person = personOf("user", "people-none");
    QVERIFY(person);
    QCOMPARE(person->keys.upn, u"anna@contoso.com"_s);
    QCOMPARE(m_transport->requests.size(), 1);
}

void tst_GraphDirectory::foundByMail()
{
    const auto person = personOf("user-missing", "people-last");
    QVERIFY(person);
    QCOMPARE(person->displayName, u"Cleo"_s);
}

void tst_GraphDirectory::notFound()
{
    QCOMPARE(personOf("user-missing", "people-none").error().code, Errc::NotFound);
    QCOMPARE(personOf("error-sign-in", "people-none").error().code, Errc::SignInNeeded);
}

void tst_GraphDirectory::severalFit()
{
    QCOMPARE(personOf("user-missing", "people").error().code, Errc::Ambiguous);
}

QTEST_GUILESS_MAIN(tst_GraphDirectory)
#include "tst_graphdirectory.moc"
