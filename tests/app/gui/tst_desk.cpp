// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/desk.h"
#include "services/ledger/sqlledger.h"
#include "services/settings/appsettings.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"
#include "ui/main/mainwindow.h"
#include "ui/people/import/importpage.h"
#include "ui/people/peoplesearchpage.h"
#include "ui/photo/photopage.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMimeData>
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
    void saysThatTheHistoryWasDamaged();
    void saysHowAWriteEndedThatWasCutShort_data();
    void saysHowAWriteEndedThatWasCutShort();
    void changesTheLanguageOfEverythingThatIsShown();
    void importsAFolder();
    void importsAFolderThatIsDropped();

private:
    QString at(const QString &name) const { return m_place->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    void openWindow();
    void uploadOnce();
    QStringList textsOfAllPages();
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
    openWindow();
}

void TestDesk::openWindow()
{
    m_desk.reset();
    m_window.reset();
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

void TestDesk::saysThatTheHistoryWasDamaged()
{
    write(u"ledger.sqlite"_s, QByteArray("this was a ledger once. ").repeated(400));
    m_desk->begin({at(u"organisation.json"_s)});
    QVERIFY(says(u"The history was damaged."_s));
    QVERIFY(m_desk->photoPage());
    uploadOnce();
}

void TestDesk::saysHowAWriteEndedThatWasCutShort_data()
{
    QTest::addColumn<QByteArray>("found");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("arrived") << QByteArray("the new photo") << u"the photo had arrived"_s;
    QTest::newRow("not") << QByteArray("the old photo") << u"the photo did not arrive; upload it again"_s;
}

void TestDesk::saysHowAWriteEndedThatWasCutShort()
{
    QFETCH(const QByteArray, found);
    QFETCH(const QString, sentence);
    {
        const auto opening = SqlLedger::open(at(u"ledger.sqlite"_s));
        QVERIFY(opening);
        LedgerEntry entry;
        entry.organisation = u"Test"_s;
        entry.personKey = u"ada.reyes"_s;
        entry.personName = u"Ada Reyes"_s;
        entry.store = {Workload::Folder, u"folder"_s};
        entry.storeTitle = u"Photo folder"_s;
        QVERIFY(opening->ledger->begin(
            entry, EncodedPhoto::of("the old photo", {48, 48}), EncodedPhoto::of("the new photo", {48, 48})));
    } // and here the program ended
    write(u"photos/ada.reyes.jpg"_s, found);
    m_desk->begin({at(u"organisation.json"_s)});
    QTRY_VERIFY(says(u"Likeness was closed in the middle of a change."_s));
    QVERIFY(says(u"Ada Reyes in Photo folder: "_s + sentence));
}

namespace {

QStringList onlyIn(QStringList texts, const QStringList &others)
{
    texts.removeIf([&others](const QString &text) { return others.contains(text); });
    return texts;
}

} // namespace

/// From the people to the import and back.
void TestDesk::importsAFolder()
{
    QVERIFY(QDir().mkpath(at(u"in"_s)));
    QVERIFY(QFile::copy(at(u"picture.png"_s), at(u"in/Ada Reyes.png"_s)));
    m_desk->begin({at(u"organisation.json"_s)});
    QTRY_VERIFY(m_desk->peoplePage());
    m_window->goTo(Place::People);
    QTRY_VERIFY(button(u"Import photos…"_s));
    QTest::mouseClick(button(u"Import photos…"_s), Qt::LeftButton);
    QTRY_VERIFY(says(u"Photos for many people"_s));
    auto *page = m_window->findChild<ImportPage *>();
    page->setSource(at(u"in"_s));
    QTRY_VERIFY(button(u"Start (1)"_s) && button(u"Start (1)"_s)->isEnabled());
    QTest::mouseClick(button(u"Start (1)"_s), Qt::LeftButton);
    QTRY_VERIFY(says(u"Finished."_s));
    QVERIFY(QFile::exists(at(u"photos/ada.reyes.jpg"_s)));
    QTest::mouseClick(button(u"Undo the import"_s), Qt::LeftButton);
    QTRY_VERIFY(says(u"Undone"_s));
    QVERIFY(!QFile::exists(at(u"photos/ada.reyes.jpg"_s)));
    const QList<QPushButton *> buttons = page->findChildren<QPushButton *>();
    const auto back = std::ranges::find(buttons, u"Back to the people"_s, &QPushButton::accessibleName);
    QVERIFY(back != buttons.end());
    QTest::mouseClick(*back, Qt::LeftButton);
    QTRY_VERIFY(button(u"Import photos…"_s));
}

/// Dropped on the people, a folder is looked at for an import.
void TestDesk::importsAFolderThatIsDropped()
{
    QVERIFY(QDir().mkpath(at(u"in"_s)));
    QVERIFY(QFile::copy(at(u"picture.png"_s), at(u"in/Ada Reyes.png"_s)));
    m_desk->begin({at(u"organisation.json"_s)});
    QTRY_VERIFY(m_desk->peoplePage());
    m_window->goTo(Place::People);
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(at(u"in"_s))});
    const QPoint middle = m_desk->peoplePage()->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_desk->peoplePage(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(middle), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_desk->peoplePage(), &drop);
    QTRY_VERIFY(button(u"Start (1)"_s) && button(u"Start (1)"_s)->isEnabled());
}

/// The words of every widget, page after page.
QStringList TestDesk::textsOfAllPages()
{
    QStringList texts {m_window->windowTitle()};
    for (const Place place :
        {Place::MyPhoto, Place::People, Place::Overview, Place::Activity, Place::Settings}) {
        m_window->goTo(place);
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            QStringList words {widget->accessibleName(), widget->accessibleDescription(), widget->toolTip()};
            for (const char *property : {"text", "placeholderText", "currentText", "title"})
                words += widget->property(property).toString();
            if (!words.join(QString()).isEmpty())
                texts += QString::fromLatin1(widget->metaObject()->className()) + u": "_s
                    + words.join(u" | "_s);
        }
    }
    texts.sort();
    return texts;
}

/// What a window shows after the switch is what it shows when it was begun in that language.
void TestDesk::changesTheLanguageOfEverythingThatIsShown()
{
    const auto opened = [this](const QString &language, const QString &keychain) {
        m_language.choose(language);
        openWindow();
        m_desk->begin({at(u"organisation.json"_s), false, at(u"picture.png"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->photoPage()->isSettled(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->upload()->plan().steps.value(0).writes, 20'000);
        m_window->goTo(Place::Settings);
        QTRY_VERIFY(says(keychain)); // looked for in the background
    };
    opened(u"de"_s, u"Schlüsselbund"_s);
    const QStringList german = textsOfAllPages();
    opened(u"en"_s, u"keychain"_s);
    const QStringList english = textsOfAllPages();
    m_language.choose(u"de"_s);
    QTRY_COMPARE(onlyIn(textsOfAllPages(), german).join(u'\n'), QString());
    m_language.choose(u"en"_s);
    QTRY_COMPARE(onlyIn(textsOfAllPages(), english).join(u'\n'), QString());
    QVERIFY(german != english);
    QVERIFY(german.join(u' ').contains(u"Hochladen"_s));
}

QTEST_MAIN(TestDesk)
#include "tst_desk.moc"
