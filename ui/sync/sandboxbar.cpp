// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/sandboxbar.h"

#include "ui/common/text.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <array>

namespace likeness {

using namespace std::chrono_literals;

namespace {

constexpr std::array sandboxSteps {1h, 6h, 24h, 168h};

} // namespace

SandboxBar::SandboxBar(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_times(new QWidget(this))
    , m_events(new QWidget(this))
    , m_clock(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, m_times))
    , m_visit(new QPushButton(m_events))
    , m_sync(new QPushButton(m_events))
    , m_delete(new QPushButton(m_events))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(8);
    auto *times = new QHBoxLayout(m_times);
    times->setContentsMargins(0, 0, 0, 0);
    times->setSpacing(6);
    times->addWidget(m_clock);
    for (const std::chrono::hours step : sandboxSteps) {
        auto *button = new QPushButton(m_times);
        connect(button, &QPushButton::clicked, this, [this, step] { emit advanceRequested(step); });
        times->addWidget(button);
        m_advance.append(button);
    }
    auto *events = new QHBoxLayout(m_events);
    events->setContentsMargins(0, 0, 0, 0);
    events->setSpacing(6);
    const auto add = [this, events](QPushButton *button, Event event) {
        connect(button, &QPushButton::clicked, this, [this, event] { emit eventRequested(event); });
        events->addWidget(button);
    };
    add(m_visit, Event::OwnVisit);
    add(m_sync, Event::DirectorySync);
    add(m_delete, Event::DeleteInOutlook);
    m_rows->addWidget(m_times, 0, Qt::AlignLeading);
    m_rows->addWidget(m_events, 0, Qt::AlignLeading);
    retranslate();
}

void SandboxBar::setClock(const QDateTime &now)
{
    m_now = now;
    retranslate();
}

void SandboxBar::setPerson(const QString &name)
{
    m_name = name;
    retranslate();
}

void SandboxBar::setBusy(bool busy)
{
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setEnabled(!busy);
}

int SandboxBar::rowHeight() const
{
    return m_visit->sizeHint().height();
}

/// One row where there is room for it, else two.
void SandboxBar::arrange()
{
    const int wide = m_times->sizeHint().width() + m_rows->spacing() + m_events->sizeHint().width();
    const bool oneRow = wide <= width();
    m_rows->setDirection(oneRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_rows->setStretchFactor(m_events, oneRow ? 1 : 0);
}

void SandboxBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SandboxBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SandboxBar::retranslate()
{
    const QLocale locale;
    const QDateTime local = m_now.toLocalTime();
    //: the clock of the built-in practice organisation; %1 is like "Sat 21 Nov 09:25"
    m_clock->setText(tr("Sandbox clock %1")
                         .arg(locale.toString(local, QStringLiteral("ddd d MMM "))
                             + locale.toString(local, QStringLiteral("HH:mm"))));
    const QStringList steps {//: button: puts the sandbox's clock one hour forward
        tr("+1 h"),
        //: button: puts the sandbox's clock six hours forward
        tr("+6 h"),
        //: button: puts the sandbox's clock one day forward
        tr("+1 d"),
        //: button: puts the sandbox's clock seven days forward
        tr("+7 d")};
    for (qsizetype at = 0; at < m_advance.size(); ++at) {
        m_advance.at(at)->setText(steps.at(at));
        //: read aloud: %1 is like "+6 h"
        m_advance.at(at)->setAccessibleName(tr("Sandbox clock %1").arg(steps.at(at)));
    }
    //: button, in the sandbox: as if that person looked at the own profile page; %1 is the given name
    m_visit->setText(
        m_name.isEmpty() ? tr("Open the own profile") : tr("Open the profile as %1").arg(m_name));
    //: button, in the sandbox: the directory's photos are carried to the cloud now
    m_sync->setText(tr("Run directory sync"));
    //: button, in the sandbox: as if that person removed the photo there
    m_delete->setText(tr("Delete in Outlook on the web"));
    arrange();
}

} // namespace likeness
