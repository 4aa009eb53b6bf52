// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/faceframing.h"

#include <QTest>

using namespace likeness;

class TestFaceFraming final : public QObject
{
    Q_OBJECT

private slots:
    void framesFace_data()
    {
        QTest::addColumn<QSize>("picture");
        QTest::addColumn<double>("degrees");
        QTest::addColumn<QRectF>("face");
        QTest::addColumn<QRect>("square");

        QTest::newRow("room on all sides: eyes (440) on the upper third, 2.4 faces wide")
            << QSize(2000, 2000) << 0.0 << QRectF(900, 400, 100, 100) << QRect(830, 360, 240, 240);
        QTest::newRow("near the top: smaller, eyes (60) still on the third")
            << QSize(2000, 2000) << 0.0 << QRectF(900, 20, 100, 100) << QRect(860, 0, 180, 180);
        QTest::newRow("cut by the top: not below 1.8 faces, moved inside")
            << QSize(2000, 2000) << 0.0 << QRectF(900, -30, 100, 100) << QRect(860, 0, 180, 180);
        QTest::newRow("near the left: smaller")
            << QSize(2000, 2000) << 0.0 << QRectF(50, 400, 100, 100) << QRect(0, 373, 200, 200);
        QTest::newRow("in the bottom right corner: moved inside")
            << QSize(2000, 2000) << 0.0 << QRectF(1900, 1900, 100, 100) << QRect(1820, 1820, 180, 180);
        QTest::newRow("a face that fills the picture: the largest square")
            << QSize(300, 400) << 0.0 << QRectF(20, 60, 260, 260) << QRect(0, 64, 300, 300);
        QTest::newRow("a face larger than the picture")
            << QSize(100, 100) << 0.0 << QRectF(-50, -50, 300, 300) << QRect(0, 0, 100, 100);
    }

    void framesFace()
    {
        QFETCH(QSize, picture);
        QFETCH(double, degrees);
        QFETCH(QRectF, face);
        QFETCH(QRect, square);
        QCOMPARE(framedFace(face, {picture, degrees}).rect(), square);
    }

    void staysInsideOfStraightenedPicture()
    {
        const PictureFrame frame {{1000, 800}, 10.0};
        for (const QRectF &face :
            {QRectF(0, 0, 100, 100), QRectF(900, 0, 100, 100), QRectF(450, 700, 200, 200)}) {
            const CropSquare square = framedFace(face, frame);
            QCOMPARE(CropSquare::fitted(square.rect(), frame), square); // nothing left to put right
        }
    }
};

QTEST_GUILESS_MAIN(TestFaceFraming)
#include "tst_faceframing.moc"
