// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/import/importlist.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_ImportList : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void reads();
    void complains();
    void refuses_data();
    void refuses();
};

void tst_ImportList::reads()
{
    const Result<ImportList> list = readImportList("\xef\xbb\xbfPerson;Note;FILE\r\n"
                                                   "amy@contoso.com;\"new; here\";photos/a.jpg\r\n"
                                                   " 00123 ;; b.png \r\n");
    QVERIFY(list);
    const QList<ListedPicture> wanted {
        {2, u"photos/a.jpg"_s, u"amy@contoso.com"_s}, {3, u"b.png"_s, u"00123"_s}};
    QCOMPARE(list->pictures, wanted);
    QVERIFY(list->complaints.isEmpty());
}

void tst_ImportList::complains()
{
    using What = ListComplaint::What;
    const Result<ImportList> list
        = readImportList("file,person\n,amy\na.jpg,\na.jpg\n\"a\"b,amy\nc.jpg,amy\n");
    QVERIFY(list);
    const QList<ListComplaint> wanted {
        {2, What::NoFile}, {3, What::NoPerson}, {4, What::FieldCount}, {5, What::BrokenQuotes}};
    QCOMPARE(list->complaints, wanted);
    QCOMPARE(list->pictures.size(), 1);
}

void tst_ImportList::refuses_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no person") << QByteArray("file,who\na.jpg,amy\n");
    QTest::newRow("no file") << QByteArray("person\namy\n");
    QTest::newRow("not UTF-8") << QByteArray("file,person\na.jpg,Jos\xe9\n");
}

void tst_ImportList::refuses()
{
    QFETCH(const QByteArray, file);
    const Result<ImportList> list = readImportList(file);
    QVERIFY(!list);
    QCOMPARE(list.error().code, Errc::BadInput);
}

QTEST_GUILESS_MAIN(tst_ImportList)
#include "tst_importlist.moc"
