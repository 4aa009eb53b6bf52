// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/sandboxphotos.h"

#include "models/photo/photosize.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>

namespace likeness {

namespace {

QImage middleSquare(const QByteArray &picture)
{
    const QImage image = QImage::fromData(picture).convertToFormat(QImage::Format_RGB32);
    const int edge = std::min(image.width(), image.height());
    return image.copy((image.width() - edge) / 2, (image.height() - edge) / 2, edge, edge);
}

QByteArray jpegInEdge(const QImage &square, int edge)
{
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    square.scaled(edge, edge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).save(&buffer, "JPEG", 90);
    return jpeg;
}

} // namespace

std::optional<PreparedPhoto> preparedPhoto(const QByteArray &picture, const QDateTime &at)
{
    const QImage square = middleSquare(picture);
    if (square.isNull())
        return std::nullopt;
    PreparedPhoto photo;
    photo.at = at;
    photo.tag = photoTag(picture);
    for (const int edge : PhotoSize::ladder) {
        if (edge <= square.width())
            photo.sizes[edge] = jpegInEdge(square, edge);
    }
    if (photo.sizes.isEmpty())
        photo.sizes[square.width()] = jpegInEdge(square, square.width());
    return photo;
}

QByteArray photoTag(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).first(4).toHex().toUpper();
}

QByteArray squareJpeg(const QByteArray &picture, int edge)
{
    const QImage square = middleSquare(picture);
    return square.isNull() ? QByteArray() : jpegInEdge(square, edge);
}

} // namespace likeness
