// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/sharepointstore.h"
#include "tests/support/exchanges.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/jobs.h"

#include <QBuffer>
#include <QImage>
#include <QTest>
#include <QThreadPool>
#include <map>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray flatJpeg(QSize size, QRgb colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return jpeg;
}

QSize sizeOf(const QByteArray &jpeg)
{
    return QImage::fromData(jpeg).size();
}

HttpReply jpegReply(const QByteArray &bytes)
{
    return {200, {{"Content-Type", "image/jpeg"}}, bytes};
}

HttpReply filed(const char *name)
{
    return replyFromText(exchange(u"sharepoint/"_s + QString::fromLatin1(name) + u".reply.txt"_s));
}

} // namespace

/// The flows of the store: what is asked, in which order, and what becomes of each answer.
class tst_SharePointStore : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void reads();
    void readsNoPhoto_data();
    void readsNoPhoto();
    void readsNobody();
    void readsOneOfSomebodysOwn();
    void readsNothingFromElsewhere();
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
    void onlineIsReadOnly();
    void rights();
    void probes();
    void shownOrPlaceholder();
    void shownBehindARedirect();

private:
    /// "GET info L" and the like.
    static QString lineOf(const HttpRequest &request);
    QStringList asked() const;
    QByteArray bodyOf(const QString &line) const;
    void make(const SharePointSettings &settings);
    static SharePointSettings farm();

    const QByteArray m_large = flatJpeg({300, 300}, 0xffcc2222);
    const EncodedPhoto m_old = EncodedPhoto::of(m_large, {300, 300});
    const EncodedPhoto m_new = EncodedPhoto::of(flatJpeg({360, 360}, 0xff2222cc), {360, 360});
    const PersonKeys m_anna {u"anna"_s, {}, u"anna@contoso.com"_s, u"anna@contoso.com"_s, {}};
    QThreadPool m_workers;
    std::map<QString, HttpReply> m_answers;
    std::shared_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<SharePointStore> m_store;
};

QString tst_SharePointStore::lineOf(const HttpRequest &request)
{
    const QString path = request.url.path();
    const QByteArray method = headerOf(request.headers, "X-HTTP-Method").value_or(request.verb);
    const auto letter = [&path] { return path.mid(path.indexOf(u"Thumb.jpg"_s) - 1, 1); };
    const QString verb = QString::fromLatin1(method) + u' ';
    if (path.contains(u"Files/add"_s))
        return u"ADD "_s + letter() + (path.contains(u"=true"_s) ? u" over"_s : u""_s);
    if (path.contains(u"userphoto"_s))
        return verb + u"shown "_s + (request.url.query().contains(u"nobody"_s) ? u"nobody"_s : u"anna"_s);
    if (path.contains(u"GetFile"_s) && method == "GET" && !path.endsWith(u"value"_s))
        return u"GET info "_s + letter();
    if (path.contains(u"Thumb.jpg"_s))
        return verb + letter();
    if (path.contains(u"SetSingleValueProfileProperty"_s) || path.contains(u".asmx"_s))
        return u"SET "_s + (request.body.contains("PictureURL") ? u"url"_s : u"placeholder state"_s);
    return verb + path.section(u'/', -1).section(u'(', 0, 0);
}

QStringList tst_SharePointStore::asked() const
{
    QStringList lines;
    for (const HttpRequest &request : m_transport->requests)
        lines.append(lineOf(request));
    return lines;
}

QByteArray tst_SharePointStore::bodyOf(const QString &line) const
{
    for (const HttpRequest &request : m_transport->requests) {
        if (lineOf(request) == line)
            return request.body;
    }
    return {};
}

SharePointSettings tst_SharePointStore::farm()
{
    SharePointSettings settings;
    settings.mySiteHost = QUrl(u"https://my.contoso.com"_s);
    settings.domain = u"CONTOSO"_s;
    return settings;
}

