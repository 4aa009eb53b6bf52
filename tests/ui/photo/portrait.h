// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/ladder.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace likeness {

/// A person drawn by hand, so that tests and screenshots need nobody's photo. The face is about 0.26 of the
/// height, its middle at (0.5, 0.36).
inline QImage drawnPortrait(QSize size, const QColor &wall = QColor(0xc9, 0xc2, 0xb4))
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(wall);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size.width() / 100.0, size.height() / 100.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x8f, 0xa9, 0xb8));
    painter.drawRect(QRectF(6, 6, 26, 52));
    painter.setBrush(QColor(0x6d, 0x4c, 0x3d));
    painter.drawRect(QRectF(74, 30, 18, 70));
    painter.setBrush(QColor(0x2b, 0x4f, 0x60));
    painter.drawEllipse(QRectF(22, 62, 56, 70)); // shoulders
    painter.setBrush(QColor(0xe3, 0xb2, 0x90));
    painter.drawRect(QRectF(45, 48, 10, 18));
    painter.setBrush(QColor(0x3a, 0x26, 0x1c));
    painter.drawEllipse(QRectF(36.5, 17, 27, 32)); // hair
    painter.setBrush(QColor(0xec, 0xbf, 0x9e));
    painter.drawEllipse(QRectF(39, 23, 22, 29));
    painter.setBrush(Qt::white);
    painter.drawEllipse(QRectF(43, 33, 5, 3));
    painter.drawEllipse(QRectF(52, 33, 5, 3));
    painter.setBrush(QColor(0x23, 0x30, 0x3a));
    painter.drawEllipse(QRectF(44.6, 33.2, 2, 2.7));
    painter.drawEllipse(QRectF(53.6, 33.2, 2, 2.7));
    painter.setPen(QPen(QColor(0x9c, 0x4a, 0x44), 0.9, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(45, 38, 10, 8), 200 * 16, 140 * 16);
    return image;
}

inline QByteArray encodedAs(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// All nine by the plainest scaling there is; for tests of views, which do not care how they were made.
inline QList<Rendition> plainLadder(const QImage &square)
{
    QList<Rendition> result;
    for (auto edge = PhotoSize::ladder.rbegin(); edge != PhotoSize::ladder.rend(); ++edge)
        result.append({*PhotoSize::of(*edge),
            square.scaled(*edge, *edge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                .convertToFormat(QImage::Format_RGBX8888)});
    return result;
}

} // namespace likeness
