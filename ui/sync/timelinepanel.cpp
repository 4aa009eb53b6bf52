// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/timelinepanel.h"

#include "ui/common/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>

namespace likeness {

namespace {

constexpr int timelineEntryWidth = 180;

QString timelineTime(const QDateTime &at, const QDate &today)
{
    const QLocale locale;
    const QDateTime local = at.toLocalTime();
    const QString time = locale.toString(local, QStringLiteral("HH:mm"));
    if (local.date() == today)
        return time;
    return locale.toString(local, QStringLiteral("d MMM ")) + time;
}

} // namespace

TimelinePanel::TimelinePanel(QWidget *parent)
    : Panel(parent)
    , m_title(new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, this))
    , m_sandbox(new SandboxBar(this))
    , m_scroll(new QScrollArea(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padding, 10, padding, 10);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(padding);
    head->addWidget(m_title, 0, Qt::AlignTop);
    head->addWidget(m_sandbox, 1);
    column->addLayout(head);
    column->addWidget(m_scroll);
    m_sandbox->hide();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus); // its arrow keys scroll
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void TimelinePanel::setEntries(const QList<TimelineEntry> &entries)
{
    if (m_entries == entries)
        return;
    m_entries = entries;
    fill();
}

void TimelinePanel::setSandboxClock(const std::optional<QDateTime> &now)
{
    m_sandbox->setVisible(now.has_value());
    m_title->setMinimumHeight(now ? m_sandbox->rowHeight() : 0); // on a line with the clock
    if (now)
        m_sandbox->setClock(*now);
}

void TimelinePanel::fill()
{
    auto *body = new QWidget;
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    const QDate today = m_entries.isEmpty() ? QDate() : m_entries.constLast().at.toLocalTime().date();
    for (const TimelineEntry &entry : std::as_const(m_entries)) {
        auto *item = new QWidget(body);
        item->setFixedWidth(timelineEntryWidth);
        auto *lines = new QVBoxLayout(item);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(0);
        lines->addWidget(
            new TextLabel(timelineTime(entry.at, today), TextRole::Strong, TextLabel::Tone::Ink, item));
        auto *words = new TextLabel(entry.text, TextRole::Small, TextLabel::Tone::Soft, item);
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        lines->addWidget(words, 1);
        row->addWidget(item);
    }
    if (m_entries.isEmpty())
        row->addWidget(new TextLabel(
            tr("What changes from now on is listed here."), TextRole::Small, TextLabel::Tone::Soft, body));
    row->addStretch();
    m_scroll->setWidget(body); // deletes the former
    body->setAutoFillBackground(false);
    // the newest is what counts; its place is known when the row has been laid out
    QTimer::singleShot(0, this, [this] {
        fitHeight();
        m_scroll->horizontalScrollBar()->setValue(m_scroll->horizontalScrollBar()->maximum());
    });
    fitHeight();
}

/// As high as the highest entry, and the scroll bar when there is one.
void TimelinePanel::fitHeight()
{
    if (!m_scroll->widget())
        return;
    const int words = m_scroll->widget()->sizeHint().height();
    const bool scrolls = m_scroll->widget()->minimumSizeHint().width() > m_scroll->width();
    m_scroll->setFixedHeight(
        words + (scrolls ? m_scroll->horizontalScrollBar()->sizeHint().height() + 2 : 0));
}

void TimelinePanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    fitHeight();
}

void TimelinePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::ApplicationFontChange)
        retranslate();
    Panel::changeEvent(event);
}

void TimelinePanel::retranslate()
{
    //: head of the list of what was seen when
    m_title->setText(tr("Timeline"));
    m_scroll->setAccessibleName(tr("Timeline"));
    fill();
}

} // namespace likeness