void tst_SharePointStore::make(const SharePointSettings &settings)
{
    m_transport
        = std::make_shared<ScriptedTransport>([this](const HttpRequest &request) -> Result<HttpReply> {
              const auto found = m_answers.find(lineOf(request));
              return found == m_answers.end() ? HttpReply {404, {}, {}} : found->second;
          });
    m_store = std::make_unique<SharePointStore>(
        StoreId {Workload::SharePoint, u"sp"_s}, u"SharePoint"_s, settings, m_transport, m_workers);
}

void tst_SharePointStore::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    const HttpReply done {200, {}, {}};
    m_answers = {
        {u"GET GetMyProperties"_s, filed("profile-helpdesk")},
        {u"GET GetPropertiesFor"_s, filed("profile")},
        {u"GET info L"_s, filed("file-info")},
        {u"GET L"_s, jpegReply(m_large)},
        {u"GET M"_s, jpegReply(flatJpeg({72, 72}, 0xffcc2222))},
        {u"GET S"_s, jpegReply(flatJpeg({48, 48}, 0xffcc2222))},
        {u"POST contextinfo"_s, filed("digest")},
        {u"PUT L"_s, done},
        {u"ADD L"_s, done},
        {u"ADD L over"_s, done},
        {u"ADD M over"_s, done},
        {u"ADD S over"_s, done},
        {u"DELETE L"_s, done},
        {u"DELETE M"_s, done},
        {u"SET url"_s, done},
        {u"SET placeholder state"_s, done},
        {u"POST SetMyProfilePicture"_s, filed("picture-set")},
    };
    make(farm());
}

void tst_SharePointStore::reads()
{
    const auto read = outcome(m_store->read(m_anna));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo, m_old);
    QCOMPARE((*read)->photo.pixels, QSize(300, 300));
    const QDateTime at(QDate(2026, 11, 20), QTime(10, 11, 12), Qt::UTC);
    QCOMPARE((*read)->written, (WriteStamp {at, u"my.contoso.com"_s}));
    QCOMPARE(asked(), (QStringList {u"GET GetPropertiesFor"_s, u"GET info L"_s, u"GET L"_s}));
}

void tst_SharePointStore::readsNoPhoto_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("file");
    QTest::newRow("no URL") << u"GET GetPropertiesFor"_s << u"profile-no-picture"_s;
    QTest::newRow("hidden by the placeholder") << u"GET GetPropertiesFor"_s << u"profile-property-only"_s;
    QTest::newRow("no file") << u"GET info L"_s << u"file-missing"_s;
    QTest::newRow("no file any more") << u"GET L"_s << u"file-missing"_s;
}

void tst_SharePointStore::readsNoPhoto()
{
    QFETCH(const QString, line);
    QFETCH(const QString, file);
    m_answers[line] = filed(file.toLatin1().constData());
    const auto read = outcome(m_store->read(m_anna));
    QVERIFY(read);
    QVERIFY(!read->has_value());
}

void tst_SharePointStore::readsNobody()
{
    m_answers[u"GET GetPropertiesFor"_s] = filed("nobody");
    QCOMPARE(outcome(m_store->read(m_anna)).error().code, Errc::NotFound);
    QCOMPARE(outcome(m_store->write(m_anna, m_new, std::nullopt)).error().code, Errc::NotFound);
    QCOMPARE(outcome(m_store->remove(m_anna, m_old)).error().code, Errc::NotFound);
    m_transport->requests.clear();
    QCOMPARE(outcome(m_store->read({u"anna@contoso.com"_s, {}, {}, {}, {}})).error().code, Errc::NotFound);
    QVERIFY(m_transport->requests.isEmpty()); // an address is no account
}

void tst_SharePointStore::readsOneOfSomebodysOwn()
{
    m_answers[u"GET GetPropertiesFor"_s] = filed("profile-single");
    const auto read = outcome(m_store->read(m_anna));
    QVERIFY(read);
    const QByteArray url = m_transport->requests.at(1).url.toEncoded();
    QVERIFY2(url.contains("GetFileByServerRelativeUrl('/Pictures/anna.png')"), url.constData());
}

