// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/upload/uploadplan.h"
#include "services/session/uploadsession.h"
#include "ui/common/panel.h"

#include <QList>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace likeness {

class HistoryList;
class Notice;
class PlanRow;
class Theme;

/// The upload plan: one row a store in the order of writing, Upload and Cancel, and the history with Restore
/// behind a button. Values in, wishes out.
class PlanView final : public Panel
{
    Q_OBJECT
public:
    explicit PlanView(const Theme &theme, QWidget *parent = nullptr);

    void setPlan(const QList<StoreOffer> &offers, const UploadPlan &plan, int cropEdge);
    void setProgress(const StoreId &store, const StoreProgress &progress);
    void setRunning(bool running);
    /// Without a picture there is nothing to upload, but much to see.
    void setHasPicture(bool has);
    void setHistory(const QList<LedgerEntry> &history);
    void showHistory(bool shown);
    /// As if Upload (or Cancel) were clicked.
    void pressUpload();

signals:
    void chosen(const likeness::StoreId &store, bool chosen);
    void uploadPressed();
    void cancelPressed();
    void retryPressed(const likeness::StoreId &store);
    void overwritePressed(const likeness::StoreId &store);
    void leavePressed(const likeness::StoreId &store);
    void refreshPressed();
    void restorePressed(qint64 entry);

protected:
    void changeEvent(QEvent *event) override;

private:
    PlanRow *row(const StoreId &store) const;
    PlanRow *addRow();
    void sayOrder();
    void updateUpload();
    void retranslate();
    void layOut();

    const Theme &m_theme;
    QList<PlanRow *> m_rows;
    UploadPlan m_plan;
    bool m_running = false;
    bool m_hasPicture = false;
    QLabel *m_title;
    QToolButton *m_refresh;
    QToolButton *m_historyButton;
    QStackedWidget *m_stack;
    QWidget *m_list;
    QVBoxLayout *m_rowLayout;
    Notice *m_order;
    QLabel *m_kept;
    QPushButton *m_upload;
    HistoryList *m_history;
};

} // namespace likeness
