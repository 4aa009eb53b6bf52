// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/boardcanvas.h"

#include "ui/common/findingwords.h"
#include "ui/common/text.h"
#include "ui/sync/statelook.h"
#include "ui/sync/syncwords.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace likeness {

namespace {

constexpr double arrowHeadLength = 9;
constexpr double arrowHeadHalf = 5;
constexpr double labelSide = 3;

QString columnTitle(SyncColumn column)
{
    switch (column) {
    case SyncColumn::Stores:
        //: column of the sync board: where photos are kept
        return BoardCanvas::tr("Stores");
    case SyncColumn::Caches:
        //: column of the sync board: what keeps copies of photos
        return BoardCanvas::tr("Caches");
    case SyncColumn::Viewers:
        //: column of the sync board: the programs that show photos
        return BoardCanvas::tr("What people see");
    }
    return {};
}

/// Whether the colour of the arrow says how what it points to stands.
bool tells(const BoardFlow &flow)
{
    return flow.decides && flow.state != SyncState::Unknown;
}

/// What sets it going, and how long it takes at most; beside an arrow there is height, not width.
QString arrowLabel(const BoardFlow &flow, const QDateTime &now)
{
    QString label = labelFor(flow.flow);
    const QString left = flow.latest ? timeLeft(*flow.latest, now) : QString();
    if (!left.isEmpty()) {
        //: beside an arrow: at most that long; %1 is like "18 min"
        label += QStringLiteral(" · ") + BoardCanvas::tr("≤ %1").arg(left);
    }
    return label.replace(QStringLiteral(" · "), QStringLiteral("\n"));
}

/// All it is painted on.
QRect groundOf(const BoardArrow &arrow)
{
    const double reach = arrowHeadLength + 2; // the pen, and the head beside the path
    const QRectF line = arrow.path.boundingRect().adjusted(-reach, -reach, reach, reach);
    return (arrow.path.isEmpty() ? arrow.label : line.united(arrow.label)).toAlignedRect();
}

} // namespace

BoardCanvas::BoardCanvas(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

int BoardCanvas::headHeight()
{
    return QFontMetrics(textFont(TextRole::Strong)).height() + 10;
}

QSizeF BoardCanvas::labelSize(const BoardFlow &flow, const QDateTime &now)
{
    const QFontMetricsF metrics(textFont(TextRole::Small));
    const QRectF text = metrics.boundingRect(QRectF(0, 0, 1000, 1000), Qt::AlignLeft, arrowLabel(flow, now));
    return {std::ceil(text.width()) + 2 * labelSide, std::ceil(text.height())};
}

void BoardCanvas::setDrawn(const BoardLayout &layout, const QList<BoardFlow> &flows, const QDateTime &now)
{
    QStringList labels;
    for (const BoardFlow &flow : flows)
        labels << arrowLabel(flow, now);
    const bool sameArrows = m_layout.size == layout.size && m_layout.heads == layout.heads
        && m_flows.size() == flows.size() && m_layout.arrows.size() == layout.arrows.size();
    QRegion changed(sameArrows ? QRect() : rect());
    for (qsizetype at = 0; sameArrows && at < flows.size(); ++at) {
        if (m_flows.at(at) == flows.at(at) && m_labels.at(at) == labels.at(at)
            && m_layout.arrows.at(at) == layout.arrows.at(at))
            continue;
        changed += groundOf(m_layout.arrows.at(at));
        changed += groundOf(layout.arrows.at(at));
    }
    m_layout = layout;
    m_flows = flows;
    m_labels = labels;
    update(changed);
}

void BoardCanvas::setPointedAt(std::optional<SyncNode> node)
{
    if (m_pointedAt == node)
        return;
    m_pointedAt = node;
    update();
}

bool BoardCanvas::standsOut(const BoardFlow &flow) const
{
    return m_pointedAt && (flow.from == *m_pointedAt || flow.to == *m_pointedAt);
}

QColor BoardCanvas::colourOf(const BoardFlow &flow) const
{
    const QColor quiet = mixed(m_theme.colour(ColourRole::Line), m_theme.colour(ColourRole::Soft), 0.45);
    const QColor colour = tells(flow) ? m_theme.colour(roleOf(flow.state)) : quiet;
    if (!m_pointedAt || standsOut(flow))
        return flow.decides || !m_pointedAt ? colour : m_theme.colour(ColourRole::Soft);
    return mixed(colour, m_theme.colour(ColourRole::Window), 0.6);
}

void BoardCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeads(painter);
    // what matters lies on top
    for (const bool above : {false, true}) {
        for (qsizetype at = 0; at < m_flows.size(); ++at) {
            if ((m_flows.at(at).decides || standsOut(m_flows.at(at))) == above)
                paintArrow(painter, at);
        }
    }
    for (qsizetype at = 0; at < m_flows.size(); ++at)
        paintLabel(painter, at);
}

void BoardCanvas::paintHeads(QPainter &painter) const
{
    painter.setFont(textFont(TextRole::Strong));
    painter.setPen(m_theme.colour(ColourRole::Soft));
    for (auto head = m_layout.heads.begin(); head != m_layout.heads.end(); ++head) {
        const Qt::Alignment side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        const Qt::Alignment where = side | Qt::AlignTop | Qt::AlignAbsolute;
        painter.drawText(head->adjusted(2, 0, -2, 0), static_cast<int>(where), columnTitle(head.key()));
    }
}

void BoardCanvas::paintArrow(QPainter &painter, qsizetype index) const
{
    const BoardArrow &arrow = m_layout.arrows.at(index);
    const BoardFlow &flow = m_flows.at(index);
    if (arrow.path.isEmpty())
        return;
    double width = tells(flow) ? 1.8 : 1.2;
    if (standsOut(flow) || m_theme.kind() == Theme::Kind::HighContrast)
        width += 0.8;
    QPen pen(colourOf(flow), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const QPointF tip = arrow.path.currentPosition() - arrow.towards;
    const QPointF back = tip - arrow.towards * arrowHeadLength;
    const QPointF aside = QPointF(-arrow.towards.y(), arrow.towards.x()) * arrowHeadHalf;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawPolyline(QPolygonF({back + aside, tip, back - aside}));
    if (flow.waits)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawPath(arrow.path);
}

void BoardCanvas::paintLabel(QPainter &painter, qsizetype index) const
{
    const QRectF place = m_layout.arrows.at(index).label;
    const BoardFlow &flow = m_flows.at(index);
    if (place.isNull() || !(flow.decides || standsOut(flow)))
        return;
    QColor ground = m_theme.colour(ColourRole::Window);
    ground.setAlphaF(0.86F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(place, 4, 4);
    QColor ink = m_theme.colour(ColourRole::Soft);
    if (m_pointedAt && standsOut(flow))
        ink = m_theme.colour(ColourRole::Ink);
    painter.setPen(ink);
    painter.setFont(textFont(TextRole::Small));
    painter.drawText(place, Qt::AlignCenter, m_labels.at(index));
}

} // namespace likeness
