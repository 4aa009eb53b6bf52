// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/microsoft365/graphrequests.h"
#include "services/stores/microsoft365/microsoft365store.h"
#include "tests/support/exchanges.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/jobs.h"

#include <QTest>
#include <map>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

const EncodedPhoto oldPhoto = EncodedPhoto::of("an old photo", {});
const EncodedPhoto newPhoto = EncodedPhoto::of("the bytes of a JPEG", {});

HttpReply storeReply(const char *name)
{
    return replyFromText(exchange(u"graph/"_s + QString::fromLatin1(name) + u".reply.txt"_s));
}

HttpReply picture(const QByteArray &bytes)
{
    return {200, {{"Content-Type", "image/jpeg"}}, bytes};
}

} // namespace

/// The flows of the store: what is asked, in which order, and what becomes of each answer.
class tst_Microsoft365Store : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void traits();
    void reads();
    void readsNobody();
    void readsNoPhoto();
    void namesPeople_data();
    void namesPeople();
    void writesTheFirst();
    void writesOverWhatWasRead();
    void writesWithoutReadingTwice();
    void fetchesWhenTheTagChanged();
    void conflicts_data();
    void conflicts();
    void refusesWithoutAsking();
    void failuresOfAWrite_data();
    void failuresOfAWrite();
    void readsBackByTheTag();
    void removes();
    void removesWhatIsGoneMeanwhile();
    void rights_data();
    void rights();
    void probes();
    void looks();
    void thumbnails();
    void sees();
    void seesNone();
    void seesThatNothingChanged();
    void seesWhoMayWrite_data();
    void seesWhoMayWrite();

private:
    /// "GET photo" and the like: the verb and what follows the person in the path.
    static QString lineOf(const HttpRequest &request);
    QStringList asked() const;

    PersonKeys m_anna {u"anna"_s, {}, u"anna@contoso.com"_s, u"anna.oneil@contoso.com"_s, {}};
    std::map<QString, HttpReply> m_answers;
    std::shared_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<Microsoft365Store> m_store;
};

QString tst_Microsoft365Store::lineOf(const HttpRequest &request)
{
    QString path = request.url.path();
    path.remove(u"/v1.0/"_s).remove(u"users/anna@contoso.com/"_s);
    return QString::fromLatin1(request.verb) + u' ' + path;
}

QStringList tst_Microsoft365Store::asked() const
{
    QStringList lines;
    for (const HttpRequest &request : m_transport->requests)
        lines.append(lineOf(request));
    return lines;
}

void tst_Microsoft365Store::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_answers = {
        {u"GET photo"_s, storeReply("photo-info")},
        {u"GET photo/$value"_s, picture(oldPhoto.bytes)},
        {u"GET users/anna@contoso.com"_s, storeReply("user")},
        {u"GET me"_s, storeReply("user")},
        {u"PUT photo/$value"_s, {200, {}, {}}},
        {u"DELETE photo/$value"_s, {204, {}, {}}},
    };
    m_transport
        = std::make_shared<ScriptedTransport>([this](const HttpRequest &request) -> Result<HttpReply> {
              const auto found = m_answers.find(lineOf(request));
              return found == m_answers.end() ? HttpReply {404, {}, {}} : found->second;
          });
    m_store = std::make_unique<Microsoft365Store>(StoreId {Workload::Microsoft365, u"m365"_s},
        u"Microsoft 365"_s, Microsoft365Settings {}, m_transport);
}

void tst_Microsoft365Store::traits()
{
    const StoreTraits &traits = m_store->traits();
    QCOMPARE(traits.writes.edge(), 648);
    QCOMPARE(traits.byteBudget, 102'400);
    QCOMPARE(traits.byteLimit, 4'194'304);
    QVERIFY(!traits.comparesAndSwaps);
    QVERIFY(!traits.keepsBytes);
    QVERIFY(!traits.tellsRights);
}

void tst_Microsoft365Store::reads()
{
    const auto read = outcome(m_store->read(m_anna));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo, oldPhoto);
    QCOMPARE(asked(), (QStringList {u"GET photo"_s, u"GET photo/$value"_s}));
}

void tst_Microsoft365Store::readsNobody()
{
    m_answers[u"GET photo"_s] = storeReply("user-missing");
    m_answers[u"GET users/anna@contoso.com"_s] = storeReply("user-missing");
    const auto read = outcome(m_store->read(m_anna));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::NotFound);
    QVERIFY(read.error().serverTrace.contains(u"22222222-2222-3333-4444-555555555555"_s));
}

