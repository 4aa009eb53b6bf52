// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/overviewdelegate.h"

#include "ui/common/avatar.h"
#include "ui/common/stylepaint.h"
#include "ui/common/text.h"
#include "ui/overview/overviewmodel.h"
#include "ui/sync/statelook.h"

#include <QPainter>

namespace likeness {

namespace {

constexpr int overviewAvatar = 32;
constexpr int badgeMargin = 6;

} // namespace

OverviewDelegate::OverviewDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int OverviewDelegate::stateColumnWidth()
{
    int widest = 0;
    for (int each = 0; each < syncStateCount; ++each) {
        const auto state = static_cast<SyncState>(each);
        const BadgeLook look {state, OverviewModel::cellWord(state)};
        widest = qMax(widest, badgeSize(look, QWIDGETSIZE_MAX).width());
    }
    return widest + 2 * badgeMargin;
}

void OverviewDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(
        option.rect, selected ? stylepaint::tint(option.palette) : m_theme.colour(ColourRole::Panel));
    painter->setPen(m_theme.colour(ColourRole::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QVariant state = index.data(OverviewModel::StateRole);
    if (index.column() == 0) {
        paintPerson(*painter, option, index);
    } else if (state.isValid()) {
        const BadgeLook look {state.value<SyncState>(), index.data(Qt::DisplayRole).toString()};
        const QRect room = option.rect.adjusted(badgeMargin, 0, -badgeMargin, 0);
        const QSize size = badgeSize(look, room.width()).boundedTo({room.width(), option.rect.height() - 4});
        QRect badge(QPoint(), size);
        badge.moveCenter(room.center());
        paintBadge(*painter, badge, look, m_theme, option.direction);
    }
    painter->restore();
}

void OverviewDelegate::paintPerson(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString name = index.data(Qt::DisplayRole).toString();
    const auto placed
        = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect photo(
        option.rect.x() + 12, option.rect.center().y() - overviewAvatar / 2, overviewAvatar, overviewAvatar);
    paintAvatar(painter, placed(photo),
        {index.data(OverviewModel::PhotoRole).value<QImage>(), initialsOf(name), Avatar::Shape::Round},
        m_theme);
    const QFont font = textFont(TextRole::Strong);
    painter.setFont(font);
    painter.setPen(m_theme.colour(ColourRole::Ink));
    const QRect text = option.rect.adjusted(12 + overviewAvatar + 10, 0, -8, 0);
    painter.drawText(placed(text), leadingAlignment(option.direction),
        QFontMetrics(font).elidedText(name, Qt::ElideRight, text.width()));
    if (option.state.testFlag(QStyle::State_HasFocus))
        stylepaint::focusRing(painter, option.rect.adjusted(1, 1, -1, -2), option.palette,
            m_theme.kind() == Theme::Kind::HighContrast);
}

QSize OverviewDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, rowHeight};
}

} // namespace likeness
