// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/importdesk.h"

#include "ui/common/importwords.h"

#include <QSaveFile>

namespace likeness {

using namespace Qt::StringLiterals;

ImportDesk::ImportDesk(const House &house, QObject *parent)
    : QObject(parent)
    , m_house(house)
    , m_plan(house.organisation, house.workers)
    , m_run(house.organisation, house.ledger, house.runs, house.workers)
{
    connect(&m_run, &ImportRun::stateChanged, this, &ImportDesk::historyChanged);
}

ImportDesk::~ImportDesk() = default;

ImportPage *ImportDesk::makePage()
{
    ImportSource::Stores stores;
    for (const auto &store : m_house.organisation.stores) {
        if (!store->traits().readOnly)
            stores.append({store->id().instance, store->traits().title});
    }
    m_page = new ImportPage(m_plan, m_run, stores, m_house.workers, m_house.theme);
    connect(m_page, &ImportPage::resumeWanted, this, &ImportDesk::takeUp);
    connect(m_page, &ImportPage::reportWanted, this, &ImportDesk::writeReport);
    connect(m_page, &ImportPage::handoverWanted, this, &ImportDesk::writeHandover);
    return m_page;
}

void ImportDesk::lookForOpenRuns()
{
    const auto runs = m_house.runs.runs(m_house.organisation.id, 5);
    if (!runs || !m_page || m_run.state() != ImportRun::State::Idle)
        return;
    for (const ImportRunHead &head : *runs) {
        const auto rows = head.state == ImportRunHead::State::Open
            ? m_house.runs.rows(head.id)
            : Result<QList<ImportRow>>(QList<ImportRow> {});
        if (!rows)
            continue;
        OutcomeCounts counts = outcomesOf(*rows);
        const int waiting = counts[ImportOutcome::Waiting] + counts[ImportOutcome::Running];
        if (waiting > 0)
            return m_page->offerResume(head, waiting);
    }
}

void ImportDesk::takeUp(qint64 run)
{
    if (const Result<Done> loaded = m_run.load(run); !loaded)
        return m_page->sayFailed(loaded.error());
    m_page->showRun();
}

void ImportDesk::writeHandover(const QString &folder)
{
    const bool planned = m_run.state() == ImportRun::State::Idle;
    m_handover = JobPtr<HandoverReport>(new ImportHandover(
        m_house.organisation, m_house.workers, planned ? m_plan.rows() : m_run.rows(), folder));
    connect(m_handover.get(), &Job::progressed, m_page, &ImportPage::sayHandingOver);
    m_handover->onFinished(this, [this, folder](const Result<HandoverReport> &report) {
        if (m_page)
            m_page->sayHandedOver(folder, report);
    });
    m_handover->start();
}

void ImportDesk::writeReport(const QString &path)
{
    const bool planned = m_run.state() == ImportRun::State::Idle;
    ImportRunHead head = m_run.head();
    if (planned) {
        head.source = m_plan.wish().source;
        head.stores = m_plan.wish().stores;
    }
    QMap<QString, QString> titles;
    for (const auto &store : m_house.organisation.stores)
        titles.insert(store->id().instance, store->traits().title);
    const ImportReport report = importReport(head, planned ? m_plan.rows() : m_run.rows(), planned, titles);
    const QByteArray bytes = path.endsWith(".csv"_L1, Qt::CaseInsensitive) ? csvOf(report) : htmlOf(report);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        m_page->sayFailed(Error {Errc::Local, path + u": "_s + file.errorString()});
}

} // namespace likeness
