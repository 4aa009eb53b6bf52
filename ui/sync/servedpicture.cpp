// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/servedpicture.h"

#include <QBuffer>
#include <QImageReader>
#include <algorithm>

namespace likeness {

namespace {

constexpr int largestServedEdge = 8192; // foreign bytes: a header may claim anything

QImage decodedServed(const EncodedPhoto &photo, int leastEdge)
{
    QBuffer buffer;
    buffer.setData(photo.bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (size.isEmpty() || std::max(size.width(), size.height()) > largestServedEdge)
        return {};
    if (leastEdge > 0 && std::min(size.width(), size.height()) > leastEdge)
        reader.setScaledSize(size.scaled(leastEdge, leastEdge, Qt::KeepAspectRatioByExpanding));
    return reader.read();
}

} // namespace

QImage servedPicture(const EncodedPhoto &photo)
{
    return decodedServed(photo, 0);
}

QImage servedThumbnail(const EncodedPhoto &photo, int edge)
{
    // twice as large first, so that what the decoder makes smaller is smoothed once more
    const QImage image = decodedServed(photo, 2 * edge);
    if (image.isNull())
        return {};
    const int square = std::min(image.width(), image.height());
    return image.copy((image.width() - square) / 2, (image.height() - square) / 2, square, square)
        .scaled(edge, edge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace likeness
