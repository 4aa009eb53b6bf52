// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/historylist.h"

#include "ui/common/panel.h"
#include "ui/common/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace likeness {

HistoryList::HistoryList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void HistoryList::setEntries(const QList<LedgerEntry> &entries)
{
    m_entries = entries;
    rebuild();
}

void HistoryList::setLocked(bool locked)
{
    m_locked = locked;
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setEnabled(!locked);
}

QString HistoryList::deed(const LedgerEntry &entry) const
{
    using Outcome = LedgerEntry::Outcome;
    switch (entry.outcome) {
    case Outcome::Started:
        return tr("begun, and never finished");
    case Outcome::Written:
        return tr("written, not read back");
    case Outcome::Verified:
        return entry.action == LedgerEntry::Action::Restore ? tr("restored and read back")
            : entry.action == LedgerEntry::Action::Remove   ? tr("removed")
            : entry.action == LedgerEntry::Action::Keep     ? tr("a copy was kept")
                                                            : tr("saved and read back");
    case Outcome::Failed:
        return tr("failed");
    case Outcome::Conflict:
        return tr("somebody else had changed it; nothing was written");
    case Outcome::Cancelled:
        return tr("cancelled");
    }
    return {};
}

void HistoryList::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    if (m_entries.isEmpty())
        m_column->addWidget(
            new TextLabel(tr("Nothing was written yet."), TextRole::Small, TextLabel::Tone::Soft, this));
    for (const LedgerEntry &entry : std::as_const(m_entries))
        addEntry(entry);
    m_column->addStretch();
}

void HistoryList::addEntry(const LedgerEntry &entry)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(8, 10, 8, 10);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(new TextLabel(entry.storeTitle, TextRole::Strong, TextLabel::Tone::Ink, row));
    const QString when = QLocale().toString(entry.at.toLocalTime(), QLocale::ShortFormat);
    auto *facts = new TextLabel(
        when + QStringLiteral(" · ") + deed(entry), TextRole::Small, TextLabel::Tone::Soft, row);
    facts->setWordWrap(true);
    texts->addWidget(facts);
    line->addLayout(texts, 1);
    if (entry.isRestorable()) {
        auto *restore = new QPushButton(tr("Restore"), row);
        restore->setEnabled(!m_locked);
        //: read aloud; %1 is a store, %2 a date
        restore->setAccessibleName(tr("Restore what %1 had before %2").arg(entry.storeTitle, when));
        restore->setToolTip(entry.beforeSha256.isEmpty() ? tr("There was no photo before: removes the photo")
                                                         : tr("Write back the photo that was there before"));
        connect(restore, &QPushButton::clicked, this, [this, id = entry.id] { emit restorePressed(id); });
        line->addWidget(restore);
    }
    m_column->addWidget(new Separator(this));
    m_column->addWidget(row);
}

void HistoryList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace likeness
