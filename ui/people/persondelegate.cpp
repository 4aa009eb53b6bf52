// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/persondelegate.h"

#include "ui/common/avatar.h"
#include "ui/common/findingwords.h"
#include "ui/common/peoplewords.h"
#include "ui/common/stylepaint.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/people/peoplemodel.h"
#include "ui/sync/statelook.h"

#include <QPainter>

namespace likeness {

PersonDelegate::PersonDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void PersonDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto person = index.data(PeopleModel::PersonRole).value<Person>();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        stylepaint::selectedRow(
            *painter, option.rect, option.palette, selected, m_theme.kind() == Theme::Kind::HighContrast);

    const QRect inside = option.rect.adjusted(8, 0, -8, 0);
    const auto placed
        = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect photo(inside.x(), inside.center().y() - 16, 32, 32);
    const QString name = index.data(Qt::DisplayRole).toString();
    paintAvatar(*painter, placed(photo),
        {index.data(PeopleModel::PhotoRole).value<QImage>(), initialsOf(name), Avatar::Shape::Round},
        m_theme);
    int badge = 0;
    if (const QVariant state = index.data(PeopleModel::StateRole); state.isValid()) {
        const auto known = static_cast<SyncState>(state.toInt());
        const BadgeLook look {known, wordFor(known)};
        const QSize size = badgeSize(look, inside.width() / 3);
        badge = size.width() + 12;
        const QRect place(inside.right() - size.width(), inside.center().y() - size.height() / 2,
            size.width(), size.height());
        paintBadge(*painter, placed(place), look, m_theme, option.direction);
    }

    // the directory is where people are; what stands out is who is not, and who is there twice
    const bool tellsSource
        = person.alsoIn.isEmpty() && (person.keys.dn.isEmpty() || !person.doubts.isEmpty());
    QStringList facts;
    for (const QString &fact : {person.keys.mail.isEmpty() ? person.keys.key : person.keys.mail, person.title,
             person.department, tellsSource ? person.source : QString()}) {
        if (!fact.isEmpty() && fact != name)
            facts << fact;
    }
    for (const PersonDoubt &doubt : person.doubts)
        facts << wordsFor(doubt);
    const QRect text = inside.adjusted(44, 0, -badge, 0);
    const auto line = [&](const QFont &font, const QColor &colour, const QRect &rect, const QString &words) {
        painter->setFont(font);
        painter->setPen(colour);
        const QString shown = QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width());
        painter->drawText(placed(rect), leadingAlignment(option.direction), shown);
    };
    painter->save();
    const QRect upper = facts.isEmpty() ? text : text.adjusted(0, 5, 0, -text.height() / 2);
    line(textFont(TextRole::Strong), m_theme.colour(ColourRole::Ink), upper, name);
    line(textFont(TextRole::Small), m_theme.colour(ColourRole::Soft),
        text.adjusted(0, text.height() / 2, 0, -5), facts.join(QStringLiteral(" · ")));
    painter->restore();
}

QSize PersonDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines = QFontMetrics(textFont(TextRole::Strong)).height()
        + QFontMetrics(textFont(TextRole::Small)).height();
    return {200, qMax(48, lines + 12)};
}

} // namespace likeness
