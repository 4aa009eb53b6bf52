// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/activity/activitypage.h"

#include "ui/activity/activityrow.h"
#include "ui/activity/auditexportbar.h"
#include "ui/common/errorwords.h"
#include "ui/common/panel.h"
#include "ui/common/stateview.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace likeness {
namespace {

QImage photoOf(Ledger &ledger, const QString &sha256)
{
    if (sha256.isEmpty())
        return {};
    const Result<EncodedPhoto> photo = ledger.photo(sha256);
    return photo ? QImage::fromData(photo->bytes) : QImage();
}

} // namespace

ActivityPage::ActivityPage(Ledger &ledger, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_ledger(ledger)
    , m_theme(theme)
    , m_export(new AuditExportBar(ledger, this))
    , m_state(new StateView(theme, this))
    , m_scroll(new QScrollArea(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 0, 24, 24);
    column->setSpacing(0);
    column->addWidget(m_export);
    column->addWidget(m_state, 1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_state->setContent(m_scroll);
    connect(m_state, &StateView::retryPressed, this, &ActivityPage::reload);
}

void ActivityPage::setOrganisation(const QString &organisation)
{
    m_organisation = organisation;
    m_export->setOrganisation(organisation);
    if (isVisible())
        reload();
}

void ActivityPage::setRestorable(bool restorable)
{
    m_restorable = restorable;
    if (isVisible())
        reload();
}

void ActivityPage::reload()
{
    m_export->setVisible(!m_organisation.isEmpty());
    const Result<QList<LedgerEntry>> entries = m_ledger.history(m_organisation, {});
    if (!entries) {
        const ErrorWords words = wordsFor(entries.error(), tr("The activity list"));
        return m_state->showError(words.title, words.sentences(), entries.error());
    }
    if (entries->isEmpty())
        return m_state->showEmpty(QStringLiteral("activity"), tr("Nothing has been changed yet"),
            tr("Every photo you upload is listed here, with the photo that was there before, so that you can "
               "restore it."));
    fill(*entries);
    m_state->showContent();
}

void ActivityPage::fill(const QList<LedgerEntry> &entries)
{
    auto *body = new QWidget;
    body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(body);
    column->setSpacing(8);
    QDate day;
    Panel *panel = nullptr;
    for (const LedgerEntry &entry : entries) {
        const QDate date = entry.at.toLocalTime().date();
        if (date != day || !panel) {
            day = date;
            column->addSpacing(panel ? 8 : 0);
            column->addWidget(new TextLabel(QLocale().toString(date, QLocale::LongFormat), TextRole::Strong,
                TextLabel::Tone::Soft, body));
            panel = new Panel(body);
            auto *rows = new QVBoxLayout(panel);
            rows->setContentsMargins(16, 4, 16, 4);
            rows->setSpacing(0);
            column->addWidget(panel);
        } else {
            panel->layout()->addWidget(new Separator(panel));
        }
        auto *row = new ActivityRow(m_theme, entry, panel);
        row->setPhotos(photoOf(m_ledger, entry.beforeSha256), photoOf(m_ledger, entry.afterSha256));
        row->setRestorable(m_restorable);
        connect(row, &ActivityRow::restoreRequested, this, &ActivityPage::restoreRequested);
        panel->layout()->addWidget(row);
    }
    column->addStretch();
    m_scroll->setWidget(body); // deletes the rows before
    body->setAutoFillBackground(false);
}

void ActivityPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
}

void ActivityPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && isVisible())
        reload();
    QWidget::changeEvent(event);
}

} // namespace likeness
