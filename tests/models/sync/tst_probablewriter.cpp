// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/probablewriter.h"

#include <QTest>

using namespace likeness;

Q_DECLARE_METATYPE(likeness::ProbableWriter)

class tst_ProbableWriter final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void knowsByPixels_data();
    void knowsByPixels();
    void saysNothingOfNothing();
};

void tst_ProbableWriter::knowsByPixels_data()
{
    using enum ProbableWriter;
    QTest::addColumn<QSize>("pixels");
    QTest::addColumn<ProbableWriter>("writer");
    QTest::newRow("48, Exchange 2013 as it came out") << QSize(48, 48) << Exchange;
    QTest::newRow("64, Exchange since") << QSize(64, 64) << Exchange;
    QTest::newRow("80") << QSize(80, 80) << AdaxesScript;
    QTest::newRow("96") << QSize(96, 96) << AdminTool;
    QTest::newRow("128") << QSize(128, 128) << DirectoryUpdate;
    QTest::newRow("300") << QSize(300, 300) << SharePoint2013;
    QTest::newRow("144 high") << QSize(108, 144) << SharePoint2010;
    QTest::newRow("144 wide") << QSize(144, 96) << SharePoint2010;
    QTest::newRow("small and not square") << QSize(64, 48) << SharePoint2010;
    QTest::newRow("larger and not square") << QSize(145, 144) << Script;
    QTest::newRow("300 wide, not square") << QSize(300, 225) << Script;
    QTest::newRow("144 square") << QSize(144, 144) << Script;
    QTest::newRow("648") << QSize(648, 648) << Script;
    QTest::newRow("one") << QSize(1, 1) << Script;
}

void tst_ProbableWriter::knowsByPixels()
{
    QFETCH(const QSize, pixels);
    QFETCH(const ProbableWriter, writer);
    QCOMPARE(probableWriter(pixels), std::optional(writer));
}

void tst_ProbableWriter::saysNothingOfNothing()
{
    for (const QSize &none : {QSize(), QSize(0, 0), QSize(48, 0), QSize(-1, 48)})
        QVERIFY(!probableWriter(none));
}

QTEST_GUILESS_MAIN(tst_ProbableWriter)
#include "tst_probablewriter.moc"
