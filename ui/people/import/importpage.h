// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/import/importhandover.h"
#include "services/session/import/importplan.h"
#include "services/session/import/importrun.h"
#include "ui/people/import/importsource.h"

#include <QTimer>
#include <QWidget>

class QListView;
class QProgressBar;
class QPushButton;

namespace likeness {

class ImportChips;
class ImportDetail;
class ImportModel;
class Notice;
class StateView;
class TextLabel;
class Theme;

/// Bulk import: what is to be imported, what would become of each file, corrections, the run and what came of
/// it. The plan and the run belong to whoever made them and outlive the page. GUI thread.
class ImportPage final : public QWidget
{
    Q_OBJECT
public:
    ImportPage(ImportPlan &plan, ImportRun &run, const ImportSource::Stores &stores, QThreadPool &workers,
        const Theme &theme, QWidget *parent = nullptr);

    /// Not while something is being imported.
    bool takesSource() const;
    /// As if the folder or list had been chosen.
    void setSource(const QString &path);
    /// Says that an import was cut short, and offers to go on with it.
    void offerResume(const ImportRunHead &run, int waiting);
    void sayFailed(const Error &error);
    void sayHandingOver(Progress progress);
    void sayHandedOver(const QString &folder, const Result<HandoverReport> &report);
    /// A run that was taken up from the ledger is shown.
    void showRun();

signals:
    /// Back to the people.
    void left();
    void resumeWanted(qint64 run);
    void reportWanted(const QString &path);
    /// What this account may not write itself, to a folder that is made.
    void handoverWanted(const QString &folder);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut(const Theme &theme);
    void connectPlan();
    void connectRun();
    void connectParts();
    void look();
    void start();
    void showState();
    void showCounts();
    void showRow(int index);
    void showDetail();
    void sayGathered(const Result<Done> &outcome);
    void askForReport();
    void askForHandover();
    void retranslate();
    bool isPlanning() const { return m_run.state() == ImportRun::State::Idle; }
    const QList<ImportRow> &rows() const { return isPlanning() ? m_plan.rows() : m_run.rows(); }
    QString progressWords() const;

    ImportPlan &m_plan;
    ImportRun &m_run;
    QMap<QString, QString> m_titles;
    ImportModel *m_model;
    QTimer m_counting; ///< counts follow a moment after the rows
    qint64 m_resumable = 0;

    QPushButton *m_back;
    TextLabel *m_title;
    QWidget *m_panel;
    ImportSource *m_source;
    Notice *m_notice;
    QPushButton *m_resume;
    ImportChips *m_chips;
    StateView *m_state;
    QListView *m_list;
    QWidget *m_side;
    ImportDetail *m_detail;
    TextLabel *m_progressWords;
    QProgressBar *m_progress;
    QPushButton *m_start;
    QPushButton *m_pause;
    QPushButton *m_cancel;
    QPushButton *m_retry;
    QPushButton *m_undo;
    QPushButton *m_report;
    QPushButton *m_handover;
    QPushButton *m_another;
};

} // namespace likeness
