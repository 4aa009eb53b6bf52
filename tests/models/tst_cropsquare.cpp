// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/cropsquare.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace likeness;

class tst_CropSquare : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void fitsInside_data();
    void fitsInside();
    void keepsExactSquares();
    void staysInsideWhenStraightened_data();
    void staysInsideWhenStraightened();
    void growsAboutTheAnchor();
    void stopsAtTheEdgeWhenMoved();
};

void tst_CropSquare::fitsInside_data()
{
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QSize>("picture");
    QTest::addColumn<QRect>("crop");
    QTest::newRow("whole landscape") << QRect(0, 0, 400, 300) << QSize(400, 300) << QRect(50, 0, 300, 300);
    QTest::newRow("whole portrait") << QRect(0, 0, 300, 400) << QSize(300, 400) << QRect(0, 50, 300, 300);
    QTest::newRow("left of it") << QRect(-50, 10, 100, 100) << QSize(400, 300) << QRect(0, 10, 100, 100);
    QTest::newRow("below right") << QRect(390, 290, 100, 100) << QSize(400, 300) << QRect(300, 200, 100, 100);
    QTest::newRow("too large") << QRect(0, 0, 900, 900) << QSize(400, 300) << QRect(100, 0, 300, 300);
    QTest::newRow("empty wish") << QRect(10, 10, 0, 0) << QSize(400, 300) << QRect(2, 2, 16, 16);
    QTest::newRow("one pixel") << QRect(0, 0, 5, 5) << QSize(1, 1) << QRect(0, 0, 1, 1);
}

void tst_CropSquare::fitsInside()
{
    QFETCH(const QRect, wanted);
    QFETCH(const QSize, picture);
    QTEST(CropSquare::fitted(wanted, {picture}).rect(), "crop");
}

void tst_CropSquare::keepsExactSquares()
{
    const QRect exact(17, 23, 101, 101);
    QCOMPARE(CropSquare::fitted(exact, {QSize(400, 300)}).rect(), exact);
}

void tst_CropSquare::staysInsideWhenStraightened_data()
{
    QTest::addColumn<QSize>("picture");
    QTest::addColumn<double>("degrees");
    for (const double degrees : {-15.0, -7.3, 0.1, 3.0, 15.0}) {
        QTest::addRow("landscape %g", degrees) << QSize(400, 300) << degrees;
        QTest::addRow("portrait %g", degrees) << QSize(301, 777) << degrees;
        QTest::addRow("small %g", degrees) << QSize(40, 40) << degrees;
    }
}

void tst_CropSquare::staysInsideWhenStraightened()
{
    QFETCH(const QSize, picture);
    QFETCH(const double, degrees);
    const PictureFrame frame {picture, degrees};
    const double angle = -degrees * std::numbers::pi / 180.0;
    for (const QRect &wish : {QRect(QPoint(), picture), QRect(-100, -100, 60, 60),
             QRect(picture.width(), 0, 90, 90), QRect(3, picture.height() - 30, 30, 30)}) {
        const QRect crop = CropSquare::fitted(wish, frame).rect();
        QCOMPARE(crop.width(), crop.height());
        for (const QPointF corner : {QPointF(crop.x(), crop.y()), QPointF(crop.x() + crop.width(), crop.y()),
                 QPointF(crop.x(), crop.y() + crop.height()),
                 QPointF(crop.x() + crop.width(), crop.y() + crop.height())}) {
            const QPointF fromMiddle = corner - QPointF(picture.width() / 2.0, picture.height() / 2.0);
            const double x = fromMiddle.x() * std::cos(angle) - fromMiddle.y() * std::sin(angle);
            const double y = fromMiddle.x() * std::sin(angle) + fromMiddle.y() * std::cos(angle);
            QVERIFY(std::abs(x) <= picture.width() / 2.0 + 1e-6);
            QVERIFY(std::abs(y) <= picture.height() / 2.0 + 1e-6);
        }
    }
}

void tst_CropSquare::growsAboutTheAnchor()
{
    const PictureFrame frame {QSize(1000, 1000)};
    const CropSquare crop = CropSquare::fitted(QRect(200, 200, 200, 200), frame);
    QCOMPARE(crop.resizedAbout(QPointF(200, 200), 300, frame).rect(), QRect(200, 200, 300, 300));
    QCOMPARE(crop.resizedAbout(QPointF(400, 400), 300, frame).rect(), QRect(100, 100, 300, 300));
    QCOMPARE(crop.resizedAbout(QPointF(300, 300), 100, frame).rect(), QRect(250, 250, 100, 100));
    QCOMPARE(crop.resizedAbout(QPointF(300, 300), 5000, frame).rect(), QRect(0, 0, 1000, 1000));
}

void tst_CropSquare::stopsAtTheEdgeWhenMoved()
{
    const PictureFrame frame {QSize(400, 300)};
    const CropSquare crop = CropSquare::fitted(QRect(10, 10, 100, 100), frame);
    QCOMPARE(crop.movedBy(QPoint(-50, 3), frame).rect(), QRect(0, 13, 100, 100));
}

QTEST_GUILESS_MAIN(tst_CropSquare)
#include "tst_cropsquare.moc"
