// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/portraitparts.h"

#include <QPainter>
#include <QRadialGradient>

namespace likeness {

namespace {

constexpr double eyeDistance = 31; // from the middle of the face to the middle of an eye
const QColor faceDark(0x3a, 0x1c, 0x14);

QColor skinShade(const PortraitLook &look, double depth)
{
    return mixedColour(look.skin, mixedColour(look.skin, faceDark, 0.75), depth);
}

QColor faceSeeThrough(QColor colour, double opacity)
{
    colour.setAlphaF(static_cast<float>(opacity));
    return colour;
}

/// A soft round spot, darkest in the middle.
void paintSpot(QPainter &painter, const QPointF &middle, double rx, double ry, const QColor &colour)
{
    painter.save();
    painter.translate(middle);
    painter.scale(rx, ry);
    QRadialGradient soft(QPointF(), 1.0);
    soft.setColorAt(0, colour);
    soft.setColorAt(1, faceSeeThrough(colour, 0));
    painter.setBrush(soft);
    painter.drawEllipse(QPointF(), 1.0, 1.0);
    painter.restore();
}

void paintEars(QPainter &painter, const PortraitLook &look)
{
    const double w = 72 * look.faceWidth;
    for (const double side : {-1.0, 1.0}) {
        painter.setBrush(skinShade(look, 0.16));
        painter.drawEllipse(QPointF(side * w, 12), 13, 24);
        painter.setBrush(skinShade(look, 0.34));
        painter.drawEllipse(QPointF(side * (w + 2), 12), 6, 14);
        if (look.earrings) {
            painter.setBrush(QColor(0xf2, 0xd0, 0x7a));
            painter.drawEllipse(QPointF(side * (w + 4), 41), 5.5, 5.5);
        }
    }
}

void paintSkin(QPainter &painter, const PortraitLook &look)
{
    QRadialGradient light(QPointF(-14, -22), 150);
    light.setColorAt(0, mixedColour(look.skin, Qt::white, 0.24));
    light.setColorAt(0.5, look.skin);
    light.setColorAt(1, skinShade(look, 0.5));
    const QPainterPath head = headOutline(look);
    painter.setBrush(light);
    painter.drawPath(head);
    painter.save();
    painter.setClipPath(head);
    const QColor blush = mixedColour(look.skin, QColor(0xd8, 0x4a, 0x3a), 0.5);
    for (const double side : {-1.0, 1.0}) {
        paintSpot(painter, {side * 46, 36}, 27, 22, faceSeeThrough(blush, 0.42));
        paintSpot(painter, {side * eyeDistance, -4}, 27, 20, faceSeeThrough(skinShade(look, 0.75), 0.5));
        paintSpot(painter, {side * 76, 20}, 26, 92, faceSeeThrough(skinShade(look, 0.6), 0.4));
    }
    paintSpot(painter, {0, 84}, 34, 10, faceSeeThrough(mixedColour(look.skin, Qt::white, 0.5), 0.35));
    painter.restore();
}

void paintEye(QPainter &painter, const PortraitLook &look, double side)
{
    const double x = side * eyeDistance;
    QPainterPath lids(QPointF(x - 15, 2));
    lids.quadTo(x - 2, -12, x + 15, 0);
    lids.quadTo(x + 1, 11, x - 15, 2);
    if (side < 0) {
        lids = QPainterPath(QPointF(x + 15, 2));
        lids.quadTo(x + 2, -12, x - 15, 0);
        lids.quadTo(x - 1, 11, x + 15, 2);
    }
    painter.setBrush(QColor(0xfb, 0xf8, 0xf4));
    painter.drawPath(lids);
    painter.save();
    painter.setClipPath(lids, Qt::IntersectClip);
    painter.setBrush(look.iris.darker(135));
    painter.drawEllipse(QPointF(x, -1), 7.6, 7.6);
    painter.setBrush(look.iris.lighter(120));
    painter.drawEllipse(QPointF(x, 0.4), 5.6, 5.6);
    painter.setBrush(QColor(0x14, 0x0e, 0x0c));
    painter.drawEllipse(QPointF(x, -1), 3.7, 3.7);
    painter.setBrush(Qt::white);
    painter.drawEllipse(QPointF(x - 2.6, -3.8), 1.8, 1.8);
    paintSpot(painter, {x, -9}, 18, 8, faceSeeThrough(faceDark, 0.5));
    painter.restore();

    QPainterPath upper(QPointF(x - side * 15, 2));
    upper.quadTo(x - side * 2, -12.5, x + side * (15 + 4 * look.lashes), -1 - 3 * look.lashes);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(mixedColour(faceDark, Qt::black, 0.5), 2.2 + 1.6 * look.lashes, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(upper);
    QPainterPath fold(QPointF(x - side * 14, -6));
    fold.quadTo(x, -18, x + side * 17, -7);
    painter.setPen(QPen(faceSeeThrough(skinShade(look, 0.9), 0.55), 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(fold);
    painter.setPen(Qt::NoPen);
}

void paintBrow(QPainter &painter, const PortraitLook &look, double side)
{
    const double thick = look.lashes > 0.3 ? 4.2 : 6.4;
    QPainterPath brow(QPointF(side * 13, -23));
    brow.quadTo(side * 34, -37, side * 54, -22);
    brow.quadTo(side * 34, -36 + thick * 1.9, side * 13, -23 + thick);
    brow.closeSubpath();
    QColor colour = mixedColour(look.hairColour, faceDark, look.hairColour.lightness() > 90 ? 0.45 : 0.15);
    if (look.hair == PortraitLook::Hair::Scarf)
        colour = QColor(0x33, 0x20, 0x1a);
    painter.setBrush(faceSeeThrough(colour, 0.92));
    painter.drawPath(brow);
}

void paintNose(QPainter &painter, const PortraitLook &look)
{
    paintSpot(painter, {0, 12}, 7, 36, faceSeeThrough(mixedColour(look.skin, Qt::white, 0.55), 0.6));
    paintSpot(painter, {11, 22}, 9, 26, faceSeeThrough(skinShade(look, 0.6), 0.38));
    QPainterPath wing(QPointF(-13, 33));
    wing.quadTo(-16, 43, -8, 43);
    wing.quadTo(-3, 47, 0, 46.5);
    wing.quadTo(3, 47, 8, 43);
    wing.quadTo(16, 43, 13, 33);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(faceSeeThrough(skinShade(look, 0.95), 0.75), 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(wing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faceSeeThrough(skinShade(look, 1.0), 0.8));
    painter.drawEllipse(QPointF(-6.4, 42.6), 3, 1.7);
    painter.drawEllipse(QPointF(6.4, 42.6), 3, 1.7);
}

void paintMouth(QPainter &painter, const PortraitLook &look)
{
    const double half = 21 + 6 * look.smile;
    const double corner = 66 - 6 * look.smile;
    const double open = look.smile > 0.7 ? 12 * (look.smile - 0.2) : 0;
    const QColor lip = mixedColour(look.skin, QColor(0xa8, 0x32, 0x36), look.fullLips ? 0.62 : 0.42);
    const double full = look.fullLips ? 1.5 : 1.0;
    QPainterPath lips(QPointF(-half, corner));
    lips.cubicTo(-half * 0.5, 62 - 2 * full, -6, 60 - 3 * full, 0, 62.5 - 2 * full);
    lips.cubicTo(6, 60 - 3 * full, half * 0.5, 62 - 2 * full, half, corner);
    lips.cubicTo(
        half * 0.6, 75 + open * 0.6 + 3 * full, -half * 0.6, 75 + open * 0.6 + 3 * full, -half, corner);
    painter.setBrush(lip);
    painter.drawPath(lips);
    QPainterPath gap(QPointF(-half + 2, corner + 0.5));
    gap.quadTo(0, 66 + 5 * look.smile, half - 2, corner + 0.5);
    if (open > 0) {
        gap.quadTo(0, 70 + open * 1.5, -half + 2, corner + 0.5);
        painter.setBrush(QColor(0xfd, 0xfb, 0xf7));
        painter.drawPath(gap);
        painter.setPen(QPen(mixedColour(lip, faceDark, 0.5), 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(gap);
    } else {
        painter.setPen(QPen(mixedColour(lip, faceDark, 0.6), 2.2, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(gap);
    }
    painter.setPen(Qt::NoPen);
    for (const double side : {-1.0, 1.0})
        paintSpot(painter, {side * (half + 3), corner}, 5, 6, faceSeeThrough(skinShade(look, 0.8), 0.5));
}

void paintLines(QPainter &painter, const PortraitLook &look)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faceSeeThrough(skinShade(look, 0.7), 0.5), 1.6, Qt::SolidLine, Qt::RoundCap));
    for (const double y : {-62.0, -52.0}) {
        QPainterPath line(QPointF(-26, y));
        line.quadTo(0, y - 4, 26, y);
        painter.drawPath(line);
    }
    for (const double side : {-1.0, 1.0}) {
        QPainterPath fold(QPointF(side * 19, 40));
        fold.quadTo(side * 32, 52, side * 33, 66);
        painter.drawPath(fold);
        painter.drawLine(QPointF(side * 55, 0), QPointF(side * 63, -4));
        painter.drawLine(QPointF(side * 55, 4), QPointF(side * 63, 6));
    }
    painter.setPen(Qt::NoPen);
}

void paintFreckles(QPainter &painter, const PortraitLook &look)
{
    painter.setBrush(faceSeeThrough(mixedColour(look.skin, QColor(0xa0, 0x50, 0x24), 0.7), 0.6));
    static constexpr double spots[][2] {
        {18, 24}, {26, 28}, {34, 25}, {42, 30}, {30, 34}, {22, 33}, {38, 21}, {48, 25}};
    for (const auto &spot : spots) {
        painter.drawEllipse(QPointF(spot[0], spot[1]), 1.5, 1.3);
        painter.drawEllipse(QPointF(-spot[0] + 1, spot[1] + 1), 1.4, 1.4);
    }
}

void paintBeard(QPainter &painter, const PortraitLook &look)
{
    using Beard = PortraitLook::Beard;
    if (look.beard == Beard::None)
        return;
    painter.save();
    painter.setClipPath(headOutline(look).united(headOutline(look).translated(0, 9)));
    if (look.beard != Beard::Moustache) {
        QPainterPath chin(QPointF(-82, 4));
        chin.cubicTo(-60, 20, -56, 50, -38, 53);
        chin.cubicTo(-24, 48, 24, 48, 38, 53);
        chin.cubicTo(56, 50, 60, 20, 82, 4);
        chin.lineTo(90, 130);
        chin.lineTo(-90, 130);
        chin.closeSubpath();
        const double strength = look.beard == Beard::Full ? 0.94 : 0.3;
        painter.setBrush(faceSeeThrough(mixedColour(look.hairColour, faceDark, 0.18), strength));
        painter.drawPath(chin);
    }
    if (look.beard != Beard::Stubble) {
        QPainterPath lip(QPointF(0, 48));
        lip.cubicTo(14, 46, 30, 52, 37, 66);
        lip.cubicTo(24, 60, 12, 59, 0, 60);
        lip.cubicTo(-12, 59, -24, 60, -37, 66);
        lip.cubicTo(-30, 52, -14, 46, 0, 48);
        painter.setBrush(mixedColour(look.hairColour, faceDark, 0.25));
        painter.drawPath(lip);
    }
    painter.restore();
}

void paintGlasses(QPainter &painter, const PortraitLook &look)
{
    using Glasses = PortraitLook::Glasses;
    if (look.glasses == Glasses::None)
        return;
    painter.setPen(QPen(QColor(0x33, 0x2c, 0x33), 3.4, Qt::SolidLine, Qt::RoundCap));
    for (const double side : {-1.0, 1.0}) {
        painter.setBrush(QColor(255, 255, 255, 26));
        const QRectF lens(side * eyeDistance - 23, -21, 46, 43);
        if (look.glasses == Glasses::Round)
            painter.drawEllipse(lens);
        else
            painter.drawRoundedRect(lens.adjusted(-1, 4, 1, -3), 9, 9);
        painter.drawLine(QPointF(side * (eyeDistance + 23), -4), QPointF(side * 73 * look.faceWidth, -1));
    }
    QPainterPath bridge(QPointF(-8.5, -3));
    bridge.quadTo(0, -9, 8.5, -3);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(bridge);
    painter.setPen(Qt::NoPen);
}

} // namespace

void paintFace(QPainter &painter, const PortraitLook &look)
{
    if (look.hair != PortraitLook::Hair::Scarf)
        paintEars(painter, look);
    paintSkin(painter, look);
    if (look.lines)
        paintLines(painter, look);
    if (look.freckles)
        paintFreckles(painter, look);
    paintNose(painter, look);
    paintBeard(painter, look);
    paintMouth(painter, look);
    for (const double side : {-1.0, 1.0}) {
        paintEye(painter, look, side);
        paintBrow(painter, look, side);
    }
    paintGlasses(painter, look);
}

} // namespace likeness
