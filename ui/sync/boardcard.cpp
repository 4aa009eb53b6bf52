// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/boardcard.h"

#include "ui/common/avatar.h"
#include "ui/common/icons.h"
#include "ui/common/panel.h"
#include "ui/common/stylepaint.h"
#include "ui/common/text.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <algorithm>

namespace likeness {

namespace {

constexpr int cardPadding = 10;
constexpr int cardTextGap = 10;
constexpr int cardLines = 2; ///< of the title, and of the facts
constexpr int cardBadgeAbove = 4;

int cardTextHeight(const QFontMetrics &metrics, const QString &text, int room)
{
    const int height = metrics.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, text).height();
    return std::clamp(height, metrics.height(), (cardLines - 1) * metrics.lineSpacing() + metrics.height());
}

} // namespace

BoardCard::BoardCard(const Theme &theme, SyncNode node, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_node(node)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::ClickFocus); // the board lets Tab stop at one of its cards
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

bool CardLook::paintsLike(const CardLook &other) const
{
    return title == other.title && facts == other.facts && badge == other.badge && derived == other.derived
        && looking == other.looking && known == other.known && photo.cacheKey() == other.photo.cacheKey();
}

void BoardCard::setLook(const CardLook &look)
{
    const bool same = m_look.paintsLike(look);
    m_look = look;
    setAccessibleName(look.spoken);
    if (!same)
        update();
}

BadgeLook BoardCard::badge() const
{
    if (!m_look.looking)
        return m_look.badge;
    //: badge of a card on the sync board while that workload is being asked
    return {SyncState::Unknown, tr("Looking…"), QStringLiteral("retry")};
}

BoardCard::Parts BoardCard::partsIn(int width) const
{
    Parts parts;
    parts.photo = QRect(cardPadding, cardPadding, photoEdge, photoEdge);
    const int left = parts.photo.right() + 1 + cardTextGap;
    const int room = std::max(1, width - left - cardPadding);
    const QFontMetrics strong(textFont(TextRole::Strong));
    const QFontMetrics small(textFont(TextRole::Small));
    parts.title = QRect(left, cardPadding - 2, room, cardTextHeight(strong, m_look.title, room));
    parts.facts = QRect(left, parts.title.bottom() + 1, room, cardTextHeight(small, m_look.facts, room));
    parts.badge = QRect(QPoint(left, parts.facts.bottom() + 1 + cardBadgeAbove), badgeSize(badge(), room));
    parts.height = std::max(parts.photo.bottom(), parts.badge.bottom()) + 1 + cardPadding;
    if (layoutDirection() == Qt::RightToLeft) {
        const QRect all(0, 0, width, parts.height);
        for (QRect *part : {&parts.photo, &parts.title, &parts.facts, &parts.badge})
            *part = QStyle::visualRect(Qt::RightToLeft, all, *part);
    }
    return parts;
}

int BoardCard::heightForWidth(int width) const
{
    return partsIn(width).height;
}

QSize BoardCard::sizeHint() const
{
    return {220, heightForWidth(220)};
}

void BoardCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // a product's name keeps its own direction
    paintGround(painter);
    const Parts parts = partsIn(width());
    const int words = Qt::TextWordWrap | Qt::AlignTop | Qt::AlignAbsolute
        | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    painter.setPen(m_theme.colour(ColourRole::Ink));
    painter.setFont(textFont(TextRole::Strong));
    painter.drawText(parts.title, words, m_look.title);
    if (!m_look.known && m_look.looking)
        return paintSkeleton(painter, parts);
    paintPhoto(painter, parts.photo);
    painter.setPen(m_theme.colour(ColourRole::Soft));
    painter.setFont(textFont(TextRole::Small));
    painter.drawText(parts.facts, words, m_look.facts);
    paintBadge(painter, parts.badge, badge(), m_theme, layoutDirection());
}

void BoardCard::paintGround(QPainter &painter) const
{
    const bool strong = m_theme.kind() == Theme::Kind::HighContrast;
    const double line = isChecked() ? 2 : 1;
    QColor ground = palette().color(QPalette::Base);
    if (isDown())
        ground = stylepaint::tint(palette());
    else if (underMouse())
        ground = stylepaint::hoverTint(palette());
    QPen pen(isChecked() ? m_theme.colour(ColourRole::Accent) : m_theme.colour(ColourRole::Line), line);
    if (m_look.derived) {
        if (!isChecked() && !strong)
            pen.setColor(mixed(m_theme.colour(ColourRole::Line), m_theme.colour(ColourRole::Soft), 0.35));
        pen.setStyle(Qt::CustomDashLine);
        pen.setDashPattern({4 / line, 3 / line});
    }
    const QRectF outline = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setPen(pen);
    painter.setBrush(ground);
    painter.drawRoundedRect(outline, Panel::radius, Panel::radius);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.colour(ColourRole::Accent), strong ? 3 : 2));
        painter.drawRoundedRect(outline.adjusted(4, 4, -4, -4), Panel::radius - 4, Panel::radius - 4);
    }
}

void BoardCard::paintPhoto(QPainter &painter, const QRect &rect) const
{
    if (m_look.photo.isNull()) {
        painter.setPen(QPen(m_theme.colour(ColourRole::Missing), 1.2, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        painter.drawPixmap(rect.center() - QPoint(11, 11),
            drawnIcon(
                QStringLiteral("person"), m_theme.colour(ColourRole::Missing), 24, devicePixelRatioF()));
        return;
    }
    painter.setOpacity(m_look.looking ? 0.55 : 1);
    paintAvatar(painter, rect, {m_look.photo, {}, Avatar::Shape::Square}, m_theme);
    painter.setOpacity(1);
}

void BoardCard::paintSkeleton(QPainter &painter, const Parts &parts) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(palette().color(QPalette::Base), m_theme.colour(ColourRole::Line), 0.6));
    painter.drawRoundedRect(parts.photo, 6, 6);
    const bool back = layoutDirection() == Qt::RightToLeft;
    const auto bar = [&](const QRect &line, double share, int height) {
        const int width = static_cast<int>(line.width() * share);
        const int left = back ? line.right() + 1 - width : line.left();
        painter.drawRoundedRect(QRectF(left, line.top() + 4, width, height), height / 2.0, height / 2.0);
    };
    bar(parts.facts, 0.75, 9);
    bar(parts.badge.translated(0, -4), 1, parts.badge.height());
}

void BoardCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    emit pointedAt(true);
}

void BoardCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    emit pointedAt(false);
}

} // namespace likeness