void tst_Microsoft365Store::readsNoPhoto()
{
    m_answers[u"GET photo"_s] = storeReply("photo-missing-image");
    const auto read = outcome(m_store->read(m_anna));
    QVERIFY(read);
    QVERIFY(!read->has_value());
    // gone between the two questions
    init();
    m_answers[u"GET photo/$value"_s] = storeReply("photo-missing-image");
    const auto gone = outcome(m_store->read(m_anna));
    QVERIFY(gone);
    QVERIFY(!gone->has_value());
}

void tst_Microsoft365Store::namesPeople_data()
{
    QTest::addColumn<PersonKeys>("person");
    QTest::addColumn<QString>("path");
    QTest::newRow("by UPN") << PersonKeys {u"a"_s, {}, u"a@b"_s, u"c@d"_s, {}} << u"/v1.0/users/a@b/photo"_s;
    QTest::newRow("by mail") << PersonKeys {u"a"_s, {}, {}, u"c@d"_s, {}} << u"/v1.0/users/c@d/photo"_s;
    QTest::newRow("not at all") << PersonKeys {u"a"_s, {}, {}, {}, {}} << QString();
}

void tst_Microsoft365Store::namesPeople()
{
    QFETCH(const PersonKeys, person);
    const auto read = outcome(m_store->read(person));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::NotFound);
    QTEST(m_transport->requests.isEmpty() ? QString() : m_transport->requests.first().url.path(), "path");
}

void tst_Microsoft365Store::writesTheFirst()
{
    m_answers[u"GET photo"_s] = storeReply("photo-missing-item");
    QVERIFY(outcome(m_store->write(m_anna, newPhoto, std::nullopt)));
    QCOMPARE(asked(), (QStringList {u"GET photo"_s, u"GET users/anna@contoso.com"_s, u"PUT photo/$value"_s}));
    QCOMPARE(textOf(m_transport->requests.last()), exchange(u"graph/photo-put.request.txt"_s));
}

void tst_Microsoft365Store::writesOverWhatWasRead()
{
    QVERIFY(outcome(m_store->write(m_anna, newPhoto, oldPhoto)));
    QCOMPARE(asked(), (QStringList {u"GET photo"_s, u"GET photo/$value"_s, u"PUT photo/$value"_s}));
}

void tst_Microsoft365Store::writesWithoutReadingTwice()
{
    QVERIFY(outcome(m_store->read(m_anna)));
    m_transport->requests.clear();
    QVERIFY(outcome(m_store->write(m_anna, newPhoto, oldPhoto)));
    QCOMPARE(asked(), (QStringList {u"GET photo"_s, u"PUT photo/$value"_s}));
}

void tst_Microsoft365Store::fetchesWhenTheTagChanged()
{
    QVERIFY(outcome(m_store->read(m_anna)));
    m_transport->requests.clear();
    m_answers[u"GET photo"_s] = storeReply("photo-info-sizeless");
    QVERIFY(outcome(m_store->write(m_anna, newPhoto, oldPhoto)));
    QCOMPARE(asked(), (QStringList {u"GET photo"_s, u"GET photo/$value"_s, u"PUT photo/$value"_s}));
}

void tst_Microsoft365Store::conflicts_data()
{
    QTest::addColumn<bool>("photoThere");
    QTest::addColumn<bool>("photoExpected");
    QTest::addColumn<bool>("removal");
    QTest::newRow("somebody was first") << true << false << false;
    QTest::newRow("gone") << false << true << false;
    QTest::newRow("replaced") << true << true << false;
    QTest::newRow("removal: somebody was first") << true << false << true;
    QTest::newRow("removal: gone") << false << true << true;
    QTest::newRow("removal: replaced") << true << true << true;
}

void tst_Microsoft365Store::conflicts()
{
    QFETCH(const bool, photoThere);
    QFETCH(const bool, photoExpected);
    QFETCH(const bool, removal);
    if (!photoThere)
        m_answers[u"GET photo"_s] = storeReply("photo-missing-item");
    const ExpectedPhoto expected
        = photoExpected ? ExpectedPhoto(EncodedPhoto::of("a third photo", {})) : std::nullopt;
    const auto changed
        = outcome(removal ? m_store->remove(m_anna, expected) : m_store->write(m_anna, newPhoto, expected));
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, Errc::Conflict);
    for (const HttpRequest &request : m_transport->requests)
        QCOMPARE(request.verb, QByteArray("GET"));
}

