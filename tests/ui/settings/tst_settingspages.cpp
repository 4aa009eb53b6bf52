// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fakehouse.h"
#include "ui/activity/activitypage.h"
#include "ui/common/theme.h"
#include "ui/people/peoplesearchpage.h"
#include "ui/settings/organisationeditor.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;

namespace {

QPushButton *pushNamed(const QWidget &root, const QString &name)
{
    for (QPushButton *button : root.findChildren<QPushButton *>()) {
        const QString spoken = button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
        if (spoken == name && button->isVisible())
            return button;
    }
    return nullptr;
}

QLineEdit *fieldNamed(const QWidget &root, const QString &name)
{
    for (QLineEdit *field : root.findChildren<QLineEdit *>()) {
        if (field->accessibleName() == name && field->isVisible())
            return field;
    }
    return nullptr;
}

QComboBox *choiceNamed(const QWidget &root, const QString &name)
{
    for (QComboBox *box : root.findChildren<QComboBox *>()) {
        if (box->accessibleName() == name && box->isVisible())
            return box;
    }
    return nullptr;
}

bool saysSomewhere(const QWidget &root, const QString &text)
{
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

void typeInto(QLineEdit *field, const QString &text)
{
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

OrganisationFile exampleWithAFolder()
{
    OrganisationFile file;
    file.title = file.id = QStringLiteral("Example");
    EndpointSettings place = EndpointSettings::ofKind(EndpointSettings::Kind::Folder);
    place.name = place.title = QStringLiteral("wall");
    place.path = QStringLiteral("photos");
    file.endpoints = {place};
    return file;
}

} // namespace

class TestSettingsPages : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void connectsADirectory()
    {
        FakeSecrets secrets;
        FakeTester tester;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("organisation.json"));
        OrganisationEditor editor({secrets, tester}, m_theme);
        editor.resize(760, 900);
        editor.edit({}, path);
        editor.show();
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Add an Active Directory")), Qt::LeftButton);
        QTRY_VERIFY(fieldNamed(editor, QStringLiteral("Server address")));
        typeInto(fieldNamed(editor, QStringLiteral("Name of the organisation")), QStringLiteral("Example"));
        typeInto(
            fieldNamed(editor, QStringLiteral("Server address")), QStringLiteral("ldaps://dc1.example.org"));
        typeInto(fieldNamed(editor, QStringLiteral("Account")), QStringLiteral("ada@example.org"));
        typeInto(fieldNamed(editor, QStringLiteral("Password")), QStringLiteral("s3cret"));

        QTest::mouseClick(pushNamed(editor, QStringLiteral("Test connection")), Qt::LeftButton);
        QTRY_VERIFY(saysSomewhere(editor, QStringLiteral("answers, and you are signed in.")));
        QCOMPARE(tester.asked.size(), 1);
        QCOMPARE(tester.asked.first().url.host(), QStringLiteral("dc1.example.org"));
        QCOMPARE(secrets.kept.values(), QList<QByteArray> {"s3cret"});
        QCOMPARE(fieldNamed(editor, QStringLiteral("Password"))->text(), QString());

        QSignalSpy saved(&editor, &OrganisationEditor::saved);
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Save")), Qt::LeftButton);
        QCOMPARE(saved.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("s3cret"));
        const Result<OrganisationFile> read = OrganisationFile::load(path);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->title, QStringLiteral("Example"));
        QCOMPARE(read->endpoints.first().account, QStringLiteral("ada@example.org"));
    }

    void keepsTheHistoryInADatabase()
    {
        FakeSecrets secrets;
        FakeTester tester;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("organisation.json"));
        OrganisationEditor editor({secrets, tester}, m_theme);
        editor.resize(760, 1200);
        editor.edit(exampleWithAFolder(), path);
        editor.show();
        const QString server = QStringLiteral("Server of the history");
        QVERIFY(!fieldNamed(editor, server)); // a file needs nothing
        QComboBox *kind = choiceNamed(editor, QStringLiteral("Kept in"));
        QVERIFY(kind);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_End);
        typeInto(fieldNamed(editor, server), QStringLiteral("ledger.example.org"));
        QSignalSpy saved(&editor, &OrganisationEditor::saved);
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Save")), Qt::LeftButton);
        QVERIFY(saysSomewhere(editor, QStringLiteral("the database and the user name")));
        QVERIFY(saved.isEmpty() && !QFile::exists(path));

        typeInto(fieldNamed(editor, QStringLiteral("Database")), QStringLiteral("photos"));
        typeInto(
            fieldNamed(editor, QStringLiteral("User name at the history's server")), QStringLiteral("desk"));
        typeInto(
            fieldNamed(editor, QStringLiteral("Password of the history's server")), QStringLiteral("s3cret"));
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Save")), Qt::LeftButton);
        QCOMPARE(saved.size(), 1);
        const Result<OrganisationFile> read = OrganisationFile::load(path);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        const LedgerServer expected {
            QStringLiteral("ledger.example.org"), 5432, QStringLiteral("photos"), QStringLiteral("desk"), {}};
        QVERIFY(read->ledger == expected);
        QCOMPARE(secrets.kept.values(), QList<QByteArray> {"s3cret"});
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly) && !written.readAll().contains("s3cret"));

        editor.edit(*read, path);
        QCOMPARE(fieldNamed(editor, server)->text(), QStringLiteral("ledger.example.org"));
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Home);
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Save")), Qt::LeftButton);
        QVERIFY(!OrganisationFile::load(path)->ledger);
    }

    void tabGoesDownTheForm()
    {
        FakeSecrets secrets;
        FakeTester tester;
        OrganisationEditor editor({secrets, tester}, m_theme);
        editor.resize(760, 1500);
        OrganisationFile file = exampleWithAFolder();
        file.ledger = LedgerServer {
            QStringLiteral("ledger.example.org"), 5432, QStringLiteral("photos"), QStringLiteral("desk"), {}};
        editor.edit(file, {});
        editor.show();
        editor.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        const QWidget *last = fieldNamed(editor, QStringLiteral("Name of the organisation"));
        fieldNamed(editor, QStringLiteral("Name of the organisation"))->setFocus();
        int stops = 0;
        const QPushButton *save = pushNamed(editor, QStringLiteral("Save"));
        for (; QApplication::focusWidget() != save && stops < 60; ++stops) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const QWidget *now = QApplication::focusWidget();
            const auto lower
                = [&editor](const QWidget *each) { return each->mapTo(&editor, each->rect().center()).y(); };
            const auto named = [](const QWidget *each) -> QString {
                return each->accessibleName() + each->property("text").toString();
            };
            QVERIFY2(lower(now) > lower(last) - 8, // side by side
                qPrintable(named(last) + QStringLiteral(" -> ") + named(now)));
            last = now;
        }
        QVERIFY(stops >= 18 && stops < 60); // forms, seven kinds to add, the history, Save
    }

    void takesAProxy()
    {
        FakeSecrets secrets;
        FakeTester tester;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("organisation.json"));
        OrganisationEditor editor({secrets, tester}, m_theme);
        editor.resize(760, 900);
        editor.edit(exampleWithAFolder(), path);
        editor.show();
        const QString address = QStringLiteral("Address of the proxy");
        QVERIFY(!fieldNamed(editor, address)); // only where one is chosen
        QComboBox *kind = choiceNamed(editor, QStringLiteral("Proxy"));
        QVERIFY(kind);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_End);
        typeInto(fieldNamed(editor, address), QStringLiteral("proxy"));
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Save")), Qt::LeftButton);
        QVERIFY(saysSomewhere(editor, QStringLiteral("its name and its port")));
        QVERIFY(!QFile::exists(path));
        typeInto(fieldNamed(editor, address), QStringLiteral("proxy.example.org:8080"));
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Save")), Qt::LeftButton);
        const Result<OrganisationFile> read = OrganisationFile::load(path);
        QVERIFY(read);
        QCOMPARE(read->proxy.text(), QStringLiteral("proxy.example.org:8080"));
        editor.edit(*read, path);
        QCOMPARE(fieldNamed(editor, address)->text(), QStringLiteral("proxy.example.org:8080"));
    }

    void saysPlainlyWhyItDoesNotConnect()
    {
        FakeSecrets secrets;
        FakeTester tester(Error {Errc::CertificateUnknownIssuer});
        OrganisationEditor editor({secrets, tester}, m_theme);
        editor.resize(760, 900);
        editor.show();
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Add a folder")), Qt::LeftButton);
        QTRY_VERIFY(pushNamed(editor, QStringLiteral("Test connection")));
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Test connection")), Qt::LeftButton);
        QTRY_VERIFY(saysSomewhere(editor, QStringLiteral("choose its CA file")));
        QVERIFY(pushNamed(editor, QStringLiteral("Test connection"))->isEnabled());
    }

    void signsInByBrowser()
    {
        FakeSecrets secrets;
        FakeTester tester;
        tester.signInFails = Errc::Cancelled;
        OrganisationEditor editor({secrets, tester}, m_theme);
        editor.resize(760, 900);
        editor.show();
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Add Microsoft 365")), Qt::LeftButton);
        QTRY_VERIFY(fieldNamed(editor, QStringLiteral("Tenant")));
        typeInto(fieldNamed(editor, QStringLiteral("Tenant")), QStringLiteral("example.org"));
        typeInto(fieldNamed(editor, QStringLiteral("Application ID")), QStringLiteral("c0ffee"));
        QVERIFY(!fieldNamed(editor, QStringLiteral("Password"))); // that is the browser's business

        QTest::mouseClick(pushNamed(editor, QStringLiteral("Sign in…")), Qt::LeftButton);
        QVERIFY(saysSomewhere(editor, QStringLiteral("sign in there, then come back")));
        QVERIFY(!pushNamed(editor, QStringLiteral("Test connection"))->isEnabled());
        QTRY_VERIFY(pushNamed(editor, QStringLiteral("Sign in…")));
        QVERIFY(!saysSomewhere(editor, QStringLiteral("You are signed in")));

        tester.signInFails.reset();
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Sign in…")), Qt::LeftButton);
        QTRY_VERIFY(saysSomewhere(editor, QStringLiteral("You are signed in to Microsoft 365.")));
        QCOMPARE(tester.asked.last().tenant, QStringLiteral("example.org"));
        QCOMPARE(tester.asked.last().clientId, QStringLiteral("c0ffee"));
    }

    void letsGoOfTheBrowser()
    {
        FakeSecrets secrets;
        FakeTester tester;
        OrganisationEditor editor({secrets, tester}, m_theme);
        editor.resize(760, 900);
        editor.show();
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Add Microsoft 365")), Qt::LeftButton);
        QTRY_VERIFY(pushNamed(editor, QStringLiteral("Sign in…")));
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Sign in…")), Qt::LeftButton);
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Cancel")), Qt::LeftButton);
        QVERIFY(pushNamed(editor, QStringLiteral("Sign in…")));
        QCoreApplication::processEvents();
        QVERIFY(!saysSomewhere(editor, QStringLiteral("You are signed in")));
        QVERIFY(pushNamed(editor, QStringLiteral("Test connection"))->isEnabled());
    }

    void asksForWhatGoesWithTheVersion()
    {
        FakeSecrets secrets;
        FakeTester tester;
        OrganisationEditor editor({secrets, tester}, m_theme);
        editor.resize(760, 1200);
        editor.show();
        QTest::mouseClick(pushNamed(editor, QStringLiteral("Add SharePoint")), Qt::LeftButton);
        QTRY_VERIFY(fieldNamed(editor, QStringLiteral("Windows domain")));
        QLineEdit *hours = fieldNamed(editor, QStringLiteral("Photos are renewed after (hours)"));
        QVERIFY(hours);
        hours->clear();
        typeInto(hours, QStringLiteral("soon7"));
        QCOMPARE(hours->text(), QStringLiteral("7"));
        QComboBox *version = choiceNamed(editor, QStringLiteral("Version"));
        QVERIFY(version);
        version->setCurrentIndex(version->count() - 1); // Online
        QTRY_VERIFY(!fieldNamed(editor, QStringLiteral("Windows domain")));
        QVERIFY(fieldNamed(editor, QStringLiteral("Tenant")));
        QVERIFY(pushNamed(editor, QStringLiteral("Sign in…")));
    }

    void saysWhenPasswordsDoNotLast()
    {
        FakeSecrets secrets;
        FakeTester tester;
        OrganisationEditor editor({secrets, tester}, m_theme);
        editor.show();
        QVERIFY(!saysSomewhere(editor, QStringLiteral("for this session only")));
        editor.setSecretsLasting(false);
        QVERIFY(saysSomewhere(editor, QStringLiteral("for this session only")));
    }

    void findsAPersonByTyping()
    {
        FakeDirectory directory;
        directory.people = {inventedPerson(QStringLiteral("Ada Reyes"), {}),
            inventedPerson(QStringLiteral("Adam Okafor"), {})};
        PeopleSearchPage page(&directory, m_theme);
        page.resize(800, 600);
        page.show();
        QSignalSpy chosen(&page, &PeopleSearchPage::chosen);
        QLineEdit *words = fieldNamed(page, QStringLiteral("Search for a person"));
        typeInto(words, QStringLiteral("ada"));
        QTRY_COMPARE(directory.asked, QStringList {QStringLiteral("ada")});
        QTest::qWait(0); // the answer
        QTest::keyClick(words, Qt::Key_Down);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<Person>().displayName, QStringLiteral("Adam Okafor"));
    }

    void aFailedSearchCanBeRetried()
    {
        FakeDirectory directory;
        directory.failure = Error {Errc::Offline};
        PeopleSearchPage page(&directory, m_theme);
        page.resize(800, 600);
        page.show();
        typeInto(fieldNamed(page, QStringLiteral("Search for a person")), QStringLiteral("ada"));
        QTRY_VERIFY(pushNamed(page, QStringLiteral("Retry")));
        directory.failure.reset();
        directory.people = {inventedPerson(QStringLiteral("Ada Reyes"), {})};
        QTest::mouseClick(pushNamed(page, QStringLiteral("Retry")), Qt::LeftButton);
        QTRY_VERIFY(!pushNamed(page, QStringLiteral("Retry")));
        QCOMPARE(directory.asked.size(), 2);
    }

    void activityRestores()
    {
        FakeLedger ledger;
        ledger.add(
            QStringLiteral("Ada Reyes"), QStringLiteral("Active Directory"), LedgerEntry::Outcome::Verified);
        ledger.add(QStringLiteral("Amy Alberts"), QStringLiteral("Folder"), LedgerEntry::Outcome::Failed);
        ActivityPage page(ledger, m_theme);
        page.setRestorable(true);
        page.resize(900, 600);
        page.show();
        QVERIFY(saysSomewhere(page, QStringLiteral("Written and checked")));
        QVERIFY(!pushNamed(page, QStringLiteral("Restore the photo of Amy Alberts in Folder")));
        QSignalSpy restore(&page, &ActivityPage::restoreRequested);
        QTest::mouseClick(
            pushNamed(page, QStringLiteral("Restore the photo of Ada Reyes in Active Directory")),
            Qt::LeftButton);
        QCOMPARE(restore.size(), 1);
        QCOMPARE(restore.first().first().value<LedgerEntry>().id, 1);
    }

    void activityTellsWhenItCannotBeRead()
    {
        FakeLedger ledger;
        ledger.failure = Error {Errc::Local};
        ActivityPage page(ledger, m_theme);
        page.resize(900, 600);
        page.show();
        QVERIFY(pushNamed(page, QStringLiteral("Retry")));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestSettingsPages)
#include "tst_settingspages.moc"
