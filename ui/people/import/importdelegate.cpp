// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/import/importdelegate.h"

#include "ui/common/avatar.h"
#include "ui/common/importwords.h"
#include "ui/common/stylepaint.h"
#include "ui/common/text.h"
#include "ui/people/import/importmodel.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace likeness {

namespace {

constexpr int photoEdge = 48;
constexpr int checkEdge = 18;
constexpr int badgeWidth = 190;

/// Colour and glyph of what a row's words say.
SyncState shownAs(const ImportRow &row, bool outcomes)
{
    if (!outcomes || !row.isPlanned()) {
        switch (row.verdict) {
        case ImportVerdict::Ready:
            return SyncState::Pending;
        case ImportVerdict::AlreadySame:
            return SyncState::InStep;
        case ImportVerdict::HasPhoto:
            return SyncState::NoFlow;
        case ImportVerdict::Unmatched:
        case ImportVerdict::Ambiguous:
        case ImportVerdict::Duplicate:
            return SyncState::Stale;
        case ImportVerdict::Unreadable:
        case ImportVerdict::NotAllowed:
        case ImportVerdict::Unreachable:
            return SyncState::Blocked;
        }
    }
    switch (outcomeOf(row)) {
    case ImportOutcome::LeftOut:
    case ImportOutcome::Cancelled:
        return SyncState::NoFlow;
    case ImportOutcome::Waiting:
    case ImportOutcome::Running:
        return SyncState::Pending;
    case ImportOutcome::Done:
    case ImportOutcome::Undone:
        return SyncState::InStep;
    case ImportOutcome::Partly:
    case ImportOutcome::Conflict:
    case ImportOutcome::NotUndone:
        return SyncState::Stale;
    case ImportOutcome::Failed:
        return SyncState::Blocked;
    }
    Q_UNREACHABLE();
}

QString hintWords(const ImportRow &row)
{
    QStringList words;
    for (const ImportHint hint : listed(row.hints))
        words += wordsFor(hint);
    return words.join(QStringLiteral(" · "));
}

} // namespace

ImportDelegate::ImportDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QRect ImportDelegate::checkRect(const QStyleOptionViewItem &option) const
{
    const QRect box(option.rect.x() + 12, option.rect.center().y() - checkEdge / 2, checkEdge, checkEdge);
    return QStyle::visualRect(option.direction, option.rect, box);
}

void ImportDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(ImportModel::RowRole).value<ImportRow>();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (selected || option.state.testFlag(QStyle::State_MouseOver))
        stylepaint::selectedRow(
            *painter, option.rect, option.palette, selected, m_theme.kind() == Theme::Kind::HighContrast);
    const auto placed
        = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QVariant checked = index.data(Qt::CheckStateRole);
    if (checked.isValid()) {
        QStyleOption box(option);
        box.rect = checkRect(option);
        box.state.setFlag(QStyle::State_On, checked.toInt() == Qt::Checked);
        box.state.setFlag(QStyle::State_Off, checked.toInt() != Qt::Checked);
        box.state.setFlag(QStyle::State_HasFocus, false);
        stylepaint::checkBox(*painter, box);
    }
    const QRect inside = option.rect.adjusted(42, 0, -12, 0);
    const QRect photo(inside.x(), inside.center().y() - photoEdge / 2, photoEdge, photoEdge);
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString initials = row.person ? initialsOf(name) : QStringLiteral("?");
    paintAvatar(
        *painter, placed(photo), {QImage::fromData(row.thumb), initials, Avatar::Shape::Square}, m_theme);

    const bool outcomes = index.data(ImportModel::GroupRole).toInt() >= 100
        && index.data(ImportModel::GroupRole).toInt() < 1000;
    const bool known = index.data(ImportModel::GroupRole).toInt() < 1000;
    BadgeLook look;
    look.state = known ? shownAs(row, outcomes) : SyncState::Unknown;
    look.text = index.data(ImportModel::StatusRole).toString();
    const QSize badge = badgeSize(look, badgeWidth);
    const QRect badgeRect(inside.right() - badge.width(), inside.center().y() - badge.height() / 2,
        badge.width(), badge.height());
    paintBadge(*painter, placed(badgeRect), look, m_theme, option.direction);

    const QRect text = inside.adjusted(photoEdge + 14, 0, -badge.width() - 16, 0);
    const auto line = [&](TextRole role, ColourRole colour, const QRect &rect, const QString &words) {
        const QFont font = textFont(role);
        painter->setFont(font);
        painter->setPen(m_theme.colour(colour));
        const QString shown = QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width());
        painter->drawText(placed(rect), leadingAlignment(option.direction), shown);
    };
    QString below = row.person ? row.name() : QString();
    const QString more = !known        ? QString()
        : row.isPlanned() && !outcomes ? hintWords(row)
                                       : index.data(ImportModel::ReasonRole).toString();
    if (!more.isEmpty())
        below += (below.isEmpty() ? QString() : QStringLiteral(" · ")) + more;
    const QRect upper = below.isEmpty() ? text : text.adjusted(0, 8, 0, -text.height() / 2);
    line(TextRole::Strong, row.included ? ColourRole::Ink : ColourRole::Soft, upper, name);
    line(TextRole::Small, ColourRole::Soft, text.adjusted(0, text.height() / 2, 0, -8), below);
    painter->restore();
}

QSize ImportDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines = QFontMetrics(textFont(TextRole::Strong)).height()
        + QFontMetrics(textFont(TextRole::Small)).height();
    return {200, qMax(photoEdge + 12, lines + 20)};
}

bool ImportDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QVariant checked = index.data(Qt::CheckStateRole);
    if (!checked.isValid())
        return false;
    bool pressed = false;
    if (event->type() == QEvent::MouseButtonRelease)
        pressed = checkRect(option).adjusted(-6, -6, 6, 6).contains(static_cast<QMouseEvent *>(event)->pos());
    else if (event->type() == QEvent::KeyPress)
        pressed = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!pressed)
        return false;
    return model->setData(
        index, checked.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace likeness
