// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/appsettings.h"
#include "tests/ui/gallery/gallery.h"
#include "tests/ui/support/fakehouse.h"
#include "tests/ui/support/fakestandings.h"
#include "ui/activity/activitypage.h"
#include "ui/common/buttons.h"
#include "ui/common/language.h"
#include "ui/common/segmented.h"
#include "ui/people/peoplesearchpage.h"
#include "ui/settings/settingspage.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QVBoxLayout>
#include <algorithm>

namespace likeness {
namespace {

/// Holds the fakes a page looks at, so that they die after it.
template <class World>
class Stage final : public QWidget
{
public:
    explicit Stage(std::unique_ptr<World> world)
        : m_world(std::move(world))
    {
        new QVBoxLayout(this);
    }
    ~Stage() override { qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)); }
    World &world() { return *m_world; }
    void put(QWidget *page) { layout()->addWidget(page); }

private:
    std::unique_ptr<World> m_world;
};

std::unique_ptr<QWidget> makeActivity(Theme &theme, bool empty)
{
    auto stage = std::make_unique<Stage<FakeLedger>>(std::make_unique<FakeLedger>());
    FakeLedger &ledger = stage->world();
    if (!empty) {
        ledger.add(
            QStringLiteral("Ada Reyes"), QStringLiteral("Active Directory"), LedgerEntry::Outcome::Verified);
        ledger.add(QStringLiteral("Ada Reyes"), QStringLiteral("Photo folder"), LedgerEntry::Outcome::Failed);
        ledger
            .add(QStringLiteral("Amy Alberts"), QStringLiteral("Active Directory"),
                LedgerEntry::Outcome::Conflict)
            .beforeSha256.clear();
        ledger
            .add(QStringLiteral("Bo Lindqvist"), QStringLiteral("Active Directory"),
                LedgerEntry::Outcome::Written)
            .action
            = LedgerEntry::Action::Restore;
        ledger.add(
            QStringLiteral("Ada Reyes"), QStringLiteral("Photo folder"), LedgerEntry::Outcome::Cancelled);
    }
    auto *page = new ActivityPage(ledger, theme);
    page->setRestorable(true);
    stage->put(page);
    return stage;
}

std::unique_ptr<QWidget> makePeople(Theme &theme, const QString &words, std::optional<Error> failure = {})
{
    auto stage = std::make_unique<Stage<FakeDirectory>>(std::make_unique<FakeDirectory>());
    FakeDirectory &directory = stage->world();
    directory.failure = std::move(failure);
    for (const char *name : {"Ada Reyes", "Adam Okafor", "Adele Fontaine", "Adrian Kowalski"})
        directory.people << inventedPerson(QLatin1String(name), QStringLiteral("Research"));
    auto *page = new PeopleSearchPage(&directory, theme);
    stage->put(page);
    page->findChild<QLineEdit *>()->setText(words);
    QTest::qWait(words.isEmpty() ? 0 : 300); // typing rests
    return stage;
}

struct PeopleWorld
{
    FakeDirectory directory;
    FakeStandings standings;
};

/// By how they stood at the last scan, with the filters above them.
std::unique_ptr<QWidget> makeFilteredPeople(Theme &theme)
{
    auto stage = std::make_unique<Stage<PeopleWorld>>(std::make_unique<PeopleWorld>());
    PeopleWorld &world = stage->world();
    world.standings.invent(14);
    auto *page = new PeopleSearchPage(&world.directory, theme);
    page->setSources(nullptr, &world.standings, QStringLiteral("contoso"));
    stage->put(page);
    page->findChild<SegmentedControl *>()->setCurrentIndex(5); // changed last
    return stage;
}

struct SettingsWorld
{
    FakeSecrets secrets;
    FakeTester tester;
    MemorySettings backend;
    AppSettings settings {backend};
    Language language;
};

EndpointSettings endpointOf(EndpointSettings::Kind kind, const QString &title, const QString &url)
{
    EndpointSettings endpoint = EndpointSettings::ofKind(kind);
    endpoint.name = endpoint.title = title;
    endpoint.url = QUrl(url);
    endpoint.account = QStringLiteral("ada.reyes@example.org");
    return endpoint;
}

