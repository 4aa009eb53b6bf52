// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/scanbar.h"

#include "ui/common/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace likeness {

namespace {

constexpr int scanBarWidth = 180;

} // namespace

ScanBar::ScanBar(const Theme &, QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_words(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
    , m_go(new QPushButton(this))
    , m_stop(new QPushButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_bar->setFixedWidth(scanBarWidth);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 100);
    row->addWidget(m_bar, 0, Qt::AlignVCenter);
    row->addWidget(m_words);
    row->addWidget(m_go);
    row->addWidget(m_stop);
    connect(m_go, &QPushButton::clicked, this, &ScanBar::press);
    connect(m_stop, &QPushButton::clicked, this, &ScanBar::stopRequested);
    retranslate();
}

void ScanBar::press()
{
    switch (m_state) {
    case ScanSession::State::Idle:
        emit startRequested();
        return;
    case ScanSession::State::Running:
        emit pauseRequested();
        return;
    case ScanSession::State::Paused:
        emit resumeRequested();
        return;
    case ScanSession::State::Pausing:
        return;
    }
}

void ScanBar::setState(ScanSession::State state)
{
    m_state = state;
    retranslate();
}

void ScanBar::setProgress(const ScanProgress &progress)
{
    m_progress = progress;
    retranslate();
}

void ScanBar::retranslate()
{
    const bool isIdle = m_state == ScanSession::State::Idle;
    for (QWidget *part :
        {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_stop)})
        part->setVisible(!isIdle);
    m_bar->setRange(0, m_progress.listing ? 0 : 100);
    m_bar->setValue(m_progress.percent());
    m_bar->setAccessibleName(tr("Progress of the scan"));
    const QLocale locale;
    if (m_state == ScanSession::State::Paused) {
        //: The scan is paused; %1 is a number in percent.
        m_words->setText(tr("Paused at %1 %").arg(m_progress.percent()));
    } else if (m_progress.listing) {
        //: %1 is a number of people.
        m_words->setText(tr("Listing people… %1").arg(locale.toString(m_progress.counts.people)));
    } else if (const auto left = m_progress.timeLeft()) {
        const auto seconds = left->count();
        const QString time = seconds < 90
            ? tr("%n s left", "seconds", static_cast<int>(seconds))
            : tr("%n min left", "minutes", static_cast<int>((seconds + 30) / 60));
        //: Progress of a scan: %1 percent, %2 people a second, %3 is "31 s left".
        m_words->setText(
            tr("%1 % · %2 people/s · %3")
                .arg(m_progress.percent())
                .arg(locale.toString(m_progress.perSecond, 'f', m_progress.perSecond < 10 ? 1 : 0), time));
    } else {
        //: %1 is a number in percent.
        m_words->setText(tr("%1 %").arg(m_progress.percent()));
    }
    m_go->setEnabled(m_state != ScanSession::State::Pausing);
    m_go->setText(isIdle                            ? tr("Scan now")
            : m_state == ScanSession::State::Paused ? tr("Resume")
                                                    : tr("Pause"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("What has been seen is kept; the next scan goes on from there"));
}

void ScanBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace likeness
