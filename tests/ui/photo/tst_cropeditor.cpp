// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/photo/portrait.h"
#include "ui/common/theme.h"
#include "ui/photo/cropcanvas.h"
#include "ui/photo/cropeditor.h"
#include "ui/photo/straightenslider.h"
#include "ui/photo/surroundchip.h"

#include <QAccessible>
#include <QAction>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace likeness;

/// Plays the owner of the recipe: applies what is wanted and remembers the gestures.
class CropEditorTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_editor.reset(); }
    void dragsAHandle();
    void movesTheCropInOneGesture();
    void nudgesAndResizesByKeys();
    void zoomsAboutThePointer();
    void pansWithTheMiddleButton();
    void turnsAndMirrors();
    void straightensInTenths();
    void doubleClickLevels();
    void warnsOfEnlargement();
    void cursorSaysWhatADragDoes();
    void resetForgetsEverything();
    void readsAloud();
    void dimsTheOutside();
    void namesEveryControl();
    void repaintsFastEnough();

private:
    QToolButton *button(const QString &name) const;
    QPoint onScreen(const QPointF &framePoint) const;
    void drag(const QPoint &from, const QPoint &to, Qt::MouseButton button = Qt::LeftButton);
    QRect crop() const { return m_recipe.cropIn(m_upright).rect(); }
    void open(QSize upright);

    Theme m_theme;
    std::unique_ptr<CropEditor> m_editor;
    CropCanvas *m_canvas = nullptr;
    PhotoRecipe m_recipe;
    QSize m_upright;
    QList<int> m_gestures;
};

void CropEditorTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    m_editor = std::make_unique<CropEditor>(m_theme);
    m_canvas = m_editor->canvas();
    m_gestures.clear();
    connect(m_editor.get(), &CropEditor::recipeWanted, this,
        [this](const PhotoRecipe &recipe, const QString &undoText, int gesture) {
            QVERIFY(!undoText.isEmpty());
            m_recipe = recipe;
            m_gestures.append(gesture);
            m_editor->setRecipe(recipe);
        });
    m_editor->resize(900, 640);
    m_editor->show();
    open(QSize(2000, 1500));
}

void CropEditorTest::open(QSize upright)
{
    m_upright = upright;
    m_recipe = {};
    m_editor->setPicture(drawnPortrait(upright / 2), upright, QStringLiteral("portrait.png"));
    m_editor->setRecipe(m_recipe);
}

QToolButton *CropEditorTest::button(const QString &name) const
{
    for (QToolButton *one : m_editor->findChildren<QToolButton *>()) {
        if (one->accessibleName() == name)
            return one;
    }
    return nullptr;
}

QPoint CropEditorTest::onScreen(const QPointF &framePoint) const
{
    const QRectF shown = m_canvas->cropOnScreen();
    const double scale = shown.width() / crop().width();
    return ((framePoint - QPointF(crop().topLeft())) * scale + shown.topLeft()).toPoint();
}

void CropEditorTest::drag(const QPoint &from, const QPoint &to, Qt::MouseButton button)
{
    QTest::mousePress(m_canvas, button, {}, from);
    for (int step = 1; step <= 4; ++step) {
        QMouseEvent move(QEvent::MouseMove, QPointF(from + (to - from) * step / 4),
            m_canvas->mapToGlobal(QPointF(from + (to - from) * step / 4)), Qt::NoButton, button,
            Qt::NoModifier);
        QCoreApplication::sendEvent(m_canvas, &move);
    }
    QTest::mouseRelease(m_canvas, button, {}, to);
}

void CropEditorTest::dragsAHandle()
{
    const QRect before = crop(); // 1500 px at (250, 0)
    drag(onScreen(before.bottomRight() + QPoint(1, 1)), onScreen(QPointF(1250, 1000)));
    QCOMPARE(crop().topLeft(), before.topLeft());
    QVERIFY2(std::abs(crop().width() - 1000) <= 3, qPrintable(QString::number(crop().width())));
}

