// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/photo/portrait.h"
#include "ui/common/theme.h"
#include "ui/photo/laddergallery.h"
#include "ui/photo/laddertile.h"
#include "ui/photo/ladderview.h"
#include "ui/photo/splitcompare.h"
#include "ui/photo/upscaleview.h"

#include <QAccessible>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace likeness;

/// Run twice by ctest, at scale factors 1 and 2: what it says of pixels must hold at both.
class LadderViewTest final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void showsTruePixels();
    void cutsOffInsteadOfReducing();
    void roundsCorners();
    void walksByKeys();
    void speaksSizes();
    void showsOneAlone();
    void advises_data();
    void advises();
    void comparesAtTheSameSize();
    void movesTheDivider();

private:
    static LadderTile *tile(const QWidget &in, int edge);

    Theme m_theme;
};

LadderTile *LadderViewTest::tile(const QWidget &in, int edge)
{
    for (LadderTile *one : in.findChildren<LadderTile *>()) {
        if (one->photoSize().edge() == edge)
            return one;
    }
    return nullptr;
}

void LadderViewTest::showsTruePixels()
{
    const QList<Rendition> ladder = plainLadder(drawnPortrait({700, 700}));
    LadderTile small(m_theme, PhotoSize::smallest());
    small.setPixels(ladder.constLast().pixels);
    small.resize(small.sizeHint());
    small.show();
    const double ratio = small.devicePixelRatioF();
    QCOMPARE(small.window().width() * ratio, 48.0);
    const QImage grabbed = small.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QPoint corner = (small.window().topLeft() * ratio).toPoint();
    for (int y = 10; y < 38; ++y) { // the corners are rounded
        for (int x = 0; x < 48; ++x)
            QCOMPARE(grabbed.pixel(corner + QPoint(x, y)), ladder.constLast().pixels.pixel(x, y));
    }
}

void LadderViewTest::cutsOffInsteadOfReducing()
{
    LadderView view(m_theme);
    view.resize(800, 180);
    view.setRenditions(plainLadder(drawnPortrait({700, 700})));
    view.show();
    LadderTile *large = tile(view, 648);
    QVERIFY(large->isCutOff());
    QVERIFY(large->height() <= 180);
    QVERIFY(!tile(view, 48)->isCutOff());
    QCOMPARE(tile(view, 48)->geometry().bottom(), large->geometry().bottom());
}

void LadderViewTest::roundsCorners()
{
    QImage red(48, 48, QImage::Format_RGBX8888);
    red.fill(Qt::red);
    LadderTile small(m_theme, PhotoSize::smallest());
    small.setPixels(red);
    small.resize(small.sizeHint());
    const QPoint corner = (small.window().topLeft() * small.devicePixelRatioF()).toPoint() + QPoint(5, 5);
    QCOMPARE(small.grab().toImage().pixelColor(corner), QColor(Qt::red));
    small.setRound(true);
    QVERIFY(small.grab().toImage().pixelColor(corner) != QColor(Qt::red));
}

void LadderViewTest::walksByKeys()
{
    LadderView view(m_theme);
    view.resize(800, 200);
    view.setRenditions(plainLadder(drawnPortrait({700, 700})));
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    QList<int> opened;
    connect(&view, &LadderView::oneWanted, this, [&opened](PhotoSize size) { opened.append(size.edge()); });
    tile(view, 48)->setFocus();
    QTest::keyClick(tile(view, 48), Qt::Key_Right);
    QVERIFY(tile(view, 64)->hasFocus());
    QTest::keyClick(tile(view, 64), Qt::Key_End);
    QVERIFY(tile(view, 648)->hasFocus());
    QVERIFY(!tile(view, 648)->visibleRegion().isEmpty()); // scrolled to
    QTest::keyClick(tile(view, 648), Qt::Key_Return);
    QCOMPARE(opened, QList<int> {648});
}

void LadderViewTest::speaksSizes()
{
    LadderView view(m_theme);
    QCOMPARE(tile(view, 48)->accessibleName(), QStringLiteral("48 by 48 pixels"));
    view.setBytes({{48, 2970}, {648, 96256}});
    QCOMPARE(tile(view, 48)->accessibleName(), QStringLiteral("48 by 48 pixels, 2.9 KB"));
    QCOMPARE(tile(view, 648)->accessibleName(), QStringLiteral("648 by 648 pixels, 94 KB"));
}

