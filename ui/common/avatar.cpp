// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/avatar.h"

#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace likeness {

Avatar::Avatar(const Theme &theme, int edge, Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_shape(shape)
{
    setFixedSize(edge, edge);
}

void Avatar::setPhoto(const QImage &photo)
{
    m_photo = photo;
    update();
}

void Avatar::setName(const QString &name)
{
    m_initials = initialsOf(name);
    setAccessibleName(name);
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), {m_photo, m_initials, m_shape}, m_theme);
}

QString initialsOf(const QString &name)
{
    const QStringList words = name.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QString initials = words.first().left(1).toUpper();
    if (words.size() > 1)
        initials += words.last().left(1).toUpper();
    return initials;
}

void paintAvatar(QPainter &painter, const QRect &rect, const AvatarLook &look, const Theme &theme)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const double radius = look.shape == Avatar::Shape::Round ? rect.width() / 2.0 : 6.0;
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect), radius, radius);
    if (!look.photo.isNull()) {
        const double ratio = painter.device()->devicePixelRatio();
        const QSize pixels = (QSizeF(rect.size()) * ratio).toSize();
        painter.setClipPath(outline);
        painter.drawImage(
            rect, look.photo.scaled(pixels, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation));
    } else if (!look.initials.isEmpty()) {
        painter.fillPath(outline, theme.colour(ColourRole::Selection));
        QFont font = textFont(TextRole::Strong);
        font.setPixelSize(qMax(12, rect.height() * 38 / 100));
        painter.setFont(font);
        painter.setPen(theme.colour(ColourRole::Accent));
        painter.drawText(rect, Qt::AlignCenter, look.initials);
    } else {
        painter.setPen(QPen(theme.colour(ColourRole::Missing), 1.2, Qt::DashLine));
        painter.drawPath(outline);
    }
    painter.restore();
}

} // namespace likeness
