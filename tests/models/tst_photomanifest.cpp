// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/backup/photomanifest.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

const QString someHash = u"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_s;
const QByteArray head = "key,displayName,mail,store,file,sha256,width,height,bytes\r\n";

} // namespace

/// The manifest of a backup, as it is written and as it is read, also by hands of others.
class tst_PhotoManifest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void isWhatASpreadsheetReads();
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void refusesWhatIsNotOurs_data();
    void refusesWhatIsNotOurs();
};

void tst_PhotoManifest::isWhatASpreadsheetReads()
{
    const ManifestRow row {u"amy"_s, u"Alberts, Amy \"Ace\""_s, u"amy@lab.test"_s, u"ad"_s, u"ad/amy.jpg"_s,
        someHash, {96, 96}, 3021};
    QCOMPARE(manifestHead(), head);
    QCOMPARE(manifestLine(row),
        "amy,\"Alberts, Amy \"\"Ace\"\"\",amy@lab.test,ad,ad/amy.jpg," + someHash.toLatin1()
            + ",96,96,3021\r\n");
}

void tst_PhotoManifest::comesBackAsItWas_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"amy"_s << u"Amy Alberts"_s;
    QTest::newRow("quotes and lines") << u"a,m;y"_s << u"Amy \"Ace\"\nAlberts"_s;
    QTest::newRow("other scripts") << u"王芳"_s << u"Åsa Ångström 王"_s;
    QTest::newRow("what a spreadsheet would run") << u"=1+1"_s << u"@SUM(A1)"_s;
    QTest::newRow("an apostrophe of its own") << u"'=x"_s << u"'tis"_s;
}

void tst_PhotoManifest::comesBackAsItWas()
{
    QFETCH(const QString, key);
    QFETCH(const QString, name);
    const ManifestRow row {key, name, {}, u"ad"_s, u"ad/x.jpg"_s, someHash, {96, 96}, 3021};
    const auto rows = readManifest(manifestHead() + manifestLine(row) + manifestLine(row));
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
    QCOMPARE(*rows, (QList<ManifestRow> {row, row}));
}

void tst_PhotoManifest::refusesWhatIsNotOurs_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("says");
    const QByteArray rest = "," + someHash.toLatin1() + ",96,96,1\r\n";
    QTest::newRow("nothing") << QByteArray() << u"line 1"_s;
    QTest::newRow("another head") << QByteArray("name,file\r\n") << u"line 1"_s;
    QTest::newRow("not UTF-8") << head + "\xff\xfe" << u"UTF-8"_s;
    QTest::newRow("a row cut short") << head + "amy,Amy\r\n" << u"line 2"_s;
    QTest::newRow("a quote never closed") << head + "\"amy,Amy,,ad,ad/amy.jpg" + rest << u"line 2"_s;
    QTest::newRow("nobody") << head + ",Amy,,ad,ad/amy.jpg" + rest << u"no person"_s;
    QTest::newRow("up and away") << head + "amy,Amy,,ad,../../etc/passwd" + rest << u"not in the backup"_s;
    QTest::newRow("from the root") << head + "amy,Amy,,ad,/etc/passwd" + rest << u"not in the backup"_s;
    QTest::newRow("by a drive") << head + "amy,Amy,,ad,C:/x" + rest << u"not in the backup"_s;
    QTest::newRow("with backslashes") << head + "amy,Amy,,ad,..\\x" + rest << u"not in the backup"_s;
    QTest::newRow("no hash") << head + "amy,Amy,,ad,ad/amy.jpg,abc,96,96,1\r\n" << u"hash"_s;
}

void tst_PhotoManifest::refusesWhatIsNotOurs()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, says);
    const auto rows = readManifest(file);
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, Errc::BadInput);
    QVERIFY2(rows.error().detail.contains(says), qPrintable(rows.error().detail));
}

QTEST_GUILESS_MAIN(tst_PhotoManifest)
#include "tst_photomanifest.moc"
