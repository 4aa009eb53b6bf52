// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/portraitparts.h"

#include <QLinearGradient>
#include <QPainter>

namespace likeness {

namespace {

using Clothes = PortraitLook::Clothes;

QPainterPath clothesMirrored(const QPainterPath &path)
{
    return QTransform(-1, 0, 0, 1, 0, 0).map(path);
}

QPainterPath shoulders()
{
    QPainterPath body(QPointF(-34, 130));
    body.cubicTo(-60, 150, -150, 158, -186, 204);
    body.cubicTo(-210, 240, -216, 330, -222, 1400);
    body.lineTo(222, 1400);
    body.cubicTo(216, 330, 210, 240, 186, 204);
    body.cubicTo(150, 158, 60, 150, 34, 130);
    body.closeSubpath();
    return body;
}

void paintNeck(QPainter &painter, const PortraitLook &look)
{
    const QColor shade = mixedColour(look.skin, QColor(0x3a, 0x1c, 0x14), 0.34);
    QLinearGradient fall(QPointF(0, 80), QPointF(0, 165));
    fall.setColorAt(0, shade);
    fall.setColorAt(0.55, mixedColour(look.skin, shade, 0.45));
    fall.setColorAt(1, look.skin);
    QPainterPath neck(QPointF(-38, 60));
    neck.lineTo(-38, 128);
    neck.cubicTo(-44, 148, -70, 154, -92, 164);
    neck.lineTo(0, 262);
    neck.lineTo(92, 164);
    neck.cubicTo(70, 154, 44, 148, 38, 128);
    neck.lineTo(38, 60);
    neck.closeSubpath();
    painter.setBrush(fall);
    painter.drawPath(neck);
}

void paintBody(QPainter &painter, const QColor &colour, const QPainterPath &neckline)
{
    QLinearGradient light(QPointF(-190, 140), QPointF(210, 340));
    light.setColorAt(0, mixedColour(colour, Qt::white, 0.14));
    light.setColorAt(0.5, colour);
    light.setColorAt(1, mixedColour(colour, Qt::black, 0.28));
    painter.setBrush(light);
    painter.drawPath(shoulders().subtracted(neckline));
    QColor crease = mixedColour(colour, Qt::black, 0.4);
    crease.setAlpha(90);
    painter.setPen(QPen(crease, 3, Qt::SolidLine, Qt::RoundCap));
    for (const double side : {-1.0, 1.0}) {
        QPainterPath sleeve(QPointF(side * 150, 262));
        sleeve.cubicTo(side * 146, 330, side * 150, 420, side * 156, 620);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(sleeve);
    }
    painter.setPen(Qt::NoPen);
}

QPainterPath roundNeckline(double half, double depth)
{
    QPainterPath hole(QPointF(-half, 100));
    hole.lineTo(-half, 140);
    hole.cubicTo(-half, depth, half, depth, half, 140);
    hole.lineTo(half, 100);
    hole.closeSubpath();
    return hole;
}

QPainterPath pointedNeckline(double half, double depth)
{
    QPainterPath hole(QPointF(-half, 90));
    hole.lineTo(-half, 146);
    hole.lineTo(0, depth);
    hole.lineTo(half, 146);
    hole.lineTo(half, 90);
    hole.closeSubpath();
    return hole;
}

void paintRim(QPainter &painter, const QColor &colour, double half, double depth)
{
    QPainterPath rim(QPointF(-half, 140));
    rim.cubicTo(-half, depth, half, depth, half, 140);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(mixedColour(colour, Qt::black, 0.22), 9, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(rim);
    painter.setPen(Qt::NoPen);
}

void paintCollar(QPainter &painter, const QColor &colour)
{
    QPainterPath wing(QPointF(-46, 122));
    wing.lineTo(-2, 186);
    wing.lineTo(-34, 222);
    wing.lineTo(-66, 150);
    wing.closeSubpath();
    painter.setBrush(mixedColour(colour, Qt::white, 0.25));
    painter.setPen(QPen(mixedColour(colour, Qt::black, 0.25), 2));
    painter.drawPath(wing);
    painter.drawPath(clothesMirrored(wing));
    painter.setPen(Qt::NoPen);
}

void paintTie(QPainter &painter, const QColor &colour)
{
    QPainterPath tie(QPointF(-13, 182));
    tie.lineTo(13, 182);
    tie.lineTo(8, 208);
    tie.lineTo(24, 420);
    tie.lineTo(0, 448);
    tie.lineTo(-24, 420);
    tie.lineTo(-8, 208);
    tie.closeSubpath();
    painter.setBrush(colour);
    painter.drawPath(tie);
}

void paintLapels(QPainter &painter, const QColor &colour)
{
    QPainterPath lapel(QPointF(-62, 146));
    lapel.lineTo(-98, 200);
    lapel.lineTo(-70, 216);
    lapel.lineTo(-84, 240);
    lapel.lineTo(0, 420);
    lapel.closeSubpath();
    painter.setBrush(mixedColour(colour, Qt::black, 0.1));
    painter.drawPath(lapel);
    painter.setBrush(mixedColour(colour, Qt::black, 0.18));
    painter.drawPath(clothesMirrored(lapel));
}

void paintOpenJacket(QPainter &painter, const PortraitLook &look)
{
    paintBody(painter, look.accent, pointedNeckline(40, look.lashes > 0 ? 232 : 196));
    if (look.lashes <= 0) {
        paintCollar(painter, look.accent);
        paintTie(
            painter, look.clothes == Clothes::LabCoat ? QColor(0x39, 0x5b, 0x78) : QColor(0x7d, 0x2f, 0x3d));
    }
    QPainterPath front(QPointF(-62, 100));
    front.lineTo(-62, 146);
    front.lineTo(0, 420);
    front.lineTo(62, 146);
    front.lineTo(62, 100);
    front.closeSubpath();
    paintBody(painter, look.clothesColour, front);
    paintLapels(painter, look.clothesColour);
}

void paintHoodie(QPainter &painter, const PortraitLook &look)
{
    QPainterPath hood(QPointF(-52, 112));
    hood.cubicTo(-120, 128, -118, 180, -66, 204);
    hood.cubicTo(-30, 218, 30, 218, 66, 204);
    hood.cubicTo(118, 180, 120, 128, 52, 112);
    hood.closeSubpath();
    paintBody(painter, look.clothesColour, roundNeckline(40, 176));
    painter.setBrush(mixedColour(look.clothesColour, Qt::black, 0.2));
    painter.drawPath(hood.subtracted(roundNeckline(42, 196)));
    painter.setPen(QPen(look.accent, 5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(-30, 200), QPointF(-36, 282));
    painter.drawLine(QPointF(30, 200), QPointF(34, 270));
    painter.setPen(Qt::NoPen);
}

void paintTurtleneck(QPainter &painter, const PortraitLook &look)
{
    paintBody(painter, look.clothesColour, {});
    QPainterPath roll(QPointF(-45, 98));
    roll.cubicTo(-50, 120, -54, 140, -60, 156);
    roll.cubicTo(-20, 176, 20, 176, 60, 156);
    roll.cubicTo(54, 140, 50, 120, 45, 98);
    roll.cubicTo(20, 116, -20, 116, -45, 98);
    painter.setBrush(mixedColour(look.clothesColour, Qt::white, 0.1));
    painter.setPen(QPen(mixedColour(look.clothesColour, Qt::black, 0.3), 2));
    painter.drawPath(roll);
    painter.setPen(Qt::NoPen);
}

void paintBlouse(QPainter &painter, const PortraitLook &look)
{
    paintBody(painter, look.clothesColour, pointedNeckline(46, 214));
    paintCollar(painter, look.clothesColour);
    if (look.hair == PortraitLook::Hair::Scarf)
        return;
    painter.setBrush(QColor(0xfb, 0xf6, 0xec));
    for (int pearl = -5; pearl <= 5; ++pearl)
        painter.drawEllipse(QPointF(pearl * 8.2, 158 - pearl * pearl * 0.75), 4.6, 4.6);
}

} // namespace

void paintClothes(QPainter &painter, const PortraitLook &look)
{
    paintNeck(painter, look);
    switch (look.clothes) {
    case Clothes::Crew:
        paintBody(painter, look.clothesColour, roundNeckline(52, 190));
        paintRim(painter, look.clothesColour, 52, 190);
        break;
    case Clothes::Shirt:
        paintBody(painter, look.clothesColour, pointedNeckline(42, 190));
        if (look.beard == PortraitLook::Beard::Moustache)
            paintTie(painter, look.accent);
        paintCollar(painter, look.clothesColour);
        break;
    case Clothes::Blazer:
    case Clothes::LabCoat:
        paintOpenJacket(painter, look);
        break;
    case Clothes::Turtleneck:
        paintTurtleneck(painter, look);
        break;
    case Clothes::Hoodie:
        paintHoodie(painter, look);
        break;
    case Clothes::Blouse:
        paintBlouse(painter, look);
        break;
    }
}

} // namespace likeness
