// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/appsettings.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_AppSettings : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void beginsWithWhatIsUsual();
    void keepsWhatIsChosen();
    void keepsWhatItDoesNotKnow();
    void takesNothingOfAnotherKind();
    void obeysAManagedFile();
    void remembersRecentFiles();

private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
};

void tst_AppSettings::beginsWithWhatIsUsual()
{
    MemorySettings memory;
    const AppSettings settings(memory);
    QCOMPARE(settings.value(AppSettings::theme), u"system"_s);
    QCOMPARE(settings.value(AppSettings::language), QString());
    QCOMPARE(settings.value(AppSettings::roundLadder), true);
    QCOMPARE(settings.value(AppSettings::upscaleFrom), 48);
    QVERIFY(settings.recentFiles().isEmpty());
}

void tst_AppSettings::keepsWhatIsChosen()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"likeness.ini"_s);
    {
        FileSettings file(path);
        AppSettings settings(file);
        settings.setValue(AppSettings::theme, u"dark"_s);
        settings.setValue(AppSettings::roundLadder, false);
        settings.setValue(AppSettings::upscaleFrom, 96);
        settings.setValue(AppSettings::windowGeometry, QByteArray("\0\x01geometry\xff", 11));
    }
    FileSettings file(path);
    const AppSettings settings(file);
    QCOMPARE(settings.value(AppSettings::theme), u"dark"_s);
    QCOMPARE(settings.value(AppSettings::roundLadder), false);
    QCOMPARE(settings.value(AppSettings::upscaleFrom), 96);
    QCOMPARE(settings.value(AppSettings::windowGeometry), QByteArray("\0\x01geometry\xff", 11));
}

void tst_AppSettings::keepsWhatItDoesNotKnow()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"likeness.ini"_s);
    write(path, "[future]\nfeature=on\n");
    {
        FileSettings file(path);
        AppSettings(file).setValue(AppSettings::theme, u"light"_s);
    }
    FileSettings file(path);
    QCOMPARE(file.value(u"future/feature"_s).toString(), u"on"_s);
}

void tst_AppSettings::takesNothingOfAnotherKind()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"likeness.ini"_s);
    write(path, "[photo]\nupscaleFrom=many\n");
    FileSettings file(path);
    QCOMPARE(AppSettings(file).value(AppSettings::upscaleFrom), 48);
}

void tst_AppSettings::obeysAManagedFile()
{
    const QTemporaryDir dir;
    const QString own = dir.filePath(u"likeness.ini"_s);
    const QString managed = dir.filePath(u"managed.ini"_s);
    write(own, "[look]\ntheme=dark\nlanguage=de\n");
    const QByteArray managedText = "[look]\ntheme=light\n[photo]\nroundLadder=false\n";
    write(managed, managedText);
    {
        FileSettings file(own, managed);
        AppSettings settings(file);
        QCOMPARE(settings.value(AppSettings::theme), u"light"_s);
        QVERIFY(settings.isLocked(AppSettings::theme));
        QCOMPARE(settings.value(AppSettings::roundLadder), false);
        QCOMPARE(settings.value(AppSettings::language), u"de"_s);
        QVERIFY(!settings.isLocked(AppSettings::language));
        settings.setValue(AppSettings::theme, u"dark"_s);
        settings.setValue(AppSettings::language, u"en"_s);
        QCOMPARE(settings.value(AppSettings::theme), u"light"_s);
        QCOMPARE(settings.value(AppSettings::language), u"en"_s);
    }
    QFile untouched(managed);
    QVERIFY(untouched.open(QIODevice::ReadOnly));
    QCOMPARE(untouched.readAll(), managedText);
    // what the person had chosen is there again when the organisation lets go
    FileSettings alone(own);
    QCOMPARE(AppSettings(alone).value(AppSettings::theme), u"dark"_s);
}

void tst_AppSettings::remembersRecentFiles()
{
    const QTemporaryDir dir;
    FileSettings file(dir.filePath(u"likeness.ini"_s));
    AppSettings settings(file);
    for (int i = 0; i < 12; ++i)
        settings.addRecentFile(u"/pictures/%1, \"quoted\".jpg"_s.arg(i));
    QCOMPARE(settings.recentFiles().size(), 10);
    QCOMPARE(settings.recentFiles().constFirst(), u"/pictures/11, \"quoted\".jpg"_s);
    settings.addRecentFile(u"/pictures/5, \"quoted\".jpg"_s);
    QCOMPARE(settings.recentFiles().size(), 10);
    QCOMPARE(settings.recentFiles().constFirst(), u"/pictures/5, \"quoted\".jpg"_s);
    settings.clearRecentFiles();
    QVERIFY(settings.recentFiles().isEmpty());
}

QTEST_GUILESS_MAIN(tst_AppSettings)
#include "tst_appsettings.moc"
