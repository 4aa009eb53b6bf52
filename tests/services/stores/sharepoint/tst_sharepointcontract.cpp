// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/oauthrequests.h"
#include "services/auth/oauthsignin.h"
#include "services/net/qthttptransport.h"
#include "services/net/signedintransport.h"
#include "services/secrets/memorysecretstore.h"
#include "services/stores/sharepoint/sharepointstore.h"
#include "tests/services/stores/httpharness.h"
#include "tests/support/jobs.h"

#include <QGuiApplication>
#include <QImage>
#include <QTest>
#include <QThreadPool>
#include <csignal>
#include <functional>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

/// Lets a test do something at the moment a request leaves.
class WatchedTransport final : public HttpTransport
{
public:
    std::shared_ptr<HttpTransport> inner;
    std::function<void(const HttpRequest &)> before;

    JobPtr<HttpReply> send(const HttpRequest &request) override
    {
        if (before)
            before(request);
        return inner->send(request);
    }
};

} // namespace

using Release = SharePointSettings::Release;

/// SharePointStore against the sandbox's My Site host, for the account's own photo.
class SharePointHarness final : public HttpHarness
{
public:
    explicit SharePointHarness(Release release = Release::Server2016OrLater)
        : HttpHarness(&SandboxAddresses::sharePoint)
        , m_release(release)
    {
        usualSettings();
    }

    /// As the servers of that release are.
    void usualSettings()
    {
        using SharePoint = SandboxSettings::SharePoint;
        SandboxSettings settings;
        settings.sharePoint = isOnline()       ? SharePoint::Online
            : m_release == Release::Server2013 ? SharePoint::Server2013
                                               : SharePoint::Server2019;
        world().setSettings(settings);
    }
    std::optional<PersonKeys> nobody() const override
    {
        return PersonKeys {u"nobody"_s, {}, {}, u"nobody@lab.likeness.test"_s, {}};
    }
    bool setPhoto(const std::optional<QByteArray> &photo) override
    {
        if (isOnline()) // what pages show is kept for a day
            world().clock().advance(std::chrono::hours(25));
        for (const char size : {'S', 'M', 'L'})
            world().setSharePointPhoto(somebody().keys.key, size, photo);
        return true;
    }
    std::optional<QByteArray> photo() const override { return file('L'); }
    bool stampsWrites() const override { return true; }
    Errc errcWithoutRight() const override
    {
        return isOnline() ? Errc::Unsupported : HttpHarness::errcWithoutRight();
    }
    WriteRight rightWithoutRight() const override { return rightWhenPlain(); }
    WriteRight rightWhenPlain() const override { return isOnline() ? WriteRight::No : WriteRight::Unknown; }

    using HttpHarness::servers;
    using HttpHarness::world;
    std::optional<QByteArray> file(char size) const
    {
        return world().sharePointPhoto(somebody().keys.key, size);
    }
    /// The helpdesk's, through a transport that can be watched.
    std::unique_ptr<SharePointStore> helpdeskStore()
    {
        m_asHelpdesk = true;
        store(Situation::Plain);
        m_asHelpdesk = false;
        watched->inner = m_place.transport;
        watched->before = {};
        return storeFor(m_place.url, watched);
    }
    const std::shared_ptr<WatchedTransport> watched = std::make_shared<WatchedTransport>();

protected:
    std::unique_ptr<HttpTransport> signedIn(
        std::unique_ptr<HttpTransport> transport, const SandboxAccount &account) override
    {
        if (isOnline())
            return transport; // tokens need the issuer: see storeAt()
        return HttpHarness::signedIn(std::move(transport), m_asHelpdesk ? world().helpdesk() : account);
    }
    std::unique_ptr<PhotoStore> storeAt(const HttpPlace &place) override
    {
        m_place = place;
        return storeFor(place.url, isOnline() ? byToken(place) : place.transport);
    }

private:
    bool isOnline() const { return m_release == Release::Online; }

    /// Signed in as the application does it: by a refresh token of the sandbox's issuer.
    std::shared_ptr<HttpTransport> byToken(const HttpPlace &place)
    {
        const QString client = u"d3590ed6-52b3-4102-aeff-aad2292ab01c"_s;
        const bool known = world().account(place.account.upn)->password == place.account.password;
        const QByteArray token = known ? servers().refreshToken(place.account.upn, client,
                                     u"https://127.0.0.1/.default offline_access"_s)
                                       : QByteArray("not a token");
        if (!outcome(m_secrets.save(u"token"_s, token)))
            return nullptr;
        m_tokens = makeTransport({.caFile = place.at.caFile});
        m_oauth = std::make_unique<OAuthSignIn>(*m_tokens,
            entraSettings(place.at.login, u"lab.likeness.test"_s, client), m_secrets, u"token"_s, m_pacing);
        auto inner = std::make_unique<WatchedTransport>();
        inner->inner = place.transport;
        return std::make_shared<SignedInTransport>(std::move(inner), *m_oauth);
    }

