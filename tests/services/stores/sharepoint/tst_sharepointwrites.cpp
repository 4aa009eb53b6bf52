// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/stores/sharepoint/farmtest.h"
#include "tests/support/exchanges.h"
#include "tests/support/jobs.h"

#include <QImage>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

QSize sizeOf(const QByteArray &jpeg)
{
    return QImage::fromData(jpeg).size();
}

} // namespace

/// What is sent to a farm to change a picture, in which order, and what becomes of each answer.
class tst_SharePointWrites : public FarmTest
{
    Q_OBJECT
private slots:
    void init();
    void replacesTheThreeFiles();
    void measuresTheSizes();
    void doesNotBelieveOddSizes();
    void writesTheFirst();
    void writesOverFilesNobodySees();
    void uncoversThePicture();
    void movesAwayFromOneOfSomebodysOwn();
    void keepsBytesThatFit();
    void setsPropertiesBySoapIn2013();
    void ownPhoto();
    void conflicts_data();
    void conflicts();
    void conflictAtTheServer();
    void saysHowFarItGot();
    void brokenPhotoIsNotSent();
    void refusesWithoutAsking();
    void removes();
    void removesNothing();
};

void tst_SharePointWrites::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    makeFarm();
}

void tst_SharePointWrites::replacesTheThreeFiles()
{
    QVERIFY(outcome(m_store->write(m_anna, m_new, m_old)));
    QCOMPARE(asked(),
        (QStringList {u"GET GetMyProperties"_s, u"GET GetPropertiesFor"_s, u"GET info L"_s, u"GET L"_s,
            u"GET M"_s, u"GET S"_s, u"POST contextinfo"_s, u"PUT L"_s, u"ADD M over"_s, u"ADD S over"_s}));
    const HttpRequest &put = m_transport->requests.at(7);
    QCOMPARE(headerOf(put.headers, "If-Match"), QByteArray("\"{0C37852B-34D0-418E-91C6-2AC25AF4BE5B},3\""));
    QCOMPARE(headerOf(put.headers, "X-RequestDigest"), QByteArray("0xABC,22 Nov 2026 08:00:00 -0000"));
    QCOMPARE(sizeOf(put.body), QSize(300, 300));
    QCOMPARE(sizeOf(bodyOf(u"ADD M over"_s)), QSize(72, 72));
    QCOMPARE(sizeOf(bodyOf(u"ADD S over"_s)), QSize(48, 48));
    const QRgb middle = QImage::fromData(put.body).pixel(150, 150);
    QVERIFY(qBlue(middle) > 190 && qRed(middle) < 50);
}

void tst_SharePointWrites::measuresTheSizes()
{
    const QByteArray large = flatPicture({96, 144}, 0xffcc2222); // as of 2010, taller than wide
    m_answers[u"GET L"_s] = jpegReply(large);
    m_answers[u"GET M"_s] = jpegReply(flatPicture({64, 96}, 0xffcc2222));
    m_answers[u"GET S"_s] = jpegReply(flatPicture({21, 32}, 0xffcc2222));
    QCOMPARE(m_store->sizes(), (sharepoint::PictureSizes {48, 72, 300}));
    QVERIFY(outcome(m_store->write(m_anna, m_new, EncodedPhoto::of(large, {96, 144}))));
    QCOMPARE(m_store->sizes(), (sharepoint::PictureSizes {32, 96, 144}));
    QCOMPARE(sizeOf(bodyOf(u"PUT L"_s)), QSize(144, 144));
    QCOMPARE(sizeOf(bodyOf(u"ADD M over"_s)), QSize(96, 96));
    QCOMPARE(sizeOf(bodyOf(u"ADD S over"_s)), QSize(32, 32));
    // held for the farm: somebody without photo gets the same
    m_transport->requests.clear();
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("profile-no-picture");
    m_answers[u"GET info L"_s] = farmReply("file-missing");
    QVERIFY(outcome(m_store->write(m_anna, m_new, std::nullopt)));
    QCOMPARE(sizeOf(bodyOf(u"ADD L"_s)), QSize(144, 144));
}

