// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/import/importreport.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_ImportReport : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void csv();
    void html();
};

void tst_ImportReport::csv()
{
    const ImportReport report {{}, {}, {}, {u"File"_s, u"Person"_s},
        {{u"a, b.jpg"_s, u"Zoë \"Z\" Å"_s}, {u"=cmd|'/c calc'!A1"_s, u"-2+3"_s}, {u"two\nlines"_s, {}}}};
    QCOMPARE(csvOf(report),
        QByteArray("\xef\xbb\xbf"
                   "File,Person\r\n"
                   "\"a, b.jpg\",\"Zoë \"\"Z\"\" Å\"\r\n"
                   "'=cmd|'/c calc'!A1,'-2+3\r\n"
                   "\"two\nlines\",\r\n"));
}

void tst_ImportReport::html()
{
    const ImportReport report {
        u"Import <1>"_s, u"en"_s, {{u"Folder"_s, u"C:/A&B"_s}}, {u"File"_s}, {{u"<script>x</script>"_s}}};
    const QByteArray page = htmlOf(report);
    QVERIFY(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    QVERIFY(page.contains("<h1>Import &lt;1&gt;</h1>"));
    QVERIFY(page.contains("<dt>Folder</dt><dd>C:/A&amp;B</dd>"));
    QVERIFY(page.contains("<thead><tr><th>File</th></tr>"));
    QVERIFY(page.contains("<td>&lt;script&gt;x&lt;/script&gt;</td>"));
    QVERIFY(!page.contains("<script"));
}

QTEST_GUILESS_MAIN(tst_ImportReport)
#include "tst_importreport.moc"
