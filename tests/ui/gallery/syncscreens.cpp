// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/appsettings.h"
#include "tests/ui/gallery/gallery.h"
#include "tests/ui/support/fakeboard.h"
#include "ui/common/segmented.h"
#include "ui/main/mainwindow.h"
#include "ui/main/personpage.h"
#include "ui/main/windowheader.h"
#include "ui/sync/boardcard.h"
#include "ui/sync/curesteps.h"
#include "ui/sync/servedpicture.h"
#include "ui/sync/syncpage.h"
#include "ui/sync/tourbar.h"

#include <QPushButton>
#include <QToolButton>

namespace likeness {
namespace {

/// The whole window, so that the head with its tabs is seen too.
class SyncWindow final : public QWidget
{
public:
    explicit SyncWindow(Theme &theme)
        : m_window(theme, m_settings, this)
        , m_sync(new SyncPage(theme, fakeBoardTime))
        , m_person(new PersonPage(new QWidget, m_sync))
    {
        m_window.setPage(Place::MyPhoto, m_person);
        m_window.setHasOrganisation(true);
        m_window.header()->setOrganisation(QStringLiteral("Sandbox"));
        m_window.header()->setTabs(m_person->tabs());
        m_window.setPersonHeader([](WindowHeader &header) {
            header.showPerson(fakeBoard().person, servedPicture(fakeServed(false, 96).photo), false);
        });
        m_person->showTab(PersonPage::Tab::SyncBoard);
    }
    SyncPage &page() { return *m_sync; }

protected:
    void resizeEvent(QResizeEvent *) override { m_window.setGeometry(rect()); }

private:
    MemorySettings m_backend;
    AppSettings m_settings {m_backend};
    MainWindow m_window;
    SyncPage *m_sync;
    PersonPage *m_person;
};

void choose(QWidget &page, SyncNode node)
{
    for (BoardCard *card : page.findChildren<BoardCard *>()) {
        if (card->node() == node)
            card->click();
    }
}

void fillTimeline(SyncPage &page)
{
    const QDateTime now = fakeBoardTime();
    page.setTimeline({{now.addDays(-262), QStringLiteral("SharePoint took the photo over from Exchange")},
        {now.addSecs(-780), QStringLiteral("Upload to Exchange, verified")},
        {now.addSecs(-770), QStringLiteral("Active Directory became 64 × 64, by Exchange")},
        {now.addSecs(-720), QStringLiteral("Active Directory 96 × 96 written, verified")},
        {now, QStringLiteral("SharePoint still as on 3 March")}});
}

GalleryScreen syncScreen(
    const char *name, BoardContent (*board)(), const std::function<void(SyncPage &)> &then)
{
    return {QLatin1String(name), [board, then](Theme &theme) {
                auto window = std::make_unique<SyncWindow>(theme);
                const BoardContent content = board();
                window->page().setBoard(content, shownFlows(content.board, content.book));
                window->page().setSeen(fakeBoardTime().addSecs(-12));
                then(window->page());
                return window;
            }};
}

void lookAtAll(SyncPage &page)
{
    QSet<SyncNode> nodes;
    for (const Finding &finding : page.content().board.findings)
        nodes.insert(finding.node);
    page.setLooking(nodes);
    page.setSeen(std::nullopt);
}

} // namespace

QList<GalleryScreen> syncScreens()
{
    return {
        syncScreen("sync", fakeBoard,
            [](SyncPage &page) {
                fillTimeline(page);
                page.setSandboxClock(fakeBoardTime());
                choose(page, SyncNode::SharePoint);
            }),
        syncScreen("sync-tour", fakeBoard,
            [](SyncPage &page) {
                fillTimeline(page);
                page.setSandboxClock(fakeBoardTime());
                page.tourBar()->chooser()->show();
                page.tourBar()->setTour(sandboxTours()[1], 2); // of the longest words
                choose(page, SyncNode::SharePoint);
            }),
        syncScreen("sync-cure", fakeBoard,
            [](SyncPage &page) {
                CureProgress progress;
                progress.step = TombstoneCure::Step::Forget;
                progress.stillRemembers = true;
                progress.canRunHere = true;
                progress.command
                    = QStringLiteral("Remove-UserPhoto 'ada.reyes@lab.test' -ClearMailboxPhotoRecord");
                page.cureSteps()->setProgress(progress);
                choose(page, SyncNode::Exchange);
            }),
        syncScreen("sync-unchosen", fakeBoard, [](SyncPage &page) { page.setWatching(true); }),
        syncScreen("sync-crowded", crowdedBoard,
            [](SyncPage &page) {
                fillTimeline(page);
                choose(page, SyncNode::Lync2010);
            }),
        syncScreen("sync-small", smallBoard, [](SyncPage &page) { choose(page, SyncNode::Exchange); }),
        syncScreen("sync-nobody", photolessBoard, [](SyncPage &page) { choose(page, SyncNode::Outlook); }),
        syncScreen("sync-looking", unseenBoard, lookAtAll),
        syncScreen("sync-looking-again", fakeBoard,
            [](SyncPage &page) {
                page.setLooking({SyncNode::SharePoint, SyncNode::Microsoft365});
            }),
        syncScreen("sync-difference", fakeBoard,
            [](SyncPage &page) {
                choose(page, SyncNode::SharePoint);
                for (SegmentedControl *modes : page.findChildren<SegmentedControl *>())
                    modes->setCurrentIndex(2);
            }),
        {QStringLiteral("sync-loading"), [](Theme &theme) { return std::make_unique<SyncWindow>(theme); }},
        {QStringLiteral("sync-error"),
            [](Theme &theme) {
                auto window = std::make_unique<SyncWindow>(theme);
                window->page().showError(Error {Errc::Offline, QStringLiteral("connection refused")});
                return window;
            }},
        {QStringLiteral("sync-empty"),
            [](Theme &theme) {
                auto window = std::make_unique<SyncWindow>(theme);
                window->page().setBoard({}, {});
                return window;
            }},
    };
}

} // namespace likeness
