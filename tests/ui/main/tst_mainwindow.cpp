// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/appsettings.h"
#include "ui/common/theme.h"
#include "ui/main/firstrunpage.h"
#include "ui/main/mainwindow.h"
#include "ui/main/windowheader.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace likeness;

namespace {

template <class Button>
Button *visibleButton(const QWidget &root, const QString &name)
{
    for (Button *button : root.findChildren<Button *>()) {
        const QString spoken = button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
        if (spoken == name && button->isVisible())
            return button;
    }
    return nullptr;
}

bool showsText(const QWidget &root, const QString &text)
{
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text() == text)
            return true;
    }
    return false;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_window = std::make_unique<MainWindow>(m_theme, m_settings);
        for (const Place place :
            {Place::MyPhoto, Place::People, Place::Overview, Place::Activity, Place::Settings})
            m_window->setPage(place, new QWidget);
        m_window->setHasOrganisation(true);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void railAndKeysGoToPlaces()
    {
        QTest::mouseClick(visibleButton<QToolButton>(*m_window, QStringLiteral("Activity")), Qt::LeftButton);
        QCOMPARE(m_window->place(), Place::Activity);
        QVERIFY(m_window->page(Place::Activity)->isVisible());
        QVERIFY(showsText(*m_window->header(), QStringLiteral("Activity")));
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_window->place(), Place::People);
        QVERIFY(visibleButton<QToolButton>(*m_window, QStringLiteral("People"))->isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_window->place(), Place::Overview);
        QVERIFY(showsText(*m_window->header(), QStringLiteral("Overview")));
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_window->place(), Place::MyPhoto);
    }

    void onePlaceAtATime()
    {
        for (const Place place :
            {Place::People, Place::Overview, Place::Activity, Place::Settings, Place::MyPhoto}) {
            m_window->goTo(place);
            QCOMPARE(m_window->place(), place);
            QVERIFY(m_window->page(place)->isVisible());
            int checked = 0;
            for (const QToolButton *button : m_window->findChildren<QToolButton *>())
                checked += button->isChecked();
            QCOMPARE(checked, 1);
        }
        m_window->goTo(Place::Settings);
        QVERIFY(showsText(*m_window->header(), QStringLiteral("Settings")));
        QTest::mouseClick(visibleButton<QToolButton>(*m_window, QStringLiteral("Settings")), Qt::LeftButton);
        QVERIFY(visibleButton<QToolButton>(*m_window, QStringLiteral("Settings"))->isChecked());
    }

    void tipsTellTheShortcut()
    {
        QVERIFY(m_window->actions()
                    .action(QStringLiteral("picture.open"))
                    ->toolTip()
                    .contains(QStringLiteral("Ctrl+O")));
    }

    void aDroppedFileIsOfferedFromAnyPlace()
    {
        m_window->goTo(Place::Settings);
        QSignalSpy offered(m_window.get(), &MainWindow::pictureOffered);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("a.jpg"))});
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QCOMPARE(offered.size(), 1);
        QCOMPARE(m_window->place(), Place::MyPhoto);
    }

    void wordsAreNoPicture()
    {
        QSignalSpy offered(m_window.get(), &MainWindow::pictureOffered);
        QGuiApplication::clipboard()->setText(QStringLiteral("hello"));
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(offered.size(), 0);
        QGuiApplication::clipboard()->setImage(QImage(4, 4, QImage::Format_RGB32));
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(offered.size(), 1);
    }

    void withoutAnOrganisationNothingIsTaken()
    {
        m_window->setHasOrganisation(false);
        QSignalSpy open(m_window.get(), &MainWindow::openRequested);
        QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(open.size(), 0);
        QVERIFY(!visibleButton<QToolButton>(*m_window, QStringLiteral("People"))->isEnabled());
    }

    void saysPlainlyWhoseItIs()
    {
        Person amy;
        amy.displayName = QStringLiteral("Amy Alberts");
        m_window->setPersonHeader([&](WindowHeader &header) { header.showPerson(amy, {}, true); });
        QVERIFY(showsText(*m_window, QStringLiteral("Acting on: Amy Alberts")));
        QSignalSpy back(m_window->header(), &WindowHeader::backToMyPhoto);
        QTest::mouseClick(
            visibleButton<QPushButton>(*m_window, QStringLiteral("Back to my photo")), Qt::LeftButton);
        QCOMPARE(back.size(), 1);
    }

    void shortcutsOpenAndClose()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        QVERIFY(showsText(*m_window, QStringLiteral("Open a picture")));
        QVERIFY(showsText(*m_window, QStringLiteral("Ctrl+O")));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!showsText(*m_window, QStringLiteral("Ctrl+O")));
    }

    void remembersItsSize()
    {
        // as wide as may be: newer Qt brings a window back within its screen, which is 800 × 800 here
        m_window->resize(1024, 740);
        m_window->close();
        MainWindow again(m_theme, m_settings);
        QCOMPARE(again.size(), QSize(1024, 740));
    }

    void firstRunOffersBothWays()
    {
        FirstRunPage page(m_theme);
        page.resize(1000, 700);
        page.show();
        QSignalSpy connectAsked(&page, &FirstRunPage::connectRequested);
        QSignalSpy sandboxAsked(&page, &FirstRunPage::sandboxRequested);
        QTest::mouseClick(
            visibleButton<QPushButton>(page, QStringLiteral("Connect to my organisation")), Qt::LeftButton);
        QTest::mouseClick(
            visibleButton<QPushButton>(page, QStringLiteral("Try the sandbox")), Qt::LeftButton);
        QCOMPARE(connectAsked.size(), 1);
        QCOMPARE(sandboxAsked.size(), 1);

        page.setStep(FirstRunPage::Step::DrawingPeople);
        QVERIFY(!visibleButton<QPushButton>(page, QStringLiteral("Try the sandbox"))->isEnabled());
        QSignalSpy stop(&page, &FirstRunPage::cancelRequested);
        QTest::mouseClick(visibleButton<QPushButton>(page, QStringLiteral("Stop")), Qt::LeftButton);
        QCOMPARE(stop.size(), 1);
        page.showError({Errc::Local});
        QVERIFY(visibleButton<QPushButton>(page, QStringLiteral("Try the sandbox"))->isEnabled());
    }

private:
    Theme m_theme;
    MemorySettings m_backend;
    AppSettings m_settings {m_backend};
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