void CropEditorTest::movesTheCropInOneGesture()
{
    m_recipe = m_recipe.cropped(QRect(500, 300, 600, 600), m_upright);
    m_editor->setRecipe(m_recipe);
    drag(onScreen(QPointF(800, 600)), onScreen(QPointF(900, 650)));
    QVERIFY((crop().topLeft() - QPoint(600, 350)).manhattanLength() <= 4);
    QCOMPARE(crop().width(), 600);
    QVERIFY(m_gestures.size() > 1);
    QCOMPARE(m_gestures.count(m_gestures.constFirst()), m_gestures.size());
    const int first = m_gestures.constFirst();
    QVERIFY(first != 0);
    drag(onScreen(QPointF(900, 650)), onScreen(QPointF(800, 600)));
    QVERIFY(m_gestures.constLast() != first);
}

void CropEditorTest::nudgesAndResizesByKeys()
{
    m_recipe = m_recipe.cropped(QRect(500, 300, 600, 600), m_upright);
    m_editor->setRecipe(m_recipe);
    QTest::keyClick(m_canvas, Qt::Key_Right);
    QCOMPARE(crop(), QRect(501, 300, 600, 600));
    QTest::keyClick(m_canvas, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(crop(), QRect(501, 290, 600, 600));
    QTest::keyClick(m_canvas, Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(crop(), QRect(500, 289, 602, 602));
    QTest::keyClick(m_canvas, Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(crop(), QRect(510, 299, 582, 582));
}

void CropEditorTest::zoomsAboutThePointer()
{
    m_recipe = m_recipe.cropped(QRect(500, 300, 600, 600), m_upright);
    m_editor->setRecipe(m_recipe);
    const QPointF corner = m_canvas->cropOnScreen().topLeft();
    const double before = m_canvas->cropOnScreen().width();
    QVERIFY(!button(QStringLiteral("Fit"))->isEnabled());
    QWheelEvent wheel(corner, m_canvas->mapToGlobal(corner), QPoint(), QPoint(0, 480), Qt::NoButton,
        Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_canvas, &wheel);
    QVERIFY(m_canvas->cropOnScreen().width() > before * 1.6);
    QVERIFY((m_canvas->cropOnScreen().topLeft() - corner).manhattanLength() < 0.01);
    QTest::mouseClick(button(QStringLiteral("Fit")), Qt::LeftButton);
    QCOMPARE(m_canvas->cropOnScreen().width(), before);
    QVERIFY(m_gestures.isEmpty()); // looking is no change
}

void CropEditorTest::pansWithTheMiddleButton()
{
    m_canvas->setFocus();
    QTest::keyClick(m_canvas, Qt::Key_Plus);
    QTest::keyClick(m_canvas, Qt::Key_Plus);
    const QPointF before = m_canvas->cropOnScreen().topLeft();
    drag(QPoint(400, 300), QPoint(390, 295), Qt::MiddleButton);
    QCOMPARE(m_canvas->cropOnScreen().topLeft(), before + QPointF(-10, -5));
    QVERIFY(m_gestures.isEmpty());
}

void CropEditorTest::turnsAndMirrors()
{
    QTest::mouseClick(button(QStringLiteral("Turn right")), Qt::LeftButton);
    QCOMPARE(m_recipe.quarterTurns, 1);
    QTest::mouseClick(button(QStringLiteral("Turn left")), Qt::LeftButton);
    QTest::mouseClick(button(QStringLiteral("Turn left")), Qt::LeftButton);
    QCOMPARE(m_recipe.quarterTurns, 3);
    QTest::mouseClick(button(QStringLiteral("Mirror")), Qt::LeftButton);
    QVERIFY(m_recipe.mirrored);
}

void CropEditorTest::straightensInTenths()
{
    auto *slider = m_editor->findChild<StraightenSlider *>();
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Right);
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(m_recipe.straightenDegrees, 0.2);
    QCOMPARE(m_gestures.size(), 2);
    QCOMPARE(m_gestures.constFirst(), m_gestures.constLast());
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(m_recipe.straightenDegrees, 15.0);
}

void CropEditorTest::doubleClickLevels()
{
    auto *slider = m_editor->findChild<StraightenSlider *>();
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_PageUp);
    QCOMPARE(m_recipe.straightenDegrees, 1.0);
    QTest::mouseDClick(slider, Qt::LeftButton);
    QCOMPARE(m_recipe.straightenDegrees, 0.0);
}

void CropEditorTest::warnsOfEnlargement()
{
    const auto warning = [this] {
        for (const SurroundChip *chip : m_editor->findChildren<SurroundChip *>()) {
            if (chip->isVisible() && chip->text().contains(QStringLiteral("enlarged")))
                return chip->text();
        }
        return QString();
    };
    QCOMPARE(warning(), QString());
    m_editor->setRecipe(m_recipe.cropped(QRect(0, 0, 463, 463), m_upright));
    QCOMPARE(warning(), QStringLiteral("the largest size will be enlarged ×1.4"));
    m_editor->setRecipe(m_recipe.cropped(QRect(0, 0, 648, 648), m_upright));
    QCOMPARE(warning(), QString());
}

void CropEditorTest::cursorSaysWhatADragDoes()
{
    m_editor->setRecipe(m_recipe.cropped(QRect(500, 300, 600, 600), m_upright));
    const QRectF shown = m_canvas->cropOnScreen();
    const auto cursorAt = [this](const QPointF &point) {
        QMouseEvent move(QEvent::MouseMove, point, m_canvas->mapToGlobal(point), Qt::NoButton, Qt::NoButton,
            Qt::NoModifier);
        QCoreApplication::sendEvent(m_canvas, &move);
        return m_canvas->cursor().shape();
    };
    QCOMPARE(cursorAt(shown.topLeft()), Qt::SizeFDiagCursor);
    QCOMPARE(cursorAt(shown.topRight()), Qt::SizeBDiagCursor);
    QCOMPARE(cursorAt({shown.right(), shown.center().y()}), Qt::SizeHorCursor);
    QCOMPARE(cursorAt(shown.center()), Qt::SizeAllCursor);
    QCOMPARE(cursorAt({5, 300}), Qt::ArrowCursor);
}

void CropEditorTest::resetForgetsEverything()
{
    QToolButton *reset = button(QStringLiteral("Reset"));
    QVERIFY(!reset->isEnabled());
    QTest::mouseClick(button(QStringLiteral("Mirror")), Qt::LeftButton);
    QVERIFY(reset->isEnabled());
    QTest::mouseClick(reset, Qt::LeftButton);
    QVERIFY(m_recipe == PhotoRecipe());
}

void CropEditorTest::readsAloud()
{
    m_editor->setRecipe(m_recipe.cropped(QRect(112, 24, 1024, 1024), m_upright));
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_canvas);
    QVERIFY(spoken);
    QCOMPARE(spoken->role(), QAccessible::Graphic);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Crop editor"));
    QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("crop 1\u202f024 × 1\u202f024 at 112, 24"));
}

