// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/peopledesk.h"

#include "app/gui/deskwords.h"
#include "app/gui/importdesk.h"
#include "ui/main/windownotices.h"
#include "ui/people/import/importdrop.h"
#include "ui/people/peoplesearchpage.h"

#include <QDir>
#include <QFileDialog>
#include <QStackedWidget>
#include <QStandardPaths>

namespace likeness {

PeopleDesk::PeopleDesk(const House &house, QObject *parent)
    : QObject(parent)
    , m_house(house)
    , m_photos({house.organisation, house.ledger, house.workers, house.cacheFolder})
{
}

PeopleDesk::~PeopleDesk() = default;

PeopleSearchPage *PeopleDesk::page() const
{
    return m_page;
}

QWidget *PeopleDesk::makePlace()
{
    makePage();
    m_import = std::make_unique<ImportDesk>(ImportDesk::House {
        m_house.organisation, m_house.ledger, m_house.imports, m_house.workers, m_house.theme});
    ImportPage *import = m_import->makePage();
    auto *place = new QStackedWidget;
    place->addWidget(m_page);
    place->addWidget(import);
    const auto showImport = [place, import] {
        place->setCurrentWidget(import);
        import->setFocus(Qt::OtherFocusReason);
    };
    connect(m_page, &PeopleSearchPage::importWanted, place, showImport);
    auto *drop = new ImportDrop(*m_page, [import] { return import->takesSource(); });
    connect(drop, &ImportDrop::dropped, place, [showImport, import](const QString &path) {
        showImport();
        import->setSource(path);
    });
    connect(import, &ImportPage::left, place,
        [place, people = m_page.data()] { place->setCurrentWidget(people); });
    connect(m_import.get(), &ImportDesk::historyChanged, this, &PeopleDesk::historyChanged);
    return place;
}

void PeopleDesk::makePage()
{
    m_page = new PeopleSearchPage(m_house.organisation.directory.get(), m_house.theme);
    m_page->setSources(&m_photos, m_house.standings, m_house.organisation.id);
    connect(m_page, &PeopleSearchPage::exportRequested, this, &PeopleDesk::askWhereTo);
    connect(m_page, &PeopleSearchPage::exportCancelled, this, [this] {
        m_export.reset();
        m_page->setExporting(std::nullopt);
    });
}

void PeopleDesk::askWhereTo(const QList<Person> &people)
{
    auto *dialog = new QFileDialog(
        m_page, exportFolderTitle(), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, people](const QString &folder) { exportTo(folder, people); });
    dialog->open();
}

void PeopleDesk::exportTo(const QString &folder, const QList<Person> &people)
{
    m_export = JobPtr<ExportReport>(new PhotoExport(m_house.organisation,
        {folder, storesToExport(m_house.organisation), people, QDateTime::currentDateTime()}));
    connect(m_export.get(), &Job::progressed, this, [this](Progress progress) {
        if (m_page)
            m_page->setExporting(progress);
    });
    m_export->onFinished(this, [this](const Result<ExportReport> &report) { end(report); });
    m_export->start();
    if (m_page)
        m_page->setExporting(Progress {});
}

void PeopleDesk::end(const Result<ExportReport> &report)
{
    if (m_page)
        m_page->setExporting(std::nullopt);
    if (report)
        sayExported(m_house.notices, *report);
    else
        sayExportFailed(m_house.notices, report.error());
}

} // namespace likeness