void tst_SharePointStore::readsNothingFromElsewhere()
{
    m_answers[u"GET GetPropertiesFor"_s] = filed("profile-elsewhere");
    const auto read = outcome(m_store->read(m_anna));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::Unsupported);
    QVERIFY(read.error().detail.contains(u"intranet.fabrikam.com"_s));
    QCOMPARE(asked(), QStringList {u"GET GetPropertiesFor"_s});
}

void tst_SharePointStore::replacesTheThreeFiles()
{
    QVERIFY(outcome(m_store->write(m_anna, m_new, m_old)));
    QCOMPARE(asked(),
        (QStringList {u"GET GetMyProperties"_s, u"GET GetPropertiesFor"_s, u"GET info L"_s, u"GET L"_s,
            u"GET M"_s, u"GET S"_s, u"POST contextinfo"_s, u"PUT L"_s, u"ADD M over"_s, u"ADD S over"_s}));
    const HttpRequest &put = m_transport->requests.at(7);
    QCOMPARE(headerOf(put.headers, "If-Match"), QByteArray("\"0c37852b-34d0-418e-91c6-2ac25af4be5b,3\""));
    QCOMPARE(headerOf(put.headers, "X-RequestDigest"), QByteArray("0xABC,22 Nov 2026 08:00:00 -0000"));
    QCOMPARE(sizeOf(put.body), QSize(300, 300));
    QCOMPARE(sizeOf(bodyOf(u"ADD M over"_s)), QSize(72, 72));
    QCOMPARE(sizeOf(bodyOf(u"ADD S over"_s)), QSize(48, 48));
    const QRgb middle = QImage::fromData(put.body).pixel(150, 150);
    QVERIFY(qBlue(middle) > 190 && qRed(middle) < 50);
}

void tst_SharePointStore::measuresTheSizes()
{
    const QByteArray large = flatJpeg({96, 144}, 0xffcc2222); // as of 2010, taller than wide
    m_answers[u"GET L"_s] = jpegReply(large);
    m_answers[u"GET M"_s] = jpegReply(flatJpeg({64, 96}, 0xffcc2222));
    m_answers[u"GET S"_s] = jpegReply(flatJpeg({21, 32}, 0xffcc2222));
    QCOMPARE(m_store->sizes(), (sharepoint::PictureSizes {48, 72, 300}));
    QVERIFY(outcome(m_store->write(m_anna, m_new, EncodedPhoto::of(large, {96, 144}))));
    QCOMPARE(m_store->sizes(), (sharepoint::PictureSizes {32, 96, 144}));
    QCOMPARE(sizeOf(bodyOf(u"PUT L"_s)), QSize(144, 144));
    QCOMPARE(sizeOf(bodyOf(u"ADD M over"_s)), QSize(96, 96));
    QCOMPARE(sizeOf(bodyOf(u"ADD S over"_s)), QSize(32, 32));
    // held for the farm: somebody without photo gets the same
    m_transport->requests.clear();
    m_answers[u"GET GetPropertiesFor"_s] = filed("profile-no-picture");
    m_answers[u"GET info L"_s] = filed("file-missing");
    QVERIFY(outcome(m_store->write(m_anna, m_new, std::nullopt)));
    QCOMPARE(sizeOf(bodyOf(u"ADD L"_s)), QSize(144, 144));
}

void tst_SharePointStore::doesNotBelieveOddSizes()
{
    m_answers[u"GET M"_s] = jpegReply(flatJpeg({1000, 1000}, 0xffcc2222));
    QVERIFY(outcome(m_store->write(m_anna, m_new, m_old)));
    QCOMPARE(m_store->sizes(), (sharepoint::PictureSizes {48, 72, 300}));
    QCOMPARE(sizeOf(bodyOf(u"ADD M over"_s)), QSize(72, 72));
}

