// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/desk.h"
#include "app/gui/screenshots.h"
#include "ui/common/language.h"
#include "ui/common/preferences.h"
#include "ui/main/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLoggingCategory>
#include <QSettings>
#include <QTimer>

using namespace likeness;

namespace {

struct MainOptions
{
    Desk::Wish wish;
    QString screenshots;
};

MainOptions readOptions(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("likeness::Main", "Put one photo of a person where everybody sees it."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption organisation(QStringLiteral("organisation"),
        QCoreApplication::translate("likeness::Main", "Open this organisation file."),
        QStringLiteral("FILE"));
    const QCommandLineOption sandbox(QStringLiteral("sandbox"),
        QCoreApplication::translate("likeness::Main", "Start the built-in organisation."));
    const QCommandLineOption screenshots(QStringLiteral("screenshots"),
        QCoreApplication::translate(
            "likeness::Main", "Write a picture of every page into this folder and quit."),
        QStringLiteral("DIR"));
    parser.addOptions({organisation, sandbox, screenshots});
    parser.process(application);
    const QString file = parser.value(organisation);
    return {{file.isEmpty() ? file : QDir::current().absoluteFilePath(file), parser.isSet(sandbox)},
        parser.value(screenshots)};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("likeness"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIKENESS_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Likeness"));
    QGuiApplication::setDesktopFileName(QStringLiteral(LIKENESS_DESKTOP_ID));
    QLoggingCategory::setFilterRules(QStringLiteral("likeness.*.debug=false"));

    QSettings settings(
        QSettings::IniFormat, QSettings::UserScope, QStringLiteral("likeness"), QStringLiteral("window"));
    Preferences preferences(settings);
    Language language;
    language.choose(preferences.language());
    const MainOptions options = readOptions(application);
    Theme theme;
    theme.choose(preferences.theme());
    theme.applyTo(application);

    int result = 0;
    {
        MainWindow window(theme, preferences);
        Desk desk({theme, language, preferences, window});
        std::unique_ptr<Screenshots> screenshots;
        if (!options.screenshots.isEmpty())
            screenshots = std::make_unique<Screenshots>(options.screenshots, window, desk);
        window.show();
        // After the first paint: neither files nor network nor keychain delay the window.
        QTimer::singleShot(0, &desk, [&desk, &options] { desk.begin(options.wish); });
        result = QApplication::exec();
    }
    return result;
}
