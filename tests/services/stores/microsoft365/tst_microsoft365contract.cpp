// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/qthttptransport.h"
#include "services/stores/microsoft365/graphdirectory.h"
#include "services/stores/microsoft365/microsoft365store.h"
#include "tests/services/stores/httpharness.h"
#include "tests/support/jobs.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <csignal>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

const PhotoSize thumbnail = *PhotoSize::of(64);

/// What MSAL would do: a bearer in every request.
class BearerTransport final : public HttpTransport
{
public:
    BearerTransport(std::shared_ptr<HttpTransport> inner, QByteArray token)
        : m_inner(std::move(inner))
        , m_token(std::move(token))
    {
    }
    JobPtr<HttpReply> send(const HttpRequest &request) override
    {
        HttpRequest signedRequest = request;
        signedRequest.headers.emplaceBack("Authorization", "Bearer " + m_token);
        return m_inner->send(signedRequest);
    }

private:
    std::shared_ptr<HttpTransport> m_inner;
    QByteArray m_token;
};

} // namespace

/// Microsoft365Store against the sandbox's Graph, with tokens of its issuer.
class GraphHarness final : public HttpHarness
{
public:
    GraphHarness()
        : HttpHarness(&SandboxAddresses::graph)
    {
    }

    std::optional<PersonKeys> nobody() const override
    {
        return PersonKeys {u"nobody"_s, {}, u"nobody@lab.likeness.test"_s, {}, {}};
    }
    bool setPhoto(const std::optional<QByteArray> &photo) override
    {
        world().setCloudPhoto(somebody().keys.key, photo);
        return true;
    }
    std::optional<QByteArray> photo() const override { return world().cloudPhoto(somebody().keys.key); }
    bool stampsWrites() const override { return false; }

    using HttpHarness::servers;
    using HttpHarness::somebody;
    using HttpHarness::world;
    HttpPlace plainPlace()
    {
        store(Situation::Plain);
        return m_place;
    }
    std::shared_ptr<HttpTransport> transportOf(const HttpPlace &place, const SandboxAccount &account)
    {
        return std::make_shared<BearerTransport>(place.transport, tokenOf(place.at, account));
    }
    std::unique_ptr<Microsoft365Store> storeOf(const HttpPlace &place, const SandboxAccount &account)
    {
        Microsoft365Settings settings;
        settings.graph = place.url;
        return std::make_unique<Microsoft365Store>(StoreId {Workload::Microsoft365, u"m365"_s},
            u"Microsoft 365"_s, settings, transportOf(place, account));
    }

protected:
    std::unique_ptr<HttpTransport> signedIn(
        std::unique_ptr<HttpTransport> transport, const SandboxAccount &) override
    {
        return transport; // tokens need the issuer: see storeAt()
    }
    std::unique_ptr<PhotoStore> storeAt(const HttpPlace &place) override
    {
        m_place = place;
        return storeOf(place, place.account);
    }

private:
    QByteArray tokenOf(const SandboxAddresses &at, const SandboxAccount &account)
    {
        return tokenFor(
            u"User.ReadBasic.All ProfilePhoto.ReadWrite.All PeopleSettings.Read.All offline_access"_s, at,
            account);
    }

public:
    QByteArray tokenFor(const QString &scopes, const SandboxAddresses &at, const SandboxAccount &account)
    {
        if (world().account(account.upn)->password != account.password)
            return "not a token";
        const QString client = u"d3590ed6-52b3-4102-aeff-aad2292ab01c"_s;
        HttpRequest request;
        request.verb = "POST";
        request.url = at.login;
        request.url.setPath(u"/common/oauth2/v2.0/token"_s);
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = "grant_type=refresh_token&client_id=" + client.toLatin1()
            + "&refresh_token=" + servers().refreshToken(account.upn, client, scopes);
        HttpTransportSettings settings;
        settings.caFile = at.caFile;
        const auto reply = outcome(makeTransport(settings)->send(request));
        const QJsonObject got = reply ? QJsonDocument::fromJson(reply->body).object() : QJsonObject();
        return got[u"access_token"].toString().toLatin1();
    }

private:
    HttpPlace m_place;
};

