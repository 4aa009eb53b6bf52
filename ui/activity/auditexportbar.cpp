// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/activity/auditexportbar.h"

#include "ui/common/errorwords.h"
#include "ui/common/text.h"

#include <QDate>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

namespace likeness {

AuditExportBar::AuditExportBar(Ledger &ledger, QWidget *parent)
    : QWidget(parent)
    , m_ledger(ledger)
    , m_words(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
    , m_export(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 8);
    row->setSpacing(12);
    m_words->setWordWrap(true);
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress->setTextVisible(false);
    m_progress->setMaximumWidth(200);
    row->addWidget(m_words, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(m_export);
    m_progress->hide();
    m_cancel->hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(500);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_progress->show();
        m_cancel->show();
    });
    connect(m_export, &QPushButton::clicked, this, &AuditExportBar::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    retranslate();
}

void AuditExportBar::chooseFile()
{
    const QString name
        = QStringLiteral("history-") + QDate::currentDate().toString(Qt::ISODate) + QStringLiteral(".csv");
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Export what was written"), QDir(folder).filePath(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("For programs (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(
            filter.contains(QStringLiteral("json")) ? QStringLiteral("json") : QStringLiteral("csv"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &AuditExportBar::exportTo);
    dialog->open();
}

void AuditExportBar::exportTo(const QString &file)
{
    m_file = file;
    m_words->clear();
    m_export->setEnabled(false);
    m_progress->setRange(0, 0);
    m_patience.start();
    m_job = JobPtr<qint64>(new AuditExport(m_ledger, {.organisation = m_organisation}, file));
    connect(m_job.get(), &Job::progressed, this, &AuditExportBar::showProgress);
    m_job->onFinished(this, [this](const Result<qint64> &entries) { end(entries); });
    m_job->start();
}

void AuditExportBar::showProgress(Progress progress)
{
    m_progress->setRange(0, 1000);
    m_progress->setValue(progress.total > 0 ? static_cast<int>(progress.done * 1000 / progress.total) : 1000);
}

void AuditExportBar::end(const Result<qint64> &entries)
{
    // the job that holds it goes away
    const Result<qint64> kept = entries; // NOLINT(performance-unnecessary-copy-initialization)
    m_job.reset();
    m_patience.stop();
    m_progress->hide();
    m_cancel->hide();
    m_export->setEnabled(true);
    const QString name = QFileInfo(m_file).fileName();
    if (kept)
        //: %n is how many changes of photos were written to a file, %1 the name of the file
        m_words->setText(tr("%n change(s) written to %1", nullptr, static_cast<int>(*kept)).arg(name));
    else if (kept.error().code == Errc::Cancelled)
        m_words->setText(tr("Stopped; nothing was written to %1").arg(name));
    else
        m_words->setText(wordsFor(kept.error(), name).sentences());
}

void AuditExportBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AuditExportBar::retranslate()
{
    m_export->setText(tr("Export…"));
    m_export->setToolTip(
        tr("Write everything that was changed to a file: who, when, where, before and after"));
    m_cancel->setText(tr("Stop"));
    //: the name of a progress bar, for screen readers
    m_progress->setAccessibleName(tr("Export of the history"));
}

} // namespace likeness
