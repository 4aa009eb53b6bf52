// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/surroundchip.h"

#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/photo/figures.h"

#include <QPainter>
#include <cmath>

namespace likeness {

namespace {

constexpr int chipPadding = 10;
constexpr int chipHeight = 28;
constexpr int chipIcon = 16;

} // namespace

SurroundChip::SurroundChip(const Theme &theme, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tone(tone)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFont(textFont(TextRole::Body));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SurroundChip::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize SurroundChip::sizeHint() const
{
    const int icon = m_tone == Tone::Warning ? chipIcon + 6 : 0;
    const int text = static_cast<int>(std::ceil(tabularWidth(QFontMetricsF(font()), m_text)));
    return {2 * chipPadding + icon + text + 1, std::max(chipHeight, fontMetrics().height() + 8)};
}

void SurroundChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = mixed(m_theme.colour(ColourRole::Surround), m_theme.colour(ColourRole::OnSurround), 0.08);
    ground.setAlphaF(0.92F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), 8, 8);

    const bool warning = m_tone == Tone::Warning;
    // the ground is dark in every theme, so the dark table's amber is the one that can be read
    const QColor ink = warning ? Theme::colour(ColourRole::Reduced, Theme::Kind::Dark)
                               : m_theme.colour(ColourRole::OnSurround);
    double left = chipPadding;
    if (warning) {
        const QPixmap icon = drawnIcon(QStringLiteral("warning"), ink, chipIcon, devicePixelRatioF());
        painter.drawPixmap(QPointF(left, (height() - chipIcon) / 2.0), icon);
        left += chipIcon + 6;
    }
    painter.setPen(ink);
    const QFontMetricsF metrics(font());
    const double baseline = (height() + metrics.ascent() - metrics.descent()) / 2;
    const double room = width() - left - chipPadding;
    const QString shown = tabularWidth(metrics, m_text) > room + 1
        ? metrics.elidedText(m_text, Qt::ElideMiddle, room)
        : m_text;
    drawTabular(painter, {left, baseline}, shown);
}

} // namespace likeness
