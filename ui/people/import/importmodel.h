// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/import/importrow.h"

#include <QAbstractListModel>
#include <optional>

namespace likeness {

/// The rows of an import as a list, before it runs or as it goes on; can show one group only. A row that
/// changes its group stays where it is until the group is chosen again, so that nothing moves under the eyes.
class ImportModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { RowRole = Qt::UserRole, IndexRole, GroupRole, StatusRole, ReasonRole };

    /// Rows that stand alike, under the words people read.
    struct Group
    {
        int id = 0;
        QString words;
        int count = 0;
    };

    explicit ImportModel(QObject *parent = nullptr);

    /// `planned`: verdicts are shown; else what came of the rows.
    void setRows(const QList<ImportRow> &rows, bool planned);
    void setRow(int index, const ImportRow &row);
    /// Rows that are not known yet are shown as such.
    void setKnown(int index, bool known);
    void setTitles(const QMap<QString, QString> &titles) { m_titles = titles; }
    QList<Group> groups() const;
    void showGroup(std::optional<int> group);
    std::optional<int> group() const { return m_group; }
    /// The place in the list of a row, -1 = it is not shown.
    int placeOf(int index) const { return static_cast<int>(m_shown.indexOf(index)); }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// The check box was pressed; by index of the import.
    void includedChanged(int index, bool included);

private:
    int groupOf(int index) const;
    QString statusOf(int index) const;
    bool isCheckable(int index) const;

    QList<ImportRow> m_rows;
    QList<bool> m_known;
    QList<int> m_shown; ///< indexes
    QMap<QString, QString> m_titles;
    std::optional<int> m_group;
    bool m_planned = true;
};

} // namespace likeness
