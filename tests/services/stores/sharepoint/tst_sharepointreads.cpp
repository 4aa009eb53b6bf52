// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/stores/sharepoint/farmtest.h"
#include "tests/support/exchanges.h"
#include "tests/support/jobs.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

/// What is asked of a farm to see a picture, and what becomes of each answer.
class tst_SharePointReads : public FarmTest
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
    void readsBackAllFiles_data();
    void readsBackAllFiles();
    void onlineIsReadOnly();
    void rights();
    void probes();
    void shownOrPlaceholder();
    void shownBehindARedirect();
};

void tst_SharePointReads::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    makeFarm();
}

void tst_SharePointReads::reads()
{
    const auto read = outcome(m_store->read(m_anna));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo, m_old);
    QCOMPARE((*read)->photo.pixels, QSize(300, 300));
    const QDateTime at(QDate(2026, 11, 20), QTime(10, 11, 12), Qt::UTC);
    QCOMPARE((*read)->written, (WriteStamp {at, u"my.contoso.com"_s}));
    QCOMPARE(asked(), (QStringList {u"GET GetPropertiesFor"_s, u"GET info L"_s, u"GET L"_s}));
}

void tst_SharePointReads::readsNoPhoto_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("file");
    QTest::newRow("no URL") << u"GET GetPropertiesFor"_s << u"profile-no-picture"_s;
    QTest::newRow("hidden by the placeholder") << u"GET GetPropertiesFor"_s << u"profile-property-only"_s;
    QTest::newRow("no file") << u"GET info L"_s << u"file-missing"_s;
    QTest::newRow("no file any more") << u"GET L"_s << u"file-missing"_s;
}

void tst_SharePointReads::readsNoPhoto()
{
    QFETCH(const QString, line);
    QFETCH(const QString, file);
    m_answers[line] = farmReply(file.toLatin1().constData());
    const auto read = outcome(m_store->read(m_anna));
    QVERIFY(read);
    QVERIFY(!read->has_value());
}

void tst_SharePointReads::readsNobody()
{
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("nobody");
    QCOMPARE(outcome(m_store->read(m_anna)).error().code, Errc::NotFound);
    QCOMPARE(outcome(m_store->write(m_anna, m_new, std::nullopt)).error().code, Errc::NotFound);
    QCOMPARE(outcome(m_store->remove(m_anna, m_old)).error().code, Errc::NotFound);
    m_transport->requests.clear();
    QCOMPARE(outcome(m_store->read({u"anna@contoso.com"_s, {}, {}, {}, {}})).error().code, Errc::NotFound);
    QVERIFY(m_transport->requests.isEmpty()); // an address is no account
}

void tst_SharePointReads::readsOneOfSomebodysOwn()
{
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("profile-single");
    const auto read = outcome(m_store->read(m_anna));
    QVERIFY(read);
    const QByteArray url = m_transport->requests.at(1).url.toEncoded();
    QVERIFY2(url.contains("GetFileByServerRelativeUrl('/Pictures/anna.png')"), url.constData());
}

void tst_SharePointReads::readsNothingFromElsewhere()
{
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("profile-elsewhere");
    const auto read = outcome(m_store->read(m_anna));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::Unsupported);
    QVERIFY(read.error().detail.contains(u"intranet.fabrikam.com"_s));
    QCOMPARE(asked(), QStringList {u"GET GetPropertiesFor"_s});
}

/// After red was replaced by blue, or removed; one file at a time is the former one still.
void tst_SharePointReads::readsBackAllFiles_data()
{
    QTest::addColumn<QString>("former");
    QTest::addColumn<bool>("removed");
    QTest::addColumn<QSize>("shown"); ///< whose size it has
    QTest::newRow("all new") << QString() << false << QSize(300, 300);
    QTest::newRow("large is old") << u"L"_s << false << QSize(300, 300);
    QTest::newRow("medium is old") << u"M"_s << false << QSize(72, 72);
    QTest::newRow("small is old") << u"S"_s << false << QSize(48, 48);
    QTest::newRow("all gone") << QString() << true << QSize();
    QTest::newRow("small is left") << u"S"_s << true << QSize(48, 48);
}

