// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/planview.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/text.h"
#include "ui/photo/historylist.h"
#include "ui/photo/planrow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <algorithm>

namespace likeness {

namespace {

QToolButton *planButton(const Theme &theme, const QString &icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    setButtonKind(*button, ButtonKind::Flat);
    button->setIcon(themedIcon(theme, icon));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QScrollArea *planScroll(QWidget *content)
{
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

} // namespace

PlanView::PlanView(const Theme &theme, QWidget *parent)
    : Panel(parent)
    , m_theme(theme)
    , m_title(new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, this))
    , m_refresh(planButton(theme, QStringLiteral("retry"), this))
    , m_historyButton(planButton(theme, QStringLiteral("activity"), this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QWidget)
    , m_rowLayout(new QVBoxLayout)
    , m_order(new Notice(theme, m_list))
    , m_kept(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, this))
    , m_upload(new QPushButton(this))
    , m_history(new HistoryList)
{
    layOut();
    connect(m_refresh, &QToolButton::clicked, this, &PlanView::refreshPressed);
    connect(m_historyButton, &QToolButton::toggled, this, &PlanView::showHistory);
    connect(m_history, &HistoryList::restorePressed, this, &PlanView::restorePressed);
    connect(m_upload, &QPushButton::clicked, this, [this] {
        if (m_running)
            emit cancelPressed();
        else
            emit uploadPressed();
    });
    retranslate();
    updateUpload();
}

void PlanView::layOut()
{
    m_historyButton->setCheckable(true);
    m_historyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_kept->setWordWrap(true);
    m_kept->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setButtonKind(*m_upload, ButtonKind::Primary);
    m_upload->setMinimumSize(92, 36);

    auto *list = new QVBoxLayout(m_list);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(12);
    m_rowLayout->setSpacing(0);
    list->addLayout(m_rowLayout);
    list->addWidget(m_order);
    list->addStretch();
    m_stack->addWidget(planScroll(m_list));
    m_stack->addWidget(planScroll(m_history));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padding, 12, padding, padding);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_title, 1);
    head->addWidget(m_historyButton);
    head->addWidget(m_refresh);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(m_kept, 1);
    foot->addWidget(m_upload);
    column->addLayout(foot);
}

PlanRow *PlanView::row(const StoreId &store) const
{
    const auto at = std::find_if(
        m_rows.begin(), m_rows.end(), [&store](const PlanRow *one) { return one->offer().store == store; });
    return at == m_rows.end() ? nullptr : *at;
}

PlanRow *PlanView::addRow()
{
    auto *made = new PlanRow(m_theme, m_list);
    m_rowLayout->addWidget(new Separator(m_list));
    m_rowLayout->addWidget(made);
    connect(made, &PlanRow::chosen, this, &PlanView::chosen);
    connect(made, &PlanRow::retryPressed, this, &PlanView::retryPressed);
    connect(made, &PlanRow::overwritePressed, this, &PlanView::overwritePressed);
    connect(made, &PlanRow::leavePressed, this, &PlanView::leavePressed);
    m_rows.append(made);
    return made;
}

void PlanView::setPlan(const QList<StoreOffer> &offers, const UploadPlan &plan, int cropEdge)
{
    if (m_rows.size() != offers.size()) {
        while (QLayoutItem *item = m_rowLayout->takeAt(0)) {
            item->widget()->deleteLater();
            item->widget()->hide();
            delete item;
        }
        m_rows.clear();
    }
    m_plan = plan;
    // rows keep their place while a plan is only refined, so that nothing jumps under the pointer
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        const PlanStep &step = plan.steps.at(i);
        const auto offer = std::find_if(
            offers.begin(), offers.end(), [&step](const StoreOffer &one) { return one.store == step.store; });
        if (offer == offers.end())
            continue;
        PlanRow *target = i < m_rows.size() ? m_rows.at(i) : addRow();
        target->setOffer(*offer, step, cropEdge);
        target->setLocked(m_running);
    }
    sayOrder();
    updateUpload();
}

void PlanView::sayOrder()
{
    const auto isWritten = [this](Workload workload) {
        return std::any_of(m_plan.steps.begin(), m_plan.steps.end(),
            [workload](const PlanStep &step) { return step.writes && step.store.workload == workload; });
    };
    if (isWritten(Workload::Exchange) && isWritten(Workload::ActiveDirectory))
        m_order->say(Notice::Kind::Warning, [] {
            return NoticeWords {tr("Order matters."),
                tr("Saving to Exchange replaces the directory photo with a 64 × 64 copy, so the directory is "
                   "written last.")};
        });
    else
        m_order->clear();
}

void PlanView::setProgress(const StoreId &store, const StoreProgress &progress)
{
    if (PlanRow *target = row(store))
        target->setProgress(progress);
}

void PlanView::setRunning(bool running)
{
    m_running = running;
    for (PlanRow *one : std::as_const(m_rows))
        one->setLocked(running);
    m_refresh->setEnabled(!running);
    m_history->setLocked(running);
    setButtonKind(*m_upload, running ? ButtonKind::Secondary : ButtonKind::Primary);
    updateUpload();
}

void PlanView::setHasPicture(bool has)
{
    m_hasPicture = has;
    updateUpload();
}

void PlanView::updateUpload()
{
    const bool something = std::any_of(
        m_plan.steps.begin(), m_plan.steps.end(), [](const PlanStep &step) { return step.writes; });
    m_upload->setText(m_running ? tr("Cancel") : tr("&Upload"));
    m_upload->setEnabled(m_running || (something && m_hasPicture));
    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText);
    m_upload->setToolTip(m_running ? tr("Stop; stores already written keep the new photo")
                                   : tr("Write the photo to the chosen stores (%1)").arg(keys));
}

void PlanView::setHistory(const QList<LedgerEntry> &history)
{
    m_history->setEntries(history);
    m_historyButton->setEnabled(!history.isEmpty() || m_historyButton->isChecked());
}

void PlanView::showHistory(bool shown)
{
    m_historyButton->setChecked(shown);
    m_stack->setCurrentIndex(shown ? 1 : 0);
    m_title->setText(shown ? tr("What was written") : tr("Upload to"));
}

void PlanView::pressUpload()
{
    m_upload->click();
}

void PlanView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

void PlanView::retranslate()
{
    showHistory(m_historyButton->isChecked());
    m_refresh->setAccessibleName(tr("Look again"));
    m_refresh->setToolTip(tr("Look again what each store has now (%1)")
                              .arg(QKeySequence(Qt::Key_F5).toString(QKeySequence::NativeText)));
    m_historyButton->setText(tr("History"));
    m_historyButton->setToolTip(tr("What was written before, and Restore"));
    m_kept->setText(tr("The photo that is there now is kept; you can restore it."));
    for (PlanRow *one : std::as_const(m_rows))
        one->retranslate();
    sayOrder();
    updateUpload();
}

} // namespace likeness