void tst_SharePointWrites::doesNotBelieveOddSizes()
{
    m_answers[u"GET M"_s] = jpegReply(flatPicture({1000, 1000}, 0xffcc2222));
    QVERIFY(outcome(m_store->write(m_anna, m_new, m_old)));
    QCOMPARE(m_store->sizes(), (sharepoint::PictureSizes {48, 72, 300}));
    QCOMPARE(sizeOf(bodyOf(u"ADD M over"_s)), QSize(72, 72));
}

void tst_SharePointWrites::writesTheFirst()
{
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("profile-no-picture");
    m_answers[u"GET info L"_s] = farmReply("file-missing");
    QVERIFY(outcome(m_store->write(m_anna, m_new, std::nullopt)));
    QCOMPARE(asked().mid(3),
        (QStringList {u"POST contextinfo"_s, u"ADD L"_s, u"ADD M over"_s, u"ADD S over"_s, u"SET url"_s}));
    QCOMPARE(textOf(m_transport->requests.last()), exchange(u"sharepoint/property.request.txt"_s));
}

void tst_SharePointWrites::writesOverFilesNobodySees()
{
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("profile-no-picture");
    QVERIFY(outcome(m_store->write(m_anna, m_new, std::nullopt)));
    QVERIFY(asked().contains(u"PUT L"_s)); // only if they are still the ones that were found
    QVERIFY(asked().contains(u"SET url"_s));
}

void tst_SharePointWrites::uncoversThePicture()
{
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("profile-property-only");
    QVERIFY(outcome(m_store->write(m_anna, m_new, std::nullopt)));
    QVERIFY(!asked().contains(u"SET url"_s));
    QCOMPARE(asked().last(), u"SET placeholder state"_s);
}

void tst_SharePointWrites::movesAwayFromOneOfSomebodysOwn()
{
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("profile-single");
    m_transport = std::make_shared<ScriptedTransport>(
        [this](const HttpRequest &request) -> Result<HttpReply> {
            if (request.url.path().contains(u"anna.png"_s))
                return request.url.path().endsWith(u"value"_s) ? jpegReply(m_large) : farmReply("file-info");
            const auto found = m_answers.find(lineOf(request));
            return found == m_answers.end() ? HttpReply {404, {}, {}} : found->second;
        });
    SharePointStore store(
        {Workload::SharePoint, u"sp"_s}, u"SharePoint"_s, farmSettings(), m_transport, m_workers);
    QVERIFY(outcome(store.write(m_anna, m_new, m_old)));
    QCOMPARE(asked().mid(asked().size() - 4),
        (QStringList {u"ADD L over"_s, u"ADD M over"_s, u"ADD S over"_s, u"SET url"_s}));
}

void tst_SharePointWrites::keepsBytesThatFit()
{
    const EncodedPhoto exact = EncodedPhoto::of(flatPicture({300, 200}, 0xff22cc22), {300, 200});
    QVERIFY(outcome(m_store->write(m_anna, exact, m_old)));
    QCOMPARE(bodyOf(u"PUT L"_s), exact.bytes);
    QCOMPARE(sizeOf(bodyOf(u"ADD M over"_s)), QSize(72, 48));
}

void tst_SharePointWrites::setsPropertiesBySoapIn2013()
{
    SharePointSettings settings = farmSettings();
    settings.release = SharePointSettings::Release::Server2013;
    makeStore(settings);
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("profile-no-picture");
    m_answers[u"GET info L"_s] = farmReply("file-missing");
    QVERIFY(outcome(m_store->write(m_anna, m_new, std::nullopt)));
    const HttpRequest &last = m_transport->requests.last();
    QCOMPARE(last.url.path(), u"/_vti_bin/UserProfileService.asmx"_s);
    QCOMPARE(headerOf(m_transport->requests.first().headers, "Accept"),
        QByteArray("application/json;odata=verbose"));
}

void tst_SharePointWrites::ownPhoto()
{
    m_answers[u"GET GetMyProperties"_s] = farmReply("profile"); // contoso\anna, in small letters
    QVERIFY(outcome(m_store->write(m_anna, m_new, m_old)));
    QCOMPARE(asked().mid(4), (QStringList {u"POST contextinfo"_s, u"POST SetMyProfilePicture"_s}));
    QCOMPARE(m_transport->requests.last().body, m_new.bytes);
    m_answers[u"POST SetMyProfilePicture"_s] = farmReply("picture-not-set");
    QCOMPARE(outcome(m_store->write(m_anna, m_new, m_old)).error().code, Errc::Refused);
    QCOMPARE(asked().count(u"GET GetMyProperties"_s), 1); // we stay who we are
}