void tst_SharePointStore::writesTheFirst()
{
    m_answers[u"GET GetPropertiesFor"_s] = filed("profile-no-picture");
    m_answers[u"GET info L"_s] = filed("file-missing");
    QVERIFY(outcome(m_store->write(m_anna, m_new, std::nullopt)));
    QCOMPARE(asked().mid(3),
        (QStringList {u"POST contextinfo"_s, u"ADD L"_s, u"ADD M over"_s, u"ADD S over"_s, u"SET url"_s}));
    QCOMPARE(textOf(m_transport->requests.last()), exchange(u"sharepoint/property.request.txt"_s));
}

void tst_SharePointStore::writesOverFilesNobodySees()
{
    m_answers[u"GET GetPropertiesFor"_s] = filed("profile-no-picture");
    QVERIFY(outcome(m_store->write(m_anna, m_new, std::nullopt)));
    QVERIFY(asked().contains(u"PUT L"_s)); // only if they are still the ones that were found
    QVERIFY(asked().contains(u"SET url"_s));
}

void tst_SharePointStore::uncoversThePicture()
{
    m_answers[u"GET GetPropertiesFor"_s] = filed("profile-property-only");
    QVERIFY(outcome(m_store->write(m_anna, m_new, std::nullopt)));
    QVERIFY(!asked().contains(u"SET url"_s));
    QCOMPARE(asked().last(), u"SET placeholder state"_s);
}

void tst_SharePointStore::movesAwayFromOneOfSomebodysOwn()
{
    m_answers[u"GET GetPropertiesFor"_s] = filed("profile-single");
    m_transport
        = std::make_shared<ScriptedTransport>([this](const HttpRequest &request) -> Result<HttpReply> {
              if (request.url.path().contains(u"anna.png"_s))
                  return request.url.path().endsWith(u"value"_s) ? jpegReply(m_large) : filed("file-info");
              const auto found = m_answers.find(lineOf(request));
              return found == m_answers.end() ? HttpReply {404, {}, {}} : found->second;
          });
    SharePointStore store({Workload::SharePoint, u"sp"_s}, u"SharePoint"_s, farm(), m_transport, m_workers);
    QVERIFY(outcome(store.write(m_anna, m_new, m_old)));
    QCOMPARE(asked().mid(asked().size() - 4),
        (QStringList {u"ADD L over"_s, u"ADD M over"_s, u"ADD S over"_s, u"SET url"_s}));
}

void tst_SharePointStore::keepsBytesThatFit()
{
    const EncodedPhoto exact = EncodedPhoto::of(flatJpeg({300, 200}, 0xff22cc22), {300, 200});
    QVERIFY(outcome(m_store->write(m_anna, exact, m_old)));
    QCOMPARE(bodyOf(u"PUT L"_s), exact.bytes);
    QCOMPARE(sizeOf(bodyOf(u"ADD M over"_s)), QSize(72, 48));
}

void tst_SharePointStore::setsPropertiesBySoapIn2013()
{
    SharePointSettings settings = farm();
    settings.release = SharePointSettings::Release::Server2013;
    make(settings);
    m_answers[u"GET GetPropertiesFor"_s] = filed("profile-no-picture");
    m_answers[u"GET info L"_s] = filed("file-missing");
    QVERIFY(outcome(m_store->write(m_anna, m_new, std::nullopt)));
    const HttpRequest &last = m_transport->requests.last();
    QCOMPARE(last.url.path(), u"/_vti_bin/UserProfileService.asmx"_s);
    QCOMPARE(headerOf(m_transport->requests.first().headers, "Accept"),
        QByteArray("application/json;odata=verbose"));
}

void tst_SharePointStore::ownPhoto()
{
    m_answers[u"GET GetMyProperties"_s] = filed("profile"); // contoso\anna, in small letters
    QVERIFY(outcome(m_store->write(m_anna, m_new, m_old)));
    QCOMPARE(asked().mid(4), (QStringList {u"POST contextinfo"_s, u"POST SetMyProfilePicture"_s}));
    QCOMPARE(m_transport->requests.last().body, m_new.bytes);
    m_answers[u"POST SetMyProfilePicture"_s] = filed("picture-not-set");
    QCOMPARE(outcome(m_store->write(m_anna, m_new, m_old)).error().code, Errc::Refused);
    QCOMPARE(asked().count(u"GET GetMyProperties"_s), 1); // we stay who we are
}

