// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/portraitpainter.h"
#include "services/sandbox/sandboxpeople.h"

#include <QTest>

using namespace likeness;

class tst_PortraitPainter : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void drawsTheSameAgain();
    void drawsEverybodyDifferently();
    void drawsTheFaceWhereTheSceneSays_data();
    void drawsTheFaceWhereTheSceneSays();
    void hasTheStatesOfAPhoto();
};

namespace {

/// How far two colours are apart, 0…441.
double distanceBetween(const QColor &a, const QColor &b)
{
    return std::hypot(a.red() - b.red(), a.green() - b.green(), a.blue() - b.blue());
}

} // namespace

void tst_PortraitPainter::drawsTheSameAgain()
{
    const PortraitLook look = lookOf(QStringLiteral("ada.reyes"));
    QCOMPARE(paintedPortrait(look), paintedPortrait(look));
    QCOMPARE(paintedPortrait(lookOf(QStringLiteral("not.listed"))),
        paintedPortrait(lookOf(QStringLiteral("not.listed"))));
}

void tst_PortraitPainter::drawsEverybodyDifferently()
{
    QList<QImage> seen;
    for (const SandboxPerson &each : sandboxPeople()) {
        for (const PortraitLook &look : {lookOf(each.person.keys.key), earlierLookOf(each.person.keys.key)}) {
            const QImage portrait = paintedPortrait(look, {QSize(96, 96)});
            QVERIFY2(!seen.contains(portrait), qPrintable(each.person.displayName));
            seen += portrait;
        }
    }
    QCOMPARE(seen.size(), 24);
}

void tst_PortraitPainter::drawsTheFaceWhereTheSceneSays_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QPointF>("head");
    QTest::addColumn<double>("headHeight");
    QTest::newRow("square") << QSize(648, 648) << QPointF(0.5, 0.45) << 0.46;
    QTest::newRow("landscape, left") << QSize(1500, 1000) << QPointF(0.3, 0.4) << 0.3;
    QTest::newRow("portrait, right") << QSize(600, 800) << QPointF(0.65, 0.35) << 0.24;
}

void tst_PortraitPainter::drawsTheFaceWhereTheSceneSays()
{
    QFETCH(const QSize, size);
    QFETCH(const QPointF, head);
    QFETCH(const double, headHeight);
    const PortraitLook look = lookOf(QStringLiteral("li.xiaolong"));
    const QImage portrait = paintedPortrait(look, {size, head, headHeight});
    QCOMPARE(portrait.size(), size);
    const double unit = headHeight * size.height() / 200;
    const auto colourAt = [&](double x, double y) {
        return portrait.pixelColor(
            qRound(head.x() * size.width() + x * unit), qRound(head.y() * size.height() + y * unit));
    };
    QVERIFY(distanceBetween(colourAt(-20, -45), look.skin) < 60); // forehead
    QVERIFY(distanceBetween(colourAt(0, 88), look.skin) < 60); // chin
    QVERIFY(colourAt(31, 2).lightness() < 60); // a pupil
    QVERIFY(colourAt(-31, 2).lightness() < 60);
    QVERIFY(colourAt(0, -104).lightness() < 110); // black hair, with a sheen
    QVERIFY(distanceBetween(colourAt(-120, 230), look.clothesColour) < 60);
}

void tst_PortraitPainter::hasTheStatesOfAPhoto()
{
    const QString ada = QStringLiteral("ada.reyes");
    QVERIFY(sandboxPhoto(ada, SandboxPhoto::None, 96).isNull());
    QCOMPARE(sandboxPhoto(ada, SandboxPhoto::Today, 96).size(), QSize(96, 96));
    QCOMPARE(sandboxPhoto(ada, SandboxPhoto::Tiny, 96).size(), QSize(48, 48));
    QVERIFY(sandboxPhoto(ada, SandboxPhoto::Earlier, 96) != sandboxPhoto(ada, SandboxPhoto::Today, 96));
}

QTEST_GUILESS_MAIN(tst_PortraitPainter)
#include "tst_portraitpainter.moc"
