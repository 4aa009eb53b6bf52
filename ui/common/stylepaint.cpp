// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/stylepaint.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace likeness::stylepaint {
namespace {

constexpr double buttonRadius = 8;

QRectF crisp(const QRect &rect, double pen = 1.0)
{
    return QRectF(rect).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
}

bool isOn(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

void box(QPainter &painter, const QRect &rect, double radius, const QBrush &fill, const QPen &pen)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(pen);
    painter.drawRoundedRect(
        pen.style() == Qt::NoPen ? QRectF(rect) : crisp(rect, pen.widthF()), radius, radius);
    painter.restore();
}

void quietButton(QPainter &painter, const QStyleOption &option, double radius, bool strong)
{
    const bool pressed = isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_On);
    const bool hovered = isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled);
    if (!pressed && !hovered)
        return;
    const QColor fill = pressed ? tint(option.palette) : hoverTint(option.palette);
    const QPen pen = strong ? QPen(option.palette.color(QPalette::Highlight), 1) : QPen(Qt::NoPen);
    box(painter, option.rect, radius, fill, pen);
}

void segment(QPainter &painter, const QStyleOption &option, bool strong)
{
    if (!isOn(option, QStyle::State_On)) {
        if (isOn(option, QStyle::State_MouseOver))
            box(painter, option.rect, 6,
                mixed(option.palette.color(QPalette::Mid), option.palette.color(QPalette::Base), 0.35),
                Qt::NoPen);
        return;
    }
    const QPen pen = strong ? QPen(option.palette.color(QPalette::Highlight), 2) : QPen(Qt::NoPen);
    box(painter, option.rect, 6, option.palette.color(QPalette::Base), pen);
}

} // namespace

QColor tint(const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Active, QPalette::Base);
    const bool dark = ground.lightness() < 128;
    return mixed(ground, palette.color(QPalette::Active, QPalette::Highlight), dark ? 0.13 : 0.12);
}

QColor hoverTint(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Active, QPalette::Base),
        palette.color(QPalette::Active, QPalette::WindowText), 0.06);
}

QColor controlLine(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Mid), palette.color(QPalette::PlaceholderText), 0.6);
}

void button(QPainter &painter, const QStyleOption &option, ButtonKind kind, bool strong)
{
    const QPalette &palette = option.palette;
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool pressed = isOn(option, QStyle::State_Sunken);
    const bool hovered = enabled && isOn(option, QStyle::State_MouseOver);
    switch (kind) {
    case ButtonKind::Primary: {
        QColor fill = palette.color(QPalette::Highlight);
        if (pressed || hovered)
            fill = mixed(fill, palette.color(QPalette::WindowText), pressed ? 0.22 : 0.1);
        box(painter, option.rect, buttonRadius, fill, Qt::NoPen);
        return;
    }
    case ButtonKind::Secondary: {
        QColor fill = palette.color(QPalette::Base);
        if (pressed || isOn(option, QStyle::State_On))
            fill = tint(palette);
        else if (hovered)
            fill = hoverTint(palette);
        const QColor line
            = mixed(palette.color(QPalette::Mid), palette.color(QPalette::WindowText), hovered ? 0.25 : 0.08);
        box(painter, option.rect, buttonRadius, fill, QPen(enabled ? line : palette.color(QPalette::Mid), 1));
        return;
    }
    case ButtonKind::Flat:
        return quietButton(painter, option, buttonRadius, strong);
    case ButtonKind::Rail:
        return quietButton(painter, option, 10, strong);
    case ButtonKind::Segment:
        return segment(painter, option, strong);
    }
}