void tst_SharePointStore::conflicts_data()
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

void tst_SharePointStore::conflicts()
{
    QFETCH(const bool, photoThere);
    QFETCH(const bool, photoExpected);
    QFETCH(const bool, removal);
    if (!photoThere)
        m_answers[u"GET info L"_s] = filed("file-missing");
    const ExpectedPhoto expected
        = photoExpected ? ExpectedPhoto(EncodedPhoto::of("a third photo", {})) : std::nullopt;
    const auto changed
        = outcome(removal ? m_store->remove(m_anna, expected) : m_store->write(m_anna, m_new, expected));
    QVERIFY(!changed);
    QCOMPARE(changed.error().code, Errc::Conflict);
    for (const HttpRequest &request : m_transport->requests)
        QCOMPARE(request.verb, QByteArray("GET"));
}

void tst_SharePointStore::conflictAtTheServer()
{
    m_answers[u"PUT L"_s] = filed("error-etag");
    const auto replaced = outcome(m_store->write(m_anna, m_new, m_old));
    QCOMPARE(replaced.error().code, Errc::Conflict);
    QCOMPARE(asked().last(), u"PUT L"_s); // nothing else was touched
    m_answers[u"DELETE L"_s] = filed("error-etag");
    QCOMPARE(outcome(m_store->remove(m_anna, m_old)).error().code, Errc::Conflict);
    QCOMPARE(asked().last(), u"DELETE L"_s);
    m_answers[u"GET GetPropertiesFor"_s] = filed("profile-no-picture");
    m_answers[u"GET info L"_s] = filed("file-missing");
    m_answers[u"ADD L"_s] = filed("error-exists");
    QCOMPARE(outcome(m_store->write(m_anna, m_new, std::nullopt)).error().code, Errc::Conflict);
    QCOMPARE(asked().last(), u"ADD L"_s);
}

void tst_SharePointStore::saysHowFarItGot()
{
    m_answers[u"ADD S over"_s] = filed("error-denied");
    const auto written = outcome(m_store->write(m_anna, m_new, m_old));
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::Forbidden);
    QVERIFY2(written.error().detail.contains(u"2 of 3 steps were done before"_s),
        qPrintable(written.error().detail));
}

void tst_SharePointStore::brokenPhotoIsNotSent()
{
    const auto written = outcome(m_store->write(m_anna, EncodedPhoto::of("no picture at all", {}), m_old));
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::NotAPicture);
    for (const HttpRequest &request : m_transport->requests)
        QCOMPARE(request.verb, QByteArray("GET"));
}

void tst_SharePointStore::refusesWithoutAsking()
{
    const EncodedPhoto over = EncodedPhoto::of(QByteArray(5'000'001, 'x'), {});
    QCOMPARE(outcome(m_store->write(m_anna, EncodedPhoto::of({}, {}), {})).error().code, Errc::Refused);
    QCOMPARE(outcome(m_store->write(m_anna, over, {})).error().code, Errc::TooLarge);
    QVERIFY(m_transport->requests.isEmpty());
}

void tst_SharePointStore::removes()
{
    // the small file is gone already: that is no failure
    QVERIFY(outcome(m_store->remove(m_anna, m_old)));
    QCOMPARE(asked().mid(3),
        (QStringList {u"POST contextinfo"_s, u"DELETE L"_s, u"DELETE M"_s, u"DELETE S"_s, u"SET url"_s}));
    QCOMPARE(headerOf(m_transport->requests.at(4).headers, "If-Match"),
        QByteArray("\"0c37852b-34d0-418e-91c6-2ac25af4be5b,3\""));
    QVERIFY(m_transport->requests.last().body.contains("\"propertyValue\":\"\""));
}

void tst_SharePointStore::removesNothing()
{
    m_answers[u"GET info L"_s] = filed("file-missing");
    QVERIFY(outcome(m_store->remove(m_anna, std::nullopt)));
    QCOMPARE(asked(), (QStringList {u"GET GetPropertiesFor"_s, u"GET info L"_s}));
}

