// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/job/readyjob.h"
#include "services/stores/exchange/autodiscover.h"
#include "services/stores/exchange/ewsdirectory.h"
#include "services/stores/exchange/exchangestore.h"
#include "tests/services/stores/httpharness.h"
#include "tests/support/jobs.h"

#include <QCoreApplication>
#include <QImage>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

/// ExchangeStore against the sandbox's Exchange Server 2019.
class ExchangeHarness final : public HttpHarness
{
public:
    ExchangeHarness()
        : HttpHarness(&SandboxAddresses::ews)
    {
    }

    /// Exchange answers for nobody as for a person without a photo.
    std::optional<PersonKeys> nobody() const override { return std::nullopt; }
    bool setPhoto(const std::optional<QByteArray> &photo) override
    {
        world().setMailboxPhoto(somebody().keys.key, photo);
        // or Exchange shows the directory's in its place
        world().changePhotos(somebody().keys.key, [](SandboxPhotos &photos) { photos.directory.reset(); });
        return true;
    }
    std::optional<QByteArray> photo() const override { return world().mailboxPhoto(somebody().keys.key); }
    bool stampsWrites() const override { return false; }
    const char *whyNoRemoval() const override { return "Exchange Web Services have no operation for it"; }

    using HttpHarness::servers;
    using HttpHarness::world;
    HttpPlace plainPlace()
    {
        store(Situation::Plain);
        return m_place;
    }
    void become(SandboxSettings::Exchange release)
    {
        SandboxSettings settings = world().settings();
        settings.exchange = release;
        world().setSettings(settings);
    }

protected:
    std::unique_ptr<PhotoStore> storeAt(const HttpPlace &place) override
    {
        m_place = place;
        ExchangeSettings settings;
        settings.ews = place.url;
        return std::make_unique<ExchangeStore>(
            StoreId {Workload::Exchange, u"exchange"_s}, u"Exchange"_s, settings, place.transport);
    }

private:
    HttpPlace m_place;
};

/// What only Exchange does.
class tst_ExchangeServer : public QObject
{
    Q_OBJECT
public:
    explicit tst_ExchangeServer(ExchangeHarness &harness)
        : m_harness(harness)
    {
    }

private slots:
    void init();
    void tellsItsRelease_data();
    void tellsItsRelease();
    void showsTheDirectoryPhotoMeanwhile();
    void showsNothingAfterARemoval();
    void writeRewritesTheDirectoryPhoto();
    void handsOverTo2013();
    void troubles_data();
    void troubles();
    void findsPeople();
    void discovers_data();
    void discovers();

private:
    ExchangeHarness &m_harness;
};

void tst_ExchangeServer::init()
{
    m_harness.servers().mend();
    m_harness.become(SandboxSettings::Exchange::Server2019);
    QVERIFY(m_harness.setPhoto(std::nullopt));
}

void tst_ExchangeServer::tellsItsRelease_data()
{
    QTest::addColumn<SandboxSettings::Exchange>("release");
    QTest::addColumn<QString>("name");
    QTest::newRow("2013") << SandboxSettings::Exchange::Server2013 << u"Exchange 2013 (15.0."_s;
    QTest::newRow("2016") << SandboxSettings::Exchange::Server2016 << u"Exchange 2016 (15.1."_s;
    QTest::newRow("2019") << SandboxSettings::Exchange::Server2019 << u"Exchange 2019 or Subscription"_s;
}

void tst_ExchangeServer::tellsItsRelease()
{
    QFETCH(const SandboxSettings::Exchange, release);
    QFETCH(const QString, name);
    m_harness.become(release);
    const auto text = outcome(m_harness.store(Situation::Plain)->probe());
    QVERIFY2(text, text ? "" : qPrintable(text.error().detail));
    QVERIFY2(text->startsWith(name), qPrintable(*text));
}

void tst_ExchangeServer::showsTheDirectoryPhotoMeanwhile()
{
    const QByteArray theirs = jpegPhoto(96, 0xff22cc22);
    m_harness.world().changePhotos(
        m_harness.person().key, [&theirs](SandboxPhotos &photos) { photos.directory = theirs; });
    const auto store = m_harness.store(Situation::Plain);
    const auto read = outcome(store->read(m_harness.person()));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo.pixels, QSize(96, 96));
    // and it is what a write has to expect
    const EncodedPhoto mine = EncodedPhoto::of(jpegPhoto(96, 0xffcc2222), {96, 96});
    QCOMPARE(outcome(store->write(m_harness.person(), mine, std::nullopt)).error().code, Errc::Conflict);
    QVERIFY(outcome(store->write(m_harness.person(), mine, (*read)->photo)));
}

void tst_ExchangeServer::showsNothingAfterARemoval()
{
    const QByteArray theirs = jpegPhoto(96, 0xff22cc22);
    m_harness.world().setMailboxPhoto(m_harness.person().key, theirs);
    m_harness.world().removeInExchange(m_harness.person().key);
    m_harness.world().changePhotos(
        m_harness.person().key, [&theirs](SandboxPhotos &photos) { photos.directory = theirs; });
    const auto store = m_harness.store(Situation::Plain);
    const auto read = outcome(store->read(m_harness.person()));
    QVERIFY(read);
    QVERIFY(!*read);
}