QColor buttonText(const QStyleOption &option, ButtonKind kind)
{
    const bool on = isOn(option, QStyle::State_On);
    switch (kind) {
    case ButtonKind::Primary:
        return option.palette.color(QPalette::HighlightedText);
    case ButtonKind::Segment:
        return option.palette.color(on ? QPalette::WindowText : QPalette::PlaceholderText);
    case ButtonKind::Rail:
        return option.palette.color(on ? QPalette::Highlight : QPalette::PlaceholderText);
    case ButtonKind::Secondary:
    case ButtonKind::Flat:
        break;
    }
    return option.palette.color(QPalette::ButtonText);
}

void railLabel(QPainter &painter, const QStyleOptionToolButton &option)
{
    const bool on = isOn(option, QStyle::State_On);
    QFont font = option.font;
    font.setWeight(on ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics metrics(font);
    const int top
        = option.rect.y() + (option.rect.height() - option.iconSize.height() - 4 - metrics.height()) / 2;
    const QRect icon(QPoint(option.rect.center().x() - option.iconSize.width() / 2, top), option.iconSize);
    option.icon.paint(&painter, icon, Qt::AlignCenter,
        isOn(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled, on ? QIcon::On : QIcon::Off);
    painter.save();
    painter.setFont(font);
    painter.setPen(buttonText(option, ButtonKind::Rail));
    const QRect text(option.rect.x(), icon.bottom() + 4, option.rect.width(), metrics.height());
    painter.drawText(text, Qt::AlignHCenter | Qt::AlignTop | Qt::TextHideMnemonic, option.text);
    painter.restore();
}

void pushLabel(QPainter &painter, const QStyleOptionButton &option, const QRect &rect)
{
    constexpr int gap = 8;
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const QSize icon = option.icon.isNull() ? QSize(0, 0) : option.iconSize;
    const int text
        = option.text.isEmpty() ? 0 : option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int between = text > 0 && icon.width() > 0 ? gap : 0;
    const int left = rect.x() + (rect.width() - text - icon.width() - between) / 2;
    const QRect whole(left, rect.y(), text + icon.width() + between, rect.height());
    if (icon.width() > 0) {
        const QRect place(QPoint(left, rect.y() + (rect.height() - icon.height()) / 2), icon);
        option.icon.paint(&painter, QStyle::visualRect(option.direction, whole, place), Qt::AlignCenter,
            enabled ? QIcon::Normal : QIcon::Disabled,
            isOn(option, QStyle::State_On) ? QIcon::On : QIcon::Off);
    }
    painter.setPen(option.palette.color(QPalette::ButtonText));
    const QRect words = whole.adjusted(icon.width() + between, 0, 0, 0);
    painter.drawText(QStyle::visualRect(option.direction, whole, words),
        Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, option.text);
}

void lineEdit(QPainter &painter, const QStyleOption &option, bool strong)
{
    const bool focused = isOn(option, QStyle::State_HasFocus);
    const QColor line = focused ? option.palette.color(QPalette::Highlight) : controlLine(option.palette);
    const QBrush fill
        = option.palette.brush(isOn(option, QStyle::State_Enabled) ? QPalette::Base : QPalette::Window);
    box(painter, option.rect, buttonRadius, fill, QPen(line, focused ? (strong ? 3 : 2) : 1));
}

void checkBox(QPainter &painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool on = isOn(option, QStyle::State_On);
    const bool partly = isOn(option, QStyle::State_NoChange);
    const bool hovered = isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled);
    if (!on && !partly) {
        const QColor fill = hovered ? hoverTint(palette) : palette.color(QPalette::Base);
        box(painter, option.rect, 5, fill, QPen(controlLine(palette), 1.4));
        return;
    }
    QColor fill = palette.color(QPalette::Highlight);
    if (hovered)
        fill = mixed(fill, palette.color(QPalette::WindowText), 0.1);
    box(painter, option.rect, 5, fill, Qt::NoPen);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(palette.color(QPalette::HighlightedText), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF r(option.rect);
    const auto at
        = [&r](double x, double y) { return QPointF(r.x() + r.width() * x, r.y() + r.height() * y); };
    if (partly)
        painter.drawLine(at(0.28, 0.5), at(0.72, 0.5));
    else
        painter.drawPolyline(QPolygonF {{at(0.25, 0.53), at(0.42, 0.7), at(0.75, 0.33)}});
    painter.restore();
}

void radioButton(QPainter &painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const double radius = option.rect.width() / 2.0;
    const bool on = isOn(option, QStyle::State_On);
    box(painter, option.rect, radius, palette.color(on ? QPalette::Highlight : QPalette::Base),
        on ? QPen(Qt::NoPen) : QPen(controlLine(palette), 1.4));
    if (on) {
        const int inset = qRound(option.rect.width() * 0.32);
        box(painter, option.rect.adjusted(inset, inset, -inset, -inset), radius,
            palette.color(QPalette::HighlightedText), Qt::NoPen);
    }
}

void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &groove, const QRect &handle)
{
    const QPalette &palette = option.palette;
    const bool across = option.orientation == Qt::Horizontal;
    QRect line = groove;
    if (across)
        line = QRect(groove.x(), groove.center().y() - 1, groove.width(), 4);
    else
        line = QRect(groove.center().x() - 1, groove.y(), 4, groove.height());
    box(painter, line, 2, mixed(palette.color(QPalette::Mid), palette.color(QPalette::PlaceholderText), 0.35),
        Qt::NoPen);
    const bool hovered = isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled);
    QColor fill = palette.color(QPalette::Highlight);
    if (hovered)
        fill = mixed(fill, palette.color(QPalette::WindowText), 0.12);
    box(painter, handle, handle.width() / 2.0, fill, QPen(palette.color(QPalette::Base), 2));
}

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle)
{
    const bool active = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider)
        && (isOn(option, QStyle::State_MouseOver) || isOn(option, QStyle::State_Sunken));
    const QColor colour = mixed(option.palette.color(QPalette::Mid),
        option.palette.color(QPalette::PlaceholderText), active ? 0.8 : 0.4);
    const bool across = option.orientation == Qt::Horizontal;
    const QRect thumb = across ? handle.adjusted(2, 3, -2, -3) : handle.adjusted(3, 2, -3, -2);
    box(painter, thumb, qMin(thumb.width(), thumb.height()) / 2.0, colour, Qt::NoPen);
}