/// What only Microsoft 365 does.
class tst_Microsoft365Server : public QObject
{
    Q_OBJECT
public:
    explicit tst_Microsoft365Server(GraphHarness &harness)
        : m_harness(harness)
    {
    }

private slots:
    void init();
    void helpdeskWritesForOthers();
    void tagChangesWithThePhoto();
    void photosFromTheDirectoryOnly();
    void troubles_data();
    void troubles();
    void tokenForAnotherService();
    void thumbnails();
    void findsPeople();

private:
    GraphHarness &m_harness;
};

void tst_Microsoft365Server::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_harness.servers().mend();
    SandboxSettings settings = m_harness.world().settings();
    settings.photoSource.clear();
    m_harness.world().setSettings(settings);
    QVERIFY(m_harness.setPhoto(std::nullopt));
}

void tst_Microsoft365Server::helpdeskWritesForOthers()
{
    const auto store = m_harness.storeOf(m_harness.plainPlace(), m_harness.world().helpdesk());
    const EncodedPhoto mine = EncodedPhoto::of(jpegPhoto(648, 0xffcc2222), {648, 648});
    const auto written = outcome(store->write(m_harness.person(), mine, std::nullopt));
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    const auto read = outcome(store->read(m_harness.person()));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo.pixels, QSize(648, 648));
}

void tst_Microsoft365Server::tagChangesWithThePhoto()
{
    const auto store = m_harness.storeOf(m_harness.plainPlace(), m_harness.world().helpdesk());
    const auto none = outcome(store->look(m_harness.person()));
    QVERIFY(none && !*none);
    QVERIFY(m_harness.setPhoto(jpegPhoto(96, 0xffcc2222)));
    const auto first = outcome(store->look(m_harness.person()));
    QVERIFY(first && *first);
    QVERIFY(m_harness.setPhoto(jpegPhoto(96, 0xff22cc22)));
    const auto second = outcome(store->look(m_harness.person()));
    QVERIFY(second && *second);
    QVERIFY((*first)->mediaEtag != (*second)->mediaEtag);
}

void tst_Microsoft365Server::photosFromTheDirectoryOnly()
{
    SandboxSettings settings = m_harness.world().settings();
    settings.photoSource = "onPremises";
    m_harness.world().setSettings(settings);
    const HttpPlace place = m_harness.plainPlace();
    const auto helpdesk = m_harness.storeOf(place, m_harness.world().helpdesk());
    QCOMPARE(*outcome(helpdesk->mayWrite(m_harness.person())), WriteRight::No);
    const auto own = m_harness.storeOf(place, place.account); // may not see the setting
    QCOMPARE(*outcome(own->mayWrite(m_harness.person())), WriteRight::Unknown);
    const EncodedPhoto mine = EncodedPhoto::of(jpegPhoto(96, 0xffcc2222), {96, 96});
    const auto written = outcome(helpdesk->write(m_harness.person(), mine, std::nullopt));
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::Forbidden);
    QVERIFY(written.error().detail.contains(u"policy or role"_s));
    QVERIFY(written.error().serverTrace.contains(u"request-id"_s));
}

void tst_Microsoft365Server::troubles_data()
{
    QTest::addColumn<SandboxFault>("fault");
    QTest::addColumn<Errc>("code");
    using Kind = SandboxFault::Kind;
    const QByteArray put = "PUT ";
    QTest::newRow("throttled") << SandboxFault {.kind = Kind::Throttled, .matching = put} << Errc::Throttled;
    QTest::newRow("signed out meanwhile")
        << SandboxFault {.kind = Kind::Unauthorised, .matching = put} << Errc::SignInNeeded;
    QTest::newRow("failed") << SandboxFault {.kind = Kind::Failed, .matching = put, .status = 500}
                            << Errc::BadReply;
    QTest::newRow("no JSON") << SandboxFault {.kind = Kind::Malformed, .matching = "/photo"}
                             << Errc::BadReply;
}

