// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/buttons.h"

#include <QStyleOption>

class QPainter;

namespace likeness::stylepaint {

/// The pieces LikenessStyle is drawn with; `strong` = high contrast. All colours come from the option's
/// palette.
void button(QPainter &painter, const QStyleOption &option, ButtonKind kind, bool strong);
/// Icon over text, close together, in the middle.
void railLabel(QPainter &painter, const QStyleOptionToolButton &option);
/// Icon and text side by side, 8 px apart, in the middle.
void pushLabel(QPainter &painter, const QStyleOptionButton &option, const QRect &rect);
QColor buttonText(const QStyleOption &option, ButtonKind kind);
void lineEdit(QPainter &painter, const QStyleOption &option, bool strong);
void checkBox(QPainter &painter, const QStyleOption &option);
void radioButton(QPainter &painter, const QStyleOption &option);
void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &groove, const QRect &handle);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle);
void progressBar(QPainter &painter, const QStyleOptionProgressBar &option);
void focusRing(QPainter &painter, const QRect &rect, const QPalette &palette, bool strong);
void chevronDown(QPainter &painter, const QPointF &centre, const QColor &colour);
void selectedRow(QPainter &painter, const QRect &rect, const QPalette &palette, bool selected, bool strong);

/// The tinted ground of what is selected or pressed, for any palette.
QColor tint(const QPalette &palette);
QColor hoverTint(const QPalette &palette);
/// The line of a control one can press: darker than the line of a panel, 3:1 on it.
QColor controlLine(const QPalette &palette);

} // namespace likeness::stylepaint