void tst_Microsoft365Store::refusesWithoutAsking()
{
    const EncodedPhoto none = EncodedPhoto::of({}, {});
    const EncodedPhoto over = EncodedPhoto::of(QByteArray(4'194'305, 'x'), {});
    QCOMPARE(outcome(m_store->write(m_anna, none, std::nullopt)).error().code, Errc::Refused);
    QCOMPARE(outcome(m_store->write(m_anna, over, std::nullopt)).error().code, Errc::TooLarge);
    QVERIFY(m_transport->requests.isEmpty());
}

void tst_Microsoft365Store::failuresOfAWrite_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Errc>("code");
    QTest::newRow("policy or role") << u"error-denied"_s << Errc::Forbidden;
    QTest::newRow("throttled") << u"error-throttled"_s << Errc::Throttled;
    QTest::newRow("too large") << u"error-too-large"_s << Errc::TooLarge;
    QTest::newRow("refused") << u"error-bad-picture"_s << Errc::Refused;
    QTest::newRow("failed") << u"error-server"_s << Errc::BadReply;
}

void tst_Microsoft365Store::failuresOfAWrite()
{
    QFETCH(const QString, file);
    m_answers[u"PUT photo/$value"_s] = storeReply(file.toLatin1().constData());
    const auto written = outcome(m_store->write(m_anna, newPhoto, oldPhoto));
    QVERIFY(!written);
    QTEST(written.error().code, "code");
    QCOMPARE(asked().count(u"PUT photo/$value"_s), 1);
}

/// As long as the tag is the former one, the bytes are not fetched.
void tst_Microsoft365Store::readsBackByTheTag()
{
    QVERIFY(outcome(m_store->read(m_anna)));
    QVERIFY(outcome(m_store->write(m_anna, newPhoto, oldPhoto)));
    m_transport->requests.clear();
    const auto former = outcome(m_store->readBack(m_anna, {oldPhoto, newPhoto}));
    QVERIFY(former && *former);
    QCOMPARE((*former)->photo, oldPhoto);
    QCOMPARE(asked(), QStringList {u"GET photo"_s});

    m_answers[u"GET photo"_s].body.replace("BA09D118", "0C1D2E3F");
    m_answers[u"GET photo/$value"_s] = picture(newPhoto.bytes);
    const auto shown = outcome(m_store->readBack(m_anna, {oldPhoto, newPhoto}));
    QVERIFY(shown && *shown);
    QCOMPARE((*shown)->photo, newPhoto);
}

void tst_Microsoft365Store::removes()
{
    QVERIFY(outcome(m_store->remove(m_anna, oldPhoto)));
    QCOMPARE(textOf(m_transport->requests.last()), exchange(u"graph/photo-delete.request.txt"_s));
    init();
    m_answers[u"GET photo"_s] = storeReply("photo-missing-item");
    QVERIFY(outcome(m_store->remove(m_anna, std::nullopt)));
    QCOMPARE(asked(), (QStringList {u"GET photo"_s, u"GET users/anna@contoso.com"_s}));
}

void tst_Microsoft365Store::removesWhatIsGoneMeanwhile()
{
    m_answers[u"DELETE photo/$value"_s] = storeReply("photo-missing-item");
    QVERIFY(outcome(m_store->remove(m_anna, oldPhoto)));
}

void tst_Microsoft365Store::rights_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<WriteRight>("right");
    QTest::newRow("from the directory only") << u"policy-on-premises"_s << WriteRight::No;
    QTest::newRow("for some roles") << u"policy-roles"_s << WriteRight::Unknown;
    QTest::newRow("for all") << u"policy-default"_s << WriteRight::Unknown;
    QTest::newRow("not told") << u"error-denied"_s << WriteRight::Unknown;
    QTest::newRow("not there") << u"user-missing"_s << WriteRight::Unknown;
}

void tst_Microsoft365Store::rights()
{
    QFETCH(const QString, file);
    m_answers[u"GET /beta/admin/people/photoUpdateSettings"_s] = storeReply(file.toLatin1().constData());
    const auto right = outcome(m_store->mayWrite(m_anna));
    QVERIFY(right);
    QTEST(*right, "right");
    QCOMPARE(asked().size(), 2);
    m_answers[u"GET users/anna@contoso.com"_s] = storeReply("user-missing");
    QCOMPARE(outcome(m_store->mayWrite(m_anna)).error().code, Errc::NotFound);
}

void tst_Microsoft365Store::probes()
{
    const auto text = outcome(m_store->probe());
    QVERIFY(text);
    QCOMPARE(*text, u"Microsoft Graph at graph.microsoft.com, signed in as anna@contoso.com"_s);
    m_answers[u"GET me"_s] = storeReply("error-sign-in");
    QCOMPARE(outcome(m_store->probe()).error().code, Errc::SignInNeeded);
}

