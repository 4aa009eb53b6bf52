// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/boardlabels.h"

#include <QLineF>
#include <algorithm>
#include <array>
#include <limits>

namespace likeness {

namespace {

constexpr double lineDistance = 5; ///< from a label to the line it belongs to
constexpr double lookEvery = 5; ///< along a line
constexpr double headLength = 12; ///< of an arrow, to be kept free
constexpr double mostLabelCost = 4.6; ///< beyond, the label hides more than it tells

/// Points along a path, closely enough that no label slips between two.
QList<QPointF> pointsAlong(const QPainterPath &path)
{
    QList<QPointF> points;
    for (const QPolygonF &piece : path.toSubpathPolygons()) {
        for (qsizetype at = 1; at < piece.size(); ++at) {
            const QLineF line(piece.at(at - 1), piece.at(at));
            const int steps = std::max(1, qRound(line.length() / lookEvery));
            for (int step = 0; step < steps; ++step)
                points.append(line.pointAt(static_cast<double>(step) / steps));
        }
        points.append(piece.last());
    }
    return points;
}

struct LabelledLine
{
    QList<QPointF> points;
    QRectF bounds;
};

class LabelPlacing
{
public:
    explicit LabelPlacing(BoardLayout &layout)
        : m_layout(layout)
    {
        for (const BoardArrow &arrow : layout.arrows)
            m_lines.append({pointsAlong(arrow.path), arrow.path.controlPointRect()});
    }

    void place(qsizetype index, const QSizeF &size)
    {
        QRectF best;
        double least = mostLabelCost;
        double later = 0; // what comes first is better, all else being equal
        for (const QRectF &place : candidates(index, size)) {
            later += 0.02;
            if (later >= least)
                break;
            const double cost = costOf(index, place) + later;
            if (cost < least) {
                least = cost;
                best = place;
            }
        }
        m_layout.arrows[index].label = best;
    }

private:
    QList<QRectF> candidates(qsizetype index, const QSizeF &size) const
    {
        QList<QRectF> places;
        const QList<QPointF> &line = m_lines.at(index).points;
        if (line.size() < 2)
            return places;
        for (const double share : {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9}) {
            const auto at = static_cast<qsizetype>(share * static_cast<double>(line.size() - 1));
            const QLineF slope(
                line.at(std::max<qsizetype>(0, at - 1)), line.at(std::min(at + 1, line.size() - 1)));
            const QPointF on = line.at(at);
            const QPointF half(size.width() / 2, size.height() / 2);
            const QPointF above(on.x() - half.x(), on.y() - size.height() - lineDistance);
            const QPointF below(on.x() - half.x(), on.y() + lineDistance);
            const QPointF after(on.x() + lineDistance, on.y() - half.y());
            const QPointF before(on.x() - lineDistance - size.width(), on.y() - half.y());
            const bool steep = std::abs(slope.dy()) > std::abs(slope.dx());
            const std::array tries
                = steep ? std::array {after, before, on - half} : std::array {above, below, on - half};
            for (const QPointF &corner : tries)
                places.append(QRectF(corner, size));
        }
        return places;
    }

    /// Infinite where it must not be.
    double costOf(qsizetype index, const QRectF &place) const
    {
        const QRectF spaced = place.adjusted(-2, -1, 2, 1);
        const auto covers = [&spaced](const QRectF &other) { return other.intersects(spaced); };
        if (place.left() < 0 || place.right() > m_layout.size.width() || place.top() < 0
            || place.bottom() > m_layout.size.height()
            || std::ranges::any_of(m_layout.cards, [&](const QRect &card) { return covers(card); })
            || std::ranges::any_of(m_layout.heads, [&](const QRect &head) { return covers(head); })
            || std::ranges::any_of(m_layout.arrows,
                [&](const BoardArrow &arrow) { return !arrow.label.isNull() && covers(arrow.label); }))
            return std::numeric_limits<double>::max();
        double cost = 0;
        for (qsizetype at = 0; at < m_lines.size(); ++at) {
            const LabelledLine &line = m_lines.at(at);
            if (!line.bounds.adjusted(-headLength, -headLength, headLength, headLength).intersects(place))
                continue;
            const auto inside = std::ranges::count_if(
                line.points, [&place](const QPointF &point) { return place.contains(point); });
            if (inside > 0)
                cost += at == index ? 1.5 : 2.0 + 0.1 * static_cast<double>(inside);
            if (QLineF(place.center(), line.points.last()).length() < headLength)
                cost += 4;
        }
        return cost;
    }

    BoardLayout &m_layout;
    QList<LabelledLine> m_lines;
};

} // namespace

void placeBoardLabels(BoardLayout &layout, const QList<BoardLink> &links)
{
    LabelPlacing placing(layout);
    for (qsizetype at = 0; at < links.size(); ++at) {
        if (!links.at(at).label.isEmpty())
            placing.place(at, links.at(at).label);
    }
}

} // namespace likeness
