// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screenshots.h"

#include "app/gui/boarddesk.h"
#include "app/gui/desk.h"
#include "app/gui/overviewdesk.h"
#include "app/gui/statepictures.h"
#include "services/sandbox/sandbox.h"
#include "services/sandbox/sandboxpeople.h"
#include "ui/common/theme.h"
#include "ui/main/mainwindow.h"
#include "ui/main/personpage.h"
#include "ui/people/peoplesearchpage.h"
#include "ui/photo/photopage.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>
#include <algorithm>
#include <chrono>

namespace likeness {

using namespace std::chrono_literals;

namespace {

constexpr QSize screenshotSize(1360, 860);
constexpr auto lookEvery = 40ms;
constexpr int readyLooks = 5; // what has come must stay for that many looks: transitions have ended
constexpr qint64 patience = 90'000; // ms for one step; a first start of the directory takes seconds

bool alwaysReady()
{
    return true;
}

bool mayBeWritten(const StoreOffer &offer)
{
    return !offer.forbidden && !offer.readOnly;
}

void sayOnError(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

} // namespace

Screenshots::Screenshots(const QString &folder, Theme &theme, MainWindow &window, Desk &desk)
    : m_folder(folder)
    , m_theme(theme)
    , m_window(window)
    , m_desk(desk)
{
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &Screenshots::look);
    addPhotoSteps();
    addBoardSteps();
    addPageSteps();
}

void Screenshots::begin()
{
    m_window.resize(screenshotSize);
    m_theme.choose(ThemeChoice::Light);
    if (!QDir().mkpath(m_folder))
        return fail(m_folder);
    m_look.start();
    enter();
}

void Screenshots::addPhotoSteps()
{
    const auto nothing = [] {};
    m_steps += {
        {QStringLiteral("first run"), [this] { m_desk.showFirstRun(); }, alwaysReady,
            QStringLiteral("first-run")},
        {QStringLiteral("sandbox"),
            [this] {
                m_desk.begin({{}, true});
            },
            [this] { return storesAnswered(); }, QStringLiteral("my-photo-empty")},
        {QStringLiteral("picture"), [this] { openPicture(); },
            [this] { return m_desk.photoPage()->isSettled(); }},
        {QStringLiteral("faces"), [this] { m_desk.picture()->findFaces(); },
            [this] { return m_facesAnswered && planStands(); }, QStringLiteral("my-photo")},
        {QStringLiteral("dark"), [this] { m_theme.choose(ThemeChoice::Dark); }, alwaysReady,
            QStringLiteral("my-photo-dark")},
        {QStringLiteral("light"), [this] { m_theme.choose(ThemeChoice::Light); }, alwaysReady},
        {QStringLiteral("upload"), [this] { m_desk.upload()->upload(); },
            [this] { return !m_desk.upload()->isRunning(); }, QStringLiteral("my-photo-uploaded")},
        {QStringLiteral("read back from every store"), nothing, [this] { return allWritten(); }},
    };
}

/// Somebody whose SharePoint still has her former photo.
void Screenshots::addBoardSteps()
{
    const auto settled = [this] {
        const BoardSession &session = m_desk.board()->session();
        return !session.isLooking() && session.board().overall != SyncState::Unknown;
    };
    m_steps += {
        {QStringLiteral("sync board"),
            [this] {
                m_desk.showPerson(sandboxPeople().constLast().person);
                m_desk.personPage()->showTab(PersonPage::Tab::SyncBoard);
            },
            settled, QStringLiteral("sync-board")},
        {QStringLiteral("dark board"), [this] { m_theme.choose(ThemeChoice::Dark); }, settled,
            QStringLiteral("sync-board-dark")},
        {QStringLiteral("light again"), [this] { m_theme.choose(ThemeChoice::Light); }, alwaysReady},
    };
}

void Screenshots::addPageSteps()
{
    m_steps += {
        {QStringLiteral("people"),
            [this] {
                m_window.goTo(Place::People);
                m_desk.peoplePage()->searchFor(QStringLiteral("s"));
            },
            [this] { return m_desk.peoplePage()->foundCount() > 0; }, QStringLiteral("people")},
        {QStringLiteral("overview"),
            [this] {
                m_window.goTo(Place::Overview);
                m_desk.overview()->scan().start({});
            },
            [this] { return m_desk.overview()->scan().state() == ScanSession::State::Idle; },
            QStringLiteral("overview")},
        {QStringLiteral("activity"), [this] { m_window.goTo(Place::Activity); }, alwaysReady,
            QStringLiteral("activity")},
        {QStringLiteral("settings"), [this] { m_window.goTo(Place::Settings); }, alwaysReady,
            QStringLiteral("settings")},
    };
}

/// A policy may leave out stores, and some are only read; the pictures then show that.
bool Screenshots::isWritten(const StoreId &store) const
{
    return std::ranges::any_of(m_desk.upload()->offers(),
        [&store](const StoreOffer &offer) { return offer.store == store && mayBeWritten(offer); });
}

void Screenshots::openPicture()
{
    const QDir pictures(m_desk.sandbox()->paths().pictures());
    const QStringList phones = pictures.entryList({QStringLiteral("*phone*")}, QDir::Files);
    connect(m_desk.picture(), &PictureSession::facesChanged, this, [this] { m_facesAnswered = true; });
    m_desk.openPicture(pictures.filePath(phones.value(0)));
}

bool Screenshots::storesAnswered() const
{
    if (!m_desk.upload() || m_desk.upload()->isPlanning() || m_desk.upload()->offers().isEmpty())
        return false;
    const QList<StoreOffer> &offers = m_desk.upload()->offers();
    return std::all_of(offers.begin(), offers.end(),
        [](const StoreOffer &offer) { return offer.currentKnown || offer.unreadable; });
}

bool Screenshots::planStands() const
{
    const QList<PlanStep> &steps = m_desk.upload()->plan().steps;
    return m_desk.photoPage()->isSettled() && storesAnswered()
        && std::all_of(steps.begin(), steps.end(),
            [this](const PlanStep &step) { return step.writes || !isWritten(step.store); });
}

bool Screenshots::allWritten() const
{
    const Result<QList<LedgerEntry>> history = m_desk.upload()->history();
    const QList<StoreOffer> &offers = m_desk.upload()->offers();
    return history && std::all_of(offers.begin(), offers.end(), [&history](const StoreOffer &offer) {
        return !mayBeWritten(offer)
            || std::any_of(history->begin(), history->end(), [&offer](const LedgerEntry &entry) {
                   return entry.store == offer.store && entry.outcome == LedgerEntry::Outcome::Verified;
               });
    });
}

void Screenshots::enter()
{
    m_readyInARow = 0;
    m_since.start();
    m_steps.constFirst().enter();
}

void Screenshots::look()
{
    m_readyInARow = m_steps.constFirst().isReady() ? m_readyInARow + 1 : 0;
    if (m_readyInARow < readyLooks) {
        if (m_since.elapsed() > patience)
            fail(m_steps.constFirst().name);
        return;
    }
    const QString file = m_steps.constFirst().file;
    if (!file.isEmpty() && !grab(file))
        return fail(file);
    m_steps.removeFirst();
    if (m_steps.isEmpty())
        finish();
    else
        enter();
}

bool Screenshots::grab(const QString &file)
{
    return m_window.grab().save(QDir(m_folder).filePath(file + QStringLiteral(".png")));
}

void Screenshots::fail(const QString &what)
{
    m_look.stop();
    grab(QStringLiteral("failed"));
    sayOnError(tr("This did not come: %1. The window as it stood is in failed.png.").arg(what));
    QCoreApplication::exit(1);
}

void Screenshots::finish()
{
    m_look.stop();
    if (!writeStatePictures(m_folder, m_theme))
        return fail(m_folder);
    QStringList stores;
    for (const StoreOffer &offer : m_desk.upload()->offers()) {
        if (mayBeWritten(offer))
            stores += offer.title;
    }
    //: %1 are names of stores, with commas
    sayOnError(tr("The photo was written to and read back from: %1.").arg(stores.join(QStringLiteral(", "))));
    QCoreApplication::exit(0);
}

} // namespace likeness