void tst_Microsoft365Server::troubles()
{
    QFETCH(const SandboxFault, fault);
    const auto store = m_harness.store(Situation::Plain);
    QVERIFY(m_harness.setPhoto(jpegPhoto(96, 0xff22cc22)));
    const auto before = outcome(store->read(m_harness.person()));
    QVERIFY(before && *before);
    m_harness.servers().fail(SandboxService::Graph, fault);
    const EncodedPhoto mine = EncodedPhoto::of(jpegPhoto(96, 0xffcc2222), {96, 96});
    const auto written = outcome(store->write(m_harness.person(), mine, (*before)->photo));
    QVERIFY(!written);
    QTEST(written.error().code, "code");
    const auto after = outcome(store->read(m_harness.person()));
    QVERIFY(after && *after);
    QCOMPARE((*after)->photo, (*before)->photo); // none of these carried it out
}

/// Of the same issuer and account, but made for SharePoint.
void tst_Microsoft365Server::tokenForAnotherService()
{
    const HttpPlace place = m_harness.plainPlace();
    const QByteArray token
        = m_harness.tokenFor(u"https://127.0.0.1/.default offline_access"_s, place.at, place.account);
    QVERIFY(!token.isEmpty());
    Microsoft365Settings settings;
    settings.graph = place.url;
    Microsoft365Store store({Workload::Microsoft365, u"m365"_s}, u"Microsoft 365"_s, settings,
        std::make_shared<BearerTransport>(place.transport, token));
    QVERIFY(m_harness.setPhoto(jpegPhoto(96, 0xffcc2222)));
    const auto read = outcome(store.read(m_harness.person()));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::SignInNeeded);
}

void tst_Microsoft365Server::thumbnails()
{
    QVERIFY(m_harness.setPhoto(jpegPhoto(96, 0xffcc2222)));
    const auto store = m_harness.storeOf(m_harness.plainPlace(), m_harness.world().helpdesk());
    const auto photos = outcome(store->thumbnails({*m_harness.nobody(), m_harness.person()}, thumbnail));
    QVERIFY(photos);
    QCOMPARE(photos->size(), 2);
    QVERIFY(photos->at(0) && !*photos->at(0));
    QVERIFY(photos->at(1) && *photos->at(1));
    QCOMPARE((*photos->at(1))->pixels, QSize(64, 64));
}

void tst_Microsoft365Server::findsPeople()
{
    const HttpPlace place = m_harness.plainPlace();
    GraphDirectory directory(place.url, m_harness.transportOf(place, place.account));
    const Person &ada = m_harness.somebody();
    for (const QString &name : {ada.keys.upn, ada.keys.mail, ada.keys.key}) {
        const auto one = outcome(directory.person(name));
        QVERIFY2(one, qPrintable(name));
        QCOMPARE(one->keys.upn, ada.keys.upn);
        QCOMPARE(one->displayName, ada.displayName);
    }
    QCOMPARE(outcome(directory.person(u"nobody@lab.likeness.test"_s)).error().code, Errc::NotFound);
    const auto page = outcome(directory.find(ada.surname, 10));
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->people.size(), 1);
    QCOMPARE(page->people.first().keys.mail, ada.keys.mail);
    // everybody, a few at a time
    QStringList found;
    QByteArray cookie;
    do {
        const auto some = outcome(directory.find({}, 4, cookie));
        QVERIFY2(some, some ? "" : qPrintable(some.error().detail));
        QVERIFY(some->people.size() <= 4);
        for (const Person &person : some->people)
            found.append(person.keys.upn);
        cookie = some->cookie;
    } while (!cookie.isEmpty());
    QCOMPARE(found.size(), m_harness.world().people().size());
    QCOMPARE(found.removeDuplicates(), 0);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    GraphHarness harness;
    tst_Microsoft365Server own(harness);
    StoreContract contract(harness); // last: it leaves a server with a bad certificate
    const int failed = QTest::qExec(&own, argc, argv);
    ::signal(SIGPIPE, SIG_IGN); // the servers here need that; Qt Test has set it back
    return failed + QTest::qExec(&contract, argc, argv);
}

#include "tst_microsoft365contract.moc"
