// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/appsettings.h"
#include "tests/ui/gallery/gallery.h"
#include "tests/ui/support/fakeboard.h"
#include "ui/main/firstrunpage.h"
#include "ui/main/mainwindow.h"
#include "ui/main/personpage.h"
#include "ui/main/windowheader.h"
#include "ui/sync/syncpage.h"

namespace likeness {
namespace {

/// A window whose settings live and die with it.
class GalleryWindow final : public QWidget
{
public:
    explicit GalleryWindow(Theme &theme)
        : m_window(theme, m_settings, this)
    {
    }
    MainWindow &window() { return m_window; }

protected:
    void resizeEvent(QResizeEvent *) override { m_window.setGeometry(rect()); }

private:
    MemorySettings m_backend;
    AppSettings m_settings {m_backend};
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
                return makeWindow(theme, [&theme](MainWindow &window) {
                    window.setHasOrganisation(true);
                    window.header()->setOrganisation(QStringLiteral("Sandbox"));
                    auto *person = new PersonPage(new QWidget, new SyncPage(theme, fakeBoardTime));
                    window.setPage(Place::MyPhoto, person);
                    window.header()->setTabs(person->tabs());
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
