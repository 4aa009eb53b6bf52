// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/picturelayer.h"

#include <QPainter>
#include <cmath>
#include <utility>

namespace likeness {

void PictureLayer::setImage(const QImage &image)
{
    m_levels.fill(QImage());
    m_levels[0] = image;
    m_bright = QPixmap();
    m_dimmed = QPixmap();
}

const QImage &PictureLayer::levelFor(double deviceScale)
{
    int level = 0;
    double scale = deviceScale;
    while (scale <= 0.5 && level + 1 < static_cast<int>(m_levels.size())) {
        const QImage &larger = m_levels[static_cast<size_t>(level)];
        if (larger.width() < 64 || larger.height() < 64)
            break;
        QImage &smaller = m_levels[static_cast<size_t>(level) + 1];
        if (smaller.isNull())
            smaller = larger.scaled(
                (larger.size() + QSize(1, 1)) / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        ++level;
        scale *= 2;
    }
    // Only what is drawn is turned into what draws fast: the whole picture stays shared with who gave it.
    QImage &drawn = m_levels[static_cast<size_t>(level)];
    if (drawn.format() != QImage::Format_RGB32)
        drawn = std::move(drawn).convertToFormat(QImage::Format_RGB32);
    return drawn;
}

void PictureLayer::show(const Place &place)
{
    if (isNull() || (!m_bright.isNull() && place == m_place))
        return;
    m_place = place;
    const QSize device = (QSizeF(place.canvas) * place.pixelRatio).toSize();
    if (m_bright.size() != device)
        m_bright = QPixmap(device);
    m_bright.setDevicePixelRatio(place.pixelRatio);
    m_bright.fill(place.ground);
    const double scale = std::sqrt(std::abs(place.transform.determinant())) * place.pixelRatio;
    const QImage &level = levelFor(scale);
    QPainter painter(&m_bright);
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter.setTransform(place.transform);
    painter.drawImage(QRectF(QPointF(0, 0), m_levels[0].size()), level);
    painter.end();

    m_dimmed = m_bright.copy();
    QPainter dimmer(&m_dimmed);
    QColor shade = place.ground;
    shade.setAlphaF(static_cast<float>(dimming));
    dimmer.fillRect(QRect(QPoint(0, 0), place.canvas + QSize(1, 1)), shade);
}

} // namespace likeness
