// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/stores/sharepoint/farmtest.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

/// What the board is told of a My Site host.
class tst_PictureSight final : public FarmTest
{
    Q_OBJECT
private slots:
    void init();
    void seesThreeFiles();
    void sendsOnlyWhatChanged();
    void seesNone_data();
    void seesNone();
    void seesWhatCameFromExchange();
    void seesThePlaceholder();
    void onlineAsPagesShowIt();
    void fails();

private:
    void setProperties(const QByteArray &properties);
    Result<StoreSight> seen(const StoreSight &known = {});
};

void tst_PictureSight::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    makeFarm();
}

/// The profile of Anna, who has a picture, with these properties.
void tst_PictureSight::setProperties(const QByteArray &properties)
{
    m_answers[u"GET GetPropertiesFor"_s]
        = {200, {{"Content-Type", "application/json;odata=nometadata;charset=utf-8"}},
            R"({"AccountName":"i:0#.w|contoso\\anna","PictureUrl":)"
            R"("https://my.contoso.com/User%20Photos/Profile%20Pictures/CONTOSO_anna_MThumb.jpg",)"
            R"("UserProfileProperties":[)"
                + properties + "]}"};
}

Result<StoreSight> tst_PictureSight::seen(const StoreSight &known)
{
    m_transport->requests.clear();
    return outcome(m_store->see(m_anna, known));
}

void tst_PictureSight::seesThreeFiles()
{
    const auto sight = seen();
    QVERIFY(sight);
    QCOMPARE(asked(),
        (QStringList {u"GET GetPropertiesFor"_s, u"GET info L"_s, u"GET L"_s, u"GET M"_s, u"GET S"_s}));
    QCOMPARE(sight->served.size(), 3);
    QCOMPARE(sight->served[0].photo, m_old);
    QCOMPARE(sight->served[0].asked, 300);
    QCOMPARE(sight->served[1].photo.pixels, QSize(72, 72));
    QCOMPARE(sight->served[2].asked, 48);
    QCOMPARE(
        sight->changed, std::optional(QDateTime(QDate(2026, 11, 20), QTime(10, 11, 12), QTimeZone::utc())));
    QCOMPARE(sight->signs, Signs());
}

void tst_PictureSight::sendsOnlyWhatChanged()
{
    const auto first = seen();
    QVERIFY(first);
    const auto second = seen(*first);
    QVERIFY(second);
    QCOMPARE(asked(), (QStringList {u"GET GetPropertiesFor"_s, u"GET info L"_s}));
    QCOMPARE(second->served.size(), 3);
    StoreSight older = *first;
    older.tag = u"\"{0C37852B-34D0-418E-91C6-2AC25AF4BE5B},2\""_s;
    QVERIFY(seen(older));
    QCOMPARE(asked().size(), 5);
}

void tst_PictureSight::seesNone_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("file");
    QTest::newRow("no URL") << u"GET GetPropertiesFor"_s << u"profile-no-picture"_s;
    QTest::newRow("no file") << u"GET info L"_s << u"file-missing"_s;
}

void tst_PictureSight::seesNone()
{
    QFETCH(const QString, line);
    QFETCH(const QString, file);
    m_answers[line] = farmReply(file.toLatin1().constData());
    const auto sight = seen();
    QVERIFY(sight);
    QVERIFY(sight->served.isEmpty());
    QVERIFY(!sight->evidence.isEmpty());
}

void tst_PictureSight::seesWhatCameFromExchange()
{
    setProperties(R"({"Key":"SPS-PicturePlaceholderState","Value":"0"},)"
                  R"({"Key":"SPS-PictureExchangeSyncState","Value":"1"},)"
                  R"({"Key":"SPS-PictureTimestamp","Value":"63720225810"})");
    const auto sight = seen();
    QVERIFY(sight);
    QCOMPARE(sight->signs, Signs(Sign::FromExchange));
    QCOMPARE(
        sight->changed, std::optional(QDateTime(QDate(2020, 3, 19), QTime(14, 43, 30), QTimeZone::utc())));
    QCOMPARE(sight->served.size(), 3);
}

void tst_PictureSight::seesThePlaceholder()
{
    setProperties(R"({"Key":"SPS-PicturePlaceholderState","Value":"1"})");
    const auto sight = seen();
    QVERIFY(sight);
    QCOMPARE(sight->signs, Signs(Sign::Placeholder));
    QVERIFY(sight->served.isEmpty());
    QCOMPARE(asked(), QStringList {u"GET GetPropertiesFor"_s});
}

void tst_PictureSight::onlineAsPagesShowIt()
{
    SharePointSettings settings = farmSettings();
    settings.release = SharePointSettings::Release::Online;
    makeStore(settings);
    m_answers[u"GET shown anna"_s] = jpegReply(m_large);
    const auto sight = seen();
    QVERIFY2(sight, sight ? "" : qPrintable(sight.error().detail));
    QCOMPARE(sight->served.size(), 3);
    QVERIFY(sight->tag.isEmpty());
    QVERIFY(sight->evidence.first().startsWith(u"userphoto.aspx size L: 300 × 300"_s));
}

void tst_PictureSight::fails()
{
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("nobody");
    QCOMPARE(seen().error().code, Errc::NotFound);
    m_answers[u"GET GetPropertiesFor"_s] = farmReply("profile-elsewhere");
    QCOMPARE(seen().error().code, Errc::Unsupported);
}

QTEST_GUILESS_MAIN(tst_PictureSight)
#include "tst_picturesight.moc"
