// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/gallery/gallery.h"
#include "ui/common/preferences.h"
#include "ui/main/firstrunpage.h"
#include "ui/main/mainwindow.h"
#include "ui/main/windowheader.h"

#include <QSettings>
#include <QTemporaryDir>

namespace likeness {
namespace {

/// A window whose preferences live and die with it.
class GalleryWindow final : public QWidget
{
public:
    explicit GalleryWindow(Theme &theme)
        : m_settings(m_folder.filePath(QStringLiteral("likeness.ini")), QSettings::IniFormat)
        , m_preferences(m_settings)
        , m_window(theme, m_preferences, this)
    {
    }
    MainWindow &window() { return m_window; }

protected:
    void resizeEvent(QResizeEvent *) override { m_window.setGeometry(rect()); }

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
    Preferences m_preferences;
    MainWindow m_window;
};

std::unique_ptr<QWidget> makeWindow(Theme &theme, const std::function<void(MainWindow &)> &fill)
{
    auto holder = std::make_unique<GalleryWindow>(theme);
    fill(holder->window());
    return holder;
}

void showFirstRun(Theme &theme, MainWindow &window, const std::function<void(FirstRunPage &)> &enter)
{
    auto *page = new FirstRunPage(theme);
    window.setPage(Place::MyPhoto, page);
    enter(*page);
}

GalleryScreen firstRun(const char *name, const std::function<void(FirstRunPage &)> &enter)
{
    return {QLatin1String(name), [enter](Theme &theme) {
                return makeWindow(theme, [&](MainWindow &window) { showFirstRun(theme, window, enter); });
            }};
}

} // namespace

QList<GalleryScreen> mainScreens()
{
    return {
        firstRun("firstrun", [](FirstRunPage &) {}),
        firstRun("firstrun-starting",
            [](FirstRunPage &page) { page.setStep(FirstRunPage::Step::StartingDirectory); }),
        firstRun("firstrun-error", [](FirstRunPage &page) { page.showError({Errc::Local}); }),
        {QStringLiteral("shortcuts"),
            [](Theme &theme) {
                return makeWindow(theme, [&](MainWindow &window) {
                    showFirstRun(theme, window, [](FirstRunPage &) {});
                    window.showShortcuts(true);
                });
            }},
        {QStringLiteral("acting-on"),
            [](Theme &theme) {
                return makeWindow(theme, [](MainWindow &window) {
                    window.setPage(Place::MyPhoto, new QWidget);
                    window.setHasOrganisation(true);
                    window.header()->setOrganisation(QStringLiteral("Sandbox"));
                    window.setPersonHeader([](WindowHeader &header) {
                        Person amy;
                        amy.displayName = QStringLiteral("Amy Alberts");
                        amy.keys.mail = QStringLiteral("amy.alberts@example.org");
                        amy.department = QStringLiteral("Research");
                        header.showPerson(amy, {}, true);
                    });
                });
            }},
    };
}

} // namespace likeness
