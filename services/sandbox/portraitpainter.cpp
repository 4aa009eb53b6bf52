// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/portraitpainter.h"

#include "services/sandbox/portraitparts.h"

#include <QPainter>

namespace likeness {

QImage paintedPortrait(const PortraitLook &look, const PortraitScene &scene)
{
    QImage picture(scene.size, QImage::Format_RGB32);
    picture.fill(look.backdropColour);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    paintBackdrop(painter, look, QRectF(picture.rect()));

    const double unit = scene.headHeight * scene.size.height() / 200.0;
    painter.translate(scene.head.x() * scene.size.width(), scene.head.y() * scene.size.height());
    painter.scale(unit, unit);
    paintHairBehind(painter, look);
    paintClothes(painter, look);
    paintFace(painter, look);
    paintHairInFront(painter, look);
    return picture;
}

QPainterPath headOutline(const PortraitLook &look)
{
    const double w = 73 * look.faceWidth;
    QPainterPath head(QPointF(0, -100));
    head.cubicTo(w * 0.62, -100, w, -66, w, -14);
    head.cubicTo(w, 26, w * 0.86, 60, w * 0.56, 84);
    head.cubicTo(w * 0.36, 99, w * 0.2, 101, 0, 101);
    head.cubicTo(-w * 0.2, 101, -w * 0.36, 99, -w * 0.56, 84);
    head.cubicTo(-w * 0.86, 60, -w, 26, -w, -14);
    head.cubicTo(-w, -66, -w * 0.62, -100, 0, -100);
    return head;
}

QColor mixedColour(const QColor &from, const QColor &to, double share)
{
    const auto between = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return {between(from.red(), to.red()), between(from.green(), to.green()), between(from.blue(), to.blue()),
        between(from.alpha(), to.alpha())};
}

} // namespace likeness
