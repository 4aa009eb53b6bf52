// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/desk.h"
#include "services/settings/appsettings.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"
#include "ui/main/mainwindow.h"
#include "ui/photo/photopage.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

/// The window as the program puts it together, over an organisation with a folder: what main does, offscreen.
class TestDesk : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void uploadsThePictureOfTheCommandLineAndRestores();
    void saysWhyARestoreIsRefused();
    void saysWhyAnOrganisationDoesNotOpen();

private:
    QString at(const QString &name) const { return m_place->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    void uploadOnce();
    QPushButton *button(const QString &text) const;
    bool says(const QString &words) const;

    Theme m_theme;
    Language m_language;
    MemorySettings m_backend;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Desk> m_desk;
};

void TestDesk::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // no keychain
    m_theme.applyTo(*qApp);
}

void TestDesk::init()
{
    m_place = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_place->path()).mkpath(u"photos"_s));
    write(u"people.csv"_s, "key,displayName,mail\nada.reyes,Ada Reyes,ada@example.test\n");
    write(u"organisation.json"_s, R"({"title": "Test", "me": "ada.reyes", "endpoints": [
        {"kind": "folder", "name": "folder", "title": "Photo folder", "path": "photos", "people": "people.csv"}]})");
    QImage picture(1400, 1000, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    QVERIFY(picture.save(at(u"picture.png"_s)));
    m_backend = MemorySettings();
    m_settings = std::make_unique<AppSettings>(m_backend);
    m_window = std::make_unique<MainWindow>(m_theme, *m_settings);
    m_desk = std::make_unique<Desk>(
        Desk::House {m_theme, m_language, *m_settings, *m_window, m_place->path() + u'/'});
    m_window->show();
}

void TestDesk::cleanup()
{
    m_desk.reset();
    m_window.reset();
}

void TestDesk::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QPushButton *TestDesk::button(const QString &text) const
{
    for (QPushButton *each : m_window->findChildren<QPushButton *>()) {
        if (each->isVisible() && each->text() == text)
            return each;
    }
    return nullptr;
}

bool TestDesk::says(const QString &words) const
{
    const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
        [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

void TestDesk::uploadOnce()
{
    m_desk->begin({at(u"organisation.json"_s), false, at(u"picture.png"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->photoPage()->isSettled(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->upload()->plan().steps.value(0).writes, 20'000);
    QCOMPARE(m_desk->upload()->person().displayName, u"Ada Reyes"_s);
    m_desk->upload()->upload();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->upload()->isRunning(), 20'000);
    QVERIFY(QFile::exists(at(u"photos/ada.reyes.jpg"_s)));
}

void TestDesk::uploadsThePictureOfTheCommandLineAndRestores()
{
    uploadOnce();
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(m_settings->recentFiles(), QStringList {at(u"picture.png"_s)});
    QCOMPARE(m_settings->value(AppSettings::organisationFile), at(u"organisation.json"_s));

    m_window->goTo(Place::Activity);
    QVERIFY(button(u"Restore"_s));
    QTest::mouseClick(button(u"Restore"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->upload()->isRunning(), 20'000);
    QVERIFY(!QFile::exists(at(u"photos/ada.reyes.jpg"_s))); // there had been none
    QCOMPARE(m_window->place(), Place::MyPhoto);
}

void TestDesk::saysWhyARestoreIsRefused()
{
    uploadOnce();
    if (QTest::currentTestFailed())
        return;
    m_desk.reset(); // the next run of the program, with another store
    write(u"organisation.json"_s, R"({"title": "Test", "me": "ada.reyes", "endpoints": [
        {"kind": "folder", "name": "elsewhere", "title": "Elsewhere", "path": "photos", "people": "people.csv"}]})");
    m_desk = std::make_unique<Desk>(
        Desk::House {m_theme, m_language, *m_settings, *m_window, m_place->path() + u'/'});
    m_desk->begin({at(u"organisation.json"_s)});
    m_window->goTo(Place::Activity);
    QVERIFY(button(u"Restore"_s));
    QTest::mouseClick(button(u"Restore"_s), Qt::LeftButton);
    QTRY_VERIFY(says(u"The photo was not restored"_s));
    QTest::mouseClick(button(u"Dismiss"_s), Qt::LeftButton);
    QVERIFY(!says(u"The photo was not restored"_s));
}

void TestDesk::saysWhyAnOrganisationDoesNotOpen()
{
    write(u"broken.json"_s, "{");
    m_desk->begin({at(u"broken.json"_s)});
    QVERIFY(!m_desk->photoPage());
    QVERIFY(says(u"broken.json"_s));
}

QTEST_MAIN(TestDesk)
#include "tst_desk.moc"
