// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/portraitparts.h"

#include <QLinearGradient>
#include <QPainter>

namespace likeness {

namespace {

using Hair = PortraitLook::Hair;

QLinearGradient hairSheen(const PortraitLook &look)
{
    QLinearGradient sheen(QPointF(-60, -110), QPointF(80, 120));
    sheen.setColorAt(0, mixedColour(look.hairColour, Qt::white, 0.22));
    sheen.setColorAt(0.45, look.hairColour);
    sheen.setColorAt(1, mixedColour(look.hairColour, Qt::black, 0.35));
    return sheen;
}

/// A few strands that follow the crown, so that hair is not one flat patch.
void paintStrands(QPainter &painter, const PortraitLook &look, const QPainterPath &within)
{
    painter.save();
    painter.setClipPath(within, Qt::IntersectClip);
    painter.setBrush(Qt::NoBrush);
    QColor light = mixedColour(look.hairColour, Qt::white, 0.35);
    light.setAlpha(70);
    painter.setPen(QPen(light, 2, Qt::SolidLine, Qt::RoundCap));
    for (int strand = 0; strand < 9; ++strand) {
        const double x = -80 + 20 * strand;
        QPainterPath line(QPointF(-18 + x * 0.15, -122));
        line.cubicTo(x, -110, x * 1.12, -60, x * 1.1, 120);
        painter.drawPath(line);
    }
    painter.restore();
}

void paintHairPath(QPainter &painter, const PortraitLook &look, const QPainterPath &path)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(hairSheen(look));
    painter.drawPath(path);
    paintStrands(painter, look, path);
}

/// Hair on the upper head: from ear to ear over the crown, with the hairline given by its height at both
/// temples, in the middle, and where the parting is.
QPainterPath hairCap(const PortraitLook &look, double sideEnd, double hairline, double part, double volume)
{
    const double w = 75 * look.faceWidth;
    QPainterPath cap(QPointF(-w - 2, sideEnd));
    cap.cubicTo(-w - 10 - volume, -60, -w * 0.72, -108 - volume, 0, -110 - volume);
    cap.cubicTo(w * 0.72, -108 - volume, w + 10 + volume, -60, w + 2, sideEnd);
    cap.cubicTo(w - 8, sideEnd - 14, w - 8, hairline + 26, w - 20, hairline + 12);
    cap.cubicTo(w * 0.5, hairline - 4, part + 20, hairline - 2, part, hairline - 12);
    cap.cubicTo(part - 14, hairline + 4, -w * 0.6, hairline - 2, -w + 18, hairline + 16);
    cap.cubicTo(-w + 8, hairline + 30, -w + 8, sideEnd - 14, -w - 2, sideEnd);
    return cap;
}

void paintCurls(QPainter &painter, const PortraitLook &look, bool front)
{
    static constexpr double behind[][3] {{-84, -50, 40}, {-96, 0, 40}, {-92, 52, 38}, {84, -50, 40},
        {96, 0, 40}, {92, 52, 38}, {-50, -96, 42}, {0, -112, 42}, {50, -96, 42}, {-72, 88, 30}, {72, 88, 30}};
    static constexpr double before[][3] {{-64, -62, 24}, {-40, -82, 25}, {-12, -90, 24}, {16, -90, 25},
        {44, -80, 25}, {66, -60, 23}, {-76, -34, 17}, {76, -34, 17}};
    const auto paint = [&](const double(&curl)[3]) {
        const QPointF middle(curl[0], curl[1]);
        painter.setPen(Qt::NoPen);
        painter.setBrush(hairSheen(look));
        painter.drawEllipse(middle, curl[2], curl[2]);
        QColor light = mixedColour(look.hairColour, Qt::white, 0.3);
        light.setAlpha(80);
        painter.setPen(QPen(light, 2.2, Qt::SolidLine, Qt::RoundCap));
        const double r = curl[2] * 0.62;
        painter.drawArc(QRectF(middle.x() - r, middle.y() - r, 2 * r, 2 * r), 40 * 16, 150 * 16);
        painter.setPen(Qt::NoPen);
    };
    if (front) {
        for (const auto &curl : before)
            paint(curl);
    } else {
        for (const auto &curl : behind)
            paint(curl);
    }
}

QPainterPath longHair(double bottom, double width, double wave)
{
    QPainterPath hair(QPointF(0, -122));
    hair.cubicTo(70, -124, 98, -70, 96, -10);
    hair.cubicTo(96 + wave, 30, 84 - wave, 60, width, bottom - 20);
    hair.quadTo(width - 10, bottom + 4, width - 44, bottom);
    hair.lineTo(-width + 44, bottom);
    hair.quadTo(-width + 10, bottom + 4, -width, bottom - 20);
    hair.cubicTo(-84 + wave, 60, -96 - wave, 30, -96, -10);
    hair.cubicTo(-98, -70, -70, -124, 0, -122);
    return hair;
}

/// A fringe swept to both sides of a parting, with locks beside the face.
QPainterPath sweptFringe(double lockEnd)
{
    QPainterPath fringe(QPointF(-20, -118));
    fringe.cubicTo(50, -128, 96, -80, 94, -8);
    fringe.cubicTo(96, 30, 92, 60, 84, lockEnd);
    fringe.cubicTo(76, 40, 78, 10, 68, -12);
    fringe.cubicTo(56, -50, 10, -66, -26, -86);
    fringe.cubicTo(-44, -66, -66, -48, -70, -10);
    fringe.cubicTo(-78, 12, -76, 40, -84, lockEnd);
    fringe.cubicTo(-92, 60, -96, 30, -94, -8);
    fringe.cubicTo(-96, -80, -66, -114, -20, -118);
    return fringe;
}

void paintScarf(QPainter &painter, const PortraitLook &look)
{
    QPainterPath scarf(QPointF(0, -124));
    scarf.cubicTo(80, -124, 108, -60, 102, 10);
    scarf.cubicTo(100, 60, 84, 110, 70, 150);
    scarf.cubicTo(40, 176, -40, 176, -70, 150);
    scarf.cubicTo(-84, 110, -100, 60, -102, 10);
    scarf.cubicTo(-108, -60, -80, -124, 0, -124);
    QPainterPath opening;
    opening.addEllipse(QPointF(0, 14), 66 * look.faceWidth, 91);
    painter.setBrush(hairSheen(look));
    painter.drawPath(scarf.subtracted(opening));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.accent, 3.2));
    painter.drawPath(opening);
    QColor fold = mixedColour(look.hairColour, Qt::black, 0.45);
    fold.setAlpha(120);
    painter.setPen(QPen(fold, 2.6, Qt::SolidLine, Qt::RoundCap));
    for (const double bend : {0.0, 14.0, 28.0}) {
        QPainterPath line(QPointF(-88 + bend * 0.4, 70 + bend));
        line.cubicTo(-40, 132 + bend, 30, 140 + bend * 0.8, 84 - bend * 0.3, 84 + bend);
        painter.drawPath(line);
    }
    painter.setPen(Qt::NoPen);
}

} // namespace

