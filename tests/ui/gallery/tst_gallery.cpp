// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/gallery/clipping.h"
#include "tests/ui/gallery/gallery.h"
#include "ui/common/language.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QPixmap>
#include <QTest>
#include <QTranslator>
#include <QWidget>

using namespace likeness;

namespace {

/// Every word longer by a third, with letters beyond ASCII: what does not pass through tr() stands out, what
/// is too narrow breaks.
class PseudoWords final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        text.replace(QStringLiteral("%n"), QString::number(n));
        const qsizetype more = text.size() / 3;
        return u'⟦' + text.replace(u'a', u'ä').replace(u'e', u'é').replace(u'o', u'ø') + QString(more, u'·')
            + u'⟧';
    }
};

struct Look
{
    const char *name;
    ThemeChoice theme;
    const char *language; ///< "en", "de", "rtl"
    double scale;
    QSize size;
};

// Each look differs in more than one way, so that all of them are seen without a thousand files.
const Look looks[] = {
    {"light-en-1360", ThemeChoice::Light, "en", 1.0, {1360, 860}},
    {"dark-en-1360", ThemeChoice::Dark, "en", 1.0, {1360, 860}},
    {"contrast-en-1360", ThemeChoice::HighContrast, "en", 1.0, {1360, 860}},
    {"light-de-1024", ThemeChoice::Light, "de", 1.0, {1024, 700}},
    {"dark-rtl-1024", ThemeChoice::Dark, "rtl", 1.0, {1024, 700}},
    {"light-rtl-1360-2x", ThemeChoice::Light, "rtl", 2.0, {1360, 860}},
    {"dark-de-1360-15x", ThemeChoice::Dark, "de", 1.5, {1360, 860}},
    {"contrast-de-2560", ThemeChoice::HighContrast, "de", 1.0, {2560, 1440}},
    {"light-en-2560", ThemeChoice::Light, "en", 1.0, {2560, 1440}},
};

/// At device pixels of its own, whatever the screen has.
QPixmap grabbed(QWidget &widget, double scale)
{
    QPixmap pixmap((QSizeF(widget.size()) * scale).toSize());
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    widget.render(&pixmap);
    return pixmap;
}

} // namespace

/// Renders every screen in every look to gallery/ beside the test; fails on words that do not fit, controls
/// without a name, and any warning.
class TestGallery : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_theme.applyTo(*qApp);
        QVERIFY(QDir().mkpath(folder()));
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_pseudo);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        m_language.choose(QStringLiteral("en"));
    }

    void screens_data()
    {
        QTest::addColumn<int>("screen");
        QTest::addColumn<int>("look");
        m_screens = allScreens();
        for (int screen = 0; screen < m_screens.size(); ++screen) {
            for (int look = 0; look < int(std::size(looks)); ++look)
                QTest::addRow("%s-%s", qPrintable(m_screens.at(screen).name), looks[look].name)
                    << screen << look;
        }
    }
    void screens()
    {
        QFETCH(int, screen);
        QFETCH(int, look);
        const Look &as = looks[look];
        m_theme.choose(as.theme);
        if (QLatin1String(as.language) == QLatin1String("rtl")) {
            QCoreApplication::installTranslator(&m_pseudo);
            QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        } else {
            m_language.choose(QLatin1String(as.language));
        }
        const std::unique_ptr<QWidget> widget = m_screens.at(screen).make(m_theme);
        widget->resize(as.size);
        widget->setAttribute(Qt::WA_DontShowOnScreen);
        widget->show();
        QCoreApplication::sendPostedEvents();
        if (m_screens.at(screen).name.contains(QStringLiteral("loading")))
            QTest::qWait(200); // the skeleton comes after 150 ms
        const QPixmap pixmap = grabbed(*widget, as.scale);
        const QString file
            = QStringLiteral("%1/%2.png").arg(folder(), QLatin1String(QTest::currentDataTag()));
        QVERIFY2(pixmap.save(file, "PNG", 80), qPrintable(file));
        QCOMPARE(widget->size(), as.size);
        const QStringList clipped = clippedTexts(*widget);
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
        const QStringList nameless = namelessControls(*widget);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

private:
    static QString folder() { return QCoreApplication::applicationDirPath() + QStringLiteral("/gallery"); }

    Theme m_theme;
    Language m_language;
    PseudoWords m_pseudo;
    QList<GalleryScreen> m_screens;
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
