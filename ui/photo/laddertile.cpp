// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/laddertile.h"

#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/photo/figures.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace likeness {

namespace {

constexpr int focusRoom = 3; ///< for the ring about the window
constexpr int captionGap = 6;
constexpr double cornerRadius = 4;
constexpr double eyesFromTop = 0.42; ///< what a tile shows first of a rendition that is cut off

/// `point` moved to where a device pixel begins, so that pixels map one to one also at a factor of 1.5.
QPointF onDevicePixel(const QPainter &painter, const QPointF &point)
{
    const QTransform toDevice = painter.deviceTransform();
    return toDevice.inverted().map(QPointF(toDevice.map(point).toPoint()));
}

} // namespace

LadderTile::LadderTile(const Theme &theme, PhotoSize size, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_size(size)
{
    setFont(textFont(TextRole::Small));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void LadderTile::setPixels(const QImage &pixels)
{
    m_pixels = pixels;
    update();
}

void LadderTile::setBytes(qsizetype bytes)
{
    if (bytes == m_bytes)
        return;
    m_bytes = bytes;
    retranslate();
    update();
}

void LadderTile::setRound(bool round)
{
    m_round = round;
    update();
}

void LadderTile::setRoom(int points)
{
    m_room = points;
    updateGeometry();
    update();
}

double LadderTile::edgeInPoints() const
{
    return m_size.edge() / devicePixelRatioF();
}

double LadderTile::windowEdge() const
{
    return m_room > 0 ? std::min<double>(edgeInPoints(), m_room) : edgeInPoints();
}

bool LadderTile::isCutOff() const
{
    return windowEdge() < edgeInPoints() - 0.01;
}

QRectF LadderTile::window() const
{
    return {
        std::floor((width() - windowEdge()) / 2), static_cast<double>(focusRoom), windowEdge(), windowEdge()};
}

QSize LadderTile::sizeHint() const
{
    const QFontMetricsF metrics(font());
    const double caption
        = tabularWidth(metrics, QString::number(m_size.edge()) + QStringLiteral(" 99.9 KB")) + 8;
    const int edge = static_cast<int>(std::ceil(windowEdge()));
    return {std::max(edge + 2 * focusRoom, static_cast<int>(std::ceil(caption))),
        edge + 2 * focusRoom + captionGap + static_cast<int>(std::ceil(metrics.height()))};
}

void LadderTile::retranslate()
{
    const QString edge = QString::number(m_size.edge());
    //: read aloud: one size of the photo; %1 and %2 are pixels, %3 is like "2.9 KB"
    setAccessibleName(m_bytes > 0 ? tr("%1 by %2 pixels, %3").arg(edge, edge, byteCount(m_bytes))
                                  : tr("%1 by %2 pixels").arg(edge, edge));
    setToolTip(tr("Press to show this size alone; drag it out as a file"));
}

void LadderTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintWindow(painter);
    paintCaption(painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.colour(ColourRole::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(window().adjusted(-2, -2, 2, 2), cornerRadius + 2, cornerRadius + 2);
    }
}

void LadderTile::paintWindow(QPainter &painter) const
{
    const QRectF frame(onDevicePixel(painter, window().topLeft()), window().size());
    QPainterPath shape;
    if (m_round && !isCutOff())
        shape.addEllipse(frame);
    else
        shape.addRoundedRect(frame, cornerRadius, cornerRadius);
    if (m_pixels.isNull()) {
        painter.fillPath(shape, m_theme.colour(ColourRole::Line));
        return;
    }
    const double ratio = devicePixelRatioF();
    const int shown = std::min(qRound(frame.width() * ratio), m_pixels.width());
    const int rest = m_pixels.width() - shown;
    const QRect part(
        rest / 2, qBound(0, qRound(m_pixels.height() * eyesFromTop) - shown / 2, rest), shown, shown);
    QImage piece = m_pixels.copy(part);
    piece.setDevicePixelRatio(ratio);
    painter.save();
    painter.setClipPath(shape);
    painter.drawImage(frame.topLeft(), piece);
    painter.restore();
    if (isCutOff()) {
        const QPointF corner = frame.bottomRight() - QPointF(24, 24);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(ColourRole::Surround));
        painter.drawRoundedRect(QRectF(corner, QSizeF(20, 20)), 5, 5);
        painter.drawPixmap(corner + QPointF(3, 3),
            drawnIcon(QStringLiteral("zoom-in"), m_theme.colour(ColourRole::OnSurround), 14, ratio));
    }
}

void LadderTile::paintCaption(QPainter &painter) const
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QString edge = QString::number(m_size.edge());
    const QString bytes = m_bytes > 0 ? QStringLiteral("\u2002") + byteCount(m_bytes) : QString();
    const double edgeWidth = tabularWidth(QFontMetricsF(strong), edge);
    const QFontMetricsF metrics(font());
    const double baseline = height() - metrics.descent();
    double left = (width() - edgeWidth - tabularWidth(metrics, bytes)) / 2;
    painter.setPen(m_theme.colour(ColourRole::Ink));
    painter.setFont(strong);
    drawTabular(painter, {left, baseline}, edge);
    painter.setPen(m_theme.colour(ColourRole::Soft));
    painter.setFont(font());
    drawTabular(painter, {left + edgeWidth, baseline}, bytes);
}

void LadderTile::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->position().toPoint();
    QAbstractButton::mousePressEvent(event);
}

void LadderTile::mouseMoveEvent(QMouseEvent *event)
{
    const int away = (event->position().toPoint() - m_pressedAt).manhattanLength();
    if (isDown() && event->buttons() == Qt::LeftButton && away >= QApplication::startDragDistance()) {
        setDown(false);
        emit draggedOut();
        return;
    }
    QAbstractButton::mouseMoveEvent(event);
}

} // namespace likeness
