// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledger.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace likeness {

class AuditExportBar;
class StateView;
class Theme;

/// What was changed on this computer, newest first: whose photo, where, when, the photo before and after, how
/// it ended, and a button that writes the photo before back. Reads the ledger when it is shown, not before.
class ActivityPage final : public QWidget
{
    Q_OBJECT
public:
    ActivityPage(Ledger &ledger, const Theme &theme, QWidget *parent = nullptr);

    /// Whose changes are listed; by OrganisationFile::id.
    void setOrganisation(const QString &organisation);
    /// Restoring needs the organisation the photo came from.
    void setRestorable(bool restorable);
    void reload();
    AuditExportBar *exportBar() const { return m_export; }

signals:
    void restoreRequested(const likeness::LedgerEntry &entry);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill(const QList<LedgerEntry> &entries);

    Ledger &m_ledger;
    const Theme &m_theme;
    QString m_organisation;
    bool m_restorable = false;
    AuditExportBar *m_export;
    StateView *m_state;
    QScrollArea *m_scroll;
};

} // namespace likeness
