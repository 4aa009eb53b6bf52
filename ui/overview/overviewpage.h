// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/overview/overviewmodel.h"

#include <QWidget>

class QPushButton;

namespace likeness {

class OverviewFilters;
class OverviewTable;
class ScanBar;
class StateChips;
class StateView;
class TextLabel;
class Theme;

/// Everybody of the organisation against its workloads, as they were scanned last: counts that filter,
/// search, the matrix, and the scan. A row leads to that person's sync board.
class OverviewPage final : public QWidget
{
    Q_OBJECT
public:
    struct World
    {
        Standings &standings;
        OverviewModel::PhotoOf photoOf;
        std::function<QDateTime()> now;
    };
    OverviewPage(const World &world, const Theme &theme, QWidget *parent = nullptr);

    void setScope(const QString &organisation, const QList<SyncNode> &nodes);
    /// "last full scan today 06:10"; nullopt = never.
    void setLastScan(const std::optional<QDateTime> &ended);
    ScanBar *scanBar() const { return m_scanBar; }
    const OverviewModel &model() const { return *m_model; }
    /// Counts and rows, as they are in the ledger now.
    void reload();

signals:
    void personChosen(const likeness::Person &person);
    void scanRequested();
    void csvRequested();
    void reportRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyFilter();
    void clearFilters();
    void showWhatIsThere(int shown, int everybody);
    void showFailure(const Error &error);
    void retranslate();
    QWidget *makeHead();

    World m_world;
    QString m_organisation;
    std::optional<QDateTime> m_lastScan;
    int m_everybody = 0;
    bool m_isFiltered = false;
    TextLabel *m_facts;
    ScanBar *m_scanBar;
    QPushButton *m_export;
    QAction *m_csv = nullptr;
    QAction *m_report = nullptr;
    StateChips *m_chips;
    OverviewFilters *m_filters;
    StateView *m_state;
    OverviewTable *m_table;
    OverviewModel *m_model;
};

} // namespace likeness
