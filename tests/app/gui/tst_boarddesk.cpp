// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/boarddesk.h"
#include "app/gui/desk.h"
#include "services/sandbox/sandbox.h"
#include "services/sandbox/sandboxpeople.h"
#include "services/settings/appsettings.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"
#include "ui/main/mainwindow.h"
#include "ui/main/personpage.h"
#include "ui/sync/tourbar.h"
#include "ui/sync/tourwords.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

/// The sync board as a person has it: the whole window on the sandbox organisation, by its buttons.
class tst_BoardDesk final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void cardsComeWhenTheBoardIsShown();
    void curesARemovalStepByStep();
    void leadsThroughATour();
    void aTourEndsWithItsPerson();
    void writesTheDiagnosis();

private:
    void show(const QString &key);
    void refreshed();
    QPushButton *button(const QString &words) const;
    void press(const QString &words);
    bool says(const QString &words) const;
    const Finding &at(SyncNode node) const { return *m_desk->board()->session().board().at(node); }

    Theme m_theme;
    Language m_language;
    MemorySettings m_backend;
    QTemporaryDir m_place;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Desk> m_desk;
};

void tst_BoardDesk::initTestCase()
{
    m_theme.applyTo(*qApp);
    m_settings = std::make_unique<AppSettings>(m_backend);
    m_window = std::make_unique<MainWindow>(m_theme, *m_settings);
    m_window->resize(1360, 860);
    m_desk = std::make_unique<Desk>(
        Desk::House {m_theme, m_language, *m_settings, *m_window, m_place.path() + u'/'});
    m_window->show();
    m_desk->begin({{}, true, {}});
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->board(), 150'000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->board()->session().person().keys.key.isEmpty(), 30'000);
}

void tst_BoardDesk::cleanupTestCase()
{
    m_desk.reset();
    m_window.reset();
}

void tst_BoardDesk::show(const QString &key)
{
    for (const SandboxPerson &each : sandboxPeople()) {
        if (each.person.keys.key == key)
            QVERIFY(m_desk->showPerson(each.person));
    }
    refreshed();
}

void tst_BoardDesk::refreshed()
{
    BoardSession &session = m_desk->board()->session();
    if (!session.isLooking())
        m_desk->board()->lookAgain();
    QTRY_VERIFY_WITH_TIMEOUT(!session.isLooking(), 30'000);
}

QPushButton *tst_BoardDesk::button(const QString &words) const
{
    for (QPushButton *each : m_window->findChildren<QPushButton *>()) {
        if (each->isVisible() && each->text() == words)
            return each;
    }
    return nullptr;
}

void tst_BoardDesk::press(const QString &words)
{
    QTRY_VERIFY2_WITH_TIMEOUT(button(words) && button(words)->isEnabled(), qPrintable(words), 30'000);
    QTest::mouseClick(button(words), Qt::LeftButton);
}

bool tst_BoardDesk::says(const QString &words) const
{
    const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

void tst_BoardDesk::cardsComeWhenTheBoardIsShown()
{
    m_desk->personPage()->showTab(PersonPage::Tab::SyncBoard);
    show(u"ines.munoz"_s);
    QCOMPARE(at(SyncNode::Exchange).state, SyncState::InStep);
    QVERIFY(at(SyncNode::SharePoint).shows);
    QVERIFY(!at(SyncNode::Exchange).derived);
}

void tst_BoardDesk::curesARemovalStepByStep()
{
    show(u"sean.obrien"_s);
    const QByteArray before = at(SyncNode::ActiveDirectory).shows->photo.bytes;
    QVERIFY(!before.isEmpty());
    m_desk->sandbox()->world()->changePhotos(
        u"sean.obrien"_s, [](SandboxPhotos &photos) { photos.mailboxRemoved = true; });
    refreshed();
    QCOMPARE(at(SyncNode::Exchange).state, SyncState::RemovedOnPurpose);
    m_desk->personPage()->findChild<SyncPage *>()->showNode(SyncNode::Exchange);
    press(u"Step by step…"_s);
    press(u"Run it in the sandbox"_s);
    press(u"Close"_s);
    refreshed();
    QCOMPARE(at(SyncNode::ActiveDirectory).shows->photo.bytes, before);
    QVERIFY(at(SyncNode::Exchange).state != SyncState::RemovedOnPurpose);
}

void tst_BoardDesk::leadsThroughATour()
{
    const TourBar *tours = m_window->findChild<TourBar *>();
    QVERIFY(tours);
    const QList<QAction *> offers = tours->chooser()->menu()->actions();
    offers[0]->trigger(); // SharePoint waits for a visit of her own
    QTRY_VERIFY_WITH_TIMEOUT(button(u"End the tour"_s), 30'000);
    QCOMPARE(m_desk->upload()->person().keys.key, sandboxTours()[0].person);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->board()->session().isLooking(), 30'000);
    press(wordsForTourStep(sandboxTours()[0].steps[0].id).button);
    QTRY_VERIFY_WITH_TIMEOUT(says(wordsForTourStep(sandboxTours()[0].steps[0].id).after), 60'000);
}

void tst_BoardDesk::aTourEndsWithItsPerson()
{
    QVERIFY(button(u"End the tour"_s));
    show(u"ines.munoz"_s);
    QVERIFY(!button(u"End the tour"_s));
}

void tst_BoardDesk::writesTheDiagnosis()
{
    const QString path = m_place.filePath(u"diagnosis.html"_s);
    QVERIFY(m_desk->board()->writeDiagnosis(path, DiagnosisFormat::Html));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(m_desk->board()->session().person().displayName));
    QVERIFY(
        !m_desk->board()->writeDiagnosis(m_place.filePath(u"none/diagnosis.html"_s), DiagnosisFormat::Html));
}

int main(int argc, char **argv)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // no keychain
    QApplication application(argc, argv);
    tst_BoardDesk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_boarddesk.moc"
