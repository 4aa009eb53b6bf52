// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace likeness;

namespace {

double luminance(const QColor &colour)
{
    const auto linear
        = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

/// WCAG 2.1 contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

/// The colour an icon is drawn in.
QColor inkOf(const QIcon &icon, QIcon::Mode mode)
{
    const QImage drawn = icon.pixmap(QSize(48, 48), mode).toImage();
    QColor most(0, 0, 0, 0);
    for (int y = 0; y < drawn.height(); ++y) {
        for (int x = 0; x < drawn.width(); ++x) {
            if (const QColor here = drawn.pixelColor(x, y); here.alpha() > most.alpha())
                most = here;
        }
    }
    return most;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void textKeepsItsContrast_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << int(Theme::Kind::Light) << 4.5;
        QTest::newRow("dark") << int(Theme::Kind::Dark) << 4.5;
        QTest::newRow("high contrast") << int(Theme::Kind::HighContrast) << 7.0;
    }
    void textKeepsItsContrast()
    {
        QFETCH(int, kind);
        QFETCH(double, least);
        const auto of
            = [kind](ColourRole role) { return Theme::colour(role, static_cast<Theme::Kind>(kind)); };
        const QList<ColourRole> texts {ColourRole::Ink, ColourRole::Soft, ColourRole::Accent,
            ColourRole::InStep, ColourRole::Pending, ColourRole::Reduced, ColourRole::Stale,
            ColourRole::Different, ColourRole::Missing, ColourRole::Removed, ColourRole::Blocked,
            ColourRole::Unknown};
        for (const ColourRole text : texts) {
            for (const ColourRole ground : {ColourRole::Window, ColourRole::Panel}) {
                const double ratio = contrast(of(text), of(ground));
                QVERIFY2(ratio >= least,
                    qPrintable(
                        QStringLiteral("role %1 on %2: %3").arg(int(text)).arg(int(ground)).arg(ratio)));
            }
        }
        for (const ColourRole text : {ColourRole::Ink, ColourRole::Stale})
            QVERIFY(contrast(of(text), of(ColourRole::Notice)) >= least);
        QVERIFY(contrast(of(ColourRole::OnAccent), of(ColourRole::Accent)) >= least);
        QVERIFY(contrast(of(ColourRole::OnSurround), of(ColourRole::Surround)) >= least);
        QVERIFY(contrast(of(ColourRole::Accent), of(ColourRole::Selection)) >= 4.5);
    }

    void iconsThatCannotBePressedStepBack_data()
    {
        QTest::addColumn<int>("drawn");
        QTest::addColumn<int>("ground");
        QTest::newRow("on a panel") << int(ColourRole::Ink) << int(ColourRole::Panel);
        QTest::newRow("over a picture") << int(ColourRole::OnSurround) << int(ColourRole::Surround);
    }
    void iconsThatCannotBePressedStepBack()
    {
        QFETCH(int, drawn);
        QFETCH(int, ground);
        const Theme theme; // light, with its dark surround
        const QIcon icon = themedIcon(theme, QStringLiteral("undo"), static_cast<ColourRole>(drawn));
        const QColor below = theme.colour(static_cast<ColourRole>(ground));
        const double normal = contrast(inkOf(icon, QIcon::Normal), below);
        const double disabled = contrast(inkOf(icon, QIcon::Disabled), below);
        QVERIFY2(disabled < normal / 2 && disabled > 1.3, qPrintable(QString::number(disabled)));
    }

    void followsTheSystemWhileOpen()
    {
        Theme theme;
        theme.applyTo(*qApp);
        QCOMPARE(theme.kind(), Theme::Kind::Light);
        QSignalSpy changed(&theme, &Theme::changed);

        QPalette dark;
        dark.setColor(QPalette::Window, QColor(0x32, 0x32, 0x32));
        dark.setColor(QPalette::WindowText, Qt::white);
        QApplication::setPalette(dark);
        QCOMPARE(theme.kind(), Theme::Kind::Dark);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme.colour(ColourRole::Window));

        theme.choose(ThemeChoice::Light);
        QCOMPARE(theme.kind(), Theme::Kind::Light);
        theme.choose(ThemeChoice::System);
        QCOMPARE(theme.kind(), Theme::Kind::Dark);

        QPalette black;
        black.setColor(QPalette::Window, Qt::black);
        black.setColor(QPalette::WindowText, Qt::white);
        QApplication::setPalette(black);
        QCOMPARE(theme.kind(), Theme::Kind::HighContrast);
    }

    void aChoiceOutlivesTheSystem()
    {
        Theme theme;
        theme.applyTo(*qApp);
        theme.choose(ThemeChoice::HighContrast);
        QApplication::setPalette(QPalette(Qt::white));
        QCOMPARE(theme.kind(), Theme::Kind::HighContrast);
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::black));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
