// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/boarddesk.h"

#include "app/gui/boardwords.h"
#include "services/log/categories.h"
#include "services/sandbox/boardtime.h"
#include "services/sandbox/sandbox.h"
#include "services/settings/syncdeclaration.h"
#include "ui/main/windownotices.h"
#include "ui/sync/diagnosis.h"
#include "ui/sync/tourbar.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QStandardPaths>
#include <algorithm>

namespace likeness {

namespace {

constexpr int freshSeconds = 10; ///< so long a look is new enough when the page comes up

FlowBook bookOfThisBuild()
{
    const Result<FlowBook> book = shippedFlows();
    if (!book)
        qCWarning(logApp).noquote() << book.error().detail;
    return book ? *book : FlowBook {};
}

BoardParts partsOf(const BoardDesk::House &house, const FlowBook &book, Pacing &pacing)
{
    BoardParts parts {book, house.workers, pacing, [] { return QDateTime::currentDateTimeUtc(); },
        &house.ledger, house.history, house.standings};
    if (house.sandbox)
        goBySandboxClock(parts, *house.sandbox);
    return parts;
}

} // namespace

BoardDesk::BoardDesk(const House &house, QObject *parent)
    : QObject(parent)
    , m_house(house)
    , m_book(bookOfThisBuild())
    , m_session(std::make_unique<BoardSession>(house.organisation, partsOf(house, m_book, m_pacing)))
    , m_tombstone(house.organisation, WriteMeans {house.ledger, house.workers, m_pacing}, house.sandbox)
{
    connect(&m_tombstone, &TombstoneDesk::changedSomething, this, &BoardDesk::historyChanged);
    connect(m_session.get(), &BoardSession::boardChanged, this, &BoardDesk::showSoon);
    connect(m_session.get(), &BoardSession::lookingChanged, this, &BoardDesk::showSoon);
    connect(m_session.get(), &BoardSession::refreshed, this, &BoardDesk::showTimeline, Qt::QueuedConnection);
    connect(m_session.get(), &BoardSession::watchEnded, this, &BoardDesk::tellWatchEnd);
    connect(m_session.get(), &BoardSession::watchingChanged, this, [this] {
        if (m_page)
            m_page->setWatching(m_session->isWatching());
    });
    connect(m_session.get(), &BoardSession::photoChanged, this, [this](SyncNode node) {
        if (!m_session->isWatching())
            return;
        sayPhotoChanged(m_house.notices, node, m_session->person());
        QApplication::alert(m_house.notices.window());
    });
    connect(
        m_session.get(), &BoardSession::historyFailed, this,
        [this](const Error &error) { sayNothingKept(m_house.notices, error); }, Qt::SingleShotConnection);
}

BoardDesk::~BoardDesk() = default;

SyncPage *BoardDesk::makePage()
{
    m_page = new SyncPage(m_house.theme, [this] { return now(); });
    connectPage();
    connectSandbox();
    show();
    return m_page;
}

void BoardDesk::connectPage()
{
    connect(m_page, &SyncPage::refreshRequested, this, [this](std::optional<SyncNode> node) {
        if (node)
            m_session->refresh(*node);
        else
            m_session->refresh();
    });
    connect(m_page, &SyncPage::watchToggled, this, [this](bool on) {
        if (on)
            m_session->watch();
        else
            m_session->stopWatching();
    });
    connect(m_page, &SyncPage::exportRequested, this, &BoardDesk::exportTo);
    connect(m_page, &SyncPage::cureRequested, this, &BoardDesk::cure);
    connect(m_page, &SyncPage::photoWanted, this, &BoardDesk::photoWanted);
    m_tombstone.setSteps(m_page->cureSteps());
}

void BoardDesk::connectSandbox()
{
    if (!m_house.sandbox)
        return;
    TourBar *tours = m_page->tourBar();
    tours->chooser()->show();
    connect(tours, &TourBar::tourChosen, this, &BoardDesk::beginTour);
    connect(tours, &TourBar::nextRequested, this, [this] {
        m_page->setBusy(true);
        m_tour->next();
        showTour();
    });
    connect(tours, &TourBar::endRequested, this, &BoardDesk::endTour);
    SandboxBar *bar = m_page->sandboxBar();
    connect(bar, &SandboxBar::advanceRequested, this,
        [this](std::chrono::hours by) { run(m_house.sandbox->events()->advance(by)); });
    connect(bar, &SandboxBar::eventRequested, this, [this](SandboxBar::Event event) {
        SandboxEvents &events = *m_house.sandbox->events();
        const QString key = m_session->person().keys.key;
        switch (event) {
        case SandboxBar::Event::OwnVisit:
            return run(events.openProfile(key));
        case SandboxBar::Event::DirectorySync:
            return run(events.syncDirectory());
        case SandboxBar::Event::DeleteInOutlook:
            return run(events.deleteInOutlook(key));
        }
    });
}

/// Something happens in the sandbox; then it is looked again.
void BoardDesk::run(JobPtr<Done> event)
{
    m_page->setBusy(true);
    m_event = std::move(event);
    m_event->onFinished(this, [this](const Result<Done> &) {
        if (m_page)
            m_page->setBusy(false);
        lookAgain();
    });
    m_event->start();
}

void BoardDesk::beginTour(const QString &id)
{
    const QList<Tour> tours = sandboxTours();
    const auto tour = std::ranges::find(tours, id, &Tour::id);
    if (tour == tours.end() || m_house.upload.isRunning())
        return;
    m_finding = m_house.organisation.directory->person(tour->person);
    m_finding->onFinished(this, [this, chosen = *tour](const Result<Person> &person) {
        if (person)
            startTour(chosen, *person);
    });
    m_finding->start();
}

void BoardDesk::startTour(const Tour &tour, const Person &person)
{
    m_tour.reset(); // gives the organisation its own settings back, before the next changes them
    emit personWanted(person);
    m_tour = std::make_unique<TourRun>(
        TourRun::House {*m_house.sandbox, m_house.organisation, m_house.upload, *m_session, m_house.workers},
        tour, person);
    connect(m_tour.get(), &TourRun::stepped, this, [this](const Result<Done> &done) {
        if (!m_page)
            return;
        m_page->setBusy(false);
        showTour();
        if (done)
            m_page->showNode(m_tour->tour().steps[m_tour->step()].shows);
        else
            sayTourStopped(m_house.notices, done.error());
    });
    showTour();
    lookAgain();
}

void BoardDesk::showTour()
{
    TourBar *bar = m_page->tourBar();
    bar->setTour(m_tour ? std::optional(m_tour->tour()) : std::nullopt, m_tour ? m_tour->step() : -1);
    bar->setBusy(m_tour && m_tour->isBusy());
}

void BoardDesk::endTour()
{
    m_tour.reset();
    m_page->setBusy(false);
    showTour();
    lookAgain();
}

QDateTime BoardDesk::now() const
{
    return m_house.sandbox && m_house.sandbox->world() ? m_house.sandbox->world()->clock().now()
                                                       : QDateTime::currentDateTimeUtc();
}

void BoardDesk::setPerson(const Person &person)
{
    if (m_tour && m_tour->tour().person != person.keys.key)
        endTour(); // its steps would be taken for somebody else
    m_tombstone.stop();
    m_looked = {};
    m_session->setPerson(person);
    showTimeline();
}

void BoardDesk::look()
{
    if (m_looked.isValid() && m_looked.secsTo(QDateTime::currentDateTimeUtc()) < freshSeconds)
        return;
    lookAgain();
}

void BoardDesk::lookAgain()
{
    if (m_session->person().keys.key.isEmpty())
        return;
    m_looked = QDateTime::currentDateTimeUtc();
    m_session->lookAnew();
}

/// Keeping a sighting, drawing its card and the next frame have a turn of the event loop each, and what
/// arrives at once is drawn at once.
void BoardDesk::showSoon()
{
    if (std::exchange(m_willShow, true))
        return;
    QMetaObject::invokeMethod(this, &BoardDesk::show, Qt::QueuedConnection);
}

void BoardDesk::show()
{
    m_willShow = false;
    if (!m_page)
        return;
    BoardContent content {m_session->person(), m_session->board(), m_book, now()};
    for (const SyncNode node : std::as_const(m_house.organisation.nodes)) {
        if (m_session->isLooking(node))
            content.looking.insert(node);
    }
    m_page->setBoard(content, shownFlows(content.board, m_book));
    std::optional<QDateTime> seen;
    for (const Finding &finding : content.board.findings) {
        if (const Sighting *sighting = m_session->sighting(finding.node); sighting && !finding.derived)
            seen = std::max(seen.value_or(sighting->at), sighting->at);
    }
    m_page->setSeen(seen);
    m_page->setSandboxClock(m_house.sandbox ? std::optional(now()) : std::nullopt);
}

/// Read from the history, so only when everything that was asked has answered.
void BoardDesk::showTimeline()
{
    if (!m_page)
        return;
    m_timeline = timelineOf(m_house.organisation.id, m_session->person(), m_house.ledger, m_house.history,
        [this](const QDateTime &real) { return m_session->organisationTime(real); });
    m_page->setTimeline(m_timeline);
}

void BoardDesk::tellWatchEnd(WatchEnd end)
{
    sayWatchEnded(m_house.notices, end, m_session->person());
    QApplication::alert(m_house.notices.window());
}

void BoardDesk::exportTo(DiagnosisFormat format)
{
    const bool html = format == DiagnosisFormat::Html;
    const BoardContent content {m_session->person(), m_session->board(), m_book, now()};
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(m_page, exportTitle(),
        QDir(folder).filePath(diagnosisFileName(content) + (html ? u".html" : u".pdf")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(html ? QStringLiteral("html") : QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) {
        if (!writeDiagnosis(path, format))
            sayNotExported(m_house.notices, path);
    });
    dialog->open();
}

Result<Done> BoardDesk::writeDiagnosis(const QString &path, DiagnosisFormat format) const
{
    const BoardContent content {m_session->person(), m_session->board(), m_book, now()};
    return format == DiagnosisFormat::Html ? writeDiagnosisHtml(path, content, m_timeline)
                                           : writeDiagnosisPdf(path, content, m_timeline);
}

void BoardDesk::cure(const QString &id, SyncNode node)
{
    const Cure *cure = m_book.cure(id);
    const auto &reference = m_session->board().reference;
    if (!cure)
        return;
    switch (cure->action) {
    case CureAction::None:
        return;
    case CureAction::Upload:
        if (reference)
            emit uploadWanted(reference->photo.photo, node);
        return;
    case CureAction::RewriteDirectory:
        if (reference)
            emit uploadWanted(reference->photo.photo, SyncNode::ActiveDirectory);
        return;
    case CureAction::ClearTombstone:
        m_tombstone.begin(m_session->person(), node, *cure);
        return;
    case CureAction::Restore:
        emit historyWanted();
        return;
    }
}

} // namespace likeness