    std::unique_ptr<SharePointStore> storeFor(const QUrl &url, std::shared_ptr<HttpTransport> transport)
    {
        SharePointSettings settings;
        settings.mySiteHost = url;
        settings.domain = u"LABLIKE"_s;
        settings.release = m_release;
        return std::make_unique<SharePointStore>(StoreId {Workload::SharePoint, u"sp"_s}, u"SharePoint"_s,
            settings, std::move(transport), m_workers);
    }

    const Release m_release;
    QThreadPool m_workers;
    HttpPlace m_place;
    MemorySecretStore m_secrets;
    RealPacing m_pacing;
    std::unique_ptr<HttpTransport> m_tokens;
    std::unique_ptr<OAuthSignIn> m_oauth;
    bool m_asHelpdesk = false;
};

/// What only SharePoint does, and other people's pictures.
class tst_SharePointServer : public QObject
{
    Q_OBJECT
public:
    explicit tst_SharePointServer(SharePointHarness &harness)
        : m_harness(harness)
    {
    }

private slots:
    void init();
    void helpdeskWritesThreeFiles();
    void helpdeskReplacesAndRemoves();
    void serverComparesTheFile_data();
    void serverComparesTheFile();
    void measuresTheFarm();
    void shownIsADayOld();
    void placeholderByRedirect();
    void troubles_data();
    void troubles();

private:
    EncodedPhoto m_mine = EncodedPhoto::of(jpegPhoto(360, 0xffcc2222), {360, 360});
    SharePointHarness &m_harness;
};

void tst_SharePointServer::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_harness.servers().mend();
    m_harness.usualSettings();
    QVERIFY(m_harness.setPhoto(std::nullopt));
}

void tst_SharePointServer::helpdeskWritesThreeFiles()
{
    const auto store = m_harness.helpdeskStore();
    const auto written = outcome(store->write(m_harness.person(), m_mine, std::nullopt));
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    for (const auto &[size, edge] : {std::pair('S', 48), std::pair('M', 72), std::pair('L', 300)})
        QCOMPARE(QImage::fromData(m_harness.file(size).value_or(QByteArray())).size(), QSize(edge, edge));
    const auto read = outcome(store->read(m_harness.person()));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo.bytes, m_harness.file('L'));
    // and pages show it
    const auto shown = outcome(store->shown(m_harness.person(), sharepoint::PictureFile::Medium));
    QVERIFY(shown && *shown);
    QCOMPARE((*shown)->bytes, m_harness.file('M'));
}

void tst_SharePointServer::helpdeskReplacesAndRemoves()
{
    const auto store = m_harness.helpdeskStore();
    QVERIFY(m_harness.setPhoto(jpegPhoto(300, 0xff22cc22)));
    const auto before = outcome(store->read(m_harness.person()));
    QVERIFY(before && *before);
    QVERIFY(outcome(store->write(m_harness.person(), m_mine, (*before)->photo)));
    const auto after = outcome(store->read(m_harness.person()));
    QVERIFY(after && *after);
    QVERIFY((*after)->photo != (*before)->photo);
    const auto removed = outcome(store->remove(m_harness.person(), (*after)->photo));
    QVERIFY2(removed, removed ? "" : qPrintable(removed.error().detail));
    for (const char size : {'S', 'M', 'L'})
        QVERIFY(!m_harness.file(size));
    QVERIFY(!m_harness.world().photos(m_harness.person().key).sharePoint.listed);
}

void tst_SharePointServer::serverComparesTheFile_data()
{
    QTest::addColumn<bool>("there");
    QTest::addColumn<bool>("removal");
    QTest::newRow("replaced") << true << false;
    QTest::newRow("added") << false << false;
    QTest::newRow("removed") << true << true;
}

/// Somebody else writes after the comparison, right before the change arrives.
void tst_SharePointServer::serverComparesTheFile()
{
    QFETCH(const bool, there);
    QFETCH(const bool, removal);
    const auto store = m_harness.helpdeskStore();
    QVERIFY(m_harness.setPhoto(there ? std::optional(jpegPhoto(300, 0xff22cc22)) : std::nullopt));
    const auto before = outcome(store->read(m_harness.person()));
    QVERIFY(before);
    const ExpectedPhoto expected = *before ? ExpectedPhoto((*before)->photo) : std::nullopt;
    const QByteArray theirs = jpegPhoto(300, 0xff2222cc);
    bool once = true;
    m_harness.watched->before = [&](const HttpRequest &request) {
        const bool changes = request.verb == "POST" && !request.url.path().endsWith(u"contextinfo"_s);
        if (changes && std::exchange(once, false))
            QVERIFY(m_harness.setPhoto(theirs));
    };
    const auto changed = outcome(removal ? store->remove(m_harness.person(), expected)
                                         : store->write(m_harness.person(), m_mine, expected));
    QVERIFY(!once);
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, Errc::Conflict);
    for (const char size : {'S', 'M', 'L'})
        QCOMPARE(m_harness.file(size), theirs);
}

