// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sync/statelook.h"

#include <QStyledItemDelegate>

namespace likeness {

class Theme;

/// One row of an import: a check box, the photo as it would be, whose it is, the file, what becomes of it and
/// what to know of the picture.
class ImportDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ImportDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

private:
    QRect checkRect(const QStyleOptionViewItem &option) const;

    const Theme &m_theme;
};

} // namespace likeness