std::unique_ptr<QWidget> makeWebSettings(Theme &theme)
{
    using Kind = EndpointSettings::Kind;
    auto stage = std::make_unique<Stage<SettingsWorld>>(std::make_unique<SettingsWorld>());
    SettingsWorld &world = stage->world();
    auto *page = new SettingsPage({world.secrets, world.tester}, {theme, world.language, world.settings});
    OrganisationFile file;
    file.title = QStringLiteral("Example Ltd");
    file.endpoints = {endpointOf(Kind::Exchange, QStringLiteral("Exchange"), {}),
        endpointOf(Kind::Microsoft365, QStringLiteral("Microsoft 365"), {}),
        endpointOf(Kind::SharePoint, QStringLiteral("SharePoint"), QStringLiteral("https://my.example.org"))};
    page->organisation()->edit(file, QStringLiteral("organisation.json"));
    page->resize(page->width(), 1500);
    stage->put(page);
    return stage;
}

/// The lower end: pictures on the web, the history in a database, and what was forgotten there.
std::unique_ptr<QWidget> makeSharedSettings(Theme &theme)
{
    auto stage = std::make_unique<Stage<SettingsWorld>>(std::make_unique<SettingsWorld>());
    SettingsWorld &world = stage->world();
    auto *page = new SettingsPage({world.secrets, world.tester}, {theme, world.language, world.settings});
    OrganisationFile file;
    file.title = QStringLiteral("Example Ltd");
    file.endpoints
        = {endpointOf(EndpointSettings::Kind::WebAddress, QStringLiteral("Pictures on the web"), {}),
            endpointOf(EndpointSettings::Kind::SkypeForBusiness, QStringLiteral("Skype for Business"),
                QStringLiteral("https://lyncdiscover.example.org/"))};
    file.ledger = LedgerServer {
        QStringLiteral("ledger.example.org"), LedgerServer::usualPort, QStringLiteral("likeness"), {}, {}};
    page->organisation()->edit(file, QStringLiteral("organisation.json"));
    stage->put(page);
    const QList<QPushButton *> buttons = page->findChildren<QPushButton *>();
    QPushButton *save = *std::ranges::find_if(
        buttons, [](const QPushButton *button) { return buttonKind(button) == ButtonKind::Primary; });
    save->click();
    auto *scroll = page->findChild<QScrollArea *>();
    const auto showEnd = [scroll, save] { scroll->ensureWidgetVisible(save, 0, 120); };
    QMetaObject::invokeMethod(scroll, showEnd, Qt::QueuedConnection); // laid out by then
    return stage;
}

std::unique_ptr<QWidget> makeSettings(Theme &theme)
{
    auto stage = std::make_unique<Stage<SettingsWorld>>(std::make_unique<SettingsWorld>());
    SettingsWorld &world = stage->world();
    auto *page = new SettingsPage({world.secrets, world.tester}, {theme, world.language, world.settings});
    OrganisationFile file;
    file.title = QStringLiteral("Example Ltd");
    EndpointSettings directory = EndpointSettings::ofKind(EndpointSettings::Kind::ActiveDirectory);
    directory.name = QStringLiteral("ad");
    directory.title = QStringLiteral("Active Directory");
    directory.url = QUrl(QStringLiteral("ldaps://dc1.example.org"));
    directory.account = QStringLiteral("ada.reyes@example.org");
    EndpointSettings folder = EndpointSettings::ofKind(EndpointSettings::Kind::Folder);
    folder.name = QStringLiteral("folder");
    folder.title = QStringLiteral("Photo folder");
    folder.path = QStringLiteral("photos");
    file.endpoints = {directory, folder};
    page->organisation()->edit(file, QStringLiteral("organisation.json"));
    page->organisation()->setSecretsLasting(false);
    stage->put(page);
    return stage;
}

} // namespace

QList<GalleryScreen> pageScreens()
{
    return {
        {QStringLiteral("activity"), [](Theme &theme) { return makeActivity(theme, false); }},
        {QStringLiteral("activity-empty"), [](Theme &theme) { return makeActivity(theme, true); }},
        {QStringLiteral("people"), [](Theme &theme) { return makePeople(theme, QStringLiteral("ad")); }},
        {QStringLiteral("people-filters"), makeFilteredPeople},
        {QStringLiteral("people-idle"), [](Theme &theme) { return makePeople(theme, {}); }},
        {QStringLiteral("people-error"),
            [](Theme &theme) { return makePeople(theme, QStringLiteral("ad"), Error {Errc::Offline}); }},
        {QStringLiteral("settings"), makeSettings},
        {QStringLiteral("settings-web"), makeWebSettings},
        {QStringLiteral("settings-shared"), makeSharedSettings},
    };
}

} // namespace likeness