void paintHairBehind(QPainter &painter, const PortraitLook &look)
{
    switch (look.hair) {
    case Hair::Wavy:
        paintHairPath(painter, look, longHair(178, 112, 12));
        break;
    case Hair::Bob:
        paintHairPath(painter, look, longHair(92, 92, 4));
        break;
    case Hair::Curly:
        paintCurls(painter, look, false);
        break;
    case Hair::Bun: {
        QPainterPath bun;
        bun.addEllipse(QPointF(0, -126), 36, 32);
        paintHairPath(painter, look, bun);
        break;
    }
    case Hair::Bald:
    case Hair::Crop:
    case Hair::SidePart:
    case Hair::Swept:
    case Hair::Receding:
    case Hair::Scarf:
        break;
    }
}

void paintHairInFront(QPainter &painter, const PortraitLook &look)
{
    switch (look.hair) {
    case Hair::Wavy:
        paintHairPath(painter, look, sweptFringe(112));
        break;
    case Hair::Bob:
        paintHairPath(painter, look, sweptFringe(82));
        break;
    case Hair::Curly:
        paintCurls(painter, look, true);
        break;
    case Hair::Bun:
        paintHairPath(painter, look, hairCap(look, 0, -70, 2, 0));
        break;
    case Hair::Crop:
        paintHairPath(painter, look, hairCap(look, -10, -72, 0, -4));
        break;
    case Hair::SidePart:
        paintHairPath(painter, look, hairCap(look, 4, -62, 30, 9));
        break;
    case Hair::Swept:
        paintHairPath(painter, look, hairCap(look, 2, -70, -38, 14));
        break;
    case Hair::Receding:
        paintHairPath(painter, look, hairCap(look, 6, -88, 0, 1));
        break;
    case Hair::Scarf:
        paintScarf(painter, look);
        break;
    case Hair::Bald:
        break;
    }
}

} // namespace likeness
