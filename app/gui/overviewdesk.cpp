// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/overviewdesk.h"

#include "app/gui/overviewwords.h"
#include "services/log/categories.h"
#include "services/sandbox/boardtime.h"
#include "services/sandbox/sandbox.h"
#include "services/settings/syncdeclaration.h"
#include "ui/common/overviewreport.h"
#include "ui/main/windownotices.h"
#include "ui/overview/scanbar.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace likeness {

namespace {

constexpr int renewEvery = 2000; ///< milliseconds
constexpr int peopleAtOnceHere = 4; ///< the window has other things to do too

FlowBook flowsForScans()
{
    const Result<FlowBook> book = shippedFlows();
    if (!book)
        qCWarning(logApp).noquote() << book.error().detail;
    return book ? *book : FlowBook {};
}

BoardParts scanParts(const OverviewDesk::House &house, const FlowBook &book, Pacing &pacing)
{
    BoardParts parts {book, house.workers, pacing, [] { return QDateTime::currentDateTimeUtc(); },
        &house.ledger, &house.history};
    if (house.sandbox)
        goBySandboxClock(parts, *house.sandbox);
    return parts;
}

} // namespace

OverviewDesk::OverviewDesk(const House &house, QObject *parent)
    : QObject(parent)
    , m_house(house)
    , m_book(flowsForScans())
    , m_scan(
          std::make_unique<ScanSession>(house.organisation, scanParts(house, m_book, m_pacing), house.queue))
{
    m_renew.setInterval(renewEvery);
    connect(&m_renew, &QTimer::timeout, this, [this] {
        if (m_page && m_page->isVisible())
            m_page->reload();
    });
    connect(m_scan.get(), &ScanSession::progressed, this, &OverviewDesk::showScan);
    connect(m_scan.get(), &ScanSession::stateChanged, this, &OverviewDesk::showScan);
    connect(m_scan.get(), &ScanSession::completed, this, [this] { tellEnd({}); });
    connect(m_scan.get(), &ScanSession::failed, this, [this](const Error &error) { tellEnd(error); });
}

OverviewDesk::~OverviewDesk() = default;

OverviewPage *OverviewDesk::makePage()
{
    const auto photo = [this](const QString &sha256) {
        const Result<EncodedPhoto> kept = m_house.ledger.photo(sha256);
        return kept ? QImage::fromData(kept->bytes) : QImage();
    };
    m_page = new OverviewPage({m_house.standings, photo, [this] { return now(); }}, m_house.theme);
    m_page->setScope(m_house.organisation.id, overviewNodes(m_house.organisation.sync));
    connectPage();
    showScan();
    return m_page;
}

void OverviewDesk::connectPage()
{
    const auto start = [this] { m_scan->start({.since = {}, .atOnce = peopleAtOnceHere}); };
    connect(m_page, &OverviewPage::scanRequested, this, start);
    connect(m_page->scanBar(), &ScanBar::startRequested, this, start);
    connect(m_page->scanBar(), &ScanBar::pauseRequested, m_scan.get(), &ScanSession::pause);
    connect(m_page->scanBar(), &ScanBar::resumeRequested, m_scan.get(), &ScanSession::resume);
    connect(m_page->scanBar(), &ScanBar::stopRequested, m_scan.get(), &ScanSession::stop);
    connect(m_page, &OverviewPage::personChosen, this, &OverviewDesk::personWanted);
    connect(m_page, &OverviewPage::csvRequested, this, [this] { exportTo(false); });
    connect(m_page, &OverviewPage::reportRequested, this, [this] { exportTo(true); });
    if (const auto last = m_house.queue.lastEnded(m_house.organisation.id); last && *last)
        m_page->setLastScan((*last)->ended);
}

void OverviewDesk::showScan()
{
    const bool isRunning = m_scan->state() == ScanSession::State::Running;
    if (isRunning != m_renew.isActive()) {
        if (isRunning)
            m_renew.start();
        else
            m_renew.stop();
    }
    if (!m_page)
        return;
    m_page->scanBar()->setProgress(m_scan->progress());
    m_page->scanBar()->setState(m_scan->state());
}

void OverviewDesk::tellEnd(const std::optional<Error> &error)
{
    if (error)
        sayScanFailed(m_house.notices, *error);
    if (!m_page)
        return;
    if (const auto last = m_house.queue.lastEnded(m_house.organisation.id); last && *last)
        m_page->setLastScan((*last)->ended);
    m_page->reload();
}

void OverviewDesk::exportTo(bool html)
{
    const QString name = QStringLiteral("overview-") + now().toString(QStringLiteral("yyyy-MM-dd"))
        + (html ? u".html" : u".csv");
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(m_page, overviewExportTitle(), QDir(folder).filePath(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(html ? QStringLiteral("html") : QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, html](const QString &path) {
        const OverviewScope scope {m_house.organisation.id, m_house.organisation.title,
            overviewNodes(m_house.organisation.sync), m_page->model().filter()};
        const Result<Done> written = html ? writeOverviewHtml(path, scope, m_house.standings, now())
                                          : writeOverviewCsv(path, scope, m_house.standings);
        if (!written)
            sayOverviewNotExported(m_house.notices, path, written.error());
    });
    dialog->open();
}

QDateTime OverviewDesk::now() const
{
    return m_house.sandbox && m_house.sandbox->world() ? m_house.sandbox->world()->clock().now()
                                                       : QDateTime::currentDateTimeUtc();
}

} // namespace likeness
