// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/tourbar.h"

#include "ui/common/text.h"
#include "ui/sync/tourwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace likeness {

namespace {

constexpr int leastWordsWidth = 320;

} // namespace

TourBar::TourBar(QWidget *parent)
    : Panel(parent)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_buttons(new QWidget(this))
    , m_menu(new QMenu(this))
    , m_title(new TextLabel(TextRole::Heading))
    , m_words(new TextLabel(TextRole::Body))
    , m_choose(new QPushButton)
    , m_next(new QPushButton)
    , m_end(new QPushButton)
{
    for (TextLabel *label : {m_title, m_words}) {
        label->setWordWrap(true);
        label->setMinimumWidth(leastWordsWidth);
    }
    m_next->setDefault(true);
    m_choose->setMenu(m_menu);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_words);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(8);
    for (QPushButton *button : {m_next, m_end})
        buttons->addWidget(button);
    m_row->setContentsMargins(16, 12, 16, 12);
    m_row->setSpacing(8);
    m_row->addLayout(words, 1);
    m_row->addWidget(m_buttons, 0, Qt::AlignLeading | Qt::AlignVCenter);
    m_choose->hide();
    connect(m_next, &QPushButton::clicked, this, &TourBar::nextRequested);
    connect(m_end, &QPushButton::clicked, this, &TourBar::endRequested);
    connect(m_menu, &QMenu::triggered, this,
        [this](const QAction *action) { emit tourChosen(action->data().toString()); });
    retranslate();
}

void TourBar::setTour(const std::optional<Tour> &tour, int step)
{
    m_tour = tour;
    m_step = step;
    retranslate();
}

void TourBar::setBusy(bool busy)
{
    m_busy = busy;
    enable();
}

void TourBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

void TourBar::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    arrange();
}

/// The buttons beside the words where there is room for both, else below them.
void TourBar::arrange()
{
    const QMargins margins = m_row->contentsMargins();
    const int beside = leastWordsWidth + m_row->spacing() + m_buttons->sizeHint().width() + margins.left()
        + margins.right();
    m_row->setDirection(beside <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void TourBar::retranslate()
{
    m_menu->clear();
    for (const Tour &tour : sandboxTours())
        m_menu->addAction(wordsForTour(tour.id).title)->setData(tour.id);
    m_choose->setText(tr("Guided tours"));
    m_choose->setToolTip(tr("Six short stories, played in the sandbox: each ends with everything in step."));
    m_end->setText(tr("End the tour"));
    const QString id = m_tour ? m_tour->id : QString();
    m_title->setText(wordsForTour(id).title);
    m_words->setText(
        m_tour && m_step >= 0 ? wordsForTourStep(m_tour->steps[m_step].id).after : wordsForTour(id).story);
    const bool more = m_tour && m_step + 1 < m_tour->steps.size();
    m_next->setText(more ? wordsForTourStep(m_tour->steps[m_step + 1].id).button : QString());
    m_next->setVisible(more);
    setVisible(m_tour.has_value());
    enable();
    arrange();
}

void TourBar::enable()
{
    for (QPushButton *button : {m_choose, m_next, m_end})
        button->setEnabled(!m_busy);
}

} // namespace likeness
