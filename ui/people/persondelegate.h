// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"

#include <QStyledItemDelegate>

namespace likeness {

class Theme;

/// A person in a list: photo or initials, name, one line of facts, and how their photos stand.
class PersonDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit PersonDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace likeness
