// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/sharpness.h"
#include "services/sandbox/portraitpainter.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_Sharpness : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void oneColourHasNone();
    void knownVariance();
    void sizesCompare();
    void portraits_data();
    void portraits();
};

void tst_Sharpness::oneColourHasNone()
{
    QImage grey(300, 200, QImage::Format_RGB32);
    grey.fill(Qt::gray);
    QCOMPARE(sharpnessOf(grey), 0.0);
    QCOMPARE(sharpnessOf(QImage()), 0.0);
}

/// Columns of 0 and 200 in turn: the Laplacian is 400 and -400 in turn, its variance 160,000.
void tst_Sharpness::knownVariance()
{
    QImage stripes(240, 240, QImage::Format_Grayscale8);
    for (int y = 0; y < 240; ++y) {
        for (int x = 0; x < 240; ++x)
            stripes.scanLine(y)[x] = x % 2 == 0 ? 0 : 200;
    }
    QVERIFY(std::abs(sharpnessOf(stripes) - 160'000.0) < 1.0);
}

void tst_Sharpness::sizesCompare()
{
    const QImage large = paintedPortrait(lookOf(u"ada.reyes"_s), {QSize(1200, 1200)});
    const QImage small = large.scaled(400, 400, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const double ratio = sharpnessOf(large) / sharpnessOf(small);
    QVERIFY2(ratio > 0.5 && ratio < 2.0, qPrintable(QString::number(ratio)));
}

void tst_Sharpness::portraits_data()
{
    QTest::addColumn<QString>("who");
    for (const char *who : {"ada.reyes", "bo.lind", "zoe.angstrom", "jsmith", "li.xiaolong", "noor.haddad"})
        QTest::newRow(who) << QString::fromLatin1(who);
}

void tst_Sharpness::portraits()
{
    QFETCH(const QString, who);
    const QImage sharp = paintedPortrait(lookOf(who), {QSize(648, 648)});
    const QImage blurred = sharp.scaled(40, 40, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                               .scaled(648, 648, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QVERIFY2(sharpnessOf(sharp) > leastSharpness, qPrintable(QString::number(sharpnessOf(sharp))));
    QVERIFY2(sharpnessOf(blurred) < leastSharpness, qPrintable(QString::number(sharpnessOf(blurred))));
}

QTEST_GUILESS_MAIN(tst_Sharpness)
#include "tst_sharpness.moc"
