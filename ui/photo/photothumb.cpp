// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/photothumb.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace likeness {

PhotoThumb::PhotoThumb(const Theme &theme, int edge, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_edge(edge)
{
    setFixedSize(edge, edge);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PhotoThumb::setPhoto(const std::optional<EncodedPhoto> &photo)
{
    const QString sha256 = photo ? photo->sha256 : QString();
    if (sha256 == m_sha256)
        return;
    m_sha256 = sha256;
    m_image = photo ? QImage::fromData(photo->bytes) : QImage();
    update();
}

void PhotoThumb::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const double ratio = devicePixelRatioF();
    if (m_image.isNull()) {
        painter.setPen(QPen(m_theme.colour(ColourRole::Line), 1, Qt::DashLine));
        painter.drawPath(shape);
        const int icon = m_edge / 2;
        painter.drawPixmap(QPointF((m_edge - icon) / 2.0, (m_edge - icon) / 2.0),
            drawnIcon(QStringLiteral("person"), m_theme.colour(ColourRole::Soft), icon, ratio));
        return;
    }
    painter.setClipPath(shape);
    QImage shown = m_image.scaled(
        (QSizeF(size()) * ratio).toSize(), Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(0, 0), shown);
}

} // namespace likeness
