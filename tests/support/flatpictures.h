// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBuffer>
#include <QColor>
#include <QImage>

namespace likeness::test {

/// A picture of one colour, encoded by Qt.
inline QByteArray flatPicture(QSize size, const QColor &colour, const char *format = "JPEG", int quality = 90)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

} // namespace likeness::test
