// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/main/drophint.h"

#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace likeness {

DropHint::DropHint(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void DropHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = m_theme.colour(ColourRole::Window);
    veil.setAlphaF(0.86F);
    painter.fillRect(rect(), veil);
    const QColor accent = m_theme.colour(ColourRole::Accent);
    painter.setPen(QPen(accent, 2, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(24, 24, -24, -24), 12, 12);
    const QPixmap icon = drawnIcon(QStringLiteral("picture"), accent, 48, devicePixelRatioF());
    painter.drawPixmap(QPointF(rect().center().x() - 24, rect().center().y() - 56), icon);
    painter.setFont(textFont(TextRole::Heading));
    painter.setPen(m_theme.colour(ColourRole::Ink));
    //: Over the window while a picture is dragged across it
    painter.drawText(rect().adjusted(24, 40, -24, 0), Qt::AlignCenter, tr("Drop the picture here"));
}

} // namespace likeness