void progressBar(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const QRect line(option.rect.x(), option.rect.center().y() - 2, option.rect.width(), 6);
    box(painter, line, 3, option.palette.color(QPalette::Mid), Qt::NoPen);
    const int span = option.maximum - option.minimum;
    QRect done = line;
    if (span > 0) {
        done.setWidth(qRound(line.width() * double(option.progress - option.minimum) / span));
    } else { // unknown length: a part that stands still; movement would promise progress
        done.setWidth(line.width() / 3);
        done.moveLeft(line.left() + line.width() / 3);
    }
    if (option.direction == Qt::RightToLeft)
        done.moveRight(line.right() - (done.left() - line.left()));
    if (done.width() > 0)
        box(painter, done, 3, option.palette.color(QPalette::Highlight), Qt::NoPen);
}

void focusRing(QPainter &painter, const QRect &rect, const QPalette &palette, bool strong)
{
    const double width = strong ? 3 : 2;
    box(painter, rect, buttonRadius, Qt::NoBrush,
        QPen(palette.color(QPalette::Active, QPalette::Highlight), width));
}

void chevronDown(QPainter &painter, const QPointF &centre, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF {{centre + QPointF(-4, -2), centre + QPointF(0, 2), centre + QPointF(4, -2)}});
    painter.restore();
}

void selectedRow(QPainter &painter, const QRect &rect, const QPalette &palette, bool selected, bool strong)
{
    const QPen pen = strong && selected ? QPen(palette.color(QPalette::Highlight), 2) : QPen(Qt::NoPen);
    box(painter, rect, 6, selected ? tint(palette) : hoverTint(palette), pen);
}

} // namespace likeness::stylepaint
