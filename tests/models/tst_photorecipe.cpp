// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/photorecipe.h"

#include <QTest>

using namespace likeness;

class tst_PhotoRecipe : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cropFollowsThePicture_data();
    void cropFollowsThePicture();
    void fourTurnsAreNone();
    void twoFlipsAreNone();
    void straightenIsBounded();
};

namespace {

const QSize upright(400, 300);

/// The upright pixel that the middle of the crop shows.
QPointF seenAtCentre(const PhotoRecipe &recipe)
{
    const QRectF crop = recipe.cropIn(upright).rect();
    return recipe.toFrame(upright).inverted().map(crop.center());
}

} // namespace

void tst_PhotoRecipe::cropFollowsThePicture_data()
{
    QTest::addColumn<int>("turns");
    QTest::addColumn<bool>("flip");
    for (int turns = -1; turns < 4; ++turns) {
        QTest::addRow("%d turns", turns) << turns << false;
        QTest::addRow("%d turns, flipped", turns) << turns << true;
    }
}

void tst_PhotoRecipe::cropFollowsThePicture()
{
    QFETCH(const int, turns);
    QFETCH(const bool, flip);
    const PhotoRecipe before = PhotoRecipe {}.cropped(QRect(20, 40, 120, 120), upright);
    PhotoRecipe after = before.turned(turns, upright);
    if (flip)
        after = after.flipped(upright);
    QCOMPARE(after.crop->edge(), 120);
    QCOMPARE(seenAtCentre(after), QPointF(80, 100));
}

void tst_PhotoRecipe::fourTurnsAreNone()
{
    const PhotoRecipe before = PhotoRecipe {}.cropped(QRect(20, 40, 120, 120), upright).flipped(upright);
    QCOMPARE(before.turned(1, upright).turned(3, upright), before);
    QCOMPARE(before.turned(4, upright), before);
}

void tst_PhotoRecipe::twoFlipsAreNone()
{
    const PhotoRecipe before = PhotoRecipe {}
                                   .straightened(4.5, upright)
                                   .cropped(QRect(120, 90, 80, 80), upright)
                                   .turned(1, upright);
    QCOMPARE(before.flipped(upright).flipped(upright).straightenDegrees, 4.5);
    QCOMPARE(before.flipped(upright).flipped(upright), before);
}

void tst_PhotoRecipe::straightenIsBounded()
{
    QCOMPARE(PhotoRecipe {}.straightened(99, upright).straightenDegrees, 15.0);
    QCOMPARE(PhotoRecipe {}.straightened(-99, upright).straightenDegrees, -15.0);
}

QTEST_GUILESS_MAIN(tst_PhotoRecipe)
#include "tst_photorecipe.moc"
