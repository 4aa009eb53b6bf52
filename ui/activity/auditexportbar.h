// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/auditexport.h"

#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace likeness {

class TextLabel;

/// The button that writes the history to a file, how far that is when it takes longer than half a second, and
/// how it ended.
class AuditExportBar final : public QWidget
{
    Q_OBJECT
public:
    explicit AuditExportBar(Ledger &ledger, QWidget *parent = nullptr);

    /// Whose history; by OrganisationFile::id.
    void setOrganisation(const QString &organisation) { m_organisation = organisation; }
    /// What the button does once a file has been chosen.
    void exportTo(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseFile();
    void showProgress(Progress progress);
    void end(const Result<qint64> &entries);
    void retranslate();

    Ledger &m_ledger;
    QString m_organisation;
    QString m_file;
    JobPtr<qint64> m_job;
    QTimer m_patience;
    TextLabel *m_words;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_export;
};

} // namespace likeness