void tst_SharePointStore::onlineIsReadOnly()
{
    SharePointSettings settings = farm();
    settings.release = SharePointSettings::Release::Online;
    make(settings);
    m_answers[u"GET shown anna"_s] = jpegReply(m_large);
    m_answers[u"GET shown nobody"_s] = filed("shown-placeholder");
    const auto read = outcome(m_store->read(m_anna));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo, m_old);
    m_transport->requests.clear();
    for (const auto &refused :
        {outcome(m_store->write(m_anna, m_new, m_old)), outcome(m_store->remove(m_anna, m_old))}) {
        QCOMPARE(refused.error().code, Errc::Unsupported);
        QVERIFY(refused.error().detail.contains(u"Microsoft 365"_s));
    }
    QVERIFY(m_transport->requests.isEmpty());
    QCOMPARE(*outcome(m_store->mayWrite(m_anna)), WriteRight::No);
    QVERIFY(m_transport->requests.last().url.toEncoded().contains("membership%7Canna%40contoso.com"));
}

void tst_SharePointStore::rights()
{
    QCOMPARE(*outcome(m_store->mayWrite(m_anna)), WriteRight::Unknown);
    m_answers[u"GET GetPropertiesFor"_s] = filed("nobody");
    QCOMPARE(outcome(m_store->mayWrite(m_anna)).error().code, Errc::NotFound);
    QVERIFY(!m_store->traits().comparesAndSwaps && !m_store->traits().keepsBytes);
}

void tst_SharePointStore::probes()
{
    QCOMPARE(*outcome(m_store->probe()), u"SharePoint at my.contoso.com, signed in as CONTOSO\\helpdesk"_s);
    m_answers[u"GET GetMyProperties"_s] = filed("nobody-me");
    QCOMPARE(*outcome(m_store->probe()),
        u"SharePoint at my.contoso.com, signed in, without a profile of its own"_s);
    m_answers[u"GET GetMyProperties"_s] = filed("error-forms");
    QCOMPARE(outcome(m_store->probe()).error().code, Errc::SignInNeeded);
    m_answers[u"GET GetMyProperties"_s] = HttpReply {404, {}, {}};
    QCOMPARE(outcome(m_store->probe()).error().code, Errc::NotFound);
}

void tst_SharePointStore::shownOrPlaceholder()
{
    const QByteArray placeholder = flatJpeg({72, 72}, 0xff888888);
    m_answers[u"GET shown nobody"_s] = jpegReply(placeholder);
    m_answers[u"GET shown anna"_s] = jpegReply(m_large);
    const auto shown = outcome(m_store->shown(m_anna, sharepoint::PictureFile::Medium));
    QVERIFY(shown && *shown);
    QCOMPARE((*shown)->bytes, m_large);
    m_answers[u"GET shown anna"_s] = jpegReply(placeholder);
    const auto hidden = outcome(m_store->shown(m_anna, sharepoint::PictureFile::Medium));
    QVERIFY(hidden && !*hidden);
    QCOMPARE(asked().count(u"GET shown nobody"_s), 1);
}

void tst_SharePointStore::shownBehindARedirect()
{
    m_answers[u"GET shown nobody"_s] = filed("shown-placeholder");
    m_answers[u"GET shown anna"_s] = filed("shown-redirect");
    const auto shown = outcome(m_store->shown(m_anna, sharepoint::PictureFile::Large));
    QVERIFY(shown && *shown);
    QCOMPARE((*shown)->bytes, m_large);
    m_answers[u"GET shown anna"_s] = filed("shown-elsewhere");
    const auto lured = outcome(m_store->shown(m_anna, sharepoint::PictureFile::Large));
    QVERIFY(!lured);
    QCOMPARE(lured.error().code, Errc::BadReply);
    for (const HttpRequest &request : m_transport->requests)
        QCOMPARE(request.url.host(), u"my.contoso.com"_s);
}

QTEST_MAIN(tst_SharePointStore)
#include "tst_sharepointstore.moc"