void LadderViewTest::showsOneAlone()
{
    LadderGallery gallery(m_theme);
    gallery.resize(700, 500);
    gallery.setRenditions(plainLadder(drawnPortrait({700, 700})));
    gallery.show();
    gallery.showSize(PhotoSize::of(240));
    QVERIFY(tile(gallery, 240)->isVisible());
    QVERIFY(!tile(gallery, 48)->isVisible());
    QVERIFY(!tile(gallery, 240)->isCutOff());
    gallery.showSize(std::nullopt);
    QVERIFY(tile(gallery, 48)->isVisible());
    QVERIFY(!tile(gallery, 648)->isCutOff());
    QSignalSpy closed(&gallery, &LadderGallery::closed);
    QTest::keyClick(tile(gallery, 48), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void LadderViewTest::advises_data()
{
    QTest::addColumn<QColor>("dark");
    QTest::addColumn<QColor>("light");
    QTest::addColumn<double>("faceShare");
    QTest::addColumn<QString>("sentence");
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    QTest::newRow("contrast") << black << white << 0.0 << QStringLiteral("the contrast is good");
    QTest::newRow("face known") << black << white << 0.5 << QStringLiteral("the face is 24 px tall");
    QTest::newRow("small face") << black << white << 0.2 << QStringLiteral("only 10 px tall: crop closer");
    QTest::newRow("dark") << black << QColor(30, 30, 30) << 0.0
                          << QStringLiteral("almost everything is dark");
    QTest::newRow("bright") << QColor(240, 240, 240) << white << 0.0
                            << QStringLiteral("almost everything is bright");
    QTest::newRow("grey") << QColor(110, 110, 110) << QColor(140, 140, 140) << 0.0
                          << QStringLiteral("little contrast");
}

void LadderViewTest::advises()
{
    QFETCH(QColor, dark);
    QFETCH(QColor, light);
    QFETCH(double, faceShare);
    QFETCH(QString, sentence);
    QImage image(48, 48, QImage::Format_RGB32);
    image.fill(dark);
    QPainter(&image).fillRect(24, 0, 24, 48, light);
    const QString advice = LadderView::adviceFor(legibilityOf(image, faceShare));
    QVERIFY2(advice.contains(sentence), qPrintable(advice));
}

void LadderViewTest::comparesAtTheSameSize()
{
    UpscaleView view(m_theme);
    view.setRenditions(plainLadder(drawnPortrait({700, 700})));
    view.resize(420, 420);
    view.show();
    SplitCompare *split = view.comparison();
    const double ratio = split->devicePixelRatioF();
    QCOMPARE(split->window().width() * ratio, 300.0);
    // sharp on the right of the divider, soft on the left: an edge of the drawing tells
    split->setDivider(1);
    const QImage soft = split->grab().toImage();
    split->setDivider(0);
    const QImage sharp = split->grab().toImage();
    QVERIFY(soft != sharp);
    auto *window = view.findChildren<QComboBox *>().at(1);
    window->setCurrentIndex(1);
    QCOMPARE(split->sizeHint().width() * ratio, 648.0);
    if (ratio < 1.5)
        QVERIFY(split->reduction() < 1);
}

void LadderViewTest::movesTheDivider()
{
    SplitCompare split(m_theme);
    split.setPictures(drawnPortrait({300, 300}), drawnPortrait({300, 300}));
    split.resize(300, 300);
    split.show();
    QSignalSpy moved(&split, &SplitCompare::dividerMoved);
    const QRect window = split.window().toRect();
    QTest::mouseClick(&split, Qt::LeftButton, {}, {window.left() + window.width() / 4, window.center().y()});
    QVERIFY(std::abs(split.divider() - 0.25) < 0.01);
    QTest::keyClick(&split, Qt::Key_End);
    QCOMPARE(split.divider(), 1.0);
    QTest::keyClick(&split, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(split.divider(), 0.9);
    QCOMPARE(moved.size(), 3);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&split);
    QVERIFY(spoken && spoken->valueInterface());
    QCOMPARE(spoken->valueInterface()->currentValue().toInt(), 90);
}

QTEST_MAIN(LadderViewTest)
#include "tst_ladderview.moc"
