// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/overviewtable.h"

#include "ui/common/theme.h"
#include "ui/overview/overviewdelegate.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace likeness {

namespace {

constexpr int personColumn = 240;
constexpr int leastNodeColumn = 134;
constexpr int headHeight = 34;

} // namespace

OverviewTable::OverviewTable(const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_people(new QTableView(this))
{
    dress(*this);
    dress(*m_people);
    setAccessibleName(QStringLiteral("Overview"));
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    m_people->setFocusPolicy(Qt::NoFocus);
    m_people->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_people->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_people->viewport()->installEventFilter(this);
    connect(
        verticalScrollBar(), &QScrollBar::valueChanged, m_people->verticalScrollBar(), &QScrollBar::setValue);
    connect(
        m_people->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(
        this, &QTableView::clicked, this, [this](const QModelIndex &index) { emit rowChosen(index.row()); });
    connect(m_people, &QTableView::clicked, this,
        [this](const QModelIndex &index) { emit rowChosen(index.row()); });
    connect(&theme, &Theme::changed, this, &OverviewTable::recolour);
    recolour();
}

void OverviewTable::dress(QTableView &view)
{
    view.setItemDelegate(new OverviewDelegate(m_theme, &view));
    view.setFrameShape(QFrame::NoFrame);
    view.setShowGrid(false);
    view.setSelectionBehavior(SelectRows);
    view.setSelectionMode(SingleSelection);
    view.setEditTriggers(NoEditTriggers);
    view.setVerticalScrollMode(ScrollPerPixel);
    view.setWordWrap(false);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(OverviewDelegate::rowHeight);
    view.horizontalHeader()->setHighlightSections(false);
    view.horizontalHeader()->setTextElideMode(Qt::ElideRight);
    view.horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.horizontalHeader()->setSectionsClickable(false);
    view.horizontalHeader()->setFixedHeight(headHeight);
}

void OverviewTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    m_people->setModel(model);
    m_people->setSelectionModel(selectionModel());
    connect(model, &QAbstractItemModel::modelReset, this, &OverviewTable::fitColumns);
    fitColumns();
}

void OverviewTable::fitColumns()
{
    const int columns = model() ? model()->columnCount() : 0;
    if (columns == 0)
        return;
    for (int column = 1; column < columns; ++column)
        m_people->setColumnHidden(column, true);
    setColumnWidth(0, personColumn);
    m_people->setColumnWidth(0, personColumn);
    const int room = viewport()->width() - personColumn;
    const int least = qMax(leastNodeColumn, OverviewDelegate::stateColumnWidth());
    for (int column = 1; column < columns; ++column)
        setColumnWidth(column, qMax(least, room / (columns - 1)));
    placePeople();
}

void OverviewTable::placePeople()
{
    m_people->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
        QRect(frameWidth(), frameWidth(), columnWidth(0), viewport()->height() + headHeight)));
    m_people->raise();
}

void OverviewTable::recolour()
{
    const QString head
        = QStringLiteral("QHeaderView { background: %1; } QHeaderView::section { background: %1; color: %2; "
                         "border: none; border-bottom: 1px solid %3; padding: 0 6px; } "
                         "QHeaderView::section:first, QHeaderView::section:only-one { padding: 0 12px; }")
              .arg(m_theme.colour(ColourRole::Panel).name(), m_theme.colour(ColourRole::Soft).name(),
                  m_theme.colour(ColourRole::Line).name());
    for (QTableView *view : {static_cast<QTableView *>(this), m_people}) {
        view->horizontalHeader()->setStyleSheet(head);
        view->viewport()->update();
    }
}

void OverviewTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void OverviewTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit rowChosen(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void OverviewTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        placePeople();
    if (event->type() == QEvent::LanguageChange)
        fitColumns();
}

/// The wheel over the people scrolls everything.
bool OverviewTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_people->viewport() && event->type() == QEvent::Wheel)
        return QCoreApplication::sendEvent(viewport(), event);
    return QTableView::eventFilter(watched, event);
}

} // namespace likeness
