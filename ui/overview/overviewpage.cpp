// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/overviewpage.h"

#include "ui/common/errorwords.h"
#include "ui/common/panel.h"
#include "ui/common/stateview.h"
#include "ui/common/text.h"
#include "ui/overview/overviewfilters.h"
#include "ui/overview/overviewtable.h"
#include "ui/overview/scanbar.h"
#include "ui/overview/statechips.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace likeness {

OverviewPage::OverviewPage(const World &world, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_world(world)
    , m_facts(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
    , m_scanBar(new ScanBar(theme, this))
    , m_export(new QPushButton(this))
    , m_chips(new StateChips(theme, this))
    , m_filters(new OverviewFilters(theme, this))
    , m_state(new StateView(theme, this))
    , m_table(new OverviewTable(theme, this))
    , m_model(new OverviewModel(world.standings, world.photoOf, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 0, 24, 24);
    column->setSpacing(14);
    column->addWidget(makeHead());
    column->addWidget(m_chips);
    auto *panel = new Panel(this);
    auto *inside = new QVBoxLayout(panel);
    inside->setContentsMargins(1, 1, 1, 8);
    inside->setSpacing(0);
    inside->addWidget(m_filters);
    inside->addWidget(m_state, 1);
    column->addWidget(panel, 1);
    m_state->setContent(m_table);
    m_table->setModel(m_model);
    connect(m_chips, &StateChips::chosenChanged, this, &OverviewPage::applyFilter);
    connect(m_filters, &OverviewFilters::changed, this, &OverviewPage::applyFilter);
    connect(m_table, &OverviewTable::rowChosen, this, [this](int row) {
        if (const auto standing = m_model->standing(row))
            emit personChosen(standing->person);
    });
    connect(m_state, &StateView::retryPressed, this, &OverviewPage::reload);
    connect(m_state, &StateView::actionPressed, this, [this] {
        if (m_isFiltered)
            clearFilters();
        else
            emit scanRequested();
    });
    // not while the table paints
    connect(m_model, &OverviewModel::failed, this, &OverviewPage::showFailure, Qt::QueuedConnection);
    retranslate();
}

QWidget *OverviewPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_facts->setWordWrap(true);
    row->addWidget(m_facts, 1);
    row->addWidget(m_scanBar);
    auto *menu = new QMenu(m_export);
    m_csv = menu->addAction(QString(), this, &OverviewPage::csvRequested);
    m_report = menu->addAction(QString(), this, &OverviewPage::reportRequested);
    m_export->setMenu(menu);
    row->addWidget(m_export);
    return head;
}

void OverviewPage::setScope(const QString &organisation, const QList<SyncNode> &nodes)
{
    m_organisation = organisation;
    m_filters->setNodes(nodes);
    m_model->setScope(organisation, nodes);
    m_table->fitColumns();
    if (isVisible())
        reload();
}

void OverviewPage::setLastScan(const std::optional<QDateTime> &ended)
{
    m_lastScan = ended;
    retranslate();
}

void OverviewPage::reload()
{
    const auto everybody = m_world.standings.counts(m_organisation);
    if (!everybody)
        return showFailure(everybody.error());
    m_everybody = everybody->total();
    retranslate();
    applyFilter();
}

void OverviewPage::applyFilter()
{
    StandingsFilter filter = m_filters->filter(m_world.now());
    // the chips say how many there would be with each of them
    const auto counts = m_world.standings.counts(m_organisation, filter);
    if (!counts)
        return showFailure(counts.error());
    m_chips->setCounts(*counts);
    filter.states = m_chips->chosen();
    m_isFiltered = filter != StandingsFilter {};
    m_model->setQuery(filter, m_filters->order());
    if (const auto read = m_model->reload(); !read)
        return showFailure(read.error());
    showWhatIsThere(m_model->rowCount(), m_everybody);
}

void OverviewPage::clearFilters()
{
    m_chips->clear();
    m_filters->clear();
    applyFilter();
}

void OverviewPage::showWhatIsThere(int shown, int everybody)
{
    if (shown > 0)
        return m_state->showContent();
    if (everybody > 0)
        return m_state->showEmpty(QStringLiteral("search"), tr("Nobody fits"),
            tr("No one of the %Ln people fits what is chosen.", "", everybody), tr("Show everybody"));
    m_isFiltered = false;
    m_state->showEmpty(QStringLiteral("overview"), tr("Nobody has been looked at yet"),
        tr("A scan looks at all stores of everybody in the directory and keeps how they stand. It can be "
           "paused at any time, and several desks with one ledger share the work."),
        tr("Scan everybody"));
}

void OverviewPage::showFailure(const Error &error)
{
    const ErrorWords words = wordsFor(error, tr("The ledger"));
    m_state->showError(words.title, words.sentences(), error);
}

void OverviewPage::retranslate()
{
    //: %n is how many people are in the overview.
    QString facts = tr("%Ln people", "", m_everybody);
    if (m_lastScan)
        //: %1 is a date and time.
        facts += QStringLiteral(" · ")
            + tr("last scan %1").arg(QLocale().toString(m_lastScan->toLocalTime(), QLocale::ShortFormat));
    m_facts->setText(facts);
    m_export->setText(tr("Export…"));
    m_csv->setText(tr("Table for spreadsheets (CSV)…"));
    m_report->setText(tr("Report to read and print…"));
    m_table->setAccessibleName(tr("People and their workloads"));
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    reload();
    if (m_table->isVisibleTo(this))
        m_table->setFocus(Qt::OtherFocusReason);
}

void OverviewPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (isVisible())
            applyFilter();
    }
    QWidget::changeEvent(event);
}

} // namespace likeness