void CropEditorTest::dimsTheOutside()
{
    m_upright = QSize(1000, 1000);
    QImage white(500, 500, QImage::Format_RGB32);
    white.fill(Qt::white);
    m_editor->setPicture(white, m_upright, {});
    m_recipe = PhotoRecipe().cropped(QRect(300, 300, 400, 400), m_upright);
    m_editor->setRecipe(m_recipe);
    const QImage shown = m_canvas->grab().toImage();
    QCOMPARE(shown.pixelColor(onScreen({600, 640})), QColor(Qt::white));
    const QColor ground = m_theme.colour(ColourRole::Surround);
    const int dimmed = qRound(255 * 0.45 + ground.red() * 0.55);
    QVERIFY(std::abs(shown.pixelColor(onScreen({100, 500})).red() - dimmed) <= 2);
}

void CropEditorTest::namesEveryControl()
{
    for (const QToolButton *one : m_editor->findChildren<QToolButton *>()) {
        QVERIFY(!one->accessibleName().isEmpty());
        QVERIFY2(!one->toolTip().isEmpty(), qPrintable(one->accessibleName()));
    }
    QVERIFY(button(QStringLiteral("Mirror"))->toolTip().contains(QStringLiteral("Ctrl+M")));
}

void CropEditorTest::repaintsFastEnough()
{
    QImage target(m_canvas->size(), QImage::Format_RGB32);
    m_canvas->render(&target);
    int left = 0;
    QBENCHMARK
    {
        left = (left + 7) % 400;
        m_canvas->setRecipe(m_recipe.cropped(QRect(left, 100, 900, 900), m_upright));
        m_canvas->render(&target);
    }
}

QTEST_MAIN(CropEditorTest)
#include "tst_cropeditor.moc"