void tst_SharePointWrites::conflicts_data()
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

void tst_SharePointWrites::conflicts()
{
    QFETCH(const bool, photoThere);
    QFETCH(const bool, photoExpected);
    QFETCH(const bool, removal);
    if (!photoThere)
        m_answers[u"GET info L"_s] = farmReply("file-missing");
    const ExpectedPhoto expected
        = photoExpected ? ExpectedPhoto(EncodedPhoto::of("a third photo", {})) : std::nullopt;
    const auto changed
        = outcome(removal ? m_store->remove(m_anna, expected) : m_store->write(m_anna, m_new, expected));
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, Errc::Conflict);
    for (const HttpRequest &request : m_transport->requests)
        QCOMPARE(request.verb, QByteArray("GET"));
}

void tst_SharePointWrites::conflictAtTheServer()
{
    m_answers[u"PUT L"_s] = farmReply("error-etag");
    const auto replaced = outcome(m_store->write(m_anna, m_new, m_old));
    QCOMPARE(replaced.error().code, Errc::Conflict);
    QCOMPARE(asked().last(), u"PUT L"_s); // nothing else was touched
    m_answers[u"DELETE L"_s] = farmReply("error-etag");
    QCOMPARE(outcome(m_store->remove(m_anna, m_old)).error().code, Errc::Conflict);
    QCOMPARE(asked().last(), u"DELETE L"_s);
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("profile-no-picture");
    m_answers[u"GET info L"_s] = farmReply("file-missing");
    m_answers[u"ADD L"_s] = farmReply("error-exists");
    QCOMPARE(outcome(m_store->write(m_anna, m_new, std::nullopt)).error().code, Errc::Conflict);
    QCOMPARE(asked().last(), u"ADD L"_s);
}

void tst_SharePointWrites::saysHowFarItGot()
{
    m_answers[u"ADD S over"_s] = farmReply("error-denied");
    const auto written = outcome(m_store->write(m_anna, m_new, m_old));
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::Forbidden);
    QVERIFY2(written.error().detail.contains(u"2 of 3 steps were done before"_s),
        qPrintable(written.error().detail));
}

void tst_SharePointWrites::brokenPhotoIsNotSent()
{
    const auto written = outcome(m_store->write(m_anna, EncodedPhoto::of("no picture at all", {}), m_old));
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::NotAPicture);
    for (const HttpRequest &request : m_transport->requests)
        QCOMPARE(request.verb, QByteArray("GET"));
}

void tst_SharePointWrites::refusesWithoutAsking()
{
    const EncodedPhoto over = EncodedPhoto::of(QByteArray(5'000'001, 'x'), {});
    QCOMPARE(outcome(m_store->write(m_anna, EncodedPhoto::of({}, {}), {})).error().code, Errc::Refused);
    QCOMPARE(outcome(m_store->write(m_anna, over, {})).error().code, Errc::TooLarge);
    QVERIFY(m_transport->requests.isEmpty());
}

void tst_SharePointWrites::removes()
{
    // the small file is gone already: that is no failure
    QVERIFY(outcome(m_store->remove(m_anna, m_old)));
    QCOMPARE(asked().mid(3),
        (QStringList {u"POST contextinfo"_s, u"DELETE L"_s, u"DELETE M"_s, u"DELETE S"_s, u"SET url"_s}));
    QCOMPARE(headerOf(m_transport->requests.at(4).headers, "If-Match"),
        QByteArray("\"{0C37852B-34D0-418E-91C6-2AC25AF4BE5B},3\""));
    QVERIFY(m_transport->requests.last().body.contains("\"propertyValue\":\"\""));
}

void tst_SharePointWrites::removesNothing()
{
    m_answers[u"GET info L"_s] = farmReply("file-missing");
    QVERIFY(outcome(m_store->remove(m_anna, std::nullopt)));
    QCOMPARE(asked(), (QStringList {u"GET GetPropertiesFor"_s, u"GET info L"_s}));
}

QTEST_MAIN(tst_SharePointWrites)
#include "tst_sharepointwrites.moc"
