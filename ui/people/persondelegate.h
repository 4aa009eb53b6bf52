// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"

#include <QStyledItemDelegate>

namespace likeness {

class Theme;

/// A person in a list: initials, name, and one line of facts.
class PersonDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int PersonRole = Qt::UserRole + 1;

    explicit PersonDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace likeness
