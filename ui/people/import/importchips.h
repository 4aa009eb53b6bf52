// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/people/import/importmodel.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QPushButton;

namespace likeness {

/// How many rows stand how, each count a button that shows only those. Hidden while there is nothing to
/// count.
class ImportChips final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportChips(QWidget *parent = nullptr);

    void setGroups(const QList<ImportModel::Group> &groups, int total);
    /// Nothing = all rows.
    std::optional<int> chosen() const;
    void chooseAll();

signals:
    void chosenChanged();

private:
    QPushButton *chip(int id);

    QHBoxLayout *m_row;
    QButtonGroup *m_group;
};

} // namespace likeness
