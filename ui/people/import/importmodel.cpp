// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/import/importmodel.h"

#include "ui/common/importwords.h"

#include <map>

namespace likeness {

namespace {

/// Groups of outcomes come after those of verdicts; rows that are not known yet come last.
constexpr int outcomeGroups = 100;
constexpr int unknownGroup = 1000;

} // namespace

ImportModel::ImportModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void ImportModel::setRows(const QList<ImportRow> &rows, bool planned)
{
    beginResetModel();
    m_rows = rows;
    m_planned = planned;
    m_known = QList<bool>(rows.size(), !planned);
    m_group.reset();
    m_shown.clear();
    for (int i = 0; i < m_rows.size(); ++i)
        m_shown.append(i);
    endResetModel();
}

void ImportModel::setRow(int index, const ImportRow &row)
{
    if (index < 0 || index >= m_rows.size())
        return;
    m_rows[index] = row;
    if (const int place = placeOf(index); place >= 0)
        emit dataChanged(this->index(place), this->index(place));
}

void ImportModel::setKnown(int index, bool known)
{
    if (index >= 0 && index < m_known.size())
        m_known[index] = known;
}

int ImportModel::groupOf(int index) const
{
    const ImportRow &row = m_rows.at(index);
    if (!m_known.at(index))
        return unknownGroup;
    if (m_planned || !row.isPlanned())
        return static_cast<int>(row.verdict);
    return outcomeGroups + static_cast<int>(outcomeOf(row));
}

QString ImportModel::statusOf(int index) const
{
    const ImportRow &row = m_rows.at(index);
    if (!m_known.at(index))
        return tr("Looking…");
    return m_planned || !row.isPlanned() ? wordsFor(row.verdict) : wordsFor(outcomeOf(row));
}

QList<ImportModel::Group> ImportModel::groups() const
{
    std::map<int, Group> groups;
    for (int i = 0; i < m_rows.size(); ++i) {
        const int id = groupOf(i);
        Group &group = groups[id];
        if (group.count++ == 0)
            group = {id, statusOf(i), 1};
    }
    QList<Group> list;
    for (const auto &[id, group] : groups)
        list.append(group);
    return list;
}

void ImportModel::showGroup(std::optional<int> group)
{
    beginResetModel();
    m_group = group;
    m_shown.clear();
    for (int i = 0; i < m_rows.size(); ++i) {
        if (!group || groupOf(i) == *group)
            m_shown.append(i);
    }
    endResetModel();
}

void ImportModel::retranslate()
{
    if (!m_shown.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

bool ImportModel::isCheckable(int index) const
{
    return m_planned && m_known.at(index)
        && (m_rows.at(index).verdict == ImportVerdict::Ready
            || m_rows.at(index).verdict == ImportVerdict::Duplicate);
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const int at = m_shown.at(index.row());
    const ImportRow &row = m_rows.at(at);
    const QString name = row.person ? row.person->displayName : row.name();
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case RowRole:
        return QVariant::fromValue(row);
    case IndexRole:
        return at;
    case GroupRole:
        return groupOf(at);
    case StatusRole:
        return statusOf(at);
    case ReasonRole:
    case Qt::ToolTipRole:
        return m_known.at(at) ? reasonFor(row, m_titles) : QString();
    case Qt::CheckStateRole:
        return isCheckable(at) ? QVariant(row.included ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::AccessibleTextRole:
        //: A row of an import for readers aloud: %1 a person or file, %2 the file, %3 what becomes of it.
        return tr("%1, %2: %3").arg(name, row.name(), statusOf(at));
    default:
        return {};
    }
}

bool ImportModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid())
        return false;
    emit includedChanged(m_shown.at(index.row()), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ImportModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (isCheckable(m_shown.at(index.row())))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace likeness