void tst_ExchangeServer::writeRewritesTheDirectoryPhoto()
{
    const auto store = m_harness.store(Situation::Plain);
    const EncodedPhoto mine = EncodedPhoto::of(jpegPhoto(648, 0xffcc2222), {648, 648});
    QVERIFY(outcome(store->write(m_harness.person(), mine, std::nullopt)));
    const auto directory = m_harness.world().photos(m_harness.person().key).directory;
    QVERIFY(directory);
    QCOMPARE(QImage::fromData(*directory).size(), QSize(64, 64));
    const auto read = outcome(store->read(m_harness.person()));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo.pixels, QSize(648, 648));
}

void tst_ExchangeServer::handsOverTo2013()
{
    m_harness.become(SandboxSettings::Exchange::Server2013);
    const auto store = m_harness.store(Situation::Plain);
    const EncodedPhoto mine = EncodedPhoto::of(jpegPhoto(96, 0xffcc2222), {96, 96});
    const auto written = outcome(store->write(m_harness.person(), mine, std::nullopt));
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::Unsupported);
    QVERIFY(written.error().handover.startsWith(u"Set-UserPhoto -Identity '"_s));
    QCOMPARE(m_harness.photo(), std::nullopt);
}

void tst_ExchangeServer::troubles_data()
{
    QTest::addColumn<SandboxFault>("fault");
    QTest::addColumn<Errc>("code");
    using Kind = SandboxFault::Kind;
    const QByteArray write = "SetUserPhoto";
    QTest::newRow("busy") << SandboxFault {.kind = Kind::Busy, .matching = write} << Errc::Throttled;
    QTest::newRow("throttled") << SandboxFault {.kind = Kind::Throttled, .matching = write, .status = 503}
                               << Errc::Throttled;
    QTest::newRow("no XML") << SandboxFault {.kind = Kind::Malformed, .matching = write} << Errc::BadReply;
    QTest::newRow("cut") << SandboxFault {.kind = Kind::Truncated, .matching = write} << Errc::Offline;
    QTest::newRow("signed out meanwhile")
        << SandboxFault {.kind = Kind::Unauthorised, .matching = write} << Errc::SignInNeeded;
    QTest::newRow("failed") << SandboxFault {.kind = Kind::Failed, .matching = write, .status = 500}
                            << Errc::BadReply;
}

void tst_ExchangeServer::troubles()
{
    QFETCH(const SandboxFault, fault);
    QFETCH(const Errc, code);
    m_harness.servers().fail(SandboxService::Exchange, fault);
    const auto store = m_harness.store(Situation::Plain);
    const EncodedPhoto mine = EncodedPhoto::of(jpegPhoto(96, 0xffcc2222), {96, 96});
    const auto written = outcome(store->write(m_harness.person(), mine, std::nullopt));
    QVERIFY(!written);
    QCOMPARE(written.error().code, code);
    // what came of it can be read afterwards, whatever the answer was
    QVERIFY(outcome(store->read(m_harness.person())));
}

void tst_ExchangeServer::findsPeople()
{
    const HttpPlace place = m_harness.plainPlace();
    EwsDirectory directory(place.url, place.transport);
    const Person ada = *m_harness.world().person(u"ada.reyes"_s);
    const auto one = outcome(directory.person(ada.keys.mail));
    QVERIFY2(one, one ? "" : qPrintable(one.error().detail));
    QCOMPARE(one->keys.mail, ada.keys.mail);
    QCOMPARE(one->displayName, ada.displayName);
    QCOMPARE(outcome(directory.person(u"nobody@contoso.com"_s)).error().code, Errc::NotFound);
    const auto page = outcome(directory.find(u"reyes"_s, 10));
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QVERIFY(!page->people.isEmpty());
    QCOMPARE(page->people.front().keys.mail, ada.keys.mail);
}

void tst_ExchangeServer::discovers_data()
{
    QTest::addColumn<int>("redirects");
    QTest::addColumn<bool>("found");
    QTest::newRow("at once") << 0 << true;
    QTest::newRow("sent on") << 10 << true;
    QTest::newRow("sent on for ever") << 1000 << false;
}

void tst_ExchangeServer::discovers()
{
    QFETCH(const int, redirects);
    QFETCH(const bool, found);
    SandboxSettings settings = m_harness.world().settings();
    settings.autodiscoverRedirects = redirects;
    m_harness.world().setSettings(settings);
    const HttpPlace place = m_harness.plainPlace();
    AutodiscoverWays ways;
    ways.signedIn = ways.plain = place.transport;
    ways.servicePoints = [&place] { return readyJob<QList<QUrl>>(QList<QUrl> {place.at.autodiscover}); };
    const auto settled = outcome(autodiscovered(ways, m_harness.person().mail));
    settings.autodiscoverRedirects = 0;
    m_harness.world().setSettings(settings);
    QCOMPARE(settled.hasValue(), found);
    if (found) {
        QCOMPARE(settled->ews, place.at.ews);
        QVERIFY(settled->version && settled->version->takesPhotos());
    } else {
        QCOMPARE(settled.error().code, Errc::BadReply);
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    ExchangeHarness harness;
    tst_ExchangeServer own(harness);
    StoreContract contract(harness); // last: it leaves a server with a bad certificate
    return QTest::qExec(&own, argc, argv) + QTest::qExec(&contract, argc, argv);
}

#include "tst_exchangecontract.moc"