void tst_Microsoft365Store::looks()
{
    const auto info = outcome(m_store->look(m_anna));
    QVERIFY(info && *info);
    QCOMPARE((*info)->mediaEtag, u"\"BA09D118\""_s);
    QCOMPARE(asked(), QStringList {u"GET photo"_s});
}

void tst_Microsoft365Store::thumbnails()
{
    m_answers[u"POST $batch"_s] = storeReply("batch");
    const auto photos = outcome(
        m_store->thumbnails({m_anna, {u"ben"_s, {}, u"ben@contoso.com"_s, {}, {}}}, *PhotoSize::of(64)));
    QVERIFY(photos);
    QCOMPARE(photos->size(), 2);
    QVERIFY(photos->at(0) && *photos->at(0));
    QCOMPARE((*photos->at(0))->bytes, QByteArray("the bytes of a JPEG"));
    QVERIFY(photos->at(1) && !*photos->at(1));
    QCOMPARE(textOf(m_transport->requests.first()), exchange(u"graph/batch.request.txt"_s));
}

void tst_Microsoft365Store::sees()
{
    const auto sight = outcome(m_store->see(m_anna, {}));
    QVERIFY(sight);
    QCOMPARE(sight->served.size(), 1);
    QCOMPARE(sight->served[0].photo, oldPhoto);
    QCOMPARE(sight->tag, u"\"BA09D118\""_s);
    QCOMPARE(sight->signs, Signs());
    QVERIFY(!sight->changed);
    QCOMPARE(asked().first(2), (QStringList {u"GET photo"_s, u"GET photo/$value"_s}));
}

void tst_Microsoft365Store::seesNone()
{
    m_answers.erase(u"GET photo"_s);
    const auto sight = outcome(m_store->see(m_anna, {}));
    QVERIFY(sight);
    QVERIFY(sight->served.isEmpty());
    QVERIFY(sight->tag.isEmpty());
    m_answers.erase(u"GET users/anna@contoso.com"_s);
    QCOMPARE(outcome(m_store->see(m_anna, {})).error().code, Errc::NotFound);
}

void tst_Microsoft365Store::seesThatNothingChanged()
{
    const auto first = outcome(m_store->see(m_anna, {}));
    QVERIFY(first);
    m_transport->requests.clear();
    m_answers[u"GET photo/$value"_s] = picture(newPhoto.bytes);
    const auto second = outcome(m_store->see(m_anna, *first));
    QVERIFY(second);
    QCOMPARE(second->served[0].photo, oldPhoto);
    QVERIFY(!asked().contains(u"GET photo/$value"_s));
    StoreSight older = *first;
    older.tag = u"\"BA09D117\""_s;
    const auto third = outcome(m_store->see(m_anna, older));
    QVERIFY(third);
    QCOMPARE(third->served[0].photo, newPhoto);
}

void tst_Microsoft365Store::seesWhoMayWrite_data()
{
    QTest::addColumn<QByteArray>("policy");
    QTest::addColumn<bool>("forbidden");
    QTest::newRow("everybody") << QByteArray(R"({"source":null,"allowedRoles":[]})") << false;
    QTest::newRow("in the cloud") << QByteArray(R"({"source":"cloud","allowedRoles":[]})") << false;
    QTest::newRow("only the directory") << QByteArray(R"({"source":"onPremises","allowedRoles":[]})") << true;
    QTest::newRow("only some roles") << QByteArray(
        R"({"source":null,"allowedRoles":["62e90394-69f5-4237-9190-012177145e10"]})")
                                     << true;
    QTest::newRow("not told") << QByteArray() << false;
}

void tst_Microsoft365Store::seesWhoMayWrite()
{
    QFETCH(const QByteArray, policy);
    QFETCH(const bool, forbidden);
    const QString line = lineOf(graph::photoUpdateSettings(Microsoft365Settings {}.graph));
    m_answers[line] = policy.isEmpty() ? HttpReply {403, {}, {}}
                                       : HttpReply {200, {{"Content-Type", "application/json"}}, policy};
    const auto sight = outcome(m_store->see(m_anna, {}));
    QVERIFY(sight);
    QCOMPARE(sight->signs.testFlag(Sign::WritesForbidden), forbidden);
    QCOMPARE(sight->served.size(), 1);
}

QTEST_GUILESS_MAIN(tst_Microsoft365Store)
#include "tst_microsoft365store.moc"