void tst_SharePointServer::measuresTheFarm()
{
    const auto store = m_harness.helpdeskStore();
    for (const auto &[size, edge] : {std::pair('S', 32), std::pair('M', 96), std::pair('L', 144)})
        m_harness.world().setSharePointPhoto(m_harness.person().key, size, jpegPhoto(edge, 0xff22cc22));
    const auto before = outcome(store->read(m_harness.person()));
    QVERIFY(before && *before);
    QVERIFY(outcome(store->write(m_harness.person(), m_mine, (*before)->photo)));
    QCOMPARE(QImage::fromData(*m_harness.file('L')).size(), QSize(144, 144));
    QCOMPARE(QImage::fromData(*m_harness.file('M')).size(), QSize(96, 96));
    QCOMPARE(QImage::fromData(*m_harness.file('S')).size(), QSize(32, 32));
}

void tst_SharePointServer::shownIsADayOld()
{
    const auto store = m_harness.helpdeskStore();
    m_harness.world().clock().advance(std::chrono::hours(48)); // what tests before this one saw is forgotten
    const QByteArray old = jpegPhoto(300, 0xff22cc22);
    QVERIFY(m_harness.setPhoto(old));
    const auto look = [&] {
        const auto shown = outcome(store->shown(m_harness.person(), sharepoint::PictureFile::Large));
        return shown && *shown ? (*shown)->bytes : QByteArray();
    };
    QCOMPARE(look(), old);
    QVERIFY(m_harness.setPhoto(m_mine.bytes));
    QCOMPARE(look(), old);
    m_harness.world().clock().advance(std::chrono::hours(25));
    QCOMPARE(look(), m_mine.bytes);
}

void tst_SharePointServer::placeholderByRedirect()
{
    SandboxSettings settings = m_harness.world().settings();
    for (const bool redirects : {false, true}) {
        settings.placeholderByRedirect = redirects;
        m_harness.world().setSettings(settings);
        m_harness.world().clock().advance(std::chrono::hours(48));
        const auto store = m_harness.helpdeskStore();
        const auto shown = outcome(store->shown(m_harness.person(), sharepoint::PictureFile::Small));
        QVERIFY2(shown, shown ? "" : qPrintable(shown.error().detail));
        QVERIFY(!*shown);
    }
}

void tst_SharePointServer::troubles_data()
{
    QTest::addColumn<SandboxFault>("fault");
    QTest::addColumn<Errc>("code");
    using Kind = SandboxFault::Kind;
    QTest::newRow("busy") << SandboxFault {.kind = Kind::Throttled, .matching = "LThumb", .status = 503}
                          << Errc::Throttled;
    QTest::newRow("signed out meanwhile")
        << SandboxFault {.kind = Kind::Unauthorised, .matching = "contextinfo"} << Errc::SignInNeeded;
    QTest::newRow("a page of a proxy")
        << SandboxFault {.kind = Kind::Malformed, .matching = "contextinfo"} << Errc::BadReply;
    QTest::newRow("failed") << SandboxFault {.kind = Kind::Failed, .matching = "MThumb", .status = 500}
                            << Errc::BadReply;
}

void tst_SharePointServer::troubles()
{
    QFETCH(const SandboxFault, fault);
    const auto store = m_harness.helpdeskStore();
    m_harness.servers().fail(SandboxService::SharePoint, fault);
    const auto written = outcome(store->write(m_harness.person(), m_mine, std::nullopt));
    QVERIFY(!written);
    QTEST(written.error().code, "code");
    QVERIFY(outcome(store->read(m_harness.person())));
}

int main(int argc, char **argv)
{
    // a connection that ends while a server here writes is nothing; blocked, for Qt Test handles what is
    // ignored
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    QGuiApplication application(argc, argv);
    int failed = 0;
    for (const Release release : {Release::Server2016OrLater, Release::Server2013}) {
        SharePointHarness ahead(release); // its clock is moved
        tst_SharePointServer own(ahead);
        failed += QTest::qExec(&own, argc, argv);
        SharePointHarness harness(release);
        StoreContract contract(harness);
        failed += QTest::qExec(&contract, argc, argv);
    }
    SharePointHarness online(Release::Online);
    StoreContract reads(online);
    // The rest of the contract is about writing, which refusedWithoutRight() sees refused.
    const QStringList reading {QString::fromLocal8Bit(argv[0]), u"probes"_s, u"noPhotoIsAnAnswer"_s,
        u"readsWhatIsThere"_s, u"seesWhatItReads"_s, u"tellsRights"_s, u"refusedWithoutRight"_s,
        u"signInFails"_s, u"serverGone"_s, u"slowServer"_s, u"cancelled"_s, u"dropped"_s,
        u"certificateRefused"_s};
    return failed + QTest::qExec(&reads, reading);
}

#include "tst_sharepointcontract.moc"
