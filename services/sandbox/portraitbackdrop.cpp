// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/portraitparts.h"

#include <QLinearGradient>
#include <QPainter>
#include <QRadialGradient>
#include <cmath>

namespace likeness {

namespace {

using Backdrop = PortraitLook::Backdrop;

// Backdrops are drawn on a stage one unit high and as wide as the picture asks.

void paintGlow(QPainter &painter, const PortraitLook &look, double width)
{
    QRadialGradient glow(QPointF(width * 0.42, 0.36), 0.8);
    glow.setColorAt(0, mixedColour(look.backdropColour, Qt::white, 0.5));
    glow.setColorAt(0.6, look.backdropColour);
    glow.setColorAt(1, mixedColour(look.backdropColour, Qt::black, 0.2));
    painter.setBrush(glow);
    painter.drawRect(QRectF(0, 0, width, 1));
}

void paintOffice(QPainter &painter, const PortraitLook &look, double width)
{
    QLinearGradient sky(QPointF(0, 0.06), QPointF(0, 0.6));
    sky.setColorAt(0, QColor(0xbf, 0xdc, 0xf0));
    sky.setColorAt(1, QColor(0xf4, 0xf1, 0xe2));
    const int windows = static_cast<int>(std::ceil(0.95 * width / 0.34));
    for (int at = 0; at < windows; ++at) {
        const double left = 0.05 * width + 0.34 * at;
        painter.setBrush(mixedColour(look.backdropColour, Qt::white, 0.6));
        painter.drawRect(QRectF(left - 0.012, 0.05, 0.304, 0.62));
        painter.setBrush(sky);
        painter.drawRect(QRectF(left, 0.062, 0.28, 0.59));
        painter.setBrush(mixedColour(look.backdropColour, Qt::white, 0.6));
        painter.drawRect(QRectF(left, 0.3, 0.28, 0.012));
    }
    painter.setBrush(mixedColour(look.backdropColour, Qt::black, 0.12));
    painter.drawRect(QRectF(0, 0.7, width, 0.3));
}

void paintPlant(QPainter &painter, const QPointF &root, double height, double lean, const QColor &green)
{
    for (int leaf = 0; leaf < 7; ++leaf) {
        const double bend = (leaf - 3) * 0.075 + lean;
        const double top = height * (1.0 - 0.06 * (leaf - 3) * (leaf - 3) / 2.0);
        QPainterPath blade(root);
        blade.quadTo(root.x() + bend * 0.2, root.y() - top * 0.7, root.x() + bend * 1.6, root.y() - top);
        blade.quadTo(root.x() + bend * 0.9 + 0.05, root.y() - top * 0.5, root.x(), root.y());
        painter.setBrush(
            mixedColour(green, leaf % 2 ? QColor(Qt::white) : QColor(Qt::black), 0.08 + 0.03 * leaf));
        painter.drawPath(blade);
    }
}

void paintPlants(QPainter &painter, double width)
{
    const QColor green(0x6c, 0x9a, 0x6a);
    paintPlant(painter, {width * 0.5 - 0.42, 1.04}, 0.82, -0.05, green);
    paintPlant(painter, {width * 0.5 + 0.43, 1.04}, 0.95, 0.03, green);
    if (width > 1.2) {
        paintPlant(painter, {width * 0.5 - 0.72, 1.05}, 0.6, 0.04, green.darker(115));
        paintPlant(painter, {width * 0.5 + 0.76, 1.05}, 0.7, -0.03, green.darker(110));
    }
}

void paintShelf(QPainter &painter, const PortraitLook &look, double width)
{
    static constexpr QRgb spines[] {0xb86b5a, 0x6a87a8, 0xd8b46a, 0x7f9a76, 0xa58ab0, 0xcfc6b8, 0x5b7480};
    const QColor wood = mixedColour(look.backdropColour, QColor(0x8a, 0x60, 0x3c), 0.5);
    int book = 0;
    for (const double shelf : {0.26, 0.53, 0.8, 1.07}) {
        for (double left = 0.02; left < width; ++book) {
            const double thick = 0.026 + 0.011 * ((book * 7) % 4);
            const double tall = 0.14 + 0.02 * ((book * 5) % 4);
            if (book % 9 != 4) {
                painter.setBrush(mixedColour(QColor(spines[(book * 3) % 7]), look.backdropColour, 0.45));
                painter.drawRect(QRectF(left, shelf - tall, thick - 0.003, tall));
            }
            left += book % 9 == 4 ? 0.08 : thick;
        }
        painter.setBrush(wood);
        painter.drawRect(QRectF(0, shelf, width, 0.018));
    }
}

void paintHills(QPainter &painter, const PortraitLook &look, double width)
{
    painter.setBrush(QColor(255, 247, 224, 190));
    painter.drawEllipse(QPointF(width * 0.5 + 0.33, 0.18), 0.085, 0.085);
    const QColor far = mixedColour(look.backdropColour, QColor(0x5f, 0x83, 0x8f), 0.4);
    const QColor near = mixedColour(look.backdropColour, QColor(0x56, 0x80, 0x55), 0.65);
    QPainterPath ridge(QPointF(0, 0.62));
    ridge.cubicTo(width * 0.2, 0.4, width * 0.35, 0.7, width * 0.55, 0.52);
    ridge.cubicTo(width * 0.75, 0.36, width * 0.85, 0.6, width, 0.5);
    ridge.lineTo(width, 1);
    ridge.lineTo(0, 1);
    painter.setBrush(far);
    painter.drawPath(ridge);
    QPainterPath meadow(QPointF(0, 0.72));
    meadow.cubicTo(width * 0.3, 0.62, width * 0.6, 0.86, width, 0.68);
    meadow.lineTo(width, 1);
    meadow.lineTo(0, 1);
    painter.setBrush(near);
    painter.drawPath(meadow);
}

} // namespace

void paintBackdrop(QPainter &painter, const PortraitLook &look, const QRectF &room)
{
    const double width = room.width() / room.height();
    painter.save();
    painter.translate(room.topLeft());
    painter.scale(room.height(), room.height());
    paintGlow(painter, look, width);
    switch (look.backdrop) {
    case Backdrop::Studio:
        break;
    case Backdrop::Office:
        paintOffice(painter, look, width);
        break;
    case Backdrop::Plants:
        paintPlants(painter, width);
        break;
    case Backdrop::Shelf:
        paintShelf(painter, look, width);
        break;
    case Backdrop::Hills:
        paintHills(painter, look, width);
        break;
    }
    painter.restore();
}

} // namespace likeness
