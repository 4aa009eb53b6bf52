// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/statelook.h"

#include "ui/common/icons.h"
#include "ui/common/text.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace likeness {

namespace {

constexpr int badgeGlyph = 14;
constexpr int badgeGap = 5;
constexpr int badgeSide = 9;
constexpr int badgeEdge = 3; ///< above and below
constexpr int badgeFlags = Qt::TextWordWrap | Qt::AlignVCenter;

QFont badgeFont()
{
    QFont font = textFont(TextRole::Small);
    font.setWeight(QFont::DemiBold);
    return font;
}

int badgeFrame()
{
    return 2 * badgeSide + badgeGlyph + badgeGap;
}

bool isHatched(SyncState state)
{
    return state == SyncState::Unknown || state == SyncState::Unreachable;
}

} // namespace

ColourRole roleOf(SyncState state)
{
    switch (state) {
    case SyncState::Unknown:
    case SyncState::Unreachable:
        return ColourRole::Unknown;
    case SyncState::NoFlow:
    case SyncState::Missing:
        return ColourRole::Missing;
    case SyncState::InStep:
        return ColourRole::InStep;
    case SyncState::Pending:
        return ColourRole::Pending;
    case SyncState::Reduced:
        return ColourRole::Reduced;
    case SyncState::Stale:
        return ColourRole::Stale;
    case SyncState::Different:
        return ColourRole::Different;
    case SyncState::RemovedOnPurpose:
        return ColourRole::Removed;
    case SyncState::Blocked:
        return ColourRole::Blocked;
    }
    return ColourRole::Unknown;
}

QString iconOf(SyncState state)
{
    switch (state) {
    case SyncState::Unknown:
    case SyncState::Unreachable:
        return QStringLiteral("state-unknown");
    case SyncState::NoFlow:
        return QStringLiteral("state-no-flow");
    case SyncState::Missing:
        return QStringLiteral("state-missing");
    case SyncState::InStep:
        return QStringLiteral("check");
    case SyncState::Pending:
        return QStringLiteral("pending");
    case SyncState::Reduced:
        return QStringLiteral("state-reduced");
    case SyncState::Stale:
        return QStringLiteral("state-stale");
    case SyncState::Different:
        return QStringLiteral("state-different");
    case SyncState::RemovedOnPurpose:
        return QStringLiteral("state-removed");
    case SyncState::Blocked:
        return QStringLiteral("blocked");
    }
    return {};
}

bool needsAttention(SyncState state)
{
    return state > SyncState::Pending;
}

int needingAttention(const SyncBoard &board)
{
    return static_cast<int>(std::ranges::count_if(
        board.findings, [](const Finding &finding) { return needsAttention(finding.state); }));
}

QSize badgeSize(const BadgeLook &look, int mostWidth)
{
    const QFontMetrics metrics(badgeFont());
    const QRect room(0, 0, std::max(1, mostWidth - badgeFrame()), 1000);
    const QSize text = metrics.boundingRect(room, badgeFlags, look.text).size();
    return {std::min(mostWidth, text.width() + badgeFrame() + 1),
        std::max(text.height(), badgeGlyph) + 2 * badgeEdge};
}

void paintBadge(QPainter &painter, const QRect &rect, const BadgeLook &look, const Theme &theme,
    Qt::LayoutDirection direction)
{
    const bool back = direction == Qt::RightToLeft;
    const QColor colour = theme.colour(roleOf(look.state));
    const QRectF pill = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const double radius = std::min(pill.height() / 2, 11.0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    QPainterPath outline;
    outline.addRoundedRect(pill, radius, radius);
    painter.fillPath(outline, theme.colour(ColourRole::Panel));
    if (isHatched(look.state))
        painter.fillPath(
            outline, QBrush(mixed(theme.colour(ColourRole::Panel), colour, 0.28), Qt::BDiagPattern));
    painter.setPen(QPen(colour, 1));
    painter.drawPath(outline);
    const QFont font = badgeFont();
    const int line = QFontMetrics(font).height();
    const int glyphX = back ? rect.right() + 1 - badgeSide - badgeGlyph : rect.left() + badgeSide;
    const QPixmap glyph = drawnIcon(look.icon.isEmpty() ? iconOf(look.state) : look.icon, colour, badgeGlyph,
        painter.device()->devicePixelRatioF());
    const int wholeLine = std::max(line, badgeGlyph);
    const bool oneLine = rect.height() <= wholeLine + 2 * badgeEdge;
    painter.drawPixmap(QPoint(glyphX,
                           oneLine ? rect.top() + (rect.height() - badgeGlyph) / 2
                                   : rect.top() + badgeEdge + (line - badgeGlyph) / 2),
        glyph);
    painter.setFont(font);
    const int inset = badgeSide + badgeGlyph + badgeGap;
    const QRect words
        = back ? rect.adjusted(badgeSide, 0, -inset, 0) : rect.adjusted(inset, 0, -badgeSide + 1, 0);
    painter.drawText(
        words, badgeFlags | Qt::AlignAbsolute | (back ? Qt::AlignRight : Qt::AlignLeft), look.text);
    painter.restore();
}

StateBadge::StateBadge(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StateBadge::setLook(const BadgeLook &look)
{
    m_look = look;
    setAccessibleName(look.text);
    updateGeometry();
    update();
}

QSize StateBadge::sizeHint() const
{
    return badgeSize(m_look, 10000);
}

QSize StateBadge::minimumSizeHint() const
{
    return {std::min(120, sizeHint().width()), sizeHint().height()};
}

int StateBadge::heightForWidth(int width) const
{
    return badgeSize(m_look, width).height();
}

void StateBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_look, m_theme, layoutDirection());
}

void StateBadge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace likeness
