// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/webaddress/webaddressstore.h"
#include "tests/services/stores/httpharness.h"
#include "tests/support/jobs.h"

#include <QCoreApplication>
#include <QTest>
#include <csignal>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

/// WebAddressStore against the sandbox's web server with pictures.
class WebAddressHarness final : public HttpHarness
{
public:
    WebAddressHarness()
        : HttpHarness(&SandboxAddresses::webPictures)
    {
    }

    std::optional<PersonKeys> nobody() const override { return std::nullopt; } // looks like no picture
    bool setPhoto(const std::optional<QByteArray> &photo) override
    {
        world().setWebPicture(somebody().keys.key, photo);
        return true;
    }
    std::optional<QByteArray> photo() const override
    {
        const std::optional<LibraryFile> file = world().photos(somebody().keys.key).onTheWeb;
        return file ? std::optional(file->bytes) : std::nullopt;
    }
    bool stampsWrites() const override { return true; }
    Errc errcWithoutRight() const override { return Errc::Unsupported; }
    WriteRight rightWithoutRight() const override { return WriteRight::No; }
    WriteRight rightWhenPlain() const override { return WriteRight::No; }

    using HttpHarness::servers;
    using HttpHarness::world;

protected:
    std::unique_ptr<HttpTransport> signedIn(
        std::unique_ptr<HttpTransport> transport, const SandboxAccount &) override
    {
        return transport;
    }
    std::unique_ptr<PhotoStore> storeAt(const HttpPlace &place) override
    {
        const auto address = PhotoAddress::parsed(place.url.toString() + u"{sAMAccountName}.jpg"_s);
        if (!address)
            qFatal("%s", qUtf8Printable(address.error().detail));
        return std::make_unique<WebAddressStore>(StoreId {Workload::WebAddress, u"web"_s}, u"Web address"_s,
            WebAddressSettings {*address, 2000}, place.transport);
    }
};

/// What only this store does.
class tst_WebAddressServer : public QObject
{
    Q_OBJECT
public:
    explicit tst_WebAddressServer(WebAddressHarness &harness)
        : m_harness(harness)
    {
    }

private slots:
    void init();
    void asksNobodysName();
    void doesNotFetchAgain();
    void tellsWhatIsOverTheLimit();
    void handsOver();
    void lacksAName();

private:
    WebAddressHarness &m_harness;
};

void tst_WebAddressServer::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QVERIFY(m_harness.setPhoto(std::nullopt));
    m_harness.servers().forgetRequests();
}

void tst_WebAddressServer::asksNobodysName()
{
    const auto store = m_harness.store(Situation::Plain);
    QVERIFY(outcome(store->read(m_harness.person())));
    const QList<RecordedRequest> seen = m_harness.servers().requests();
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.first().request.target, "/pictures/ada.reyes.jpg");
    for (const char *header : {"Authorization", "Cookie"})
        QVERIFY(!seen.first().request.header(header));
}

void tst_WebAddressServer::doesNotFetchAgain()
{
    QVERIFY(m_harness.setPhoto(jpegPhoto(96, 0xffcc2222)));
    const auto store = m_harness.store(Situation::Plain);
    const auto first = outcome(store->see(m_harness.person(), {}));
    QVERIFY(first && first->served.size() == 1);
    const auto again = outcome(store->see(m_harness.person(), *first));
    QVERIFY(again);
    QCOMPARE(m_harness.servers().requests().last().status, 304);
    QCOMPARE(again->served.first().photo, first->served.first().photo);
    QCOMPARE(again->tag, first->tag);
    QCOMPARE(again->changed, first->changed);
    QVERIFY(again->evidence.first().contains(u"unchanged"_s));
}

void tst_WebAddressServer::tellsWhatIsOverTheLimit()
{
    const auto store = m_harness.store(Situation::Plain);
    for (const qsizetype bytes : {2000, 2001}) {
        QVERIFY(m_harness.setPhoto(jpegPhoto(96, 0xffcc2222, bytes)));
        const auto sight = outcome(store->see(m_harness.person(), {}));
        QVERIFY(sight && sight->served.size() == 1);
        QCOMPARE(sight->evidence.last() == u"Over MaxPhotoSizeKB: 2001 B, at most 2000 B"_s, bytes == 2001);
    }
}

void tst_WebAddressServer::handsOver()
{
    const auto store = m_harness.store(Situation::Plain);
    const QString place = store->handoverPlace(m_harness.person());
    QVERIFY2(place.startsWith("https://127.0.0.1:"_L1) && place.endsWith("/pictures/ada.reyes.jpg"_L1),
        qPrintable(place));
    const auto written = outcome(store->write(m_harness.person(), {}, std::nullopt));
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::Unsupported);
    QCOMPARE(written.error().handover, u"A JPEG of at most 2000 bytes at\n"_s + place);
    const auto removed = outcome(store->remove(m_harness.person(), std::nullopt));
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, Errc::Unsupported);
    QVERIFY(m_harness.servers().requests().isEmpty()); // nothing is tried
    QVERIFY(store->traits().readOnly);
}

void tst_WebAddressServer::lacksAName()
{
    const auto store = m_harness.store(Situation::Plain);
    const auto read = outcome(store->read({{}, {}, {}, u"guest@example.org"_s, {}}));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::NotFound);
    QVERIFY(m_harness.servers().requests().isEmpty());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    WebAddressHarness harness;
    tst_WebAddressServer own(harness);
    StoreContract contract(harness); // last: it leaves a server with a bad certificate
    const int failed = QTest::qExec(&own, argc, argv);
    ::signal(SIGPIPE, SIG_IGN); // the servers here need that; Qt Test has set it back
    // The rest of the contract is about writing, which handsOver() and refusedWithoutRight() see refused.
    const QStringList reading {QString::fromLocal8Bit(argv[0]), u"probes"_s, u"noPhotoIsAnAnswer"_s,
        u"readsWhatIsThere"_s, u"seesWhatItReads"_s, u"tellsRights"_s, u"refusedWithoutRight"_s,
        u"serverGone"_s, u"slowServer"_s, u"cancelled"_s, u"dropped"_s, u"certificateRefused"_s};
    return failed + QTest::qExec(&contract, reading);
}

#include "tst_webaddresscontract.moc"
