// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/desk.h"
#include "app/gui/firstpaint.h"
#include "app/gui/screenshots.h"
#include "services/imaging/picturememory.h"
#include "services/log/categories.h"
#include "services/settings/appsettings.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"
#include "ui/main/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>

using namespace likeness;

namespace {

struct MainOptions
{
    Desk::Wish wish;
    QString screenshots;
};

QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QDir::current().absoluteFilePath(path);
}

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
        QCoreApplication::translate("likeness::Main",
            "Upload a photo in the built-in organisation, write a picture of every page into this folder and "
            "quit."),
        QStringLiteral("DIR"));
    parser.addOptions({organisation, sandbox, screenshots});
    parser.addPositionalArgument(QStringLiteral("PICTURE"),
        QCoreApplication::translate("likeness::Main", "Open this picture."), QStringLiteral("[PICTURE]"));
    parser.process(application);
    return {{absolute(parser.value(organisation)), parser.isSet(sandbox),
                absolute(parser.positionalArguments().value(0))},
        absolute(parser.value(screenshots))};
}

QString deskFolder(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + QStringLiteral("/likeness/");
}

/// A tour for screenshots begins without anybody's settings and leaves none.
std::unique_ptr<SettingsBackend> settingsFor(const MainOptions &options)
{
    if (!options.screenshots.isEmpty())
        return std::make_unique<MemorySettings>();
    return std::make_unique<FileSettings>(
        deskFolder(QStandardPaths::GenericConfigLocation) + QStringLiteral("window.ini"));
}

} // namespace

int main(int argc, char **argv)
{
    keepPictureMemory();
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("likeness"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIKENESS_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Likeness"));
    QGuiApplication::setDesktopFileName(QStringLiteral(LIKENESS_DESKTOP_ID));

    const MainOptions options = readOptions(application);
    const std::unique_ptr<SettingsBackend> backend = settingsFor(options);
    AppSettings settings(*backend);
    Language language;
    language.choose(settings.value(AppSettings::language));
    Theme theme;
    theme.choose(themeChoiceNamed(settings.value(AppSettings::theme)));
    theme.applyTo(application);

    MainWindow window(theme, settings);
    // The command line keeps its history in the same place.
    Desk desk({theme, language, settings, window, deskFolder(QStandardPaths::GenericDataLocation),
        deskFolder(QStandardPaths::GenericCacheLocation) + QStringLiteral("photos")});
    std::unique_ptr<Screenshots> screenshots;
    new FirstPaint(window, [&] { // the window owns it
        qCInfo(logApp) << "first paint after" << sinceStart.elapsed() << "ms";
        if (options.screenshots.isEmpty())
            return desk.begin(options.wish);
        screenshots = std::make_unique<Screenshots>(options.screenshots, theme, window, desk);
        screenshots->begin();
    });
    window.show();
    return QApplication::exec();
}
