// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/replmetadata.h"

#include <QTest>
#include <QtEndian>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 thumbnailPhoto = 0x00160023;

template <class T>
QByteArray little(T value)
{
    QByteArray bytes(sizeof value, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// One record as [MS-DRSR] 5.162 lays it out: attribute, version, time, controller, two sequence numbers.
QByteArray replRecord(quint32 attribute, quint64 seconds)
{
    return little(attribute) + little<quint32>(15) + little(seconds)
        + QByteArray::fromHex("00112233445566778899aabbccddeeff") + little<quint64>(4000)
        + little<quint64>(4000);
}

QByteArray replBlob(quint32 version, quint32 count, const QByteArray &records)
{
    return little(version) + little<quint32>(0) + little(count) + little<quint32>(0) + records;
}

} // namespace

class tst_ReplMetaData : public QObject
{
    Q_OBJECT

private slots:
    void findsTheAttribute();
    void hostile_data();
    void hostile();
    void truncatedAnywhere();
    void xml();
    void xmlOfSomethingElse_data();
    void xmlOfSomethingElse();
    void controllers();
};

void tst_ReplMetaData::findsTheAttribute()
{
    // 2024-02-29 12:34:56 UTC is 13353683696 seconds after 1601-01-01
    const QByteArray blob = replBlob(1, 3,
        replRecord(0, 1) + replRecord(thumbnailPhoto, 13353683696) + replRecord(0x0015003c, 13353683000));
    const auto stamp = stampFromReplBlob(blob, thumbnailPhoto);
    QVERIFY(stamp);
    QCOMPARE(stamp->at, QDateTime(QDate(2024, 2, 29), QTime(12, 34, 56), Qt::UTC));
    QCOMPARE(stamp->invocationId.toHex(), QByteArray("00112233445566778899aabbccddeeff"));
    QVERIFY(!stampFromReplBlob(blob, 0x00150007));
}

void tst_ReplMetaData::hostile_data()
{
    QTest::addColumn<QByteArray>("blob");
    const QByteArray record = replRecord(thumbnailPhoto, 13353683696);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("short header") << QByteArray(15, '\1');
    QTest::newRow("version 2") << replBlob(2, 1, record);
    QTest::newRow("no records") << replBlob(1, 0, {});
    QTest::newRow("count too large") << replBlob(1, 2, record);
    QTest::newRow("count enormous") << replBlob(1, 0xffffffff, record);
    QTest::newRow("record cut") << replBlob(1, 1, record.chopped(1));
    QTest::newRow("time zero") << replBlob(1, 1, replRecord(thumbnailPhoto, 0));
    QTest::newRow("time beyond all calendars") << replBlob(1, 1, replRecord(thumbnailPhoto, ~quint64(0)));
}

void tst_ReplMetaData::hostile()
{
    QFETCH(const QByteArray, blob);
    QVERIFY(!stampFromReplBlob(blob, thumbnailPhoto));
}

void tst_ReplMetaData::truncatedAnywhere()
{
    const QByteArray blob = replBlob(1, 2, replRecord(1, 1) + replRecord(thumbnailPhoto, 13353683696));
    QVERIFY(stampFromReplBlob(blob, thumbnailPhoto));
    for (qsizetype length = 0; length < blob.size(); ++length)
        QVERIFY(!stampFromReplBlob(QByteArray(blob.constData(), length), thumbnailPhoto));
}

void tst_ReplMetaData::xml()
{
    const QByteArray value("<DS_REPL_ATTR_META_DATA>\n"
                           "<pszAttributeName>thumbnailPhoto</pszAttributeName><dwVersion>3</dwVersion>\n"
                           "<ftimeLastOriginatingChange>2024-02-29T12:34:56Z</ftimeLastOriginatingChange>\n"
                           "<pszLastOriginatingDsaDN>CN=NTDS Settings,CN=DC7,CN=Servers,CN=Oslo,CN=Sites,"
                           "CN=Configuration,DC=x,DC=test</pszLastOriginatingDsaDN>\n"
                           "</DS_REPL_ATTR_META_DATA>\n");
    const auto stamp = stampFromReplXml(value + '\0', "thumbnailPhoto") /* as Windows ends it */;
    QVERIFY(stamp);
    QCOMPARE(stamp->at, QDateTime(QDate(2024, 2, 29), QTime(12, 34, 56), Qt::UTC));
    QCOMPARE(stamp->controller, u"DC7"_s);
    QVERIFY(!stampFromReplXml(value, "jpegPhoto"));
}

void tst_ReplMetaData::xmlOfSomethingElse_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no XML") << QByteArray("\xff\xfe\x00", 3);
    QTest::newRow("cut") << QByteArray("<A><pszAttributeName>thumbnailPhoto</pszAttributeName>"
                                       "<ftimeLastOriginatingChange>2024-02-29T12:34:56Z");
    QTest::newRow("no time") << QByteArray("<A><pszAttributeName>thumbnailPhoto</pszAttributeName></A>");
    QTest::newRow("nonsense time") << QByteArray(
        "<A><pszAttributeName>thumbnailPhoto</pszAttributeName>"
        "<ftimeLastOriginatingChange>soon</ftimeLastOriginatingChange></A>");
}

void tst_ReplMetaData::xmlOfSomethingElse()
{
    QFETCH(const QByteArray, value);
    QVERIFY(!stampFromReplXml(value, "thumbnailPhoto"));
}

void tst_ReplMetaData::controllers()
{
    QCOMPARE(controllerFromSettingsDn(u"CN=NTDS Settings,CN=DC1,CN=Servers"_s), u"DC1"_s);
    QCOMPARE(controllerFromSettingsDn(u"CN=DC1,CN=Servers"_s), QString());
    QCOMPARE(controllerFromSettingsDn({}), QString());
}

QTEST_GUILESS_MAIN(tst_ReplMetaData)
#include "tst_replmetadata.moc"
