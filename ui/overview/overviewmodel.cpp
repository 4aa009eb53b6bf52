// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/overviewmodel.h"

#include "ui/common/findingwords.h"
#include "ui/common/nodewords.h"

namespace likeness {

namespace {

constexpr int overviewPage = 100; ///< people
constexpr int overviewPagesHeld = 20;
constexpr int overviewPhotosHeld = 400;

} // namespace

OverviewModel::OverviewModel(Standings &standings, PhotoOf photoOf, QObject *parent)
    : QAbstractTableModel(parent)
    , m_standings(standings)
    , m_photoOf(std::move(photoOf))
    , m_pages(overviewPagesHeld)
    , m_photos(overviewPhotosHeld)
{
}

void OverviewModel::setScope(const QString &organisation, const QList<SyncNode> &nodes)
{
    beginResetModel();
    m_organisation = organisation;
    m_nodes = nodes;
    m_count = 0;
    m_pages.clear();
    endResetModel();
}

void OverviewModel::setQuery(const StandingsFilter &filter, StandingsOrder order)
{
    m_filter = filter;
    m_order = order;
}

Result<Done> OverviewModel::reload()
{
    const auto counts = m_standings.counts(m_organisation, m_filter);
    if (!counts)
        return counts.error();
    if (counts->total() == m_count) {
        m_pages.clear();
        if (m_count > 0)
            emit dataChanged(index(0, 0), index(m_count - 1, columnCount() - 1));
        return Done {};
    }
    beginResetModel();
    m_pages.clear();
    m_count = counts->total();
    endResetModel();
    return Done {};
}

int OverviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

int OverviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_nodes.size());
}

const Standing *OverviewModel::at(int row) const
{
    const int number = row / overviewPage;
    Page *page = m_pages.object(number);
    if (!page) {
        const auto people
            = m_standings.page(m_organisation, {m_filter, m_order, number * overviewPage, overviewPage});
        if (!people)
            emit failed(people.error());
        page = new Page {people ? *people : QList<Standing>()}; // an empty one is not asked for again
        m_pages.insert(number, page);
    }
    const int place = row % overviewPage;
    return place < page->people.size() ? &page->people.at(place) : nullptr;
}

std::optional<Standing> OverviewModel::standing(int row) const
{
    const Standing *found = row >= 0 && row < m_count ? at(row) : nullptr;
    return found ? std::optional(*found) : std::nullopt;
}

QVariant OverviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Standing *standing = at(index.row());
    if (role == KnownRole)
        return standing != nullptr;
    if (!standing)
        return {};
    const Person &person = standing->person;
    const NodeStanding *node = index.column() > 0 ? standing->at(m_nodes.at(index.column() - 1)) : nullptr;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == 0)
            return person.displayName.isEmpty() ? person.keys.key : person.displayName;
        return node ? cellWord(node->state) : QString();
    case Qt::AccessibleTextRole:
        return spoken(*standing, index.column());
    case PersonRole:
        return QVariant::fromValue(person);
    case StateRole:
        if (index.column() == 0)
            return QVariant::fromValue(standing->overall);
        return node ? QVariant::fromValue(node->state) : QVariant();
    case PhotoRole:
        return photo(standing->photo);
    default:
        return {};
    }
}

QString OverviewModel::cellWord(SyncState state)
{
    //: A state in a narrow cell: the photo was removed on purpose.
    return state == SyncState::RemovedOnPurpose ? tr("Removed") : wordFor(state);
}

/// A cell by itself says whose and of what it is.
QString OverviewModel::spoken(const Standing &standing, int column) const
{
    const QString name
        = standing.person.displayName.isEmpty() ? standing.person.keys.key : standing.person.displayName;
    if (column == 0)
        //: For screen readers: %1 is a person, %2 a state such as "In step".
        return tr("%1, overall %2").arg(name, wordFor(standing.overall));
    const NodeStanding *node = standing.at(m_nodes.at(column - 1));
    //: For screen readers: %1 is a person, %2 a workload, %3 a state such as "In step".
    return node ? tr("%1, %2: %3").arg(name, shownTitle(node->node), wordFor(node->state)) : QString();
}

QImage OverviewModel::photo(const QString &sha256) const
{
    if (sha256.isEmpty())
        return {};
    if (const QImage *known = m_photos.object(sha256))
        return *known;
    const QImage image = m_photoOf(sha256);
    m_photos.insert(sha256, new QImage(image));
    return image;
}

QVariant OverviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == 0 ? Qt::AlignVCenter | Qt::AlignLeading : Qt::AlignCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Person") : shownTitle(m_nodes.at(section - 1));
}

} // namespace likeness
