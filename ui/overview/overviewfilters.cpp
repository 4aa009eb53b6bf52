// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/overviewfilters.h"

#include "ui/common/icons.h"
#include "ui/common/nodewords.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <array>

namespace likeness {

namespace {

constexpr int typingRests = 200; ///< milliseconds
/// As the choices of "Changed" stand: 0 = any time.
constexpr std::array daysBack {0, 1, 7, 30};
/// As the choices of "Photo" stand.
enum PhotoChoice { AnyPhoto, NoPhoto, Below96, Below240, Below648, DifferentPhotos, FailedWrite };
constexpr std::array ordersShown {
    StandingsOrder::Name, StandingsOrder::Importance, StandingsOrder::Changed, StandingsOrder::Looked};

} // namespace

OverviewFilters::OverviewFilters(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_words(new QLineEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 12, 10);
    row->setSpacing(8);
    m_words->setMinimumWidth(150);
    m_words->setMaximumWidth(320);
    m_words->setClearButtonEnabled(true);
    m_words->addAction(
        themedIcon(theme, QStringLiteral("search"), ColourRole::Soft), QLineEdit::LeadingPosition);
    row->addWidget(m_words, 1);
    m_workload = addChoice();
    m_since = addChoice();
    m_photo = addChoice();
    row->addStretch();
    m_order = addChoice();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingRests);
    connect(m_words, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &OverviewFilters::changed);
    retranslate();
}

QComboBox *OverviewFilters::addChoice()
{
    auto *box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    layout()->addWidget(box);
    connect(box, &QComboBox::currentIndexChanged, this, &OverviewFilters::changed);
    return box;
}

void OverviewFilters::setNodes(const QList<SyncNode> &nodes)
{
    m_nodes = nodes;
    retranslate();
}

StandingsFilter OverviewFilters::filter(const QDateTime &now) const
{
    StandingsFilter filter;
    filter.words = m_words->text();
    if (m_workload->currentIndex() > 0)
        filter.node = m_nodes.at(m_workload->currentIndex() - 1);
    if (const int days = daysBack[static_cast<size_t>(qMax(0, m_since->currentIndex()))])
        filter.changedSince = now.addDays(-days);
    switch (m_photo->currentIndex()) {
    case NoPhoto:
        filter.withoutPhoto = true;
        break;
    case Below96:
        filter.smallerThan = 96;
        break;
    case Below240:
        filter.smallerThan = 240;
        break;
    case Below648:
        filter.smallerThan = 648;
        break;
    case DifferentPhotos:
        filter.differs = true;
        break;
    case FailedWrite:
        filter.failedWrite = true;
        break;
    default:
        break;
    }
    return filter;
}

StandingsOrder OverviewFilters::order() const
{
    return ordersShown[static_cast<size_t>(qMax(0, m_order->currentIndex()))];
}

void OverviewFilters::clear()
{
    const QSignalBlocker quiet(this);
    m_words->clear();
    m_typing.stop();
    for (QComboBox *box : {m_workload, m_since, m_photo})
        box->setCurrentIndex(0);
}

void OverviewFilters::fill(QComboBox *box, const QStringList &texts)
{
    const QSignalBlocker quiet(box);
    const int chosen = qMax(0, box->currentIndex());
    box->clear();
    box->addItems(texts);
    box->setCurrentIndex(chosen < texts.size() ? chosen : 0);
}

void OverviewFilters::retranslate()
{
    m_words->setPlaceholderText(tr("Name, mail, department…"));
    m_words->setAccessibleName(tr("Search in the overview"));
    QStringList workloads {tr("Workload: any")};
    for (const SyncNode node : m_nodes)
        workloads += shownTitle(node);
    fill(m_workload, workloads);
    m_workload->setAccessibleName(tr("Workload"));
    m_workload->setToolTip(tr("Count and filter by the state of one workload"));
    fill(m_since,
        {tr("Changed: any time"), tr("Changed: last day"), tr("Changed: last 7 days"),
            tr("Changed: last 30 days")});
    m_since->setAccessibleName(tr("Changed"));
    fill(m_photo,
        {tr("Photo: any"), tr("Without photo"), tr("Smaller than 96 px"), tr("Smaller than 240 px"),
            tr("Smaller than 648 px"), tr("Different photos"), tr("Last write failed")});
    m_photo->setAccessibleName(tr("Photo"));
    fill(m_order, {tr("By name"), tr("By importance"), tr("Changed last"), tr("Looked at last")});
    m_order->setAccessibleName(tr("Order"));
}

void OverviewFilters::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace likeness
