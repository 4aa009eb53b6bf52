// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
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

/// SharePointStore against the sandbox's My Site host, for the account's own photo.
class SharePointHarness final : public HttpHarness
{
public:
    SharePointHarness()
        : HttpHarness(&SandboxAddresses::sharePoint)
    {
    }

    std::optional<PersonKeys> nobody() const override { return PersonKeys {u"nobody"_s, {}, {}, {}, {}}; }
    bool setPhoto(const std::optional<QByteArray> &photo) override
    {
        for (const char size : {'S', 'M', 'L'})
            world().setSharePointPhoto(somebody().keys.key, size, photo);
        return true;
    }
    std::optional<QByteArray> photo() const override { return file('L'); }
    bool stampsWrites() const override { return true; }

    using HttpHarness::servers;
    using HttpHarness::world;
    std::optional<QByteArray> file(char size) const
    {
        return world().sharePointPhoto(somebody().keys.key, size);
    }
    /// The helpdesk's, through a transport that can be watched.
    std::unique_ptr<SharePointStore> helpdeskStore(SharePointSettings::Release release)
    {
        m_asHelpdesk = true;
        store(Situation::Plain);
        m_asHelpdesk = false;
        watched->inner = m_place.transport;
        watched->before = {};
        return storeFor(m_place.url, watched, release);
    }
    const std::shared_ptr<WatchedTransport> watched = std::make_shared<WatchedTransport>();

protected:
    std::unique_ptr<HttpTransport> signedIn(
        std::unique_ptr<HttpTransport> transport, const SandboxAccount &account) override
    {
        return HttpHarness::signedIn(std::move(transport), m_asHelpdesk ? world().helpdesk() : account);
    }
    std::unique_ptr<PhotoStore> storeAt(const HttpPlace &place) override
    {
        m_place = place;
        return storeFor(place.url, place.transport, SharePointSettings::Release::Server2016OrLater);
    }

private:
    std::unique_ptr<SharePointStore> storeFor(
        const QUrl &url, std::shared_ptr<HttpTransport> transport, SharePointSettings::Release release)
    {
        SharePointSettings settings;
        settings.mySiteHost = url;
        settings.domain = u"LABLIKE"_s;
        settings.release = release;
        return std::make_unique<SharePointStore>(StoreId {Workload::SharePoint, u"sp"_s}, u"SharePoint"_s,
            settings, std::move(transport), m_workers);
    }

    QThreadPool m_workers;
    HttpPlace m_place;
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
    void helpdeskWritesThreeFiles_data();
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
    m_harness.world().setSettings({});
    QVERIFY(m_harness.setPhoto(std::nullopt));
}

void tst_SharePointServer::helpdeskWritesThreeFiles_data()
{
    QTest::addColumn<SharePointSettings::Release>("release");
    // 2013 would set properties by a web service the sandbox does not have
    QTest::newRow("2016 or later") << SharePointSettings::Release::Server2016OrLater;
}

void tst_SharePointServer::helpdeskWritesThreeFiles()
{
    QFETCH(const SharePointSettings::Release, release);
    const auto store = m_harness.helpdeskStore(release);
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
    const auto store = m_harness.helpdeskStore(SharePointSettings::Release::Server2016OrLater);
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
    const auto store = m_harness.helpdeskStore(SharePointSettings::Release::Server2016OrLater);
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
    const auto store = m_harness.helpdeskStore(SharePointSettings::Release::Server2016OrLater);
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
    const auto store = m_harness.helpdeskStore(SharePointSettings::Release::Server2016OrLater);
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
    SandboxSettings settings;
    settings.placeholderByRedirect = true;
    for (const bool redirects : {false, true}) {
        settings.placeholderByRedirect = redirects;
        m_harness.world().setSettings(settings);
        m_harness.world().clock().advance(std::chrono::hours(48));
        const auto store = m_harness.helpdeskStore(SharePointSettings::Release::Server2016OrLater);
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
    const auto store = m_harness.helpdeskStore(SharePointSettings::Release::Server2016OrLater);
    m_harness.servers().fail(SandboxService::SharePoint, fault);
    const auto written = outcome(store->write(m_harness.person(), m_mine, std::nullopt));
    QVERIFY(!written);
    QTEST(written.error().code, "code");
    QVERIFY(outcome(store->read(m_harness.person())));
}

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    SharePointHarness ahead; // its clock is moved
    tst_SharePointServer own(ahead);
    SharePointHarness harness;
    StoreContract contract(harness);
    const int failed = QTest::qExec(&own, argc, argv);
    ::signal(SIGPIPE, SIG_IGN); // the servers here need that; Qt Test has set it back
    return failed + QTest::qExec(&contract, argc, argv);
}

#include "tst_sharepointcontract.moc"
