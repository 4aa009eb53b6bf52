// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/cropgeometry.h"

#include <QTest>

using namespace likeness;

Q_DECLARE_METATYPE(likeness::CropHandle)

class CropGeometryTest final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void fitsAndCentres();
    void zoomsAboutThePoint();
    void neverZoomsOutBeyondFitting();
    void panningLeavesNoGap();
    void findsHandles_data();
    void findsHandles();
    void smallCropsCanStillBeMoved();
    void dragsHandles_data();
    void dragsHandles();
    void staysInsideWhenStraightened();
};

void CropGeometryTest::fitsAndCentres()
{
    const CanvasView view = CanvasView::fitted(QSize(4000, 3000), QRectF(0, 0, 400, 400));
    QCOMPARE(view.scale(), 0.1);
    QCOMPARE(view.toWidget(QPointF(0, 0)), QPointF(0, 50));
    QCOMPARE(view.toFrame(QPointF(200, 200)), QPointF(2000, 1500));
    QCOMPARE(CanvasView::fitted(QSize(10, 10), QRectF(0, 0, 400, 400)).scale(), CanvasView::largestFit);
}

void CropGeometryTest::zoomsAboutThePoint()
{
    const QRectF area(0, 0, 400, 300);
    const QSize frame(4000, 3000);
    const CanvasView fitted = CanvasView::fitted(frame, area);
    const QPointF pointer(123, 77);
    const CanvasView zoomed = fitted.zoomedAbout(pointer, 3, frame, area);
    QCOMPARE(zoomed.scale(), fitted.scale() * 3);
    const QPointF moved = zoomed.toWidget(fitted.toFrame(pointer)) - pointer;
    QVERIFY(moved.manhattanLength() < 1e-9);
}

void CropGeometryTest::neverZoomsOutBeyondFitting()
{
    const QRectF area(0, 0, 400, 300);
    const QSize frame(4000, 3000);
    const CanvasView fitted = CanvasView::fitted(frame, area);
    QVERIFY(fitted.zoomedAbout({10, 10}, 0.2, frame, area) == fitted);
    QVERIFY(fitted.zoomedAbout({10, 10}, 4, frame, area)
                .zoomedAbout({300, 5}, 0.01, frame, area)
                .isFitted(frame, area));
}

void CropGeometryTest::panningLeavesNoGap()
{
    const QRectF area(0, 0, 400, 300);
    const QSize frame(4000, 3000);
    const CanvasView zoomed = CanvasView::fitted(frame, area).zoomedAbout({200, 150}, 2, frame, area);
    QCOMPARE(zoomed.pannedBy({9999, 9999}, frame, area).toWidget(QPointF(0, 0)), QPointF(0, 0));
    QCOMPARE(zoomed.pannedBy({-9999, -9999}, frame, area).toWidget(QPointF(4000, 3000)), QPointF(400, 300));
}

void CropGeometryTest::findsHandles_data()
{
    QTest::addColumn<QPointF>("point");
    QTest::addColumn<CropHandle>("handle");
    // a crop from (100, 100) to (300, 300)
    QTest::newRow("corner") << QPointF(100, 100) << CropHandle::TopLeft;
    QTest::newRow("12 points outside") << QPointF(312, 312) << CropHandle::BottomRight;
    QTest::newRow("12 points inside") << QPointF(288, 112) << CropHandle::TopRight;
    QTest::newRow("side") << QPointF(200, 300) << CropHandle::Bottom;
    QTest::newRow("left side, a little out") << QPointF(90, 205) << CropHandle::Left;
    QTest::newRow("middle") << QPointF(200, 200) << CropHandle::Inside;
    QTest::newRow("edge between handles") << QPointF(150, 103) << CropHandle::Inside;
    QTest::newRow("outside") << QPointF(330, 330) << CropHandle::None;
}

void CropGeometryTest::findsHandles()
{
    QFETCH(QPointF, point);
    QFETCH(CropHandle, handle);
    QCOMPARE(cropHandleAt(point, QRectF(100, 100, 200, 200)), handle);
}

void CropGeometryTest::smallCropsCanStillBeMoved()
{
    QCOMPARE(cropHandleAt({110, 110}, QRectF(100, 100, 20, 20)), CropHandle::Inside);
}

void CropGeometryTest::dragsHandles_data()
{
    QTest::addColumn<CropHandle>("handle");
    QTest::addColumn<QPointF>("by");
    QTest::addColumn<QRect>("expected");
    // the crop is 200 px at (300, 100) in 1000 × 600
    QTest::newRow("move") << CropHandle::Inside << QPointF(50, 60) << QRect(350, 160, 200, 200);
    QTest::newRow("move stops at the edge")
        << CropHandle::Inside << QPointF(-900, 900) << QRect(0, 400, 200, 200);
    QTest::newRow("corner keeps the other")
        << CropHandle::BottomRight << QPointF(50, 20) << QRect(300, 100, 250, 250);
    QTest::newRow("top left") << CropHandle::TopLeft << QPointF(-40, -40) << QRect(260, 60, 240, 240);
    QTest::newRow("shrinks") << CropHandle::TopRight << QPointF(-60, 60) << QRect(300, 160, 140, 140);
    QTest::newRow("corner stops at the edge")
        << CropHandle::TopLeft << QPointF(-500, -500) << QRect(200, 0, 300, 300);
    QTest::newRow("side grows to both sides")
        << CropHandle::Bottom << QPointF(0, 40) << QRect(280, 100, 240, 240);
    QTest::newRow("never nothing") << CropHandle::BottomRight << QPointF(-999, -999)
                                   << QRect(300, 100, 16, 16);
}

void CropGeometryTest::dragsHandles()
{
    QFETCH(CropHandle, handle);
    QFETCH(QPointF, by);
    QFETCH(QRect, expected);
    const PictureFrame frame {QSize(1000, 600), 0};
    const CropSquare start = CropSquare::fitted(QRect(300, 100, 200, 200), frame);
    QCOMPARE(draggedCrop(handle, start, by, frame).rect(), expected);
}

void CropGeometryTest::staysInsideWhenStraightened()
{
    const PictureFrame frame {QSize(1000, 600), 9.0};
    const CropSquare start = CropSquare::fitted(QRect(400, 200, 200, 200), frame);
    for (const CropHandle handle : cropHandles) {
        const CropSquare dragged = draggedCrop(handle, start, {700, 700}, frame);
        QVERIFY(dragged == CropSquare::fitted(dragged.rect(), frame));
    }
}

QTEST_GUILESS_MAIN(CropGeometryTest)
#include "tst_cropgeometry.moc"
