// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/import/importhandover.h"
#include "ui/people/import/importpage.h"

#include <QPointer>

namespace likeness {

class WindowNotices;

/// Brings the page of bulk imports together with the plan, the run and the ledger. Made by the desk for one
/// organisation; does not own the page, which goes first. GUI thread.
class ImportDesk final : public QObject
{
    Q_OBJECT
public:
    struct House
    {
        Organisation &organisation;
        Ledger &ledger;
        ImportRuns &runs;
        QThreadPool &workers;
        const Theme &theme;
    };
    explicit ImportDesk(const House &house, QObject *parent = nullptr);
    ~ImportDesk() override;

    /// A new page; whoever puts it somewhere owns it.
    ImportPage *makePage();
    /// Offers to go on with an import that was cut short. After settleUnfinished().
    void lookForOpenRuns();
    ImportPlan &plan() { return m_plan; }
    ImportRun &run() { return m_run; }

signals:
    /// Something was written for somebody.
    void historyChanged();

private:
    void takeUp(qint64 run);
    void writeReport(const QString &path);
    void writeHandover(const QString &folder);

    House m_house;
    ImportPlan m_plan;
    ImportRun m_run;
    QPointer<ImportPage> m_page;
    JobPtr<HandoverReport> m_handover;
};

} // namespace likeness
