// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/facefinder.h"
#include "tests/support/testpictures.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class TestFaceFinder final : public QObject
{
    Q_OBJECT

private slots:
    /// First, because a loaded plugin stays loaded.
    void saysWhenThereIsNoPlugin()
    {
        const QTemporaryDir empty;
        qputenv("LIKENESS_PLUGINS", empty.path().toUtf8());
        const Result<QList<QRectF>> faces = findFaces(testing::quarters());
        qunsetenv("LIKENESS_PLUGINS");
        QVERIFY(!faces);
        QCOMPARE(faces.error().code, Errc::Unsupported);
        QVERIFY(!faces.error().detail.isEmpty());
    }

    void findsNoneInColourFields()
    {
        const Result<QList<QRectF>> faces = findFaces(testing::quarters({640, 480}));
        if (!faces && faces.error().code == Errc::Unsupported)
            QSKIP("Built without OpenCV, or opencv-data is not installed: finding faces is not tested.");
        QVERIFY(faces);
        QVERIFY(faces->isEmpty());
    }

    void findsFacesOfPortraits_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QPointF>("noseInHundredths");
        QTest::newRow("astronaut") << u"iio_astronaut.png"_s << QPointF(44, 23);
        QTest::newRow("admiral") << u"mpl_grace_hopper.jpg"_s << QPointF(49, 38);
    }

    void findsFacesOfPortraits()
    {
        if (qEnvironmentVariableIsEmpty("LIKENESS_CORPUS"))
            QSKIP("LIKENESS_CORPUS names no folder: faces of real portraits are not looked for.");
        QFETCH(QString, file);
        QFETCH(QPointF, noseInHundredths);
        const QImage portrait(
            QDir(qEnvironmentVariable("LIKENESS_CORPUS")).filePath(u"16-portraits/"_s + file));
        QVERIFY(!portrait.isNull());
        for (const double degrees : {0.0, 20.0, -20.0}) {
            const QTransform turn = QTransform().rotate(degrees);
            const QImage turned = portrait.transformed(turn, Qt::SmoothTransformation);
            const Result<QList<QRectF>> faces = findFaces(turned);
            if (!faces && faces.error().code == Errc::Unsupported)
                QSKIP("Built without OpenCV, or opencv-data is not installed: finding faces is not tested.");
            QVERIFY(faces);
            QVERIFY2(!faces->isEmpty(), qPrintable(QString::number(degrees)));
            const QPointF nose = QImage::trueMatrix(turn, portrait.width(), portrait.height())
                                     .map(QPointF(noseInHundredths.x() * portrait.width() / 100,
                                         noseInHundredths.y() * portrait.height() / 100));
            QVERIFY2(faces->first().contains(nose), qPrintable(QString::number(degrees)));
        }
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        const Result<QList<QRectF>> faces = findFaces(testing::quarters({640, 480}), stop.get_token());
        if (!faces && faces.error().code == Errc::Unsupported)
            QSKIP("Built without OpenCV, or opencv-data is not installed: finding faces is not tested.");
        QVERIFY(!faces);
        QCOMPARE(faces.error().code, Errc::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestFaceFinder)
#include "tst_facefinder.moc"