void tst_SharePointReads::readsBackAllFiles()
{
    QFETCH(const QString, former);
    QFETCH(const bool, removed);
    for (const auto &[size, edge] : {std::pair(u"L"_s, 300), std::pair(u"M"_s, 72), std::pair(u"S"_s, 48)}) {
        if (size == former)
            continue;
        m_answers[u"GET "_s + size]
            = removed ? farmReply("file-missing") : jpegReply(flatPicture({edge, edge}, 0xff2222cc));
    }
    if (removed)
        m_answers[u"GET info L"_s] = farmReply("file-missing");
    const ExpectedPhoto after = removed ? std::nullopt : ExpectedPhoto(m_new);
    const auto read = outcome(m_store->readBack(m_anna, {m_old, after}));
    QVERIFY(read);
    const QSize pixels = *read ? (*read)->photo.pixels : QSize();
    QTEST(pixels, "shown");
    if (former == u"L"_s)
        QCOMPARE((*read)->photo, m_old);
}

void tst_SharePointReads::onlineIsReadOnly()
{
    SharePointSettings settings = farmSettings();
    settings.release = SharePointSettings::Release::Online;
    makeStore(settings);
    m_answers[u"GET shown anna"_s] = jpegReply(m_large);
    m_answers[u"GET shown nobody"_s] = farmReply("shown-placeholder");
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

void tst_SharePointReads::rights()
{
    QCOMPARE(*outcome(m_store->mayWrite(m_anna)), WriteRight::Unknown);
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("nobody");
    QCOMPARE(outcome(m_store->mayWrite(m_anna)).error().code, Errc::NotFound);
    QVERIFY(!m_store->traits().comparesAndSwaps && !m_store->traits().keepsBytes);
}

void tst_SharePointReads::probes()
{
    QCOMPARE(*outcome(m_store->probe()), u"SharePoint at my.contoso.com, signed in as CONTOSO\\helpdesk"_s);
    m_answers[u"GET GetMyProperties"_s] = farmReply("nobody-me");
    QCOMPARE(*outcome(m_store->probe()),
        u"SharePoint at my.contoso.com, signed in, without a profile of its own"_s);
    m_answers[u"GET GetMyProperties"_s] = farmReply("error-forms");
    QCOMPARE(outcome(m_store->probe()).error().code, Errc::SignInNeeded);
    m_answers[u"GET GetMyProperties"_s] = HttpReply {404, {}, {}};
    QCOMPARE(outcome(m_store->probe()).error().code, Errc::NotFound);
}

void tst_SharePointReads::shownOrPlaceholder()
{
    const QByteArray placeholder = flatPicture({72, 72}, 0xff888888);
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

void tst_SharePointReads::shownBehindARedirect()
{
    m_answers[u"GET shown nobody"_s] = farmReply("shown-placeholder");
    m_answers[u"GET shown anna"_s] = farmReply("shown-redirect");
    const auto shown = outcome(m_store->shown(m_anna, sharepoint::PictureFile::Large));
    QVERIFY(shown && *shown);
    QCOMPARE((*shown)->bytes, m_large);
    m_answers[u"GET shown anna"_s] = farmReply("shown-elsewhere");
    const auto lured = outcome(m_store->shown(m_anna, sharepoint::PictureFile::Large));
    QVERIFY(!lured);
    QCOMPARE(lured.error().code, Errc::BadReply);
    for (const HttpRequest &request : m_transport->requests)
        QCOMPARE(request.url.host(), u"my.contoso.com"_s);
}

QTEST_MAIN(tst_SharePointReads)
#include "tst_sharepointreads.moc"
