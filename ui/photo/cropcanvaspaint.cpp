// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
// How the crop looks; what it does is in cropcanvas.cpp.
#include "ui/common/panel.h"
#include "ui/common/theme.h"
#include "ui/photo/cropcanvas.h"

#include <QPainter>
#include <QPainterPath>

namespace likeness {

namespace {

constexpr double handleEdge = 12.0;
constexpr double eyeLine = 0.38; ///< where the eyes are in a well-framed portrait, from the top

QColor faint(const QColor &colour, float alpha)
{
    QColor result = colour;
    result.setAlphaF(alpha);
    return result;
}

/// Whole device points, so that hairlines are one pixel and not two grey ones.
QRectF onPixels(const QRectF &rect, double pixelRatio)
{
    const auto snap = [pixelRatio](double value) { return qRound(value * pixelRatio) / pixelRatio; };
    const QPointF from(snap(rect.left()), snap(rect.top()));
    return {from, QPointF(snap(rect.right()), snap(rect.bottom()))};
}

void paintGuides(QPainter &painter, const QRectF &crop, const QColor &ink)
{
    painter.setPen(QPen(faint(ink, 0.38F), 1));
    for (const double part : {1.0 / 3, 2.0 / 3}) {
        const double x = qRound(crop.left() + crop.width() * part) + 0.5;
        painter.drawLine(QPointF(x, crop.top()), QPointF(x, crop.bottom()));
    }
    const double low = qRound(crop.top() + crop.height() * 2 / 3) + 0.5;
    painter.drawLine(QPointF(crop.left(), low), QPointF(crop.right(), low));
    QPen dashes(faint(ink, 0.75F), 1);
    dashes.setDashPattern({4, 4});
    painter.setPen(dashes);
    const double eyes = qRound(crop.top() + crop.height() * eyeLine) + 0.5;
    painter.drawLine(QPointF(crop.left(), eyes), QPointF(crop.right(), eyes));
}

} // namespace

void CropCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor ground = m_theme.colour(ColourRole::Surround);
    if (!hasPicture()) {
        painter.fillRect(rect(), ground);
        paintFrame(painter);
        return;
    }
    const QTransform fromImage
        = QTransform::fromScale(static_cast<double>(m_upright.width()) / m_viewSize.width(),
              static_cast<double>(m_upright.height()) / m_viewSize.height())
        * m_recipe.toFrame(m_upright) * m_view.transform();
    m_layer.show({fromImage, size(), devicePixelRatioF(), ground});
    painter.drawPixmap(0, 0, m_layer.dimmed());
    paintCrop(painter);
    paintFrame(painter);
}

void CropCanvas::paintFrame(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath corners;
    corners.addRect(rect());
    corners.addRoundedRect(rect(), Panel::radius, Panel::radius);
    painter.fillPath(corners, m_theme.colour(ColourRole::Window));
    painter.setPen(QPen(m_theme.colour(ColourRole::Line), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Panel::radius, Panel::radius);
}

void CropCanvas::paintCrop(QPainter &painter) const
{
    const QRectF square = onPixels(cropOnScreen(), devicePixelRatioF());
    const QColor ink = m_theme.colour(ColourRole::OnSurround);
    const double ratio = m_layer.bright().devicePixelRatio();
    painter.drawPixmap(square, m_layer.bright(), QRectF(square.topLeft() * ratio, square.size() * ratio));
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_round) {
        QPainterPath corners;
        corners.addRect(square);
        corners.addEllipse(square);
        painter.fillPath(corners, faint(m_theme.colour(ColourRole::Surround), 0.4F));
        painter.setPen(QPen(faint(ink, 0.7F), 1));
        painter.drawEllipse(square.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    if (m_guides)
        paintGuides(painter, square, ink);
    // a dark line outside the light one keeps the square visible on white pictures
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faint(m_theme.colour(ColourRole::Surround), 0.6F), 4));
    painter.drawRect(square);
    painter.setPen(QPen(ink, 2));
    painter.drawRect(square);
    if (hasFocus()) {
        painter.setPen(QPen(Theme::colour(ColourRole::Accent, Theme::Kind::Dark), 2));
        painter.drawRect(square.adjusted(-3, -3, 3, 3));
    }
    paintHandles(painter, square);
}

void CropCanvas::paintHandles(QPainter &painter, const QRectF &square) const
{
    const QColor ink = m_theme.colour(ColourRole::OnSurround);
    const bool roomForSides = square.width() > 4 * handleEdge;
    for (const CropHandle handle : cropHandles) {
        const QPointF at = cropHandlePoint(handle, square);
        const bool corner
            = !qFuzzyCompare(at.x(), square.center().x()) && !qFuzzyCompare(at.y(), square.center().y());
        if (!corner && !roomForSides)
            continue;
        const double edge = handle == m_hovered ? handleEdge + 2 : handleEdge;
        QRectF box(0, 0, edge, edge);
        box.moveCenter(at);
        painter.setPen(QPen(faint(m_theme.colour(ColourRole::Surround), 0.7F), 1));
        painter.setBrush(handle == m_hovered ? Theme::colour(ColourRole::Accent, Theme::Kind::Dark) : ink);
        painter.drawRoundedRect(box, 3, 3);
    }
}

} // namespace likeness
